"""Text to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from legsup.ui.widgets.naming import give_role, named


def label(text: str, role: str = "", *, centred: bool = False, wraps: bool = True) -> QLabel:
    """Make a label of plain text; ``role`` gives its look (title, heading, caption, note, warning)."""
    made = QLabel(text)
    made.setWordWrap(wraps)
    made.setTextFormat(Qt.TextFormat.PlainText)
    give_role(made, role)
    if centred:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if role == "title":
        # The foot of a large J reaches before its line, where it would be cut off.
        made.setIndent(2)
    return made


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
