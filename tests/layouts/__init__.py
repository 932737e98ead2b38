"""Generated documents in many layouts, with their truth and questions about them.

Every organisation, person and figure in them is invented.
"""

from __future__ import annotations

from . import (
    calderbrook_climate,
    dunmere_infection,
    eastmarch_delivery,
    fernshire_milestones,
    fernshire_statistics,
    glenorrin_objectives,
    harcombe_tracker,
    lowmoor_tracker,
    marlbridge_page,
    northmoor_plan,
    northmoor_report,
    pennard_plan,
    ravensdale_risk,
    stourbeck_strategy,
    thornley_promise,
    westhaven_glossary,
    westhaven_review,
    wyrefield_minutes,
)
from .model import Layout, Question, TrueItem
from .questions import with_questions

LAYOUTS: tuple[Layout, ...] = with_questions(
    (
        northmoor_plan.layout(),
        eastmarch_delivery.layout(),
        calderbrook_climate.layout(),
        westhaven_review.layout(),
        wyrefield_minutes.layout(),
        glenorrin_objectives.layout(),
        fernshire_milestones.layout(),
        marlbridge_page.layout(),
        pennard_plan.layout(),
        northmoor_report.layout(),
        ravensdale_risk.draft(),
        ravensdale_risk.final(),
        thornley_promise.layout(),
        westhaven_glossary.layout(),
        harcombe_tracker.layout(),
        fernshire_statistics.layout(),
        lowmoor_tracker.layout(),
        dunmere_infection.layout(),
        stourbeck_strategy.layout(),
    )
)

__all__ = ["LAYOUTS", "Layout", "Question", "TrueItem"]
