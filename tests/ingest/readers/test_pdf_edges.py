"""Where the columns of a drawn table begin and end."""

from __future__ import annotations

from ingest.readers.pdf.edges import cell_between, column_at, edges_apart, runs_over
from ingest.readers.pdf.words import Printed
from ingest.types import Box


def word(text: str, x0: float, x1: float) -> Printed:
    return Printed(text, Box(x0, 100.0, x1, 110.0), 10.0, bold=False)


def test_edges_nearer_than_a_limit_are_one() -> None:
    assert edges_apart((100.0, 50.0, 103.0, 53.5), 3.0) == (50.0, 53.5, 100.0)


def test_a_place_belongs_to_the_nearest_edge() -> None:
    assert [column_at((0.0, 100.0, 200.0), x) for x in (2.0, 98.5, 160.0)] == [0, 1, 2]


def test_a_cell_over_two_columns_spans_both_and_one_without_width_spans_one() -> None:
    edges = (0.0, 100.0, 200.0)
    wide, thin = cell_between(edges, 0.5, 199.0, ()), cell_between(edges, 99.0, 101.0, ())
    assert (wide.column, wide.span, wide.text) == (0, 2, "")
    assert (thin.column, thin.span) == (1, 1)


def test_a_word_that_begins_a_hair_before_its_column_does_not_run_over_the_border() -> None:
    name, value = word("Owner", 40.0, 70.0), word("Asa", 149.5, 170.0)
    assert not runs_over((name, value), 150.0)
    assert runs_over((name, word("runs", 140.0, 165.0)), 150.0)
    assert runs_over((word("on", 130.0, 149.0), word("and", 150.5, 160.0)), 150.0)
