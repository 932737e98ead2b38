"""Cells of tables that are no registers: by row and column, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.trace import Tried

from .conftest import opened

FIRES = """# Fires in Wrayshire

Wrayshire Fire and Rescue Service publishes these figures each year.

**Table 1: Dwelling fires by district (number of fires)**

| District | 2020/21 | 2021/22 | 2022/23 |
| --- | --- | --- | --- |
| Saltby | 52 | 47 | 41 |
| Marlow | 18 | 22 | - |
| Upper Marlow | 9 | 7 | 12 |
| Wrayshire | 79 | 76 | 60 |

**Table 2: Grass fires by district (number of fires)**

| District | 2020/21 | 2021/22 | 2022/23 |
| --- | --- | --- | --- |
| Saltby | 5 | 4 | 3 |
| Marlow | 28 | 32 | 30 |
| Wrayshire | 33 | 36 | 33 |
"""
DOSES = """# Prescribing vastapril

**Table 1: Dose of vastapril by kidney function**

| Kidney function (eGFR) | Starting dose | Highest dose |
| --- | --- | --- |
| over 60 ml/min | 10 mg | 40 mg |
| 30–60 ml/min | 5 mg | 20 mg |
| under 30 ml/min | 2.5 mg | 5 mg |
"""


def profile(place: str, smokers: str) -> str:
    return f"""# Health profile: {place}

This profile is one of a set, one for each district of the county.

**Table 1: How people live**

| Indicator | Share of adults | Rank in the county |
| --- | --- | --- |
| Smoking | {smokers} | 3 |
| Confident swimmers | 31% | 2 |
| Not confident swimmers | 12% | 4 |
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a bulletin, a table of doses and two profiles alike."""
    folder = tmp_path_factory.mktemp("tables")
    corpus = folder / "corpus"
    corpus.mkdir()
    texts = {
        "fires.md": FIRES,
        "vastapril.md": DOSES,
        "profile-hatherby.md": profile("Hatherby", "14%"),
        "profile-quenley.md": profile("Quenley", "19%"),
    }
    for name, text in texts.items():
        Path(corpus / name).write_text(text, encoding="utf-8")
    return opened(corpus, folder / "index")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many dwelling fires were there in Saltby in 2022/23", "Saltby, 2022/23: 41 (Table 1"),
        ("How many grass fires in Saltby in 2022-23?", "Saltby, 2022/23: 3 (Table 2"),
        ("dwelling fires Upper Marlow 2021/22", "Upper Marlow, 2021/22: 7"),
        ("What was the total number of dwelling fires for Wrayshire in 2020/21?", ": 79 "),
        ("Which district had the most dwelling fires in 2021/22?", "Saltby, 2021/22: 47"),
        ("Which district had the fewest dwelling fires in 2020/21?", "Upper Marlow, 2020/21: 9"),
        ("What is the starting dose of vastapril for an eGFR of 45 ml/min?", "5 mg"),
        ("what share of adults in Quenley smoke", "19%"),
        ("What share of adults in Hatherby are not confident swimmers?", "12%"),
        ("What share of adults in Hatherby do not feel confident swimmers?", "12%"),
    ],
)
def test_the_cell_is_found_by_its_row_and_its_column(
    tables: Assistant, question: str, said: str
) -> None:
    answer = tables.ask(question)
    assert answer.status == "answered"
    assert said in answer.text
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    ("question", "lead", "rows"),
    [
        (
            "In which districts did dwelling fires fall between 2020/21 and 2022/23?",
            "One row of 2 fell",
            ["Saltby – 2020/21: 52; 2022/23: 41"],
        ),
        (
            "Which districts saw a rise in dwelling fires between 2020/21 and 2021/22?",
            "One row of 3 rose",
            ["Marlow – 2020/21: 18; 2021/22: 22"],
        ),
        (
            "How many districts had grass fires that increased between 2020/21 and 2022/23?",
            "One row of 2 rose",
            ["Marlow – 2020/21: 28; 2022/23: 30"],
        ),
    ],
)
def test_the_rows_that_moved_as_asked(
    tables: Assistant, question: str, lead: str, rows: list[str]
) -> None:
    answer = tables.ask(question)
    first, *lines = answer.text.splitlines()
    assert first.startswith(lead)
    assert [line for row in rows for line in lines if row in line] == lines
    assert answer.count == len(rows)


def test_a_rate_of_something_else_is_no_answer(tables: Assistant) -> None:
    trace = tables.explain("How many burglaries were there in Saltby in 2022/23?")
    ways = [s.way for s in trace.steps if isinstance(s, Tried) and s.status]
    assert ways
    assert "a cell" not in ways


def test_the_whole_row_is_given_where_no_column_is_asked_for(tables: Assistant) -> None:
    answer = tables.ask("dwelling fires in Saltby")
    assert "2020/21: 52; 2021/22: 47; 2022/23: 41" in answer.text


def test_the_whole_column_is_given_where_each_row_is_asked_for(tables: Assistant) -> None:
    answer = tables.ask("list the dwelling fires in 2021/22 by district")
    assert [place for place in ("Saltby", "Marlow", "Upper Marlow") if place in answer.text]
    assert len(answer.text.splitlines()) == 4


def test_a_figure_that_is_withheld_is_blank(tables: Assistant) -> None:
    assert tables.ask("How many dwelling fires in Marlow in 2022/23?").status == "blank"


@pytest.mark.parametrize(
    "question",
    [
        "How many dwelling fires in Saltby in 2018/19?",
        "How many dwelling fires in Stokeford in 2022/23?",
        "How many rescues from water in Saltby in 2022/23?",
        "What is the difference between dwelling fires in Saltby and Marlow in 2021/22?",
    ],
)
def test_a_cell_that_is_not_there_is_not_made_up(tables: Assistant, question: str) -> None:
    understood = tables.understand(question)
    assert tables._cells.answer(understood) is None


def test_documents_alike_are_told_apart_or_all_given(tables: Assistant) -> None:
    answer = tables.ask("What share of adults smoke?")
    assert answer.status == "ambiguous"
    assert {c.document for c in answer.citations} == {"profile-hatherby.md", "profile-quenley.md"}


POWERS = """# Closures in Wrayshire

