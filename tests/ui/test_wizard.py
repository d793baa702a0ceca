"""The first run: at most three pages, nothing lost half-way, nothing inverted where it is closed or cannot be known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget, QWizard

from legsup.app.screening_room import ScreeningRoom
from legsup.app.wizard_room import WizardRoom
from legsup.domain.screening.questions import Answer
from legsup.practice.practices import ALWAYS_OPEN
from legsup.practice.wanted import Wanted
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.words import day_text
from tests.screened import DAY, UNTOUCHED, answered, outcome
from tests.ui.desk import all_within, opened, second_click
from tests.ui.kept import Home, at_once, damaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legsup.ui.wizard.wizard import Wizard
    from tests.ui.desk import Desk

YES, NO = Answer.YES, Answer.NO

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Run:
    """A first run over a window."""

    desk: Desk
    home: Home
    wanted: list[Wanted] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Join it."""
        front = self.desk.app.front
        front.change("welcomed", value=False)
        self.room = ScreeningRoom(self.home.kept, frozenset, at_once, front)
        self.wizards = WizardRoom(self.desk.app.basis, self.room, front.dress, front.window)
        self.wizards.asked.connect(front.change)
        self.wizards.wanted.connect(self.wanted.append)

    @property
    def wizard(self) -> Wizard:
        """The open wizard."""
        wizard = self.wizards.wizard
        assert wizard is not None
        QApplication.sendPostedEvents(None, 52)
        QApplication.processEvents()
        return wizard

    def press(self, text: str) -> None:
        """Press a visible button."""
        found = [
            each for each in self.wizard.findChildren(QPushButton) if each.text() == text and each.isVisible()
        ]
        assert len(found) == 1, f"{len(found)} buttons {text!r}"
        assert found[0].isEnabled(), text
        found[0].click()

    @property
    def texts(self) -> list[str]:
        """All that can be read."""
        found = [each for each in self.wizard.findChildren(QWidget) if each.isVisible()]
        return [str(each.property("text")) for each in found if each.property("text")]


@pytest.fixture
def run(desk: Desk, tmp_path: Path) -> Iterator[Run]:
    """A person who was never here."""
    made = Run(desk, Home(tmp_path))
    yield made
    made.wizards.close()


def test_three_pages_lead_to_two_minutes(run: Run) -> None:
    run.wizards.first_run()
    assert len(run.wizard.pageIds()) == 3
    run.press("No")
    assert run.home.kept.look() is None
    run.press("Next")
    assert run.home.kept.look() == outcome(UNTOUCHED)
    assert {"A free wall", "My bed", "A chair"} <= set(run.texts)
    run.press("A chair")
    run.press("left")
    run.press("Next")
    assert "If you can, have a teacher show you once." in run.texts
    assert any("Call your local emergency number." in text for text in run.texts)
    run.press("Begin 2 minutes")
    assert run.wanted == [Wanted(sequence="calves-on-a-chair", minutes=2.0, pace="my-pace")]
    assert run.desk.settings.welcomed
    assert run.desk.settings.wall_side == "left"
    assert run.desk.settings.sequence == "calves-on-a-chair"
    assert run.wizards.wizard is None


def test_a_body_lies_in_its_place_when_the_page_comes_and_moves_when_another_is_chosen(run: Run) -> None:
    run.wizards.first_run()
    run.press("No")
    run.press("Next")
    figure = run.wizard.currentPage().findChild(BodyFigure)
    assert figure is not None
    assert figure.isVisible()
    assert not figure.moving
    run.press("A chair")
    assert figure.moving


def test_leaving_half_way_loses_nothing_and_comes_back(run: Run) -> None:
    run.wizards.first_run()
    run.press("Yes or not sure")
    QTest.keyClick(run.wizard, Qt.Key.Key_Escape)
    assert run.wizards.wizard is None
    assert run.home.kept.look() is None
    assert not run.desk.settings.welcomed
    run.wizards.first_run()
    assert any(text.startswith("Which of these touch you?") for text in run.texts)
    run.press("Back")
    run.press("No")
    run.press("Next")
    run.press("My bed")
    run.press("Later")
    run.wizards.first_run()
    assert len(run.wizard.pageIds()) == 2
    checked = [
        each.text() for each in run.wizard.findChildren(QPushButton) if each.isChecked() and each.isVisible()
    ]
    assert checked == ["My bed", "right"]


def test_a_practice_begun_elsewhere_is_not_hidden_by_it_and_it_comes_back(run: Run) -> None:
    run.wizards.first_run()
    run.press("Yes or not sure")
    assert run.desk.app.begin(Wanted(sequence=ALWAYS_OPEN, by_screen=True)) is None
    assert run.wizards.wizard is None
    assert not run.desk.settings.welcomed
    run.wizards.first_run()
    assert any(text.startswith("Which of these touch you?") for text in run.texts)


def test_what_the_answers_close_is_no_place(run: Run) -> None:
    run.home.keep(outcome(answered("1")))
    run.wizards.first_run()
    assert "Seated breath" in run.texts
    assert "A free wall" not in run.texts
    assert "My wall is on my" not in run.texts
    run.press("Next")
    run.press("Begin 2 minutes")
    assert run.wanted[0].sequence == "seated-breath"


