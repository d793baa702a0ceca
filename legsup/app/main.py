"""Starts the app on the desktop and runs it to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from legsup import APPLICATION_ID
from legsup.app.desktop import Desktop
from legsup.services.clock import FastClock, SystemClock

if TYPE_CHECKING:
    from legsup.app.options import StartOptions
    from legsup.services.places import Places


def run(places: Places, options: StartOptions) -> int:
    """Run the app until it quits; gives the exit status."""
    app = application()
    clock = SystemClock()
    desktop = Desktop(
        places, clock if options.speed == 1.0 else FastClock(clock, options.speed), speed=options.speed
    )
    desktop.tray.quit.connect(desktop.quit)
    desktop.open(options)
    status = app.exec()
    desktop.close()
    return status


def application() -> QApplication:
    """Make the application, or take the one that is there, and give it its name."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # An X server names the window's class by this first word, and the desktop entry finds the window by it.
        app = QApplication([APPLICATION_ID])
    app.setQuitOnLastWindowClosed(False)
    QCoreApplication.setApplicationName("Legs Up")
    app.setApplicationDisplayName("Legs Up")
    app.setDesktopFileName(APPLICATION_ID)
    return app
