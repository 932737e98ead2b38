"""Answers from passages: the sentences that say it, or that the documents do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import cues
from assistant.answer_kinds import is_brief, wanted
from assistant.cues import number_word, read_number
from assistant.drafts import Draft, Said, Shown, Source, passage_source, shown
from assistant.lookups import LookUps, names_field
from assistant.phrases import capital, document_name, item_name
from assistant.premises import Premises, Verdict
from assistant.prose import Reader, Window, asks_for_several, choose, lengthened, units
from assistant.register import Register
from assistant.retrieve import Retriever
from assistant.series import asks_for_series, likeliest, with_its_list
from assistant.terms import Terms
from assistant.trace import Weighed, record, took
from assistant.types import Evidence, Question
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.marks import BULLETS, DASHES
from ingest.types import Item, Passage

_NEAR_MISS = -1.0  # score from which what was found is offered beside a refusal
_SURE = 4.0
_UNSURE = -2.0  # score under which it is said that this may not be the answer
_TELLS_MORE = 2.0  # how far one sentence of an entry is before the entry as a whole
_BEHIND = 3.0  # how far behind running text an entry may be when its field is asked for
_PLAIN = 4.0  # score from which an entry answers so clearly that prose is not read
_POINTED = -4.0  # score from which an entry is taken for the one that a sentence speaks of
_ENTRIES_READ = 6
_LISTS_LOOKED_AT = 8
_IN_SECTION, _IN_DOCUMENT = 3.0, 1.5  # for a later part of a question, near what was found
_LISTED_FROM = -4.0  # score from which a list is taken for the one asked for
_LISTED_WITHIN = 2.5  # how far behind the best sentence one of the list may be
_MOST_BESIDE = 6  # passages of that section that are read
_MOST_ROWS = 12  # of a table that are said after the words that lead to it
_LEADS = re.compile(
    r"(?:\b(?:steps?|following|below|table|as follows|these|procedure)\b[^.:]{0,80}[.:]|[:;])\s*$"
    rf"|[:;]\s*[{BULLETS}]",
    re.I,
)
_DESCRIBED = 0.7  # of a question's words that an entry says, from which it is the one meant
_OF_TIME = frozenset(
    t
    for word in "January February March April May June July August September October November "
    "December still report reported moved changed rated stand stood due date".split()
    for t in tokenise(word)
)
_STRONG_OWNER = re.compile(
    r"\b(?:own\w*|responsib\w+|accountab\w+|in charge|leads? (?:on|for)|whose (?:job|action|task)"
    r"|owner\w*|down for|which (?:lead|team|unit|department|post))\b",
    re.I,
)
_YES_NO = re.compile(
    r"^\W*(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was said to the parts of a question before this one, and this part as it was asked."""

    said: tuple[Said, ...]
    part: str

    def nearness(self, window: Window) -> float:
        """Give what a window gains by standing in the section, or document, that answered."""
        sources = [s for one in self.said for s in one.sources]
        own = [s for s in sources if s.document == window.passage.document]
        if any(s.section == window.passage.section for s in own):
            return _IN_SECTION
        return _IN_DOCUMENT if own else 0.0


