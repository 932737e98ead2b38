"""The interface's strings: whole in both languages, none of them anywhere else."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from tests.conftest import ROOT
from ui import strings
from ui.view import REFUSALS

PAGES = [p for p in sorted((ROOT / "ui").glob("*.py")) if "import streamlit" in p.read_text()]
ALSO = [ROOT / "ui" / "markup.py", ROOT / "ui" / "view.py", ROOT / "ui" / "csvfile.py"]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(strings.keys()))
def test_a_string_says_the_same_in_both_languages(key: str) -> None:
    english, welsh = strings.catalogue()[key]["en"], strings.catalogue()[key]["cy"]
    assert english
    assert welsh
    assert places(english) == places(welsh)
    assert key == "product" or english != welsh


def test_every_string_is_used_and_every_used_one_exists() -> None:
    used, patterns = set(), set()
    for path in (ROOT / "ui").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "say":
                key = node.args[1]
                if isinstance(key, ast.Constant):
                    used.add(key.value)
                elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
                    patterns.add(str(key.values[0].value))
    assert used <= strings.keys()
    assert patterns
    unused = {k for k in strings.keys() - used if not k.startswith(tuple(patterns))}
    assert unused == set()


@pytest.mark.parametrize("path", [*PAGES, *ALSO], ids=lambda p: p.name)
def test_a_page_has_no_words_of_its_own(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    words = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documentation
        and reads_as_words(node.value)
    ]
    assert words == []


def reads_as_words(text: str) -> bool:
    """Whether a constant is a phrase: a capital, then a word after a space, and no markup."""
    return text[:1].isupper() and " " in text and not set(text) & set("<>=;{}")


def test_a_phrase_is_seen() -> None:
    assert reads_as_words("New chat")
    assert not reads_as_words("chat_input")
    assert not reads_as_words('<div class="X y">')


def test_every_kind_of_refusal_says_what_to_try_next() -> None:
    assert {f"next_{status}" for status in REFUSALS} <= strings.keys()
