"""A whole app under a test's hand: a home of its own, a clock set by hand, offscreen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from legsup.app.desktop import Desktop
from legsup.app.options import StartOptions
from legsup.services.keep_awake import Awake, KeepAwake
from legsup.services.places import in_folder
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from legsup.domain.session import Session


@dataclass
class Inhibitor:
    """Stands for the system's service that keeps a computer awake; ``held`` is what it keeps now."""

    held: Awake = Awake.NOTHING

    @contextmanager
    def __call__(self, wanted: Awake) -> Generator[None]:
        """Keep it."""
        self.held = wanted
        yield
        self.held = Awake.NOTHING


@dataclass
class Desk:
    """The app and its clock; practices begin muted, so that no test opens a loudspeaker."""

    app: Desktop
    clock: HandClock
    inhibitor: Inhibitor

    @property
    def session(self) -> Session:
        """The session that the app runs or ran."""
        session = self.app.conductor.session
        assert session is not None
        return session

    def close(self) -> None:
        """Close the app without a question, and take its windows away."""
        self.app.close()
        for window in (self.app.front.floor_view, self.app.front.window):
            window.hide()
            window.deleteLater()
        QApplication.processEvents()

    def wait(self, seconds: float) -> None:
        """Let the app's time pass, a second at a tick."""
        for _ in range(int(seconds)):
            self.clock.now += 1.0
            self.app.conductor.tick()

    def to(self, step: str) -> None:
        """Let time pass, answering open beats, until a step begins."""
        for _ in range(3000):
            if self.session.beat.step.id == step:
                return
            if self.session.status.value == "waiting":
                self.app.actions.next.trigger()
            else:
                self.wait(1)
        raise AssertionError(f"{step} never came")

    def button(self, text: str) -> QPushButton:
        """Find a visible button by its text."""
        found = [
            each
            for each in self.app.front.window.findChildren(QPushButton)
            if each.text() == text and each.isVisible()
        ]
        assert len(found) == 1, f"{len(found)} buttons {text!r}"
        return found[0]

    def texts(self) -> list[str]:
        """Every text that can be seen in the window."""
        return [
            str(each.property("text"))
            for each in self.app.front.window.findChildren(QWidget)
            if each.isVisible() and each.property("text")
        ]


def opened(
    home: Path,
    *,
    cleared: bool = True,
    answer: bool = True,
    picks: Callable[[QWidget], str] | None = None,
    assets: Path | None = None,
    **settings: object,
) -> Desk:
    """Open the app in a home folder."""
    clock = HandClock()
    inhibitor = Inhibitor()
    app = Desktop(
        in_folder(home),
        clock,
        asks=lambda _list, _window: answer,
        picks=picks,
        keeps=KeepAwake(inhibitor),
    )
    if assets is not None:
        app.practices.assets = assets
    cleared_on = "2026-11-23" if cleared else None
    chosen = {"muted": True, "cleared": cleared_on, **settings}
    app.kept.change(**chosen)
    app.open(StartOptions())
    until(lambda: "poses" in app.front.__dict__, 10.0)
    QApplication.processEvents()
    return Desk(app, clock, inhibitor)


def until(happened: Callable[[], bool], seconds: float) -> None:
    """Let Qt work until something has happened, for so many seconds at most."""
    end = monotonic() + seconds
    while not happened():
        assert monotonic() < end, "it never happened"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
