"""What controls stand in: columns with the app's margins, and pages that scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from legsup.ui.widgets.naming import give_role, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

#: The property of a widget that says how many lines of its text are as high as it may be wide.
_LINES = "lines"


def scrolling(content: QWidget) -> QScrollArea:
    """Let a page be scrolled when the window is small or the text large."""
    area = _Area()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    # What it holds has the focus, and is seen to have it; keys that scroll reach it from there.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    give_role(content, "page")
    area.setWidget(content)
    return area


def scrolling_to_fit(content: QWidget) -> QScrollArea:
    """Let content be scrolled where it has too little room, and give it no more than it needs."""
    area = scrolling(content)
    _Fitting(area, content)
    return area


class _Area(QScrollArea):
    """An area that Home and End scroll to its ends, as the keys for a page scroll it by that."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys that Qt leaves out, where there is anything to scroll."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        end = ends.get(Qt.Key(event.key()))
        if end is None or bar.maximum() == bar.minimum():
            super().keyPressEvent(event)
        else:
            bar.setValue(end)


class _Fitting(QObject):
    """Keeps the height of an area to that of its content."""

    def __init__(self, area: QScrollArea, content: QWidget) -> None:
        super().__init__(area)
        self._area, self._content = area, content
        area.installEventFilter(self)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit it where either changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest}:
            wide = min(self._area.width(), self._content.maximumWidth())
            high = self._content.heightForWidth(wide)
            self._area.setMaximumHeight(max(high, self._area.minimumHeight()))
        return super().eventFilter(watched, event)


def fill_with(page: QWidget, content: QWidget) -> None:
    """Fill a page to its edges with content that scrolls."""
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scrolling(content))


def widest(widget: QWidget, lines: float) -> int:
    """Give the pixels that so many lines of a widget's text are high."""
    return round(lines * widget.fontMetrics().lineSpacing())


def keep_readable(widget: QWidget, lines: float) -> None:
    """Let a widget become no wider than so many lines of its text are high; ``fit_to_text`` keeps it so."""
    widget.setProperty(_LINES, lines)
    widget.ensurePolished()
    widget.setMaximumWidth(widest(widget, lines))


def fit_to_text(widgets: Iterable[QWidget]) -> None:
    """Keep widths readable once all text has grown or shrunk.

    Each could hear of that by itself, but a filter that changes sizes while Qt goes about polishing brought it down now and then.
    """
    for each in widgets:
        lines = each.property(_LINES)
        if lines:
            each.setMaximumWidth(widest(each, lines))


def column(widget: QWidget, *, lines: float = 0) -> QVBoxLayout:
    """Give a widget a column layout with the app's margins.

    ``lines`` keeps its words readable on wide screens: it becomes no wider than so many lines of text are high.
    """
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(24, 20, 24, 20)
    layout.setSpacing(14)
    if lines:
        keep_readable(widget, lines)
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return layout


def card(name: str) -> QFrame:
    """Make a frame that sets what it holds apart from the page; a reader that enters it says its name."""
    made = QFrame()
    named(made, name)
    give_role(made, "card")
    return made
