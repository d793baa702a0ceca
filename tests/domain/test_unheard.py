"""What waits while nothing is heard: what would go on, and nothing else."""

from __future__ import annotations

from legsup.domain.session import Event, Status
from legsup.domain.unheard import waits_for_sound
from tests.domain.run import begun
from tests.small_practice import wall_plan


def test_going_on_waits_and_leaving_does_not() -> None:
    run = begun(wall_plan())
    assert run.session.status is Status.RUNNING
    assert not any(waits_for_sound(event, run.session) for event in Event)
    run.send(Event.PAUSE)
    waiting = {event for event in Event if waits_for_sound(event, run.session)}
    assert waiting == {Event.RESUME, Event.NEXT, Event.BACK}
