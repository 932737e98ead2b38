"""Two editions of an invented policy in Markdown: with steps, a list, a table and principles."""

from __future__ import annotations

from pathlib import Path

_FIRST = """# Boat Patrol Policy

Harbour Watch Service. This policy was in force from 3 March 2019.

## Going out

No boat may go out without a signed plan. The shift skipper signs the plan for each patrol.
The grant for life jackets is up to 200 crowns for each volunteer. A stores clerk may approve the
grant when a receipt is handed in.

## Calling off a patrol

All crews must carry out these steps once a patrol is called off.

1. Acknowledge the call on channel nine.
2. Slow to four knots.
3. Switch off the blue lights.
4. Moor at the nearest pier.

## Checks before casting off

A crew must pass the three checks (see below) before it casts off. The skipper notes the result.

A crew that fails goes home. No patrol waits for it.

What is looked at:

- Hull: no water in the bilge
- Radio: a reply on channel nine
- Crew: everybody rested

## Guiding principles

1. Candour: say what went wrong.
2. Thrift: waste no fuel.
3. Patience: wait for a second boat.

## Kinds of vessel

| Vessel | Who may take it out | Crew |
| --- | --- | --- |
| Tender | Any trained volunteer | 2 |
| Launch | A shift skipper | 4 |
| Cutter | The harbour master only | 7 |

## Interests that must be declared

Interests that must be declared include:

- owning a share in a ferry
- a relative who works for the port
"""

_SECOND = (
    _FIRST.replace("in force from 3 March 2019", "in force from 1 June 2022")
    .replace("up to 200 crowns", "up to 250 crowns")
    .replace("- owning a share", "- writing a paid column about the harbour\n- owning a share")
    .replace(
        "## Calling off", "## Working near seals\n\nKeep 90 metres from seals.\n\n## Calling off"
    )
)


def write_policy(folder: Path) -> Path:
    """Write both editions into a folder, which is made."""
    folder.mkdir(parents=True)
    (folder / "boat-patrol-policy-2019.md").write_text(_FIRST, encoding="utf-8")
    (folder / "boat-patrol-policy-2022.md").write_text(_SECOND, encoding="utf-8")
    return folder
