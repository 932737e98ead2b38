"""Questions about the documents of councils and their partnerships."""
# ruff: noqa: E501 - a question and its answer read best on one line

from __future__ import annotations

from .asking import NEGATION, About, day, where
from .model import Question

# fmt: off

PROGRESS = "Progress at May 2024"
ACRONYMS = ("AMHP", "DoLS", "IMCA", "LPS", "MARAC", "MCA", "MSP", "PiPoT", "SAB", "SAR", "VARM", "WASP")


def calderbrook(about: About) -> list[Question]:
    """Ask about the table without rules."""
    return [
        about.value("owner", "Who is responsible for C13?", "C13", "Responsible officer", "Countryside Manager"),
        about.value("status", "What progress has been made on C7, the charging points?", "C7", PROGRESS, "88", "Bridge Street"),
        about.value("date", "By when should every council home reach energy band C?", "C4", "Timescale", "December 2030"),
        about.value("status", "Why did trees die on the slope above Nab End?", "C13", PROGRESS, "rabbit guards"),
        about.many("Which commitments does the Energy Manager have?", ("C2", "C3"), where("Responsible officer", "is", "Energy Manager"), type="reverse"),
        about.many("Which commitments are reported as done?", ("C2", "C11", "C19"), where(PROGRESS, "starts", "Done"), type="list_by_value"),
        about.many("What is due before October 2024?", ("C2", "C5", "C8", "C11", "C12", "C19"), where("Timescale", "starts", "By"), where("Timescale", "before", "2024-10-01"), type="list_by_value"),
        about.many("How many commitments does the Flood Risk Officer answer for?", ("C17", "C18"), where("Responsible officer", "is", "Flood Risk Officer"), type="count"),
        about.empty("What progress is reported on the local nature recovery strategy?", "C16", PROGRESS),
        about.empty("What is the timescale for C21?", "C21", "Timescale"),
        about.absent("Who is responsible for C25?", "C25"),
        about.prose("number", "What were Calderbrook Council's own emissions in 2023/24?", "the Council’s own emissions were 14,210 tonnes", "14,210"),
    ]


def marlbridge(about: About) -> list[Question]:
    """Ask about the web page."""
    return [
        about.value("owner", "Who is responsible for DA2.3?", "DA2.3", "Who", "Children’s Services"),
        about.value("status", "How is DA3.1 going?", "DA3.1", "", "Late", "no compliant bid"),
        about.value("date", "By when should the perpetrator panel be in place?", "DA3.3", "By when", "November 2024"),
        about.value("number", "What is the target for referrals to the helpline?", "Referrals to the helpline", "Target 2024/25", "2,800"),
        about.value("number", "What share of callers was answered at the first attempt in 2023/24?", "Share of callers answered", "2023/24", "88%"),
        about.many("Which actions of the domestic abuse partnership are late?", ("DA1.3", "DA3.1"), where("Status", "is", "Late"), type="list_by_value"),
        about.many("How many actions are done?", ("DA1.2", "DA1.4", "DA2.2", "DA2.4"), where("Status", "is", "Done"), type="count"),
        about.many("What do Housing Options have to do?", ("DA2.1", "DA2.4"), where("Who", "is", "Housing Options"), type="reverse"),
        about.many("List the actions under priority DA3.", ("DA3.1", "DA3.2", "DA3.3", "DA3.4"), where("parent", "is", "DA3")),
        about.empty("When is DA3.4 due?", "DA3.4", "By when"),
        about.absent("What is the status of DA4.1?", "DA4.1"),
        about.prose("number", "How many offences involving domestic abuse were recorded in Marlbridge last year?", "9,480 offences that involved domestic abuse were recorded", "9,480"),
    ]


def pennard(about: About) -> list[Question]:
    """Ask about the Markdown plan."""
    return [
        about.value("owner", "Who leads on the night bus from Pennard?", "1.4", "Lead agency", "Transport Wales West"),
        about.value("status", "Has action 2.3 been completed?", "2.3", "Status", "Completed"),
        about.value("date", "When is action 3.1 due?", "3.1", "Due", "August 2025"),
        about.value("owner", "Who will survey residents about how safe they feel?", "Survey 2,000 residents", "Owner", "Research Officer"),
        about.value("owner", "Who is asked to give councils the power to fine pavement parking?", "Give councils the power", "Owner", "Welsh Ministers"),
        about.many("What does the Partnership Chair have to do?", ("Report to the scrutiny", "Review the membership"), where("Owner", "is", "Partnership Chair"), type="reverse"),
        about.many("Which actions in the Pennard plan have not started?", ("1.2", "1.4", "3.3"), where("Status", "is", "Not started"), type="list_by_value"),
        about.many("How many actions come under Priority 2?", ("2.1", "2.2", "2.3", "2.4"), where("parent", "is", "2"), type="count"),
        about.many("Which actions are led by Gwaun Police?", ("2.3", "2.4"), where("Lead agency", "is", "Gwaun Police"), type="reverse"),
        about.empty("When are the average speed cameras on the mountain road due?", "3.3", "Due"),
        about.absent("Who leads action 4.1 of the community safety plan?", "4.1"),
        about.prose("number", "What share of people felt safe in their town centre after dark?", "71 per cent of people said that they felt safe in their town centre after dark", ("71 per cent", "71%")),
    ]


