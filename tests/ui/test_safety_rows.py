"""What stands beside a Begin: today's state in two urgencies, who says what is closed, and whether answers still hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QScrollArea, QWidget

from legsup.app.screening_room import ScreeningRoom
from legsup.domain.screening.columns import Column
from legsup.domain.screening.outcome import Due, with_yes
from legsup.domain.screening.questions import Answer
from legsup.services.library import Library
from legsup.ui.screening.safety_rows import SafetyRows
from legsup.ui.screening.yes_row import YesRow
from legsup.ui.widgets.labels import Notice
from legsup.ui.words import day_text
from tests.screened import ASSETS, DAY, SCREENING, UNTOUCHED, WORDS, answered, outcome
from tests.ui.kept import Home, at_once, damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from legsup.domain.screening.outcome import ScreeningOutcome
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")

YES, NO = Answer.YES, Answer.NO
LIBRARY = Library(ASSETS, ASSETS / "none")
TODAY = SCREENING.today


@dataclass
class Beside:
    """The rows beside the Begin of one practice."""

    home: Home
    sequence: str = "legs-up-the-wall"
    held: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Show them."""
        self.owner = QObject()
        self.room = ScreeningRoom(self.home.kept, lambda: self.held, at_once, self.owner)
        self.rows = SafetyRows(self.home.kept.catalogue)
        self.room.serve(self.rows)
        self.room.asked.connect(lambda: self.asked.append("questions"))
        self.room.instead.connect(lambda: self.asked.append("seated"))
        self.room.changed.connect(self.show)
        self.rows.show()
        self.show()

    def show(self) -> None:
        """Derive them."""
        standing = self.room.standing(LIBRARY.find(self.sequence))
        self.rows.derive(self.room.safety(standing))
        QApplication.sendPostedEvents(None, 52)

    @property
    def texts(self) -> list[str]:
        """All that can be read."""
        found = [each for each in self.rows.findChildren(QWidget) if each.isVisible()]
        return [str(each.property("text")) for each in found if each.property("text")]

    def press(self, text: str) -> None:
        """Press the one visible button of a text, the first where it stands twice."""
        found = [
            each for each in self.rows.findChildren(QPushButton) if each.text() == text and each.isVisible()
        ]
        found[0].click()


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[Callable[..., Beside]]:
    """Give the rows beside the Begin of a practice, for one whose answers came to this."""
    made: list[Beside] = []

    def make(came: ScreeningOutcome | None, sequence: str = "legs-up-the-wall", day: date = DAY) -> Beside:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(Beside(Home(folder, came, day), sequence))
        return made[-1]

    yield make
    for each in made:
        each.rows.deleteLater()


def test_todays_state_is_one_look_in_two_urgencies_without_a_gate(beside: Callable[..., Beside]) -> None:
    seen = beside(outcome(UNTOUCHED))
    first, second = TODAY.signs[:2]
    assert f"{first.state} {first.act}" in seen.texts
    assert f"{second.state} {second.act}" in seen.texts
    assert "112" not in " ".join(seen.texts)
    roles = {each.property("text"): each.property("role") for each in seen.rows.findChildren(QWidget)}
    assert roles[f"{first.state} {first.act}"] == "strong"
    assert roles[f"{TODAY.signs[2].state} {TODAY.signs[2].act}"] == "note"
    assert all(any(sign.state in text for text in seen.texts) for sign in TODAY.signs), "each state is seen"
    assert seen.room.standing(LIBRARY.find("legs-up-the-wall")).may_begin


def test_not_today_shows_whom_to_call_and_starts_nothing(beside: Callable[..., Beside]) -> None:
    seen = beside(outcome(UNTOUCHED))
    assert TODAY.rest_now not in " ".join(seen.texts)
    heard: list[str] = []
    for each in seen.rows.findChildren(Notice):
        each.announced.connect(heard.append)
    seen.press(TODAY.not_today)
    assert seen.texts.count(TODAY.rest_now) == 1
    for sign in TODAY.calls:
        (stands,) = [each for each in seen.rows.findChildren(QLabel) if sign.act in each.text()]
        assert stands.isVisible()
        assert stands.property("role") == "urgent"
    assert len(heard) == 1
    assert all(words in heard[0] for words in (TODAY.rest_now, *(sign.act for sign in TODAY.calls)))
    assert "Seated breath" not in heard[0]
    assert seen.asked == []
    assert seen.home.kept.look() == outcome(UNTOUCHED)
    seen.room.show_calls(False)
    assert TODAY.rest_now not in " ".join(seen.texts)
    assert not [each for each in seen.rows.findChildren(QLabel) if each.property("role") == "urgent"]


