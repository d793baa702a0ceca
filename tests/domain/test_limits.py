"""Limits: what an added minute, a step back, a second side and a hold's most may and may not do."""

from __future__ import annotations

import pytest

from legsup.domain.breath import Pattern
from legsup.domain.cues import CueKind
from legsup.domain.legs_up import legs_up_in_all, most_legs_up
from legsup.domain.machine import ready, step
from legsup.domain.outlook import walk
from legsup.domain.sequence import Pace, Side, Stage
from legsup.domain.session import Event, Reading, Session, Status
from tests.domain.run import Run, begun
from tests.small_practice import a_step, line, wall, wall_plan


def test_a_minute_is_added_to_a_hold_and_the_breath_goes_on_as_it_was() -> None:
    run = begun(wall_plan(minutes=2.0))
    run.to("hold")
    run.wait(33.0)
    breath = run.session.breath()
    after = run.send(Event.ADD_MINUTE)
    assert after.beat.seconds == 180.0
    assert after.breath() == breath
    run.to("down")
    assert run.session.held == pytest.approx(180.0)


def test_a_minute_can_be_added_while_paused() -> None:
    run = begun(wall_plan(minutes=2.0))
    run.to("hold")
    run.send(Event.PAUSE)
    assert run.send(Event.ADD_MINUTE).beat.seconds == 180.0
    assert run.session.status is Status.PAUSED


def test_no_minute_is_added_outside_a_hold() -> None:
    run = begun(wall_plan())
    assert run.send(Event.ADD_MINUTE).plan.holding == 300.0


def test_twenty_minutes_of_legs_up_in_all_are_the_most_pauses_counted() -> None:
    run = begun(wall_plan(minutes=17.0))
    run.to("hold")
    # The 47 + 38 s of getting in with legs up count beside the 20 minutes.
    for holding in (1080.0, 1140.0, 1200.0):
        assert run.send(Event.ADD_MINUTE).plan.holding == holding
    before = run.session.plan
    assert run.send(Event.ADD_MINUTE).plan is before
    paused = begun(wall_plan(minutes=17.0))
    paused.to("hold")
    paused.send(Event.PAUSE)
    paused.wait(150.0)
    paused.send(Event.RESUME)
    assert paused.send(Event.ADD_MINUTE).plan.holding == pytest.approx(1050.0, abs=1.0)
    before = paused.session.plan
    assert paused.send(Event.ADD_MINUTE).plan is before


def test_a_hold_grows_no_longer_than_its_most() -> None:
    hold = a_step("hold", Stage.HOLD, legs_up=True, max_seconds=150.0)
    run = begun(wall_plan(wall(hold), minutes=2.0))
    run.to("hold")
    assert run.send(Event.ADD_MINUTE).plan.holding == 150.0
    assert run.send(Event.ADD_MINUTE).plan.holding == 150.0


def sides() -> Run:
    right = a_step("right", Stage.HOLD, legs_up=True, side=Side.RIGHT, pair="needle", max_seconds=300.0)
    change = a_step("change", Stage.CHANGE, 25.0, legs_up=True)
    left = a_step("left", Stage.HOLD, legs_up=True, side=Side.LEFT, pair="needle", max_seconds=300.0)
    return begun(wall_plan(wall(right, change, left, longest=10.0), minutes=4.0))


def test_two_sides_grow_together_on_the_first_and_not_on_the_second() -> None:
    run = sides()
    run.to("right")
    assert [hold.seconds for hold in run.send(Event.ADD_MINUTE).plan.holds] == [150.0, 150.0]
    run.to("left")
    assert [hold.seconds for hold in run.send(Event.ADD_MINUTE).plan.holds] == [150.0, 150.0]
    assert CueKind.SWITCH_SIDES in run.kinds()


def sided(minutes: float, **choices: object) -> Run:
    """A practice of two sides of at most 300 s each."""
    right, left = (
        a_step(side.value, Stage.HOLD, legs_up=True, side=side, pair="needle", max_seconds=300.0)
        for side in (Side.RIGHT, Side.LEFT)
    )
    change = a_step("change", Stage.CHANGE, 25.0, legs_up=True)
    return begun(wall_plan(wall(right, change, left, longest=10.0), minutes=minutes, **choices))


