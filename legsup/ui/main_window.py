"""The main window: five pages, the floor view, and the keys that always work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.message_line import MessageLine
from legsup.ui.message_over import MessageOver
from legsup.ui.widgets import (
    add_choice,
    choice_button,
    give_role,
    named,
    one_of,
    show_chosen,
    show_dense,
)
from legsup.ui.widgets.pressing import is_any_key
from legsup.ui.widgets.stops import bring_into_sight, move_on
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions

SMALLEST = (480, 360)
#: How the names of files end that can be dropped: a sequence, or a journal that was taken out.
TAKEN = (".toml", ".json", ".csv", ".jsonl", ".sqlite3")
USUAL = (1000, 720)
#: A window narrower than so many lines of text are high has tabs with little air, so that they stand in one row.
DENSE = 17


class MainWindow(QMainWindow):
    """Shows pages by name, each made when it is first opened.

    ``opened`` tells the name of a page that is about to be seen, ``painted`` that the window was seen for the first
    time, ``activated`` that it came to the front, ``closing`` a wish to close, ``quit_asked`` one to end the app, ``floor_asked`` one for the floor view,
    ``card_asked`` one for the safety card; ``dropped`` gives the path of a sequence or journal that was dropped on it.
    """

    opened = Signal(str)
    painted = Signal()
    activated = Signal()
    closing = Signal(object)
    floor_asked = Signal()
    quit_asked = Signal()
    card_asked = Signal()
    dropped = Signal(str)

    def __init__(self, conductor: Conductor, geometry: QSettings | None) -> None:
        super().__init__()
        self.setWindowTitle("Legs Up")
        self.setMinimumSize(*SMALLEST)
        self._actions: SessionActions | None = None
        #: How many pixels at the top of the Session page a message may lie over, where it took so many of its height.
        self.free_above: Callable[[int], int] = _none
        self._geometry = geometry
        self.floor_action = QAction(tr("Floor view"), self)
        self.floor_action.setToolTip(
            tr("Fill the screen with the breath's light; it stays on, unlocked, meanwhile")
        )
        self.floor_action.setShortcut(QKeySequence(Qt.Key.Key_F))
        self.floor_action.setAutoRepeat(False)  # a key that is held down is one wish
        self.floor_action.triggered.connect(lambda: self.floor_asked.emit())  # noqa: PLW0108 - Qt's own argument must not reach it
        self.card_action = QAction(tr("Safety card…"), self)
        self.card_action.setToolTip(tr("Way in, way out, and when to stop, on one page"))
        self.card_action.triggered.connect(lambda: self.card_asked.emit())  # noqa: PLW0108 - the same
        self.quit_action = QAction(tr("Quit"), self)
        self.quit_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Quit))
        self.quit_action.triggered.connect(lambda: self.quit_asked.emit())  # noqa: PLW0108 - the same
        self._seen = self._small = False
        self.messages = MessageLine()
        self._stack = QStackedWidget()
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._tabs = one_of(self)
        self._bar = QWidget()
        self._lay_out()
        self.addActions([self.floor_action, self.quit_action])
        conductor.changed.connect(self._derive)
        self.setAcceptDrops(True)
        self._restore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let one file in that is a sequence or a journal by its name, and nothing else."""
        if _file_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file was dropped."""
        if file := _file_in(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(file)

    def add_page(self, name: str, make: Callable[[], QWidget], title: str = "") -> None:
        """Add a page that is made when it is first opened; with a title it has a tab."""
        self._makers[name] = make
        if not title:
            return
        tab = choice_button(title, lambda: self.open(name), "quiet")
        # The tab of the page that is open leads back to what stands first there.
        tab.pressed.connect(lambda: self.open(name) if tab.isChecked() else None)
        tab.setObjectName(name)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leads to the page
        add_choice(self._tabs, tab)
        self._bar_row.addWidget(tab)

    @property
    def tabs(self) -> tuple[str, ...]:
        """The names of the pages that have a tab."""
        return tuple(tab.objectName() for tab in self._tabs.buttons())

    @property
    def made(self) -> tuple[str, ...]:
        """The names of the pages that have been made."""
        return tuple(self._pages)

    def open(self, name: str) -> None:
        """Turn to a page."""
        self.make(name)
        if self._stack.currentWidget() is not self._pages[name]:
            self.messages.pass_on()
        self.opened.emit(name)
        self._stack.setCurrentWidget(self._pages[name])
        self._tabs.setExclusive(False)  # the Session page has no tab: then none is chosen
        for tab in self._tabs.buttons():
            show_chosen(tab, on=tab.objectName() == name)
        self._tabs.setExclusive(True)
        page = self._pages[name]
        # Whoever goes by keys from tab to tab goes on from there, unless the page has something that is pressed first.
        if page.focusProxy() or self.focusWidget() not in self._tabs.buttons():
            page.setFocus()
            # Who scrolled there and went elsewhere sees again where the focus is.
            bring_into_sight(self.focusWidget() or page)

    def make(self, name: str) -> None:
        """Make a page, if it is not there, without turning to it."""
        if name not in self._pages:
            self._pages[name] = self._makers[name]()
            self._stack.addWidget(self._pages[name])
            # Where no control of its own has the focus the page has it, and is told by its tab's name.
            tab = next((each for each in self._tabs.buttons() if each.objectName() == name), None)
            if tab is not None:
                named(self._pages[name], tab.text())

    def lead_with(self, actions: SessionActions) -> None:
        """Take up the keys of a session."""
        self._actions = actions
        self.addActions(actions.all)

    @property
    def letters(self) -> list[QAction]:
        """The actions of a session that a letter stands for: they work in a window beside this one, too."""
        return [] if self._actions is None else self._actions.letters

    def come_forward(self) -> None:
        """Show the window at its normal size and in front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        if self._small:
            self._small = False
            self._restore()
        self.show()
        self.raise_()
        self.activateWindow()

    def stand_small(self) -> None:
        """Show the window at its smallest, without coming to the front; brought forward it has its usual place again."""
        self._small = True
        self.resize(*SMALLEST)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.show()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window has been painted for the first time."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and other keys reach the window only when nothing that has the focus wanted them."""
        if event.isAutoRepeat():
            event.ignore()
        elif self._actions is not None and event.key() == Qt.Key.Key_Space:
            self._actions.answer.trigger()
        elif self._actions is not None and is_any_key(event):
            self._actions.press_any_key()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click that nothing wanted for any key."""
        if self._actions is not None and event.button() is Qt.MouseButton.LeftButton:
            self._actions.press_any_key()
        super().mousePressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own name
        """Let Tab come by everything that can be pressed."""
        return move_on(self, forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place; whether to close is decided by who listens to ``closing``."""
        self.keep_place()
        self.closing.emit(event)

    def keep_place(self) -> None:
        """Remember where the window is, for the next time."""
        if self._geometry is not None and not self._small:
            self._geometry.setValue("geometry", self.saveGeometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tabs in one row as long as they can be read."""
        super().resizeEvent(event)
        self._fit_tabs()

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the window comes to the front: another program may have changed what it shows."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange or event.type() is QEvent.Type.StyleChange:
            self._fit_tabs()
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def _lay_out(self) -> None:
        content = QWidget()
        give_role(content, "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar_row = FlowLayout(self._bar, gap=2)
        self._bar_row.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self._bar)
        below = QWidget()
        MessageOver(below, self.messages, self._stack, self._free_above)
        column.addWidget(below, 1)
        self.setCentralWidget(content)

    def _free_above(self, lost: int) -> int:
        session = self._pages.get("session")
        return self.free_above(lost) if session and self._stack.currentWidget() is session else 0

    def _fit_tabs(self) -> None:
        dense = self.width() < DENSE * self.messages.fontMetrics().lineSpacing()
        for tab in self._tabs.buttons():
            show_dense(tab, on=dense)

    def _derive(self, session: Session) -> None:
        self.floor_action.setEnabled(session.is_active)
        self._bar.setVisible(not session.is_active)
        if session.is_active and self._stack.currentWidget() is not self._pages.get("session"):
            self.open("session")

    def _restore(self) -> None:
        """Open where the window was, or on the screen under the pointer; never out of sight."""
        self.resize(*USUAL)
        kept = None if self._geometry is None else self._geometry.value("geometry")
        if kept is not None and self.restoreGeometry(kept):  # Qt itself brings back what would be off-screen
            return
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        free = screen.availableGeometry()
        self.resize(self.size().boundedTo(free.size() * 0.95))
        self.move(free.center() - self.rect().center())


def _file_in(dragged: QMimeData) -> str:
    """Give the path of the one sequence or journal that is dragged, or nothing."""
    files = [url.toLocalFile() for url in dragged.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].lower().endswith(TAKEN) else ""


def _none(_lost: int) -> int:
    return 0
