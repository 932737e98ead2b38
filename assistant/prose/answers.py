"""Answers from passages: the sentences that say it, or that the documents do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.documents.terms import Terms
from assistant.drafts import Draft, Said, Shown
from assistant.entries.bridges import Bridge, Bridges
from assistant.entries.contradicted import contradicted
from assistant.entries.described import DESCRIBED, Described, asks_for_owner
from assistant.entries.lookups import LookUps
from assistant.prose.listing import Listing
from assistant.prose.premises import Premises, Verdict
from assistant.question.entries_asked import asks_of_any
from assistant.register.entries import Register
from assistant.register.history import History
from assistant.retrieval.retrieve import Retriever
from assistant.sentences.choice import choose, lengthened
from assistant.sentences.finding import Earlier, Finding
from assistant.sentences.quoting import quoted, sources_of
from assistant.sentences.reader import Reader, asks_for_several
from assistant.sentences.series import with_its_list
from assistant.sentences.table_rows import with_rows_named
from assistant.sentences.windows import Window
from assistant.trace import took
from assistant.types import Question
from assistant.wording.answer_kinds import asks_why, is_brief, wanted
from assistant.wording.cues import DECISION
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Item

_NEAR_MISS = -1.0  # score from which what was found is offered beside a refusal
_SURE = 4.0
_NEAR_IN_ANY_WORDS = -6.0  # the same where nothing that the question names is missing
_UNSURE = -2.0  # score under which it is said that this may not be the answer
_PLAIN = 4.0  # score from which an entry answers so clearly that prose is not read
_ASKED_AFTER = -3.0  # score from which an entry's sentence is what is asked after
_UNLIKELY = -6.0  # the same where the entry has most of the question's words
_COVERED = 0.6
_POINTED = -4.0  # score from which an entry is taken for the one that a sentence speaks of
#: What has been done until now, which a plan cannot tell.
_SO_FAR = re.compile(
    r"\b(?:have|has)\b(?:\W+[\w’'-]+){0,8}?\W+been\b|\bso far\b|\b(?:by|up to|until) now\b"
    r"|\bto date\b|\bat the moment\b|\balready\b",
    re.I,
)
_YES_NO = re.compile(
    r"^\W*(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)\b", re.I
)


class FromPassages:
    """Finds the evidence for a question and says it."""

    def __init__(
        self,
        library: Library,
        register: Register,
        retriever: Retriever,
        reader: Reader,
        history: History,
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
        self._described = Described(register, reader, history)
        self._bridges = Bridges(register, reader, history)
        self._listing = Listing(library, reader, self._premises)
        self._finding = Finding(library, retriever, reader)

    def answer(self, question: Question, earlier: Earlier | None = None) -> Draft:
        """Answer from the best evidence: an entry where one is meant, else sentences.

        `earlier` is given for a later part of a question that holds several.
        """
        evidence = self._finding.evidence(question)
        miscounted = self._listing.miscounted(question, evidence)
        if miscounted:
            return took("a list that is miscounted", miscounted)
        bridge = self._bridges.find(question, evidence)
        if bridge:
            return took("the entry that a sentence names", self._beyond(bridge, question))
        of_any = asks_of_any(question.text)
        entry = None if of_any else self._described.entry(question, evidence)
        if entry and (asks_for_owner(question) and entry[0] > _PLAIN):
            return took("the entry found", self._lookups.of(entry[1], question))
        windows = self._finding.windows(question, evidence, earlier)
        if entry and not self._described.prose_is_better(question, entry, windows):
            return took("the entry found", self._lookups.of(entry[1], question))
        spoken_of = None if of_any else self._entry_asked_after(question, windows)
        if spoken_of:
            return took("the entry found", self._lookups.of(spoken_of, question))
        listed = self._listing.answer(question, windows, evidence)
        if listed:
            return took("the list found", listed)
        chosen = _chosen(question, windows)
        told_on = question.asks("update") and not DECISION.search(question.text)
        if told_on and not is_brief(question.text):
            chosen = [lengthened(w) for w in chosen[:1]]
        chosen = with_rows_named(windows, chosen, question.text)
        if not is_brief(question.text):
            chosen = [part for w in chosen for part in with_its_list(w, self._library)]
        windows, chosen, verdict = self._judged(question, windows, chosen)
        if verdict.status == "answered":
            pointed = self._owner_of_what_was_found(question, chosen)
            if pointed:
                return took("the owner of what was found", pointed)
        return took("sentences found", self._said(question, verdict, windows, chosen))

    def _beyond(self, bridge: Bridge, question: Question) -> Draft:
        """Give the sentence that a question describes, and what is asked of the entry it names."""
        draft = self._lookups.of(bridge.item, question)
        return replace(draft, said=(*quoted([bridge.window], self._library), *draft.said))

    def _judged(
        self, question: Question, windows: list[Window], chosen: list[Window]
    ) -> tuple[list[Window], list[Window], Verdict]:
        """Judge what was chosen; where it lacks a name or the kind of thing asked for, the rest."""
        verdict = self._premises.judge(question, windows, chosen)
        named = self._premises.with_name(verdict.missing, windows) if verdict.missing else []
        named = named or self._finding.where_named(
            question, verdict.missing, self._premises.rare(question)
        )
        if named:
            others = _chosen(question, named)
            again = self._premises.judge(question, named, others)
            if again.status == "answered" or verdict.status != "answered":
                windows, chosen, verdict = named, others, again
        if verdict.status == "not_found" and not verdict.missing:
            holding = self._premises.with_kind(question, windows)
            others = _chosen(question, holding)
            again = self._premises.judge(question, holding, others)
            if again.status == "answered":
                return holding, others, again
        return windows, chosen, verdict

    def _entry_asked_after(self, question: Question, windows: Sequence[Window]) -> Item | None:
        """Give the entry of the best sentence where it is asked how that stands, and it is told.

        A sentence of what is told itself answers better than all of it.
        """
        best = windows[0] if windows else None
        item = self._library.item(best.passage.item) if best else None
        if best is None or item is None or item.kind != "entry":
            return None
        meant = self._described.covered(question, item) >= _COVERED
        if best.score < (_UNLIKELY if meant else _ASKED_AFTER):
            return None
        doubted = best.score < _ASKED_AFTER or asks_why(question.text)
        if doubted and self._premises.judge(question, windows, windows[:1]).status != "answered":
            return None  # something is taken for granted that no document says
        so_far = _SO_FAR.search(question.text) and self._lookups.is_reported_on(item)
        if not (so_far or question.asks("update") or asks_why(question.text)):
            return None
        if so_far:
            return item
        told = self._register.fields_of(item, "update")
        if any(best.text in f"{f.name}: {f.value}" for f in told):
            return None
        spoken_of = self._lookups.is_spoken_of(item, changed=not asks_why(question.text))
        tells = self._described.tells(item, "update") or spoken_of
        return item if tells else None

    def of_entry(self, question: Question) -> Draft | None:
        """Answer of the entry that a question describes in its own words; None without one."""
        entry = self._described.entry(
            question, self._retriever.find(question.about, question.documents)
        )
        if entry is None or self._described.covered(question, entry[1]) < DESCRIBED:
            return None
        return self._lookups.of(entry[1], question)

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
        said = quoted(chosen, self._library)
        best = windows[0].score if windows else 0.0
        plain = question.operation in ("define", "expand") and not wanted(question.text)
        explained = self._explained(question) if plain and len(question.words) <= 3 else None
        if explained:
            return explained
        if verdict.status == "answered":
            item = self._library.item(chosen[0].passage.item)
            wrong = contradicted(question, item, self._register) if item else None
            if wrong:
                return Draft("corrected", (wrong, *said), self._shown(chosen))
            lead = self._yes_no_lead(question, chosen) or _unsure_lead(best)
            return Draft("answered", (*lead, *said), self._shown(chosen))
        known = self._premises.names.is_known(verdict.missing)
        verdict = replace(verdict, missing="") if known else verdict
        near = _NEAR_MISS if verdict.missing else _NEAR_IN_ANY_WORDS
        return _refusal(verdict, said if best > near else [])

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
        said = (
            quoted(choose(others, most=1), self._library)
            if others and others[0].score > _SURE
            else []
        )
        return Draft("answered", (*acronym.said, *said), acronym.shown)

    def _owner_of_what_was_found(
        self, question: Question, chosen: Sequence[Window]
    ) -> Draft | None:
        """Give the owner of the entry on what the found sentence speaks of."""
        if not (chosen and question.asks("owner") and asks_for_owner(question)):
            return None
        asked = f"{question.text} {chosen[0].text[:200]}"
        entry = self._described.entry(question, self._retriever.find(asked, question.documents))
        if entry is None or entry[0] < _POINTED:
            return None
        draft = self._lookups.of(entry[1], question)
        return Draft(draft.status, (*quoted(chosen[:1], self._library), *draft.said), draft.shown)

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
        """Show the entries that hold what is said, each resting on those words."""
        found = ((w, self._library.item(w.passage.item)) for w in chosen)
        return tuple(
            Shown(i, i.fields, sources_of(w, i, self._library))
            for w, i in found
            if i and i.kind == "entry"
        )


def _unsure_lead(best: float) -> tuple[Said, ...]:
    """Say so where what was found answers in other words at most."""
    if best >= _UNSURE:
        return ()
    return (Said("The documents do not say it in these words; this is the nearest to it."),)


def _chosen(question: Question, windows: Sequence[Window]) -> list[Window]:
    brief, several = is_brief(question.text), asks_for_several(question.text)
    return choose(windows, brief=brief, several=several, reasons=asks_why(question.text))


def _refusal(verdict: Verdict, said: Sequence[Said]) -> Draft:
    about = f": there is nothing in them about “{verdict.missing}”" if verdict.missing else ""
    if verdict.status == "corrected":
        lead = f"The documents do not say that{about}."
    else:
        lead = f"The documents do not say{about or ' this'}."
    if not said:
        return Draft("not_found", (Said(lead),))
    return Draft(verdict.status, (Said(f"{lead} What they do say that is near to it:"), *said))
