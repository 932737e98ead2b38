"""Questions about the documents of fire services and health boards."""
# ruff: noqa: E501 - a question and its answer read best on one line

from __future__ import annotations

from .asking import NEGATION, About, day, where
from .model import Question

# fmt: off

SPONSOR, BASELINE, TARGET = "Executive sponsor", "Baseline 2023/24", "Target March 2025"


def glenorrin(about: About) -> list[Question]:
    """Ask about the objectives with measure, baseline and target."""
    return [
        about.value("number", "What is the target for B2.4?", "B2.4", TARGET, "90%"),
        about.value("number", "What was the baseline for the four hour standard?", "B2.1", BASELINE, "63.9%"),
        about.value("owner", "Who sponsors objective A1.2?", "A1.2", SPONSOR, "Director of Acute Services"),
        about.value("owner", "b2.4 sponsor?", "B2.4", SPONSOR, "Director of Nursing"),
        about.value("follow_up", "and its baseline?", "B2.4", BASELINE, "74%", history=(("user", "What is the target for B2.4?"), ("assistant", "The target of B2.4 is 90%."))),
        about.value("text", "How is objective C1.2 measured?", "C1.2", "Measure", "whole-time equivalent"),
        about.many("Which objectives does the Director of Nursing sponsor?", ("B2.3", "B2.4", "C1.2"), where(SPONSOR, "is", "Director of Nursing"), type="reverse"),
        about.many("How many objectives come under aim B2?", ("B2.1", "B2.2", "B2.3", "B2.4"), where("parent", "is", "B2"), type="count"),
        about.many("Which objectives were not measured in 2023/24?", ("A1.3",), where(BASELINE, "is", "Not measured"), type="list_by_value"),
        about.empty("Who is the executive sponsor for reducing spending on agency staff?", "C2.2", SPONSOR),
        about.absent("What is the target for B2.6?", "B2.6"),
        about.prose("number", "How many people does Glenorrin Health Board serve?", "Glenorrin Health Board serves 286,000 people", "286,000"),
    ]


def fernshire(about: About) -> list[Question]:
    """Ask about the milestones in plain text."""
    return [
        about.value("owner", "Who leads milestone 8?", "8", "Lead", "Data Quality Officer"),
        about.value("date", "When is milestone 13 due?", "13", "Target date", day("9 July 2024")),
        about.value("status", "What is the status of milestone 6 of the control room programme?", "6", "Status", "six weeks late"),
        about.many("Which milestones are behind schedule?", ("8", "10"), where("Status", "is", "Behind schedule"), type="list_by_value"),
        about.many("How many milestones are complete?", ("1", "2", "3", "4", "5", "6", "7"), where("Status", "starts", "Complete"), type="count"),
        about.many("Which milestones were overdue at 16 February 2024?", ("8",), where("Target date", "before", "2024-02-16"), where("Status", "is", "Behind schedule"), type="overdue"),
        about.many("Which milestones is the Group Manager, Control responsible for?", ("2", "11", "12"), where("Lead", "is", "Group Manager, Control"), type="reverse"),
        about.many("What is due before June 2024 and not yet complete?", ("8", "9", "10", "11"), where("Target date", "before", "2024-06-01"), where("Target date", "after", "2024-01-01"), type="list_by_value"),
        about.empty("Who leads milestone 14?", "14", "Lead"),
        about.absent("What is milestone 16?", "16"),
        about.prose("person", "Who is the Senior Responsible Owner of the control room programme?", "The Senior Responsible Owner is Deputy Chief Fire Officer Marcus Thole.", "Thole"),
        about.prose("reason", "Why did the premises data take longer to clean?", "because one district council numbers its flats differently", "flats"),
    ]


def statistics(about: About) -> list[Question]:
    """Ask about the table of figures."""
    return [
        about.value("number", "How many accidental fires in the home were there in Drayley in 2020/21?", "Drayley", "2020/21", "140"),
        about.value("number", "How many in Kingsford in 2022/23?", "Kingsford", "2022/23", "79"),
        about.value("number", "accidental home fires fernmouth 2018/19", "Fernmouth", "2018/19", "164"),
        about.value("number", "What was the total for Fernshire in 2021/22?", "Fernshire", "2021/22", "701"),
        about.prose("reason", "Why is there no figure for Great Holt in 2022/23?", "because the boundary with Kingsford is being changed", "boundary"),
        about.prose("number", "What share of accidental fires in the home was caused by cooking?", "Cooking was the cause of 46 per cent of them", ("46 per cent", "46%")),
        about.prose("definition", "When is a fire counted as accidental?", "A fire is accidental unless the officer in charge recorded it as deliberate.", "deliberate"),
        about.prose("number", "How many people died in accidental fires in the home in 2022/23?", "In 2022/23 five people died", ("five", "5")),
        about.absent("Who is the owner of action 2 in the Fernshire statistical bulletin?", "2"),
    ]