def held_on(run: Run) -> list[float]:
    """How long each side was held."""
    run.to_end()
    return [round(seconds, 3) for seconds in run.session.tally.holds.values()]


@pytest.mark.parametrize(
    ("pattern", "held"),
    [(Pattern(5, 6), 297.0), (Pattern(4, 6), 300.0), (Pattern(8, 10, 8, 8), 272.0), (None, 300.0)],
)
def test_a_hold_ends_with_the_last_whole_breath_within_its_most(pattern: Pattern | None, held: float) -> None:
    assert held_on(sided(10.0, pattern=pattern)) == [held, held]


@pytest.mark.parametrize("ease_in", [True, False])
@pytest.mark.parametrize("pattern", [Pattern(3, 3), Pattern(5, 6), Pattern(8, 10, 8, 8), Pattern(6, 6)])
@pytest.mark.parametrize("minutes", [0.2, 1.0, 2.3, 7.9, 10.0])
def test_two_sides_differ_by_a_breath_at_most(minutes: float, pattern: Pattern, *, ease_in: bool) -> None:
    right, left = held_on(sided(minutes, pattern=pattern, ease_in=ease_in))
    # Easing in begins with a breath of 7 s.
    assert abs(right - left) <= max(7.0, pattern.seconds) + 1e-6
    assert max(right, left) <= 300.0


def test_a_side_that_is_left_early_shortens_the_other() -> None:
    run = sided(8.0)
    run.to("right")
    run.wait(40.0)
    run.send(Event.NEXT)
    right, left = held_on(run)
    assert (right, left) == (pytest.approx(40.0, abs=0.6), pytest.approx(40.0, abs=10.6))


def test_a_most_is_kept_across_pauses() -> None:
    run = sided(10.0, pattern=Pattern(5, 6))
    run.to("right")
    for _ in range(3):
        run.wait(97.0)
        run.send(Event.PAUSE)
        run.wait(5.0)
        run.send(Event.RESUME)
    run.to("change")
    assert run.session.tally.holds[run.session.beat_index - 1] <= 300.0


def test_where_no_whole_breath_fits_any_more_a_hold_that_is_taken_up_again_is_over() -> None:
    run = sided(10.0, pattern=Pattern(5, 6))
    run.to("right")
    run.wait(295.0)
    run.send(Event.PAUSE)
    run.send(Event.RESUME)
    assert run.send(Event.TICK).beat.step.id == "change"


def test_many_holds_of_long_breaths_grow_no_further_than_the_legs_may_be_up() -> None:
    holds = [
        part
        for number in range(5)
        for part in (
            a_step(f"hold-{number}", Stage.HOLD, legs_up=True),
            a_step(f"change-{number}", Stage.CHANGE, 20.0, legs_up=True),
        )
    ][:-1]
    run = begun(wall_plan(wall(*holds), minutes=18.0, pattern=Pattern(8, 10, 8, 8)))
    run.to("hold-0")
    for _ in range(5):
        run.send(Event.ADD_MINUTE)
    assert legs_up_in_all(run.session) <= most_legs_up(run.session)
    run.to("down")
    assert run.session.tally.legs_up <= 1200.0 + 47.0 + 38.0 + 80.0 + 1e-6


def test_back_into_a_hold_goes_on_with_what_it_lacks() -> None:
    first, second = (a_step(name, Stage.HOLD, legs_up=True) for name in ("first", "second"))
    run = begun(wall_plan(wall(first, second), minutes=4.0))
    run.to("first")
    run.wait(60.0)
    run.send(Event.NEXT)
    run.wait(15.0)
    held = run.session.tally.holds[run.session.beat_index - 1]
    assert run.send(Event.BACK).beat.step.id == "first"
    assert run.session.beat_held == held
    run.to("second")
    assert run.session.tally.holds[run.session.beat_index - 1] == pytest.approx(120.0, abs=10.0)
    assert run.session.beat_held == pytest.approx(15.0, abs=0.6)


