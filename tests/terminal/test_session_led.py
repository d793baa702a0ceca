"""Sessions led on a terminal: what is asked before, what each answer does, and what is kept."""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from legsup.services.session_lock import SessionLock
from legsup.terminal.command_line import main
from tests.app.brief import quiet_home, write_brief
from tests.screened import keep_outcome

if sys.platform == "win32":
    pytest.skip("terminals of POSIX", allow_module_level=True)

from tests.terminal.typist import at_a_terminal, typed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.typist import Turn

#: The last question before a session, and the answer that begins it.
BEGIN = ("Press Enter to begin, or type", "\n")
#: What a terminal is told when its whole screen is taken, and when it is given back.
TAKEN, GIVEN_BACK = "\x1b[?1049h", "\x1b[?1049l"


def screened_home(folder: Path, **settings: object) -> Path:
    home = quiet_home(folder, **settings)
    keep_outcome(home)
    return home


def session(home: Path, *words: str) -> int:
    return main(["--home", str(home), "session", "--terminal", *words])


def settings_of(home: Path) -> dict[str, object]:
    return json.loads((home / "settings.json").read_text(encoding="utf-8"))


def outcomes(home: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["--home", str(home), "journal", "list", "--json"]) == 0
    return [row["outcome"] for row in json.loads(capsys.readouterr().out)]


def test_keys_lead_through_a_session_and_the_screen_is_given_back(tmp_path: Path) -> None:
    home = screened_home(tmp_path)
    with at_a_terminal(
        BEGIN,
        (TAKEN, ""),
        ("in, feet to head", "?"),
        ("I feel dizzy", "?"),
        ("out, head to feet", " "),
        ("paused", "\x1b[A"),
        ("", "e"),
        ("Knees to your chest", "e"),
        (GIVEN_BACK, ""),
        ("stopped", ""),
    ) as typist:
        assert session(home, "legs-up-the-wall", "--speed", "60", "--minutes", "10") == 0
    assert "Legs up the wall · 10 min" in typist.text
    assert "up by" in typist.text
    assert "It is in the journal" not in typist.text, "a trial is not kept"


def test_ctrl_c_comes_out_and_a_closed_terminal_ends_it(tmp_path: Path) -> None:
    meant = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
    home = screened_home(tmp_path)
    with at_a_terminal(
        BEGIN,
        ("in, feet to head", lambda: os.kill(os.getpid(), signal.SIGINT)),
        ("Knees to your chest", lambda: os.kill(os.getpid(), signal.SIGHUP)),
        (GIVEN_BACK, ""),
        ("stopped", ""),
    ):
        assert session(home, "legs-up-the-wall", "--speed", "60", "--minutes", "10") == 0
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)] == meant


def test_what_was_practised_is_kept_and_remembered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, file = screened_home(tmp_path), write_brief(tmp_path)
    with at_a_terminal(
        BEGIN,
        ("Nothing can be heard here: sound is switched off", ""),
        ("Sit down", "\n"),
        ("Settle", "\n"),
        ("in, feet to head", "q"),
        ("It is in the journal", ""),
    ):
        assert session(home, str(file), "--no-desk") == 0
    assert settings_of(home)["practised"] is True
    assert outcomes(home, capsys) == ["stopped"]


@pytest.mark.parametrize(("answer", "begins"), [("n\n", False), ("\n", True)])
@pytest.mark.parametrize(
    ("silence", "why", "before"),
    [({"muted": True, "sound": "sounddevice"}, "sound is muted", False), ({}, "sound is switched off", True)],
)
def test_nobody_is_sent_to_the_floor_in_silence_without_knowing_it(
    tmp_path: Path, silence: dict[str, object], why: str, answer: str, *, before: bool, begins: bool
) -> None:
    home = screened_home(tmp_path, **silence)
    asked: list[Turn] = [(why, ""), ("Follow with your eyes", answer)]
    asked = [BEGIN, *asked] if before else [*asked, *([BEGIN] if begins else [])]
    then: list[Turn] = [(TAKEN, "q"), ("stopped", "")] if begins else []
    with at_a_terminal(*asked, *then) as typist:
        assert session(home, "legs-up-the-wall") == 0
    assert (TAKEN in typist.text) is begins
    assert typist.text.count("Follow with your eyes") == 1, "asked once"


