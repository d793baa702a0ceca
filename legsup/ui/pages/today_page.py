"""The Today page: the chosen practice large and alive with one large Begin, and below it the other practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from legsup.ui import words
from legsup.ui.pages.hero import Hero
from legsup.ui.pages.minutes_row import MinutesRow
from legsup.ui.widgets import button, give_role, keep_readable, label, named, scrolling, widest
from legsup.ui.widgets.stops import read_down
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from legsup.domain.body.pose import Pose
    from legsup.domain.needs import Need
    from legsup.domain.sequence import Sequence as PoseSequence
    from legsup.ui.pages.practice_cards import PracticeCards
    from legsup.ui.pages.sleep_row import SleepRow
    from legsup.ui.screening.safety_rows import SafetyRows
    from legsup.ui.screening.standing import Standing
    from legsup.ui.screening.standing_rows import StandingRows
    from legsup.ui.theme import Theme

#: Pixels round the page, where it is wide, and where it is not.
MARGIN, NARROW_MARGIN, NARROW = 28, 14, 640
#: The widest that the page becomes, in lines of text: beyond that, cards grow too large.
WIDEST = 105
#: Pixels of height below which there is no room for a sentence about the practice.
LOW = 400
#: Pixels: what is pressed most is large.
BEGIN = 190
NO_BREAK = "\u00a0"


class TodayPage(QWidget):
    """Where a practice is chosen.

    ``begin`` asks for it; ``chosen`` tells a sequence's id, ``minutes_chosen`` minutes, ``sleep_chosen`` whether it ends
    lying down. ``sources_asked`` wants to know what the sources say of the minutes.
    """

    begin = Signal()
    chosen = Signal(str)
    minutes_chosen = Signal(float)
    sleep_chosen = Signal(bool)
    sources_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "title")
        self._summary = label("", "note")
        self._begin = button(tr("Begin"), self.begin.emit, "primary", tr("Begin the chosen practice"))
        self._begin.setMinimumWidth(BEGIN)
        self._minutes = MinutesRow(self.minutes_chosen)
        self._sleep: SleepRow | None = None
        self._last = label("", "note")
        self._cards: PracticeCards | None = None
        self._instead: StandingRows | None = None
        self._said = label(tr("Three articles say 2–3, 5–20 or 10–15 minutes"), "note")
        why = tr("What the sources say of the minutes, in Learn")
        self._link = button(tr("Who says what"), self.sources_asked.emit, "link", why)
        self._sources = QWidget()
        self._source_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._sources)
        self.hero = Hero(self._words())
        self._content = QWidget()
        self._rows = QVBoxLayout(self._content)
        self._rows.setSpacing(24)
        self._rows.addWidget(self.hero)
        self._rows.addStretch(1)
        keep_readable(self._content, WIDEST)
        self._area = scrolling(self._content)
        give_role(self._content, "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.setFocusProxy(self._begin)

    @property
    def shows_practices(self) -> bool:
        """Whether the practices have been read and can be chosen."""
        return self._cards is not None and self._cards.is_filled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        edge = MARGIN if self.width() >= NARROW else NARROW_MARGIN
        self._rows.setContentsMargins(edge, edge // 2, edge, edge)
        self._summary.setVisible(self.height() >= LOW)
        self.hero.use(min(self.width(), widest(self, WIDEST)) - 2 * edge, self.height() - edge)
        self._order()

        flows = QBoxLayout.Direction
        said = self._said.fontMetrics().horizontalAdvance(self._said.text())
        roomy = self.hero.words_width > said + self._link.sizeHint().width()
        self._said.setWordWrap(not roomy)
        self._source_row.setDirection(flows.LeftToRight if roomy else flows.TopToBottom)

    def settle(self) -> None:
        """Use the same room anew, where the words have changed."""
        self.hero.settle()
        self._order()

    def _order(self) -> None:
        """Put Begin right below the title where it would be below the fold else, or what is open instead above its reasons."""
        # The bar to scroll by takes its room from the words.
        width = self.hero.words_width - self._area.verticalScrollBar().sizeHint().width()
        above = (self._title, self._summary, self._minutes if self._instead is None else self._instead)
        needed = self._rows.contentsMargins().top() + self._begin.sizeHint().height()
        for each in above:
            needed += 0 if each.isHidden() else each.heightForWidth(width) + self._column.spacing()
        first = needed > self.height()
        if self._instead is not None:
            self._instead.show_ways_first(on=first)
        if first is not (self._column.indexOf(self._begin) == 1):
            self._column.removeWidget(self._begin)
            self._column.insertWidget(1 if first else 3, self._begin, 0, Qt.AlignmentFlag.AlignLeft)
            read_down(self._column)

    def show_choice(self, sequence: PoseSequence, minutes: float, breaks: Mapping[int, float | None]) -> None:
        """Show what Begin would begin, and which minutes fit each break."""
        told = words.minutes_text(minutes).replace(" ", NO_BREAK)
        self._title.setText(f"{sequence.title} ·{NO_BREAK}{told}")
        self._summary.setText(sequence.summary)
        about = tr("Begin: {title}").format(title=self._title.text())
        named(self._begin, about, sequence.summary)
        self._minutes.show_minutes(minutes, breaks)
        if self._cards is not None:
            self._cards.show_choice(sequence.id)

    def show_sleep(self, *, offered: bool, on: bool) -> None:
        """Show whether the chosen practice ends lying down, where it can."""
        if self._sleep is None:
            if not offered:
                return
            from legsup.ui.pages.sleep_row import SleepRow  # noqa: PLC0415 - few practices end so

            self._sleep = SleepRow(self.sleep_chosen)
            self._column.insertWidget(4, self._sleep)
            read_down(self._column)
        self._sleep.show_choice(offered=offered, on=on)

    def show_title(self, title: str) -> None:
        """Show a name before the sequences are read."""
        self._title.setText(title)

    def show_last(self, text: str) -> None:
        """Show the last practice in a line."""
        self._last.setText(text)
        self._last.setVisible(bool(text))

    def stand_beside(self, safety: SafetyRows) -> None:
        """Put today's state, and how the practice stands, beside Begin."""
        self.hero.stand_beside(safety)

    def show_begin(self, instead: StandingRows | None) -> None:
        """Show Begin where it leads on; elsewhere the focus is on what is open ``instead``."""
        parts = (self._begin, self._minutes, self._sources)
        self._instead = instead
        self.hero.calm(on=instead is None)
        held = self.window().focusWidget() in {self._begin, self.focusProxy()}
        self.setFocusProxy(self._begin if instead is None else instead)
        if instead is None:
            for each in parts:
                each.show()
        if (
            held
        ):  # before they are hidden: Qt would hand the focus on to whatever comes next, and scroll there
            self.setFocus()
        if instead is not None:
            for each in parts:
                each.hide()

    def show_standings(self, standings: Mapping[str, Standing]) -> None:
        """Show on each card how its practice stands."""
        if self._cards is not None:
            self._cards.show_standings(standings)

    def show_sequences(
        self,
        sequences: Sequence[PoseSequence],
        poses: Mapping[str, Pose],
        needs: Mapping[str, tuple[Need, ...]],
        theme: Theme,
        *,
        flipped: bool = False,
    ) -> None:
        """Show a card for each sequence, with the figure of its hold; ``flipped`` has the wall on the left."""
        if self._cards is None:
            from legsup.ui.pages.practice_cards import PracticeCards  # noqa: PLC0415 - after the first paint

            self._cards = PracticeCards(self.chosen)
            self._rows.insertWidget(1, self._cards)
            self.chosen.connect(self._show_chosen)
        self._cards.fill(sequences, poses, needs, theme, flipped=flipped)

    def _show_chosen(self) -> None:
        """Lead to what was chosen: its Begin has the focus."""
        self._area.verticalScrollBar().setValue(0)
        self.setFocus()

    def _words(self) -> QWidget:
        made = QWidget()
        self._column = rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        begins = Qt.AlignmentFlag.AlignLeft
        rows.addWidget(self._title)
        rows.addWidget(self._summary)
        rows.addWidget(self._minutes)
        rows.addWidget(self._begin, 0, begins)
        self._source_row.setContentsMargins(0, 0, 0, 0)
        self._source_row.setSpacing(8)
        self._source_row.addWidget(self._said)
        # Whatever room is left lies behind it, so that it stands by what it is about.
        self._source_row.addWidget(self._link, 1, begins)
        rows.addWidget(self._sources)
        rows.addWidget(self._last)
        rows.addStretch(1)
        return made
