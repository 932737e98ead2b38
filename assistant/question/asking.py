"""What a question asks: its core without what is told before it, and its parts one by one."""

from __future__ import annotations

import re

from assistant.question.understand import CONTEXT, content_words
from assistant.wording.cues import AND_WHICH

_SENTENCE = re.compile(r"(?<=\?)\s+(?=\S)|(?<=[.!])\s+(?=[A-Z\"“‘'(\d])")
_WH = (
    r"(?:(?:by|since|until|from|to|for|in|on|at|under|of|with)\s+)?"
    r"(?:who|whom|whose|what|which|where|when|why|how)\b"
)
_IMPERATIVE = (
    r"^\W*(?:list|name|give|tell|show|explain|describe|talk|walk|summarise|outline|define)\b"
)
_ASKS = re.compile(rf"\?\s*$|\b{_WH}|{_IMPERATIVE}", re.IGNORECASE)
_FILLER = re.compile(
    r"^\W*(?:please|pls|plz|hi|hello|hey|so|ok(?:ay)?|right|also|quick one|just"
    r"|(?:can|could|would|will) (?:you|someone|anyone)(?: please)?"
    r"(?: (?:tell|show|remind|explain to) (?:me|us))?"
    r"|(?:talk|walk|take) (?:me|us) through|(?:tell|remind|show|give) (?:me|us)(?: again| about)?"
    r"|do (?:you|we) know|i(?:['’]d like| want| need| am trying|['’]m trying) to (?:know|find out)"
    r"|i(?:['’]m| am) (?:not sure|wondering|confused about)(?: about)?"
    rf"|(?:[\w’'-]+ ){{1,4}}?(?:(?:has|have|had|keeps?|is|are) (?:been )?ask(?:ed|ing)"
    r"|wants? to know)"
    rf"(?: (?:me|us))?(?= {_WH}))(?:[\s,:;–-]+|$)",
    re.IGNORECASE,
)
_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|has|have|can|could|should|must|will|would|may)\s+"
    r"(?:it|they|he|she|this|that|these|those|there|we|i|you|the)\b"
)
#: Where one question ends and the next begins: "…, and who …", "… and is it …".
_NEXT = re.compile(
    rf"(?:[,;:]?\s+(?:and|or|but|then|plus)(?: then| also)?,?\s+(?={_WH}|{_AUXILIARY})"
    r"|[,;]\s+(?=(?:what|why|how)\b))",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|this|that|these|those|he|she|his|her|one|ones|there)\b", re.I
)
#: What is only said of the answer that is wanted: "All of them please."
_WISH = re.compile(
    r"^\W*(?:(?:please|pls|just|only|i|we|and)\W+)*(?:just|only|need|want|full|all|every|each|give|list"
    r"|name|tell|show|quick(?:ly)?|brief(?:ly)?|short)\b",
    re.IGNORECASE,
)
#: Words that say which document is meant, not what is asked of it.
_OF_EDITION = re.compile(
    r"\d{4}|draft|final|current|old(?:er)?|newe?r?|earlier|later|latest|previous|original|first"
    r"|second|version|edition|policy|plan|strategy|report|document|update|guideline|guidance|one",
    re.IGNORECASE,
)
_FEWEST = 3  # words of a part, telling words of a core


def core(text: str) -> str:
    """Give the sentences of a question that ask, without the words that only lead to the asking.

    The question as it is where these say too little to be understood alone.
    """
    context = CONTEXT.search(text)
    if context:
        return f"{core(text[: context.start()])}{context.group()}"
    bare = _bare(asking(text))
    return bare if len(content_words(bare)) >= _FEWEST else text


def asking(text: str) -> str:
    """Give the sentences of a question that ask, empty where none does."""
    asked = [s for s in _SENTENCE.split(text) if _ASKS.search(s)]
    return " ".join(s for n, s in enumerate(asked) if not (n and _is_wish(s)))


def parts(text: str) -> tuple[str, ...]:
    """Give the questions that a question holds, in order; one where it holds one.

    What is told before the first asking sentence stays with it.
    """
    context = CONTEXT.search(text)
    if context:
        first, *rest = parts(text[: context.start()])
        return (f"{first}{context.group()}", *rest)
    found: list[str] = []
    told = ""
    for sentence in _SENTENCE.split(text.strip()):
        if found and _is_wish(sentence):
            continue
        if not _ASKS.search(sentence):
            told = f"{told} {sentence}".strip()
            continue
        own = _split(_bare(sentence))
        if found and AND_WHICH.search(own[0]) and len(content_words(own[0])) < 2:
            own = [f"{found.pop()} {own[0]}", *own[1:]]
        found.extend([f"{told} {own[0]}".strip(), *own[1:]])
        told = ""
    if told and found:
        found[-1] = f"{found[-1]} {told}"
    return tuple(found) or (text,)


def _is_wish(sentence: str) -> bool:
    """Whether a sentence asks nothing of its own, but says how much of the answer is wanted."""
    asks = re.search(rf"\b{_WH}", sentence, re.IGNORECASE)
    return not asks and bool(_WISH.match(sentence)) and len(content_words(sentence)) < _FEWEST


def with_topic(part: str, first: str) -> str:
    """Give a later part with what the first is about, where it only points to it."""
    own = own_words(part)
    if len(own) > 2 and not _PRONOUN.search(part):
        return part
    topic = [w for w in content_words(first) if w not in own and not _OF_EDITION.fullmatch(w)]
    return f"{part.rstrip('?. ')}: {' '.join(topic)}?" if topic else part


def own_words(part: str) -> list[str]:
    """Give the words that say what a part is about, without those for an edition."""
    return [w for w in content_words(part) if not _OF_EDITION.fullmatch(w)]


def _split(sentence: str) -> list[str]:
    """Split one sentence where a further question begins."""
    pieces: list[str] = []
    start = 0
    for cut in _NEXT.finditer(sentence):
        piece = sentence[start : cut.start()].strip(" ,;")
        if len(piece.split()) >= _FEWEST and _ASKS.search(piece):
            pieces.append(f"{piece}?")
            start = cut.end()
    rest = sentence[start:].strip(" ,;")
    if pieces and (len(rest.split()) < 2 or AND_WHICH.match(rest)):
        return [*pieces[:-1], sentence[sentence.find(pieces[-1][:-1]) :]]
    return [*pieces, rest]


def _bare(text: str) -> str:
    """Leave out what is said before a question out of politeness or habit."""
    while (shorter := _FILLER.sub("", text)) != text:
        text = shorter
    return text.strip()