class FromPassages:
    """Finds the evidence for a question and says it."""

    def __init__(
        self,
        library: Library,
        register: Register,
        retriever: Retriever,
        reader: Reader,
        lookups: LookUps,
        terms: Terms,
    ) -> None:
        self._library = library
        self._register = register
        self._retriever = retriever
        self._reader = reader
        self._lookups = lookups
        self._terms = terms
        self._premises = Premises(library)

    def answer(self, question: Question, earlier: Earlier | None = None) -> Draft:
        """Answer from the best evidence: an entry where one is meant, else sentences.

        `earlier` is given for a later part of a question that holds several.
        """
        evidence = self._retriever.find(question.about, question.documents)
        miscounted = self._miscounted(question, evidence)
        if miscounted:
            return took("a list that is miscounted", miscounted)
        entry = self._entry(question, evidence)
        if entry and (_STRONG_OWNER.search(question.text) and entry[0] > _PLAIN):
            return took("the entry found", self._lookups.about(entry[1], question))
        windows = self._windows(question, evidence, earlier)
        if entry and not self._prose_is_better(question, entry, windows):
            return took("the entry found", self._lookups.about(entry[1], question))
        listed = self._series(question, windows, evidence)
        if listed:
            return took("the list found", listed)
        chosen = _chosen(question, windows)
        if question.asks("update"):
            chosen = [lengthened(w) for w in chosen[:1]]
        chosen = [part for w in chosen for part in with_its_list(w, self._library)]
        verdict = self._premises.judge(question, windows, chosen)
        named = self._premises.with_name(verdict.missing, windows) if verdict.missing else []
        if named:
            windows, chosen = named, _chosen(question, named)
            verdict = self._premises.judge(question, windows, chosen)
        if verdict.status == "answered":
            pointed = self._owner_of_what_was_found(question, chosen)
            if pointed:
                return took("the owner of what was found", pointed)
        return took("sentences found", self._said(question, verdict, windows, chosen))

    def _windows(
        self, question: Question, evidence: Sequence[Evidence], earlier: Earlier | None
    ) -> list[Window]:
        """Read sentences with a question; a later part in its own words, near what was found."""
        if earlier is None:
            return self._reader.read(question.about, evidence)
        keys = {e.passage.key for e in evidence}
        beside = [p for p in self._near(earlier) if p.key not in keys]
        best = evidence[0].score if evidence else 0.0
        more = [Evidence(p, best, self._library.item(p.item)) for p in beside]
        windows = self._reader.read(earlier.part, [*more, *evidence])
        kept = [w for w in windows if not any(w.text in s.text for s in earlier.said)]
        moved = [replace(w, score=w.score + earlier.nearness(w)) for w in kept]
        return sorted(moved, key=lambda w: (-w.score, w.passage.key, w.first))

    def _near(self, earlier: Earlier) -> list[Passage]:
        """Give the passages of the section in which the part before was answered."""
        source = next((s for one in earlier.said for s in one.sources), None)
        if source is None:
            return []
        own = self._library.document(source.document).passages
        return [p for p in own if p.section == source.section][:_MOST_BESIDE]

    def of_entry(self, question: Question) -> Draft | None:
        """Answer of the entry that a question describes in its own words; None without one."""
        entry = self._entry(question, self._retriever.find(question.about, question.documents))
        if entry is None or self._covered(question, entry[1]) < _DESCRIBED:
            return None
        return self._lookups.of(entry[1], question)

    def _series(
        self, question: Question, windows: Sequence[Window], evidence: Sequence[Evidence]
    ) -> Draft | None:
        """Give the whole list that is asked for, with its number where that is asked."""
        if not asks_for_series(question.text):
            return None
        lists = self._reader.lists(question.about, evidence)
        windows = sorted([*windows, *lists], key=lambda w: -w.score)
        if not windows or windows[0].score < _LISTED_FROM:
            return None
        counts = cues.COUNT.search(question.text) is not None
        wants_figure = is_brief(question.text) and not cues.AND_WHICH.search(question.text)
        if wants_figure and (not counts or _tells_number(windows[0])):
            return None
        found = likeliest(question.about, windows, self._library, _LISTED_WITHIN)
        if found is None or self._premises.absent_name(question, found[:1]):
            return None
        series = found[1]
        number = len(series.members)
        first = series.lead or series.members[0].window
        name = capital(document_name(self._library.document(first.passage.document).info))
        lead = f"{name} lists {number_word(number)}" if counts else f"{name} says"
        opening = _as_said(series.lead).rstrip(":") if series.lead else ""
        said = [Said(f"{lead}: {opening}".strip(), self._cited(series.lead) if series.lead else ())]
        said += [Said(f"- {_bare(m.text)}", self._cited(m.window)) for m in series.members]
        entries = (self._library.item(m.window.passage.item) for m in series.members)
        items = tuple(shown(i) for i in entries if i and i.kind == "entry")
        return Draft("answered", tuple(said), items, number if counts else None)

    def _cited(self, window: Window) -> tuple[Source, ...]:
        """Give the wording of a point; of a row, all of it as it stands on its page."""
        passage = window.passage
        if passage.kind == "item":
            return tuple(passage_source(passage, place.text) for place in passage.places)
        return (passage_source(passage, window.text),)

    def nothing_asked(self) -> Draft:
        """Answer a question without a word in it."""
        text = "There is no question in that. Ask about something in the documents."
        return Draft("not_found", (Said(text),))

    def _said(
        self,
        question: Question,
        verdict: Verdict,
        windows: Sequence[Window],
        chosen: Sequence[Window],
    ) -> Draft:
        said = self.quoted(chosen)
        best = windows[0].score if windows else 0.0
        plain = question.operation in ("define", "expand") and not wanted(question.text)
        explained = self._explained(question) if plain and len(question.words) <= 3 else None
        if explained:
            return explained
        if verdict.status == "answered":
            lead = self._yes_no_lead(question, chosen) or _unsure_lead(best)
            return Draft("answered", (*lead, *said), self._shown(chosen))
        return _refusal(verdict, said if best > _NEAR_MISS else [])

    def _explained(self, question: Question) -> Draft | None:
        """Say what an abbreviation stands for and what the documents say of it."""
        acronym = self._terms.acronym(question)
        if acronym is None:
            return None
        names = [s.item.text for s in acronym.shown]
        asked = f"What is {names[0]} ({acronym.shown[0].item.identifier})?"
        windows = self._reader.read(asked, self._retriever.find(asked, question.documents))
        others = [
            w
            for w in windows
            if (i := self._library.item(w.passage.item)) is None or i.kind == "entry"
        ]
        said = self.quoted(choose(others, most=1)) if others and others[0].score > _SURE else []
        return Draft("answered", (*acronym.said, *said), acronym.shown)

    def quoted(self, chosen: Sequence[Window]) -> list[Said]:
        """Say windows in the documents' words, naming each document once."""
        said: list[Said] = []
        last = ""
        for window in chosen:
            item = self._library.item(window.passage.item)
            text = _as_said(window)
            if item and item.kind == "entry":
                text = _of_entry(item, text)
            if window.passage.document != last:
                last = window.passage.document
                name = document_name(self._library.document(last).info)
                text = f"{capital(name)} says: {text}"
            said.append(Said(text, _sources(window, item)))
        return said

    def _miscounted(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """Put right a question that takes a list to have another number of points than it has."""
        for one in evidence[:_LISTS_LOOKED_AT]:
            own = units(one.passage)
            if len(own) > 2 and not own[0].listed and all(u.listed for u in own[1:]):
                window = Window(one.passage, own, 0, len(own), 0.0)
                text = _wrong_number(question.about, window)
                if text:
                    return Draft("corrected", (Said(text), *self.quoted([window])))
        return None

    def _entry(self, question: Question, evidence: Sequence[Evidence]) -> tuple[float, Item] | None:
        """Give the entry that a question about an owner, a status or a date means, scored."""
        roles = [r for r in ("owner", "update", "date") if question.asks(r)]
        named = self._names_an_entry(question)
        found: dict[str, tuple[Evidence, Item]] = {}
        for one in evidence:
            item = one.item
            if item and item.kind == "entry" and (named or self._has(item, roles, question)):
                found.setdefault(item.key, (one, item))
        likeliest = list(found.values())[:_ENTRIES_READ]
        if not likeliest:
            return None
        scores = self._reader.score(question.about, [_entry_text(i) for _, i in likeliest])
        best = max(range(len(scores)), key=lambda n: (scores[n], -n))
        return scores[best], likeliest[best][1]

    def _names_an_entry(self, question: Question) -> bool:
        """Whether a question speaks of "the deliverable about …"."""
        words = re.findall(r"[a-z]+", question.text.lower())
        return any(self._register.is_label(w) for w in words)

    def _has(self, item: Item, roles: Sequence[str], question: Question) -> bool:
        described = self._covered(question, item) >= _DESCRIBED
        if described and any(names_field(question.text, f.name) for f in item.fields):
            return True
        return any(
            self._register.fields_of(item, role)
            for role in roles
            if role != "update" or described or item.label in question.text.lower()
        )

    def _covered(self, question: Question, item: Item) -> float:
        """Give how much of what a question is about an entry's own words and heading say."""
        asked = {t for w in question.words for t in tokenise(w)} - _OF_TIME
        own = set(tokenise(f"{item.text} {item.parent_text}"))
        return len(asked & own) / max(len(asked), 1)

    def _prose_is_better(
        self, question: Question, entry: tuple[float, Item], windows: Sequence[Window]
    ) -> bool:
        """Whether running text answers better than the entry does."""
        better = self._is_better(question, entry, windows)
        record(
            lambda: Weighed(
                entry[1].identifier,
                entry[0],
                max((w.score for w in windows if w.passage.item != entry[1].key), default=-9.0),
                "prose" if better else "entry",
            )
        )
        return better

    def _is_better(
        self, question: Question, entry: tuple[float, Item], windows: Sequence[Window]
    ) -> bool:
        score, item = entry
        others = [w.score for w in windows if w.passage.item != item.key]
        best = max(others, default=-9.0)
        own = max((w.score for w in windows if w.passage.item == item.key), default=-9.0)
        if not question.fields and own > score + _TELLS_MORE:
            return True
        covered = self._covered(question, item)
        asks = question.asks("date") or question.asks("update")
        named = any(names_field(question.text, f.name) for f in item.fields)
        if covered >= _DESCRIBED and (asks or named):
            return False
        if question.asks("owner") and _STRONG_OWNER.search(question.text):
            return best > score + _BEHIND + 3.0 * covered
        if question.asks("update"):
            return best > score + _BEHIND
        return best > score - 2.0 + 3.0 * (covered > 0.7) or covered < 0.4

    def _owner_of_what_was_found(
        self, question: Question, chosen: Sequence[Window]
    ) -> Draft | None:
        """Give the owner of the entry on what the found sentence speaks of."""
        if not (chosen and question.asks("owner") and _STRONG_OWNER.search(question.text)):
            return None
        asked = f"{question.text} {chosen[0].text[:200]}"
        entry = self._entry(question, self._retriever.find(asked, question.documents))
        if entry is None or entry[0] < _POINTED:
            return None
        draft = self._lookups.of(entry[1], question)
        return Draft(draft.status, (*self.quoted(chosen[:1]), *draft.said), draft.shown)

    def _yes_no_lead(self, question: Question, chosen: Sequence[Window]) -> tuple[Said, ...]:
        """Say so where the documents answer a yes-or-no question in other words only."""
        if not _YES_NO.match(question.text):
            return ()
        text = set(tokenise(" ".join(w.text for w in chosen)))
        missing = [w for w in question.words if not set(tokenise(w)) & text]
        if not missing:
            return ()
        return (Said("The documents do not say yes or no in those words; they do say this."),)

    def _shown(self, chosen: Sequence[Window]) -> tuple[Shown, ...]:
        items = (self._library.item(w.passage.item) for w in chosen)
        return tuple(shown(i) for i in items if i and i.kind == "entry")


def _unsure_lead(best: float) -> tuple[Said, ...]:
    """Say so where what was found answers in other words at most."""
    if best >= _UNSURE:
        return ()
    return (Said("The documents do not say it in these words; this is the nearest to it."),)


def _tells_number(window: Window) -> bool:
    return bool(re.search(r"\d", window.text)) or any(
        read_number(word) is not None for word in re.findall(r"[a-z]+", window.text.lower())
    )


def _bare(text: str) -> str:
    """Leave out the mark of a list's point."""
    return re.sub(rf"^(?:[{BULLETS}]\s*|[o{DASHES}]\s+)", "", text)


def _chosen(question: Question, windows: Sequence[Window]) -> list[Window]:
    brief, several = is_brief(question.text), asks_for_several(question.text)
    return choose(windows, brief=brief, several=several)


def _as_said(window: Window) -> str:
    """Give a window's words as they are said, each point of a list on a line of its own."""
    text = ""
    for unit in window.units[window.first : window.last]:
        words = _bare(unit.text)
        text += f"\n- {words}" if unit.listed else f" {words}"
    return text.strip()


def _wrong_number(question: str, window: Window) -> str:
    """Say so where a question takes a list to have another number of points than it has."""
    listed = [u for u in window.units[window.first : window.last] if u.listed]
    found = re.search(r"\b(?:the|its|of|all) (?P<number>\w+) (?P<noun>(?:\w+ )?\w+s)\b", question)
    number = read_number(found["number"]) if found else None
    if found is None or number is None or len(listed) < 2 or number == len(listed):
        return ""
    heading = " ".join(u.text for u in window.units[window.first : window.last] if not u.listed)
    if not set(tokenise(found["noun"])) <= set(tokenise(heading)):
        return ""
    return f"The documents list {number_word(len(listed))}, not {number_word(number)}."


def _entry_text(item: Item) -> str:
    """Give an entry as it is read with a question: its words, its group's, its short fields."""
    fields = [f"{f.name}: {f.value}" for f in item.fields if 0 < len(f.value) < 200]
    return ". ".join([f"{item.label} {item.identifier}: {item.text}", *fields])


def _of_entry(item: Item, text: str) -> str:
    """Say part of an entry with its name before it."""
    name = item_name(item, with_text=False)
    bare = re.sub(rf"^{re.escape(item.identifier)}\s+", "", text)
    if bare.startswith(item.text[:40]):
        return f"{name}: {bare}"
    return f"{item_name(item)}: {bare}"


def _sources(window: Window, item: Item | None) -> tuple[Source, ...]:
    """Give the wording of a window without the names of fields that were put before it."""
    if item is None or item.kind not in ("entry", "group"):
        if len({p.page for p in window.passage.places}) > 1:
            return tuple(passage_source(window.passage, s) for s in window.sentences)
        return (passage_source(window.passage, window.text),)
    names = [f.name for f in item.fields]
    found: list[Source] = []
    for sentence in window.sentences:
        text = sentence
        for name in names:
            if text.startswith(f"{name}: "):
                text = text[len(name) + 2 :]
        text = re.sub(rf"^{re.escape(item.identifier)}\s+", "", text) if item.identifier else text
        if len(text.split()) > 1:
            found.append(passage_source(window.passage, text))
    whole = " ".join(s.text for s in found)
    return (passage_source(window.passage, whole),) if found else ()


def _refusal(verdict: Verdict, said: Sequence[Said]) -> Draft:
    about = f": there is nothing in them about “{verdict.missing}”" if verdict.missing else ""
    if verdict.status == "corrected":
        lead = f"The documents do not say that{about}."
    else:
        lead = f"The documents do not say{about or ' this'}."
    if not said:
        return Draft("not_found", (Said(lead),))
    return Draft(verdict.status, (Said(f"{lead} What they do say that is near to it:"), *said))
