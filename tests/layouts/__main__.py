"""`python -m tests.layouts FOLDER`: write every document, its truth and its questions."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from . import LAYOUTS


def main(folder: Path) -> None:
    """Write the documents, `<stem>.truth.json` beside each, and `questions.jsonl`."""
    folder.mkdir(parents=True, exist_ok=True)
    for layout in LAYOUTS:
        layout.write(folder)
        truth = json.dumps(layout.as_json(), ensure_ascii=False, indent=1)
        (folder / f"{layout.stem}.truth.json").write_text(truth + "\n", encoding="utf-8")
    lines = [json.dumps(q.as_json(), ensure_ascii=False) for lo in LAYOUTS for q in lo.questions]
    (folder / "questions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    items = sum(len(layout.truth) for layout in LAYOUTS)
    sys.stdout.write(f"{len(LAYOUTS)} documents, {items} items, {len(lines)} questions\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.layouts FOLDER")
    main(Path(sys.argv[1]))
