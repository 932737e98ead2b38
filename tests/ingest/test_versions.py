"""Works told from their documents: drafts, versions, reports, and what only looks alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ingest.about.versions import Family, Relation, Step, families, family_of
from ingest.pipeline import read_document
from ingest.types import Document
from tests.layouts import LAYOUTS

ACTIONS = (
    "Train every officer in first aid for people who have taken an overdose",
    "Meet the housing teams of all districts each month to plan for people leaving custody",
    "Publish the figures for stop and search by age and by place every quarter",
    "Open a second safe space in the town centre on Friday and Saturday nights",
    "Write to all licensed premises about drink spiking and what to do about it",
)


@cache
def generated() -> tuple[Document, ...]:
    with TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            layout.write(Path(folder))
        return tuple(read_document(Path(folder) / layout.file_name) for layout in LAYOUTS)


def made(
    folder: Path, name: str, title: str, office: str, said: str, place: str, actions: int = 5
) -> Document:
    rows = "".join(f"| {n}.1 | {text} in {place} |\n" for n, text in enumerate(ACTIONS[:actions]))
    words = (
        f"{place} is what we care for. " * 6 + f"Those who live in {place} told {place} so. " * 3
    )
    path = folder / name
    path.write_text(
        f"# {title}\n\n{office}\n\n{said}\n\n## Why\n\n{words}\n\n"
        f"## Actions\n\n| Ref | Action |\n|---|---|\n{rows}",
        encoding="utf-8",
    )
    return read_document(path)


def test_generated_works_are_found_and_no_others() -> None:
    found = families(generated())
    assert [(f.members, f.steps[0].relation) for f in found] == [
        (
            (
                "northmoor-custody-improvement-plan-2023.pdf",
                "northmoor-custody-progress-report-q4-2023-24.pdf",
            ),
            "progress",
        ),
        (
            (
                "ravensdale-fire-risk-plan-2024-2028-draft.docx",
                "ravensdale-fire-risk-plan-2024-2028-final.docx",
            ),
            "final",
        ),
    ]


@pytest.mark.parametrize(
    ("name", "title", "said", "relation"),
    [
        ("b.md", "Safer Streets Plan", "Published May 2024", "version"),
        ("b.md", "Safer Streets Plan: progress report", "24 May 2024", "progress"),
        ("safer-streets-plan-v2.md", "Safer Streets Plan 2024/25", "May 2024", "version"),
        ("b.md", "Nights Out", "This plan replaces the Safer Streets Plan", "version"),
    ],
)
def test_a_later_document_of_the_same_work(
    tmp_path: Path, name: str, title: str, said: str, relation: Relation
) -> None:
    office = "Quayshire Council"
    first = made(tmp_path, "a.md", "Safer Streets Plan", office, "Published May 2022", "Quayshire")
    later = made(tmp_path, name, title, office, said, "Quayshire")
    (family,) = families((later, first))
    if "2024" in said:
        assert family.members == ("a.md", name)
        assert family.newest == name
        assert (family.before(name), family.relation(name)) == ("a.md", relation)
        assert (family.before("a.md"), family.relation("a.md")) == ("", None)


def test_a_draft_comes_before_its_final(tmp_path: Path) -> None:
    office = "Quayshire Council"
    final = made(tmp_path, "a.md", "Safer Streets Plan", office, "May 2024", "Quayshire")
    draft = made(tmp_path, "b.md", "Draft Safer Streets Plan", office, "May 2024", "Quayshire")
    (family,) = families((final, draft))
    assert (family.members, family.relation("a.md")) == (("b.md", "a.md"), "final")


@pytest.mark.parametrize(
    ("title", "office", "place"),
    [
        ("Safer Streets Plan", "Dockland Council", "Dockland"),  # other office
        ("Safer Streets Plan", "", "Dockland"),  # no office, but it speaks of another place
        ("Harbour Wall Strategy", "", "Quayshire"),  # no office, another title
    ],
)
def test_the_same_template_filled_in_by_another(
    tmp_path: Path, title: str, office: str, place: str
) -> None:
    ours = "Quayshire Council" if office else ""
    one = made(tmp_path, "a.md", "Safer Streets Plan", ours, "May 2022", "Quayshire")
    other = made(tmp_path, "b.md", title, office, "May 2024", place)
    assert families((one, other)) == ()


def test_a_plan_its_reports_and_its_next_version_are_one_work(tmp_path: Path) -> None:
    office, title = "Quayshire Council", "Safer Streets Plan"
    documents = [
        made(tmp_path, "a.md", title, office, "May 2022", "Quayshire"),
        made(tmp_path, "b.md", f"{title}: progress report", office, "May 2023", "Quayshire", 4),
        made(tmp_path, "c.md", f"{title}: progress report", office, "June 2024", "Quayshire", 3),
        made(tmp_path, "d.md", title, office, "July 2024", "Quayshire"),
    ]
    found = families(documents)
    assert [(s.earlier, s.later, s.relation) for s in found[0].steps] == [
        ("a.md", "b.md", "progress"),
        ("b.md", "c.md", "version"),
        ("a.md", "d.md", "version"),
    ]
    assert family_of("c.md", found) == found[0]
    assert family_of("other.md", found) is None


def test_minutes_of_two_meetings_are_no_versions(tmp_path: Path) -> None:
    office = "Quayshire Council"
    one = made(tmp_path, "a.md", "Streets Board: minutes", office, "2 May 2024", "Quayshire")
    two = made(tmp_path, "b.md", "Streets Board: minutes", office, "2 June 2024", "Quayshire")
    assert families((one, two)) == ()


def test_documents_alone_are_no_family() -> None:
    nobody: tuple[Family, ...] = families(generated()[:1])
    assert nobody == ()


def test_editions_of_a_report_are_reports_too() -> None:
    steps = (
        Step("draft", "plan", "final"),
        Step("plan", "report", "progress"),
        Step("report", "report-2", "version"),
    )
    family = Family(("draft", "plan", "report", "report-2"), steps)
    assert family.reports == {"report", "report-2"}


def test_profiles_of_two_places_are_no_editions_of_one_work() -> None:
    folder = Path(__file__).resolve().parents[2] / "evals" / "layouts" / "seventh"
    both = [read_document(path) for path in sorted(folder.glob("*area-profile*.pdf"))]
    assert [d.info.title for d in both] == [
        "Local area profile 2024: Kinlarig",
        "Local area profile 2024: Strathmoyle",
    ]
    assert families(both) == ()


def test_a_report_that_has_the_plans_numbers_reports_on_it(tmp_path: Path) -> None:
    office = "Harrow Quay Constabulary"
    rows = "".join(f"| {n}a | {text} |\n" for n, text in enumerate(ACTIONS, 1))
    told = "".join(f"| {n}a | Thing {n} | Begun in May. | 1 June 2025 |\n" for n in range(1, 6))
    plan, report = tmp_path / "quay-lights-plan.md", tmp_path / "quay-lights-one-year-on.md"
    plan.write_text(
        f"# Quay Lights Plan\n\n{office}\n\n9 May 2024\n\n| Ref | Action |\n|---|---|\n{rows}",
        "utf-8",
    )
    report.write_text(
        f"# Quay Lights: where we are after one year\n\n{office}\n\n13 June 2025\n\n"
        f"| Ref | Subject | What happened | Closed on |\n|---|---|---|---|\n{told}",
        "utf-8",
    )
    (family,) = families([read_document(plan), read_document(report)])
    assert family.members == (plan.name, report.name)
    assert family.steps[0].relation == "progress"


@pytest.mark.parametrize(
    ("body", "owner", "joined"),
    [
        ("Harrow Quay Police and Crime Panel", "Asa Reed", True),
        ("Harrow Quay Police and Crime Panel", "Bo Field", False),
        ("South Quay Constabulary", "Asa Reed", False),
    ],
)
def test_a_report_to_a_panel_is_joined_where_numbers_and_owners_are_the_plans(
    tmp_path: Path, body: str, owner: str, *, joined: bool
) -> None:
    told = "".join(f"| HL{n} | Late | {owner} | Begun in May {n}. |\n" for n in range(1, 6))
    table = f"| Action | Status | Owner | Update |\n|---|---|---|---|\n{told}"
    plan, report = quay_lights(tmp_path, "Harrow Quay Constabulary", body, table)
    found = families([read_document(plan), read_document(report)])
    assert [family.members for family in found] == [(plan.name, report.name)] * joined


def quay_lights(folder: Path, office: str, body: str, table: str) -> tuple[Path, Path]:
    """Write an office's plan with owners, and a body's report on it with a table of its own."""
    rows = "".join(f"| HL{n} | {text} | Asa Reed |\n" for n, text in enumerate(ACTIONS, 1))
    plan, report = folder / "quay-lights-plan.md", folder / "quay-lights-progress.md"
    plan.write_text(
        f"# Quay Lights Plan\n\n{office}\n\n9 May 2024\n\n"
        f"| Ref | Action | Owner |\n|---|---|---|\n{rows}",
        "utf-8",
    )
    report.write_text(
        f"# Quay Lights Plan: progress report\n\n{body}\n\n13 June 2025\n\n{table}", "utf-8"
    )
    return plan, report


def test_a_report_that_names_no_owners_is_joined_by_title_and_numbers(tmp_path: Path) -> None:
    told = "".join(f"| HL{n} | Begun in May {n}. | Late |\n" for n in range(1, 6))
    table = f"| Ref | Position | Rating |\n|---|---|---|\n{told}"
    service, authority = "Harrow Quay Fire and Rescue Service", "Harrow Quay Fire Authority"
    plan, report = quay_lights(tmp_path, service, authority, table)
    (family,) = families([read_document(plan), read_document(report)])
    assert family.members == (plan.name, report.name)


def test_a_committees_update_on_another_bodys_plan_is_a_report_on_it(tmp_path: Path) -> None:
    plan = made(
        tmp_path, "plan.md", "Delivery Plan 2024", "Ellerby Fire and Rescue Service", "", "Ellerby"
    )
    title = "Update on the Ellerby Delivery Plan 2024"
    report = made(tmp_path, "update.md", title, "Skerrow Combined Authority", "", "Skerrow")
    other = made(tmp_path, "other.md", "Update on the Delivery Plan", "Wey Council", "", "Wey")
    found = family_of("plan.md", families([plan, report, other]))
    assert found is not None
    assert found.members == ("plan.md", "update.md")
    assert found.reports == {"update.md"}


@pytest.mark.parametrize(
    ("body", "wording", "joined"),
    [
        ("Harrow Quay Safer Lights Partnership", ACTIONS, True),
        ("Harrow Quay Safer Lights Partnership", tuple(f"Thing {n}" for n in range(1, 6)), False),
        ("Wey Safer Lights Partnership", ACTIONS, False),
    ],
)
def test_a_partnership_of_the_same_place_may_report_on_the_same_entries(
    tmp_path: Path, body: str, wording: tuple[str, ...], *, joined: bool
) -> None:
    told = "".join(f"| HL{n} | {text} | Bo Field | Late |\n" for n, text in enumerate(wording, 1))
    table = f"| Ref | Action | Owner | Status |\n|---|---|---|---|\n{told}"
    plan, report = quay_lights(tmp_path, "Harrow Quay Constabulary", body, table)
    found = families([read_document(plan), read_document(report)])
    assert [family.members for family in found] == [(plan.name, report.name)] * joined


LETTER = """HARROW QUAY FIRE SERVICE

