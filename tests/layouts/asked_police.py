"""Questions about the documents of the police forces."""
# ruff: noqa: E501 - a question and its answer read best on one line

from __future__ import annotations

from .asking import About, day, where
from .model import Question

# fmt: off

RAG, TARGET, NOW = "RAG status", "Target date", "Status at 31 March 2024"


def northmoor_plan(about: About) -> list[Question]:
    """Ask about the ruled action plan."""
    return [
        about.value("owner", "Who leads action 2.4 in the Northmoor custody plan?", "2.4", "Lead", "Head of Estates"),
        about.value("owner", "who owns 2.6", "2.6", "Lead", "Head of Procurement", "Head of Criminal Justice"),
        about.value("date", "When is the intercom at Penhallow due to be replaced?", "5.3", TARGET, day("31 May 2024")),
        about.value("follow_up", "and when is it due?", "2.4", TARGET, day("29 February 2024"), history=(("user", "Who leads action 2.4 in the Northmoor custody plan?"), ("assistant", "Action 2.4 is led by the Head of Estates."))),
        about.value("status", "What is the RAG status of action 3.2?", "3.2", RAG, "Red"),
        about.many("Which actions of the custody improvement plan are red?", ("1.3", "2.4", "3.2", "5.3"), where(RAG, "is", "Red"), type="list_by_value"),
        about.many("How many actions are complete in the September 2023 plan?", ("1.1", "2.2", "2.5", "3.1", "4.3", "4.5", "5.1", "5.5"), where(RAG, "is", "Complete"), type="count"),
        about.many("Which actions were overdue at 1 December 2023, going by the plan's own dates and ratings?", ("1.2", "2.3", "3.4", "4.1", "4.2", "4.4"), where(TARGET, "before", "2023-12-01"), where(RAG, "is_not", "Complete"), type="overdue"),
        about.many("What does the Head of Estates lead on?", ("2.4", "5.1", "5.6"), where("Lead", "is", "Head of Estates"), type="reverse"),
        about.many("How many actions come under Children and vulnerable adults?", ("3.1", "3.2", "3.3", "3.4", "3.5"), where("parent", "is", "3"), type="count"),
        about.absent("Who is responsible for action 3.9 of the custody plan?", "3.9"),
        about.empty("Who leads on extending liaison and diversion cover at Stanmere to weekends?", "3.5", "Lead"),
        about.prose("number", "How many cells do the three custody suites have between them?", "Together they have 74 cells", "74"),
    ]


def northmoor_report(about: About) -> list[Question]:
    """Ask about the progress report alone."""
    return [
        about.value("owner", "Who is the lead for action 1.3 now?", "1.3", "Lead", "Chief Inspector, Custody", must_not_include=("led by the Superintendent",)),
        about.value("status", "How does the report of March 2024 rate action 2.1, and why?", "2.1", "", "Red", ("48 of 71", "cancelled")),
        about.value("date", "By when are the ligature points at Penhallow to be removed?", "2.4", TARGET, day("31 August 2024")),
        about.many("Which actions have been superseded?", ("2.6", "4.4"), where(NOW, "is", "Superseded"), type="list_by_value"),
        about.many("Which actions are new in this quarter?", ("2.7", "4.6"), where("Update", "starts", "New action"), type="list_by_value"),
        about.many("How many actions are red at 31 March 2024?", ("2.1", "2.4", "3.2"), where(NOW, "is", "Red"), type="count"),
        about.many("Which actions have a target date before June 2024 and are still amber?", ("3.3", "4.1", "5.3"), where(TARGET, "before", "2024-06-01"), where(NOW, "is", "Amber"), type="list_by_value"),
        about.empty("What is the target date of action 4.4 in the quarter 4 report?", "4.4", TARGET),
        about.absent("What is the update on action 4.9?", "4.9"),
        about.prose("number", "How many people were detained between January and March 2024?", "During the quarter 4,702 people were detained.", "4,702"),
    ]


