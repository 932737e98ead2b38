"""Questions about the documents of commissioners and the panels that scrutinise them."""
# ruff: noqa: E501 - a question and its answer read best on one line

from __future__ import annotations

from .asking import About, day, where
from .model import Question

# fmt: off

POSITION = "Position as of January 2024"
UPDATE, RESPONSE = "Update, spring 2021", "Chief Constable’s response"


def eastmarch(about: About) -> list[Question]:
    """Ask about the delivery plan whose owners are merged cells."""
    return [
        about.value("owner", "Who owns SO 2(iv)?", "SO 2(iv)", "Owner", "Victims and Witnesses Lead"),
        about.value("follow_up", "who owns the next one?", "SO 2(v)", "Owner", "Restorative Justice Coordinator", history=(("user", "Who owns SO 2(iv)?"), ("assistant", "SO 2(iv) is owned by the Victims and Witnesses Lead."))),
        about.value("owner", "so 3 (ii) owner", "SO 3(ii)", "Owner", "Chief Executive"),
        about.value("owner", "Whose job is it to train 20 volunteer facilitators?", "SO 2(vi)", "Owner", "Restorative Justice Coordinator"),
        about.value("status", "Where did the remote evidence suite stand in January 2024?", "SO 2(iv)", POSITION, "asbestos", "September 2024"),
        about.value("date", "When is SO 4(ii) due?", "SO 4(ii)", "Due", "September 2024"),
        about.many("List everything owned by the Victims and Witnesses Lead.", ("SO 2(i)", "SO 2(ii)", "SO 2(iii)", "SO 2(iv)"), where("Owner", "is", "Victims and Witnesses Lead"), type="reverse"),
        about.many("How many deliverables does the Violence Reduction Programme Manager own, alone or jointly?", ("SO 4(i)", "SO 4(ii)", "SO 4(iii)", "SO 4(iv)"), where("Owner", "contains", "Violence Reduction Programme Manager"), type="count"),
        about.many("Which deliverables come under SO 1?", ("SO 1(i)", "SO 1(ii)", "SO 1(iii)", "SO 1(iv)", "SO 1(v)"), where("parent", "is", "SO 1")),
        about.many("What was due before December 2023?", ("SO 1(i)", "SO 1(v)", "SO 3(ii)", "SO 3(iii)", "SO 4(i)"), where("Due", "before", "2023-12-01"), type="list_by_value"),
        about.empty("What is the position on training the volunteer facilitators?", "SO 2(vi)", POSITION),
        about.absent("Who owns SO 5(i)?", "SO 5(i)"),
        about.prose("number", "How many members of staff does the Commissioner's Office have?", "The Office has 23 members of staff", "23"),
    ]


def westhaven(about: About) -> list[Question]:
    """Ask about the review in two columns."""
    return [
        about.value("text", "What does recommendation 7 of the missing children review say?", "7", "text", "children’s home", "quarter"),
        about.value("status", "What has been done about recommendation 5?", "5", UPDATE, "Delayed", "retention period"),
        about.value("status", "What did the Chief Constable say to recommendation 11?", "11", RESPONSE, "Rejected"),
        about.value("person", "Which superintendent is answerable for missing children?", "1", "", "Petrie"),
        about.value("number", "How many response officers have been trained to talk to children who have been found?", "10", UPDATE, "310"),
        about.many("Which recommendations were complete in spring 2021?", ("1", "2", "8", "9", "12"), where(UPDATE, "starts", "Complete"), type="list_by_value"),
        about.many("How many recommendations were still in progress?", ("3", "4", "7", "10"), where(UPDATE, "starts", "In progress"), type="count"),
        about.many("Did the Chief Constable reject any recommendation?", ("11",), where(RESPONSE, "starts", "Rejected"), type="list_by_value"),
        about.many("How many recommendations does the review make?", tuple(str(n) for n in range(1, 13)), where("label", "is", "Recommendation"), type="count"),
        about.absent("What is the update on recommendation 13?", "13"),
        about.prose("person", "Who carried out the review of missing children for the Westhaven commissioner?", "asked Dame Frances Ilott to review", "Ilott"),
        about.prose("number", "How many reports of missing children were there in 2020?", "There were 3,912 reports of missing children in 2020", "3,912"),
    ]


def harcombe(about: About) -> list[Question]:
    """Ask about the panel's tracker with changes that nobody has accepted yet."""
    return [
        about.value("owner", "Who is the lead officer for PCP-04?", "PCP-04", "Lead officer", "Professional Standards", must_not_include=("Complaints Manager",)),
        about.value("status", "What is the status of PCP-06?", "PCP-06", "Status", "Partly implemented"),
        about.value("status", "What is the last update on telling the Panel about police station sales?", "PCP-07", "Last update", "autumn", must_not_include=("No strategy is planned",)),
        about.value("owner", "Which member of the Panel follows PCP-08?", "PCP-08", "Panel member", "Voss"),
        about.many("Which recommendations of the Panel are open?", ("PCP-03", "PCP-04", "PCP-07", "PCP-08"), where("Status", "is", "Open"), type="list_by_value"),
        about.many("How many have been implemented in full?", ("PCP-01", "PCP-02", "PCP-05", "PCP-09"), where("Status", "is", "Implemented"), type="count"),
        about.many("Which recommendations does Cllr Redfern look after?", ("PCP-02", "PCP-07", "PCP-11"), where("Panel member", "is", "Cllr Redfern"), type="reverse"),
        about.empty("Who is the lead officer for PCP-05?", "PCP-05", "Lead officer"),
        about.empty("What is the latest on the use of Tasers against children?", "PCP-03", "Last update"),
        about.absent("Is PCP-12 open?", "PCP-12"),
        about.prose("date", "When does the Harcombe panel meet next?", "Next meeting: 12 July 2024 at 10am in Shire Hall.", day("12 July 2024")),
        about.prose("number", "How long does the Commissioner have to reply to a recommendation?", "The Commissioner must reply to a recommendation within 28 days.", "28 days"),
    ]
