"""Takes the journal out and in from the window: off the interface's thread, told before it is done, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from legsup.app.work import Work
from legsup.domain.fault import FaultyFileError, few_of_each
from legsup.foreign import ForeignFileError, shown
from legsup.private import demand_folder, writing_whole
from legsup.services.journal.brought import read_brought
from legsup.services.journal.progress import CancelledError
from legsup.services.journal.salvage import copies
from legsup.services.journal.taking_out import take_out
from legsup.services.journal.trouble import JournalError
from legsup.telling import why
from legsup.ui.journal.month_view import month_name
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from legsup.app.basis import Basis
    from legsup.app.dialogs import Dialogs
    from legsup.app.paper import Paper
    from legsup.domain.record import Record
    from legsup.services.journal.journal import Journal
    from legsup.ui.journal.carry_panel import CarryPanel

    Tells = Callable[[int, int], None]


class _Plan(NamedTuple):
    """What a file would add: all its records, and how many of them are new."""

    file: str
    records: list[Record]
    new: int


class _Told(NamedTuple):
    """What came of work, in words."""

    text: str
    details: str = ""


class Carrying(QObject):
    """Serves one panel; ``changed`` tells that the journal is another now. ``month`` tells which month is looked at."""

    changed = Signal()

    def __init__(
        self,
        basis: Basis,
        panel: CarryPanel,
        window: QWidget,
        dialogs: Dialogs,
        month: Callable[[], date],
    ) -> None:
        super().__init__(panel)
        self._basis = basis
        self._panel = panel
        self._window = window
        self._dialogs = dialogs
        self._paper: Paper | None = None
        self._month = month
        self._doing = ""
        self._agreed: Callable[[], None] | None = None
        self._work = Work(self)
        self._work.progressed.connect(self._progress)
        self._work.held_up.connect(self._hold_up)
        self._work.done.connect(self._done)
        panel.export_asked.connect(self.take_out)
        panel.import_asked.connect(self._choose)
        panel.month_asked.connect(self._print_month)
        panel.forget_asked.connect(self._ask_to_forget)
        panel.agreed.connect(self._agree)
        panel.cancelled.connect(self._cancel)

    def take_out(self, kind: str) -> None:
        """Write the whole journal into a file that is chosen."""
        place = self._dialogs.place_for(self._window, f"legs-up-journal.{kind}")
        journal = self._journal()
        if not place or journal is None:
            return
        if self._basis.places.owns(Path(place)):
            self._panel.tell(tr("{file} is a file of Legs Up's own. Choose another name.").format(file=place))
            return
        titles = self._basis.practices.titles

        def write(tells: Tells) -> object:
            demand_folder(Path(place))
            with writing_whole(Path(place)) as out:
                count = take_out(journal, kind, out, titles, tells)
                tells(count, count)
            told = _counted(tr("One session is in {file}."), tr("{count} sessions are in {file}."), count)
            return _Told(told.format(file=place))

        self._begin(tr("Writing {file}").format(file=place), write)

    def take_in(self, file: str) -> None:
        """Read a file, and ask before anything of it is added."""
        journal = self._journal()
        if journal is None:
            return

        def read(tells: Tells) -> object:
            records = read_brought(Path(file), tells)
            return _Plan(file, records, len(self._work.patiently(lambda: journal.new_among(records))))

        self._begin(tr("Reading {file}").format(file=file), read)

    def close(self) -> None:
        """Cancel what runs, and let it come to its end."""
        self._work.cancel()
        self._work.wait()

    def _journal(self) -> Journal | None:
        journal, reason = self._basis.journal.usable()
        if journal is None:
            self._panel.tell(tr("The journal cannot be used now. {reason}").format(reason=reason))
        return journal

    def _choose(self) -> None:
        file = self._dialogs.journal_file(self._window)
        if file:
            self.take_in(file)

    def _print_month(self) -> None:
        from legsup.app.paper import RealPaper, pdf_of, save, usual_page  # noqa: PLC0415 - seldom asked for
        from legsup.ui.journal.month_pages import print_on  # noqa: PLC0415 - the same
        from legsup.ui.journal.month_paper import month_document  # noqa: PLC0415 - the same

        month = self._month()
        place = (self._paper or RealPaper()).place(
            self._window, f"legs-up-{month.year}-{month.month:02d}.pdf"
        )
        if not place:
            return
        practices = self._basis.practices
        records = self._basis.journal.in_month(month)
        document = month_document(month, records, practices.titles, practices.lifts_legs)
        pdf = pdf_of(month_name(month), usual_page(), lambda device: print_on(document, device))
        self._panel.tell(save(pdf, place))

    def _ask_to_forget(self) -> None:
        journal = self._journal()
        if journal is None:
            return
        count = sum(each.sessions for each in self._basis.journal.sums("outcome"))
        places = self._basis.places
        goes = [places.journal, places.ledger, *copies(places.journal)]
        one = tr("Delete the one session, and every copy of it? There is no way back.")
        many = tr("Delete all {count} sessions, and every copy of them? There is no way back.")
        details = "\n".join(shown(str(each)) for each in goes if each.exists())
        self._agreed = self._forget
        self._panel.ask(_counted(one, many, count), details, tr("Delete everything"))

    def _forget(self) -> None:
        journal = self._journal()
        if journal is None:
            return

        def forget(_tells: Tells) -> object:
            try:
                self._work.patiently(journal.forget)
            except (CancelledError, JournalError, OSError) as error:
                if not journal.is_partly_forgotten:
                    raise
                details = "" if isinstance(error, CancelledError) else shown(why(error))
                return _Told(
                    tr("Some of it is deleted already. Press Delete everything once more for the rest."),
                    details,
                )
            return _Told(tr("The journal is empty."))

        self._begin(tr("Deleting"), forget)

    def _add(self, plan: _Plan) -> None:
        journal = self._journal()
        if journal is None:
            return

        def add(tells: Tells) -> object:
            added = self._work.patiently(lambda: journal.merge(plan.records, tells))
            return _Told(_counted(tr("One session was added."), tr("{count} sessions were added."), added))

        self._begin(tr("Adding"), add)

    def _begin(self, doing: str, does: Callable[[Tells], object]) -> None:
        if self._work.runs:
            return
        self._doing = doing
        self._panel.show_progress(doing, 0, 0)
        self._work.begin(does)

    def _progress(self, done: int, of: int) -> None:
        if self._work.runs:
            self._panel.show_progress(self._doing, done, of)

    def _hold_up(self) -> None:
        """Say that it goes on by itself, once another program lets go of the journal."""
        if self._work.runs:
            waits = tr("{doing}. It waits for another program that uses the journal.")
            self._panel.show_progress(waits.format(doing=self._doing), 0, 0)

    def _done(self, found: object) -> None:
        self._work.wait()
        match found:
            case None:
                self._panel.tell(tr("Cancelled. Nothing was changed."))
            case _Plan():
                self._ask(found)
            case _Told():
                self._panel.tell(found.text, found.details)
                self.changed.emit()
            case FaultyFileError():
                self._panel.tell(tr("Nothing was added. The file is not as it was exported:"), _faults(found))
            case OSError() | ForeignFileError() | JournalError():
                reason = shown(why(found))
                whole = reason[:1].upper() + reason[1:]
                self._panel.tell(tr("Nothing was changed. {reason}").format(reason=whole))
            case _:
                raise found if isinstance(found, Exception) else TypeError(found)

    def _ask(self, plan: _Plan) -> None:
        known = len(plan.records) - plan.new
        text = tr("{file}: {new} new, {known} here already.")
        told = text.format(file=Path(plan.file).name, new=plan.new, known=known)
        if not plan.new:
            self._panel.tell(told)
            return
        self._agreed = lambda: self._add(plan)
        self._panel.ask(told, "", tr("Add them"))

    def _agree(self) -> None:
        agreed, self._agreed = self._agreed, None
        if agreed is not None:
            agreed()

    def _cancel(self) -> None:
        if self._work.runs:
            self._work.cancel()
        else:
            self._agreed = None
            self._panel.tell(tr("Nothing was changed."))


def _faults(error: FaultyFileError) -> str:
    lines: list[str] = []
    for fault, more in few_of_each(error.faults):
        lines.append(shown(str(fault)))
        if more:
            lines.append(tr("and {count} more of this kind").format(count=more))
    return "\n".join(lines)


def _counted(one: str, many: str, count: int) -> str:
    """Word a number of sessions; other places of the text stay for who fills them."""
    return one if count == 1 else many.replace("{count}", str(count))
