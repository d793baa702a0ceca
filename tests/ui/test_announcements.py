"""What a screen reader is told: each step and line once, and nothing at a turn of the breath."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from legsup.domain.caption import caption
from legsup.domain.cues import CueKind
from legsup.domain.hearing import ALL_EARS
from legsup.ui.journal.record_model import RecordModel
from tests.services.test_journal import record

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass(frozen=True)
class Ears:
    """Hears some lines."""

    said: frozenset[str]
    hears: bool = True

    def says(self, text: str, /) -> bool:
        """Whether it is one of them."""
        return text in self.said


def names(desk: Desk) -> list[tuple[str, str]]:
    """Give the accessible texts of every widget of the window and the floor view."""
    windows: list[QWidget] = [desk.app.front.window, desk.views.floor_view]
    widgets = [each for window in windows for each in (window, *window.findChildren(QWidget))]
    return [(each.accessibleName(), each.accessibleDescription()) for each in widgets]


def test_each_step_and_line_is_announced_once(desk: Desk) -> None:
    desk.button("Begin").click()
    told: list[str] = []
    desk.views.page.aloud.told.connect(told.append)
    shown = [caption(desk.session)]
    for _ in range(300):
        if desk.session.beat.is_hold:
            break
        if desk.session.status.value == "waiting":
            desk.actions.next.trigger()
        else:
            desk.wait(1)
        shown.append(caption(desk.session))
    changed = [after for before, after in pairwise(shown) if after != before]
    assert desk.session.beat.is_hold
    assert told == changed
    assert len(told) > 5


def test_all_tips_of_a_step_are_read_aloud_with_it_however_few_are_seen(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.views.page.spoken.ears = ALL_EARS
    tips = desk.views.page.spoken.tips
    told: set[str] = set()
    for _ in range(4):
        assert tips.accessibleName() == " ".join(desk.session.beat.text.tips)
        told.add(tips.accessibleName())
        desk.actions.next.trigger()
    assert len(told) > 1


def test_a_turn_of_the_breath_is_not_announced_and_changes_no_accessible_text(desk: Desk) -> None:
    desk.app.basis.kept.change(guidance="bells")  # no words but the breath
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.wait(20)
    told: list[str] = []
    desk.views.page.aloud.told.connect(told.append)
    before, words, cursor = names(desk), caption(desk.session), desk.session.cursor
    desk.wait(40)
    given = {cue.kind for cue in desk.session.stretch.cues[cursor : desk.session.cursor]}
    assert given >= {CueKind.INHALE, CueKind.EXHALE}
    assert caption(desk.session) == words
    desk.app.front.window.resize(700, 500)
    QApplication.processEvents()
    assert told == []
    assert names(desk) == before


def test_a_note_is_read_aloud_with_its_session() -> None:
    model = RecordModel()
    model.show_records([replace(record(1), note="Warm feet."), record(0)])
    told = [model.data(model.index(at, 0), Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert str(told[0]).endswith(" · Warm feet.")
    assert not str(told[1]).endswith(" · ")


def test_a_line_that_the_voice_says_is_not_read_over_it_but_one_that_it_does_not_say_is(desk: Desk) -> None:
    desk.button("Begin").click()
    aloud = desk.views.page.aloud
    told: list[str] = []
    aloud.told.connect(told.append)
    said = {words.text for beat in desk.session.plan.beats[:3] for words in beat.words}
    aloud.ears = Ears(frozenset(said))
    desk.actions.next.trigger()
    desk.wait(10)
    assert caption(desk.session) in said
    assert told == []
    desk.app.front.change("read_too", value=True)
    desk.actions.next.trigger()
    desk.wait(10)
    assert caption(desk.session) in said
    assert (told[0], told[-1]) == (desk.session.beat.text.title, caption(desk.session))
    told.clear()
    desk.app.front.change("read_too", value=False)
    desk.actions.next.trigger()
    desk.wait(10)
    assert caption(desk.session) not in said
    assert told[-1] == caption(desk.session, aloud.ears), "nobody else says it"


def test_a_pause_is_told_and_on_going_on_where_one_is(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    told: list[str] = []
    desk.views.page.aloud.told.connect(told.append)
    desk.actions.pause.trigger()
    desk.wait(3)
    desk.actions.pause.trigger()
    assert told == ["Paused", caption(desk.session)]


def test_where_the_voice_says_nothing_for_a_while_a_reader_tells_where_one_is(desk: Desk) -> None:
    desk.button("Begin").click()
    aloud = desk.views.page.aloud
    aloud.ears = ALL_EARS
    told: list[str] = []
    aloud.told.connect(told.append)
    desk.to("legs-up")
    assert told == [desk.session.beat.text.title], "the first line of a hold comes later"
    for _ in range(2):
        desk.actions.pause.trigger()
        desk.wait(3)
    assert told[1:] == ["Paused", caption(desk.session)], "the voice has said it before the pause"


def test_what_the_window_has_to_say_is_told(desk: Desk) -> None:
    told: list[str] = []
    desk.app.front.window.messages.announced.connect(told.append)
    desk.app.front.window.messages.say("Nothing can be heard.")
    desk.app.front.window.messages.say_as_well("The screen stays on.")
    desk.app.front.window.messages.take_back("Nothing can be heard.")
    assert told == ["Nothing can be heard.", "The screen stays on."]


def test_a_message_is_known_whole_and_not_by_what_is_in_another(desk: Desk) -> None:
    messages = desk.app.front.window.messages
    told: list[str] = []
    messages.announced.connect(told.append)
    messages.say("Saved: one.json in two")
    for text in ("Saved: one.json", "Saved: one.json"):
        messages.say_as_well(text)
    messages.take_back("one.json")
    assert messages.text() == "Saved: one.json in two Saved: one.json"
    messages.take_back("Saved: one.json")
    assert messages.text() == "Saved: one.json in two"
    assert told == ["Saved: one.json in two", "Saved: one.json"]


def test_at_the_end_it_is_told_what_was_done_and_no_step_any_more(desk: Desk) -> None:
    desk.button("Begin").click()
    told: list[str] = []
    desk.views.page.aloud.told.connect(told.append)
    desk.actions.come_out.trigger()
    assert told == ["Welcome back."]
    assert desk.views.page.figure.accessibleName() == ""
