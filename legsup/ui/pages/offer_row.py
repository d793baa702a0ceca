"""The line on the end screen that offers one choice, as it stands now; whoever passes it by chooses nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.offers import Offer, minutes_offered
from legsup.domain.settings import GUIDANCES, LOOKS, REMINDER_TIMES
from legsup.ui.setting_words import guidance_text, look_text
from legsup.ui.widgets.choices import ChoiceRow
from legsup.ui.words import minutes_text, tr

if TYPE_CHECKING:
    from legsup.domain.settings import Settings

#: What can be chosen of reminders.
OFF, ON, AT_LOGIN = "off", "on", "at-login"


class OfferRow(QWidget):
    """``asked`` gives the name of a setting and the value that was chosen."""

    asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Offer, float | None] | None = None
        self._row: ChoiceRow | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_offer(self, offer: Offer | None, settings: Settings, most: float | None = None) -> None:
        """Show an offer, or none; ``most`` minutes are allowed."""
        self.setVisible(offer is not None)
        if offer is None:
            return
        if self._row is None or self._shown != (offer, most):
            if self._row is not None:
                self._row.hide()
                self._row.deleteLater()
            self._shown = (offer, most)
            self._row = ChoiceRow(*_worded(offer, most), begins=False)
            self._row.chosen.connect(partial(self._ask, offer))
            self._rows.addWidget(self._row)
            self._row.show()
        self._row.show_value(
            _reminded(settings) if offer is Offer.REMINDERS else getattr(settings, offer.value)
        )

    def _ask(self, offer: Offer, value: object) -> None:
        if offer is Offer.REMINDERS:
            self.asked.emit("at_login", value == AT_LOGIN)
            self.asked.emit("reminders", value != OFF)
        else:
            self.asked.emit(offer.value, value)


def _reminded(settings: Settings) -> str:
    if not settings.reminders:
        return OFF
    return AT_LOGIN if settings.at_login else ON


def _worded(offer: Offer, most: float | None) -> tuple[str, list[tuple[object, str]]]:
    match offer:
        case Offer.PACE:
            name = tr("While you get in, each step")
            return name, [(False, tr("goes on by itself")), (True, tr("waits for a key"))]
        case Offer.LOOK:
            return tr("Colours"), [(look, look_text(look)) for look in LOOKS]
        case Offer.REMINDERS:
            times = tr("at {times}").format(times=tr(" and ").join(REMINDER_TIMES.split()))
            both = tr("the same, and start with the computer")
            return tr("Reminders on working days"), [(OFF, tr("none")), (ON, times), (AT_LOGIN, both)]
        case Offer.MINUTES:
            return tr("Next time"), [(each, minutes_text(each)) for each in minutes_offered(most)]
        case Offer.WORDS:  # pragma: no branch - the type checker proves that no offer is missing
            name = tr("You know the way. Fewer words from now on?")
            return name, [(each, guidance_text(each)) for each in reversed(GUIDANCES) if each != "bells"]
