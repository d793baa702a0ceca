"""The door of every practice, whoever asks for it and whatever face it has: a plan, or the reason why not, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.fault import FaultyFileError
from legsup.practice.refusal import (
    FaultySequence,
    Muted,
    NoBedtime,
    NoPattern,
    NotOffered,
    NotOpen,
    QuestionsFirst,
    Refusal,
    Running,
    RunsElsewhere,
    UnknownSequence,
    Unreadable,
)

if TYPE_CHECKING:
    from legsup.domain.plan import Plan
    from legsup.domain.screening.columns import Column
    from legsup.domain.screening.door import Open
    from legsup.domain.sequence import Sequence
    from legsup.practice.kept_journal import KeptJournal
    from legsup.practice.kept_outcome import KeptOutcome
    from legsup.practice.kept_settings import KeptSettings
    from legsup.practice.practices import Practices
    from legsup.practice.wanted import Wanted
    from legsup.services.session_lock import SessionLock


@dataclass(frozen=True, slots=True)
class Entry:
    """What may begin: its plan, made from this sequence; ``opened`` tells under which conditions."""

    plan: Plan
    sequence: Sequence
    opened: Open


class Door:
    """Lets one practice in at a time, in all processes of a home; ``leave`` opens it for the next.

    ``trying`` tells that nothing is heard or kept, as with a clock that runs fast.
    """

    def __init__(
        self,
        practices: Practices,
        kept: KeptSettings,
        outcome: KeptOutcome,
        journal: KeptJournal,
        lock: SessionLock,
        *,
        trying: bool = False,
    ) -> None:
        self._practices = practices
        self._kept = kept
        self._outcome = outcome
        self._journal = journal
        self._lock = lock
        self._trying = trying

    def ask(self, wanted: Wanted, *, running: bool = False) -> Entry | Refusal:
        """Let a practice in; ``running`` tells that one runs here already."""
        if running:
            return Running()
        entry = self.look(wanted)
        if not isinstance(entry, Entry):
            return entry
        by_ear = wanted.pace == "hands-free" and not wanted.by_screen
        if by_ear and self._kept.now.muted and not self._trying:
            return Muted()
        return entry if self._is_free() else RunsElsewhere()

    def look(self, wanted: Wanted) -> Entry | Refusal:
        """Tell what would come of a request, without letting anything in."""
        settings = self._kept.look()
        sequence = self._found(wanted)
        if isinstance(sequence, Refusal):
            return sequence
        title = sequence.title
        if wanted.bedtime and not sequence.bedtime:
            return NoBedtime(title)
        minutes = self._practices.minutes(sequence, settings, wanted)
        if not sequence.minutes.shortest <= minutes <= sequence.minutes.longest:
            return NotOffered(title, minutes, sequence.minutes)
        opened = self._screened(sequence, wanted)
        if isinstance(opened, Refusal):
            return opened
        number = self._journal.session_number()
        return Entry(self._practices.plan(sequence, wanted, settings, number, opened), sequence, opened)

    def leave(self) -> None:
        """Let the next one in."""
        self._lock.give_back()

    def _found(self, wanted: Wanted) -> Sequence | Refusal:
        # What finds and plans is loaded with the first request: an idle tray has none.
        from legsup.services.library import UnknownSequenceError  # noqa: PLC0415

        try:
            return self._practices.find(wanted.sequence, self._kept.now)
        except UnknownSequenceError as error:
            return UnknownSequence(error.name, error.known)
        except FaultyFileError as error:
            return FaultySequence(error.faults)

    def _screened(self, sequence: Sequence, wanted: Wanted) -> Open | Refusal:
        """Ask the outcome of the screening; only a pattern that was asked for is refused for its holds."""
        from legsup.domain.breath import parse_pattern  # noqa: PLC0415 - loaded with the first request
        from legsup.domain.screening.columns import can_be_in_bed, column_of  # noqa: PLC0415 - the same
        from legsup.domain.screening.door import AnswerFirst, Open, Request, allowed  # noqa: PLC0415 - the same

        try:
            pattern = None if wanted.pattern is None else parse_pattern(wanted.pattern)
        except ValueError as error:
            return NoPattern(str(error))
        outcome, column = self._outcome.standing(), column_of(sequence)
        request = Request(
            column=column,
            in_bed=can_be_in_bed(sequence),
            pattern=pattern,
            practised_today=column in self._held_today(),
            shortest=sequence.minutes.shortest,
        )
        verdict = allowed(outcome, request, self._outcome.today)
        if isinstance(verdict, Open):
            return verdict
        title, catalogue = sequence.title, self._outcome.catalogue
        if catalogue.screening is None:
            return Unreadable(title, catalogue.faults)
        if isinstance(verdict, AnswerFirst) or outcome is None:
            return QuestionsFirst(title, catalogue.screening, again=outcome is not None)
        return NotOpen(title, verdict, outcome, catalogue.screening, self._outcome.reasons())

    def _held_today(self) -> frozenset[Column]:
        """Tell of which columns something was held today, as far as the journal knows; an own file counts as the wall."""
        from legsup.domain.screening.columns import columns_of  # noqa: PLC0415 - loaded with the first request

        return columns_of(self._journal.held_on(self._outcome.today))

    def _is_free(self) -> bool:
        try:
            return self._lock.take()
        except OSError:
            # A folder that cannot be written keeps nothing, so nothing can collide.
            return True