def test_whom_to_call_comes_into_sight_when_not_today_is_said(desk: Desk) -> None:
    window = desk.app.front.window
    window.resize(480, 360)
    QApplication.processEvents()
    button = desk.button(TODAY.not_today)
    button.setFocus()
    area = desk.app.front.today.page.findChildren(QScrollArea)[0]
    content = area.widget()
    assert content is not None
    area.verticalScrollBar().setValue(button.mapTo(content, QPoint(0, 0)).y())
    first = next(each for each in window.findChildren(QLabel) if TODAY.calls[0].act in each.text())
    assert first.visibleRegion().isEmpty()
    button.click()
    QApplication.processEvents()
    assert first.visibleRegion().boundingRect().height() == first.height()
    assert button.hasFocus()


def test_something_has_changed_stands_there_at_all_times(beside: Callable[..., Beside]) -> None:
    for came in (None, outcome(UNTOUCHED), outcome(answered("1"))):
        seen = beside(came)
        seen.press(TODAY.something_changed)
        assert seen.asked == ["questions"]


def test_a_heavy_day_hides_raised_hips_for_that_day_alone(beside: Callable[..., Beside]) -> None:
    seen = beside(outcome(UNTOUCHED), "supported-cushion")
    seen.rows.findChildren(QCheckBox)[0].click()
    hips = seen.room.standing(LIBRARY.find("supported-cushion"))
    assert hips.hidden
    assert not hips.may_begin
    assert "Raised hips are hidden today." in hips.lines[0]
    assert seen.room.standing(LIBRARY.find("legs-up-the-wall")).may_begin
    assert seen.home.kept.look() == outcome(UNTOUCHED)
    seen.home.day += timedelta(days=1)
    assert not seen.room.standing(LIBRARY.find("supported-cushion")).hidden
    seen.home.day -= timedelta(days=1)
    seen.rows.findChildren(QCheckBox)[0].click()
    assert not seen.room.standing(LIBRARY.find("supported-cushion")).hidden


def test_on_a_heavy_day_raised_hips_lead_to_no_questions_either(beside: Callable[..., Beside]) -> None:
    seen = beside(None, "supported-cushion")
    assert seen.room.standing(LIBRARY.find("supported-cushion")).may_begin, "the questions come first"
    seen.rows.findChildren(QCheckBox)[0].click()
    assert not seen.room.standing(LIBRARY.find("supported-cushion")).may_begin


def test_nobody_has_said_yes_until_that_is_pressed(qtbot: QtBot) -> None:
    row = YesRow(WORDS, Column.RAISED_HIPS, ("Ask your midwife.",))
    qtbot.addWidget(row)
    told: list[object] = []
    row.said_yes.connect(told.append)
    pressed = {each.text(): each.isChecked() for each in row.findChildren(QPushButton)}
    assert pressed == {WORDS.said_yes: False, WORDS.not_asked: True}
    assert told == []


def test_what_is_closed_says_the_day_and_what_is_open_and_lets_one_answer_again(
    beside: Callable[..., Beside],
) -> None:
    seen = beside(outcome(answered("8")))
    assert (
        f"Closed by your answers of {day_text(DAY)}. Answer again when something has changed." in seen.texts
    )
    assert "Open to you now: Seated breath, Supported rest and Side-lying rest." in seen.texts
    seen.press("Seated breath instead")
    seen.press("Answer again")
    assert seen.asked == ["seated", "questions"]