Wrayshire Fire and Rescue Service publishes what its officers did, for each district.

**Table 1: Powers used in 2023, by district (number)**

| District | Notices | Closure | Noise |
| --- | --- | --- | --- |
| Saltby | 77 | 11 | 1,204 |
| Marlow | 18 | 2 | 388 |
| Upper Marlow | 51 | 9 | 702 |
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which district had the most closure orders?", ("Saltby", "11")),
        ("Which district had the most closure orders and which the fewest?", ("Saltby", "Marlow")),
        ("The district with the most closure orders: how many noise cases?", ("Saltby", "1,204")),
        ("Did Saltby have more closure orders than Upper Marlow?", ("11", "9")),
    ],
)
def test_rows_are_compared_by_the_column_that_is_named(
    tmp_path: Path, question: str, said: tuple[str, ...]
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "wrayshire-powers.md").write_text(POWERS, "utf-8")
    answer = opened(tmp_path / "corpus", tmp_path / "index").ask(question)
    assert answer.status == "answered"
    assert all(word in answer.text for word in said)


def test_a_year_that_a_table_does_not_have_is_not_answered_with_others(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "fires-2024.md").write_text(FIRES, "utf-8")
    answer = opened(tmp_path / "corpus", tmp_path / "index").ask(
        "How many dwelling fires were there in Saltby in 2024/25?"
    )
    assert answer.status == "not_found"


def test_a_table_with_its_newest_year_first_tells_the_same_movement(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    rows = [line.split("|") for line in FIRES.splitlines()]
    turned = [
        "|".join([*r[:2], r[4], r[3], r[2], r[5]]) if len(r) > 5 else "|".join(r) for r in rows
    ]
    (tmp_path / "corpus" / "fires.md").write_text("\n".join(turned), "utf-8")
    answer = opened(tmp_path / "corpus", tmp_path / "index").ask(
        "In which districts did dwelling fires fall between 2020/21 and 2022/23?"
    )
    assert "Saltby – 2020/21: 52; 2022/23: 41" in answer.text


def test_a_figure_that_cannot_be_read_leaves_open_which_rows_moved(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    text = FIRES.replace("| Marlow | 18 | 22 | - |", "| Marlow | 18 | 22 | see note |")
    (tmp_path / "corpus" / "fires.md").write_text(text, "utf-8")
    answer = opened(tmp_path / "corpus", tmp_path / "index").ask(
        "In which districts did dwelling fires fall between 2020/21 and 2022/23?"
    )
    assert not answer.text.startswith("One row of")
