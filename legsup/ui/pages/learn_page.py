"""The Learn page: what is known of the pose, to read, to search and to print; read aloud as headings and text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legsup.ui.pages.learn_ruler import Ruler
from legsup.ui.pages.learn_text import FOLDS, RULER, Manner, document
from legsup.ui.widgets import give_role, widest
from legsup.ui.widgets.menus import menu_button
from legsup.ui.widgets.reading import WIDEST, Reader, find_field
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from legsup.ui.pages.learn_text import LearnContent

#: Pixels free at both sides of the field.
EDGE = 16


class LearnPage(QWidget):
    """Shows what there is to read; ``print_asked``, ``pdf_asked`` and ``card_asked`` tell what its menu was asked for."""

    print_asked = Signal()
    pdf_asked = Signal()
    card_asked = Signal()

    def __init__(self, content: LearnContent) -> None:
        super().__init__()
        give_role(self, "page")
        self._content = content
        self._ruler = Ruler(content.evidence)
        self._open: frozenset[str] = frozenset()
        self._set_for = QSize()
        self.reader = Reader(tr("What is known of the pose"))
        self.field = find_field(
            tr("Find on this page"), tr("Enter goes from place to place. Escape shows all again.")
        )
        self._lay_out()
        self.reader.anchorClicked.connect(self._follow)
        self.reader.dressed.connect(self._set)
        self.field.textChanged.connect(self._look_for)
        self.field.returnPressed.connect(self._next_place)
        self.setFocusProxy(self.reader)
        self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the ruler anew where its size changes; the field stays in line with the text."""
        super().resizeEvent(event)
        side = max(EDGE, (self.width() - widest(self.reader, WIDEST)) // 2)
        self._row.setContentsMargins(side, 4, side, 4)
        if self._ruler_size() != self._set_for:
            self._set()

    def go_to_ruler(self) -> None:
        """Go to the ruler of minutes, with all of the page shown."""
        self.field.clear()
        self.reader.setFocus()
        self.reader.scrollToAnchor(RULER)

    def _set(self) -> None:
        """Set the text as it is asked for, in the colours and the size of now; the place stays where it was."""
        reader = self.reader
        place = reader.verticalScrollBar().value()
        self._set_for = size = self._ruler_size()
        palette = QGuiApplication.palette()  # a style sheet leaves a widget's own incomplete
        quiet = palette.placeholderText().color().name()
        manner = Manner(quiet=quiet, ruler=(size.width(), size.height()), open=self._open)
        reader.setHtml(document(self._content, manner, self.field.text()))
        picture = self._ruler.paint(reader.font(), palette, size, self.devicePixelRatioF())
        reader.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(RULER), picture)
        reader.mark(self.field.text().split())
        reader.verticalScrollBar().setValue(place)

    def _ruler_size(self) -> QSize:
        room = self.reader.viewport().width() - 2 * round(self.reader.document().documentMargin())
        return self._ruler.size(self.reader.font(), room)

    def _follow(self, link: QUrl) -> None:
        """Fold or unfold; the next Tab goes on from there."""
        self._open ^= {link.path()}
        self._set()
        self.reader.go_to_link(link.toString())

    def _show_everything(self) -> None:
        self._open = frozenset(FOLDS)
        self._set()

    def _look_for(self) -> None:
        self._set()
        self.reader.verticalScrollBar().setValue(0)

    def _next_place(self) -> None:
        words = self.field.text().split()
        self.reader.go_to_next(words[0] if words else "")

    def _lay_out(self) -> None:
        find = self._action(tr("Find on this page"), self._find)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(find)
        clear = self._action(tr("Show all of the page again"), self._find_nothing)
        clear.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        clear.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.field.addAction(clear)
        actions = (
            self._action(tr("Show everything"), self._show_everything),
            self._action(tr("Print…"), self.print_asked.emit),
            self._action(tr("Save as PDF…"), self.pdf_asked.emit),
            self._action(tr("Safety card…"), self.card_asked.emit),
        )
        self._row = row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(menu_button("⋯", actions, tr("More"), tr("Show everything, print, PDF, safety card")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.reader, 1)

    def _find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _find_nothing(self) -> None:
        self.field.clear()
        self.reader.setFocus()

    def _action(self, text: str, do: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
        return action
