"""The set of controls: each is named, and showing a value is never taken for a choice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QPixmap

from legsup.ui.widgets import (
    ActionButton,
    button,
    choice_button,
    rename,
    show_chosen,
    show_role,
)
from legsup.ui.widgets.cards import PictureCard
from legsup.ui.widgets.fields import ChoiceBox, field_label, per_cent_box, share_slider, switch
from legsup.ui.widgets.lists import reading_table
from legsup.ui.widgets.menus import menu_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def nothing() -> None:
    """Do nothing."""


@pytest.mark.parametrize(
    "make",
    [
        lambda: button("Go", nothing),
        lambda: choice_button("Go", nothing),
        lambda: choice_button("10", nothing, name="Go"),
        lambda: PictureCard("Go", "Far", "Far away", nothing),
        lambda: menu_button("⋯", (), "Go", "Far"),
        lambda: ActionButton(QAction("Go")),
        lambda: ChoiceBox("Go"),
        lambda: switch("Go"),
        lambda: share_slider("Go"),
        lambda: per_cent_box("Go", 80, 200),
        lambda: reading_table("Go", ("What", "How much")),
    ],
)
def test_every_control_is_named(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    made = make()
    qtbot.addWidget(made)
    assert made.accessibleName() == "Go"


def test_a_value_that_is_shown_is_not_chosen(qtbot: QtBot) -> None:
    box = ChoiceBox("Colours", [("Dusk", "dusk"), ("Linen", "linen")])
    qtbot.addWidget(box)
    told: list[object] = []
    box.chosen.connect(told.append)
    box.show_value("linen")
    box.show_value("moss")
    assert (box.currentText(), told) == ("moss", [])
    box.offer([("Dawn", "dawn"), ("Day", "day")], "day")
    assert (box.currentText(), box.count(), told) == ("Day", 2, [])
    box.setCurrentIndex(0)
    assert told == ["dawn"]


def test_a_choice_is_told_once_and_showing_it_is_not(qtbot: QtBot) -> None:
    told: list[str] = []
    made = choice_button("Dusk", lambda: told.append("dusk"))
    qtbot.addWidget(made)
    show_chosen(made, on=True)
    assert (made.isChecked(), told) == (True, [])
    show_chosen(made, on=False)
    made.click()
    assert told == ["dusk"]


def test_what_a_button_does_now_is_its_text_and_its_name(qtbot: QtBot) -> None:
    made = button("Play", nothing, "quiet")
    qtbot.addWidget(made)
    rename(made, "Stop", "The sound")
    show_role(made, "primary")
    assert (made.text(), made.accessibleName(), made.accessibleDescription()) == ("Stop", "Stop", "The sound")
    assert made.property("role") == "primary"


def test_a_label_leads_to_its_field_and_wraps(qtbot: QtBot) -> None:
    field = switch("Mute")
    label = field_label("Mute", field)
    for each in (field, label):
        qtbot.addWidget(each)
    assert label.buddy() is field
    assert label.wordWrap()


def test_the_picture_of_a_card_is_made_when_it_is_first_seen_and_only_then(qtbot: QtBot) -> None:
    card = PictureCard("Go", "Far", "Far away", nothing)
    qtbot.addWidget(card)
    asked: list[str] = []

    def make(colour: str, _size: QSize) -> QPixmap:
        asked.append(colour)
        made = QPixmap(8, 8)
        made.fill(colour)
        return made

    card.picture.resize(80, 50)
    for colour in ("#ff0000", "#0000ff"):
        card.picture.show_picture(partial(make, colour))
        assert colour not in asked
        for _ in range(2):
            seen = card.picture.grab().toImage()
            assert seen.pixelColor(seen.rect().center()).name() == colour
    assert asked == ["#ff0000", "#0000ff"]


def test_the_picture_of_a_card_is_never_blown_up(qtbot: QtBot) -> None:
    card = PictureCard("Go", "Far", "Far away", nothing)
    qtbot.addWidget(card)
    asked: list[QSize] = []

    def make(size: QSize) -> QPixmap:
        asked.append(size)
        return QPixmap(size)

    card.picture.show_picture(make)
    for width in (240, 280, 520, 560, 200):
        card.picture.resize(width, card.picture.heightForWidth(width))
        card.picture.grab()
    assert [each.width() for each in asked] == [300, 600], (
        "made anew where its place has outgrown it, and only then"
    )
    assert all(each.height() == card.picture.heightForWidth(each.width()) for each in asked)


def test_words_too_long_for_their_box_end_in_dots(qtbot: QtBot) -> None:
    box = ChoiceBox("Sound comes from", [("The computer's loudspeaker", "default"), ("None", "none")])
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    assert box.shown == "The computer's loudspeaker"
    whole = box.fontMetrics().horizontalAdvance(box.shown)
    box.resize(box.minimumSizeHint())
    assert box.shown.endswith("…")
    assert box.fontMetrics().horizontalAdvance(box.shown) < whole
    wide = box.grab().toImage()
    box.setItemText(0, box.shown)
    assert wide == box.grab().toImage(), "the dots are what is painted"
