"""Small programs that the benchmarks start: bare floors, and the app watched from within until it is ready."""

from __future__ import annotations

import sys
from pathlib import Path

if sys.argv[1].startswith("app"):  # as the command line does, before it loads any of Qt
    from legsup.app.lean_start import begin

    begin()

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget


class FirstPaint(QObject):
    """Says "painted" when a window has been painted for the first time.

    It sees no event but the window's own: to hand those of all widgets to Python took longer than the app's own start.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint, let it finish, and say so."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: print("painted", flush=True))
        return super().eventFilter(watched, event)


def bare_window() -> None:
    """The floor of a start: an empty widget."""
    app = QApplication(sys.argv[:1])
    window = QWidget()
    FirstPaint(window)
    window.resize(1000, 720)
    window.show()
    app.exec()


def bare_tray() -> None:
    """The floor of an idle tray: an icon with a menu of two lines."""
    app = QApplication(sys.argv[:1])
    menu = QMenu()
    menu.addAction("Start")
    menu.addAction("Quit")
    pixmap = QPixmap(22, 22)
    pixmap.fill("orange")
    icon = QSystemTrayIcon(QIcon(pixmap))
    icon.setContextMenu(menu)
    icon.show()
    QTimer.singleShot(0, lambda: print("ready", flush=True))
    app.exec()


def app_window(home: str) -> None:
    """The app's window, until it is painted."""
    from legsup.app.desktop import Desktop  # noqa: PLC0415 - its import is part of what is measured
    from legsup.app.launch import Launch  # noqa: PLC0415 - the same
    from legsup.app.main import application  # noqa: PLC0415 - the same
    from legsup.places import in_folder  # noqa: PLC0415 - the same
    from legsup.services.clock import SystemClock  # noqa: PLC0415 - the same

    app = application()
    desktop = Desktop(in_folder(Path(home)), SystemClock())
    FirstPaint(desktop.front.window)
    desktop.open(Launch())
    app.exec()


def app_tray(home: str) -> None:
    """The app in the tray, without a window; then it lists what it loaded, a line a module."""
    from legsup.app.desktop import Desktop  # noqa: PLC0415 - its import is part of what is measured
    from legsup.app.launch import Launch  # noqa: PLC0415 - the same
    from legsup.app.lean_start import settle  # noqa: PLC0415 - the same
    from legsup.app.main import application  # noqa: PLC0415 - the same
    from legsup.places import in_folder  # noqa: PLC0415 - the same
    from legsup.services.clock import SystemClock  # noqa: PLC0415 - the same

    app = application()
    desktop = Desktop(in_folder(Path(home)), SystemClock())
    desktop.seen.connect(lambda: QTimer.singleShot(0, settle))
    desktop.open(Launch(hidden=True))
    QTimer.singleShot(0, lambda: print("ready", flush=True))
    QTimer.singleShot(0, lambda: print(" ".join(sorted(sys.modules)), flush=True))
    app.exec()


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