def ravensdale_draft(about: About) -> list[Question]:
    """Ask about the draft alone."""
    return [
        about.value("owner", "Who is accountable for P6?", "P6", "Accountable officer", "Fleet Manager"),
        about.value("number", "How much would P2 save?", "P2", "Cost or saving", "610,000"),
        about.value("date", "When is P1 to be delivered?", "P1", "Delivery date", "April 2025"),
        about.many("What does the Area Manager, Response answer for?", ("P1", "P2"), where("Accountable officer", "is", "Area Manager, Response"), type="reverse"),
        about.many("Which proposals would save money?", ("P2", "P5", "P8"), where("Cost or saving", "starts", "Saving"), type="list_by_value"),
        about.many("How many proposals does the draft make?", ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"), where("identifier", "filled"), type="count"),
        about.absent("What is proposal P9 in the consultation draft?", "P9"),
        about.prose("date", "By when could people comment on the draft?", "hear your view by 5 January 2024", day("5 January 2024")),
    ]


def ravensdale_final(about: About) -> list[Question]:
    """Ask about the final version alone."""
    return [
        about.value("owner", "Who is accountable for P6 in the final plan?", "P6", "Accountable officer", "Area Manager, Resilience"),
        about.value("text", "How many home safety visits a year does the plan promise?", "P3", "text", "14,000"),
        about.value("number", "What does P9 cost?", "P9", "Cost or saving", "1.9 million"),
        about.many("What is to be delivered before July 2025?", ("P3", "P5", "P6", "P7"), where("Delivery date", "before", "2025-07-01"), type="list_by_value"),
        about.many("Which proposals were withdrawn?", ("P2",), where("text", "starts", "Withdrawn"), type="list_by_value"),
        about.empty("Who is accountable for P2 in the final version?", "P2", "Accountable officer"),
        about.absent("What does P12 say?", "P12"),
        about.prose("number", "How many replies did the consultation bring?", "The consultation brought 2,731 replies.", "2,731"),
    ]


def ravensdale_both(about: About) -> list[Question]:
    """Ask what changed between the draft and the final version."""
    return [
        about.value("timeline", "What happened to proposal P2?", "P2", "", ("withdrawn", "Withdrawn")),
        about.value("timeline", "How did P4 change between the draft and the final plan?", "P4", "text", "three years", "two years"),
        about.value("timeline", "Is the training centre at Mill Lane to close?", "P8", "text", ("Keep", "keep")),
        about.value("timeline", "Who took over P6 from the Fleet Manager?", "P6", "Accountable officer", "Area Manager, Resilience"),
        about.value("timeline", "When will the engine move from Harrow Road to Bexwell?", "P1", "Delivery date", "July 2025"),
        about.value("timeline", "Which proposal was added after the consultation?", "P9", "text", "clean and dirty"),
        about.value("timeline", "Did P7 change?", "P7", "", "on-call firefighters"),
        about.prose("false_premise", "When will the engine at Tarn Street be crewed by day only?", "Two in three were against P2, and the Authority has withdrawn it.", (*NEGATION, "withdrawn"), expected="corrected"),
    ]


def dunmere(about: About) -> list[Question]:
    """Ask about the plan whose cells hold number and action together."""
    return [
        about.value("owner", "Who is responsible for 2.1 in the infection prevention plan?", "2.1", "Who", "Antimicrobial Pharmacist", "Clinical Directors"),
        about.value("owner", "1.2 who?", "1.2", "Who", "Head of Facilities", "HR Business Partner"),
        about.value("date", "When are all theatres to have had their ventilation tested?", "4.2", "When", "March 2025"),
        about.value("status", "How is action 4.1 rated?", "4.1", "BRAG", "Red"),
        about.value("text", "What will show that 3.1 has been completed?", "3.1", "Evidence of completion", "Catheter days down"),
        about.many("Which actions are red at Dunmere?", ("2.1", "4.1"), where("BRAG", "is", "Red"), type="list_by_value"),
        about.many("How many actions are blue?", ("1.1", "2.3"), where("BRAG", "is", "Blue"), type="count"),
        about.many("What does the Estates Manager do, alone or with others?", ("4.1", "4.2"), where("Who", "contains", "Estates Manager"), type="reverse"),
        about.empty("What rating does action 3.3 have?", "3.3", "BRAG"),
        about.empty("Who is responsible for planning single rooms?", "4.3", "Who"),
        about.absent("When is action 3.6 of the infection plan due?", "3.6"),
        about.prose("number", "How many cases of Clostridioides difficile did Dunmere have in 2023/24?", "had 47 cases of Clostridioides difficile in 2023/24", "47"),
    ]
