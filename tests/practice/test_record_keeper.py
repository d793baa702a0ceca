"""The record of a session: what is written when, and that a note is taken as it fits and leaves no former one behind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from legsup.domain.record import MOST_NOTE
from legsup.domain.session import Event
from legsup.practice.record_keeper import CHECKPOINT, RecordKeeper
from tests.domain.run import begun
from tests.small_practice import wall_plan

if TYPE_CHECKING:
    from legsup.domain.record import Record
    from legsup.services.journal.journal import Journal


class Notes:
    """Stands for the journal: what was put, and what was written in the place of a former record."""

    def __init__(self) -> None:
        self.put_down: list[Record] = []
        self.revised: list[Record] = []

    def put(self, record: Record) -> None:
        """Note it."""
        self.put_down.append(record)

    def revise(self, record: Record) -> None:
        """Note it."""
        self.revised.append(record)


def test_a_note_is_trimmed_to_what_a_record_takes_and_after_the_end_replaces_the_former() -> None:
    notes = Notes()
    keeper = RecordKeeper(lambda: cast("Journal", notes), lambda: datetime(2026, 11, 23, 16, tzinfo=UTC))
    run = begun(wall_plan())
    run.wait(20.0)
    keeper.follow(run.session)
    keeper.note_words("  while it runs ")
    assert ([each.note for each in notes.put_down], notes.revised) == (["", "while it runs"], [])
    run.send(Event.STOP)
    keeper.follow(run.session)
    keeper.note_words("x" * (MOST_NOTE + 5))
    assert [each.note for each in notes.revised] == ["x" * MOST_NOTE]
    assert {each.uuid for each in (*notes.put_down, *notes.revised)} == {notes.revised[0].uuid}


def test_the_end_is_written_however_short_after_a_checkpoint() -> None:
    notes = Notes()
    keeper = RecordKeeper(lambda: cast("Journal", notes), lambda: datetime(2026, 11, 23, 16, tzinfo=UTC))
    run = begun(wall_plan())
    run.wait(20.0)
    keeper.follow(run.session)
    run.wait(CHECKPOINT / 2.0)
    keeper.follow(run.session)
    assert len(notes.put_down) == 1, "the next checkpoint is not due"
    run.send(Event.STOP)
    keeper.follow(run.session)
    assert [each.outcome is None for each in notes.put_down] == [True, False]
    assert keeper.kept
    keeper.begin()
    assert not keeper.kept


def test_what_is_said_of_tension_after_the_end_is_written_at_once() -> None:
    notes = Notes()
    keeper = RecordKeeper(lambda: cast("Journal", notes), lambda: datetime(2026, 11, 23, 16, tzinfo=UTC))
    run = begun(wall_plan())
    keeper.note_before(4)
    run.wait(20.0)
    run.send(Event.STOP)
    keeper.follow(run.session)
    keeper.note_after(1)
    keeper.note_legs(2)
    said = [(each.before, each.after, each.legs) for each in notes.put_down]
    assert said == [(4, None, None), (4, 1, None), (4, 1, 2)]
    keeper.begin()
    keeper.note_after(3)
    keeper.note_legs(3)
    assert len(notes.put_down) == 3, "of a session that has not begun nothing is written"


def test_at_a_logout_a_session_that_runs_is_written_and_nothing_else() -> None:
    notes = Notes()
    keeper = RecordKeeper(lambda: cast("Journal", notes), lambda: datetime(2026, 11, 23, 16, tzinfo=UTC))
    keeper.keep()
    assert notes.put_down == []
    run = begun(wall_plan())
    run.wait(20.0)
    keeper.follow(run.session)
    run.wait(1.0)
    keeper.follow(run.session)
    keeper.keep()
    assert [each.elapsed for each in notes.put_down] == [20.0, 21.0]
    run.send(Event.STOP)
    keeper.follow(run.session)
    keeper.keep()
    assert [each.outcome is None for each in notes.put_down] == [True, True, False]
