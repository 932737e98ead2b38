"""The chat in a real browser, over a real index; nothing it asks for leaves this machine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, only_here
from tests.ui.serving import ask, serving, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

UNIT, PROJECT = "Force Criminal Justice Unit Lead", "Project ADDER coordinator"
OWNER = f"{UNIT} and {PROJECT}"
SHOTS = ROOT / "artefacts"


def test_who_owns_a_deliverable_and_the_page_to_show_for_it(here: Page, chat: str) -> None:
    here.goto(chat)
    here.locator(".cv-hero").wait_for()
    answer = ask(here, "who owns deliverable 2.6c")
    assert UNIT in answer.inner_text()
    assert PROJECT in answer.inner_text()
    quote = here.locator(".cv-source mark").first
    assert not quote.is_visible()
    answer.locator(".cv-mark").first.click()
    window = here.get_by_role("dialog")
    image = window.get_by_role("img")
    image.wait_for()
    assert (image.get_attribute("alt") or "").startswith("Page 17 of ")
    assert window.get_by_text("Page 17 of 28").is_visible()
    window.get_by_role("button", name="Next page").click()
    window.get_by_text("Page 18 of 28").wait_for()
    here.keyboard.press("Escape")
    quote.wait_for()
    assert OWNER in quote.inner_text()
    assert "page 17" in here.locator(".cv-source summary").first.inner_text()
    here.screenshot(path=SHOTS / "answer.png")


def test_the_pathfinder_recommendation_survives_a_reload(here: Page, chat: str) -> None:
    here.goto(chat)
    answer = ask(here, "what happened to the Pathfinder recommendation")
    assert "re-tendered" in answer.inner_text()
    said = answer.inner_text()
    here.reload()
    here.locator(".cv-answer").first.wait_for()
    assert here.locator(".cv-answer").first.inner_text() == said


def test_a_click_while_it_answers_leaves_the_answer_whole(here: Page, chat: str) -> None:
    here.goto(chat)
    box = here.get_by_test_id("stChatInputTextArea")
    box.fill("who owns deliverable 2.6c")
    box.press("Enter")
    here.get_by_text("Cymraeg").click()
    here.get_by_placeholder("Gofynnwch am eich dogfennau").wait_for()
    answer = here.locator(".cv-answer")
    answer.locator(".cv-mark").first.wait_for()
    assert UNIT in answer.inner_text()
    assert PROJECT in answer.inner_text()
    assert answer.count() == 1
    assert here.locator(".cv-source summary", has_text="tudalen 17").count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("?!?!", "no words or numbers"),
        ("x" * 10_000, "at most 2,000 characters"),
    ],
)
def test_what_is_no_question_is_told_politely(here: Page, chat: str, typed: str, said: str) -> None:
    here.goto(chat)
    box = here.get_by_test_id("stChatInputTextArea")
    box.fill(typed)
    box.press("Enter")
    here.get_by_text(said).wait_for()
    assert here.get_by_test_id("stException").count() == 0


def test_markup_in_a_question_stays_text(here: Page, chat: str) -> None:
    typed = "who owns 2.6c <img src=x onerror=alert(1)> **bold** :red[x]"
    here.on("dialog", lambda opened: pytest.fail(opened.message))
    here.goto(chat)
    ask(here, typed)
    assert here.locator(".cv-text").first.inner_text() == typed
    assert here.locator(".cv-text img").count() == 0


def test_a_list_is_a_table_to_download_at_phone_width(browser: Browser, chat: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    strays = only_here(context)
    page = context.new_page()
    page.goto(chat + "/?lang=cy")
    ask(page, "list the deliverables under 2.6")
    rows = page.locator(".cv-table tbody tr")
    assert rows.count() == 4
    assert OWNER in rows.nth(2).inner_text()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Lawrlwytho fel CSV").click()
    assert OWNER in Path(saved.value.path()).read_text("utf-8-sig")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.screenshot(path=SHOTS / "phone-list.png")
    context.close()
    assert strays == []


def test_the_register_is_searched_and_a_row_leads_to_its_item(here: Page, chat: str) -> None:
    here.goto(chat + "/register")
    here.locator(".cv-table").first.wait_for()
    here.get_by_label("Search the items").fill("drug testing on arrest ADDER")
    here.get_by_label("Search the items").press("Enter")
    here.get_by_text(re.compile(r"^1 of \d+ items")).wait_for()
    settle(here)
    here.screenshot(path=SHOTS / "register.png")
    row = here.locator(".cv-items tbody tr")
    assert OWNER in row.inner_text()
    row.locator("td").nth(1).click()
    here.get_by_role("heading", name="2.6c").wait_for()
    here.get_by_role("img", name="Page 17 of").wait_for()
    assert OWNER in here.locator(".cv-facts").first.inner_text()


def test_without_an_index_the_page_says_what_to_do(here: Page, tmp_path: Path) -> None:
    for address in serving(tmp_path / "none", tmp_path, tmp_path / "server.log"):
        here.goto(address)
        here.get_by_text("verse ingest").wait_for()
        assert here.get_by_test_id("stChatInput").count() == 0
    assert "Traceback" not in (tmp_path / "server.log").read_text("utf-8")
