"""What the app wears: the look and the text size that were chosen, put on all of it at once, and the side of its wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from legsup.ui.palette import palette_of
from legsup.ui.style import style_sheet
from legsup.ui.theme import Theme, theme_for

if TYPE_CHECKING:
    from PySide6.QtCore import Qt, SignalInstance
    from PySide6.QtGui import QStyleHints

    from legsup.domain.settings import Settings, WallSide
    from legsup.practice.kept_settings import KeptSettings


class System(Protocol):
    """What tells whether the desktop is light or dark, named as Qt names it."""

    @property
    def colorSchemeChanged(self) -> SignalInstance:  # noqa: N802 - Qt's name
        """Tells that it has changed."""
        ...

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - the same
        """What it is now."""
        ...


class Dress(QObject):
    """Wears what the settings and the system's light or dark ask for; ``changed`` gives the theme to whoever paints anew."""

    changed = Signal(object)

    def __init__(self, kept: KeptSettings, system: System | None = None) -> None:
        """Wear it from now on; ``system`` tells whether the desktop is light or dark, and when that changes: else Qt does."""
        super().__init__()
        self._kept = kept
        self._system: System | QStyleHints = system or QGuiApplication.styleHints()
        self._worn = self._wanted(kept.now)
        self._put_on()
        kept.follow(self._derive)
        self._system.colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme that is worn."""
        return self._worn[0]

    @property
    def flipped(self) -> bool:
        """Whether pictures have the wall on the left."""
        return self._worn[2] == "left"

    def _follow_system(self) -> None:
        self._derive(self._kept.now)

    def _derive(self, settings: Settings) -> None:
        wanted = self._wanted(settings)
        if wanted != self._worn:
            before, self._worn = self._worn, wanted
            if wanted[:2] != before[:2]:
                from legsup.ui.widgets.frames import fit_to_text  # noqa: PLC0415 - an idle tray has no widgets

                self._put_on()
                fit_to_text(QApplication.allWidgets())
            self.changed.emit(self.theme)

    def _wanted(self, settings: Settings) -> tuple[Theme, int, WallSide]:
        theme = theme_for(settings.look, self._system.colorScheme())
        return theme, settings.text_size, settings.wall_side

    def _put_on(self) -> None:
        theme, text_size, _ = self._worn
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette_of(theme))
            app.setStyleSheet(style_sheet(theme, text_size))
