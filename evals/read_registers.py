"""How exactly the registers of invented documents are read: each layout with its entries by hand.

`python -m evals.read_registers [SET ...]` prints, for each document, how many entries are found and
how many of their texts, owners, dates and statuses are as printed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from ingest.pipeline import read_document
from ingest.types import Document, Item
from ingest.wording.identifiers import canonical
from ingest.wording.roles import role_told

REGISTERS = Path(__file__).parent / "registers"
_ROLES = ("owner", "date", "status")
_ALIKE = 80  # of 100, from which an entry without a number is the one that is looked for
_MORE = 12  # letters that a text may have besides


@dataclass(frozen=True, slots=True)
class Truth:
    """An entry as its document prints it; a value is "" where it tells none."""

    document: str
    identifier: str
    text: str
    owner: str
    date: str
    status: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many entries there are and were found, and how many values there are and were exact."""

    document: str
    entries: int
    found: int
    values: int
    exact: int
    missed: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The values that were exact, 0 to 1."""
        return self.exact / self.values if self.values else 1.0


def truths(name: str) -> Mapping[str, Sequence[Truth]]:
    """Give the entries of a set's documents, by the document."""
    told = json.loads((REGISTERS / f"{name}.json").read_text(encoding="utf-8"))
    own = [Truth(**{key: one[key] for key in Truth.__slots__}) for one in told]
    return {t.document: [o for o in own if o.document == t.document] for t in own}


def sets() -> list[str]:
    """Give the names of all sets."""
    return sorted(path.stem for path in REGISTERS.glob("*.json"))


def scores(name: str) -> list[Score]:
    """Read the documents of a set and compare each with its entries."""
    return [
        score(read_document(REGISTERS / name / document), own)
        for document, own in sorted(truths(name).items())
    ]


def score(document: Document, own: Sequence[Truth]) -> Score:
    """Compare a document with its entries; the unnumbered are found by their words."""
    entries = [i for i in document.items if i.kind in ("entry", "group")]
    used: set[str] = set()
    found, exact, missed = 0, 0, list[str]()
    for truth in own:
        item = _found(entries, truth, used)
        used |= {item.key} if item else set()
        found += item is not None
        for name, value in _values(truth):
            right = item is not None and _is_exact(item, name, value)
            exact += right
            missed += [] if right else [f"{truth.identifier or truth.text[:30]}: {name}"]
    values = sum(len(list(_values(truth))) for truth in own)
    return Score(document.info.name, len(own), found, values, exact, tuple(missed))


def _values(truth: Truth) -> Iterable[tuple[str, str]]:
    names = ("text", *_ROLES)
    return ((name, getattr(truth, name)) for name in names if _letters(getattr(truth, name)))


def _found(entries: Sequence[Item], truth: Truth, used: set[str]) -> Item | None:
    number = canonical(truth.identifier)
    named = [i for i in entries if number and canonical(i.identifier) == number]
    own = named or [i for i in entries if i.key not in used]
    best = max(own, key=lambda i: (_alike(i, truth), i.key not in used), default=None)
    return best if best and (named or _alike(best, truth) >= _ALIKE) else None


def _alike(item: Item, truth: Truth) -> float:
    return fuzz.ratio(_letters(item.text), _letters(truth.text))


def _is_exact(item: Item, name: str, value: str) -> bool:
    """Whether an entry has a value as printed; "by" before a day is left aside."""
    wanted = _letters(value)
    if name == "text":
        own = _letters(item.text)
        return own.startswith(wanted) and len(own) <= len(wanted) + _MORE
    told = [(role_told(f.name, f.value), f.value) for f in item.fields if f.value]
    values = [v for role, v in told if role == name]
    if name == "status":  # an update may begin with it, a column of another name tell it alone
        values += [v.split(".")[0] for role, v in told if role in ("update", "other")]
    return any(re.sub(r"^by", "", _letters(v)) == re.sub(r"^by", "", wanted) for v in values)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower().replace("ﬁ", "fi").replace("ﬂ", "fl"))


def table(names: Sequence[str]) -> str:
    """Give a line for each document and one for all of a set, as a Markdown table."""
    lines = ["| document | entries found | values exact |", "| --- | --- | --- |"]
    for name in names:
        own = scores(name)
        lines += [_line(s.document, [s]) for s in own]
        lines.append(_line(f"**{name}, all**", own))
    return "\n".join(lines)


def _line(name: str, own: Sequence[Score]) -> str:
    found, entries = sum(s.found for s in own), sum(s.entries for s in own)
    exact, values = sum(s.exact for s in own), sum(s.values for s in own)
    return f"| {name} | {found} of {entries} | {exact} of {values} ({exact / values:.0%}) |"


if __name__ == "__main__":
    print(table(sys.argv[1:] or sets()))  # noqa: T201
