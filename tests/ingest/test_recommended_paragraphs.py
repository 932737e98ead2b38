"""Recommendations that are numbered paragraphs, and who their sentences say is to act."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

SAID = (
    "R1 We recommend that the lamps be lit at dusk. The Head of Lamps is responsible.",
    "R2 We recommend that the Director of Boats, Ambervale Port, bring three yards to agree.",
    "R3 We recommend that the bell be mended, led by the Bell Manager with money from the levy.",
    "R4 We recommend that the quay be swept by the Pier Manager, Ambervale Port.",
    "R5 We recommend that boats be sold, the first to be led by the Boat Manager and the second"
    " by the Port Manager.",
)


def entries() -> list[Item]:
    text = "# Review\n\n## Recommendations\n\n" + "\n\n".join(SAID)
    structure = build_structure(parse_markdown(text, "review.md").elements)
    return [i for i in build_items("review.md", structure) if i.kind == "entry"]


@pytest.mark.parametrize(
    ("number", "owner"),
    [
        ("R1", ["The Head of Lamps"]),
        ("R2", ["the Director of Boats, Ambervale Port"]),
        ("R3", ["the Bell Manager"]),
        ("R4", ["the Pier Manager, Ambervale Port"]),
        ("R5", []),
    ],
)
def test_who_is_to_act(number: str, owner: list[str]) -> None:
    found = next(i for i in entries() if i.identifier == number)
    assert found.label == "recommendation"
    assert [f.value for f in found.fields] == owner
