"""The rows of the companion on the Settings page: reminders, off until chosen, and the start with the computer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.domain.settings import REMINDER_DAYS, REMINDER_MINUTES, RULES
from legsup.ui.widgets.writing import WrittenBox
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from legsup.domain.settings import Settings
    from legsup.ui.pages.settings_form import SettingsForm

#: Minutes that are offered between two reminders.
BETWEEN = (30, 45, 60, 90, 120, 180, 240)
assert (BETWEEN[0], BETWEEN[-1]) == REMINDER_MINUTES


class ReminderRows(QObject):
    """Adds the rows to a form; ``asked`` gives the name of a setting and a value that it may hold."""

    asked = Signal(str, object)

    def __init__(self, form: SettingsForm) -> None:
        super().__init__(form)
        form.heading(tr("Reminders"))
        form.switch(tr("Remind me"), "reminders")
        form.choice(
            tr("When"), "reminder_kind", [(tr("At fixed times"), "times"), (tr("Every so often"), "interval")]
        )
        form.note(tr("Dashed fields belong to the other choice."))
        self._times, times = self._written(
            form, tr("Fixed times"), "reminder_times", tr("Times as 11:00 16:00")
        )
        between = [(tr("{number} minutes").format(number=each), each) for each in BETWEEN]
        every = form.choice(tr("Every"), "reminder_minutes", between)
        hours = tr("Ranges as 09:00-12:00 13:00-17:30")
        self._hours, within = self._written(form, tr("Within these hours"), "reminder_hours", hours)
        #: The rows that count for each kind alone; the others stay where they are, so that nothing jumps.
        self._rows = {"times": (times,), "interval": (every, within)}
        form.choice(tr("On"), "reminder_days", _days())
        third = [(tr("Nothing"), "silent"), (tr("Seated breath"), "seated")]
        form.choice(tr("After two practices in a day"), "reminder_third", third)
        form.note(
            tr(
                "None comes in a practice, a call or a presentation. legsup doctor says what can be read here. "
                "Quiet for an hour or a meeting: in the tray."
            )
        )
        form.switch(tr("Start with the computer, hidden in the tray"), "at_login")
        form.heading(tr("While you lie there"))
        form.switch(tr("Keep the screen on, and unlocked"), "keep_screen")
        form.note(
            tr("The computer itself never falls asleep in a practice; its screen dims and locks as usual.")
        )

    def derive(self, settings: Settings) -> None:
        """Show the settings as they are now, and the rows that count."""
        self._times.show_text(settings.reminder_times)
        self._hours.show_text(settings.reminder_hours)
        for kind, rows in self._rows.items():
            for row in rows:
                row.setEnabled(kind == settings.reminder_kind)

    def _written(self, form: SettingsForm, text: str, name: str, hint: str) -> tuple[WrittenBox, QWidget]:
        box = WrittenBox(text, hint, RULES[name].accepts)
        box.written.connect(partial(self.asked.emit, name))
        return box, form.row(text, box)


def _days() -> list[tuple[str, object]]:
    return [
        (tr("Monday to Friday"), REMINDER_DAYS),
        (tr("Monday to Saturday"), "123456"),
        (tr("Every day"), "1234567"),
        (tr("Monday to Thursday"), "1234"),
        (tr("Tuesday to Saturday"), "23456"),
        (tr("Sunday to Thursday"), "12347"),
    ]
