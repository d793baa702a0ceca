"""The chosen practice on the Today page: its figure beside its words, and what stands by for safety."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from legsup.ui.widgets import card
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from legsup.ui.widgets.telling import TellingWidget

#: The least width of words beside a figure, and of words with what stands by for safety below them, in lines of text.
WORDS, ROOMY = 14, 25
#: The share of the width that a figure takes beside words, and its least and greatest width in pixels.
SHARE, LEAST, GREATEST = 0.48, 150, 760
#: Its height in widths: at least, and at most.
LOW, TALL = 0.72, 1.7
#: A figure changes its size by so many pixels at a time, so that it is not painted anew at each move of an edge.
STEP = 24
GAP, ROW = 24, 14
#: Pixels of height below which words that matter more come before the figure.
LOW_ROOM = 400


class Hero(QWidget):
    """Holds ``words``, a figure once there is one, and what stands by; ``use`` tells it the room that there is."""

    def __init__(self, words: QWidget) -> None:
        super().__init__()
        self._words = words
        self._safety: QWidget | None = None
        self._room = QSize()
        self._calm = True
        self._frame: QFrame = card(tr("The pose"))
        self._frame.setParent(self)  # shown before it has its place, it would be a window
        self._frame.hide()
        self._held = QVBoxLayout(self._frame)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(ROW)
        self._grid.setColumnStretch(1, 1)
        self._place(False, False)

    def show_figure(self, figure: TellingWidget) -> None:
        """Show the figure in the place that was kept for it, with the round corners of every card."""
        from legsup.ui.figure.corners import RoundCorners  # noqa: PLC0415 - with the figure, after the first paint

        self._held.addWidget(figure)
        RoundCorners(figure)

    def stand_beside(self, safety: QWidget) -> None:
        """Put what stands by for safety below the words, or below all where it is narrow."""
        self._safety = safety
        self.settle()

    @property
    def words_width(self) -> int:
        """Pixels of width that the words have."""
        return self._room.width() - (self._frame.width() + GAP if not self._frame.isHidden() else 0)

    def calm(self, *, on: bool) -> None:
        """Tell whether Begin leads on; where it does not, a low window shows why, and no figure."""
        self._calm = on

    def settle(self) -> None:
        """Use the same room anew, where the words have changed."""
        self.use(self._room.width(), self._room.height())

    def event(self, event: QEvent) -> bool:
        """Keep the figure as high as what stands beside it, whenever that has changed."""
        answered = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and not self._frame.isHidden():
            size = self._shaped(self._room)[0]
            if size.isValid() and size != self._frame.size():
                self._frame.setFixedSize(size)
        return answered

    def use(self, width: int, height: int) -> None:
        """Use a room of so many pixels, of which the height is what is seen at once."""
        self._room = QSize(width, height)
        size, roomy = self._shaped(self._room)
        beside = not size.isEmpty()
        self._frame.setVisible(beside)
        if beside:
            self._frame.setFixedSize(size)
        self._place(beside, roomy)

    def _shaped(self, room: QSize) -> tuple[QSize, bool]:
        """Give the figure's size in a room, none where there is none, and whether what stands by has room below the words."""
        width, height = room.width(), room.height()
        line = self.fontMetrics().height()
        wide = min(GREATEST, int(SHARE * (width - GAP)))
        if width - wide - GAP < WORDS * line:
            wide = width - GAP - WORDS * line
        beside = wide >= LEAST and (self._calm or height >= LOW_ROOM)
        wide = max(LEAST, wide // STEP * STEP) if beside else 0
        roomy = width - wide - GAP >= ROOMY * line
        if not beside:
            return QSize(), roomy
        return QSize(wide, self._high(wide, height, self._beside_high(width - wide - GAP, roomy))), roomy

    def _beside_high(self, width: int, roomy: bool) -> int:  # noqa: FBT001 - as below
        """Tell how high what stands beside the figure is."""
        shown = [self._words, *([self._safety] if self._safety is not None and roomy else [])]
        return sum(each.heightForWidth(width) for each in shown) + (len(shown) - 1) * ROW

    def _high(self, wide: int, height: int, beside: int) -> int:
        """Give the figure's height: as high as what stands beside it, within what its shape and the window allow."""
        high = max(round(LOW * wide), min(beside, round(TALL * wide)))
        return max(LEAST, min(high, (height - STEP) // STEP * STEP))

    def _place(self, beside: bool, roomy: bool) -> None:  # noqa: FBT001 - two ways of one thing
        top = Qt.AlignmentFlag.AlignTop
        for each in (self._frame, self._words, *([] if self._safety is None else [self._safety])):
            self._grid.removeWidget(each)
        column = 1 if beside else 0
        span = 1 if beside else 2
        if beside:
            self._grid.addWidget(self._frame, 0, 0, 2 if roomy else 1, 1, top)
        self._grid.addWidget(self._words, 0, column, 1, span, top)
        if self._safety is not None:
            self._grid.addWidget(self._safety, 1, column if roomy else 0, 1, span if roomy else 2, top)
        self._grid.setRowStretch(1, 1 if roomy else 0)
