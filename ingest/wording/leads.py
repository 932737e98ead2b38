"""Bold words that begin a sentence of plain text: a term before what it means, a run-in head."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

_ENDS = ".;:!?"


def bold_leads(runs: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """Give the bold words that begin a text or follow a sentence's end; () where all is bold.

    `runs` are pieces of text in reading order, each with whether it is bold.
    """
    joined = [
        (" ".join(text for text, _ in part).strip(), bold)
        for bold, part in groupby((r for r in runs if r[0].strip()), key=lambda run: run[1])
    ]
    if all(bold for _, bold in joined):
        return ()
    before = ("", *(text for text, _ in joined))
    return tuple(
        " ".join(text.split())
        for (text, bold), last in zip(joined, before, strict=False)
        if bold and (not last or last[-1] in _ENDS)
    )
