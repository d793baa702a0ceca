"""The Today page: one large Begin, minutes by the break one has, and the sequences with their figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from legsup.domain.break_minutes import BREAKS
from legsup.ui import words
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.pages.sleep_row import SleepRow
from legsup.ui.widgets import (
    button,
    choice_button,
    column,
    fill_with,
    label,
    named,
    picture_button,
    rename,
    show_chosen,
)
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QPushButton, QToolButton

    from legsup.domain.body.pose import Pose
    from legsup.domain.sequence import Sequence as PoseSequence
    from legsup.ui.screening.safety_rows import SafetyRows
    from legsup.ui.screening.standing import Standing
    from legsup.ui.theme import Theme

CARD = QSize(184, 120)
#: Pixels: what stands beside Begin stays readable on wide screens.
SAFETY_WIDTH = 680


class TodayPage(QWidget):
    """Where a practice is chosen.

    ``begin`` asks for it; ``chosen`` tells a sequence's id, ``minutes_chosen`` minutes, ``sleep_chosen`` whether it ends
    lying down.
    """

    begin = Signal()
    chosen = Signal(str)
    minutes_chosen = Signal(float)
    sleep_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        content = QWidget()
        self._title = label("", "title", centred=True)
        self._summary = label("", "note", centred=True)
        self._begin = button(tr("Begin"), self.begin.emit, "primary", tr("Begin the chosen practice"))
        self._minutes = _MinutesRow(self.minutes_chosen)
        self._sleep = SleepRow(self.sleep_chosen)
        self._cards = _Cards(self.chosen)
        self._last = label("", "note", centred=True)
        self._beside = QWidget()
        rows = column(content)
        rows.addWidget(self._title)
        rows.addWidget(self._summary)
        rows.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._beside)
        rows.addWidget(self._minutes)
        rows.addWidget(self._sleep)
        sources = tr("2–3 · 5–20 · 10–15 minutes: the sources differ")
        rows.addWidget(label(sources, "note", centred=True))
        rows.addWidget(self._last)
        rows.addWidget(self._cards)
        rows.addStretch(1)
        fill_with(self, content)
        self.setFocusProxy(self._begin)

    @property
    def shows_practices(self) -> bool:
        """Whether the practices have been read and can be chosen."""
        return self._cards.is_filled

    def show_choice(
        self,
        sequence: PoseSequence,
        minutes: float,
        breaks: Mapping[int, float | None],
        language: str = "en",
    ) -> None:
        """Show what Begin would begin, and which minutes fit each break."""
        text = sequence.text.get(language) or sequence.text["en"]
        self._title.setText(f"{text.title} · {words.minutes_text(minutes)}")
        self._summary.setText(text.summary)
        named(
            self._begin,
            tr("Begin: {title}").format(title=self._title.text()),
            tr("Begin the chosen practice"),
        )
        self._minutes.show_minutes(minutes, breaks)
        self._cards.show_choice(sequence.id)

    def show_sleep(self, *, offered: bool, on: bool) -> None:
        """Show whether the chosen practice ends lying down, where it can."""
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
        safety.setMaximumWidth(SAFETY_WIDTH)
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(safety, 100)
        row.addStretch(1)

    def show_begin(self, instead: QWidget | None) -> None:
        """Show Begin where it leads on; elsewhere the focus is on what is open ``instead``."""
        self._begin.setVisible(instead is None)
        self.setFocusProxy(self._begin if instead is None else instead)

    def show_marks(self, standings: Mapping[str, Standing]) -> None:
        """Show on each card how its practice stands."""
        self._cards.show_marks(standings)

    def show_sequences(
        self, sequences: Sequence[PoseSequence], poses: Mapping[str, Pose], theme: Theme
    ) -> None:
        """Show a card for each sequence, with the figure of its hold."""
        self._cards.fill(sequences, poses, theme)


class _MinutesRow(QWidget):
    """The minutes that fit a break, as they are told; a break that none fit cannot be chosen."""

    def __init__(self, chosen: SignalInstance) -> None:
        super().__init__()
        self._chosen = chosen
        self._group = QButtonGroup(self)
        self._fits: dict[int, float | None] = {}
        row = FlowLayout(self)
        self._places: dict[int, QPushButton] = {}
        for free in BREAKS:
            choice = choice_button(words.break_text(free, None), partial(self._choose, free))
            self._group.addButton(choice)
            self._places[free] = choice
            row.addWidget(choice)

    def show_minutes(self, minutes: float, breaks: Mapping[int, float | None]) -> None:
        """Show what fits each break, and check the shortest one of these minutes, if there is one."""
        self._fits = dict(breaks)
        found = next((free for free, fit in breaks.items() if fit == minutes), None)
        self._group.setExclusive(False)
        for free, fit in breaks.items():
            choice = self._places[free]
            rename(choice, words.break_text(free, fit), words.break_name(free, fit))
            show_chosen(choice, on=free == found)
            choice.setEnabled(fit is not None)
        self._group.setExclusive(True)

    def _choose(self, free: int) -> None:
        fit = self._fits.get(free)
        if fit is not None:
            self._chosen.emit(fit)


class _Cards(QWidget):
    """A card a sequence, as many to a row as fit."""

    def __init__(self, chosen: SignalInstance) -> None:
        super().__init__()
        self._chosen = chosen
        self._cards: dict[str, QToolButton] = {}
        self._flow = FlowLayout(self, gap=12)

    @property
    def is_filled(self) -> bool:
        return bool(self._cards)

    def fill(self, sequences: Sequence[PoseSequence], poses: Mapping[str, Pose], theme: Theme) -> None:
        from legsup.domain.showing import hold_of  # noqa: PLC0415 - not before the first paint
        from legsup.ui.figure.card import render_card  # noqa: PLC0415 - painting a body comes after the first paint

        ratio = self.devicePixelRatioF()
        for sequence in sequences:
            card = self._cards.get(sequence.id) or self._new_card(sequence)
            pose = poses.get(hold_of(sequence).pose)
            if pose is not None:
                card.setIcon(QIcon(QPixmap.fromImage(render_card(pose, theme, CARD, ratio))))

    def show_choice(self, name: str) -> None:
        for known, card in self._cards.items():
            show_chosen(card, on=known == name)

    def show_marks(self, standings: Mapping[str, Standing]) -> None:
        for known, standing in standings.items():
            if (card := self._cards.get(known)) is not None:
                card.setHidden(standing.hidden)
                title, _, _ = card.text().partition("\n")
                rename(card, f"{title}\n{standing.mark}" if standing.mark else title)
                said = " ".join(part for part in (standing.mark, *standing.lines) if part)
                named(card, title, said or card.toolTip())

    def _new_card(self, sequence: PoseSequence) -> QToolButton:
        text = sequence.text["en"]
        card = picture_button(text.title, text.summary, CARD, partial(self._chosen.emit, sequence.id))
        self._cards[sequence.id] = card
        self._flow.addWidget(card)
        return card
