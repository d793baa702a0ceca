"""What stands under the figure: the step's title, the words said last, and a tip or two, each in a place kept for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from legsup.domain.caption import caption, heading, tips_now, tips_of
from legsup.domain.hearing import ALL_EARS
from legsup.ui.session_words import done_text
from legsup.ui.widgets import named
from legsup.ui.widgets.fading import FadingLabel

if TYPE_CHECKING:
    from legsup.domain.hearing import Ears
    from legsup.domain.plan import Plan
    from legsup.domain.session import Session

#: Pixels left free beside the words.
_MARGIN = 24
#: Lines of words for which room is kept at most; longer ones grow smaller.
_MOST_LINES = 2
_GAP = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set: how many times the usual size, how many tips at a time, and whether the title stands apart."""

    scale: float
    tips: int
    titled: bool = True


def settings_for(scale: float) -> tuple[Setting, ...]:
    """Give what to try in turn until figure and words both have room: first the largest, with most beside them."""
    large = (Setting(scale, 2),) if scale > 1.0 else ()
    smaller = (Setting(0.85, 1), Setting(0.85, 0), Setting(0.75, 0, titled=False))
    return (*large, Setting(1.0, 2), Setting(1.0, 1), *smaller)


class SpokenWords(QWidget):
    """Derives from the session; how it is set depends on the plan and the room alone, so a step moves nothing.

    ``ears`` know what is heard: nothing that stands here says otherwise.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ears: Ears = ALL_EARS
        self.title = FadingLabel("note", Qt.AlignmentFlag.AlignBottom)
        self.words = FadingLabel("caption")
        self.tips = FadingLabel("note", Qt.AlignmentFlag.AlignTop)
        self._setting = Setting(1.0, 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        column.setSpacing(_GAP)
        for each in (self.title, self.words, self.tips):
            column.addWidget(each)

    def set_still(self, *, still: bool) -> None:
        """Let words change at once (reduced motion), or fade."""
        for each in (self.title, self.words, self.tips):
            each.set_still(still=still)

    def derive(self, session: Session) -> None:
        """Show the words of the moment, and above them the title that they do not say themselves."""
        self.words.show_text(caption(session, self.ears) if session.is_active else done_text(session))
        self.title.show_text(heading(session, self.ears) if session.is_active else session.plan.title)
        # What is asked at the end needs the room that was kept.
        self.title.setVisible(session.is_active and self._setting.titled)
        self.tips.setVisible(session.is_active and self._setting.tips > 0)
        most = self._setting.tips if session.is_active else 0
        self.tips.show_text("\n".join(tips_now(session, most, self.ears)) if most else "")
        # All of them, once a step: what comes and goes on the screen is not read out again and again.
        every = " ".join(tips_of(session, self.ears)) if session.is_active else ""
        if every != self.tips.accessibleName():
            named(self.tips, every)

    def fit(self, plan: Plan, width: int, most: int, scale: float) -> int:
        """Set the words of a plan in the largest way that takes no more than so many pixels, or the smallest; gives its height."""
        tries = settings_for(scale)
        heights = [self._heights(plan, width, each) for each in tries]
        chosen = next((at for at, each in enumerate(heights) if sum(each) + 2 * _GAP <= most), len(tries) - 1)
        self._setting = tries[chosen]
        title, words, tips = heights[chosen]
        self.title.set_place(title, (self._setting.scale + 1) / 2)
        self.words.set_place(words, self._setting.scale)
        self.tips.set_place(tips, (self._setting.scale + 1) / 2)
        return sum(heights[chosen]) + 2 * _GAP

    def sizeHint(self) -> QSize:
        """Take the heights that are kept."""
        return QSize(320, self._column.sizeHint().height())

    def _heights(self, plan: Plan, width: int, setting: Setting) -> tuple[int, int, int]:
        room = width - 2.0 * _MARGIN
        small = (setting.scale + 1) / 2
        line = self.words.needed(("Ag",), room, setting.scale)
        said = tuple(words.text for beat in plan.beats for words in beat.words)
        said += tuple(plan.phrases.unheard[text] for text in said if text in plan.phrases.unheard)
        titles = tuple(beat.text.title for beat in plan.beats)
        words = min(_MOST_LINES * line, self.words.needed((*said, *titles), room, setting.scale))
        tips = self.tips.needed(_pages(plan, setting.tips), room, small) if setting.tips else 0
        title = self.title.needed(("Ag",), room, small) if setting.titled else 0
        return title, words, tips


def _pages(plan: Plan, most: int) -> tuple[str, ...]:
    return tuple(
        "\n".join(beat.text.tips[at : at + most])
        for beat in plan.beats
        for at in range(0, len(beat.text.tips), most)
    )
