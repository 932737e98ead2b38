"""Adding documents in the browser: files chosen, what would become of them, progress, result."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from ingest.types import Document, FileResult
from ui import markup, resources
from ui.documents_view import Shelved
from ui.librarian import Work
from ui.strings import Language, say
from ui.uploads import LARGEST_MB, Checked, Upload, as_replacement, check


def draw_uploader(documents: dict[str, Document], language: Language) -> None:
    """Draw the place to drop files on, and what would become of those that lie there."""
    st.header(say(language, "add"), anchor=False)
    st.caption(say(language, "add_note", megabytes=LARGEST_MB))
    files = st.file_uploader(
        say(language, "add_files"),
        accept_multiple_files=True,
        key=f"files-{_round()}",
        max_upload_size=LARGEST_MB,
    )
    uploads = [Upload(file.name, file.getvalue()) for file in files or ()]
    if uploads:
        _offer(check(uploads, _known(documents)), "add", language)


def draw_replacer(shelved: Shelved, documents: dict[str, Document], language: Language) -> None:
    """Draw the place for a new version of one document, whatever the new file is called."""
    file = st.file_uploader(
        say(language, "replace_file"),
        key=f"replace-{shelved.name}-{_round()}",
        max_upload_size=LARGEST_MB,
        help=say(language, "replace_note"),
    )
    if file is None:
        return
    upload = as_replacement(Upload(file.name, file.getvalue()), shelved.name)
    if upload is None:
        st.warning(say(language, "replace_kind"))
    else:
        _offer(check([upload], _known(documents)), "replace", language)


@st.fragment(run_every=0.5)
def _draw_progress(language: Language) -> None:
    work = resources.librarian().work
    if work is None or work.finished:
        st.rerun()
        return
    share = work.done / work.total if work.total else 0.0
    said = say(language, "reading", name=work.name, done=work.done, total=work.total)
    st.progress(share, markup.as_markdown(said))


def draw_work(language: Language) -> None:
    """Draw the job that runs, or what came of the last one until it has been read."""
    work = resources.librarian().work
    if work is None:
        return
    if not work.finished:
        _draw_progress(language)
        return
    with st.container(border=True, key="work-done"):
        _draw_result(work, language)
        st.button(say(language, "work_read"), on_click=resources.librarian().forget)


def _draw_result(work: Work, language: Language) -> None:
    if work.failure:
        st.error(markup.as_markdown(say(language, "work_failed", reason=work.failure)))
    for result in work.results:
        if result.outcome == "unchanged" and len(work.results) > 1:
            continue
        said = markup.as_markdown(_told(result, language))
        if result.outcome == "failed":
            st.error(said)
        elif result.warnings:
            st.warning(said)
        else:
            st.success(said)
        for warning in result.warnings:
            st.caption(markup.as_markdown(warning))


def _told(result: FileResult, language: Language) -> str:
    numbers = {"pages": result.pages, "entries": result.items}
    said = say(language, f"outcome_{result.outcome}", name=result.name, **numbers)
    return f"{said} {result.message}" if result.message else said


def _offer(
    checked: tuple[Checked, ...], key: Literal["add", "replace"], language: Language
) -> None:
    """Say of each file what would become of it, and offer to do it."""
    for one in checked:
        st.caption(markup.as_markdown(_verdict(one, language)))
    ready = [one.upload for one in checked if one.verdict in {"new", "replaces"}]
    if ready:
        st.button(
            say(language, "add_now", number=len(ready))
            if key == "add"
            else say(language, "replace_now"),
            key=f"{key}-now",
            type="primary",
            on_click=_add,
            args=(ready,),
        )


def _verdict(one: Checked, language: Language) -> str:
    name = one.upload.name
    if one.verdict == "refused":
        said = say(language, f"refused_{one.reason}", megabytes=LARGEST_MB)
        return f"{name}: {said}"
    said = f"{name}: {say(language, f'verdict_{one.verdict}')}"
    return f"{said} {say(language, 'verdict_twin', name=one.twin)}" if one.twin else said


def _add(uploads: Iterable[Upload]) -> None:
    """Hand the files over and empty the places they lay on."""
    if resources.librarian().add(tuple(uploads)):
        st.session_state["files_round"] = _round() + 1


def _round() -> int:
    """Count how often files were handed over: another number is another, empty place."""
    return int(st.session_state.get("files_round", 0))


def _known(documents: dict[str, Document]) -> dict[str, str]:
    return {name: document.info.sha256 for name, document in documents.items()}
