"""The door: whoever asks gets a plan, or the reason why not as a value, and each face has words for every reason."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from legsup.app import refusal_words as in_window
from legsup.domain.record import Record
from legsup.domain.screening.columns import Column
from legsup.domain.screening.door import EnoughToday
from legsup.domain.session import Outcome
from legsup.places import assets, in_folder
from legsup.practice.door import Door, Entry
from legsup.practice.kept_journal import KeptJournal
from legsup.practice.kept_outcome import KeptOutcome
from legsup.practice.kept_settings import KeptSettings
from legsup.practice.practices import Practices
from legsup.practice.quick import quick_wish
from legsup.practice.refusal import (
    FaultySequence,
    Muted,
    NoBedtime,
    NoPattern,
    NotOffered,
    NotOpen,
    QuestionsFirst,
    Running,
    RunsElsewhere,
    UnknownSequence,
    Unreadable,
)
from legsup.practice.wanted import UnknownWishError, Wanted, wanted_of
from legsup.services.journal.journal import Journal
from legsup.services.session_lock import SessionLock
from legsup.services.settings.store import SettingsStore
from legsup.terminal import refusal_words as in_terminal
from tests.app.brief import write_brief
from tests.screened import DAY, UNTOUCHED, answered, keep_outcome, kept_outcome

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.screening.questions import Answers
    from legsup.practice.refusal import Refusal


def door_of(
    home: Path,
    *,
    screened: Answers | None = UNTOUCHED,
    today: date = DAY,
    trying: bool = False,
    **settings: object,
) -> Door:
    places = in_folder(home)
    kept = KeptSettings(SettingsStore(places.settings))
    kept.change(**settings)
    if screened is not None:
        keep_outcome(home, screened, DAY)
    lock = SessionLock(places.runtime / "session.lock")
    journal = KeptJournal(places, lock, lambda trouble, detail: pytest.fail(f"{trouble}: {detail}"))
    practices = Practices(assets(), places.sequences)
    return Door(practices, kept, kept_outcome(home, today), journal, lock, trying=trying)


def refused(
    home: Path, wanted: Wanted, *, screened: Answers | None = UNTOUCHED, today: date = DAY, **settings: object
) -> Refusal:
    answer = door_of(home, screened=screened, today=today, trying=False, **settings).ask(wanted)
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


def test_muted_nobody_is_led_by_ear_but_who_only_tries_it(tmp_path: Path) -> None:
    assert refused(tmp_path / "one", Wanted(), muted=True) == Muted()
    door = door_of(tmp_path / "other", trying=True, muted=True)
    assert isinstance(door.ask(Wanted()), Entry)
    door.leave()


def test_to_fall_asleep_is_kept_and_holds_where_a_practice_allows_it(tmp_path: Path) -> None:
    door = door_of(tmp_path, fall_asleep=True)
    for wanted, asleep in (
        (Wanted(sequence="in-bed"), True),
        (Wanted(sequence="side-lying-rest", pace="my-pace"), True),
        (Wanted(sequence="in-bed", bedtime=False), False),
        (Wanted(sequence="legs-up-the-wall"), False),
    ):
        entry = door.ask(wanted)
        assert isinstance(entry, Entry)
        assert entry.plan.choices.bedtime is asleep
    door.leave()
    again = door_of(tmp_path).ask(Wanted(sequence="in-bed", bedtime=None))
    assert isinstance(again, Entry)
    assert again.plan.choices.bedtime, "the choice is in the file"


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
        refused(tmp_path / "new", Wanted(), screened=None),
        refused(tmp_path / "closed", Wanted(), screened=answered("1")),
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
        QuestionsFirst,
        NotOpen,
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
    assert wanted_of({"bedtime": None}) == Wanted()


def test_an_outcome_works_on_the_plan(tmp_path: Path) -> None:
    door = door_of(tmp_path, screened=answered("2"), pattern="4-2-6-2", minutes=10.0)
    assert isinstance(door.look(Wanted()), NotOpen)
    assert isinstance(door.look(Wanted(sequence="supported-rest", pattern="4-2-6-2")), NotOpen)
    entry = door.look(Wanted(sequence="supported-rest"))
    assert isinstance(entry, Entry)
    choices = entry.plan.choices
    assert (str(choices.pattern), choices.seated_rest) == ("4-6", 120)
    assert "childs-pose" in choices.leave_out
    assert not any(beat.step.tag == "childs-pose" for beat in entry.plan.beats)


def test_two_to_three_minutes_once_a_day_is_kept(tmp_path: Path) -> None:
    home = tmp_path / "heart"
    door = door_of(home, screened=answered("3"), minutes=10.0)
    outcome = kept_outcome(home)
    outcome.said_yes(Column.WALL)
    entry = door.look(Wanted())
    assert isinstance(entry, Entry)
    assert entry.plan.minutes == 3
    write_records(home, ("in-bed", 60.0, DAY))
    refusal = door_of(home, screened=None).look(Wanted())
    assert isinstance(refusal, NotOpen)
    assert isinstance(refusal.verdict, EnoughToday)
    assert isinstance(door_of(home, screened=None, today=DAY + timedelta(days=1)).look(Wanted()), Entry)


def test_what_was_not_held_does_not_count_as_today_s_practice(tmp_path: Path) -> None:
    door_of(tmp_path, screened=answered("3"))
    kept_outcome(tmp_path).said_yes(Column.WALL)
    write_records(tmp_path, ("legs-up-the-wall", 0.0, DAY), ("seated-breath", 300.0, DAY))
    assert isinstance(door_of(tmp_path, screened=None).look(Wanted()), Entry)


def test_a_file_of_one_s_own_is_judged_by_what_it_does(tmp_path: Path) -> None:
    mine = write_brief(tmp_path)
    assert isinstance(door_of(tmp_path, screened=None).look(Wanted(sequence=str(mine))), Entry)
    mine.write_text(mine.read_text("utf-8").replace("legs_up = false", ""), encoding="utf-8")
    assert isinstance(door_of(tmp_path, screened=None).look(Wanted(sequence=str(mine))), QuestionsFirst)


def test_damaged_questions_open_seated_breath_alone_whatever_was_kept(tmp_path: Path) -> None:
    broken = tmp_path / "assets"
    shutil.copytree(assets(), broken)
    (broken / "screening" / "matrix.toml").write_text("[1]\nwall = 'perhaps'", encoding="utf-8")
    home = tmp_path / "home"
    keep_outcome(home, UNTOUCHED, DAY)
    places = in_folder(home)
    journal = KeptJournal(
        places,
        SessionLock(places.runtime / "session.lock"),
        lambda trouble, detail: pytest.fail(f"{trouble}: {detail}"),
    )
    door = Door(
        Practices(broken, places.sequences),
        KeptSettings(SettingsStore(places.settings)),
        KeptOutcome(places.outcome, broken, lambda: DAY),
        journal,
        SessionLock(places.runtime / "session.lock"),
    )
    refusal = door.look(Wanted())
    assert isinstance(refusal, Unreadable)
    for words in (in_window.refusal_text, in_terminal.refusal_text):
        assert "matrix.toml" in words(refusal)
    assert isinstance(door.look(Wanted(sequence="seated-breath")), Entry)
    assert quick_wish(door).sequence == "seated-breath"


def test_a_quick_start_never_fails(tmp_path: Path) -> None:
    assert quick_wish(door_of(tmp_path / "free")) == Wanted()
    assert quick_wish(door_of(tmp_path / "new", screened=None)).sequence is None
    assert quick_wish(door_of(tmp_path / "closed", screened=answered("4")), 2.0) == Wanted(
        sequence="seated-breath", minutes=2.0
    )
    late = door_of(tmp_path / "late", today=date(2027, 1, 1))
    assert quick_wish(late).sequence == "seated-breath"
    assert isinstance(late.look(quick_wish(late)), Entry)


def write_records(home: Path, *rows: tuple[str, float, date]) -> None:
    with closing(Journal(in_folder(home).journal)) as journal:
        for sequence, held, day in rows:
            record = Record(
                uuid=uuid4(),
                started=datetime.combine(day, time(12)).astimezone(),
                sequence=sequence,
                minutes=2.0,
                pattern="4-6",
                outcome=Outcome.COMPLETED,
                elapsed=300.0,
                practised=300.0,
                held=held,
                breaths=12,
            )
            journal.put(record)
        journal.flush()
