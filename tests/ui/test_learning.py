"""Bringing the Learn page to paper: the printer or the file that the person chose, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QAction, QPdfWriter
from PySide6.QtWidgets import QWidget

from legsup.app.learning import Learning
from tests.screened import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Desktop:
    """Stands for the dialogs about paper: gives the printer and the place that a person would choose."""

    chosen: QPagedPaintDevice | None = None
    file: str = ""

    def printer(self, window: QWidget) -> QPagedPaintDevice | None:
        """Choose a printer."""
        assert window is not None
        return self.chosen

    def place(self, window: QWidget, name: str) -> str:
        """Choose a file."""
        assert window is not None
        assert name.endswith(".pdf")
        return self.file


def learning(qtbot: QtBot, paper: Desktop) -> tuple[Learning, list[str]]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Learning(ASSETS, paper, window)
    made.page.setParent(window)
    told: list[str] = []
    made.told.connect(told.append)
    return made, told


def ask(made: Learning, text: str) -> None:
    next(each for each in made.page.findChildren(QAction) if each.text() == text).trigger()


def test_it_is_printed_where_the_person_chose(qtbot: QtBot) -> None:
    sheet = QBuffer()
    sheet.open(QIODevice.OpenModeFlag.WriteOnly)
    made, _ = learning(qtbot, Desktop(chosen=QPdfWriter(sheet)))
    ask(made, "Print…")
    assert bytes(sheet.data().data()).startswith(b"%PDF")
    made, told = learning(qtbot, Desktop())
    ask(made, "Print…")
    assert told == []


def test_it_is_saved_where_the_person_chose_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "learn.pdf"
    made, told = learning(qtbot, Desktop(file=str(place)))
    ask(made, "Save as PDF…")
    assert place.read_bytes().startswith(b"%PDF")
    assert told == [f"Saved: {place}"]


def test_a_place_that_cannot_be_written_is_told_and_none_is_no_matter(qtbot: QtBot, tmp_path: Path) -> None:
    made, told = learning(qtbot, Desktop(file=str(tmp_path / "nowhere" / "learn.pdf")))
    ask(made, "Save as PDF…")
    assert len(told) == 1
    assert "could not be written" in told[0]
    made, told = learning(qtbot, Desktop())
    ask(made, "Save as PDF…")
    assert told == []
