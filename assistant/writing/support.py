"""Whether a quote bears a sentence out: facts exactly, wording by overlap and by the reranker.

A sentence passes when every figure, date, identifier and name of it is in the quote or in what
the citation says of it (title, section, the entry's identifier); when it denies, hedges and
generalises no more and no less than the quote; when nearly all its words are the quote's; and
when the reranker finds the quote to be about it. Overlap and score were set on the reference
answers of `evals/questions/dev.jsonl` against their own evidence and against others', see
docs/language-model.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.retrieval.rerank import Reranker
from assistant.types import Answer, AnswerItem, Citation
from assistant.wording.english import is_common
from assistant.wording.facts import all_figures, dated, facts, one_form, without_figures
from ingest.lexical import tokenise
from ingest.wording.identifiers import canonical
from ingest.wording.sentences import sentences

_OVERLAP = 0.6  # share of a sentence's telling words that the quote must have
_ABOUT = 0.0  # logit from which a quote is about a sentence
_FEWEST = 3  # words of a sentence that says anything
_RARE = 8000  # places in the list of English words: rarer ones must be the quote's
_READ = 900  # characters of a quote that the reranker reads at a time

_DENIAL = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|cannot|nobody|nothing|unable|fail(?:s|ed|ure)?"
    r"|lacks?|lacking|refus\w+|declin(?:ed?|es) to)\b|n[’']t\b",
    re.IGNORECASE,
)
_SWEEPING = re.compile(
    r"\b(?:all|every|always|only|sole(?:ly)?|any|each|most|majority|both|must|exactly|entire(?:ly)?"
    r"|whole|fully|complete(?:ly)?|guarantee[sd]?|unanimous(?:ly)?)\b",
    re.IGNORECASE,
)
_AHEAD = (
    r"(?:will|would|should|may|might|could|can|to|planned|plans?|propos\w+|intend\w*|aims?|due"
    r"|expected|hopes?)"
)
_DONE = re.compile(
    r"(?<!\bto )\b(?P<cue>has|have|had|was|were|been|is|are|being|be)\s+(?:\w+ly\s+|now\s+)?"
    r"(?P<deed>\w{3,}(?:ed|en|wn|lt|nt|pt))\b",
    re.IGNORECASE,
)
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{a})\b", re.I), re.compile(rf"\b(?:{b})\b", re.I))
    for a, b in (
        (r"increas\w+|ris(?:e|es|en|ing)|rose|gr[eo]w\w*", r"decreas\w+|f[ae]ll\w*|reduc\w+"),
        (r"more|higher|greater|above|over", r"less|lower|fewer|below|under"),
        (r"before|prior|earlier", r"after|following|later"),
        (r"best|highest|largest|most", r"worst|lowest|smallest|least"),
        (r"accept\w*|approv\w+|agreed", r"reject\w*|refus\w+|dismiss\w*"),
        (r"support\w*|welcom\w+", r"oppos\w+|object\w*"),
        (r"on track|on time|ahead", r"delay\w*|behind|late|overdue|off track"),
        (r"start\w*|beg[iau]n\w*|launch\w*|open\w*", r"end\w*|finish\w*|clos\w+|stopp\w+"),
        (r"success\w*|met|achiev\w+", r"unsuccess\w+|missed|fail\w*"),
    )
)  # fmt: skip
_PREFIX = re.compile(r"^(?:un|in|im|ir|dis|non|mis)-?")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sentence may rest on: the quotes of one citation, or of those cited together.

    `around` is what the citation says besides its quote: title, section, identifier and label.
    """

    numbers: tuple[int, ...]
    wording: str
    around: str
    identifiers: frozenset[str] = frozenset()


def grounds(answer: Answer) -> tuple[Ground, ...]:
    """Give each citation of an answer as a ground, and those that a line of it cites together."""
    single = {c.n: _ground((c,), answer.items) for c in answer.citations}
    joint = []
    for line in answer.text.split("\n"):
        together = [single[n] for n in marks(line) if n in single]
        cited = [c for c in answer.citations if c.n in {g.numbers[0] for g in together}]
        if len({c.document for c in cited}) == 1 < len(cited):
            joint.append(_ground(tuple(cited), answer.items))
    return (*single.values(), *joint)