22 May 2026

Dear Member

QUAY LIGHTS PLAN: WHERE WE ARE AFTER THE FIRST YEAR OF ITS LIFE, ACTION BY ACTION

When you approved the plan I undertook to write to you once a year about every action.

Action 1.1 is complete. Action 1.2 was late, and action 1.3 has begun.

Action {last} is paused, and action 1.5 will be done in June.
"""


@pytest.mark.parametrize(("last", "joined"), [("1.4", True), ("7.4", False)])
def test_a_letter_that_speaks_of_a_plans_entries_by_number_reports_on_it(
    tmp_path: Path, last: str, *, joined: bool
) -> None:
    rows = "".join(f"| 1.{n} | {text} | Asa Reed |\n" for n, text in enumerate(ACTIONS, 1))
    plan, letter = tmp_path / "plan.md", tmp_path / "letter.txt"
    plan.write_text(
        "# Quay Lights Plan\n\nHarrow Quay Fire Service\n\n9 May 2025\n\n"
        f"| Ref | Action | Owner |\n|---|---|---|\n{rows}",
        "utf-8",
    )
    letter.write_text(LETTER.format(last=last), "utf-8")
    documents = [read_document(plan), read_document(letter)]
    assert documents[1].info.title.startswith("QUAY LIGHTS PLAN: WHERE WE ARE")
    found = families(documents)
    assert [family.members for family in found] == [(plan.name, letter.name)] * joined


def test_a_report_on_a_year_is_of_the_day_of_its_figures(tmp_path: Path) -> None:
    office = "Ambervale Police"
    plan = made(
        tmp_path,
        "plan.md",
        "Safer Nights",
        office,
        "14 August 2025. Strategy 2025-28.",
        "Ambervale",
    )
    report = made(
        tmp_path,
        "report.md",
        "Annual Report 2025/26: progress in the first year of Safer Nights",
        office,
        "Progress at 30 June 2026.",
        "Ambervale",
    )
    (work,) = families((plan, report))
    assert work.members == ("plan.md", "report.md")
    assert work.newest == "report.md"


def test_a_plan_is_of_the_first_of_its_years(tmp_path: Path) -> None:
    office = "Ambervale Police"
    plan = made(
        tmp_path, "Safer_Nights_Plan_2024-2028.md", "Safer Nights", office, "A plan.", "Ambervale"
    )
    report = made(
        tmp_path,
        "report.md",
        "Safer Nights: half-year report to 30 September 2025",
        office,
        "Third report.",
        "Ambervale",
    )
    (work,) = families((plan, report))
    assert work.newest == "report.md"
