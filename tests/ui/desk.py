"""A whole app under a test's hand: a home of its own, a clock set by hand, offscreen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QScrollArea, QWidget

from legsup.app.desktop import Desktop
from legsup.app.launch import Launch
from legsup.places import in_folder
from legsup.services.keep_awake import Awake, KeepAwake
from tests.counting import counted_once
from tests.screened import UNTOUCHED, keep_outcome
from tests.shelf import share
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from legsup.app.reminding import Outside
    from legsup.app.session_views import SessionViews
    from legsup.app.sound_check import SoundCheck
    from legsup.domain.screening.questions import Answers
    from legsup.domain.session import Session
    from legsup.domain.settings import Settings
    from legsup.practice.practices import Practices
    from legsup.services.conductor import Conductor
    from legsup.services.journal.journal import Journal
    from legsup.ui.actions import SessionActions
    from legsup.ui.wizard.wizard import Wizard


#: Seconds for which a busy computer is waited for, where nothing but its being busy keeps what is waited for.
PATIENCE = 120.0


@dataclass
class Inhibitor:
    """Stands for the system's service that keeps a computer awake; ``held`` is what it keeps now."""

    held: Awake = Awake.NOTHING
    works: bool = True

    @contextmanager
    def __call__(self, wanted: Awake) -> Generator[None]:
        """Keep it, or say that it cannot be."""
        if not self.works:
            raise OSError("no such service")
        self.held = wanted
        yield
        self.held = Awake.NOTHING


def second_click(widget: QWidget, *, release: bool = True) -> None:
    """Click as the second time of a double click, or press alone."""
    middle = QPointF(widget.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease)[: 1 + release]:
        event = QMouseEvent(kind, middle, widget.mapToGlobal(middle), left, left, none)
        QApplication.sendEvent(widget, event)


def nothing_picked(_window: QWidget) -> str:
    """Choose no file."""
    return ""


def _nothing() -> None:
    """Happen not."""


@dataclass
class Answering:
    """Stands for the dialogs: gives what a person would, and counts how often it was asked about leaving or staying."""

    picks: Callable[[QWidget], str]
    leaves: bool = True
    asked_to_leave: int = 0
    stays: bool = True
    asked_to_stay: int = 0
    meanwhile: Callable[[], object] = _nothing

    def sound_file(self, window: QWidget) -> str:
        """Choose a file."""
        return self.picks(window)

    def voice_file(self, window: QWidget) -> str:
        """Give the file that the test picks."""
        return self.picks(window)

    def journal_file(self, window: QWidget) -> str:
        """Give the file that the test picks."""
        return self.picks(window)

    def place_for(self, window: QWidget, name: str) -> str:
        """Give the place that the test picks, for a file of that name."""
        picked = self.picks(window)
        return f"{picked}/{name}" if picked else ""

    def sure_to_quit(self, window: QWidget) -> bool:
        """Answer whether to leave a running session."""
        assert window.isVisible()
        self.asked_to_leave += 1
        return self.leaves

    def sure_to_stay(self, window: QWidget) -> bool:
        """Answer whether to go on out of sight."""
        assert window.isVisible()
        self.asked_to_stay += 1
        self.meanwhile()
        return self.stays