def test_in_bed_alone_where_the_floor_is_too_far(run: Run) -> None:
    run.home.keep(outcome(answered("16")))
    run.wizards.first_run()
    assert "My bed" in run.texts
    assert not {"A free wall", "A chair"} & set(run.texts)


def test_damaged_questions_are_told_and_leave_seated_breath(desk: Desk, tmp_path: Path) -> None:
    run = Run(desk, Home(tmp_path, outcome(UNTOUCHED), assets=damaged(tmp_path)))
    run.wizards.first_run()
    assert any("matrix.toml: " in text for text in run.texts)
    assert "Seated breath alone is open." in " ".join(run.texts)
    run.press("Next")
    assert "A free wall" not in run.texts
    run.press("Next")
    run.press("Begin 2 minutes")
    assert run.wanted[0].sequence == "seated-breath"
    run.wizards.ask()
    run.press("Done")
    assert run.home.kept.look() == outcome(UNTOUCHED)


def test_the_questions_alone_lead_back_to_the_practice_that_waits(run: Run) -> None:
    waiting = Wanted(sequence="unwind")
    run.wizards.ask(waiting)
    run.wizards.ask()
    assert len(run.wizard.pageIds()) == 1
    run.press("No")
    run.press("Done")
    assert run.wanted == [waiting]
    assert run.home.kept.look() == outcome(UNTOUCHED)
    run.room.ask_anew()
    run.wizards.ask()
    assert "Is this pose for you?" in run.texts
    run.press("Not now")
    assert run.home.kept.look() == outcome(UNTOUCHED)


def test_a_yes_said_at_the_end_is_kept_with_the_answers(run: Run) -> None:
    run.wizards.ask()
    run.press("Yes or not sure")
    asking = run.room.asking
    assert asking is not None
    run.room.take(
        asking.choose(frozenset({"legs"})).forward().say("6", YES).say("6-now", NO).next_question().answer(NO)
    )
    found = [each for each in run.wizard.findChildren(QPushButton) if each.text() == "They said yes"]
    found[0].click()
    assert run.home.kept.look() is not None
    assert f"Open since you told us of a yes, on {day_text(DAY)}." in " ".join(run.texts)


def test_the_focus_lands_on_headings_and_enter_answers_nothing(run: Run) -> None:
    run.wizards.first_run()
    wizard = run.wizard
    for way in (None, "Next", "Next"):
        if way:
            run.press(way)
        landed = wizard.focusWidget()
        assert isinstance(landed, QLabel), landed
        assert not any(each.isDefault() for each in wizard.findChildren(QPushButton) if each.isVisible())
        page = wizard.currentId()
        QTest.keyClick(landed, Qt.Key.Key_Return)
        assert wizard.currentId() == page
        assert run.wanted == []
        if not way:
            run.press("No")
    finish = wizard.button(QWizard.WizardButton.FinishButton)
    finish.setFocus()
    QTest.keyClick(finish, Qt.Key.Key_Return)
    assert len(run.wanted) == 1


def test_the_sound_check_plays_from_the_place_and_ends_with_it(run: Run) -> None:
    run.home.keep(outcome(UNTOUCHED))
    run.desk.app.front.change("muted", value=False)
    run.desk.app.front.change("sound", "silent")
    run.wizards.first_run()
    run.press("Play three breaths")
    assert "Stop the sound" in run.texts
    assert any("Nothing can be heard" in text for text in run.texts)
    run.press("Later")
    assert run.wizards.wizard is None


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("size", "text_size"),
    [((480, 360), 100), ((480, 360), 150), ((480, 360), 200), ((1000, 720), 200), ((1400, 1000), 100)],
)
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off(
    tmp_path: Path, size: tuple[int, int], text_size: int, direction: Qt.LayoutDirection
) -> None:
    desk = opened(tmp_path, text_size=text_size)
    run = Run(desk, Home(tmp_path))
    run.wizards.first_run()
    wizard = run.wizard
    wizard.setLayoutDirection(direction)
    wizard.resize(*size)
    QApplication.processEvents()
    assert wizard.width() == size[0]
    for way in ("No", "Next", "Next"):
        all_within(wizard)
        run.press(way)
        QApplication.processEvents()
    all_within(wizard)
    run.wizards.close()
    desk.close()


def test_every_control_of_the_first_run_is_named(run: Run) -> None:
    run.wizards.first_run()
    for way in ("No", "Next", "Next", None):
        for widget in run.wizard.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert widget.accessibleName() or widget.inherits("QScrollArea"), widget
        if way:
            run.press(way)


def test_the_second_click_of_a_double_one_on_next_begins_nothing(run: Run) -> None:
    run.wizards.first_run()
    run.press("No")
    run.press("Next")
    run.press("Next")
    finish = run.wizard.button(QWizard.WizardButton.FinishButton)
    assert finish.isVisible()
    second_click(finish)
    assert run.wanted == []
    assert run.wizards.wizard is not None
