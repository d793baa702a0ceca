"""What can be pressed does something, whatever a practice is at: each action that is not grey changes the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legsup.domain.machine import step
from legsup.domain.session import Event, Reading, Session
from legsup.domain.wish import AGAIN
from legsup.services.conductor import Conductor
from legsup.ui.actions import SessionActions
from tests.domain.any_plans import plans
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from legsup.domain.plan import Plan

pytestmark = pytest.mark.usefixtures("qapp")

#: What is pressed again while its own words are being said is being answered by them.
SAID = {Event.TINGLE, Event.HELP}
MOVES = st.lists(
    st.tuples(
        st.sampled_from([0.5, 4.0, 20.0, 90.0, 300.0]), st.sampled_from([*Event, Event.TICK, Event.NEXT])
    ),
    max_size=14,
)


class Asked(Conductor):
    """A conductor that can be asked what it would be sent, without anything coming of it."""

    def __init__(self, clock: HandClock) -> None:
        super().__init__(clock)
        self._hand = clock
        self._sent: list[Event] | None = None

    @property
    def now(self) -> float:
        """A second on, in which an Esc that led out may be pressed again."""
        return self._hand.now + AGAIN

    def send(self, event: Event) -> None:
        """Let it happen, but where it is only asked for."""
        if self._sent is None:
            super().send(event)
        else:
            self._sent.append(event)

    def pass_time(self, seconds: float, tick: float = 4.0) -> None:
        """Let time pass without a stall."""
        while seconds > 0:
            self._hand.now += min(seconds, tick)
            seconds -= tick
            self.tick()

    def sent_by(self, actions: SessionActions) -> dict[str, Event | None]:
        """Tell what each action that is not grey would send, by its words."""
        found: dict[str, Event | None] = {}
        for each in actions.all:
            self._sent = []
            if each.isEnabled():
                each.trigger()
                found[each.text()] = self._sent[0] if self._sent else None
        self._sent = None
        return found


def changes(session: Session, event: Event | None) -> bool:
    """Whether an event does anything to a session at its last reading."""
    if event is None:
        return False
    return step(session, event, Reading(session.seen, session.slept))[0] is not session


@settings(max_examples=40, deadline=None)
@given(plan=plans(), moves=MOVES)
def test_whatever_is_not_grey_changes_the_session(plan: Plan, moves: list[tuple[float, Event]]) -> None:
    conductor = Asked(HandClock())
    actions = SessionActions(conductor)
    conductor.start(plan)
    for seconds, event in moves:
        session = conductor.session
        assert session is not None
        sent = conductor.sent_by(actions)
        in_vain = {words for words, each in sent.items() if not changes(session, each) and each not in SAID}
        assert not in_vain
        assert actions.back.isEnabled() is changes(session, Event.BACK)
        assert actions.add_minute.isEnabled() is changes(session, Event.ADD_MINUTE)
        conductor.send(event)
        conductor.pass_time(seconds)
