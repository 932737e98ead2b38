"""The pages for everybody: what axe-core finds in a real browser, and the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import only_here
from tests.ui.serving import ask, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = ("start", "register", "documents", "quality")


#: Nothing fades, and no script has begun anew, for half a second: a run that is over may be
#: followed by another one that greys the page before it is looked at.
_SETTLED = """() => {
    const still = document.querySelector('[data-test-script-state="notRunning"]')
        && !document.querySelector('[data-stale="true"]')
        && document.getAnimations().every((a) => a.playState !== 'running' || a.effect.getTiming()
            .iterations === Infinity);
    window.stillSince = still ? window.stillSince ?? performance.now() : undefined;
    return still && performance.now() - window.stillSince > 500;
}"""


def serious(page: Page) -> list[tuple[str, list[str]]]:
    """Give the rules that the page breaks seriously, with where."""
    settle(page)
    page.wait_for_function(_SETTLED)  # what is still fading in has too little contrast
    found = Axe().run(page).response["violations"]
    return [
        (v["id"], [node["html"][:120] for node in v["nodes"]])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]


def opened(browser: Browser, scheme: str, width: int) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    strays = only_here(context)
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()
    assert strays == []


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("en", "light", 1280), ("cy", "dark", 390)]
)
def test_nothing_serious_is_found_on_any_page(
    browser: Browser, chat: str, language: str, scheme: str, width: int
) -> None:
    found = {}
    for page in opened(browser, scheme, width):
        for name in PAGES:
            page.goto(f"{chat}/{name}?lang={language}")
            page.locator("h1").first.wait_for()
            found[name] = serious(page)
        page.goto(f"{chat}/register?lang={language}")
        page.get_by_role("tab").nth(1).click()
        page.get_by_test_id("stVegaLiteChart").first.wait_for()
        found["overview"] = serious(page)
        page.get_by_role("tab").first.click()
        page.locator(".cv-way").first.click()
        page.locator(".cv-facts").first.wait_for()
        found["item"] = serious(page)
        page.goto(f"{chat}/?lang={language}")
        page.locator(".cv-hero").wait_for()
        found["welcome"] = serious(page)
        ask(page, "list the deliverables under 2.6")
        found["answer"] = serious(page)
        assert page.evaluate("document.documentElement.lang") == language
        page.locator(".cv-source summary").first.click()
        page.locator(".st-key-source-1 button, [class*=st-key-source-] button").first.click()
        page.get_by_role("dialog").get_by_role("img").wait_for()
        found["page"] = serious(page)
    assert {name: rules for name, rules in found.items() if rules} == {}


def test_a_question_is_asked_and_its_source_opened_by_keyboard_alone(here: Page, chat: str) -> None:
    here.goto(chat)
    here.locator(".cv-hero").wait_for()
    settle(here)
    tab_to(here, "e => e.tagName === 'TEXTAREA'")
    here.keyboard.type("who owns deliverable 2.6c")
    here.keyboard.press("Enter")
    here.locator(".cv-mark").first.wait_for()
    settle(here)
    tab_to(here, "e => e.classList.contains('cv-mark')", back=True)
    here.keyboard.press("Enter")
    here.get_by_role("dialog").get_by_role("img").wait_for()
    here.keyboard.press("Escape")
    here.get_by_role("dialog").wait_for(state="hidden")
    here.locator(".cv-source mark").first.wait_for()
    here.locator(".cv-mark").first.focus()
    tab_to(here, "e => e.tagName === 'BUTTON' && e.innerText.includes('Open page')")
    width = here.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    style = here.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert (width >= 2, style) == (True, "solid")
    here.keyboard.press("Enter")
    here.get_by_role("dialog").get_by_role("img").wait_for()
    here.keyboard.press("Escape")
    here.get_by_role("dialog").wait_for(state="hidden")


def tab_to(page: Page, wanted: str, back: bool = False) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate(f"({wanted})(document.activeElement)"):
            return
    pytest.fail("the keyboard does not reach it")
