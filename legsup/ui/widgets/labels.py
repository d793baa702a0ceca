"""Text to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel

from legsup.ui.widgets.naming import give_role, named, read_out

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class _Words(QLabel):
    """A label whose lines break as one would break them by hand; how many there are is for Qt to say."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the words within the width in which they break well."""
        room = self.contentsRect()
        place = self._broken_well(room)
        if place == room:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        flags = (self.alignment() | Qt.TextFlag.TextWordWrap).value
        role, style = self.foregroundRole(), self.style()
        style.drawItemText(painter, place, flags, self.palette(), self.isEnabled(), self.text(), role)
        painter.end()

    def _broken_well(self, room: QRect) -> QRect:
        """Give what of its room the words take; all of it where Qt alone breaks them."""
        text = self.text()
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        words = room.adjusted(0 if centred else max(0, self.indent()), 0, 0, 0)
        alone = self.fontMetrics().horizontalAdvance(text) <= words.width()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        # A heading on which the focus lands has a frame, and "&" would underline a letter: both are for Qt.
        if alone or mirrored or not self.wordWrap() or self.property("lands") or "&" in text:
            return room
        from legsup.ui.widgets.wrapping import balanced, without_a_lost_word  # noqa: PLC0415 - the first words stand in a line

        wide = (balanced if centred else without_a_lost_word)(text, self.font(), words.width())
        if wide == words.width():
            return room
        place = QRect(words.left(), words.top(), wide, words.height())
        if centred:
            place.moveCenter(words.center())
        return place


class _Title(_Words):
    """Large words whose first letter is not cut off: the foot of a J reaches before its line, and has room there.

    All others begin in line with what stands below.
    """

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self._give_room()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew once its letters grow or shrink."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._give_room()

    def _give_room(self) -> None:
        first = self.text()[:1]
        before = self.fontMetrics().leftBearing(first) if first else 0
        self.setIndent(max(0, -before))


class Notice(_Words):
    """Text that comes by itself, and is told to those who do not see it come; without any it takes no place.

    ``announced`` gives what a screen reader was told.
    """

    announced = Signal(str)

    def __init__(self, role: str, *, centred: bool) -> None:
        super().__init__()
        dress(self, role, centred=centred)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text; what is new of it is told once."""
        self._show(text, _new_of(text, self.text()))

    def say_with(self, text: str, told: str) -> None:
        """Show a text that belongs to what stands beside it; where it is new ``told`` is told, which holds both."""
        self._show(text, told if text and text != self.text() else "")

    def _show(self, text: str, new: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))
        if new and self.isVisible():
            read_out(self, new)
            self.announced.emit(new)


def _new_of(text: str, before: str) -> str:
    """Give what of a text did not stand there before; nothing but whole sentences counts as having stood there."""
    if text == before:
        return ""
    stood = before and re.match(re.escape(before) + r"(?<=[.?!])\s+", text)
    return text[stood.end() :] if stood else text


def notice(role: str, *, centred: bool = False) -> Notice:
    """Make a place for a text that comes by itself."""
    return Notice(role, centred=centred)


def label(text: str, role: str = "", *, centred: bool = False, wraps: bool = True) -> QLabel:
    """Make a label of plain text; ``role`` gives its look (title, heading, caption, note, warning)."""
    made = _Title(text) if role == "title" else _Words(text)
    dress(made, role, centred=centred)
    made.setWordWrap(wraps)
    return made


def dress(made: QLabel, role: str, *, centred: bool) -> None:
    """Let a label be of plain text that wraps, in the look of a role."""
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    give_role(made, role)
    if centred:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)


def landing(text: str, role: str = "heading", description: str = "") -> QLabel:
    """Make a heading on which the focus lands where something new is shown; it answers to no key.

    ``description`` is what a screen reader reads with it.
    """
    made = label(text, role)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setProperty("lands", "true")
    made.setIndent(0)  # its line, which shows the focus, is a frame to Qt and would push the words in
    named(made, text, description)
    return made
