"""The one small set of controls that every page is built of: named, described and dressed here, and nowhere else.

What the first page needs comes from here; ``fields`` and ``lists`` are loaded by the pages that have them.
"""

from legsup.ui.widgets.buttons import (
    ActionButton,
    AnswerButton,
    add_choice,
    answer_button,
    button,
    choice_button,
    dialog_button,
    measure,
    one_of,
    rename,
    room_for,
    show_able,
    show_chosen,
    with_why,
)
from legsup.ui.widgets.frames import (
    card,
    column,
    fill_with,
    keep_readable,
    scrolling,
    scrolling_to_fit,
    widest,
)
from legsup.ui.widgets.labels import Notice, label, landing, notice
from legsup.ui.widgets.naming import give_role, named, read_out, show_dense, show_over, show_role

__all__ = [
    "ActionButton",
    "AnswerButton",
    "Notice",
    "add_choice",
    "answer_button",
    "button",
    "card",
    "choice_button",
    "column",
    "dialog_button",
    "fill_with",
    "give_role",
    "keep_readable",
    "label",
    "landing",
    "measure",
    "named",
    "notice",
    "one_of",
    "read_out",
    "rename",
    "room_for",
    "scrolling",
    "scrolling_to_fit",
    "show_able",
    "show_chosen",
    "show_dense",
    "show_over",
    "show_role",
    "widest",
    "with_why",
]
