"""The optional language model: any endpoint that speaks OpenAI's protocol, or a scripted one.

It is the one place where the client is imported, and that only when something is written: a start
without a model stays fast. Nothing but the address given is asked: proxies and keys that the
environment holds for other programs are not used, and redirects are not followed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from ingest.settings import Settings

if TYPE_CHECKING:
    from llama_index.core.llms import LLM, ChatResponse

_LONGEST = 300  # tokens of a reply
_TRIES = 2
_PAUSE = 0.3  # seconds before the next try
_WINDOW = 8192  # tokens; only told to the client, which never cuts a prompt

Failure = Literal["unreachable", "too_slow", "broken_off"]


class WriterFailed(Exception):
    """The model gave no whole reply; `why` is what the reader is told."""

    def __init__(self, why: Failure) -> None:
        super().__init__(why)
        self.why = why


class Writer(Protocol):
    """Something that replies to an instruction."""

    def write(self, system: str, task: str) -> Iterator[str]:
        """Give the reply in pieces as it comes.

        Raises:
            WriterFailed: there is no reply, or it is not whole.

        """
        ...


class ModelWriter:
    """A model behind an address, asked with temperature 0; connected to at the first reply."""

    def __init__(self, url: str, model: str, key: str = "", timeout: float = 60.0) -> None:
        """Take the address up to its `/v1`, and the seconds that a whole reply may take."""
        self._url = url.rstrip("/")
        self._model = model or "default"
        self._key = key or "none"  # else the client takes the one in OPENAI_API_KEY
        self._timeout = timeout
        self._client: LLM | None = None

    def write(self, system: str, task: str) -> Iterator[str]:
        """Give the reply in pieces; tries again once where nothing has come yet.

        Raises:
            WriterFailed: the endpoint is dead, refuses, is too slow or breaks off.

        """
        self._connected()  # the first time takes seconds, which are not the endpoint's
        until = time.monotonic() + self._timeout
        for left in reversed(range(_TRIES)):
            begun = False
            try:
                for piece in self._stream(system, task, until):
                    begun = True
                    yield piece
                return
            except WriterFailed:
                raise
            except Exception as error:  # the client's own errors are many, and none is ours
                _log(error)
                if _is_late(error) or time.monotonic() + _PAUSE > until:
                    raise WriterFailed("too_slow") from error
                if begun:
                    raise WriterFailed("broken_off") from error
                if not left or not _may_pass(error):
                    raise WriterFailed("unreachable") from error
            time.sleep(_PAUSE)

    def _stream(self, system: str, task: str, until: float) -> Iterator[str]:
        from llama_index.core.llms import ChatMessage, MessageRole  # noqa: PLC0415 - slow to import

        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=system),
            ChatMessage(role=MessageRole.USER, content=task),
        ]
        finish = ""
        for response in self._connected().stream_chat(messages):
            if time.monotonic() > until:
                raise WriterFailed("too_slow")
            finish = _finish(response) or finish
            if response.delta:
                yield response.delta
        if finish not in ("stop", "length"):
            raise WriterFailed("broken_off")

    def _connected(self) -> LLM:
        if self._client is None:
            import httpx  # noqa: PLC0415 - slow to import
            from llama_index.llms.openai_like import OpenAILike  # noqa: PLC0415 - slow to import

            self._client = OpenAILike(
                model=self._model,
                api_base=self._url,
                api_key=self._key,
                is_chat_model=True,
                context_window=_WINDOW,
                max_tokens=_LONGEST,
                temperature=0.0,
                additional_kwargs={"seed": 0},
                max_retries=0,  # it would wait a minute
                timeout=self._timeout,
                http_client=httpx.Client(trust_env=False, follow_redirects=False),
            )
        return self._client


class FakeWriter:
    """A scripted stand-in for tests: gives its replies in turn, each piece by piece.

    A reply that is a `WriterFailed` is raised, after the pieces that stand before it in a tuple.
    `asked` keeps what it was asked, in order.
    """

    def __init__(self, replies: Sequence[str | tuple[str | WriterFailed, ...]]) -> None:
        self._replies = list(replies)
        self.asked: list[tuple[str, str]] = []

    def write(self, system: str, task: str) -> Iterator[str]:
        """Give the next reply, in pieces of a few characters.

        Raises:
            WriterFailed: the reply says so, or none is left.

        """
        self.asked.append((system, task))
        if not self._replies:
            raise WriterFailed("unreachable")
        reply = self._replies.pop(0)
        for part in (reply,) if isinstance(reply, str) else reply:
            if isinstance(part, WriterFailed):
                raise part
            yield from (part[at : at + 7] for at in range(0, len(part), 7))


def open_writer(settings: Settings) -> Writer | None:
    """Give the model that the settings name; None where they name none."""
    if not settings.llm_url:
        return None
    return ModelWriter(settings.llm_url, settings.llm_model, settings.llm_key, settings.llm_timeout)


def _finish(response: ChatResponse) -> str:
    """Give why a reply ended, where this piece of it says so."""
    choices = getattr(response.raw, "choices", None) or []
    return str(getattr(choices[0], "finish_reason", None) or "") if choices else ""


def _may_pass(error: Exception) -> bool:
    """Whether trying again may help: the connection failed, or the server is busy or broken."""
    status = getattr(error, "status_code", None)
    return status is None or status in (408, 409, 429) or status >= 500


def _is_late(error: Exception) -> bool:
    return "Timeout" in type(error).__name__


def _log(error: Exception) -> None:
    """Say what went wrong without the error's own text, in which a server may repeat a key."""
    status = getattr(error, "status_code", None)
    told = f"{type(error).__name__}{f' ({status})' if status else ''}"
    logging.getLogger(__name__).warning("The language model did not answer: %s", told)
