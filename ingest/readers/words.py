"""The words of one paragraph or cell, run by run, before they have their place on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.wording.leads import bold_leads
from ingest.wording.reflow import collapse
from ingest.wording.roles import role_of

_UNSEEN = re.compile("[\u00ad\u200b\u200c\u2060\ufeff\x00-\x08\x0e-\x1f]")
_LABELLED = re.compile(r"^(?P<label>[^:]{2,48}):\s+\S")
_LONGEST_HEADING = 110


@dataclass(frozen=True, slots=True)
class Words:
    """Text, a line end between its lines; `struck` is what was struck out of it.

    `printed` is how the page has it, where a mark was put in to say what its parts are; `leads`
    are the bold words that begin its sentences, where the rest is plain.
    """

    text: str = ""
    struck: str = ""
    bold: bool = False
    size: float = 0.0
    printed: str = ""
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A table's cell as its file has it: its words, first column (from 0) and columns covered.

    `repeated` is a cell merged over rows in each of them but the first, where it is printed.
    """

    words: Words
    column: int
    span: int = 1
    repeated: bool = False


class Inline:
    """The words of a paragraph as they come, run by run."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, bool, bool, float]] = []

    def add(self, text: str, *, bold: bool = False, struck: bool = False, size: float = 0) -> None:
        """Add a run; its line ends are mere spaces."""
        self._runs.append((re.sub(r"\s+", " ", text), bold, struck, size))

    def break_line(self) -> None:
        """Begin a new line of the same paragraph."""
        self._runs.append(("\n", True, False, 0.0))

    @property
    def at_break(self) -> bool:
        """Whether a line was just begun and nothing stands on it."""
        last = next((text for text, *_ in reversed(self._runs) if text == "\n" or text.strip()), "")
        return last == "\n"

    def words(self) -> Words:
        """Give what was added and begin anew."""
        if not self._runs:
            return Words()
        runs, self._runs = self._runs, []
        seen = [(bold, size) for text, bold, struck, size in runs if not struck and text.strip()]
        return Words(
            text=tidy("".join(text for text, _, struck, _ in runs if not struck)),
            struck=tidy("".join(text for text, _, struck, _ in runs if struck)),
            bold=bool(seen) and all(bold for bold, _ in seen),
            size=max((size for _, size in seen), default=0.0),
            leads=bold_leads((text, bold) for text, bold, struck, _ in runs if not struck),
        )


def tidy(text: str) -> str:
    """Give lines without needless spaces, soft hyphens and characters that nobody sees."""
    lines = (collapse(line) for line in _UNSEEN.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def is_title(words: Words) -> bool:
    """Whether a paragraph is bold throughout and short, and reads like a title."""
    text = collapse(words.text)
    if not words.bold or len(text) > _LONGEST_HEADING or not re.search(r"[^\W\d_]{2}", text):
        return False
    if text[-1] in ".;,?!":
        return False
    label = _LABELLED.match(text)
    return not (label and role_of(label["label"]) in ("owner", "status", "date", "update"))


_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip


def creation_date(text: str) -> str:
    """Give a date in the form of a PDF's metadata, "D:20240422"; empty where it is none."""
    iso = re.match(r"\s*(\d{4})-?(\d{2})?-?(\d{2})?", text)
    if iso:
        return "D:" + "".join(part for part in iso.groups() if part)
    said = re.search(r"\b(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Z][a-z]{2})[a-z]*,? (\d{4})\b", text)
    if said and said[2].lower() in _MONTHS:
        month = _MONTHS.index(said[2].lower()) + 1
        return f"D:{said[3]}{month:02}" + (f"{int(said[1]):02}" if said[1] else "")
    return ""
