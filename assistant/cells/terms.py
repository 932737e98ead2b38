"""The words of questions, labels and heads in one form: stems, periods, bands and measures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from ingest.lexical import tokenise
from ingest.wording.identifiers import NUMBER_WORDS

Measure = Literal["count", "share", "rate", "price", "interval", ""]

_PERIOD = re.compile(r"\b((?:19|20)\d\d|\d\d)\s?([/–-])\s?((?:19|20)?\d\d)\b")
_BETWEEN = re.compile(
    r"\b(\d{1,3})\s?(?:(?:year|month|week|day)s?\s)?(?:[–-]|to|and|through)\s?(\d{1,3})\b(?![%/.\d])"
)
_AND_OVER = re.compile(
    r"\b(\d{1,3})\s?(?:\+|plus\b|(?:years? )?(?:and|or) (?:over|older|above|more)\b)"
)
_OVER = re.compile(r"\b(?:over|above|older than|more than)[- ](?:the age of )?(\d{1,3})(?:s\b|\b)")
_UNDER = re.compile(
    r"\b(?:under|below|younger than|less than)[- ](?:the age of )?(\d{1,3})(?:s\b|\b)"
)
_WORD = re.compile(r"\b[a-z]&[a-z]\b|[^\W\d_]+(?:[’'][^\W\d_]+)?|\d[\d,]*(?:\.\d+)?|%")

_NUMBERS = {word: str(n) for n, word in enumerate(NUMBER_WORDS) if n > 1}
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b")
_PLURAL = re.compile(r"\b([A-Z]{2,})s\b")

#: Words of English for one thing, to one of them; stems.
_SAME = {
    "women": "femal", "woman": "femal", "girl": "femal", "ladi": "femal",
    "men": "male", "man": "male", "boy": "male",
    "children": "child", "kid": "child", "peopl": "person", "everyon": "person",
    "percent": "%", "percentag": "%", "proport": "%", "share": "%",
    "count": "number", "no": "number", "figur": "number", "amount": "number",
    "inmat": "prison", "overal": "total", "altogeth": "total",
    "dwell": "home", "hous": "home", "household": "home",
    "cost": "price", "£": "price",
    "jan": "januari", "feb": "februari", "mar": "march", "apr": "april", "jun": "june",
    "jul": "juli", "aug": "august", "sep": "septemb", "sept": "septemb", "oct": "octob",
    "nov": "novemb", "dec": "decemb",
}  # fmt: skip

#: Words that ask, and say nothing of which cell is meant.
ASKING = frozenset(
    """
    mani much number figur tell show give show find look say said list pleas exact current get got
    there per record report accord said tabl doc document page what know want happen happened
    need long old big larg go went come came cell row column live take took taken part often someon
    anyon somebodi use do done feel felt
    """.split()
)
#: What the rows of tables are of, in general: "which district had the most".
KINDS_OF_ROW = frozenset(
    """
    area district author counti council borough place group sector month year categori type
    organis team service servic unit region local on
    """.split()
)
#: Heads that say "all of them", which need not be asked for.
NEUTRAL = frozenset("person total grand all both overal count number valu rate".split())

_HOW_MANY = re.compile(r"\bhow many\b|\b(?:number|count|no\.?)\b", re.I)
_SHARE = re.compile(r"%|\bper ?cent(?:age)?\b|\bproportion\b|\bshare\b", re.I)
_RATE = re.compile(r"\brates?\b|\bper (?:1,?000|10,?000|100,?000|head)\b", re.I)
_PRICE = re.compile(r"\b(?:cost|price|charge|fee)s?\b|\bhow much\b|£", re.I)
_INTERVAL = re.compile(r"\b(?:lci|uci|confidence|interval|lower|upper|limit|ci)\b", re.I)


@lru_cache(maxsize=20_000)
def terms(text: str) -> frozenset[str]:
    """Give the terms of a text; a period is "p2015/16", a band "b65-69", "b65+" or "b<16"."""
    lowered = _PLURAL.sub(r"\1", text).lower().replace("−", "-")
    lowered = _NUMBER.sub(lambda match: _NUMBERS[match.group()], lowered)
    found: set[str] = set()

    def period(match: re.Match[str]) -> str:
        first, mark, second = match.groups()
        follows = (int(first[-2:]) + 1) % 100 == int(second[-2:])
        if not follows or (len(first) == 2 and mark != "/"):
            return match.group()
        century = first[:2] if len(first) == 4 else "20"
        found.add(f"p{century}{first[-2:]}/{second[-2:]}")
        return " "

    lowered = _PERIOD.sub(period, lowered)
    for pattern, form in (
        (_AND_OVER, "b{0}+"), (_BETWEEN, "b{0}-{1}"), (_OVER, "b{0}+"), (_UNDER, "b<{0}"),
    ):  # fmt: skip
        for match in pattern.finditer(lowered):
            found.add(form.format(*match.groups()))
        lowered = pattern.sub(" ", lowered)
    for word in _WORD.findall(lowered):
        found |= _stem(word)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> frozenset[str]:
    if word[0].isdigit() or word == "%" or "&" in word:
        return frozenset({word.replace(",", "")})
    bare = re.sub(r"[’']s$", "", word)
    if bare in ("no", "all"):
        return frozenset({_SAME.get(bare, bare)})
    stems = tokenise(bare)
    return frozenset(_SAME.get(bare, _SAME.get(s, s)) for s in stems if len(s) > 1)


def measures_asked(question: str) -> tuple[Measure, ...]:
    """Give the kinds of figure that a question asks for."""
    asked: list[Measure] = []
    if _SHARE.search(question):
        asked.append("share")
    if _RATE.search(question):
        asked.append("rate")
    if _HOW_MANY.search(question):
        asked.append("count")
    if _PRICE.search(question):
        asked.append("price")
    if _INTERVAL.search(question):
        asked.append("interval")
    return tuple(asked)


def measure_of(head: str, caption: str, values: tuple[str, ...]) -> Measure:
    """Give the kind of figure that a column holds, by its heads, its values and the caption."""
    if _INTERVAL.search(head):
        return "interval"
    if _SHARE.search(head) or _most(values, "%"):
        return "share"
    if _RATE.search(head) or re.search(r"\b(?:dsr|asr)\b", head, re.I):
        return "rate"
    if "£" in head or re.search(r"\bprice|cost\b", head, re.I) or _most(values, "£"):
        return "price"
    if re.search(r"\bvalue\b", head, re.I) and _RATE.search(caption):
        return "rate"
    figures = [v for v in values if any(c.isdigit() for c in v)]
    whole = [v for v in figures if re.match(r"^\d[\d,]*\D{0,2}$", v)]
    if _HOW_MANY.search(head) or len(whole) > 0.8 * max(len(figures), 1):
        return "count"
    return ""


def _most(values: tuple[str, ...], mark: str) -> bool:
    filled = [v for v in values if any(c.isdigit() for c in v)]
    return bool(filled) and sum(mark in v for v in filled) > 0.6 * len(filled)


_RANGE = re.compile(
    r"(?P<low>\d+(?:\.\d+)?)\s?(?:[–-]|to|and)\s?(?P<high>\d+(?:\.\d+)?)"
    r"|(?P<under><|≤|under|below|less than|up to)\s?(?P<most>\d+(?:\.\d+)?)"
    r"|(?P<over>>|≥|over|above|more than|at least)\s?(?P<least>\d+(?:\.\d+)?)"
    r"|(?P<plus>\d+(?:\.\d+)?)\s?\+",
    re.I,
)
_UNIT = re.compile(r"^\s?([a-zµ%]+(?:/[a-z]+)?)", re.I)


def within(number: float, unit: str, text: str) -> bool:
    """Whether a short cell gives a range that a number lies in, in the same unit if any."""
    found = _RANGE.search(text) if len(text) < 90 else None
    if found is None:
        return False
    named = unit.lower() in text.lower() if unit else True
    return named and _holds(number, found)


def _holds(number: float, found: re.Match[str]) -> bool:
    if found["low"]:
        return float(found["low"]) <= number <= float(found["high"])
    if found["under"]:
        end = float(found["most"])
        return number < end or (found["under"].lower() in ("≤", "up to") and number == end)
    if found["over"]:
        end = float(found["least"])
        return number > end or (found["over"].lower() in ("≥", "at least") and number == end)
    return number >= float(found["plus"])


def amounts(question: str) -> list[tuple[float, str]]:
    """Give the numbers of a question that may lie in a range, each with its unit."""
    found = []
    for match in re.finditer(r"(?<![\d/–.-])\d+(?:\.\d+)?(?![\d/–-])", question):
        if re.fullmatch(r"(?:19|20)\d\d", match.group()):
            continue
        unit = _UNIT.match(question[match.end() :])
        known = unit and re.fullmatch(r"(?:m?mol|m?g|ml|mm|%|kg|mcg)(?:/\w+)?", unit[1], re.I)
        found.append((float(match.group()), unit[1] if unit and known else ""))
    return found
