"""Abbreviations and terms: listed in an annex, or explained where they first stand.

In running text the pairs are found as Schwartz and Hearst describe (A simple algorithm for
identifying abbreviation definitions in biomedical text, PSB 2003): the letters of "(DTOA)" are
matched backwards in the words before the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks.tables import Table
from ingest.items.led_terms import led_terms
from ingest.items.run_in_terms import LIST_TITLE, glossary_item, is_short, run_in
from ingest.items.terms_in_prose import terms_in_prose
from ingest.rows.keys import meanings
from ingest.types import Block, Item, Place
from ingest.wording.marks import DASHES

_LISTED = re.compile(
    rf"^(?P<short>[A-Z0-9][\w&/’'.-]{{1,14}}(?: [A-Z][a-z]+){{0,2}})"
    rf"\s*(?:[–—=:]|[{DASHES}](?=\s)|\t|\.{{3,}})\s*"
    r"(?P<long>[\w(‘“\"].{2,160})$"
)
#: "SFST standardized field sobriety testing": nothing but a space between them.
_SPACED = re.compile(r"^(?P<short>[A-Z][A-Z0-9&]{1,9})\s+(?P<long>[A-Za-z][^.:;]{4,90})$")
_BRACKETED = re.compile(r"\((?:the\s)?[‘'“\"]?(?P<short>[A-Z][A-Za-z0-9&/-]{1,11})[’'”\"]?s?\)")
_EXPLAINED = re.compile(r"\b(?P<short>[A-Z][A-Z0-9&]{1,11}s?)\s\((?P<long>[A-Z][^()]{6,90})\)")
#: "FSA: first specialist assessment, …", "SSRI Site-specific risk information: …".
_LEADING = re.compile(
    r"(?:^|(?<=[.;]\s))(?P<short>[A-Z][A-Z0-9&]{1,7})(?P<mark>:?)\s(?P<long>[A-Za-z][^.:;,()]{6,80}?)(?=[.:;,(]|$)"
)
#: "ICV stands for independent custody visitor, HCP for healthcare professional, and …".
_STANDS_FOR = re.compile(r"\b(?:stands?|is short|are short) for\b")
_FOR = re.compile(
    r"\b(?P<short>[A-Z][A-Z0-9&]{1,7})(?:,? (?:stands|is short))? for (?:the )?"
    r"(?P<long>[A-Za-z][^.:;,()]{4,80}?)(?=[.:;,]|,? and (?:the )?[A-Z]{2,}|$)"
)
_NO_NAME = 3  # letters from which words in capitals are no rank and a person's name
_SMALL = frozenset("and or of the for to in on a an at by with".split())
_TERM_TITLE = re.compile(
    r"\b(?:definition|glossary|terms|terminolog|short forms|words (?:we|used|and)\b)", re.I
)
#: The next abbreviation of several in one paragraph.
_NEXT = re.compile(rf"[.;]\s[A-Z]{{2,}}\w*\s[{DASHES}]\s")
_TERM_COLUMN = re.compile(
    r"^(?:short forms?|abbreviations?|acronyms?|initials|terms?|words?|phrases?|expressions?)\b",
    re.I,
)
_MEANING_COLUMN = re.compile(
    r"\b(?:meanings?|means|definitions?|stands for|in full|full (?:name|form|title)|explanation)\b",
    re.I,
)
_TERM = re.compile(
    rf"^(?P<term>[A-Z][\w’' /&-]{{2,60}}?)(?:\t|\s?\.{{3,}}\s|\s?(?:[:–—]|[{DASHES}](?=\s))\s+)"
    r"(?P<text>\S.{20,})$"
)


def glossary(
    document: str, blocks: Sequence[Block], tables: Sequence[Table], rows: Sequence[Item]
) -> list[Item]:
    """Give a document's abbreviations and defined terms, each once, the listed ones first."""
    found: dict[tuple[str, str], Item] = {}
    for item in (
        *run_in(document, blocks),
        *_listed(document, blocks),
        *_tabled(document, tables),
        *_in_text(document, [*_block_texts(blocks), *_row_texts(rows)]),
        *_terms(document, blocks),
        *terms_in_prose(document, blocks),
    ):
        term = item.identifier.lower()
        spelled = found.get(("acronym", term))
        if not (spelled and spelled.text == item.text):
            found.setdefault((item.kind, term), item)
    return list(found.values())