def thornley(about: About) -> list[Question]:
    """Ask about the bullets without identifiers."""
    home = ("We will pay the council tax", "We will act as guarantor", "We will never place you", "We will give you a setting up", "We will keep a room")
    work = ("We will guarantee an interview", "We will reserve ten", "We will pay for the travel", "We will give you a laptop")
    return [
        about.value("text", "How much is the setting up home allowance?", "We will give you a setting up", "text", "3,000"),
        about.value("text", "What does Thornley promise about prescriptions?", "We will pay for your prescriptions", "text", "25"),
        about.value("number", "How many apprenticeships are reserved for care leavers each year?", "We will reserve ten", "text", ("ten", "10")),
        about.value("text", "How quickly will messages be answered?", "We will answer your messages", "text", "two working days"),
        about.many("What does the Council promise under A home of your own?", home, where("parent_text", "is", "A home of your own")),
        about.many("List the commitments on work and learning.", work, where("parent_text", "is", "Work and learning")),
        about.many("How many promises are there under Health and wellbeing?", ("We will pay for your", "We will give you free", "We will see that", "We will help you"), where("parent_text", "is", "Health and wellbeing"), type="count"),
        about.many("Which promises mention the council tax?", ("We will pay the council tax",), where("text", "contains", "council tax"), type="list_by_value"),
        about.prose("person", "Who should a care leaver ring if a promise is not kept?", "ring the Children’s Rights Officer, Dana Whitlock", "Whitlock"),
        about.prose("number", "How many care leavers are there in the district?", "There are 163 care leavers between 16 and 25 in the district.", "163"),
    ]


def westhaven_words(about: About) -> list[Question]:
    """Ask about the glossary."""
    return [
        about.value("acronym", "What does PiPoT stand for?", "PiPoT", "text", "Person in a Position of Trust"),
        about.value("acronym", "VARM?", "VARM", "text", "Vulnerable Adult Risk Management"),
        about.value("acronym", "What is the short form for Approved Mental Health Professional?", "AMHP", "identifier", "AMHP"),
        about.value("definition", "What is cuckooing?", "Cuckooing", "text", "taking over the home"),
        about.value("definition", "How is self-neglect defined?", "Self-neglect", "text", "hygiene", "hoarding"),
        about.value("definition", "What does professional curiosity mean?", "Professional curiosity", "text", "beyond what one is first told"),
        about.many("How many short forms are in the table?", ACRONYMS, where("kind", "is", "acronym"), type="count"),
        about.prose("acronym", "What does CHC stand for?", "Continuing Healthcare (CHC)", "Continuing Healthcare"),
        about.prose("acronym", "What is the HCOP?", "High Cost Placement Panel (HCOP)", "High Cost Placement Panel"),
        about.absent("What does XQRT stand for?", "XQRT"),
    ]


def stourbeck(about: About) -> list[Question]:
    """Ask about the strategy whose commitments are numbered paragraphs."""
    return [
        about.value("owner", "Who leads on 6.2 in the homelessness strategy?", "6.2", "Lead", "Rough Sleeping Coordinator"),
        about.value("date", "By when will bed and breakfast for families end at Stourbeck?", "5.2", "by", "December 2023"),
        about.value("text", "What does commitment 4.4 say?", "4.4", "text", "prison", "ten weeks"),
        about.value("owner", "Which manager has the mediation service for young people?", "4.5", "Lead", "Youth Services Manager"),
        about.many("Which commitments does the Housing Options Manager lead?", ("4.1", "4.2"), where("Lead", "is", "Housing Options Manager"), type="reverse"),
        about.many("How many commitments come under Ending rough sleeping?", ("6.1", "6.2", "6.3"), where("parent", "is", "6"), type="count"),
        about.many("What was to be done before 2024?", ("4.1", "4.3", "5.2", "5.4", "6.1"), where("by", "before", "2024-01-01"), type="list_by_value"),
        about.absent("Who leads commitment 6.5?", "6.5"),
        about.prose("number", "How many people were found sleeping rough in November 2022?", "On a single night in November 2022 our count found 23 people sleeping rough.", "23"),
        about.prose("number", "How many households were in temporary housing at the end of March 2023?", "there were 214 households in temporary housing", "214"),
    ]


def ambiguous(about: About) -> list[Question]:
    """Ask for identifiers that stand in the plans of two organisations."""
    return [
        about.value("ambiguous", "Who is responsible for 2.3?", "2.3", "", "Custody Inspector, Stanmere", "Gwaun Police", expected="ambiguous"),
        about.value("ambiguous", "When is action 1.4 due?", "1.4", "", day("31 December 2023"), "December 2024", expected="ambiguous"),
        about.value("ambiguous", "What is 3.1 about?", "3.1", "text", "detention of a child", "20 mph", expected="ambiguous"),
        about.value("ambiguous", "status of 2.4", "2.4", "", "Red", "Completed", expected="ambiguous"),
        about.absent("Who owns 6.2?", "6.2"),
        about.value("owner", "Who leads action 2.2 at Northmoor Constabulary?", "2.2", "", "Superintendent, Custody", must_not_include=("Licensing Team",)),
        about.value("owner", "And in the Pennard Valley plan, who leads action 2.2?", "2.2", "", "Licensing Team"),
        about.prose("false_premise", "Why does Pennard spend £186,000 on custody?", "The Partnership has £186,000 of its own to spend each year.", NEGATION, expected="corrected"),
    ]
