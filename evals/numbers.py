"""Finds whole numbers in a sentence, written in digits or in words."""

from __future__ import annotations

import re

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_BY_WORD = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    **{
        f"{tens}-{_UNITS[units]}": 20 + 10 * place + units
        for place, tens in enumerate(_TENS)
        for units in range(1, 10)
    },
}
_DIGITS = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?!\w|[.,]\d)")
# Longest first, so that "twenty-two" is not taken for "twenty".
_SPELT = re.compile(
    rf"\b(?:{'|'.join(sorted(_BY_WORD, key=len, reverse=True)).replace('-', '[- ]')})\b"
)


def numbers_in(text: str) -> frozenset[int]:
    """Give the whole numbers of a text in plain form, in digits or, below 100, in words.

    The digits of an identifier or of a decimal number ("2.6c", "1.2") are none.
    """
    digits = {int(match.replace(",", "")) for match in _DIGITS.findall(text)}
    return frozenset(digits | {_BY_WORD[m.replace(" ", "-")] for m in _SPELT.findall(text)})
