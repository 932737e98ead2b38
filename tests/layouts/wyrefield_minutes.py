"""Minutes of a meeting: attendance, decisions, and actions in the running text."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, mark_of, paged, printed, title_block, writer

FILE = "wyrefield-local-policing-board-minutes-2024-04-18.pdf"

# number, agenda item it came from, action, owner, date
# fmt: off
ACTIONS = (
    ("1", "2", "Circulate the corrected figures for shop theft with the minutes", "Mr Dunmore", "25 April"),
    ("2", "3", "Invite the manager of the Larkhill Centre to the next meeting", "PC Anand", "30 April"),
    ("3", "3", "Bring a map of reports of off-road motorcycles since January", "Ms Teale", "6 June"),
    ("4", "4", "Write to the bus company about the lighting at the Corn Street stops", "Cllr Bevan", "3 May"),
    ("5", "4", "Ask for a second dispersal order to be ready for the May bank holidays", "Sgt Loxley", "26 April"),
    ("6", "4", "Arrange two evenings of plain clothes patrols on the canal path", "Sgt Loxley", "17 May"),
    ("7", "4", "Agree with the licensing team which premises are to be visited together", "Insp. Hart", "12 May"),
    ("8", "5", "Find a room in Easton for the weekly surgery", "PCSO Quill", "10 May"),
    ("9", "5", "Put the dates of the surgeries on posters in shops and on the website", "Ms Teale", "17 May"),
    ("10", "6", "Report on how many vulnerable people were visited after a fraud", "DS Iqbal", "6 June"),
    ("11", "6", "Offer the bank branches a talk by the fraud team", "DS Iqbal", ""),
    ("12", "7", "Send a note of thanks to the volunteers of the Speedwatch group", "Insp. Hart", "26 April"),
)
# fmt: on
# number, decision, agenda item it stands under
# fmt: off
DECISIONS = (
    ("1", "The Board agreed that burglary will no longer be a priority for Northgate, as reports have halved.", "3"),
    ("2", "The Board agreed that anti-social behaviour around the bus station will stay a priority until September 2024.", "4"),
    ("3", "The Board agreed to hold the weekly surgery in Easton on Thursdays from 4pm to 6pm.", "5"),
)
# fmt: on
# fmt: off
TOPICS = {
    "1": ("Welcome and apologies", ("Insp. Hart welcomed everybody and introduced PCSO Quill, who joined the team in March. Apologies had come from Ms Sandford and Mr Osei.",)),
    "2": ("Minutes of the last meeting", ("The minutes of 15 February 2024 were agreed with one correction: shop theft had risen by 12 per cent and not by 21 per cent.",)),
    "3": ("Crime and disorder in the quarter", ("Ms Teale presented the figures for January to March. There had been 214 reports of anti-social behaviour, 31 fewer than in the same months of 2023. Off-road motorcycles on Larkhill were the subject of 47 of them.",)),
    "4": ("Bus station and canal path", ("Sgt Loxley said that the same group of about nine young people had been seen on most evenings. Two had signed acceptable behaviour contracts. Cllr Bevan said that people did not feel safe waiting for the last bus because the lights had been out for six weeks.",)),
    "5": ("Easton surgery", ("PCSO Quill reported that eleven people had come to the trial surgery in the library, and that most had asked for a later hour.",)),
    "6": ("Fraud against older people", ("DS Iqbal described four cases in which a caller had pretended to be a police officer. The losses came to £38,400. In one case the bank had stopped the payment.",)),
    "7": ("Any other business", ("Mr Dunmore said that the Speedwatch group had been out on 14 evenings and had recorded 263 vehicles above the limit.", "The next meeting will be held on Thursday 13 June 2024 at 6.30pm in the Guildhall.")),
}
# fmt: on
PRESENT = "Present: Insp. Graham Hart (chair), Cllr Nia Bevan (Wyrefield Town Council), PC Ravi Anand, Sgt Tom Loxley, DS Samira Iqbal, PCSO Jo Quill, Ms Erin Teale (analyst), Mr Alan Dunmore (Neighbourhood Watch)"
APOLOGIES = "Apologies: Ms Clare Sandford (Housing), Mr Kofi Osei (Youth Service)"

ITEMS = tuple(
    TrueItem(
        n,
        text,
        (("Owner", who), ("Date", when), ("From", f"item {topic}")),
        topic,
        TOPICS[topic][0],
        label="Action",
    )
    for n, topic, text, who, when in ACTIONS
) + tuple(
    TrueItem(n, text, (), topic, TOPICS[topic][0], label="Decision") for n, text, topic in DECISIONS
)
PROSE = (PRESENT, APOLOGIES, *(words for _, said in TOPICS.values() for words in said))

LOOK = Look(
    header="Wyrefield Local Policing Board – 18 April 2024",
    footer="Page {page} of {total}",
    font="Times-Roman",
    bold="Times-Bold",
    italic="Times-Italic",
    size=11.5,
    colour="#000000",
)


def _line(paper: Paper, item: TrueItem) -> object:
    if item.label == "Decision":
        return paper.marked(
            f"<b>Decision {item.identifier}:</b> {item.text}", mark_of(item), "body"
        )
    owner, date, origin = (value for _, value in item.fields)
    until = f", by {date}" if date else ""
    words = f"Action {item.identifier} (from {origin}): {item.text} – {owner}{until}."
    return paper.marked(words, mark_of(item), "body", leftIndent=18)


def compose(paper: Paper) -> Story:
    """Give the minutes' story."""
    story: Story = [
        *title_block(
            paper,
            "Wyrefield Police",
            "Local Policing Board: minutes",
            ("Held on Thursday 18 April 2024 at 6.30pm in the Guildhall, Wyrefield",),
        ),
        paper.text(PRESENT),
        paper.text(APOLOGIES),
    ]
    for number, (name, said) in TOPICS.items():
        story.append(paper.text(f"{number}. {name}", "subheading"))
        story += map(paper.text, said[:1])
        members = [item for item in ITEMS if item.parent == number]
        story += [_line(paper, item) for item in members]
        story += map(paper.text, said[1:])
    return story


def layout() -> Layout:
    """Print the minutes and give them with their truth."""
    content, pages = printed(LOOK, compose)
    return Layout("minutes", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE)