def test_back_into_a_hold_that_lacks_less_than_a_breath_does_not_apply() -> None:
    for pattern in (Pattern(4, 6), None):
        run = begun(
            wall_plan(
                wall(
                    a_step("hold", Stage.HOLD, legs_up=True),
                    a_step("change", Stage.CHANGE, 25.0, legs_up=True),
                    a_step("last", Stage.HOLD, legs_up=True),
                ),
                minutes=4.0,
                pattern=pattern,
            )
        )
        run.to("hold")
        run.wait(112.0)
        run.send(Event.NEXT)
        before = run.session
        assert run.happen(Event.BACK) is before


def test_back_never_lets_the_legs_be_up_longer_than_the_limit() -> None:
    run = begun(wall_plan(minutes=20.0))
    run.to("settle")
    run.wait(5.0)
    before = run.session
    assert run.happen(Event.BACK) is before, "20 minutes are planned: no second of getting in may come twice"
    shorter = begun(wall_plan(minutes=5.0))
    shorter.to("settle")
    for _ in range(40):
        shorter.wait(30.0)
        shorter.send(Event.BACK)
        assert legs_up_in_all(shorter.session) <= most_legs_up(shorter.session) + 1e-6
        if shorter.session.beat.step.id == "sit":
            shorter.to("settle")


def test_a_long_wait_on_the_floor_is_counted() -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE, hands_near=True, minutes=18.0))
    run.send(Event.NEXT)
    run.send(Event.NEXT)
    assert run.session.beat.step.id == "turn"
    run.wait(150.0)
    run.send(Event.NEXT)
    run.to("hold")
    before = run.session
    assert run.happen(Event.ADD_MINUTE) is before


def test_the_seat_is_longer_where_added_minutes_bring_the_holding_to_ten() -> None:
    run = begun(wall_plan(minutes=9.0))
    seat = next(beat for beat in run.session.plan.beats if beat.is_seat)
    assert seat.seconds == 40.0
    run.to("hold")
    run.send(Event.ADD_MINUTE)
    assert run.session.plan.beats[seat.index].seconds == 60.0


def test_a_hold_as_first_step_is_not_lengthened_by_its_words() -> None:
    hold = a_step(
        "hold", Stage.HOLD, None, line("Let the floor hold you, all of you, and rest."), legs_up=True
    )
    steps = [step for step in wall(hold).steps if step.stage.order >= Stage.HOLD.order]
    sequence = wall(hold).__class__(id="short", minutes=wall().minutes, text=wall().text, steps=tuple(steps))
    plan = wall_plan(sequence, minutes=0.1)
    assert plan.beats[0].seconds == 6.0


@pytest.mark.parametrize("uptime", [0.0, 86_400.0 * 7.3, 86_400.0 * 400.7, 3e8 + 0.1])
@pytest.mark.parametrize("pattern", [Pattern(4, 6), Pattern(3.3, 4.4), Pattern(3.1, 5.2)])
def test_days_of_uptime_add_no_breath(uptime: float, pattern: Pattern) -> None:
    minutes = pattern.seconds * 20 / 60.0
    for tick in (1.0, 0.7, 4.9):
        session, _ = step(ready(wall_plan(minutes=minutes, pattern=pattern)), Event.START, Reading(uptime))
        session = _ticked(session, tick)
        assert session.tally.holds[4] == pytest.approx(pattern.seconds * 20, abs=1e-3)


def _ticked(session: Session, tick: float) -> Session:
    """Tick to the way out, pausing at the very end of each breath in the hold."""
    while session.beat.step.id != "down":
        now = session.seen + tick
        held = session.beat.is_hold and len(session.stretch.cycles) > 1
        breath = session.stretch.cycles[1].start if held else now  # pyright: ignore[reportGeneralTypeIssues] - it has two then
        session, _ = step(session, Event.TICK, Reading(min(now, breath)))
        if held and session.seen == breath:
            for event in (Event.PAUSE, Event.RESUME):
                session, _ = step(session, event, Reading(session.seen))
    return session


def test_what_is_planned_is_what_is_held() -> None:
    walked = walk(wall_plan(minutes=3.0, pattern=Pattern(5, 6)))
    assert walked.seconds == pytest.approx(258.0 + 187.0)
