"""A conversation in a real browser: stopped, followed up, limited, refused, in two tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from ingest.settings import Settings
from tests.ui.serving import ask, serving_slowly, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DYFED = "Progress report following the Deep Dive"


@pytest.fixture(scope="module")
def slow(real: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a chat whose assistant takes its time where it is asked to."""
    log = tmp_path_factory.mktemp("slow") / "server.log"
    yield from serving_slowly(real.index, real.corpus, log)
    assert "Traceback" not in log.read_text("utf-8")


def type_in(page: Page, question: str) -> None:
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")


def test_a_question_is_stopped_and_asked_again(here: Page, slow: str) -> None:
    here.goto(slow)
    type_in(here, "who owns deliverable 2.6c slowly")
    here.get_by_role("button", name="Stop").click()
    here.get_by_text("Stopped. Ask again, or ask something else.").wait_for()
    assert here.locator(".cv-answer").count() == 0
    ask(here, "who owns deliverable 2.6b")
    assert here.locator(".cv-answer").count() == 1
    assert here.get_by_text("Stopped. Ask again").count() == 1


def test_a_reload_while_it_answers_loses_nothing(here: Page, slow: str) -> None:
    here.goto(slow)
    type_in(here, "who owns deliverable 2.6c slowly")
    here.get_by_role("button", name="Stop").wait_for()
    here.reload()
    here.locator(".cv-answer", has_text="ADDER").wait_for()
    settle(here)
    assert here.locator(".cv-answer").count() == 1
    assert here.locator(".cv-source").count() == 1


def test_a_follow_up_says_how_it_was_understood(here: Page, chat: str) -> None:
    here.goto(chat)
    ask(here, "who owns deliverable 2.6c")
    answer = ask(here, "and 2.6d?")
    assert "Force Drugs Lead" in answer.inner_text()
    understood = here.get_by_text("Understood as:")
    assert understood.count() == 1
    assert "2.6d" in understood.inner_text()


def test_one_document_can_be_asked_alone(here: Page, chat: str) -> None:
    here.goto(chat)
    here.get_by_role("combobox", name="Answer from").click()
    here.get_by_role("option", name=re.compile(DYFED)).click()
    here.keyboard.press("Escape")
    ask(here, "who owns deliverable 2.6c")
    here.get_by_text(re.compile(f"^Only from: {DYFED}")).wait_for()
    assert "ADDER" not in here.locator(".cv-answer").inner_text()
    assert here.locator(".cv-source", has_text="page 17").count() == 0


def test_a_refusal_says_its_kind_and_a_click_asks_what_works(here: Page, chat: str) -> None:
    here.goto(chat)
    ask(here, "who owns deliverable 9.9z")
    here.get_by_text("No item has that identifier").wait_for()
    here.get_by_text("Check the identifier, or look in the Register.").wait_for()
    here.get_by_role("button", name=re.compile(r"\d\.\d[a-z]")).first.click()
    here.locator(".cv-answer").nth(1).wait_for()
    settle(here)
    assert here.locator(".cv-source").count() >= 1

    ask(here, "what does tea cost on the moon")
    here.get_by_text("The documents don't say", exact=True).wait_for()
    here.get_by_text("Try other words").wait_for()
    assert here.get_by_text("You could ask").count() == 1


def test_two_tabs_share_a_chat_and_nobody_else_sees_it(
    here: Page, browser: Browser, chat: str
) -> None:
    here.goto(chat)
    ask(here, "who owns deliverable 2.6c")
    tab = here.context.new_page()
    tab.set_default_timeout(60_000)
    tab.goto(here.url)
    tab.locator(".cv-answer").wait_for()
    settle(tab)
    ask(tab, "who owns deliverable 2.6b")
    ask(here, "who owns deliverable 2.6d")
    assert here.locator(".cv-answer").count() == 3
    tab.reload()
    tab.locator(".cv-answer").nth(2).wait_for()
    assert tab.locator(".cv-text").all_inner_texts() == here.locator(".cv-text").all_inner_texts()
    tab.goto(chat)
    tab.locator(".cv-hero").wait_for()
    assert tab.locator(".cv-answer").count() == 0
    tab.get_by_text("Earlier chats").click()
    tab.get_by_role("button", name="who owns deliverable 2.6c").wait_for()

    stranger = browser.new_page()
    stranger.goto(chat)
    stranger.locator(".cv-hero").wait_for()
    settle(stranger)
    assert stranger.get_by_text("Earlier chats").count() == 0
    stranger.context.close()


def test_both_pages_of_a_quote_are_shown_and_escape_leads_back(here: Page, chat: str) -> None:
    here.goto(chat)
    ask(here, "who owns deliverable 2.1b")
    here.locator(".cv-mark").first.click()
    window = here.get_by_role("dialog")
    window.get_by_role("img").nth(1).wait_for()
    window.get_by_text("Page 14 + 15 of 28").wait_for()
    window.get_by_role("button", name="Next page").click()
    window.get_by_text("Page 16 of 28").wait_for()
    window.get_by_role("img").nth(1).wait_for(state="hidden")
    with here.expect_download() as saved:
        window.get_by_role("button", name="Download the document").click()
    assert saved.value.suggested_filename.endswith(".pdf")
    settle(here)  # a download begins a run, which draws the page anew
    here.keyboard.press("Escape")
    window.wait_for(state="hidden")
    focused = "document.activeElement.closest('a, button, summary')?.innerText ?? ''"
    here.wait_for_function(f"({focused}).length > 0")
    assert "page 14" in here.evaluate(focused)


def test_a_table_is_sorted_by_its_heads(here: Page, chat: str) -> None:
    here.goto(chat)
    ask(here, "list the deliverables under 2.6")
    names = here.locator(".cv-table tbody td:first-child")
    first = names.all_inner_texts()
    head = here.locator(".cv-table th").first
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert names.all_inner_texts() == first
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert names.all_inner_texts() == first[::-1]
