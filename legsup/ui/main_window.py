"""The main window: five pages, the floor view, and the keys that always work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from legsup.ui.floor_view import FloorView
from legsup.ui.flow import Flow
from legsup.ui.pages.session_page import SessionPage
from legsup.ui.pages.today_page import TodayPage
from legsup.ui.widgets import label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from legsup.domain.pose import Pose
    from legsup.domain.session import Session
    from legsup.domain.sound import SoundHealth
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions
    from legsup.ui.theme import Theme

SMALLEST = (480, 360)
USUAL = (1000, 720)


class MainWindow(QMainWindow):
    """Shows pages by name; ``opened`` tells the name of a page that is about to be seen, ``closing`` a wish to close."""

    opened = Signal(str)
    closing = Signal(object)

    def __init__(
        self,
        conductor: Conductor,
        actions: SessionActions,
        poses: Mapping[str, Pose],
        health: Callable[[], SoundHealth],
        geometry: QSettings,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Legs Up")
        self.setMinimumSize(*SMALLEST)
        self._actions = actions
        self._geometry = geometry
        self._floor_action = QAction(tr("Floor view"), self)
        self._floor_action.setToolTip(tr("Fill the screen with the breath's light"))
        self._floor_action.setShortcut(QKeySequence(Qt.Key.Key_F))
        self._floor_action.triggered.connect(self.open_floor_view)
        self.today = TodayPage()
        self.session_page = SessionPage(conductor, actions, self._floor_action, poses, health)
        self.session_page.end.done.connect(lambda: self.open("today"))
        self.floor_view = FloorView(conductor, actions)
        self._message = label("", "warning", centred=True)
        self._message.hide()
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._tabs = QButtonGroup(self)
        self._bar = QWidget()
        self._lay_out()
        self.addActions([*actions.all, self._floor_action])
        conductor.changed.connect(self._derive)
        self._restore()

    def add_page(self, name: str, title: str, page: QWidget) -> None:
        """Add a page with its tab."""
        self._pages[name] = page
        self._stack.addWidget(page)
        tab = QPushButton(title)
        tab.setCheckable(True)
        tab.setProperty("role", "quiet")
        tab.setAccessibleName(title)
        tab.clicked.connect(lambda: self.open(name))
        tab.setObjectName(name)
        self._tabs.addButton(tab)
        self._bar_row.addWidget(tab)

    def open(self, name: str) -> None:
        """Turn to a page."""
        self.opened.emit(name)
        self._stack.setCurrentWidget(self._pages[name])
        for tab in self._tabs.buttons():
            tab.setChecked(tab.objectName() == name)
        self._pages[name].setFocus()

    def open_floor_view(self) -> None:
        """Fill the screen on which the window stands."""
        self.floor_view.setGeometry(self.screen().geometry())
        self.floor_view.showFullScreen()

    def come_forward(self) -> None:
        """Show the window at its normal size and in front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def say(self, text: str) -> None:
        """Show a message in a line above the page; an empty one takes it away."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        """Hand a theme to what paints itself."""
        self.session_page.figure.set_theme(theme)
        self.floor_view.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space reaches the window only when nothing that has the focus wanted it."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._actions.answer.trigger()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place; whether to close is decided by who listens to ``closing``."""
        self._geometry.setValue("geometry", self.saveGeometry())
        self.closing.emit(event)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("role", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar_row = Flow(self._bar, gap=2)
        self._bar_row.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self._bar)
        column.addWidget(self._message)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(content)
        self.add_page("today", tr("Today"), self.today)
        self._pages["session"] = self.session_page
        self._stack.addWidget(self.session_page)

    def _derive(self, session: Session) -> None:
        self._floor_action.setEnabled(session.is_active)
        self._bar.setVisible(not session.is_active)
        if session.is_active and self._stack.currentWidget() is not self.session_page:
            self.open("session")
            self.session_page.setFocus()

    def _restore(self) -> None:
        """Open where the window was, or on the screen under the pointer; never out of sight."""
        self.resize(*USUAL)
        kept = self._geometry.value("geometry")
        if kept is not None and self.restoreGeometry(kept):  # Qt itself brings back what would be off-screen
            return
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        free = screen.availableGeometry()
        self.resize(self.size().boundedTo(free.size() * 0.95))
        self.move(free.center() - self.rect().center())
