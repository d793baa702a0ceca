"""What is read at length: a document with headings, and the field that looks for words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QTextBrowser, QTextEdit

from legsup.ui.widgets.naming import give_role, named

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

#: A line of text is no wider than this many lines are high.
WIDEST = 34
#: Pixels above the text.
ABOVE = 8
_DRESSED = frozenset({QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange})


class Reader(QTextBrowser):
    """A page of text to read, by keys too; its links lead nowhere by themselves (``anchorClicked`` tells them).

    ``dressed`` tells that its colours or the size of its text have changed.
    """

    dressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        give_role(self, "reading")
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextBrowserInteraction | flags.TextSelectableByKeyboard)

    def mark(self, words: list[str]) -> None:
        """Mark every place of some words."""
        marks: list[Any] = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark: Any = QTextEdit.ExtraSelection()  # the stubs do not know its fields
                mark.cursor = cursor
                mark.format.setBackground(self.palette().alternateBase())
                mark.format.setFontUnderline(True)
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def go_to_next(self, word: str) -> None:
        """Go to the next place of a word; from the last to the first again."""
        if word and not self.find(word):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(word)

    def go_to_link(self, link: str) -> None:
        """Choose the line that is a link, as Tab does: Return follows it, and the next Tab goes on from there."""
        block = self.document().begin()
        while block.isValid() and block.begin().fragment().charFormat().anchorHref() != link:
            block = block.next()
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def changeEvent(self, event: QEvent) -> None:
        """Tell when colours or text size change."""
        super().changeEvent(event)
        if event.type() in _DRESSED:
            self.dressed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines readable on a wide window."""
        free = self.width() - WIDEST * self.fontMetrics().lineSpacing()
        side = max(8, free // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, ABOVE, side, 0)
        super().resizeEvent(event)


def find_field(name: str, description: str) -> QLineEdit:
    """Make a field for words to look for."""
    made = QLineEdit()
    # Without a description of its own a field is described by the words that stand in it, which are its name.
    named(made, name, description)
    made.setPlaceholderText(name)
    made.setClearButtonEnabled(True)
    return made
