"""Media keys: one meaning in every status, and Stop never throws anybody out."""

from __future__ import annotations

import pytest

from legsup.domain.media_key import MediaKey, event_of_key
from legsup.domain.session import Event
from tests.domain.run import begun
from tests.small_practice import wall_plan

P, R, N, C = Event.PAUSE, Event.RESUME, Event.NEXT, Event.COME_OUT


@pytest.mark.parametrize(
    ("state", "means"),
    [
        ("running", (P, None, P, N, C)),
        ("paused", (R, R, None, N, C)),
        ("waiting", (N, N, None, N, None)),
        ("ended", (None, None, None, None, None)),
    ],
)
def test_each_key_means_one_event(state: str, means: tuple[Event | None, ...]) -> None:
    run = begun(wall_plan())
    if state == "paused":
        run.send(Event.PAUSE)
    elif state == "waiting":
        while run.session.status.value != "waiting":
            run.wait(1.0)
    elif state == "ended":
        run.send(Event.STOP)
    assert tuple(event_of_key(key, run.session) for key in MediaKey) == means


def test_stop_in_the_way_out_means_nothing_but_in_a_pause_there_it_goes_on() -> None:
    run = begun(wall_plan())
    while not run.session.is_coming_out:
        run.wait(1.0)
    assert event_of_key(MediaKey.STOP, run.session) is None
    run.send(Event.PAUSE)
    assert event_of_key(MediaKey.STOP, run.session) is Event.COME_OUT
