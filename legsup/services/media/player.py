"""A media player on the session bus by the MPRIS rules, so that headsets, media keys, lock screens and phones reach it.

It knows no session: it shows what it is told, and tells which key was pressed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from legsup import APPLICATION_ID
from legsup.bus import Bus, BusError
from legsup.domain.media_key import MediaKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.bus import Heard

NAME, PATH = "org.mpris.MediaPlayer2.legsup", "/org/mpris/MediaPlayer2"
ROOT, PLAYER = "org.mpris.MediaPlayer2", "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"
NO_PROPERTY = "org.freedesktop.DBus.Error.UnknownProperty"
READ_ONLY = "org.freedesktop.DBus.Error.PropertyReadOnly"
#: The object that stands for what plays.
TRACK = "/app/legsup/LegsUp/session"

Value = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Playing:
    """What is shown: whether it plays or is paused, and what; ``art`` is the address of a picture, or empty.

    ``goes_next`` tells whether the key for what comes next means anything now.
    """

    plays: bool
    title: str
    stage: str
    art: str = ""
    goes_next: bool = True


class MediaPlayer(QObject):
    """There while ``open`` to ``close``; ``pressed`` gives a ``MediaKey``, ``raised`` asks for the window."""

    pressed = Signal(object)
    raised = Signal()

    def __init__(self, parent: QObject, make: Callable[[], Bus] = Bus) -> None:
        super().__init__(parent)
        self._make = make
        self._bus: Bus | None = None
        self._notifier: QSocketNotifier | None = None
        self._playing = Playing(plays=False, title="", stage="")

    @property
    def is_open(self) -> bool:
        """Whether it can be reached."""
        return self._bus is not None

    def open(self, playing: Callable[[], Playing]) -> None:
        """Come onto the bus with what it gives; where there is none, or the name is taken, it is not even asked for."""
        self.close()
        try:
            bus = self._make()
        except BusError:
            return
        try:
            taken = bus.own(NAME)
        except BusError:
            taken = False
        if not taken:
            bus.close()
            return
        self._playing = playing()
        self._bus = bus
        self._notifier = QSocketNotifier(bus.descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def show(self, playing: Playing) -> None:
        """Show something else; everyone who listens is told what changed."""
        if playing == self._playing or self._bus is None:
            return
        before, self._playing = self._player(), playing
        changed = {name: value for name, value in self._player().items() if before[name] != value}
        with suppress(BusError):
            self._bus.tell(PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", (PLAYER, changed, []))

    def close(self) -> None:
        """Leave the bus; safe to call twice."""
        bus, self._bus = self._bus, None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if bus is not None:
            bus.close()

    def _take(self) -> None:
        if self._bus is None:
            return
        try:
            for heard in self._bus.waiting():
                if heard.is_call:
                    self._answer(self._bus, heard)
        except BusError:
            self.close()

    def _answer(self, bus: Bus, heard: Heard) -> None:
        match heard.interface, heard.member:
            case _, "Introspect":
                from legsup.services.media.introspection import XML  # noqa: PLC0415 - seldom asked for

                bus.answer(heard, "s", (XML,))
            case _, "Ping":
                bus.answer(heard)
            case "org.freedesktop.DBus.Properties", _:
                self._answer_property(bus, heard)
            case "org.mpris.MediaPlayer2", "Raise":
                bus.answer(heard)
                self.raised.emit()
            case ("org.mpris.MediaPlayer2", "Quit") | (
                "org.mpris.MediaPlayer2.Player",
                "Previous" | "Seek" | "SetPosition" | "OpenUri",
            ):
                bus.answer(heard)  # the properties say that it can do none of these
            case "org.mpris.MediaPlayer2.Player", member if member in list(MediaKey):
                # Answered before it is done: whoever pressed does not wait for our window.
                bus.answer(heard)
                self.pressed.emit(MediaKey(member))
            case _:
                bus.refuse(heard, UNKNOWN)

    def _answer_property(self, bus: Bus, heard: Heard) -> None:
        interface = str(heard.body[0]) if heard.body else ""
        known = {ROOT: _ROOT, PLAYER: self._player()}.get(interface, {})
        if heard.member == "GetAll" and known:
            bus.answer(heard, "a{sv}", (known,))
        elif heard.member == "Get" and heard.body[1] in known:
            bus.answer(heard, "v", (known[heard.body[1]],))
        else:
            bus.refuse(heard, READ_ONLY if heard.member == "Set" else NO_PROPERTY)

    def _player(self) -> dict[str, Value]:
        playing = self._playing
        metadata: dict[str, Value] = {
            "mpris:trackid": ("o", TRACK),
            "xesam:title": ("s", playing.title),
            "xesam:artist": ("as", [playing.stage]),
            "xesam:album": ("s", "Legs Up"),
        }
        if playing.art:
            metadata["mpris:artUrl"] = ("s", playing.art)
        return {
            "PlaybackStatus": ("s", "Playing" if playing.plays else "Paused"),
            "Rate": ("d", 1.0),
            "MinimumRate": ("d", 1.0),
            "MaximumRate": ("d", 1.0),
            "Volume": ("d", 1.0),
            "Position": ("x", 0),
            "Metadata": ("a{sv}", metadata),
            "CanGoNext": ("b", playing.goes_next),
            "CanGoPrevious": ("b", False),
            "CanPlay": ("b", True),
            "CanPause": ("b", True),
            "CanSeek": ("b", False),
            "CanControl": ("b", True),
        }


_ROOT: dict[str, Value] = {
    "CanQuit": ("b", False),
    "CanRaise": ("b", True),
    "HasTrackList": ("b", False),
    "Identity": ("s", "Legs Up"),
    "DesktopEntry": ("s", APPLICATION_ID),
    "SupportedUriSchemes": ("as", []),
    "SupportedMimeTypes": ("as", []),
}
