"""What stands beside a Begin: today's state in two urgencies, who says what is closed, and whether answers still hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget

from legsup.app.screening_room import ScreeningRoom
from legsup.domain.fault import Fault
from legsup.domain.screening.catalogue import Catalogue
from legsup.domain.screening.outcome import Due
from legsup.domain.screening.questions import Answer
from legsup.services.library import Library
from legsup.ui.screening.safety_rows import SafetyRows
from tests.screened import ASSETS, DAY, SCREENING, UNTOUCHED, WORDS, answered, outcome
from tests.ui.kept import InMemory

if TYPE_CHECKING:
    from legsup.domain.screening.outcome import Outcome

pytestmark = pytest.mark.usefixtures("qapp")

YES, NO = Answer.YES, Answer.NO
LIBRARY = Library(ASSETS, ASSETS / "none")
TODAY = SCREENING.today


@dataclass
class Beside:
    """The rows beside the Begin of one practice."""

    kept: InMemory
    sequence: str = "legs-up-the-wall"
    pattern: str = "4-6"
    day: date = DAY
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Show them."""
        self.owner = QObject()
        self.kept.day = self.day
        self.room = ScreeningRoom(self.kept, lambda: self.day, self.owner)
        self.rows = SafetyRows(self.kept.catalogue)
        self.room.serve(self.rows)
        self.room.asked.connect(lambda: self.asked.append("questions"))
        self.room.instead.connect(lambda: self.asked.append("seated"))
        self.room.changed.connect(self.show)
        self.rows.show()
        self.show()

    @property
    def standing(self) -> object:
        """How the practice stands."""
        return self.room.standing(LIBRARY.find(self.sequence), self.pattern)

    def show(self) -> None:
        """Derive them."""
        standing = self.room.standing(LIBRARY.find(self.sequence), self.pattern)
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


def beside(came: Outcome | None, sequence: str = "legs-up-the-wall", day: date = DAY) -> Beside:
    return Beside(InMemory(came), sequence, day=day)


def test_todays_state_is_one_look_in_two_urgencies_without_a_gate() -> None:
    seen = beside(outcome(UNTOUCHED))
    first, second = TODAY.signs[:2]
    assert f"{first.state} {first.act}" in seen.texts
    assert f"{second.state} {second.act}" in seen.texts
    assert "112" not in " ".join(seen.texts)
    roles = {each.property("text"): each.property("role") for each in seen.rows.findChildren(QWidget)}
    assert roles[f"{first.state} {first.act}"] == "urgent"
    assert roles[f"{TODAY.signs[2].state} {TODAY.signs[2].act}"] == "note"
    assert seen.room.standing(LIBRARY.find("legs-up-the-wall"), "4-6").may_begin


def test_not_today_shows_whom_to_call_and_starts_nothing() -> None:
    seen = beside(outcome(UNTOUCHED))
    assert TODAY.rest_now not in " ".join(seen.texts)
    seen.press(TODAY.not_today)
    told = next(text for text in seen.texts if TODAY.rest_now in text)
    assert all(sign.act in told for sign in TODAY.calls)
    assert "Seated breath" not in told
    assert seen.asked == []
    assert seen.kept.outcome == outcome(UNTOUCHED)
    seen.room.show_calls(False)
    assert TODAY.rest_now not in " ".join(seen.texts)


def test_something_has_changed_stands_there_at_all_times() -> None:
    for came in (None, outcome(UNTOUCHED), outcome(answered("1"))):
        seen = beside(came)
        seen.press(TODAY.something_changed)
        assert seen.asked == ["questions"]


def test_a_heavy_day_hides_raised_hips_for_that_day_alone() -> None:
    seen = beside(outcome(UNTOUCHED), "supported-cushion")
    seen.rows.findChildren(QCheckBox)[0].click()
    hips = seen.room.standing(LIBRARY.find("supported-cushion"), "4-6")
    assert hips.hidden
    assert not hips.may_begin
    assert "Raised hips are hidden today." in hips.lines[0]
    assert seen.room.standing(LIBRARY.find("legs-up-the-wall"), "4-6").may_begin
    assert seen.kept.outcome == outcome(UNTOUCHED)
    seen.day += timedelta(days=1)
    assert not seen.room.standing(LIBRARY.find("supported-cushion"), "4-6").hidden
    seen.day -= timedelta(days=1)
    seen.rows.findChildren(QCheckBox)[0].click()
    assert not seen.room.standing(LIBRARY.find("supported-cushion"), "4-6").hidden


