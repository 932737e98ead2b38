"""Entries set as forms, one small table each: "Reference R01 | Priority High" over labelled rows.

A reader gives each form as a table of names and values beside each other. Where several have the
same names, of which the first tells a number, they are rows of one register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.elements import Grid
from ingest.types import Block, Cell
from ingest.wording.identifiers import NOUNS, is_identifier, singular
from ingest.wording.reflow import in_one_line
from ingest.wording.roles import TOLD_OF_ENTRIES, role_of

_FEWEST = 2  # forms
_LEAST = 3  # pairs of a form
_COMMON = 0.6  # of the forms have a name
_LONGEST_NAME = 6  # words
_NUMBERED = re.compile(r"\s(?:no\.?|nr\.?|number|ref\.?)$", re.I)  # "Risk no."

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Form:
    """The pairs of one form, on which page it begins, and how many elements it takes."""

    page: int
    pairs: tuple[Pair, ...]
    elements: int = 1


def with_forms_told(elements: Iterable[Block | Grid]) -> list[Block | Grid]:
    """Give the elements, such forms as rows under the names that they have in common."""
    own = list(elements)
    forms = _forms(own)
    names = _names(forms.values())
    if not names:
        return own
    found: list[Block | Grid] = []
    index = 0
    while index < len(own):
        form = forms.get(index)
        found.append(_row(form, names) if form else own[index])
        index += form.elements if form else 1
    return found


def _forms(elements: Sequence[Block | Grid]) -> dict[int, _Form]:
    """Give the forms by where they begin; what a page break cuts off goes with its form."""
    found: dict[int, _Form] = {}
    last: int | None = None
    for index, element in enumerate(elements):
        pairs = _pairs(element) if isinstance(element, Grid) else ()
        if isinstance(element, Grid) and pairs and _opens(pairs):
            last = index
            found[index] = _Form(element.page, pairs)
        elif isinstance(element, Grid) and pairs and last is not None:
            form = found[last]
            cut = element.page == form.page + 1 and last + form.elements == index
            if cut and not {n for n, _ in pairs} & {n for n, _ in form.pairs}:
                pairs = (*form.pairs, *pairs)
                found[last] = replace(form, pairs=pairs, elements=form.elements + 1)
    return found


def _pairs(grid: Grid) -> tuple[Pair, ...]:
    """Read rows of one or two names, each with its value to the right; () for other rows."""
    found: list[Pair] = []
    for row in grid.rows:
        cells = [in_one_line(c.text) for c in row]
        if len(cells) not in (2, 4):
            return ()
        pairs = list(zip(cells[::2], cells[1::2], strict=True))
        if not all(_is_name(name) for name, value in pairs if name or value):
            return ()
        found.extend((name.rstrip(": "), value) for name, value in pairs if name)
    return tuple(found)


def _is_name(text: str) -> bool:
    text = _NUMBERED.sub("", text)
    return 0 < len(text.split()) <= _LONGEST_NAME and text[-1] not in ".;,?!" and text[0].isalpha()


def _opens(pairs: Sequence[Pair]) -> bool:
    """Whether a form begins: its first name tells a number, "Reference" or "Recommendation"."""
    name, value = pairs[0]
    bare = _NUMBERED.sub("", name)
    numbered = role_of(name) == "identifier" or singular(bare.lower()) in NOUNS
    return numbered and is_identifier(value)


def _names(forms: Iterable[_Form]) -> list[str]:
    """Give the names that most forms have, in order; none where they make no register."""
    own = list(forms)
    seen = Counter(name for form in own for name in dict.fromkeys(n for n, _ in form.pairs))
    names = [n for n, times in seen.items() if times >= _COMMON * len(own)]
    first = {form.pairs[0][0] for form in own}
    told = {role_of(n) for n in names} & set(TOLD_OF_ENTRIES)
    several = len(own) >= _FEWEST and len(first) == 1 and len(names) >= _LEAST
    return list(seen) if several and told else []


def _row(form: _Form, names: Sequence[str]) -> Grid:
    told = dict(form.pairs)
    heads = tuple(Cell(name, column) for column, name in enumerate(names))
    cells = tuple(Cell(told.get(name, ""), column, label=name) for column, name in enumerate(names))
    return Grid(form.page, (heads, cells), len(names), bold_rows=(0,))