def test_while_the_answers_are_in_memory_who_says_it_is_named(beside: Callable[..., Beside]) -> None:
    seen = beside(None)
    asking = seen.room.asking
    assert asking is not None
    seen.room.take(asking.answer(YES).choose(frozenset({"belly"})).forward().answer(YES).answer(NO))
    seen.room.keep()
    assert "Article 3 advises against the pose." in seen.texts
    # Another window keeps other answers: then nobody here knows why.
    seen.home.keep(outcome(answered("1")))
    seen.show()
    assert "Article 3 advises against the pose." not in seen.texts
    assert any(text.startswith("Closed by your answers of") for text in seen.texts)


def test_they_said_yes_opens_the_practice_with_its_date(beside: Callable[..., Beside]) -> None:
    seen = beside(outcome(answered("2")))
    assert "Not asked yet" in seen.texts
    seen.press(WORDS.said_yes)
    assert f"Open since {day_text(DAY)}, when you told us they said yes." in seen.texts
    assert "Seated breath instead" not in seen.texts


def test_without_answers_the_questions_come_first_and_begin_leads_to_them(
    beside: Callable[..., Beside],
) -> None:
    seen = beside(None)
    assert WORDS.answer_first in seen.texts
    assert seen.room.standing(LIBRARY.find("legs-up-the-wall")).may_begin
    assert seen.room.needs_answers
    assert beside(None, "seated-breath").room.standing(LIBRARY.find("seated-breath")).lines == ()


def test_two_weeks_ahead_it_is_announced_and_after_six_months_asked(beside: Callable[..., Beside]) -> None:
    assert WORDS.still_true not in beside(outcome(UNTOUCHED)).texts
    soon = beside(outcome(UNTOUCHED), day=date(2026, 10, 25))
    assert f"From {day_text(date(2026, 11, 3))} on we ask these questions again." in soon.texts
    late = beside(outcome(UNTOUCHED), day=date(2026, 11, 3))
    assert WORDS.still_true in late.texts
    assert not any(text.startswith("From ") for text in late.texts)
    assert not late.room.standing(LIBRARY.find("legs-up-the-wall")).may_begin
    assert late.room.safety(None).due is Due.DUE
    late.press(WORDS.still_true_yes)
    assert WORDS.still_true not in late.texts
    kept = late.home.kept.look()
    assert kept is not None
    assert kept.day == date(2026, 11, 3)


def test_once_a_day_has_its_words(beside: Callable[..., Beside]) -> None:
    seen = beside(with_yes(outcome(answered("3")), Column.WALL, DAY))
    assert seen.room.standing(LIBRARY.find("in-bed")).may_begin
    seen.held = frozenset({"legs-up-the-wall"})
    seen.show()
    assert WORDS.enough_today in seen.texts
    assert seen.room.standing(LIBRARY.find("in-bed")).mark == "Done for today"
    assert not seen.room.standing(LIBRARY.find("in-bed")).may_begin


def test_damaged_questions_name_file_and_key_and_leave_seated_breath_alone(tmp_path: Path) -> None:
    seen = Beside(Home(tmp_path, outcome(UNTOUCHED), assets=damaged(tmp_path)))
    assert any("matrix.toml: " in text and "expected" in text for text in seen.texts)
    assert any("call your local emergency number" in text for text in seen.texts)
    assert "Answer again" not in seen.texts
    assert seen.room.asking is None
    assert seen.room.account() is None
    for sequence in LIBRARY.sequences():
        assert seen.room.standing(sequence).may_begin is (sequence.id == "seated-breath")
    seen.rows.deleteLater()


def test_a_damaged_outcome_is_told_with_its_file_and_no_silent_yes(tmp_path: Path) -> None:
    home = Home(tmp_path, outcome(UNTOUCHED))
    home.file.write_text(home.file.read_text("utf-8").replace('"open"', '"opened"', 1), encoding="utf-8")
    seen = Beside(home)
    assert any("outcome.json" in text and "the questions come again" in text for text in seen.texts)
    assert seen.room.needs_answers
    assert WORDS.answer_first in seen.texts
    seen.rows.deleteLater()


def test_every_control_beside_begin_is_named_and_no_key_answers(beside: Callable[..., Beside]) -> None:
    seen = beside(outcome(answered("2")))
    for widget in seen.rows.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName()
    assert not any(each.autoDefault() for each in seen.rows.findChildren(QPushButton))
