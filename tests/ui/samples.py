"""Small documents and answers that the tests of what is shown are about."""

from __future__ import annotations

from assistant.types import Answer, AnswerItem, Citation
from ingest.types import Box, Document, DocumentInfo, Field, Item, Page, Place, Word

NASTY = '<img src=x onerror=alert(1)> **bold** :red[x] $x$ "quoted" & 1 < 2'

TEXT = (
    "Tactical plan 2031\nItem Owner\n"
    "4.2a Repair the sea wall before\nthe winter storms Harbour Master\n"
    "4.2b Count the boats Deputy Harbour Master\nPage ends here."
)
QUOTE = "4.2a Repair the sea wall before the winter storms Harbour Master"


def word(text: str, x: float, top: float) -> Word:
    """A word six points wide a letter and ten high."""
    return Word(text, Box(x, top, x + 6 * len(text), top + 10))


def line(text: str, x: float, top: float) -> list[Word]:
    """The words of a line, a letter's width apart."""
    words = []
    for one in text.split():
        words.append(word(one, x, top))
        x += 6 * (len(one) + 1)
    return words


# Printed in columns: the words come a line at a time across both, as a PDF's reader gives them.
WORDS = (
    *line("Tactical plan 2031", 10, 10),
    *line("4.2a Repair the sea wall before", 10, 40),
    *line("Harbour Master", 300, 40),
    *line("the winter storms", 10, 52),
    *line("4.2b Count the boats", 10, 80),
    *line("Deputy Harbour Master", 300, 80),
)

PLAN = Document(
    info=DocumentInfo(
        name="plan.pdf",
        title="Harbour Plan <2031>",
        organisation="Port",
        kind="strategy",
        date="2031",
        as_of="March 2031",
        language="en",
        sha256="0",
    ),
    pages=(Page(1, "i", "Contents"), Page(2, "1", TEXT, WORDS, 600, 800)),
    blocks=(),
    items=(
        Item(
            key="plan.pdf#1",
            document="plan.pdf",
            kind="entry",
            label="Action",
            identifier="4.2a",
            text="Repair the sea wall before the winter storms",
            fields=(Field("Owner", "Harbour Master"), Field("Page", "17")),
            parent="4.2",
            parent_text="Keep the harbour safe",
            section=("Plan", "4.2"),
            places=(Place(2, QUOTE),),
        ),
        Item(
            key="plan.pdf#2",
            document="plan.pdf",
            kind="acronym",
            label="",
            identifier="RNLI",
            text="Royal National Lifeboat Institution",
            fields=(),
            parent="",
            parent_text="",
            section=(),
            places=(),
        ),
    ),
    passages=(),
)
DOCUMENTS = {"plan.pdf": PLAN}

CITATION = Citation(1, "plan.pdf", "Harbour Plan <2031>", ("Plan", "4.2"), 2, QUOTE, "March 2031")

LOOK_UP = Answer(
    question="who owns 4.2a",
    status="answered",
    text="4.2a is owned by the Harbour Master. [1]",
    citations=(CITATION,),
    understood="who owns item 4.2a",
    suggestions=("who owns 4.2b",),
)

LIST = Answer(
    question="list 4.2",
    status="answered",
    text="2 items in 1 document. [1]",
    items=(
        AnswerItem("4.2a", "Repair the sea wall", (("Owner", "Harbour Master"),), "plan.pdf", (1,)),
        AnswerItem("4.2b", "Count the boats", (("Due", "=2032"),), "plan.pdf", (1,)),
    ),
    count=2,
    citations=(CITATION,),
)
