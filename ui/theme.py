"""The colours and type of the chat; the fonts are those that Streamlit serves itself."""

from __future__ import annotations

THEME: dict[str, str] = {
    "theme.font": "sans-serif",
    "theme.headingFont": "sans-serif",
    "theme.codeFont": "monospace",
    "theme.baseRadius": "0.6rem",
    "theme.showSidebarBorder": "true",
    "theme.light.primaryColor": "#1d5c63",
    "theme.light.backgroundColor": "#fdfcfa",
    "theme.light.secondaryBackgroundColor": "#f3f1ec",
    "theme.light.textColor": "#20262b",
    "theme.light.borderColor": "#dcd8cf",
    "theme.light.sidebar.backgroundColor": "#f6f4ef",
    "theme.dark.primaryColor": "#57a8a6",
    "theme.dark.backgroundColor": "#15191c",
    "theme.dark.secondaryBackgroundColor": "#20262a",
    "theme.dark.textColor": "#e6e4df",
    "theme.dark.borderColor": "#343b40",
    "theme.dark.sidebar.backgroundColor": "#1a1f22",
}
"""Also in .streamlit/config.toml, for whoever runs the page without the command."""
