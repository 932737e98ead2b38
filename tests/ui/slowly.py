"""The chat's server with an assistant that takes its time where a question says "slowly"."""

from __future__ import annotations

import sys
import time
from typing import Any

from streamlit.web.cli import main

from assistant.assistant import Assistant
from assistant.types import Answer

SECONDS = 8.0

_ask = Assistant.ask


def ask_slowly(self: Assistant, question: str, *rest: Any, **named: Any) -> Answer:  # noqa: ANN401 - handed on
    """Answer as ever, after a while where that is asked for."""
    if "slowly" in question:
        time.sleep(SECONDS)
    return _ask(self, question.replace(" slowly", ""), *rest, **named)


if __name__ == "__main__":
    Assistant.ask = ask_slowly  # type: ignore[method-assign]
    sys.exit(main())
