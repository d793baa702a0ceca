"""One notification at a time on the desktop's own notification service, with buttons where it has them."""

from __future__ import annotations

import html
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from legsup import APPLICATION_ID
from legsup.bus import Bus, BusError, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SERVICE = Place(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
#: What a click on the text itself is called.
CLICK = "default"
#: Milliseconds for which it is shown over other windows; many desktops keep it in a list after that.
SHOWN = 60_000
#: Normal urgency: no sound of alarm, and not over a full screen.
_NORMAL = 1


@dataclass(frozen=True, slots=True)
class Note:
    """What a notification says; ``buttons`` are words by the key that is told when one is pressed."""

    title: str
    body: str
    buttons: Mapping[str, str]
    icon: Path


@dataclass(frozen=True, slots=True)
class Posted:
    """A notification that stands: the line over which its buttons answer, and its number there."""

    bus: Bus
    number: int


def post(note: Note, make: Callable[[], Bus] = Bus) -> Posted | None:
    """Show a notification over a line that ``make`` opens; None where this desktop shows none, or without buttons.

    Waits for the service, so not on Qt's thread.
    """
    try:
        bus = make()
    except BusError:
        return None
    try:
        if "actions" not in bus.call(SERVICE, "GetCapabilities")[0]:
            raise BusError("it has no buttons")  # noqa: TRY301 - the same as no service
        bus.hear(SERVICE, "ActionInvoked")
        bus.hear(SERVICE, "NotificationClosed")
        actions = [word for pair in note.buttons.items() for word in pair]
        hints = {
            "urgency": ("y", _NORMAL),
            "desktop-entry": ("s", APPLICATION_ID),
            "category": ("s", "reminder"),
        }
        told = ("Legs Up", 0, str(note.icon), note.title, html.escape(note.body), actions, hints, SHOWN)
        return Posted(bus, int(bus.call(SERVICE, "Notify", "susssasa{sv}i", told)[0]))
    except BusError:
        bus.close()
        return None


class Standing(QObject):
    """A notification that was posted: ``pressed`` gives the key of a button, once."""

    pressed = Signal(str)

    def __init__(self, posted: Posted, parent: QObject) -> None:
        super().__init__(parent)
        self._posted: Posted | None = posted
        self._notifier = QSocketNotifier(posted.bus.descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        # What came while it was posted was read by then, and wakes nobody; whoever listens does so by the next event.
        QTimer.singleShot(0, self, self._take)

    def withdraw(self) -> None:
        """Take it away; safe to call twice."""
        if self._posted is not None:
            with suppress(BusError):
                self._posted.bus.call(SERVICE, "CloseNotification", "u", (self._posted.number,), patience=0.5)
            self._leave()

    def _take(self) -> None:
        posted = self._posted
        if posted is None:
            return
        try:
            heard = posted.bus.waiting()
        except BusError:
            self._leave()
            return
        for each in heard:
            if each.body and each.body[0] == posted.number and self._posted is not None:
                if each.member == "ActionInvoked":
                    self.withdraw()  # some desktops leave it standing once a button was pressed
                    self.pressed.emit(str(each.body[1]))
                elif each.member == "NotificationClosed":
                    self._leave()

    def _leave(self) -> None:
        if self._posted is not None:
            self._notifier.setEnabled(False)
            self._posted.bus.close()
            self._posted = None