def _listed(document: str, blocks: Sequence[Block]) -> Iterator[Item]:
    """Abbreviations in a list: under a heading that says so, or three lines running."""
    for index, block in enumerate(blocks):
        match = _LISTED.match(block.text.lstrip("•▪- "))
        titled = any(LIST_TITLE.search(title) for title in block.section)
        spaced = _SPACED.match(block.text) if titled and match is None else None
        if spaced and _are_initials(spaced["short"], spaced["long"]):
            yield _item(document, "acronym", spaced["short"], spaced["long"], block)
        if match is None or not is_short(match["short"]) or _NEXT.search(block.text):
            continue
        if titled or _in_run(blocks, index):
            yield _item(document, "acronym", match["short"], match["long"], block)


def _are_initials(short: str, words: str) -> bool:
    """Whether the letters of an abbreviation begin words, in order, the first the first word."""
    letters = "".join(filter(str.isalpha, short))
    return words[:1].upper() == letters[0] and _initials_fit(letters, words)


def _in_run(blocks: Sequence[Block], index: int) -> bool:
    def fits(at: int) -> bool:
        if not 0 <= at < len(blocks):
            return False
        found = _LISTED.match(blocks[at].text)
        return found is not None and is_short(found["short"])

    return (fits(index - 1) and (fits(index + 1) or fits(index - 2))) or (
        fits(index + 1) and fits(index + 2)
    )


def _tabled(document: str, tables: Sequence[Table]) -> Iterator[Item]:
    for table in tables:
        for status, meaning, row in meanings(table):
            place = row.on_page(row.pages[0])
            yield glossary_item(document, "definition", status, meaning, table.section, (place,))
        if not _lists_terms(table):
            continue
        for row in table.rows:
            filled = [v for v in row.values if v]
            if len(filled) == 2 and row.pages:
                kind = "acronym" if is_short(filled[0]) else "definition"
                place = row.on_page(row.pages[0])
                yield glossary_item(document, kind, filled[0], filled[1], table.section, (place,))


def _lists_terms(table: Table) -> bool:
    if len(table.header) == 2 and _TERM_COLUMN.match(table.header[0]):
        return _MEANING_COLUMN.search(table.header[1]) is not None or table.header[0] == "Term"
    return any(LIST_TITLE.search(title) for title in (*table.section, *table.header))


@dataclass(frozen=True, slots=True)
class _Text:
    """Running text in which abbreviations may be explained, and where it stands."""

    text: str
    section: tuple[str, ...]
    places: tuple[Place, ...]


def _block_texts(blocks: Iterable[Block]) -> Iterator[_Text]:
    for block in blocks:
        yield _Text(block.text, block.section, block.places)


def _row_texts(rows: Iterable[Item]) -> Iterator[_Text]:
    for item in rows:
        yield _Text(item.text, item.section, item.places)
        for field in item.fields:
            yield _Text(field.value, item.section, field.places)


def _in_text(document: str, texts: Iterable[_Text]) -> Iterator[Item]:
    for one in texts:
        for short, long in _explained(one.text):
            yield glossary_item(document, "acronym", short, long, one.section, one.places)


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """Give the abbreviations that a text explains where they stand, with what they stand for."""
    for match in _BRACKETED.finditer(text):
        long = expansion(text[: match.start()], match["short"])
        if long and is_short(match["short"]):
            yield match["short"], long
    for match in _LEADING.finditer(text):
        named = not match["mark"] and match["long"].istitle() and len(match["short"]) < _NO_NAME
        fits = is_short(match["short"]) and _are_its_words(match["short"], match["long"])
        if fits and not named:  # "PC Paul Carter"
            yield match["short"], match["long"]
    for match in _FOR.finditer(text) if _STANDS_FOR.search(text) else ():
        if expansion(match["long"], match["short"]) == match["long"]:
            yield match["short"], match["long"]
    for match in _EXPLAINED.finditer(text):
        if _initials_fit(match["short"], match["long"]):
            yield match["short"], match["long"]


