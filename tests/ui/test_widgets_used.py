"""The controls as they are used: what keys do there, what is told of them, and what is painted anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QVBoxLayout, QWidget

from legsup.domain.settings import Settings
from legsup.ui.pages.sound_check_row import SoundCheckRow
from legsup.ui.pages.voicing_row import VoicingRow
from legsup.ui.style import style_sheet
from legsup.ui.theme import DUSK
from legsup.ui.widgets import button, label, landing, notice, scrolling_to_fit
from legsup.ui.widgets.cards import PictureCard
from legsup.ui.widgets.choices import ChoiceRow
from legsup.ui.widgets.fading import FadingLabel
from legsup.ui.widgets.fields import ChoiceBox, field_label, share_slider, show_ticked, tick
from legsup.ui.widgets.folds import Fold
from legsup.ui.widgets.lists import reading_table
from legsup.ui.widgets.sliders import with_value
from tests.ui.desk import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


def nothing() -> None:
    """Do nothing."""


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting."""
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def seen(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """Show widgets below one another, in a window that is in front."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for each in widgets:
        column.addWidget(each)
    window.show()
    window.activateWindow()
    until(window.isActiveWindow)
    return window


def test_a_tick_that_is_shown_says_nothing(qtbot: QtBot) -> None:
    told: list[str] = []
    made = tick("Asthma", lambda: told.append("said"))
    qtbot.addWidget(made)
    show_ticked(made, on=True)
    assert (made.isChecked(), told) == (True, [])
    made.click()
    assert told == ["said"]


def test_a_fold_is_read_aloud_by_what_stands_on_it_now(qtbot: QtBot) -> None:
    fold = Fold("Closed for now: 1", QWidget())
    qtbot.addWidget(fold)
    fold.rename("Closed for now: 2")
    assert (fold.line.text(), fold.line.accessibleName()) == ("Closed for now: 2", "Closed for now: 2")


def test_a_heading_to_land_on_takes_the_focus(qtbot: QtBot) -> None:
    heading, other = landing("The way in"), button("Go on", nothing)
    window = seen(qtbot, other, heading)
    other.setFocus()
    heading.setFocus()
    assert heading.hasFocus()
    QTest.keyClick(heading, Qt.Key.Key_Backtab)
    assert other.hasFocus()
    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert window.focusWidget() is heading


def test_tab_leads_out_of_a_table(qtbot: QtBot) -> None:
    table, after = reading_table("Minutes", ("What", "How much")), button("Go on", nothing)
    table.show_rows([("Monday", "5 min"), ("Tuesday", "7 min")])
    window = seen(qtbot, table, after)
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert window.focusWidget() is after


def test_what_scrolls_to_fit_has_room_for_words_that_came_later(qtbot: QtBot) -> None:
    words = label("short")
    content = QWidget()
    QVBoxLayout(content).addWidget(words)
    area = scrolling_to_fit(content)
    window = seen(qtbot, area)
    window.resize(300, 600)
    QApplication.processEvents()
    before = area.height()
    words.setText("long enough for a good many lines " * 8)
    until(lambda: area.height() > 2 * before)


def test_a_choice_that_is_opened_has_lines_large_enough_for_a_finger(qtbot: QtBot) -> None:
    box = ChoiceBox("Colours", [("Dusk", "dusk"), ("Linen", "linen")])
    box.setStyleSheet(style_sheet(DUSK))
    window = seen(qtbot, box)
    box.showPopup()
    assert window.isVisible()
    assert box.view().sizeHintForRow(0) >= 40
    box.hidePopup()


def test_a_card_says_why_to_the_mouse_and_to_a_screen_reader(qtbot: QtBot) -> None:
    card = PictureCard("Butterfly", "2-20 min", "Soles together.", nothing)
    qtbot.addWidget(card)
    assert card.toolTip() == card.accessibleDescription() == "Soles together."
    card.show_mark("Closed for now", "The first article says so.")
    assert card.toolTip() == "The first article says so."
    assert card.accessibleDescription() == "Closed for now The first article says so."


def test_words_that_change_are_painted_on_their_way_and_at_once_where_nothing_is_to_move(
    qtbot: QtBot,
) -> None:
    words = FadingLabel("caption")
    words.set_place(40, 1.0)
    words.show_text("Feet down.")
    window = seen(qtbot, words)
    window.resize(300, 100)
    QApplication.processEvents()
    paints = Paints(words)
    words.show_text("Knees in.")
    until(lambda: not words.fading)
    assert paints.count > 2
    words.set_still(still=True)
    words.show_text("Roll to your side.")
    assert not words.fading


def test_each_of_several_values_is_read_aloud_with_what_is_chosen_by_it(qtbot: QtBot) -> None:
    row = ChoiceRow("My wall is on my", [("left", "left"), ("right", "right")])
    qtbot.addWidget(row)
    told = {each.text(): each.accessibleName() for each in row.findChildren(QPushButton)}
    assert told == {"left": "My wall is on my: left", "right": "My wall is on my: right"}


def test_the_voicing_that_is_chosen_stays_pressed_however_often_it_is_heard(qtbot: QtBot) -> None:
    row = VoicingRow()
    qtbot.addWidget(row)
    row.derive(Settings(voicing="steps"))
    heard: list[str] = []
    row.chosen.connect(heard.append)
    (steps,) = (each for each in row.findChildren(QPushButton) if each.isChecked())
    steps.click()
    assert heard == ["steps"]
    steps.toggle()  # as a screen reader does
    assert heard == ["steps", "steps"]
    assert steps.isChecked()


def test_a_notice_tells_once_what_is_new_of_it_and_without_words_takes_no_place(qtbot: QtBot) -> None:
    made = notice("warning")
    told: list[str] = []
    made.announced.connect(told.append)
    window = seen(qtbot, made)
    assert window.isVisible()
    for text in ("Nothing can be heard.", "Nothing can be heard.", "Nothing can be heard. It is kept.", ""):
        made.say(text)
        assert made.isVisible() is bool(text)
    assert told == ["Nothing can be heard.", "It is kept."]


def test_a_notice_tells_whole_what_only_begins_as_another_did(qtbot: QtBot) -> None:
    made = notice("strong")
    told: list[str] = []
    made.announced.connect(told.append)
    window = seen(qtbot, made)
    assert window.isVisible()
    saved = ["Saved: one.json", "Saved: one.jsonl", "Saved: one.json"]
    for text in saved:
        made.say(text)
    assert told == saved


@pytest.mark.parametrize(
    ("field", "inner"),
    [(SoundCheckRow, QPushButton), (lambda: with_value(share_slider("Sea")), QSlider)],
    ids=["sound check", "slider"],
)
def test_the_name_of_a_row_leads_to_what_is_used_in_it(
    qtbot: QtBot, field: Callable[[], QWidget], inner: type[QWidget]
) -> None:
    made = field()
    name = field_label("&Sea", made)
    window = seen(qtbot, name, made)
    buddy = name.buddy()
    assert buddy is not None
    buddy.setFocus()
    assert window.focusWidget() is made.findChildren(inner)[0]