def northmoor_both(about: About) -> list[Question]:
    """Ask what became of actions, with both the plan and the later report at hand."""
    return [
        about.value("timeline", "What happened to action 2.6 of the custody plan?", "2.6", "", ("superseded", "Superseded"), "2.7"),
        about.value("timeline", "How has the lead for 1.3 changed?", "1.3", "Lead", "Superintendent, Custody", "Chief Inspector, Custody"),
        about.value("timeline", "Has the date for removing ligature points at Penhallow moved?", "2.4", TARGET, day("29 February 2024"), day("31 August 2024")),
        about.value("timeline", "What is the latest on the single handover in each shift (2.3)?", "2.3", "", "Complete", "November 2023"),
        about.value("timeline", "Is 5.3 still red?", "5.3", "", "Amber", must_not_include=("5.3 is still red",)),
        about.value("timeline", "When is the covered exercise yard at Stanmere due?", "5.6", TARGET, day("31 March 2025")),
        about.value("timeline", "What replaced action 4.4?", "4.4", "", "4.6"),
        about.value("timeline", "Who has taken on weekend liaison and diversion cover at Stanmere?", "3.5", "Lead", "Chief Inspector, Partnerships"),
    ]


def wyrefield(about: About) -> list[Question]:
    """Ask about the minutes."""
    return [
        about.value("owner", "Who has action 7 from the Wyrefield board?", "Action 7", "Owner", "Hart"),
        about.value("date", "By when must action 7 be done?", "Action 7", "Date", "12 May"),
        about.value("owner", "Who is writing to the bus company about the lighting?", "Action 4", "Owner", "Bevan"),
        about.value("text", "What is action 10 in the April minutes?", "Action 10", "text", "vulnerable people", "fraud"),
        about.value("text", "What was decided in decision 3?", "Decision 3", "text", "Thursdays", "4pm to 6pm"),
        about.many("Which actions does Sgt Loxley have?", ("Action 5", "Action 6"), where("Owner", "is", "Sgt Loxley"), type="reverse"),
        about.many("How many actions came out of item 4?", ("Action 4", "Action 5", "Action 6", "Action 7"), where("parent", "is", "4"), where("label", "is", "Action"), type="count"),
        about.many("What decisions did the Board take?", ("Decision 1", "Decision 2", "Decision 3"), where("label", "is", "Decision")),
        about.empty("When does action 11 have to be finished?", "Action 11", "Date"),
        about.absent("Who is down for action 15?", "Action 15"),
        about.prose("person", "Who sent apologies to the meeting on 18 April 2024?", "Apologies: Ms Clare Sandford (Housing), Mr Kofi Osei (Youth Service)", "Sandford", "Osei"),
        about.prose("date", "When is the next meeting of the Local Policing Board?", "The next meeting will be held on Thursday 13 June 2024 at 6.30pm in the Guildhall.", day("13 June 2024")),
    ]


def lowmoor(about: About) -> list[Question]:
    """Ask about the landscape tracker."""
    return [
        about.value("owner", "Who is the SRO for VAWG-12?", "VAWG-12", "SRO", "Brandt"),
        about.value("status", "What is the status of 24/07?", "24/07", "Status", "Red"),
        about.value("owner", "rec 9a sro?", "Rec 9a", "SRO", "Iveson"),
        about.value("follow_up", "what about VAWG-11?", "VAWG-11", "SRO", "Fennell", history=(("user", "Who is the SRO for VAWG-12?"), ("assistant", "The SRO for VAWG-12 is T/ACC Brandt."))),
        about.value("date", "What is the deadline of recommendation 9b?", "Rec 9b", "Deadline", day("30 September 2024")),
        about.many("Which entries of the Lowmoor tracker are red?", ("VAWG-03", "VAWG-11", "24/07", "24/08", "Rec 9b"), where("Status", "is", "Red"), type="list_by_value"),
        about.many("How many entries are marked as complete?", ("VAWG-01", "VAWG-02", "VAWG-06", "VAWG-07", "24/02", "Rec 3"), where("Status", "is", "Complete"), type="count"),
        about.many("Which were overdue on 15 March 2024?", ("VAWG-05", "24/08", "Rec 9a"), where("Deadline", "before", "2024-03-15"), where("Status", "is_not", "Complete"), type="overdue"),
        about.many("What is DCI Fennell responsible for?", ("VAWG-04", "VAWG-05", "VAWG-11"), where("SRO", "is", "DCI Fennell"), type="reverse"),
        about.many("How many internal audit findings are on the tracker?", ("24/01", "24/02", "24/05", "24/07", "24/08"), where("Source", "is", "Internal audit"), type="count"),
        about.empty("Who is the SRO for Rec 14?", "Rec 14", "SRO"),
        about.absent("What is the status of VAWG-15?", "VAWG-15"),
        about.prose("definition", "What does the identifier 24/07 mean?", "24/07 is the seventh finding of 2024", "seventh finding"),
    ]
