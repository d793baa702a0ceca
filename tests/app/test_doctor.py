"""Diagnostics and the verb ``doctor``: whatever hangs, aborts or is missing is told and nothing worse comes of it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from legsup.domain.every_line import every_line
from legsup.domain.line_names import line_id
from legsup.places import assets
from legsup.services import diagnostics
from legsup.services.autostart.login import in_folder_linux
from legsup.services.journal.journal import Journal
from legsup.services.library import Library
from legsup.services.sound.own_bell import BellFault
from legsup.terminal import messages
from legsup.terminal.command_line import main
from legsup.terminal.companion_findings import companion_findings
from legsup.terminal.doctor_verb import journal_finding
from tests.services.test_journal import record


def test_a_probe_that_goes_through_tells_its_last_word() -> None:
    assert diagnostics.probe("print('one'); print('two')") == diagnostics.Probe(passed=True, said="two")


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("import os; os.abort()", ""),
        ("import threading; threading.Event().wait()", "no answer within 0.5 s"),
        ("raise OSError('no such device')", "OSError: no such device"),
        ("pass", ""),
    ],
)
def test_a_probe_that_dies_hangs_or_fails_is_not_passed(code: str, complaint: str) -> None:
    found = diagnostics.probe(code, patience=0.5 if "wait" in code else 20.0)
    assert (found.passed, found.complaint) == (False, complaint)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert diagnostics.folder(tmp_path / "new" / "deep").writable
    assert not diagnostics.folder(tmp_path / "file" / "deep").writable


def test_the_doctor_looks_at_everything_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.json").write_text('{"look": "neon"}', encoding="utf-8")
    assert main(["--home", str(tmp_path), "doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    names = [line[3:14].strip() for line in lines if line.startswith(("ok ", "-- "))]
    assert names == [
        "versions", "packages", "display", "tray", "sound", "output", "bells", "voice",
        "keep awake", "reminders", "media keys", "sleep", "login", "config", "data", "state", "cache", "settings",
        "answers", "journal",
    ]  # fmt: skip
    told = " ".join(" ".join(lines).split())
    assert "look: expected one of system, dusk, linen" in told
    assert "chosen: auto, at 100 %; a pack of your own goes into" in told
    assert "in the file they stay as they are." in told
    assert told.endswith("ok answers none yet ok journal none yet")


def test_the_doctor_tells_why_the_chosen_sound_or_bell_cannot_be_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = str(tmp_path / "gone.wav")
    chosen = {"sound": "silent", "bells": {"begin": gone, "half_way": None}, "muted": True}
    (tmp_path / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")
    assert main(["--home", str(tmp_path), "doctor"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "-- output silent: sound is switched off in the settings" in told
    assert "-- bells" in told
    assert "gone.wav cannot be read as sound (" in told
    assert "Choose the file again in Settings" in told


def test_the_doctor_reads_a_voice_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "voices" / "en"
    folder.mkdir(parents=True)
    (folder / f"{line_id('In.')}.wav").write_bytes(b"no sound at all")
    clip = Path("assets/sounds/voice/en") / f"{line_id('Out.')}.ogg"
    shutil.copy(clip, folder)
    shutil.copy(clip, folder / "hello.ogg")
    assert main(["--home", str(tmp_path), "doctor"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    library = Library(assets())
    lines = len(every_line(library.sequences(), library.parts(), "en"))
    assert f"-- voice pack 1 of {lines} lines in" in told
    assert "cannot be read as sound" in told
    assert "hello.ogg is not the name of a line" in told


def test_every_fault_of_a_bell_has_its_words() -> None:
    assert set(messages.BELL_FAULTS) == {fault.name for fault in BellFault}


def test_the_doctor_tells_how_to_get_the_voice_that_was_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnostics, "NATURAL_PACKAGES", ("no_such_package",))
    for voice, says in (
        ("natural", "pip install 'legsup[natural]' brings it"),
        ("piper", "Install piper, and choose a voice file again"),
        ("auto", "for a more natural voice in lines of your own"),
    ):
        chosen = {"voice": voice, "piper_voice": str(tmp_path / "gone.onnx") if voice == "piper" else ""}
        (tmp_path / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")
        assert main(["--home", str(tmp_path), "doctor"]) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert says in told
        assert ("ok voice" if voice == "auto" else "-- voice") in told


def test_the_natural_voice_is_named_where_it_is_installed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnostics, "NATURAL_PACKAGES", ("json",))
    assert main(["--home", str(tmp_path), "doctor"]) == 0
    assert "hibari (English)" in " ".join(capsys.readouterr().out.split())


def test_the_doctor_says_what_is_seen_around_a_reminder() -> None:
    said = {"idle": 3.0, "presenting": False, "listening": None, "buttons": True, "bus": True, "sleep": True}
    reminders, keys, sleep, login = companion_findings(
        diagnostics.Probe(passed=True, said=json.dumps(said)), tray=True
    )
    assert reminders.found.splitlines() == [
        "shown as a notification with buttons",
        "seen before one comes: an empty chair, a presentation",
        "cannot be seen here: a call",
    ]
    assert reminders.advice
    assert not keys.advice
    assert sleep.found == messages.SLEEP_ANNOUNCED
    assert login.found == messages.NO_START
    nothing = list(companion_findings(diagnostics.Probe(passed=False, complaint="no answer"), tray=True))
    assert nothing[0].found.splitlines() == [
        messages.AS_MESSAGE,
        "cannot be seen here: an empty chair, a presentation, a call",
    ]
    assert nothing[1].found == messages.NO_KEYS


@pytest.mark.skipif(sys.platform != "linux", reason="an entry of its own is written")
def test_the_doctor_offers_nothing_in_a_tray_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    in_folder_linux(tmp_path / "autostart").turn_on(["legsup", "--background"])
    for probe in (
        diagnostics.Probe(passed=False, complaint="no answer"),
        diagnostics.Probe(passed=True, said="{}"),
    ):
        with_tray, without = (list(companion_findings(probe, tray=tray)) for tray in (True, False))
        assert with_tray[-1].found == messages.STARTS
        for finding, other in zip(without, with_tray, strict=True):
            told = f"{finding.found} {finding.advice}".replace("there is no tray", "")
            assert "tray" not in told
            assert bool(finding.advice) is bool(other.advice)
        assert without[0].found.startswith(messages.IN_WINDOW)


def findings(home: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Everything that the doctor says, as one line."""
    assert main(["--home", str(home), "doctor"]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_the_doctor_looks_into_answers_and_journal_and_makes_neither(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "screening.json").write_text("{", encoding="utf-8")
    journal = tmp_path / "journal.sqlite3"
    journal.write_bytes(b"no database" * 100)
    told = findings(tmp_path, capsys)
    assert "Answer the questions again" in told
    assert "-- journal The journal" in told
    assert "is damaged" in told
    assert journal.read_bytes() == b"no database" * 100


def test_the_doctor_counts_the_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Journal(tmp_path / "journal.sqlite3")
    kept.merge((record(1), record(2)))
    kept.close()
    told = findings(tmp_path, capsys)
    assert "ok journal 2 in " in told
    assert "journal.jsonl too" in told


def test_of_a_newer_journal_nothing_is_promised_that_no_verb_gives(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Journal(tmp_path / "journal.sqlite3").close()
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as newer:
        newer.execute("PRAGMA user_version=99")
    assert main(["--home", str(tmp_path), "journal", "list"]) == 1
    capsys.readouterr()
    said = findings(tmp_path, capsys)
    assert "written by a newer Legs Up" in said
    assert messages.NEWER_JOURNAL in said
    assert messages.READ_JOURNAL not in said


def test_a_ledger_that_is_no_file_is_not_said_to_keep_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.put(record(1))
    journal.close()
    ledger = tmp_path / "journal.jsonl"
    ledger.unlink()
    ledger.mkdir()
    told = findings(tmp_path, capsys)
    assert "-- journal 1 in " in told
    assert "is not a plain file, so nothing is kept beside the journal" in told
    assert "too" not in told.partition("journal 1 in ")[2]


def test_where_nothing_can_be_written_nothing_new_is_promised(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    file.with_suffix(".jsonl").touch()
    assert journal_finding(3, file, lambda _path: True).advice == ""
    for shut in (file, tmp_path):
        told = journal_finding(3, file, lambda path, shut=shut: path != shut)
        assert "nothing new is kept" in told.advice
        assert "too" not in told.found
