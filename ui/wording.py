"""Small matters of wording for the terminal."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Give a number with its noun in the right form.

    >>> counted(1, "page"), counted(1200, "page")
    ('1 page', '1,200 pages')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
