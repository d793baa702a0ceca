"""An app over a simulated year of practice, with the journal open."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.ui.desk import opened
from tools.practice_year import year

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.ui.desk import Desk

TODAY = date.today()  # noqa: DTZ011 - the person's day


@contextmanager
def over_a_year(folder: Path) -> Generator[Desk]:
    """Give the app, which keeps all in a folder; afterwards it is closed."""
    made = opened(folder)
    made.journal.merge(year(TODAY))
    made.app.front.window.open("journal")
    QApplication.processEvents()
    yield made
    made.close()
