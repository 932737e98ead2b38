"""Horizontal lines that are drawn on a PDF page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line drawn on the page; points."""

    x0: float
    x1: float
    y: float
