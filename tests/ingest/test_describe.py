"""What a document says of itself: whose it is, its title, date and version; nothing guessed."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.about.control import Told
from ingest.about.dating import as_of, date_of, version_of
from ingest.about.front import Front
from ingest.about.organisation import is_organisation, organisation_of
from ingest.pipeline import read_document
from ingest.types import DocumentInfo
from tests.layouts import LAYOUTS

#: What the generated documents print on their first pages, by the file's stem.
SAID = {
    "calderbrook-climate-action-plan-2024": ("Calderbrook Council", "18 June 2024", "May 2024"),
    "eastmarch-opcc-delivery-plan-2022-2026": (
        "Office of the Police and Crime Commissioner for Eastmarch",
        "7 March 2024",
        "January 2024",
    ),
    "fernshire-control-room-replacement-milestones": (
        "Fernshire Fire and Rescue Authority",
        "16 February 2024",
        "16 February 2024",
    ),
    "fernshire-fires-statistical-bulletin-2023": (
        "Fernshire Fire and Rescue Service",
        "14 September 2023",
        "",
    ),
    "glenorrin-annual-delivery-plan-2024-25": (
        "Glenorrin Health Board",
        "28 March 2024",
        "29 February 2024",
    ),
    "harcombe-police-and-crime-panel-tracker": (
        "Harcombe Police and Crime Panel",
        "19 April 2024",
        "",
    ),
    "marlbridge-domestic-abuse-partnership-progress": (
        "Marlbridge County Council",
        "22 April 2024",
        "31 March 2024",
    ),
    "northmoor-custody-improvement-plan-2023": (
        "Northmoor Constabulary",
        "July 2023",
        "30 September 2023",
    ),
    "pennard-valley-community-safety-plan-2024-2027": (
        "Pennard Valley Community Safety Partnership",
        "26 March 2024",
        "30 April 2024",
    ),
    "ravensdale-fire-risk-plan-2024-2028-draft": (
        "Ravensdale Fire and Rescue Authority",
        "October 2023",
        "",
    ),
    "thornley-care-leavers-promise-2023": ("Thornley District Council", "19 July 2023", ""),
    "westhaven-missing-children-review-update-2021": (
        "Police and Crime Commissioner for Westhaven",
        "May 2021",
        "spring 2021",
    ),
}


@pytest.mark.parametrize("stem", SAID)
def test_the_first_page_is_believed(stem: str, tmp_path: Path) -> None:
    layout = next(layout for layout in LAYOUTS if layout.stem == stem)
    layout.write(tmp_path)
    info = read_document(tmp_path / layout.file_name).info
    assert (info.organisation, info.date, info.as_of) == SAID[stem]


def front(
    *lines: str, running: tuple[str, ...] = (), said: tuple[str, ...] = (), **box: str
) -> Front:
    told = tuple(Told(name.replace("_", " "), value, ()) for name, value in box.items())
    return Front(lines, running, said, told)


@pytest.mark.parametrize(
    ("given", "date"),
    [
        (front("A plan", "Agreed by Full Council on 19 July 2023"), "19 July 2023"),
        (front("A plan", "Published: 2 May 2015 Last updated: 9 June 2022"), "9 June 2022"),
        (front("A policy", running=("In force from 12 October 2017",)), "12 October 2017"),
        (front("A plan", "Version 3, 8 February 2023"), "8 February 2023"),
        (front("A plan", said=("Last Updated 5/14/2020. All is below.",)), "2020-05-14"),
        (
            front("A guide", Date_ratified="October 2023", Review_date="October 2026"),
            "October 2023",
        ),
        (front("Audit", "2016"), "2016"),
        (front("Board, 24 April 2024"), "24 April 2024"),
        (front("Fires, April 2018 to March 2023"), ""),
        (front("A policy", "This policy was current as at 13 July 2022."), ""),
        (front("A policy", "Review date: June 2025"), ""),
        (front("A policy", Review_date="June 2025"), ""),
        (front("A policy"), ""),
    ],
)
def test_only_its_own_date_is_taken(given: Front, date: str) -> None:
    assert date_of(given, PurePath("plan.pdf"), {}) == date


@pytest.mark.parametrize(
    ("stem", "date"),
    [
        ("minutes-2024-04-18", "2024-04-18"),
        ("27062024-guidance", "2024-06-27"),
        ("consultation-Final-25.07.17", "2017-07-25"),
        ("202310-guidance", "2023-10"),
        ("Update-Nov-2022-monitoring", "Nov 2022"),
        ("policy-140622", ""),
        ("plan-2024-2028", ""),
        ("management-1837338615493", ""),
    ],
)
def test_a_file_name_is_read_where_it_can_mean_one_day_only(stem: str, date: str) -> None:
    assert date_of(front("A paper"), PurePath(f"{stem}.pdf"), {}) == date


def test_a_file_that_a_browser_printed_says_nothing_of_its_date() -> None:
    made = {"creationdate": "D:20211129074859", "creator": "wkhtmltopdf 0.12.4"}
    assert date_of(front("A policy"), PurePath("a.pdf"), made) == ""
    assert (
        date_of(front("A policy"), PurePath("a.pdf"), {**made, "creator": "Word"}) == "2021-11-29"
    )


@pytest.mark.parametrize(
    ("given", "sentence", "moment"),
    [
        (front("Position as at 31 March 2024"), "", "31 March 2024"),
        (
            front(running=("This document was current at 18 December 2023. See",)),
            "",
            "18 December 2023",
        ),
        (front(), "The status of each action is as at 30 April 2024.", "30 April 2024"),
        (front(), "There were, as of the 31st of March 2020, 4,405 children in care.", ""),
        (front(said=("This page shows how far it had got as at May 2024.",)), "", "May 2024"),
    ],
)
def test_as_at_is_of_the_document(given: Front, sentence: str, moment: str) -> None:
    assert as_of(given, (), (sentence,)) == moment


def test_its_version_is_told() -> None:
    assert version_of(front(Version_number="2", Version_date="May")) == "2"
    assert version_of(front("Version 1.0, approved in May")) == "1.0"
    assert version_of(front("A plan")) == ""


def test_an_organisation_is_named_and_not_made_of_a_sentence() -> None:
    assert organisation_of(front("If the Federal Government does not act"), {}, "") == ""
    assert (
        organisation_of(front(), {"author": "A. Clerk"}, "© NHS England 2023 | 12") == "NHS England"
    )
    released = front(running=("Proactively released by New Zealand Police",))
    assert organisation_of(released, {}, "") == "New Zealand Police"
    assert is_organisation("West Sussex County Council")
    assert not is_organisation("West Sussex County Council strategy for the coast")


def test_a_box_of_document_control_is_one_passage(tmp_path: Path) -> None:
    path = tmp_path / "guide.md"
    path.write_text(
        "# Guide to the quay\n\nThe quay is open.\n\n| Process | Details |\n|---|---|\n"
        "| Authored by: | Quay Office, Fernshire Council |\n| Date ratified: | May 2023 |\n"
        "| Review date: | June 2025 |\n| Version number: | 4 |\n",
        encoding="utf-8",
    )
    document = read_document(path)
    box = next(p for p in document.passages if "Review date" in p.text)
    assert "Review date: June 2025\nVersion number: 4" in box.text
    assert facts(document.info) == ("Guide to the quay", "Fernshire Council", "May 2023", "4")


def facts(info: DocumentInfo) -> tuple[str, str, str, str]:
    return info.title, info.organisation, info.date, info.version


@pytest.mark.parametrize(
    ("title", "made", "whole", "date"),
    [
        ("District profile 2024: Northvale", "D:20261126", "In 2024 …", "2024"),
        ("Annual report 2023/24", "D:20260101", "By 2030 all …", "2023/24"),
        ("Annual report 2023/24", "D:20240501", "In 2024 …", "2024-05-01"),
        ("A plan", "D:20000101", "In 2023 and 2024 …", ""),
        ("A plan", "D:20240501", "In 2023 …", ""),
        ("A plan", "D:20240501", "By 2026 …, as in 2023", "2024-05-01"),
        ("Plan 2023–2026", "", "", ""),
    ],
)
def test_a_files_own_date_is_believed_near_what_it_speaks_of(
    title: str, made: str, whole: str, date: str
) -> None:
    told = {"creationdate": made} if made else {}
    assert date_of(front(title), PurePath("a.pdf"), told, whole) == date


def _pdf(path: Path, title: str, running: str, lines: tuple[str, ...]) -> Path:
    """Draw two pages with a running line at the top and lines below it."""
    canvas = Canvas(str(path))
    canvas.setTitle(title)
    for _ in range(2):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, 800, running)
        for size, line in zip((18, *[11] * len(lines)), lines, strict=False):
            canvas.setFont("Helvetica-Bold" if size == 18 else "Helvetica", size)
            canvas.drawString(72, 740 - 30 * lines.index(line), line)
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("given", "running", "first", "title"),
    [
        ("Progress report", "Pier paper 7", "Safe Piers Plan: first progress report",
         "Safe Piers Plan: first progress report"),
        ("Control", "Pier Control Strategy 2026–2029", "Introduction",
         "Pier Control Strategy 2026–2029"),
        ("Safe Piers Plan for Quaymouth", "Pier paper 7", "Safe Piers Plan for Quaymouth, 2025",
         "Safe Piers Plan for Quaymouth"),
    ],
)  # fmt: skip
def test_a_title_of_a_word_or_two_gives_way_to_the_line_that_says_more(
    tmp_path: Path, given: str, running: str, first: str, title: str
) -> None:
    text = "The piers of the harbour are watched by night and by day, and this is how it is done."
    path = _pdf(tmp_path / "paper.pdf", given, running, (first, text))
    assert read_document(path).info.title == title


def test_a_title_stands_above_the_first_section_s_heading(tmp_path: Path) -> None:
    told = "We keep the pier and the boats of the harbour, and say here what we shall do. " * 3
    path = tmp_path / "plan.md"
    path.write_text(
        "# Ness District Council\n\n### Ready Together: Harbour Strategy 2026\n\n"
        f"Adopted on 3 May 2026\n\n## A word from the warden\n\n{told}\n\n## Lamps\n\n{told}\n",
        encoding="utf-8",
    )
    assert read_document(path).info.title == "Ready Together: Harbour Strategy 2026"
