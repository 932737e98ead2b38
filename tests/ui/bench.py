"""Measures the chat in a real browser: `make bench-ui`, results in evals/results/ui.json.

It starts the chat as a person does, over the index in place, and says what else the machine was
doing: the figures hold for a quiet one.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from evals.questions import load
from ingest.settings import Settings
from tests.conftest import ROOT
from tests.ui.marked import PrintedPages
from tests.ui.serving import serving, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = ("start", "register", "documents", "quality")
PEOPLE = 10
PACE = 10.0
QUESTIONS = (
    "who owns deliverable 2.6c",
    "what happened to the Pathfinder recommendation",
    "list the deliverables under 2.6",
    "who owns 9.9z",
    "how many recommendations are there",
)
RESULTS = ROOT / "evals" / "results" / "ui.json"


def main() -> None:
    """Measure everything and write it down."""
    settings = Settings.from_environment()
    found: dict[str, object] = {"cores": os.cpu_count(), "load_before": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        started = time.perf_counter()
        for address in serving(settings.index, settings.corpus, Path(folder) / "server.log"):
            found |= first_answer(browser, address, started)
            found |= page_times(browser, address)
            found |= at_once(browser, address)
            found |= at_their_own_pace(browser, address)
    found |= highlights(settings)
    found["load_after"] = os.getloadavg()[0]
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    sys.stdout.write(RESULTS.read_text("utf-8"))


def first_answer(browser: Browser, address: str, started: float) -> dict[str, object]:
    """Time from starting the command, and from the first paint, to an answered question."""
    page = fresh(browser)
    page.goto(address)
    page.get_by_test_id("stChatInputTextArea").wait_for()
    painted = time.perf_counter()
    answer_time(page, QUESTIONS[0])
    done = time.perf_counter()
    page.context.close()
    return {
        "seconds_start_to_first_paint": round(painted - started, 2),
        "seconds_first_paint_to_answer": round(done - painted, 2),
    }


def page_times(browser: Browser, address: str) -> dict[str, object]:
    """Seconds until a page is drawn whole, and until a citation's page is shown."""
    page, times = fresh(browser), {}
    for name in PAGES:
        begun = time.perf_counter()
        page.goto(f"{address}/{name}")
        page.locator("h1").first.wait_for()
        settle(page)
        times[name] = round(time.perf_counter() - begun, 2)
    page.goto(address)
    answer_time(page, QUESTIONS[0])
    settle(page)
    begun = time.perf_counter()
    page.locator(".cv-mark").first.click()
    page.get_by_role("dialog").get_by_role("img").first.wait_for()
    times["citation"] = round(time.perf_counter() - begun, 2)
    page.context.close()
    return {"seconds_page_opens": times}


def at_once(browser: Browser, address: str) -> dict[str, object]:
    """Seconds to the answer when ten people press Enter together, in five rounds."""
    people = gathered(browser, address)
    times: list[float] = []
    for turn in range(len(QUESTIONS)):
        asked = [QUESTIONS[(number + turn) % len(QUESTIONS)] for number in range(PEOPLE)]
        for page, question in zip(people, asked, strict=True):
            page.get_by_test_id("stChatInputTextArea").fill(question)
        for page in people:
            page.get_by_test_id("stChatInputTextArea").press("Enter")
        for page in people:
            page.locator(".cv-answer").nth(turn).wait_for()
        times += [float(page.evaluate("window.verseTimes.at(-1)")) for page in people]
        for page in people:
            settle(page)
    return {
        "people": PEOPLE,
        "seconds_at_once_median": round(statistics.median(times) / 1000, 2),
        "seconds_at_once_slowest": round(max(times) / 1000, 2),
        "people_who_saw_anothers_chat": strangers(people),
    }


def at_their_own_pace(browser: Browser, address: str) -> dict[str, object]:
    """Seconds to the answer when ten people chat at once, each asking every `PACE` seconds."""
    people = gathered(browser, address)
    begun = time.perf_counter()
    for number in range(PEOPLE * len(QUESTIONS)):
        turn, person = divmod(number, PEOPLE)
        time.sleep(max(0.0, begun + number * PACE / PEOPLE - time.perf_counter()))
        box = people[person].get_by_test_id("stChatInputTextArea")
        box.fill(QUESTIONS[(person + turn) % len(QUESTIONS)])
        box.press("Enter")
    for page in people:
        page.locator(".cv-answer").nth(len(QUESTIONS) - 1).wait_for()
    times = [float(t) for page in people for t in page.evaluate("window.verseTimes")]
    return {
        "seconds_between_questions_of_one": PACE,
        "seconds_at_own_pace_median": round(statistics.median(times) / 1000, 2),
        "seconds_at_own_pace_slowest": round(max(times) / 1000, 2),
        "people_who_saw_anothers_chat_at_own_pace": strangers(people),
    }


def gathered(browser: Browser, address: str) -> list[Page]:
    """Open the chat for ten people, each in a browser of their own."""
    people = [fresh(browser) for _ in range(PEOPLE)]
    for page in people:
        page.goto(address)
        page.get_by_test_id("stChatInputTextArea").wait_for()
        page.evaluate(_WATCH)
        settle(page)
    return people


def strangers(people: Sequence[Page]) -> int:
    """Count the people whose page has other answers than their own, and close the pages."""
    found = sum(page.locator(".cv-answer").count() != len(QUESTIONS) for page in people)
    for page in people:
        page.context.close()
    return found


_WATCH = """() => {
  window.verseTimes = [];
  let asked = 0, before = 0;
  addEventListener("keydown", (e) => { if (e.key === "Enter") {
    asked = performance.now(); before = document.querySelectorAll(".cv-answer").length; } }, true);
  new MutationObserver(() => {
    if (asked && document.querySelectorAll(".cv-answer").length > before) {
      verseTimes.push(performance.now() - asked); asked = 0; }
  }).observe(document.body, { childList: true, subtree: true });
}"""
"""Notes in the browser itself when Enter is pressed and when the answer's text stands there."""


def highlights(settings: Settings) -> dict[str, object]:
    """How many citations of the development questions are marked exactly on their PDF pages."""
    assistant = Assistant.open(settings)
    documents = {d.info.name: d for d in assistant.library.documents}
    printed: dict[str, PrintedPages] = {}
    seen, wrong = set(), []
    for question in load(ROOT / "evals" / "questions" / "dev.jsonl"):
        for cited in assistant.ask(question.question, question.history).citations:
            place = (cited.document, cited.page, cited.quote)
            if place in seen or not cited.document.lower().endswith(".pdf"):
                continue
            seen.add(place)
            if cited.document not in printed:
                file = next(settings.corpus.rglob(cited.document))
                printed[cited.document] = PrintedPages(file)
            page = documents[cited.document].page(cited.page)
            if not printed[cited.document].marked(page, cited.quote).right:
                wrong.append([question.id, cited.page, cited.quote])
    return {"citations": len(seen), "citations_marked_wrongly": wrong}


def answer_time(page: Page, question: str) -> float:
    """Ask, and give the seconds until the answer's text begins to stand on the page."""
    answers = page.locator(".cv-answer")
    box, before = page.get_by_test_id("stChatInputTextArea"), answers.count()
    box.fill(question)
    begun = time.perf_counter()
    box.press("Enter")
    answers.nth(before).wait_for()
    return time.perf_counter() - begun


def fresh(browser: Browser) -> Page:
    """Give a page of somebody's own."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(120_000)
    return page


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium, as the tests do."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - as in the tests

    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
