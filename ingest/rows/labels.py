"""What a register calls its entries: by the names of its columns and the headings above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.rows.register_columns import Columns
from ingest.wording.identifiers import NOUNS, singular
from ingest.wording.roles import TITLE, role_of

#: A heading that is a document's name: only "action" of "Professional Standards Action Plan".
_PAPER = re.compile(r"(?P<of>\w+) (?:plan|strategy|programme|tracker|log)$")
#: What people are at, and what a whole document is about: neither is an entry's name.
_AT_RISK = re.compile(
    r"\bat (?:high |greatest )?risk\b|\brisk (?:profile|management|assessment|analysis)s?\b"
)
_NUMBERED = re.compile(r"^(?P<noun>[a-z]{4,}) (?:no\.?|number|nr|ref(?:erence)?|id|code)$", re.I)
_LOGGED = frozenset({"change", "query", "incident", "request", "lesson"})  # what logs number
#: Columns of words that do not say what those who use them call an entry.
_NO_LABEL = re.compile(
    r"^(?:what|why|how)\b|\b(?:titles?|names?|summary|descriptions?|subjects?|topics?|headings?|text"
    r"|details?|ref)$",
    re.I,
)
_LONGEST_LABEL = 2  # words of a column's name that can be what its entries are called


def numbered_noun(columns: Columns) -> str:
    """Give the noun of the column with the identifiers, where they number it: "Change no."."""
    over = columns.names[columns.identifier] if columns.identifier is not None else ""
    found = _NUMBERED.match(over.strip())
    noun = singular(found["noun"].lower()) if found else ""
    return noun if noun in NOUNS | _LOGGED else ""


def naming_column(columns: Columns) -> str:
    """Give the name of the column that says what the entries are.

    That over their numbers does where it is a noun ("Card") and that over their words is none.
    """
    own = columns.names[columns.text]
    over = columns.names[columns.identifier] if columns.identifier is not None else ""
    if columns.text in columns.fields and over:
        return over
    called = over.strip(" .")
    noun = called.isalpha() and (role_of(over) != "identifier" or singular(called.lower()) in NOUNS)
    unsaid = own == TITLE or singular(own.strip().lower()) not in NOUNS
    return over if noun and unsaid else own


def label_of(name: str, section: Sequence[str]) -> str:
    """Give what the document calls its entries: the column's name, else the headings above."""
    noun = singular(name.strip(" .").lower())
    if noun in NOUNS:
        return noun
    for text in (*reversed(section[-2:]), name):
        paper = _PAPER.search(text.lower())
        for word in [paper["of"]] if paper else _AT_RISK.sub("", text.lower()).split():
            bare = singular(word.strip(".,:;()"))
            if bare in NOUNS:
                return bare
    short = 0 < len(name.split()) <= _LONGEST_LABEL and not _NO_LABEL.search(name)
    return singular(name.strip().lower()) if short else "entry"
