"""The cards of the other practices: even, with what each needs; those that are closed folded under one line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.screening.door import Closed
from legsup.ui import words
from legsup.ui.even_grid import EvenGrid
from legsup.ui.need_pictures import need_name, need_picture, needs_text
from legsup.ui.widgets import label
from legsup.ui.widgets.cards import PictureCard
from legsup.ui.widgets.folds import Fold
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QSize, SignalInstance

    from legsup.domain.body.pose import Pose
    from legsup.domain.needs import Need
    from legsup.domain.sequence import Sequence as PoseSequence
    from legsup.ui.screening.standing import Standing
    from legsup.ui.theme import Theme

#: The side of a small picture, in lines of text.
SMALL = 1.2


class PracticeCards(QWidget):
    """A card each but for the chosen practice; ``chosen`` is told the id of the one that is pressed."""

    def __init__(self, chosen: SignalInstance) -> None:
        super().__init__()
        self._chosen = chosen
        self._cards: dict[str, PictureCard] = {}
        self._shown = ""
        self._standings: Mapping[str, Standing] = {}
        open_now, closed = QWidget(), QWidget()
        self._open, self._closed = EvenGrid(open_now), EvenGrid(closed)
        self._fold = Fold("", closed)
        self._heading = label(tr("Other practices"), "heading")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(14)
        rows.addWidget(self._heading)
        rows.addWidget(open_now)
        rows.addWidget(self._fold)
        self._heading.hide()
        self._fold.hide()

    @property
    def is_filled(self) -> bool:
        """Whether the practices have been read."""
        return bool(self._cards)

    def fill(
        self,
        sequences: Sequence[PoseSequence],
        poses: Mapping[str, Pose],
        needs: Mapping[str, tuple[Need, ...]],
        theme: Theme,
        *,
        flipped: bool = False,
    ) -> None:
        """Show a card for each sequence, painted in a theme and with the wall on its side, with what it needs."""
        from legsup.domain.showing import hold_of  # noqa: PLC0415 - not before the first paint

        ratio = self.devicePixelRatioF()
        self.ensurePolished()
        small = round(SMALL * self.fontMetrics().height())
        for sequence in sequences:
            needed = needs[sequence.id]
            card = self._cards.get(sequence.id) or self._new_card(sequence, needed)
            hold = hold_of(sequence)
            pose = poses.get(hold.pose)
            if pose is not None:
                paint = partial(_painted, pose, theme, ratio, side=hold.side, flipped=flipped)
                card.picture.show_picture(paint)
            card.show_small((need_name(each), need_picture(each, theme.ink, small, ratio)) for each in needed)
        self._heading.show()
        self._place()

    def show_choice(self, name: str) -> None:
        """Leave the chosen practice out: it is shown large."""
        self._shown = name
        self._place()

    def show_standings(self, standings: Mapping[str, Standing]) -> None:
        """Show how each practice stands."""
        self._standings = standings
        for known, standing in standings.items():
            if (card := self._cards.get(known)) is not None:
                card.show_mark(standing.mark, " ".join(standing.lines))
        self._place()

    def _place(self) -> None:
        """Put each card where it belongs by how it stands."""
        closed = [name for name in self._cards if self._is_closed(name)]
        for name, card in self._cards.items():
            into, out = (self._closed, self._open) if name in closed else (self._open, self._closed)
            if out.indexOf(card) >= 0:
                out.removeWidget(card)
            if into.indexOf(card) < 0:
                into.addWidget(card)
            standing = self._standings.get(name)
            away = standing is not None and standing.hidden
            # The chosen one is out of sight, not out of the grid's order.
            card.setHidden(away or name == self._shown)
        folded = sum(name != self._shown for name in closed)
        self._fold.rename(tr("Closed for now: {count}").format(count=words.number_text(folded)))
        self._fold.setVisible(bool(folded))

    def _is_closed(self, name: str) -> bool:
        standing = self._standings.get(name)
        return standing is not None and isinstance(standing.verdict, Closed)

    def _new_card(self, sequence: PoseSequence, needed: tuple[Need, ...]) -> PictureCard:
        minutes = sequence.minutes
        about = words.range_text(minutes.shortest, minutes.longest)
        said = " ".join(part for part in (sequence.summary, about + ".", needs_text(needed)) if part)
        card = PictureCard(sequence.title, about, said, partial(self._chosen.emit, sequence.id))
        self._cards[sequence.id] = card
        return card


def _painted(
    pose: Pose, theme: Theme, ratio: float, size: QSize, *, side: str | None, flipped: bool
) -> QPixmap:
    from legsup.ui.figure.card import render_card  # noqa: PLC0415 - painting a body comes after the first paint

    return QPixmap.fromImage(render_card(pose, theme, size, ratio, side=side, flipped=flipped))
