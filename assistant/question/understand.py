"""Understands a question: what is asked for, of which entries, in which documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from assistant.question.scopes import Scopes
from assistant.question.theirs import asks_for_theirs
from assistant.register.entries import Register
from assistant.register.levels import children
from assistant.types import Operation, Question
from assistant.wording import cues
from assistant.wording.scores import without_scores
from assistant.wording.spelling import Speller
from ingest.wording.identifiers import Mention, canonical, mentions, singular

LONGEST = 1000  # characters of a question that are read
_NONE = ("",)  # a limit that no document is within

#: What was said before, as it stands behind a follow-up: more than "(rec 2)".
CONTEXT = re.compile(r"\s\((?=(?:\S+\s+){4})(?:[^()]|\([^()]*\))*\)\W*$")
_PREFIX = re.compile(r"^[a-z]+")
#: What stands before a figure and not an identifier: "a 3.8".
_AMOUNT = re.compile(
    r"\b(?!(?:wh\w+|how|and|so|but|or|then|exactly|actually|precisely)\b)[\w’'-]+ "
    r"(?:is|are|was|were|reads?|reached|hit)\s*$"
    r"|\ban?\s*$",
    re.I,
)
#: The same before a figure that no register knows: "above 9.9".
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|over|above|below|than|between|least|most)\s*$", re.I
)
#: What follows a figure and not an identifier.
_UNIT = re.compile(
    r"\s*(?:%|(?:per ?cent|percent|times|million|billion|years?|months?|days?|weeks?|hours?|pm|am"
    r"|[kmµ]?g|[mµ]?l|mmol|units?|k?m|cm|mm|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|inches"
    r"|tonnes?|lit(?:re|er)s?|hectares?|knots?|degrees?|points?|[a-z]{1,4}/[a-z]\w*)\b)",
    re.I,
)


_TITLED = re.compile(
    r"\b(Insp|Supt|Sgt|Cllr|Dr|Mr|Mrs|Ms|Prof|Rev|Det|Ch|Cmdr|Capt|Lt|Fr|Hon)\.(?=\s+[A-Z])"
)


def plain(text: str) -> str:
    """Give a question as one line of text without control characters, cut to what is read.

    Titles lose their dot, which ends no sentence: "Insp. Cole's actions".
    """
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    line = re.sub(r"\s+", " ", unicodedata.normalize("NFC", kept)).strip()[:LONGEST]
    return _TITLED.sub(r"\1", line)


def understand(
    text: str,
    register: Register,
    speller: Speller,
    scopes: Scopes,
    within: Collection[str] = (),
) -> Question:
    """Read a question that stands on its own (follow-ups already resolved).

    `within` are the documents that it is limited to, all where it is empty.
    """
    mended = _shortened(speller.mend(plain(text)), register)
    documents = scopes.find(mended)
    if within:
        inside = tuple(d for d in documents or within if d in within)
        documents = inside or _NONE
    bare = without_scores(CONTEXT.sub("", mended))
    known, unknown, labels = _identifiers(bare, register, documents)
    if known and not documents:
        having = {i.document for name in known for i in register.find(name, (), labels, mended)}
        documents = scopes.of_body(mended, having)
    asking = scopes.without(mended)  # a "progress report" is no progress that is asked for
    fields = tuple(role for role, cue in cues.FIELD_CUES if cue.search(asking))
    return Question(
        original=text,
        text=mended,
        about=in_documents_words(asking),
        operation=_operation(mended, scopes, register, identified=bool(known or unknown)),
        identifiers=known,
        unknown=unknown,
        labels=labels,
        fields=fields,
        documents=documents,
        within=tuple(within),
        words=content_words(mended),
    )


def _shortened(text: str, register: Register) -> str:
    """Give entries of a name of several words by its initials: "area for improvement 3": AFI 3."""
    for label in register.labels:
        words = label.split()
        if len(words) > 1:
            short = "".join(w[0] for w in words).upper()
            text = re.sub(rf"\b{re.escape(label)}s?\s+(?=\d)", f"{short} ", text, flags=re.I)
    return text


def in_documents_words(text: str) -> str:
    """Give a question in the words that documents have for what people say."""
    for said, written in cues.PLAINER:
        text = said.sub(written, text)
    return text


def content_words(text: str) -> tuple[str, ...]:
    """Give the words that say what a question is about, in order."""
    words = re.findall(r"[^\W_]+(?:[-’'/.&][^\W_]+)*", text)
    words = [re.sub(r"[’']s$", "", w) for w in words]
    return tuple(w for w in words if w.lower().replace("’", "'") not in cues.ASKING)


def _identifiers(
    text: str, register: Register, documents: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    known: list[str] = []
    unknown: list[str] = []
    labels: list[str] = []
    for mention in mentions(text):
        if not mention.strong:
            continue
        label = (mention.label,) if mention.label else ()
        figure = not mention.label and mention.identifier[-1].isdigit()
        if figure and _is_amount(text, mention):
            continue
        if not mention.label and register.is_word(mention.identifier):
            continue
        if mention.label and not (
            register.is_label(mention.label)
            or register.is_heading(mention.label, mention.identifier, documents)
        ):
            if mention.identifier.isdigit():
                continue
            label = ()
        if register.find(mention.identifier, documents, label, text) or (
            not label
            and mention.identifier[0].isalpha()
            and children(register, mention.identifier, documents)
        ):
            known.append(mention.identifier)
            labels.extend(label)
        elif (number := _PREFIX.sub("", mention.identifier)).count(".") and register.find(
            number, documents, (), text
        ):
            known.append(number)  # "VAWG 2.6", where the entries are numbered only
        elif _is_meant(mention, text, register, documents):
            unknown.append(mention.identifier)
            labels.extend(label)
    if not known and not unknown:
        known.extend(_coded(text, register, documents))
    return tuple(dict.fromkeys(known)), tuple(dict.fromkeys(unknown)), tuple(dict.fromkeys(labels))


def _coded(text: str, register: Register, documents: tuple[str, ...]) -> list[str]:
    """Give the codes of letters and figures that a register has, however they are typed."""
    found = [canonical(run) for run in re.findall(r"(?<!\w)[A-Za-z]{1,6}[-–/ ]?\d[\w.()/-]*", text)]
    return [
        code
        for code in found
        if any(i.kind != "section" for i in register.find(code, documents))
        and not register.is_word(code)
    ]


_DOTTED = re.compile(r"^\W*\d+\.\d")


def _is_amount(text: str, mention: Mention) -> bool:
    """Whether what stands before or behind a figure says that it measures something."""
    before, behind = text[: mention.start], text[mention.end :]
    bare = not any(c.isalpha() for c in mention.identifier)
    return bool(_UNIT.match(behind) or (bare and _AMOUNT.search(before)))


def _is_meant(mention: Mention, text: str, register: Register, documents: tuple[str, ...]) -> bool:
    """Whether a run that no register knows is meant as an identifier, not as a number.

    "2.1" may be one where entries of the documents asked about are numbered so.
    """
    if mention.label and register.is_label(mention.label):
        return True
    prefix = _PREFIX.match(mention.identifier)
    if prefix:
        prefixes = {
            m.group() for i in register.entries if (m := _PREFIX.match(canonical(i.identifier)))
        }
        return prefix.group() in prefixes
    if _is_amount(text, mention) or _ROUGHLY.search(text[: mention.start]):
        return False
    dotted = re.search(r"\d\.\d+[a-z]?$", mention.identifier) is not None
    return dotted and any(
        _DOTTED.match(i.identifier)
        for i in register.entries
        if not documents or i.document in documents
    )


def _operation(text: str, scopes: Scopes, register: Register, *, identified: bool) -> Operation:
    holder = register.names.find(text)
    owned = holder is not None and (
        _asks_for_many(text) or asks_for_theirs(scopes.without(text), holder.phrase)
    )
    several = scopes.apart(text) or cues.COMPARE.search(text) is not None
    if cues.EXPAND.search(text) and not owned:
        return "expand"
    counted = identified or owned or _names_entries(text, register)
    if cues.COUNT_NOUN.search(text) or (counted and cues.COUNT.search(text)):
        return "count"
    if several and not identified and not owned:
        return "compare"
    one = _names_one_entry(text, register) or cues.ASKS_WHO.search(text)
    listed = cues.LIST.search(text) and not one
    if owned or listed or (_names_entries(text, register) and not identified):
        return "list"
    if identified:
        return "look_up"
    return "define" if cues.DEFINE.search(text) else "explain"


def _names_entries(text: str, register: Register) -> bool:
    """Whether a question speaks of the entries in the plural, or of their table."""
    words = re.findall(r"[a-z]+", text.lower())
    plural = any(w.endswith("s") and register.is_label(singular(w)) for w in words)
    plural = plural or register.named_label(text) != ""
    return plural or bool(
        re.search(r"\b(?:in|of) the (?:whole |entire )?(?:table|register)\b", text, re.I)
    )


def _names_one_entry(text: str, register: Register) -> bool:
    """Whether a question speaks of one entry that it describes: "the recommendation to …"."""
    described = re.finditer(r"\b(?:the|that|this) (\w+) (?:to|about|on|that|for|of|which)\b", text)
    return any(register.is_label(found[1].lower()) for found in described)


_WHICH_BODY = re.compile(
    r"\b(?:which|what) (?:\w+ )?(?:group|team|person|body|department|organi[sz]ation|agency"
    r"|board|committee|council|officer|unit|post|role|office|force|service)\b"
    r"(?!s| (?:do|does|did|have to)\b)",
    re.IGNORECASE,
)


def _asks_for_many(text: str) -> bool:
    """Whether a question that names somebody asks what is theirs, not who something belongs to."""
    if _WHICH_BODY.search(text) or cues.ASKS_WHO.search(text):
        return False
    return bool(
        re.search(
            r"\b(?:what|which|where|everything|all|list|anything|how many|(?:no\.?|number) of|show)"
            r"\b.*"
            r"\b(?:own|leads? on|responsib|accountab|in charge|down (?:for|to do)"
            r"|sits? with|belong|assigned"
            r"|tasked|on the hook|went to|f[ae]lls? to|has got|got|deliver|answers? for"
            r"|answerable|leads?\W*$|plate"
            r"|their actions|named|go to|goes to|(?:have|has) to)"
            r"|\bwhat (?:does|do)\b.{3,60}\b(?:do|have)\b\W*(?:$|[,?]|alone|with|jointly)",
            text,
            re.IGNORECASE,
        )
    )
