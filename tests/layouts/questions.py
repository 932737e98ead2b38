"""All questions about the generated documents, by the stem of the file they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from . import asked_commissioners, asked_councils, asked_police, asked_services
from .asking import About, numbered
from .model import Layout, Question

Asked = Callable[[About], list[Question]]

# The stems a set of questions is about; a set about two documents belongs to the later one.
SETS: tuple[tuple[tuple[str, ...], Asked], ...] = (
    (("northmoor-custody-improvement-plan-2023",), asked_police.northmoor_plan),
    (("eastmarch-opcc-delivery-plan-2022-2026",), asked_commissioners.eastmarch),
    (("calderbrook-climate-action-plan-2024",), asked_councils.calderbrook),
    (("westhaven-missing-children-review-update-2021",), asked_commissioners.westhaven),
    (("wyrefield-local-policing-board-minutes-2024-04-18",), asked_police.wyrefield),
    (("glenorrin-annual-delivery-plan-2024-25",), asked_services.glenorrin),
    (("fernshire-control-room-replacement-milestones",), asked_services.fernshire),
    (("marlbridge-domestic-abuse-partnership-progress",), asked_councils.marlbridge),
    (("pennard-valley-community-safety-plan-2024-2027",), asked_councils.pennard),
    (("northmoor-custody-progress-report-q4-2023-24",), asked_police.northmoor_report),
    (("ravensdale-fire-risk-plan-2024-2028-draft",), asked_services.ravensdale_draft),
    (("ravensdale-fire-risk-plan-2024-2028-final",), asked_services.ravensdale_final),
    (("thornley-care-leavers-promise-2023",), asked_councils.thornley),
    (("westhaven-safeguarding-adults-words-we-use",), asked_councils.westhaven_words),
    (("harcombe-police-and-crime-panel-tracker",), asked_commissioners.harcombe),
    (("fernshire-fires-statistical-bulletin-2023",), asked_services.statistics),
    (("lowmoor-vawg-and-inspection-tracker-2024",), asked_police.lowmoor),
    (("dunmere-hospitals-infection-prevention-plan-2024",), asked_services.dunmere),
    (("stourbeck-homelessness-strategy-2023-2028",), asked_councils.stourbeck),
    (
        ("northmoor-custody-improvement-plan-2023", "northmoor-custody-progress-report-q4-2023-24"),
        asked_police.northmoor_both,
    ),
    (
        ("ravensdale-fire-risk-plan-2024-2028-draft", "ravensdale-fire-risk-plan-2024-2028-final"),
        asked_services.ravensdale_both,
    ),
    (
        (
            "northmoor-custody-improvement-plan-2023",
            "pennard-valley-community-safety-plan-2024-2027",
        ),
        asked_councils.ambiguous,
    ),
)


def with_questions(layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """Give the layouts with the questions that are asked about them."""
    known = {layout.stem: layout for layout in layouts}
    asked: dict[str, tuple[Question, ...]] = {}
    for stems, ask in SETS:
        about = About(tuple(known[stem] for stem in stems))
        asked[stems[-1]] = asked.get(stems[-1], ()) + numbered(
            ask.__name__.replace("_", "-"), ask(about)
        )
    return tuple(replace(layout, questions=asked.get(layout.stem, ())) for layout in layouts)
