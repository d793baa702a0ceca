"""The way into a pose is shown again and again until the person goes on or down."""

from __future__ import annotations

from dataclasses import replace

from legsup.domain.machine import ready
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.roll import Roll
from legsup.domain.sequence import Pace, Side, Stage, Tag
from legsup.domain.session import Event
from legsup.domain.showing import hold_of, movement, pose_shown, side_shown, stays, way_in
from legsup.services.library import Library
from tests.domain.run import begun
from tests.screened import ASSETS
from tests.small_practice import a_step, wall, wall_plan


def test_a_step_of_getting_in_shows_the_way_from_the_pose_before_it() -> None:
    sit = replace(a_step("sit-2", Stage.ENTER, 20.0), pose="sit-sideways")
    turn = replace(a_step("turn-2", Stage.ENTER, 20.0), pose="sit-sideways")
    run = begun(wall_plan(wall(sit, turn, a_step("hold", Stage.HOLD, legs_up=True))))
    run.to("sit-2")
    assert movement(run.session) == ("legs-up", "sit-sideways")
    run.send(Event.PAUSE)
    assert movement(run.session) == ()
    run.send(Event.RESUME)
    run.to("turn-2")
    assert movement(run.session) == ()


def test_from_a_way_that_was_only_shown_nobody_comes() -> None:
    library = Library(ASSETS, ASSETS / "none")
    for sequence in library.sequences():
        run = begun(compile_plan(sequence, Choices(pace=Pace.MY_PACE), library.parts()))
        while not run.session.beat.step.demonstrates and run.session.beat.stage is Stage.PREPARE:
            run.send(Event.NEXT)
        if run.session.beat.stage is not Stage.PREPARE:
            assert sequence.id == "seated-breath", "all others show their way in"
            continue
        run.send(Event.NEXT)
        assert run.session.beat.step.id.startswith("to-the-")
        assert movement(run.session) == (), "whoever presses I'm going down has not sat down yet"
        assert pose_shown(run.session) == "standing"
        run.send(Event.NEXT)
        assert movement(run.session)[0] == "standing"


def test_a_step_shows_what_it_names_while_one_may_look_and_no_longer() -> None:
    ways = ("sit-sideways", "lean-back")
    steps = [
        replace(a_step(name, stage, 20.0, legs_up=True), demonstrates=ways)
        for name, stage in (("in", Stage.ENTER), ("settled", Stage.SETTLE), ("held", Stage.HOLD))
    ]
    run = begun(wall_plan(wall(*steps)))
    for name in ("in", "settled"):
        run.to(name)
        assert movement(run.session) == ways
    run.to("held")
    assert movement(run.session) == ()


def test_the_way_up_is_shown_to_one_who_sits_and_may_look() -> None:
    ways = ("hands-and-knees-to-wall", "half-kneeling", "stand-holding")
    up = replace(a_step("way-up", Stage.REST, 30.0, tag=Tag.WAY_UP), demonstrates=ways)
    seat = replace(a_step("seat-2", Stage.REST, 40.0, tag=Tag.SEAT), demonstrates=ways)
    sequence = wall()
    run = begun(wall_plan(replace(sequence, steps=(*sequence.steps, seat, up))))
    run.to("seat-2")
    assert movement(run.session) == ()
    run.to("way-up")
    assert movement(run.session) == ways


def test_what_waits_or_has_not_begun() -> None:
    plan = wall_plan(wall(replace(a_step("hold", Stage.HOLD, legs_up=True))), pace=Pace.MY_PACE)
    assert movement(ready(plan)) == ()
    first = replace(
        plan.beats[0], step=replace(plan.beats[0].step, demonstrates=("standing", "sit-sideways"))
    )
    waiting = begun(replace(plan, beats=(first, *plan.beats[1:])))
    assert movement(waiting.session) == ("standing", "sit-sideways")
    entering = replace(first, step=replace(a_step("in", Stage.ENTER, 20.0)))
    assert movement(begun(replace(plan, beats=(entering, *plan.beats[1:]))).session) == ()


def test_a_sequence_is_shown_by_its_way_in_and_by_its_first_hold() -> None:
    library = Library(ASSETS, ASSETS / "none")
    wall, seated = library.find("legs-up-the-wall"), library.find("seated-breath")
    assert (way_in(wall)[0], way_in(wall)[-1]) == ("sit-sideways", hold_of(wall).pose)
    assert way_in(seated) == ()
    assert hold_of(seated).pose == "seated-chair"


def test_where_the_words_say_left_one_is_drawn_lying_on_the_left_and_pressing_up_from_there() -> None:
    library = Library(ASSETS)
    sequence = next(each for each in library.sequences() if each.id == "legs-up-the-wall")
    drawn: dict[Roll | None, dict[str, Side | None]] = {}
    for roll in (None, *Roll):
        run = begun(compile_plan(sequence, Choices(roll=roll, minutes=2.0), library.parts()))
        sides = drawn.setdefault(roll, {})
        while run.session.is_active:
            sides[run.session.beat.step.id] = side_shown(run.session)
            run.wait(2.0)
    turned = [name for name, side in drawn[Roll.LEFT].items() if side is Side.LEFT]
    assert turned[0] == "side"
    assert len(turned) == 2
    for roll in (None, Roll.LIKED, Roll.QUIET, Roll.AGREED):
        assert set(drawn[roll].values()) == {None}


def test_a_step_of_one_side_is_drawn_for_that_side() -> None:
    held = a_step("hold", Stage.HOLD, legs_up=True, side=Side.RIGHT)
    run = begun(wall_plan(wall(held), roll=Roll.LEFT))
    run.to("hold")
    assert side_shown(run.session) is Side.RIGHT


def test_in_a_pause_the_figure_stays_as_it_is() -> None:
    run = begun(wall_plan(wall(a_step("hold", Stage.HOLD, legs_up=True))))
    assert not stays(run.session)
    run.send(Event.PAUSE)
    assert stays(run.session)
    assert movement(run.session) == ()
    run.send(Event.RESUME)
    assert not stays(run.session)


def test_at_the_end_one_is_shown_seated_however_one_got_there() -> None:
    library = Library(ASSETS)
    for sequence in library.sequences():
        run = begun(compile_plan(sequence, Choices(minutes=sequence.minutes.default), library.parts()))
        seats = [beat.step.pose for beat in run.session.plan.beats if beat.step.tag == Tag.SEAT]
        run.to(hold_of(sequence).id)
        assert pose_shown(run.session) == run.session.beat.step.pose
        run.send(Event.STOP)
        assert not run.session.is_active
        assert seats
        assert pose_shown(run.session) == seats[-1]


def test_who_fell_asleep_is_left_lying() -> None:
    library = Library(ASSETS)
    bed = next(each for each in library.sequences() if each.bedtime)
    run = begun(compile_plan(bed, Choices(minutes=bed.minutes.default, bedtime=True), library.parts()))
    run.send(Event.STOP)
    assert pose_shown(run.session) == run.session.plan.beats[-1].step.pose