def marks(text: str) -> tuple[int, ...]:
    """Give the numbers of the citation marks in a text: "[1][2]", "[1, 2]"."""
    found = re.findall(r"\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\]", text)
    return tuple(dict.fromkeys(int(n) for one in found for n in re.findall(r"\d+", one)))


class Support:
    """Says whether a ground bears a sentence out."""

    def __init__(self, reranker: Reranker) -> None:
        self._reranker = reranker

    def problem(self, sentence: str, ground: Ground) -> str:
        """Give the first thing of a sentence that its ground lacks; "" where it bears it out."""
        if len(re.findall(r"[^\W\d_]+", sentence)) < _FEWEST:
            return "says nothing"
        return (
            _wrong_fact(sentence, ground)
            or _wrong_sense(sentence, ground)
            or _wrong_wording(sentence, ground)
            or self._elsewhere(sentence, ground)
        )

    def _elsewhere(self, sentence: str, ground: Ground) -> str:
        """Say so where the reranker does not find any part of the quotes to be about it."""
        scores = self._reranker.score(sentence, _parts(ground.wording))
        best = float(max(scores))
        return "" if best >= _ABOUT else f"the quote is about something else ({best:.1f})"


def _wrong_fact(sentence: str, ground: Ground) -> str:
    """Give a figure, date, identifier or name that the ground lacks."""
    said = facts(sentence)
    whole = f"{ground.wording}\n{ground.around}"
    known = facts(whole)
    figures = said.figures - all_figures(whole)
    if figures:
        return f"number not in the quote: {' '.join(min(figures)).strip()}"
    if not all(dated(date, known.dates) for date in said.dates):
        return "date not in the quote"
    strange = said.identifiers - known.identifiers - ground.identifiers
    if strange:
        return f"identifier not in the quote: {min(strange)}"
    words = one_form(whole)
    name = next((n for n in said.names if f" {n} " not in words), "")
    if name:
        return f"name not in the quote: {name}"
    swapped = _swapped(sentence, ground.wording)
    return f"number of something else: {swapped}" if swapped else ""


def _swapped(sentence: str, quote: str) -> str:
    """Give a number whose noun the quote gives another number, and never this one."""
    said, held = _counted(sentence), _counted(quote)
    for number, noun in sorted(said):
        others = {n for n, what in held if what == noun}
        if others and number not in others:
            return f"{number} {noun}"
    return ""


