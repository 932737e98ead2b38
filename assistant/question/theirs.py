"""Whether a question asks for all that somebody has, in whatever words for having it."""

from __future__ import annotations

import re

from ingest.wording.identifiers import NOUNS, singular

_ASKS = re.compile(
    r"\b(?:what|which|everything|anything|all|every|list|show|give|name|how many|number of)\b", re.I
)
_OF_ELSE = re.compile(r"\b(?:who|whom|whose|when|why|where|how(?! many))\b", re.I)
#: Words for having something to do.
_HAVING = frozenset(
    """
    carry carries carrying have has having got hold holds holding held lead leads leading led run
    runs running do does doing done deliver delivers delivering promise promised promises sign
    signed own owns owned owning responsible responsibility accountable answerable look looks after
    take takes took taken care charge job jobs task tasks duty duties plate hook remit portfolio
    against down commit committed expected supposed meant needs need must should asked told given
    put assigned tasked sit sits belong belongs fall falls fell go goes went handle handles manage
    manages see sees
    """.split()
)
_FRAME = frozenset(
    """
    a alone also an and any anything are as at be been being both by can could currently did
    document documents either for include included includes including joint jointly list log lists
    logs minutes only or shared sheet table together too tracker whether with
    from full give in is it its just list me my name named names now of on one ones only our out
    overall page paper part please plan register report show so still stuff tell that the their
    them these they thing things this those to total up us was we were whole will with work working
    would you your all every everything what whats which how many number right there ha
    """.split()
)


def asks_for_theirs(text: str, name: str) -> bool:
    """Whether a question says nothing but that it wants what somebody has to do.

    `text` is the question without the names of documents, `name` what it calls somebody.
    """
    if not _ASKS.search(text) or _OF_ELSE.search(text):
        return False
    rest = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    words = [re.sub(r"['’]s?$", "", w) for w in re.findall(r"[a-z][a-z'’-]*", rest.lower())]
    having = [w for w in words if w in _HAVING]
    left = [w for w in words if w and w not in _HAVING | _FRAME and singular(w) not in NOUNS]
    return bool(having) and not left
