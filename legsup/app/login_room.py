"""Joins the setting "start with the computer" to the system's own entry for it, which is the truth of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.places import find
from legsup.services.autostart.login import command, of_system
from legsup.telling import why
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.app.basis import Basis
    from legsup.domain.settings import Settings
    from legsup.services.autostart.login import Login


class LoginRoom(QObject):
    """Follows the setting; ``told`` gives words where the entry cannot be written, ``asked`` a setting and its value."""

    told = Signal(str)
    asked = Signal(str, object)

    def __init__(self, basis: Basis, parent: QObject, login: Login | None = None) -> None:
        super().__init__(parent)
        self._basis = basis
        self._login = login or of_system()
        basis.kept.follow(self._follow)

    def look(self) -> None:
        """Take up an entry that the person took away, or turned off, by the desktop's own tools."""
        is_on = self._login is not None and self._login.is_on()
        if is_on != self._basis.kept.now.at_login:
            self.asked.emit("at_login", is_on)

    def _follow(self, settings: Settings) -> None:
        login = self._login
        if login is None or settings.at_login == login.is_on():
            return
        places = self._basis.places
        try:
            if settings.at_login:
                home = None if places == find(None) else places.config
                login.turn_on(command(home, frozen=bool(getattr(sys, "frozen", False))))
            else:
                login.turn_off()
        except OSError as error:
            self.told.emit(tr("Start at login could not be changed ({error}).").format(error=why(error)))
            self.asked.emit("at_login", login.is_on())
