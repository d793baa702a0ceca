"""The door of every practice, whoever asks for it and whatever face it has: a plan, or the reason why not, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.fault import FaultyFileError
from legsup.practice.refusal import (
    FaultySequence,
    ListFirst,
    Muted,
    NoBedtime,
    NoPattern,
    NotOffered,
    Refusal,
    Running,
    RunsElsewhere,
    UnknownSequence,
)

if TYPE_CHECKING:
    from legsup.domain.plan import Plan
    from legsup.domain.sequence import Sequence
    from legsup.practice.kept_journal import KeptJournal
    from legsup.practice.kept_settings import KeptSettings
    from legsup.practice.practices import Practices
    from legsup.practice.wanted import Wanted
    from legsup.services.session_lock import SessionLock


@dataclass(frozen=True, slots=True)
class Entry:
    """What may begin: its plan, made from this sequence."""

    plan: Plan
    sequence: Sequence


class Door:
    """Lets one practice in at a time, in all processes of a home; ``leave`` opens it for the next.

    ``trying`` tells that nothing is heard or kept, as with a clock that runs fast.
    """

    def __init__(
        self,
        practices: Practices,
        kept: KeptSettings,
        journal: KeptJournal,
        lock: SessionLock,
        *,
        trying: bool = False,
    ) -> None:
        self._practices = practices
        self._kept = kept
        self._journal = journal
        self._lock = lock
        self._trying = trying

    def ask(self, wanted: Wanted, *, running: bool = False) -> Entry | Refusal:
        """Let a practice in; ``running`` tells that one runs here already."""
        if running:
            return Running()
        chosen = self._planned(wanted)
        if not isinstance(chosen, Entry):
            return chosen
        settings = self._kept.now
        if self._practices.needs_clearing(chosen.sequence, settings.cleared):
            return ListFirst(chosen.plan.title, self._practices.do_not_do)
        by_ear = wanted.pace == "hands-free" and not wanted.by_screen
        if by_ear and settings.muted and not self._trying:
            return Muted()
        return chosen if self._is_free() else RunsElsewhere()

    def leave(self) -> None:
        """Let the next one in."""
        self._lock.give_back()

    def _planned(self, wanted: Wanted) -> Entry | Refusal:
        # What finds and plans is loaded with the first wish: an idle tray has none.
        from legsup.services.library import UnknownSequenceError  # noqa: PLC0415

        settings = self._kept.look()
        try:
            sequence = self._practices.find(wanted.sequence, settings)
        except UnknownSequenceError as error:
            return UnknownSequence(error.name, error.known)
        except FaultyFileError as error:
            return FaultySequence(error.faults)
        title = sequence.text["en"].title
        minutes = self._practices.minutes(sequence, settings, wanted)
        if not sequence.minutes.shortest <= minutes <= sequence.minutes.longest:
            return NotOffered(title, minutes, sequence.minutes)
        if wanted.bedtime and not sequence.bedtime:
            return NoBedtime(title)
        number = self._journal.session_number()
        try:
            return Entry(self._practices.plan(sequence, wanted, settings, number), sequence)
        except ValueError as error:
            return NoPattern(str(error))

    def _is_free(self) -> bool:
        try:
            return self._lock.take()
        except OSError:
            # A folder that cannot be written keeps nothing, so nothing can collide.
            return True
