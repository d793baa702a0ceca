"""The line on the end screen: one offer, shown as the setting stands, changed by one press, and passed by without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from legsup.domain.offers import Offer
from legsup.domain.settings import Settings
from legsup.ui.pages.offer_row import OfferRow

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def test_after_the_first_practice_the_pace_is_offered_once(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("up")
    desk.wait(2)
    assert "While you get in, each step" not in desk.texts()
    desk.button("I'm up").click()
    assert "While you get in, each step" in desk.texts()
    assert desk.button("goes on by itself").isChecked()
    desk.button("waits for a key").click()
    assert desk.settings.hands_near
    desk.button("Done").click()


def test_a_small_window_shows_every_choice_of_the_end_screen(desk: Desk) -> None:
    desk.app.front.window.resize(480, 360)
    desk.button("Begin").click()
    desk.to("up")
    desk.button("I'm up").click()
    QApplication.processEvents()
    end = desk.views.page.end
    for each in end.findChildren(QPushButton):
        if each.isVisible():
            bottom = each.mapTo(end, each.rect().bottomLeft()).y()
            assert bottom <= end.height(), each.text()
            row = each.parentWidget()
            assert row is not None
            assert each.geometry().bottom() <= row.height(), f"{each.text()} is cut off"


def test_a_practice_that_was_stopped_offers_nothing(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.actions.stop.trigger()
    assert "While you get in, each step" not in desk.texts()


@pytest.mark.parametrize(
    ("offer", "options", "chosen", "value"),
    [
        (Offer.LOOK, ["As the system", "Dusk", "Linen"], "Linen", "linen"),
        (Offer.MINUTES, ["2 min", "5 min", "10 min"], "10 min", 10.0),
        (Offer.WORDS, ["All words", "Few words"], "Few words", "short"),
    ],
)
def test_each_offer_asks_for_its_setting(
    offer: Offer, options: list[str], chosen: str, value: object
) -> None:
    row, asked = OfferRow(), list[tuple[str, object]]()

    def ask(name: str, wanted: object) -> None:
        asked.append((name, wanted))

    row.asked.connect(ask)
    row.show_offer(offer, Settings())
    buttons = {each.text(): each for each in row.findChildren(QPushButton)}
    assert list(buttons) == options
    buttons[chosen].click()
    assert asked == [(offer.value, value)]
    row.show_offer(offer, Settings()._replace(**{offer.value: value}))
    assert buttons[chosen].isChecked()
    row.deleteLater()


@pytest.mark.parametrize(
    ("chosen", "asked_for"),
    [
        ("at 11:00 and 16:00", {"at_login": False, "reminders": True}),
        ("the same, and start with the computer", {"at_login": True, "reminders": True}),
    ],
)
def test_reminders_are_offered_with_the_start_that_they_need(chosen: str, asked_for: dict[str, bool]) -> None:
    row, asked = OfferRow(), dict[str, object]()
    row.asked.connect(asked.__setitem__)
    row.show_offer(Offer.REMINDERS, Settings())
    buttons = {each.text(): each for each in row.findChildren(QPushButton)}
    assert buttons["none"].isChecked()
    buttons[chosen].click()
    assert asked == asked_for
    row.show_offer(Offer.REMINDERS, Settings()._replace(**asked_for))
    assert buttons[chosen].isChecked()
    row.deleteLater()


def test_another_offer_takes_the_place_of_the_last_and_none_hides_it() -> None:
    row = OfferRow()
    row.show_offer(Offer.LOOK, Settings())
    row.show_offer(Offer.MINUTES, Settings(), 3.0)
    QApplication.sendPostedEvents(None, 52)
    assert [each.text() for each in row.findChildren(QPushButton)] == ["2 min"]
    row.show_offer(None, Settings())
    assert row.isHidden()
    row.deleteLater()
