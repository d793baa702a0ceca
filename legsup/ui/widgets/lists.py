"""Lists of lines to read."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget

from legsup.ui.widgets.naming import named


def reading_list(name: str) -> QListWidget:
    """Make a list whose long lines wrap."""
    made = QListWidget()
    named(made, name)
    made.setWordWrap(True)
    return made