def _counted(text: str) -> set[tuple[str, str]]:
    """Give each number with the stem of the noun after it."""
    found = re.findall(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s+([a-z]{3,})", text)
    return {(n.replace(",", ""), stem) for n, noun in found for stem in tokenise(noun)}


def _wrong_sense(sentence: str, ground: Ground) -> str:
    """Say so where a sentence denies, foresees or generalises otherwise than the quote."""
    near = _nearest(sentence, ground.wording)
    denies = _DENIAL.search(sentence) is not None
    if denies and not any(_DENIAL.search(part) for part in near):
        return "denies what the quote does not"
    if not denies and _DENIAL.search(near[0]):
        return "leaves out that the quote denies it"
    held = {w.lower() for w in _SWEEPING.findall(ground.wording)}
    sweeping = {w.lower() for w in _SWEEPING.findall(sentence)} - held
    if sweeping:
        return f"says “{min(sweeping)}” and the quote does not"
    deed = _not_done(sentence, ground.wording)
    if deed:
        return f"tells as done what is to come: {deed}"
    for one, other in (*_OPPOSITES, *((b, a) for a, b in _OPPOSITES)):
        wording = ground.wording
        if one.search(sentence) and not one.search(wording) and other.search(wording):
            return "says the opposite"
    return _other_prefix(sentence, ground.wording)


def _not_done(sentence: str, quote: str) -> str:
    """Give a deed told as done that the quote only foresees."""
    for match in _DONE.finditer(sentence):
        stem = tokenise(match["deed"])[:1]
        before = sentence[: match.start()]
        if not stem or re.search(rf"\b{_AHEAD}(?:\W+\w+)?\W*$", before, re.I):
            continue
        times = [m for m in re.finditer(r"\w+", quote) if tokenise(m.group())[:1] == stem]
        if times and all(_is_ahead(quote[max(0, m.start() - 60) : m.start()]) for m in times):
            return match["deed"]
    return ""


def _is_ahead(before: str) -> bool:
    """Whether what stands before a deed puts it into the future: "will be", "plans to"."""
    return re.search(rf"\b{_AHEAD}(?:\W+\w+){{0,2}}\W*$", before, re.IGNORECASE) is not None


def _other_prefix(sentence: str, quote: str) -> str:
    """Say so where a word has lost or gained the prefix that denies it."""
    said, held = _words(sentence), _words(quote)
    for word in sorted(said - held):
        bare = _PREFIX.sub("", word)
        turned = {w for w in held if _PREFIX.sub("", w) == word and w != word and len(word) > 4}
        if turned or (bare != word and len(bare) > 4 and bare in held):
            return f"turns the sense of “{word}”"
    return ""


def _wrong_wording(sentence: str, ground: Ground) -> str:
    """Say so where too few words are the ground's, or a rare one is not."""
    held = set(tokenise(f"{ground.wording} {ground.around}"))
    for word in re.findall(r"\b[a-z]{4,}\b", without_figures(sentence)):
        if not is_common(word, _RARE) and not set(tokenise(word)) & held:
            return f"word not in the quote: {word}"
    said = set(tokenise(sentence))
    share = len(said & held) / len(said) if said else 0.0
    return "" if share >= _OVERLAP else f"only {share:.0%} of its words are the quote's"


def _nearest(sentence: str, quote: str) -> list[str]:
    """Give the quote's sentences that share words with a sentence, the likeliest first."""
    said = set(tokenise(sentence))
    parts = [s for line in quote.split("\n") for s in sentences(line)] or [quote]
    shared = [(len(said & set(tokenise(part))), part) for part in parts]
    order = sorted(range(len(parts)), key=lambda n: (-shared[n][0], n))
    best = shared[order[0]][0]
    return [parts[n] for n in order if shared[n][0] >= max(1, best / 2)] or [parts[order[0]]]


def _parts(quote: str) -> list[str]:
    """Give the pieces of quotes that the reranker reads, each of whole sentences."""
    pieces: list[str] = []
    for sentence in (s for line in quote.split("\n") for s in sentences(line)):
        if pieces and len(pieces[-1]) + len(sentence) < _READ:
            pieces[-1] = f"{pieces[-1]} {sentence}"
        else:
            pieces.append(sentence)
    return pieces or [quote]


def _words(text: str) -> set[str]:
    return {w.casefold() for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}


def _ground(cited: tuple[Citation, ...], items: Sequence[AnswerItem]) -> Ground:
    numbers = tuple(c.n for c in cited)
    own = [i for i in items if any(_is_of(c, i) for c in cited)]
    around = dict.fromkeys(part for c in cited for part in (c.title, *c.section, c.as_of))
    return Ground(
        numbers=numbers,
        wording="\n".join(" ".join(c.quote.split()) for c in cited),
        around="\n".join((*around, *(part for i in own for part in (i.id, *dict(i.fields))))),
        identifiers=frozenset(canonical(i.id) for i in own),
    )


def _is_of(citation: Citation, item: AnswerItem) -> bool:
    """Whether a citation is an entry's own: its row, or wording of one of its fields."""
    if citation.n in item.citations:
        return True
    wording = one_form("\n".join((item.text, *(value for _, value in item.fields))))
    return citation.document == item.document and one_form(citation.quote) in wording
