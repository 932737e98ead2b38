"""The pages beside the chat's answers, in a real browser: chats kept, documents, the tour."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document

from ingest.settings import Settings
from tests.ui.serving import ask, settle
from ui.feedback import feedback_file

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

pytestmark = pytest.mark.browser

ITEM = "south-wales-substance-misuse-strategy-2022-2025.pdf"


def sources(page: Page) -> list[str]:
    return page.locator(".cv-source").all_text_contents()


def test_a_chat_is_named_saved_reopened_and_deleted(here: Page, chat: str) -> None:
    here.goto(chat)
    ask(here, "who owns deliverable 2.6c")
    cited = sources(here)
    here.get_by_role("button", name="This chat: name, save, delete").click()
    here.get_by_label("Name of this chat").fill("Lighthouse keeper")
    here.get_by_label("Name of this chat").press("Enter")
    here.locator("h1", has_text="Lighthouse keeper").wait_for()
    with here.expect_download() as saved:
        here.get_by_role("button", name="Save as Word").click()
    word = Document(io.BytesIO(Path(saved.value.path()).read_bytes()))
    assert saved.value.suggested_filename == "Lighthouse-keeper.docx"
    assert "References" in [paragraph.text for paragraph in word.paragraphs]
    here.keyboard.press("Escape")

    here.get_by_role("button", name="New chat").click()
    here.locator(".cv-hero").wait_for()
    here.get_by_text("Earlier chats").first.click()
    here.get_by_label("Search the chats").fill("keeper LIGHT")
    here.get_by_label("Search the chats").press("Enter")
    here.get_by_text(re.compile("^1 of ")).wait_for()
    here.get_by_role("button", name="Lighthouse keeper").click()
    here.locator(".cv-answer").wait_for()
    settle(here)
    assert sources(here) == cited

    here.get_by_role("button", name="This chat: name, save, delete").click()
    here.get_by_text("Yes, delete it for good").click()
    here.get_by_role("button", name="Delete this chat").click()
    here.locator(".cv-hero").wait_for()
    assert here.get_by_role("button", name="Lighthouse keeper").count() == 0


def test_the_last_question_is_reworded_and_its_answer_rated(
    here: Page, chat: str, real: Settings
) -> None:
    here.goto(chat)
    ask(here, "who owns deliverable 2.6b")
    here.get_by_role("button", name="Edit").click()
    box = here.get_by_label("Your question")
    box.fill("who owns deliverable 2.6c")
    here.get_by_role("button", name="Ask this instead").click()
    here.locator(".cv-answer", has_text="ADDER").wait_for()
    settle(here)
    assert here.locator(".cv-answer").count() == 1
    assert here.locator(".cv-text").first.inner_text() == "who owns deliverable 2.6c"
    here.get_by_test_id("stFeedback").get_by_role("radio").or_(
        here.get_by_test_id("stFeedback").get_by_role("button")
    ).nth(1).click()
    settle(here)  # the rating draws the page anew, and with it the field
    comment = here.get_by_label("What was good or wrong? (optional)")
    comment.fill("The right page")
    comment.press("Enter")
    settle(here)
    here.reload()
    comment.wait_for()
    settle(here)
    assert comment.input_value() == "The right page"
    lines = feedback_file(real).read_text("utf-8").splitlines()
    last = json.loads(lines[-1])
    assert (last["question"], last["comment"]) == ("who owns deliverable 2.6c", "The right page")
    assert last["citations"][0]["page"] == 17
    assert last["generation"]


def test_documents_are_added_replaced_and_removed(here: Page, chat: str, real: Settings) -> None:
    here.goto(chat + "/documents")
    here.get_by_text("What answers are made from. Documents: 2").wait_for()
    note = b"Harbour note\n\nThe purpose of this note is to count the boats in every winter. "
    note += b"<script>alert(1)</script>\n"
    files: list[FilePayload] = [
        {"name": "note.txt", "mimeType": "text/plain", "buffer": note},
        {"name": "tool.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00 a program"},
        {"name": "tool.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"},
    ]
    inputs = here.locator("input[type=file]")
    inputs.last.set_input_files(files)
    here.get_by_text("not a kind of file that is read").wait_for()
    here.get_by_role("button", name="Add: 2").click()
    # The first file waits for the models to be loaded, which a busy machine does slowly.
    here.get_by_text("note.txt was added").wait_for(timeout=180_000)
    here.get_by_text("tool.pdf could not be read").wait_for()
    assert (real.corpus / "note.txt").read_bytes() == note
    assert not (real.corpus / "tool.pdf").exists()
    read(here)
    here.get_by_text("What answers are made from. Documents: 3").wait_for()
    tab = section_opened(here, chat)

    inputs.last.set_input_files(
        {"name": "note.txt", "mimeType": "text/plain", "buffer": note + b"And the ships.\n"}
    )
    here.get_by_text("replaces the document of this name").wait_for()
    here.get_by_role("button", name="Add: 1").click()
    here.get_by_text("note.txt was replaced").wait_for()
    read(here)

    choose(here, "One document", "note")
    here.get_by_role("button", name="Remove").click()
    here.get_by_role("button", name="Remove it now").click()
    here.get_by_text("note.txt was removed").wait_for()
    read(here)
    here.get_by_text("What answers are made from. Documents: 2").wait_for()
    assert not (real.corpus / "note.txt").exists()
    still_there(tab)


def section_opened(page: Page, chat: str) -> Page:
    """Give another tab in which the note's section stands open; its markup is shown as text."""
    tab = page.context.new_page()
    tab.set_default_timeout(60_000)
    tab.on("dialog", lambda opened: pytest.fail(opened.message))
    tab.goto(chat)
    ask(tab, "what is the purpose of the Harbour note?")
    tab.locator(".cv-mark").first.click()
    window = tab.get_by_role("dialog")
    window.locator("mark").first.wait_for()
    assert "<script>alert(1)</script>" in window.locator(".cv-pagetext").first.inner_text()
    return tab


