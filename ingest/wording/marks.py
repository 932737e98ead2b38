"""The marks before the points of a list: for the brackets of a pattern, and with numbers."""

from __future__ import annotations

import re

#: Marks that stand nowhere else; the last ones are those of symbol fonts.
BULLETS = "•▪■●○◦·➢➤►▶▼▾▸✓✔❖⮚\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
#: Dashes and hyphens, which are marks with a space after them only.
DASHES = "–—‐‑−-"
#: What a line of a list begins with: a mark, a number, a letter.
POINT = re.compile(rf"^\s*(?:[*o{BULLETS}{DASHES}]|\(?\w{{1,3}}[.)])\s")
#: Marks that divide the fields of one line: "Accountable: Head of Audit | Lead: Clerk".
DIVIDERS = "|→"
