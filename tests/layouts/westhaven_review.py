"""A review in two columns of prose: a recommendation, the reply to it, and an update."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from reportlab.platypus import PageBreak

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, mark_of, paged, printed, title_page, writer

FILE = "westhaven-missing-children-review-update-2021.pdf"
RESPONSE = "Chief Constable’s response"
UPDATE = "Update, spring 2021"

# number, recommendation, response, update
# fmt: off
ROWS = (
    ("1", "The force should name a superintendent who is answerable for the whole of its response to missing children.", "Accepted. Superintendent Lorna Petrie was appointed on 1 September 2020.", "Complete. Superintendent Petrie reports to the Vulnerability Board every two months."),
    ("2", "The force should stop using the category of ‘absent’ for any child under 16.", "Accepted. The category was withdrawn on 12 October 2020.", "Complete. No child has been recorded as absent since that date."),
    ("3", "Call handlers should ask every caller the seven questions in the missing persons guide and record the answers.", "Accepted in part. We will ask the questions; some answers will be recorded by the first officer who attends.", "In progress. An audit of 120 calls in February 2021 found all seven questions asked in 78 per cent of them."),
    ("4", "A sergeant should review the risk to each missing child within one hour, and again at every change of shift.", "Accepted. The duty sergeant’s log has been changed to prompt for this.", "In progress. The first review is made within the hour in 91 per cent of cases, the later reviews in 64 per cent."),
    ("5", "The force and the two councils should share one list of the children who go missing most often.", "Accepted. An information sharing agreement is being drafted by the Data Protection Officer.", "Delayed. One council has signed the agreement; the other has asked for changes to the retention period."),
    ("6", "Return interviews should be offered by someone who is independent of the police within 72 hours of the child’s return.", "Accepted in principle. The interviews are commissioned by the councils and not by the force.", "Not started. The councils’ contract ends in March 2022 and they have agreed to consult us on the next one."),
    ("7", "Officers should visit every children’s home in the force area at least once a quarter when no child is missing.", "Accepted. Neighbourhood inspectors will plan the visits. There are 41 homes.", "In progress. Visits were suspended from November 2020 to March 2021 because of the pandemic; 12 homes were visited in April."),
    ("8", "The force should look at each child who goes missing three times in 90 days as a possible victim of exploitation.", "Accepted. The Exploitation Hub will screen these cases each morning.", "Complete. 206 children were screened in the six months to March 2021 and 38 were referred."),
    ("9", "Photographs of missing children should be taken off the force’s website and social media as soon as they are found.", "Accepted. The Media Manager now checks the list twice a day.", "Complete."),
    ("10", "The force should train response officers in talking to children who have been found.", "Accepted. A course of half a day has been written with the charity Homeward.", "In progress. 310 of 540 response officers have been trained."),
    ("11", "The force should measure how many of the children reported missing are in the care of another area’s council.", "Rejected. The national system does not hold this, and to collect it by hand would take more time than it would save.", "The Chief Constable was asked by the Commissioner in January 2021 to think again. A sample of 100 cases is being studied."),
    ("12", "The force should report progress against these recommendations in public after six months.", "Accepted.", "Complete. This document is that report."),
)
# fmt: on

ITEMS = tuple(
    TrueItem(n, text, ((RESPONSE, response), (UPDATE, update)), label="Recommendation")
    for n, text, response, update in ROWS
)

# fmt: off
PROSE = (
    "In the spring of 2020 the Police and Crime Commissioner for Westhaven asked Dame Frances Ilott to review how Westhaven Police responds when a child is reported missing. She spoke to 63 officers and staff, to social workers in both councils and to 19 young people, and she looked at 150 records.",
    "Dame Frances found that officers cared about the children they were looking for. She found too that the same children went missing again and again, and that little was learned from one occasion to the next. Her review was published in August 2020 with twelve recommendations.",
    "The Chief Constable replied to each recommendation in October 2020. What follows repeats the recommendation and the reply, and adds where matters stood in spring 2021.",
    "There were 3,912 reports of missing children in 2020, of 1,148 different children. One child in six had been reported missing five times or more.",
    "The young people who spoke to the review asked for one thing above all: to be met on their return by somebody they already knew.",
)
# fmt: on

LOOK = Look(
    header="Missing children: six months on",
    footer="{page} | Westhaven Police and Crime Commissioner",
    font="Times-Roman",
    bold="Times-Bold",
    italic="Times-Italic",
    size=10.5,
    colour="#7a1f1f",
    columns=2,
)


def _recommendation(paper: Paper, item: TrueItem) -> Story:
    opening = f"<b>Recommendation {item.identifier}:</b> {item.text}"
    answers = (f"<b>{name}:</b> {value}" for name, value in item.fields)
    return [paper.marked(opening, mark_of(item), "body"), *map(paper.text, answers)]


def compose(paper: Paper) -> Story:
    """Give the review's story: a title page, then two columns."""
    story: Story = [
        *title_page(
            paper,
            "Police and Crime Commissioner for Westhaven",
            "Missing children: six months on",
            (
                "An update on the recommendations of the Ilott review",
                "May 2021 (position as at spring 2021)",
            ),
        ),
        PageBreak(),
        paper.text("Background", "heading"),
        *map(paper.justified, PROSE[:4]),
        paper.text("Recommendations, replies and updates", "heading"),
    ]
    for item in ITEMS:
        story += _recommendation(paper, item)
    return [*story, paper.text("What young people said", "heading"), paper.text(PROSE[4])]


def layout() -> Layout:
    """Print the review and give it with its truth."""
    content, pages = printed(LOOK, compose)
    return Layout("two columns of prose", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE)
