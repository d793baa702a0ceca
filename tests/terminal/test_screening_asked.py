"""The screening at a terminal: what is asked, what each answer opens or closes, and what is kept of it."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from legsup.terminal.command_line import main
from tests.app.brief import quiet_home
from tests.screened import SCREENING, answered, keep_outcome

if sys.platform == "win32":
    pytest.skip("terminals of POSIX", allow_module_level=True)

from tests.terminal.typist import at_a_terminal

if TYPE_CHECKING:
    from pathlib import Path

WORD = "Type one of these words in full"


def begin(home: Path) -> int:
    return main(["--home", str(home), "session", "--terminal", "legs-up-the-wall", "--speed", "60"])


def test_no_key_pressed_out_of_habit_answers_and_a_no_opens_everything(tmp_path: Path) -> None:
    home = quiet_home(tmp_path)
    with at_a_terminal(
        (SCREENING.words.heading, ""),
        ("Glaucoma", ""),
        (WORD, "\n"),
        (WORD, "no\n"),
        ("Nothing is closed to you.", ""),
        ("Not today, if you have:", ""),
        ("Press Enter to begin", "\n"),
        ("in, feet to head", "q"),
        ("stopped", ""),
    ):
        assert begin(home) == 0
    assert (home / "screening.json").exists()


def test_what_the_answers_close_begins_nothing_and_no_answer_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = quiet_home(tmp_path)
    with at_a_terminal(
        ("Does any of this apply to you?", "not sure\n"),
        ("Which of these apply to you?", "seven\n"),
        ("Which of these apply to you?", "1\n"),
        ("Have you been told of glaucoma", "yes\n"),
        ("Open to you now: Seated breath", ""),
    ):
        assert begin(home) == 1
    assert "All three articles" in capsys.readouterr().err
    kept = (home / "screening.json").read_text("utf-8")
    assert not {"glaucoma", "eye", "pressure"} & set(re.findall("[a-z]+", kept.casefold()))


def test_questions_left_half_way_answer_nothing(tmp_path: Path) -> None:
    home = quiet_home(tmp_path)
    with at_a_terminal(
        ("Does any of this apply to you?", "yes\n"),
        ("Which of these apply to you?", "back\n"),
        ("Does any of this apply to you?", "\x04"),
        ("Nothing was answered", ""),
    ):
        assert begin(home) == 0
    assert not (home / "screening.json").exists()


def test_a_clinician_s_yes_opens_it_from_then_on_but_today_may_be_no_day(tmp_path: Path) -> None:
    home = quiet_home(tmp_path)
    keep_outcome(home, answered("6"))
    with at_a_terminal(
        ("please ask your doctor", "they said yes\n"),
        ("when you told us they said yes", ""),
        ("Press Enter to begin", "not today\n"),
        ("Nothing starts.", ""),
    ):
        assert begin(home) == 0


def test_without_a_clinician_s_yes_it_stays_shut(tmp_path: Path) -> None:
    home = quiet_home(tmp_path)
    keep_outcome(home, answered("6"))
    with at_a_terminal(("please ask your doctor", "\n")):
        assert begin(home) == 1


@pytest.mark.parametrize(
    ("said", "then"),
    [("yes", ("Press Enter to begin", "n\n")), ("no", ("Does any of this apply to you?", "\x04"))],
)
def test_after_six_months_still_true_takes_a_word(tmp_path: Path, said: str, then: tuple[str, str]) -> None:
    home = quiet_home(tmp_path)
    keep_outcome(home, day=date(2026, 1, 1))
    with at_a_terminal(("Still true?", "\n"), ("> ", f"{said}\n"), then):
        assert begin(home) == 0


@pytest.mark.parametrize(("pattern", "warned"), [("4-2-6-2", True), ("4-6", False)])
def test_held_breath_comes_with_a_caution(tmp_path: Path, pattern: str, *, warned: bool) -> None:
    home = quiet_home(tmp_path, pattern=pattern)
    keep_outcome(home)
    with at_a_terminal(("Press Enter to begin", "not today\n"), ("Nothing starts.", "")) as typist:
        assert begin(home) == 0
    assert ("No hold is needed" in typist.text) is warned


def test_an_outcome_that_cannot_be_written_is_told_and_holds_for_this_practice(tmp_path: Path) -> None:
    home = quiet_home(tmp_path)
    (home / "screening.json").mkdir()
    with at_a_terminal(
        ("Does any of this apply to you?", "no\n"),
        ("What is open to you could not be saved", ""),
        ("Press Enter to begin", "not today\n"),
        ("Nothing starts.", ""),
    ):
        assert begin(home) == 0
