"""Whatever is shown is read aloud rightly: named, told once, with the role of what it does, and in the order in which Tab goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget

from legsup.domain.session import Event
from legsup.practice.wanted import Wanted
from legsup.ui.question import Question
from legsup.ui.safety_card import SafetyCardDialog
from legsup.ui.widgets import button, landing
from legsup.ui.widgets.fields import ChoiceBox
from tests.screened import answered
from tests.services.test_journal import record
from tests.ui.desk import opened
from tests.ui.read_aloud import faults, read
from tests.ui.test_silence import at_the_desk
from tests.ui.test_silence import silent as silent  # noqa: PLC0414 - a fixture of that module
from tests.ui.test_tab_stops import row_of, walked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.uncounted]


def nothing() -> None:
    """Do nothing."""


def heard(window: QWidget, state: str) -> list[str]:
    """Tell what is wrong with what is shown now: how it is read, and whether Tab goes the way one reads."""
    for _ in range(4):  # a page that is made narrower takes a few turns to find its height
        QApplication.processEvents()
    found = faults(window)
    read_in_order = [each.widget for each in read(window)]
    # Of a row of choices another may be the chosen one, once round.
    stops = {row_of(each): each for each in reversed(walked(window))}
    places = [read_in_order.index(each) for each in reversed(stops.values()) if each in read_in_order]
    first = places.index(min(places))
    if places[first:] + places[:first] != sorted(places):
        found.append("Tab leaves the order in which it is read")
    return [f"{state}: {each}" for each in found]


@pytest.mark.parametrize(("size", "text_size"), [((1000, 720), 100), ((480, 360), 200)])
def test_every_page_is(desk: Desk, size: tuple[int, int], text_size: int) -> None:
    window = desk.app.front.window
    desk.app.front.change("text_size", text_size)
    window.resize(*size)
    found: list[str] = []
    for page in window.tabs:
        window.open(page)
        has_focus = window.focusWidget()
        assert has_focus.accessibleName(), f"what has the focus of {page} says nothing"
        found += heard(window, page)
    assert not found, "\n".join(found)


def test_practices_that_are_closed_or_to_be_asked_about_are(desk: Desk) -> None:
    found: list[str] = []
    for closes in ("8", "9"):
        desk.app.basis.outcome.answered(answered(closes))
        found += heard(desk.app.front.window, closes)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [(1000, 720), (480, 360)])
def test_the_journal_is_with_all_that_opens_in_it(desk: Desk, size: tuple[int, int]) -> None:
    for at in range(3):
        desk.journal.put(replace(record(at), sequence="legs-up-the-wall"))
    desk.journal.flush()
    window = desk.app.front.window
    window.resize(*size)
    window.open("journal")
    found = heard(window, "list")
    page = desk.app.front.journal.page
    for state, show in (
        ("charts", page.more_asked.emit),
        ("carry", page.carry_asked.emit),
        ("record", lambda: page.rows.opened.emit(desk.journal.records()[0])),
    ):
        show()
        found += heard(window, state)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("size", "text_size"), [((1000, 720), 100), ((480, 360), 200)])
def test_a_session_is_all_along(desk: Desk, size: tuple[int, int], text_size: int) -> None:
    desk.app.front.change("text_size", text_size)
    desk.app.front.window.resize(*size)
    desk.app.begin(Wanted(minutes=5.0, by_screen=True))
    window = desk.app.front.window
    found = heard(window, "desk")
    desk.to("legs-up")
    found += heard(window, "hold")
    desk.conductor.send(Event.TINGLE)
    found += heard(window, "tingling")
    desk.conductor.send(Event.DIZZY)
    found += heard(window, "dizzy")
    desk.conductor.send(Event.STOP)
    found += heard(window, "end")
    assert not found, "\n".join(found)


def test_nothing_heard_is(silent: Desk) -> None:
    at_the_desk(silent)
    assert not (found := heard(silent.app.front.window, "no sound")), "\n".join(found)


def test_the_questions_are_each_by_each(desk: Desk) -> None:
    desk.app.front.safe.ask_anew()
    wizard = desk.wizard
    assert wizard is not None
    found = heard(wizard, "first")
    desk.answer("Yes or not sure")
    found += heard(wizard, "groups")
    belly = next(each for each in wizard.findChildren(QCheckBox) if each.text() == "Belly")
    belly.click()
    for answer in ("Go on", "Yes", "Yes"):
        desk.answer(answer)
        found += heard(wizard, answer)
    assert "They said yes" in [each.text() for each in wizard.findChildren(QPushButton)], "it is the end"
    assert not found, "\n".join(found)


def test_the_first_run_is(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None, welcomed=False)
    desk.app.front.safe.ask()
    wizard = desk.wizard
    assert wizard is not None
    found: list[str] = []
    for page in range(3):
        found += heard(wizard, str(page))
        if page < 2:
            desk.answer(*(("No",) if not page else ()), "Next")
    desk.close()
    assert not found, "\n".join(found)


def _question(over: QWidget) -> QWidget:
    return Question(over, "End it?", "What was practised is kept.", safe="Go on", other="End it")


@pytest.mark.parametrize("make", [_question, SafetyCardDialog], ids=["question", "safety card"])
def test_every_dialog_is(qtbot: QtBot, make: Callable[[QWidget], QWidget]) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = make(over)
    dialog.show()
    assert not (found := faults(dialog)), "\n".join(found)
    assert dialog.focusWidget() is not None
    assert dialog.accessibleName() or dialog.windowTitle()


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: [button("\u22ef", nothing)], "has no name"),
        (lambda: [ChoiceBox("Colours", [("Dusk", 1)])], "has no name"),
        (lambda: [button("Go", nothing, description="Go")], "is said twice"),
        (lambda: [landing("")], "has no name"),
        (lambda: [button("Go", nothing), button("Go", nothing)], "nothing tells it from the next"),
    ],
)
def test_what_is_wrong_is_found(qtbot: QtBot, make: Callable[[], list[QWidget]], fault: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    for each in make():
        each.setParent(page)
    page.show()
    assert any(each.endswith(fault) for each in faults(page))