def _are_its_words(short: str, long: str) -> bool:
    """Whether the letters of an abbreviation are the first ones of all words but small ones."""
    words = re.findall(r"[A-Za-z]+", long)
    telling = [w for w in words if w.lower() not in _SMALL]
    return "".join(w[0] for w in telling).lower() == short.lower()


def expansion(before: str, short: str) -> str:
    """Give the words before a bracketed abbreviation that it stands for, or nothing.

    Schwartz and Hearst 2003: from the right, each character of the short form is matched to a
    character of the long form; the first must begin a word.
    """
    words = before.split()
    letters = [c.lower() for c in short if c.isalnum()]
    if short.endswith("s") and short[:-1].isupper():
        letters = letters[:-1]
    window = " ".join(words[-min(len(letters) + 5, len(letters) * 2) :])
    starts = list(_starts(window, letters))
    capital = [at for at in starts if window[at].isupper()]
    if not starts:
        return ""
    long = window[capital[0] if capital else starts[0] :].strip(" ,;:–-")
    crossed = re.search(r"[.;:()](?:\s|$)", long)
    return long if len(long) > len(short) and not crossed else ""


def _starts(window: str, letters: Sequence[str]) -> Iterator[int]:
    """Give where the long form may begin, nearest to the bracket first."""
    at = len(window) - 1
    for index in range(len(letters) - 1, 0, -1):
        while at >= 0 and window[at].lower() != letters[index]:
            at -= 1
        at -= 1
    for place in range(at, -1, -1):
        begins = place == 0 or not window[place - 1].isalnum()
        if begins and window[place].lower() == letters[0]:
            yield place


def _initials_fit(short: str, long: str) -> bool:
    initials = "".join(re.findall(r"\b[A-Za-z]", long)).lower()
    wanted = short.rstrip("s").lower()
    found = 0
    for letter in initials:
        if found < len(wanted) and letter == wanted[found]:
            found += 1
    return found == len(wanted)


def _terms(document: str, blocks: Sequence[Block]) -> Iterator[Item]:
    """Terms with what they mean: a heading in a part called Definitions, or "Term: …" there.

    Elsewhere three such lines running are terms, where their meanings begin in lower case.
    """
    for index, block in enumerate(blocks):
        title = LIST_TITLE if "\t" in block.text else _TERM_TITLE
        titled = any(title.search(heading) for heading in block.section)
        if not titled and not _explains(blocks, index):
            continue
        if titled and (led := list(led_terms(block))):
            yield from (_item(document, kind, term, text, block) for kind, term, text in led)
            continue
        if block.kind == "heading":
            body = _following(blocks, index)
            if body is not None:
                long = body.text.partition(":")[0].rstrip(".")
                if is_short(block.text) and _are_its_words(block.text, long):
                    yield _item(document, "acronym", block.text, long, body)
                yield _item(document, "definition", block.text, body.text, body)
        elif _NEXT.search(block.text):
            continue
        elif (match := _TERM.match(block.text)) and _is_term(match["term"]):
            yield _item(document, "definition", match["term"], match["text"], block)


def _explains(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line is one of three running that say what a term means: "Call: a call that …"."""

    def fits(at: int) -> bool:
        line = blocks[at] if 0 <= at < len(blocks) else None
        found = _TERM.match(line.text) if line and line.kind == "paragraph" else None
        return bool(found and found["text"][0].islower() and _is_term(found["term"]))

    return any(all(fits(index + n) for n in run) for run in ((-2, -1, 0), (-1, 0, 1), (0, 1, 2)))


def _is_term(text: str) -> bool:
    return len(text.split()) <= 6 and text.split(maxsplit=1)[0] not in (
        "The",
        "A",
        "An",
        "This",
        "There",
    )


def _following(blocks: Sequence[Block], index: int) -> Block | None:
    for block in blocks[index + 1 :]:
        if block.kind == "heading":
            return None
        if block.kind == "paragraph":
            return block
    return None


def _item(document: str, kind: str, term: str, meaning: str, block: Block) -> Item:
    return glossary_item(document, kind, term, meaning, block.section, block.places)
