"""The door: whoever asks gets a plan, or the reason why not as a value, and each face has words for every reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.app import refusal_words as in_window
from legsup.places import assets, in_folder
from legsup.practice.door import Door, Entry
from legsup.practice.kept_journal import KeptJournal
from legsup.practice.kept_settings import KeptSettings
from legsup.practice.practices import Practices
from legsup.practice.refusal import (
    FaultySequence,
    ListFirst,
    Muted,
    NoBedtime,
    NoPattern,
    NotOffered,
    Running,
    RunsElsewhere,
    UnknownSequence,
)
from legsup.practice.wanted import UnknownWishError, Wanted, wanted_of
from legsup.services.session_lock import SessionLock
from legsup.services.settings.store import SettingsStore
from legsup.terminal import refusal_words as in_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.practice.refusal import Refusal


def door_of(home: Path, **settings: object) -> Door:
    places = in_folder(home)
    kept = KeptSettings(SettingsStore(places.settings))
    kept.change(**{"cleared": "2026-11-25", **settings})
    lock = SessionLock(places.runtime / "session.lock")
    journal = KeptJournal(places, lock, lambda trouble, detail: pytest.fail(f"{trouble}: {detail}"))
    return Door(Practices(assets(), places.sequences), kept, journal, lock)


def refused(home: Path, wanted: Wanted, **settings: object) -> Refusal:
    answer = door_of(home, **settings).ask(wanted)
    assert not isinstance(answer, Entry)
    return answer


def test_what_is_offered_comes_in_as_a_plan_by_the_settings(tmp_path: Path) -> None:
    door = door_of(tmp_path, sequence="butterfly", minutes=7.0, guidance="short")
    entry = door.ask(Wanted())
    assert isinstance(entry, Entry)
    assert (entry.plan.sequence, entry.plan.minutes, entry.plan.choices.guidance) == (
        "butterfly",
        7.0,
        "short",
    )
    assert entry.plan.beats[0].desk
    asked = door.ask(Wanted(sequence="in-bed", minutes=3.0, pattern="own", guidance="full", bedtime=True))
    assert isinstance(asked, Entry)
    assert (asked.plan.minutes, asked.plan.choices.pattern, asked.plan.choices.bedtime) == (3.0, None, True)


def test_one_at_a_time_in_all_processes_until_it_is_left(tmp_path: Path) -> None:
    first, second = door_of(tmp_path), door_of(tmp_path)
    assert isinstance(first.ask(Wanted()), Entry)
    assert first.ask(Wanted(), running=True) == Running()
    assert second.ask(Wanted()) == RunsElsewhere()
    first.leave()
    assert isinstance(second.ask(Wanted()), Entry)
    second.leave()


def test_a_folder_that_cannot_be_locked_stops_nobody(tmp_path: Path) -> None:
    door = door_of(tmp_path)
    (tmp_path / "state" / "run" / "session.lock").mkdir(parents=True)
    assert isinstance(door.ask(Wanted()), Entry)


def test_every_reason_is_a_value_with_words_in_both_faces(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("steps = 3", encoding="utf-8")
    reasons = [
        Running(),
        RunsElsewhere(),
        refused(tmp_path, Wanted(sequence="lotus")),
        refused(tmp_path, Wanted(sequence=str(broken))),
        refused(tmp_path, Wanted(minutes=90.0)),
        refused(tmp_path, Wanted(bedtime=True)),
        refused(tmp_path, Wanted(pattern="9-9")),
        refused(tmp_path / "new", Wanted(), cleared=None),
        refused(tmp_path, Wanted(), muted=True),
    ]
    kinds = [
        Running,
        RunsElsewhere,
        UnknownSequence,
        FaultySequence,
        NotOffered,
        NoBedtime,
        NoPattern,
        ListFirst,
        Muted,
    ]
    assert [type(reason) for reason in reasons] == kinds
    for words in (in_window.refusal_text, in_terminal.refusal_text):
        told = [words(reason) for reason in reasons]
        assert all(told)
        assert "lotus" in told[2]
        assert "broken.toml" in told[3]
        assert "90" in told[4]


def test_muted_is_no_hindrance_for_who_follows_with_their_eyes_or_at_their_own_pace(tmp_path: Path) -> None:
    door = door_of(tmp_path, muted=True)
    assert isinstance(door.ask(Wanted(by_screen=True)), Entry)
    assert isinstance(door.ask(Wanted(pace="my-pace")), Entry)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ([], "expected a table"),
        ({"speed": 2}, "'speed' is no option"),
        ({"minutes": "five"}, "minutes: expected a number or null"),
        ({"minutes": True}, "minutes: expected a number"),
        ({"pace": "fast"}, "pace: expected one of hands-free, my-pace"),
        ({"guidance": 3}, "guidance: expected one of"),
        ({"floor": 1}, "floor: expected true or false"),
        ({"sequence": 1}, "sequence: expected text"),
    ],
)
def test_what_another_process_wants_is_judged_before_it_is_taken(table: object, told: str) -> None:
    with pytest.raises(UnknownWishError, match=told):
        wanted_of(table)


def test_what_another_process_may_want_is_taken() -> None:
    assert wanted_of({}) == Wanted()
    assert wanted_of({"minutes": 3, "guidance": None, "desk": False}) == Wanted(minutes=3, desk=False)
