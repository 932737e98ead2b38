"""The marks before the points of a list, for use inside the brackets of a pattern."""

from __future__ import annotations

#: Marks that stand nowhere else; the last ones are those of symbol fonts.
BULLETS = "•▪■●○◦·➢➤►▶✓✔❖⮚\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
#: Dashes and hyphens, which are marks with a space after them only.
DASHES = "–—‐‑−-"
