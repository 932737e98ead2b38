"""Answers as they are kept between runs of the chat: everything of an answer, as JSON."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from assistant.types import Answer, AnswerItem, Citation


def answer_to_text(answer: Answer) -> str:
    """Give an answer as JSON that `answer_from_text` reads back equal."""
    return json.dumps(dataclasses.asdict(answer), ensure_ascii=False)


def answer_from_text(text: str) -> Answer:
    """Read an answer that `answer_to_text` wrote."""
    found: dict[str, Any] = json.loads(text)
    found["items"] = tuple(_item(item) for item in found["items"])
    found["citations"] = tuple(
        Citation(**{**c, "section": tuple(c["section"])}) for c in found["citations"]
    )
    found["suggestions"] = tuple(found["suggestions"])
    return Answer(**found)


def _item(found: dict[str, Any]) -> AnswerItem:
    fields = tuple((name, value) for name, value in found["fields"])
    return AnswerItem(**{**found, "fields": fields, "citations": tuple(found["citations"])})