def test_a_plain_terminal_is_written_line_by_line(tmp_path: Path) -> None:
    home = screened_home(tmp_path)
    with at_a_terminal(
        BEGIN, ("in, feet to head", "?"), ("my legs tingle", "tq"), ("stopped", ""), kind="dumb"
    ) as typist:
        assert session(home, "legs-up-the-wall", "--speed", "60") == 0
    assert "\x1b" not in typist.text
    assert "paused, for your legs" in typist.text
    assert typist.text.count("Keys: space pauses") == 1


def test_for_a_screen_reader_steps_and_words_are_lines_and_nothing_is_drawn_or_said_at_each_breath(
    tmp_path: Path,
) -> None:
    home = screened_home(tmp_path)
    with at_a_terminal(
        BEGIN, ("Keys: space pauses", ""), ("Rest and breathe", "?"), ("my legs tingle", "q"), ("stopped", "")
    ) as typist:
        assert session(home, "legs-up-the-wall", "--speed", "60", "--plain") == 0
    assert "\x1b" not in typist.text
    assert "feet to head" not in typist.text.partition("Rest and breathe")[2]


def test_without_a_keyboard_a_practice_on_a_chair_goes_by_text_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = quiet_home(tmp_path)
    with typed(""):
        assert session(home, "--speed", "1000") == 0
    told = capsys.readouterr().out
    assert told.startswith("Legs Up leads a restful break")
    assert "So this is Seated breath, 2 min, on a chair." in " ".join(told.split())
    assert told.splitlines()[-1].endswith("completed")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("seated-breath", "--pace", "my-pace"), "there is no keyboard here; expected hands-free"),
        (("headstand",), "There is no sequence 'headstand'. There are: "),
        (("unwind", "--minutes", "2"), "of Unwind are not offered; expected 8 to 20"),
        (("seated-breath", "--bedtime"), "--bedtime: Seated breath has no ending for falling asleep"),
        (("seated-breath", "--pattern", "9-9"), "--pattern: "),
    ],
)
def test_what_cannot_be_led_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    home = screened_home(tmp_path)
    with typed(""):
        assert session(home, *words) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err


def test_a_faulty_file_is_refused_with_every_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, file = quiet_home(tmp_path), write_brief(tmp_path)
    file.write_text(file.read_text("utf-8").replace("seconds = 4", "seconds = -4"), "utf-8")
    with typed(""):
        assert session(home, str(file)) == 1
    assert "steps[3].seconds" in capsys.readouterr().err


def test_one_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = quiet_home(tmp_path)
    lock = SessionLock(home / "state" / "run" / "session.lock")
    assert lock.take()
    with typed(""):
        assert session(home) == 1
    lock.give_back()
    assert "expected one at a time" in capsys.readouterr().err


def test_neither_a_damaged_journal_nor_settings_that_cannot_be_written_stop_anybody(tmp_path: Path) -> None:
    home, file = screened_home(tmp_path), write_brief(tmp_path)
    (home / "journal.sqlite3").write_bytes(b"this was a database once" * 400)

    def nothing_can_be_written_there() -> None:
        (home / "settings.json").unlink()
        (home / "settings.json").mkdir()

    with at_a_terminal(
        BEGIN,
        ("Sit down", "\n"),
        ("Settle", "\n"),
        ("in, feet to head", nothing_can_be_written_there),
        ("", "q"),
        ("It is in the journal", ""),
        ("The settings could not be kept", ""),
    ) as typist:
        assert session(home, str(file), "--no-desk") == 0
    # It is mended beside the session, so that this is told before it or after.
    told = "The journal was damaged. What could be read is kept; the old file is\r\n"
    assert f"{told}{home}/journal.damaged-1.sqlite3." in typist.text
