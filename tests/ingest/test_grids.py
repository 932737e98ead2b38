"""Tables of figures are kept cell by cell, whichever way they are laid out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ingest.blocks.grids import data_tables
from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.pipeline import read_document
from ingest.readers.choose import read_file
from ingest.rows.doubts import doubts
from ingest.types import DataTable

from ..layouts.random_grid import CAPTION, IN_TWO_ROWS, WAYS, FigureGrid, grids


def tables_of(path: Path) -> tuple[DataTable, ...]:
    structure = build_structure(read_file(path).elements)
    return data_tables(structure, build_items(path.name, structure))


def page(folder: Path, *rows: str) -> Path:
    path = folder / "page.html"
    path.write_text(f"<h1>Calls</h1><p>Words.</p><table>{''.join(rows)}</table>", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", WAYS)
@given(data=st.data())
@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # smaller examples are not worth their minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_every_cell_is_read_back(
    name: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    made: FigureGrid = data.draw(grids(two_rows=name != "unruled pdf"))
    (found,) = tables_of(WAYS[name](made, tmp_path_factory.mktemp("grid")))
    paths = made.paths if name in IN_TWO_ROWS else tuple((" ".join(p),) for p in made.paths)
    assert found.heads == paths
    assert [row.labels for row in found.rows] == [(label,) for label in made.labels]
    assert [row.values for row in found.rows] == list(made.values)
    assert found.caption == CAPTION


def test_a_long_table_is_read_whole(tmp_path: Path) -> None:
    rows = (f"<tr><td>Ward {n}</td><td>{n}</td><td>{n * 2}</td></tr>" for n in range(500))
    head = "<tr><th>Ward</th><th>2022/23</th><th>2023/24</th></tr>"
    (found,) = tables_of(page(tmp_path, head, *rows))
    assert len(found.rows) == 500
    assert found.rows[499].values == ("499", "998")


def test_a_table_whose_columns_nothing_names_is_not_looked_up_and_told(tmp_path: Path) -> None:
    rows = (f"<tr><td>Ward {n}</td><td>{n}</td><td>{n * 2}</td></tr>" for n in range(5))
    path = page(tmp_path, *rows)
    structure = build_structure(read_file(path).elements)
    assert data_tables(structure, ()) == ()
    assert [line for line in doubts(structure.tables) if "no column names" in line]


def test_empty_cells_stay_empty_and_labels_over_rows_hold_for_each(tmp_path: Path) -> None:
    (found,) = tables_of(
        page(
            tmp_path,
            "<tr><th>Area</th><th>Sex</th><th>2022</th><th>2023</th></tr>",
            '<tr><td rowspan="2">North</td><td>Women</td><td>4</td><td></td></tr>',
            "<tr><td>Men</td><td>6</td><td>7</td></tr>",
            '<tr><td rowspan="2">South</td><td>Women</td><td>1</td><td>2</td></tr>',
            "<tr><td>Men</td><td>3</td><td>5</td></tr>",
        )
    )
    assert [row.labels for row in found.rows] == [
        ("North", "Women"),
        ("North", "Men"),
        ("South", "Women"),
        ("South", "Men"),
    ]
    assert found.rows[0].values == ("4", "")
    assert found.stub == ("Area", "Sex")


def test_a_title_over_all_columns_groups_the_rows_below_it(tmp_path: Path) -> None:
    (found,) = tables_of(
        page(
            tmp_path,
            "<tr><th>Charge</th><th>Adult</th><th>Child</th></tr>",
            '<tr><td colspan="3">Weekdays</td></tr>',
            "<tr><td>Swim</td><td>£4.20</td><td>£2.10</td></tr>",
            '<tr><td colspan="3">Weekends</td></tr>',
            "<tr><td>Swim</td><td>£5.00</td><td>£2.50</td></tr>",
        )
    )
    assert [(row.group, row.values[0]) for row in found.rows] == [
        ("Weekdays", "£4.20"),
        ("Weekends", "£5.00"),
    ]


def test_a_band_over_rows_is_their_group_and_heads_their_passages(tmp_path: Path) -> None:
    head = "<tr><th>Port</th><th>2022/23</th><th>2023/24</th></tr>"
    rows = (
        "<tr><td>Boats (number)</td><td></td><td></td></tr>"
        "<tr><td>Northvale</td><td>11</td><td>12</td></tr>"
        "<tr><td>Southmere</td><td>21</td><td>22</td></tr>"
        "<tr><td>Boats on time (%)</td><td></td><td></td></tr>"
        "<tr><td>Northvale</td><td>81</td><td>82</td></tr>"
        "<tr><td>Southmere</td><td>71</td><td>72</td></tr>"
    )
    path = page(tmp_path, head, rows)
    (found,) = tables_of(path)
    assert [(r.group, r.labels, r.values[1]) for r in found.rows] == [
        ("Boats (number)", ("Northvale",), "12"),
        ("Boats (number)", ("Southmere",), "22"),
        ("Boats on time (%)", ("Northvale",), "82"),
        ("Boats on time (%)", ("Southmere",), "72"),
    ]
    passages = read_document(path).passages
    own = next(p for p in passages if "2023/24: 82" in p.text)
    assert own.section[-1] == "Boats on time (%)"
    assert not any(p.text.startswith("Port: Boats") for p in passages)