def test_what_is_closed_says_the_day_and_what_is_open_and_lets_one_answer_again() -> None:
    seen = beside(outcome(answered("8")))
    assert "Closed by your answers of 3 May 2026. Answer again when something has changed." in seen.texts
    assert "Open to you now: Seated breath, Supported rest, Side-lying rest." in seen.texts
    seen.press("Seated breath instead")
    seen.press("Answer again")
    assert seen.asked == ["seated", "questions"]


def test_while_the_answers_are_in_memory_who_says_it_is_named() -> None:
    seen = beside(None)
    asking = seen.room.asking
    assert asking is not None
    seen.room.take(asking.answer(YES).choose(frozenset({"belly"})).forward().answer(YES).answer(NO))
    seen.room.keep()
    assert "Article 3 advises against the pose." in seen.texts
    # Another window keeps other answers: then nobody here knows why.
    seen.kept.answered(answered("1"))
    assert "Article 3 advises against the pose." not in seen.texts
    assert any(text.startswith("Closed by your answers of 3 May") for text in seen.texts)


def test_they_said_yes_opens_the_practice_with_its_date() -> None:
    seen = beside(outcome(answered("2")))
    assert "Not asked yet" in seen.texts
    seen.press(WORDS.said_yes)
    assert "Open since you told us of a yes, on 3 May 2026." in seen.texts
    assert "Seated breath instead" not in seen.texts


def test_without_answers_the_questions_come_first_and_begin_leads_to_them() -> None:
    seen = beside(None)
    assert WORDS.answer_first in seen.texts
    assert seen.room.standing(LIBRARY.find("legs-up-the-wall"), "4-6").may_begin
    assert seen.room.needs_answers
    assert beside(None, "seated-breath").room.standing(LIBRARY.find("seated-breath"), "4-6").lines == ()


def test_two_weeks_ahead_it_is_announced_and_after_six_months_asked() -> None:
    assert WORDS.still_true not in beside(outcome(UNTOUCHED)).texts
    soon = beside(outcome(UNTOUCHED), day=date(2026, 10, 25))
    assert "From 3 November 2026 on we ask these questions again." in soon.texts
    late = beside(outcome(UNTOUCHED), day=date(2026, 11, 3))
    assert WORDS.still_true in late.texts
    assert not any(text.startswith("From 3 November") for text in late.texts)
    assert not late.room.standing(LIBRARY.find("legs-up-the-wall"), "4-6").may_begin
    assert late.room.safety(None).due is Due.DUE
    late.press(WORDS.still_true_yes)
    assert WORDS.still_true not in late.texts
    assert late.kept.outcome is not None
    assert late.kept.outcome.day == date(2026, 11, 3)


def test_once_a_day_and_held_breath_have_their_words() -> None:
    assert WORDS.no_holds in Beside(InMemory(outcome(answered("15"))), "seated-breath", "4-1-6-1").texts


def test_damaged_questions_name_file_and_key_and_leave_seated_breath_alone() -> None:
    fault = Fault("matrix.toml", "1.wall", "open, ask or closed", "'maybe'")
    seen = Beside(InMemory(outcome(UNTOUCHED), Catalogue(screening=None, faults=(fault,))))
    assert str(fault) in seen.texts
    assert any("call your local emergency number" in text for text in seen.texts)
    assert "Answer again" not in seen.texts
    assert seen.room.asking is None
    assert seen.room.account() is None
    for sequence in LIBRARY.sequences():
        assert seen.room.standing(sequence, "4-6").may_begin is (sequence.id == "seated-breath")


def test_every_control_beside_begin_is_named_and_no_key_answers() -> None:
    seen = beside(outcome(answered("2")))
    for widget in seen.rows.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName()
    assert not any(each.autoDefault() for each in seen.rows.findChildren(QPushButton))