def still_there(tab: Page) -> None:
    """The document is gone and the index another; the citation's quote and the chat are not."""
    assert tab.get_by_role("dialog").locator("mark").first.is_visible()
    tab.keyboard.press("Escape")
    tab.get_by_role("dialog").wait_for(state="hidden")
    ask(tab, "who owns deliverable 2.6c")
    assert tab.get_by_test_id("stException").count() == 0
    gone = tab.locator("[class*=st-key-source-]").first
    assert "count the boats" in (gone.locator("mark").first.text_content() or "")
    assert gone.get_by_role("button").count() == 0


def test_fifty_files_are_told_one_by_one_and_one_too_large_is_refused(
    here: Page, chat: str, tmp_path: Path
) -> None:
    here.goto(chat + "/documents")
    field = here.locator("input[type=file]").last
    field.wait_for(state="attached")
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    field.set_input_files(large)
    here.get_by_text(re.compile(r"200\.?0? ?MB or smaller")).wait_for()
    here.get_by_role("button", name=re.compile("Remove large|Delete")).first.click()
    fifty: list[FilePayload] = [
        {"name": f"note-{n}.txt", "mimeType": "text/plain", "buffer": f"Note {n}".encode()}
        for n in range(50)
    ]
    field.set_input_files(fifty)
    here.get_by_role("button", name="Add: 50").wait_for()
    assert here.get_by_text("will be added.").count() == 50


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list by keyboard: the list closes where the page is scrolled under it."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).wait_for()
    box.press("Enter")


def read(page: Page) -> None:
    """Put the result of a job away, and wait until the page is as it was before."""
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Done").wait_for(state="hidden")
    page.get_by_text("Drop files here, or choose them").wait_for()
    settle(page)


def test_the_tour_leads_to_a_question_and_an_item_to_its_page(here: Page, chat: str) -> None:
    here.goto(chat + "/start")
    here.get_by_label("Search the abbreviations and terms").fill("drug testing on arrest")
    here.get_by_label("Search the abbreviations and terms").press("Enter")
    here.get_by_text(re.compile(r"^1 of \d+ terms")).wait_for()
    here.get_by_role("button", name="Force Drugs Lead").click()
    here.locator(".cv-table").wait_for()
    assert here.locator(".cv-text").first.inner_text() == "What does the Force Drugs Lead own?"

    here.goto(f"{chat}/register?lang=cy")
    here.get_by_role("tab", name="Trosolwg").click()
    here.get_by_role("heading", name="Eitemau fesul perchennog").wait_for()
    here.get_by_test_id("stVegaLiteChart").wait_for()
