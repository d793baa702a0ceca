"""Rows of the asking: the groups of what can speak against the pose, and the answers to one question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import add_choice, answer_button, label, landing, one_of, show_chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QPushButton

    from legsup.domain.screening.questions import Answer, Group, Item


def group_rows(groups: Sequence[Group]) -> QWidget:
    """Lay out every group: its title, and below it what it is about."""
    made = QWidget()
    rows = close_rows(made)
    for group in groups:
        title = label(group.title, "strong")
        title.setContentsMargins(0, 6, 0, 0)
        rows.addWidget(title)
        rows.addWidget(label(group.about))
    return made


def listed(groups: Sequence[Group]) -> str:
    """Give the groups as one text, for those to whom the page is read."""
    return " ".join(f"{group.title}: {group.about}" for group in groups)


def close_rows(widget: QWidget) -> QVBoxLayout:
    """Give a widget rows that belong together."""
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    return rows


class ItemRow(QWidget):
    """One thing that is asked, with its answers; ``say`` takes the answer that was pressed.

    The pressed answer stays marked. ``lead`` gives the look of what is asked.
    """

    def __init__(
        self, item: Item, words: Mapping[Answer, str], say: Callable[[Answer], None], lead: str = "heading"
    ) -> None:
        super().__init__()
        self.item = item
        self.asked = landing(item.ask, lead)
        self._group = one_of(self)
        self._buttons: dict[Answer, QPushButton] = {}
        for answer in item.answers:
            made = answer_button(words[answer], partial(say, answer), stays=True, description=item.ask)
            add_choice(self._group, made)
            self._buttons[answer] = made
        answers = QWidget()
        FlowLayout(answers, self._buttons.values(), begins=True)
        rows = close_rows(self)
        rows.setSpacing(10)
        rows.addWidget(self.asked)
        rows.addWidget(answers)

    def show_answer(self, given: Answer | None) -> None:
        """Mark what was answered, if anything was."""
        self._group.setExclusive(False)
        for answer, made in self._buttons.items():
            show_chosen(made, on=answer is given)
        self._group.setExclusive(True)