@dataclass
class Desk:
    """The app and its clock; practices begin muted, so that no test opens a loudspeaker."""

    app: Desktop
    clock: HandClock
    inhibitor: Inhibitor
    dialogs: Answering

    @property
    def session(self) -> Session:
        """The session that the app runs or ran."""
        session = self.conductor.session
        assert session is not None
        return session

    @property
    def conductor(self) -> Conductor:
        """What owns the session."""
        return self.app.basis.conductor

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self.app.basis.kept.now

    @property
    def practices(self) -> Practices:
        """The sequences, and the plans made of them."""
        return self.app.basis.practices

    @property
    def journal(self) -> Journal:
        """The journal, with all that was asked for written."""
        journal = self.app.basis.journal.opened()
        assert journal is not None
        journal.flush()
        return journal

    @property
    def actions(self) -> SessionActions:
        """What can be done to a session."""
        return self.app.leading.actions

    @property
    def views(self) -> SessionViews:
        """What shows the session."""
        views = self.app.front.session_views
        assert views is not None
        return views

    @property
    def sound_check(self) -> SoundCheck:
        """The sound check of the Settings page, which has been opened."""
        room = self.app.front.settings_room
        assert room is not None
        return room.check

    @property
    def wizard(self) -> Wizard | None:
        """The wizard, while it is open."""
        QApplication.processEvents()
        return self.app.front.safe.wizards.wizard

    def answer(self, *texts: str) -> None:
        """Press buttons of the open wizard, one after another."""
        for text in texts:
            wizard = self.wizard
            assert wizard is not None
            found = [
                each for each in wizard.findChildren(QPushButton) if each.text() == text and each.isVisible()
            ]
            assert len(found) == 1, f"{len(found)} buttons {text!r}"
            assert found[0].isEnabled(), text
            found[0].click()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Close the app without a question, and take its windows away."""
        self.app.close()
        views = self.app.front.session_views
        windows: list[QWidget] = [self.app.front.window, *([] if views is None else [views.floor_view])]
        for window in windows:
            window.hide()
            window.deleteLater()
        QApplication.processEvents()
        # Events processed by hand delete nothing: without this line every window of a run lives to its end,
        # and each polish of a style sheet visits them all.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait(self, seconds: float) -> None:
        """Let the app's time pass, a second at a tick."""
        for _ in range(int(seconds)):
            self.clock.now += 1.0
            self.conductor.tick()

    def to(self, step: str) -> None:
        """Let time pass, answering open beats, until a step begins; what the way there covers is noted once."""
        with counted_once("to", step, self.session.plan.sequence):
            for _ in range(3000):
                if self.session.beat.step.id == step:
                    return
                if self.session.status.value == "waiting":
                    self.actions.next.trigger()
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
            str(each.property("text")).replace("\u00a0", " ")
            for each in self.app.front.window.findChildren(QWidget)
            if each.isVisible() and each.property("text")
        ]


def opened(
    home: Path,
    *,
    kept: Answers | None = UNTOUCHED,
    picks: Callable[[QWidget], str] | None = None,
    assets: Path | None = None,
    outside: Outside | None = None,
    **settings: object,
) -> Desk:
    """Open the app in a home folder; ``kept`` was answered there today, ``outside`` is what reminders look at."""
    if kept is not None:
        keep_outcome(home, kept)
    clock = HandClock()
    inhibitor = Inhibitor()
    dialogs = Answering(picks or nothing_picked)
    app = Desktop(in_folder(home), clock, dialogs=dialogs, keeps=KeepAwake(inhibitor), outside=outside)
    if assets is None:
        share(app.basis.practices)
    else:
        app.basis.practices.assets = assets
    app.basis.journal.moment = PATIENCE
    app.basis.kept.change(**{"muted": True, "welcomed": True, **settings})
    # Hundreds of tests come in by the same few ways: what each covers is noted with the first.
    with counted_once("opened", kept is None, assets is None, *settings):
        app.open(Launch())
        until(lambda: app.front.today.page.shows_practices)
        QApplication.processEvents()
    return Desk(app, clock, inhibitor, dialogs)


def until(happened: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Let Qt work until something has happened: at once on an idle computer, and at last on a busy one."""
    end = monotonic() + seconds
    while not happened():
        assert monotonic() < end, "it never happened"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def all_within(window: QWidget) -> None:
    """See that no button is cut off, or stands outside a window, and that no words reach out of what is scrolled."""
    for each in window.findChildren(QAbstractButton):
        if each.isVisible() and each.property("text"):
            needed = each.minimumSizeHint() if each.hasHeightForWidth() else each.sizeHint()
            assert each.width() >= needed.width(), f"{each.text()} is cut off"
            left = each.mapTo(window, each.rect().topLeft()).x()
            assert 0 <= left <= window.width() - each.width(), f"{each.text()} is out of the window"
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None:
            assert content.width() <= area.viewport().width(), "words reach out of sight"
