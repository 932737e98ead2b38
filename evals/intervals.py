"""How sure a share can be after so many trials."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """So many hits of so many trials."""

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        """The share from 0 to 1, None where nothing was tried."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval."""
        return wilson(self.hits, self.total)


def share(truths: list[bool]) -> Share:
    """Count the true ones among all."""
    return Share(sum(truths), len(truths))


def wilson(hits: int, total: int, z: float = _Z95) -> tuple[float, float]:
    """Give the Wilson score interval for a share (Wilson 1927), from 0 to 1.

    Args:
        hits: how many succeeded.
        total: how many were tried; with 0 the interval is everything.
        z: the normal quantile, by default that of 95 %.

    Raises:
        ValueError: there are fewer than 0 hits or more than the total.

    """
    if not 0 <= hits <= total:
        raise ValueError(f"{hits} hits of {total} is not a share")
    if total == 0:
        return 0.0, 1.0
    p = hits / total
    centre = p + z * z / (2 * total)
    spread = z * sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    # The ends are exact by definition; floats would miss them by a hair.
    low = (centre - spread) / scale if hits else 0.0
    high = (centre + spread) / scale if hits < total else 1.0
    return low, high
