"""Progress bars on stderr, for whoever sits at the terminal; none where stderr is a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[str, int, int], None]


@contextmanager
def counting(verb: str) -> Iterator[Report]:
    """Give a function that takes (what is being done, how many are done, of how many)."""
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.markup import escape  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bars:
        task = bars.add_task(verb, total=None)

        def report(name: str, done: int, total: int) -> None:
            bars.update(task, description=f"{verb} {escape(name)}", completed=done, total=total)

        yield report
