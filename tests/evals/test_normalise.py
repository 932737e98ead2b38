"""Two texts that say the same come out the same."""

from __future__ import annotations

import pytest

from evals.normalise import letters, plain, unmarked, words


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The PCSO’s  role", "the pcso's role"),
        ("“Young\nVoices” – forum", '"young voices" - forum'),
        ("re‑tendered", "re-tendered"),
        ("co\u00adproduction", "coproduction"),
        ("ﬁnance 1\u00a0st", "finance 1 st"),
        ("not ", "not "),
        ("CAFÉ", "café"),
    ],
)
def test_one_form(text: str, form: str) -> None:
    assert plain(text) == form


def test_citation_marks_go_with_the_space_before_them() -> None:
    assert unmarked("The Lead [1][2]. Owns [3 ] 4 [12]") == "The Lead. Owns [3 ] 4"


def test_words_and_letters_leave_punctuation_out() -> None:
    assert words("c. Review (DTOA) – snake_case 2.6c") == (
        *("c", "review", "dtoa", "snake", "case"),
        *("2", "6c"),
    )
    assert letters("Multi-\nagency work") == letters("multi- agency\twork") == "multiagencywork"
