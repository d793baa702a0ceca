"""The safety card seen: on the screen as headings, on paper as one page, beside a practice without stopping it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPageSize, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from legsup.app.card_room import CardRoom
from legsup.app.paper import pdf_of
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.postures import Posture
from legsup.domain.safety_card import HELD, PostureWords, SafetyCard, safety_card
from legsup.domain.session import Status
from legsup.domain.settings import Settings
from legsup.practice.practices import Practices
from legsup.ui.safety_card import SafetyCardDialog
from legsup.ui.safety_card_paper import paint_card
from legsup.ui.safety_card_text import card_document, posture_name
from legsup.ui.widgets.menus import MenuButton
from tests.screened import ASSETS, SCREENING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice
    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")
EMERGENCY = SCREENING.today.signs[0]


@dataclass
class Desktop:
    """Stands for the dialogs about paper: gives the printer and the place that a person would choose."""

    chosen: QPagedPaintDevice | None = None
    file: str = ""

    def printer(self, window: QWidget) -> QPagedPaintDevice | None:
        """Choose a printer."""
        assert window.windowTitle()
        return self.chosen

    def place(self, window: QWidget, name: str) -> str:
        """Choose a file."""
        assert window.windowTitle()
        assert name.endswith(".pdf")
        return self.file


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def longest_card(practices: Practices) -> SafetyCard:
    """The card of the sequence with most words, every posture with a long rule of its own."""
    cards = [
        safety_card(compile_plan(sequence, Choices(), practices.parts)) for sequence in practices.sequences
    ]
    card = max(cards, key=lambda card: len(" ".join((*card.way_in, *card.way_out))))
    rules = tuple(PostureWords(postures=(posture,), words=f"{posture}. " + 40 * "words ") for posture in HELD)
    return replace(card, stop_rules=rules)


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_it_is_one_page_however_long(tmp_path: Path, size: QPageSize.PageSizeId) -> None:
    practices = Practices(ASSETS, tmp_path)
    card = longest_card(practices)
    for more in ((), 60 * card.way_out):
        html = card_document(replace(card, way_out=(*card.way_out, *more)), [EMERGENCY], columns=True)
        assert pages(pdf_of("Card", QPageSize(size), lambda page, html=html: paint_card(html, page))) == 1


def test_every_posture_has_a_name() -> None:
    assert len({posture_name(posture) for posture in Posture}) == len(Posture)


def test_it_reads_as_headings_with_every_word_of_the_card(qtbot: QtBot, tmp_path: Path) -> None:
    practices = Practices(ASSETS, tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    room = CardRoom(practices, Desktop(), window)
    room.show(None, Settings(sequence="in-bed"))
    text = room.dialog.reader.toPlainText()
    card = safety_card(compile_plan(practices.find("in-bed", Settings()), Choices(), practices.parts))
    for words in (card.title, *card.way_in, *card.way_out, card.pressure, card.lost_sound, card.tingling):
        assert words in text
    assert EMERGENCY.act in text
    block, levels = room.dialog.reader.document().begin(), set[int]()
    while block.isValid():
        levels.add(block.blockFormat().headingLevel())
        block = block.next()
    assert {1, 2} <= levels


def test_without_the_questions_file_it_leaves_out_the_signs_alone(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    html = card_document(longest_card(Practices(ASSETS, tmp_path)), columns=False)
    dialog = SafetyCardDialog(window)
    dialog.show_card(html)
    assert "emergency" not in dialog.reader.toPlainText()


def test_it_is_saved_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    paper = Desktop(file=str(tmp_path / "card.pdf"))
    room = CardRoom(Practices(ASSETS, tmp_path), paper, window)
    told: list[str] = []
    room.told.connect(told.append)
    room.show(None, Settings())
    press(room.dialog, "Save as PDF…")
    assert pages((tmp_path / "card.pdf").read_bytes()) == 1
    assert told == [f"Saved: {tmp_path / 'card.pdf'}"]
    paper.file = ""
    press(room.dialog, "Save as PDF…")
    press(room.dialog, "Print…")
    assert len(told) == 1
    press(room.dialog, "Close")
    assert not room.dialog.isVisible()


def press(dialog: QWidget, text: str) -> None:
    next(each for each in dialog.findChildren(QAbstractButton) if each.text() == text).click()


def dialog_of(desk: Desk) -> SafetyCardDialog:
    return desk.app.front.window.findChildren(SafetyCardDialog)[0]


def test_learn_opens_the_card_of_the_chosen_practice(desk: Desk) -> None:
    desk.app.front.today.page.chosen.emit("seated-breath")
    desk.app.front.window.open("learn")
    for action in desk.app.front.window.findChildren(QAction):
        if action.text() == "Safety card…":
            action.trigger()
    assert "Safety card: Seated breath" in dialog_of(desk).reader.toPlainText()


def test_beside_a_practice_it_is_that_practice_s_card_and_stops_nothing(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.app.front.window.card_action.trigger()
    dialog = dialog_of(desk)
    assert "Safety card: Legs up the wall" in dialog.reader.toPlainText()
    assert not dialog.isModal()
    assert desk.session.status is Status.RUNNING
    before = desk.session.held
    desk.wait(3)
    assert desk.session.held > before
    assert desk.actions.dizzy in dialog.actions()
    QApplication.processEvents()
    QTest.keyClick(dialog.reader, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert desk.session.status is Status.RUNNING
    assert not desk.session.is_coming_out


def test_the_session_s_menu_offers_the_card(desk: Desk) -> None:
    desk.button("Begin").click()
    offered = {
        action.text() for button in desk.views.page.findChildren(MenuButton) for action in button.offered
    }
    assert "Safety card…" in offered


def test_it_is_printed_by_the_printer_that_was_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = tmp_path / "sheet.pdf"
    room = CardRoom(Practices(ASSETS, tmp_path), Desktop(chosen=QPdfWriter(str(sheet))), window)
    room.show(None, Settings())
    press(room.dialog, "Print…")
    assert pages(sheet.read_bytes()) == 1
    room.dialog.close()


def test_return_in_the_card_prints_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = CardRoom(Practices(ASSETS, tmp_path), Desktop(), window)
    asked: list[None] = []
    room.dialog.print_asked.connect(lambda: asked.append(None))
    room.show(None, Settings())
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(room.dialog, key)
    assert asked == []
    assert room.dialog.isVisible()
    room.dialog.close()
