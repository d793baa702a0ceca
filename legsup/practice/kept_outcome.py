"""The one owner of the screening's outcome: what the answers came to, as it counts today; the answers are not kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from legsup.domain.fault import Fault
    from legsup.domain.screening.catalogue import Catalogue
    from legsup.domain.screening.columns import Column
    from legsup.domain.screening.outcome import ScreeningOutcome
    from legsup.domain.screening.questions import Answers
    from legsup.domain.screening.reasons import Reason
    from legsup.services.outcome_store import OutcomeStore


def local_today() -> date:
    """Give the person's own day."""
    from datetime import date  # noqa: PLC0415 - an idle tray asks for no day

    return date.today()  # noqa: DTZ011 - days are counted as the person counts them


class KeptOutcome:
    """The outcome as it stands in the file, the questions behind it, and the reasons while they are in memory.

    Another process's answers are seen with the next look. An outcome that could not be written holds until the app
    ends. ``today`` gives the person's own day.
    """

    def __init__(self, file: Path, assets: Path, today: Callable[[], date] = local_today) -> None:
        self._file = file
        self._assets = assets
        self._today = today
        self._unwritten: ScreeningOutcome | None = None
        self._reasons: tuple[Reason, ...] = ()
        self._reasons_of: ScreeningOutcome | None = None
        self._heavy: date | None = None
        self._followers: list[Callable[[], None]] = []

    @cached_property
    def catalogue(self) -> Catalogue:
        """The questions with their matrix and words, read on first need; None with every fault where they are damaged."""
        from legsup.services.safety import read_screening  # noqa: PLC0415 - tomllib comes with the first question

        return read_screening(self._assets)

    @cached_property
    def _store(self) -> OutcomeStore:
        from legsup.services.outcome_store import OutcomeStore  # noqa: PLC0415 - an idle tray has none at first

        return OutcomeStore(self._file)

    @property
    def today(self) -> date:
        """The person's own day."""
        return self._today()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the outcome's own file."""
        self.look()
        return self._store.faults if self._file.exists() else ()

    def look(self) -> ScreeningOutcome | None:
        """Give what is kept, read anew: None where nothing was answered, or what was kept is damaged."""
        if self._unwritten is not None:
            return self._unwritten
        # Before the first answers nothing is loaded to read what is not there.
        return self._store.load() if self._file.exists() else None

    def standing(self) -> ScreeningOutcome | None:
        """Give the outcome that counts today, a heavy day too; Seated breath alone where the questions are damaged."""
        standing = self.catalogue.standing(self.look(), self.today)
        if standing is None or not self.is_heavy_day:
            return standing
        from legsup.domain.screening.outcome import on_a_heavy_day  # noqa: PLC0415 - an idle tray asks nobody

        return on_a_heavy_day(standing)

    def opens(self, sequence: str) -> bool:
        """Tell by its name whether a sequence is open as things are kept, for a word on the idle tray; the door decides.

        Before any answer it is: the questions come first, and say so.
        """
        kept = self.look()
        if kept is None:
            return True
        from legsup.domain.screening.columns import IN_BED, OF_SHIPPED, Column  # noqa: PLC0415 - not before the answers
        from legsup.domain.screening.door import Open, Request, allowed  # noqa: PLC0415 - the same

        request = Request(column=OF_SHIPPED.get(sequence, Column.WALL), in_bed=sequence in IN_BED)
        return isinstance(allowed(kept, request, self.today), Open)

    def reasons(self) -> tuple[Reason, ...]:
        """Give why things are closed: while the answers that they follow from are in memory, and still count."""
        return self._reasons if self._reasons and self.look() == self._reasons_of else ()

    def answered(self, answers: Answers) -> ScreeningOutcome:
        """Take the answers of today: their outcome is kept, they themselves stay in memory for their reasons alone.

        Raises:
            OSError: it cannot be written; it holds all the same, until the app ends.
            RuntimeError: the questions could not be read, so nobody can have answered them.
            ValueError: something that was to be answered was not.
        """
        from legsup.domain.screening.questions import evaluate  # noqa: PLC0415 - an idle tray asks nobody
        from legsup.domain.screening.reasons import reasons  # noqa: PLC0415 - the same

        screening = self.catalogue.screening
        if screening is None:
            raise RuntimeError("the questions cannot be read, so there is no answer to them")
        outcome = evaluate(screening.questionnaire, answers, self.today)
        self._keep(outcome, reasons(screening.questionnaire, answers, self.today))
        return outcome

    def said_yes(self, column: Column) -> None:
        """Open a column on a clinician's yes, told today.

        Raises:
            OSError: it cannot be written; it holds all the same.
            ValueError: nothing was answered, or the column is not one to ask for.
        """
        from legsup.domain.screening.outcome import with_yes  # noqa: PLC0415 - an idle tray asks nobody

        kept = self.look()
        if kept is None:
            raise ValueError("nothing was answered, so there is nothing to say yes to")
        self._keep(with_yes(kept, column, self.today), self.reasons())

    def still_true(self) -> None:
        """Take "still true" for answers given today.

        Raises:
            OSError: it cannot be written; it holds all the same.
        """
        from legsup.domain.screening.outcome import renewed  # noqa: PLC0415 - an idle tray asks nobody

        kept = self.look()
        if kept is not None:
            self._keep(renewed(kept, self.today), self.reasons())

    @property
    def is_heavy_day(self) -> bool:
        """Whether raised hips are hidden today."""
        return self._heavy == self.today

    def hide_raised_hips_today(self, *, hidden: bool = True) -> None:
        """Hide raised hips for today, or no longer; this is kept nowhere."""
        self._heavy = self.today if hidden else None
        self._tell()

    def forget(self) -> None:
        """Forget the outcome, here and on disk; the questions come first again.

        Raises:
            OSError: the file cannot be deleted.
        """
        self._unwritten, self._reasons, self._heavy = None, (), None
        self._store.forget()
        self._tell()

    def follow(self, told: Callable[[], None]) -> Callable[[], None]:
        """Have a part told whenever the outcome has changed here; gives what ends that."""
        self._followers.append(told)
        return lambda: self._followers.remove(told)

    def _keep(self, outcome: ScreeningOutcome, reasons: tuple[Reason, ...]) -> None:
        self._reasons, self._reasons_of = reasons, outcome
        self._unwritten = outcome
        try:
            self._store.save(outcome)
            self._unwritten = None
        finally:
            self._tell()

    def _tell(self) -> None:
        for told in tuple(self._followers):
            told()
