"""Where one is on the way, and which tips stand there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.domain.along import along
from legsup.domain.caption import JUST, SOON, TIPS_STAY, caption, heading, is_said, is_said_now, tips_now
from legsup.domain.machine import ready
from legsup.domain.sequence import Pace, Stage
from legsup.domain.session import Event
from tests.domain.run import begun
from tests.small_practice import a_step, line, wall, wall_plan


def test_what_lies_behind_never_shrinks_and_comes_to_all_of_it() -> None:
    run = begun(wall_plan())
    before = 0.0
    stages = [leg.stage for leg in along(run.session)]
    assert len(stages) == len(set(stages))
    assert stages == sorted(stages, key=lambda stage: stage.order)
    while run.session.is_active:
        legs = along(run.session)
        assert sum(leg.present for leg in legs) == 1
        assert next(leg.stage for leg in legs if leg.present).order == run.session.beat.stage.order
        behind = sum(leg.behind for leg in legs)
        assert before <= behind + 1e-9
        before = behind
        run.wait(2.0)
    assert all(leg.behind == 1.0 and not leg.present for leg in along(run.session))


def test_before_the_start_nothing_is_present() -> None:
    assert not any(leg.present for leg in along(ready(wall_plan())))


def test_a_change_between_two_poses_is_part_of_holding_them() -> None:
    steps = (
        a_step("hold", Stage.HOLD, legs_up=True),
        a_step("turn-2", Stage.CHANGE, 20.0, legs_up=True),
        a_step("hold-2", Stage.HOLD, legs_up=True),
    )
    run = begun(wall_plan(wall(*steps)))
    run.to("turn-2")
    assert [leg.stage for leg in along(run.session)].count(Stage.HOLD) == 1
    assert next(leg for leg in along(run.session) if leg.present).stage is Stage.HOLD


def test_an_open_beat_stands_at_its_beginning() -> None:
    step = a_step("look", Stage.PREPARE)
    run = begun(wall_plan(wall(step, a_step("hold", Stage.HOLD, legs_up=True)), pace=Pace.MY_PACE))
    present = next(leg for leg in along(run.session) if leg.present)
    run.wait(50.0)
    assert next(leg for leg in along(run.session) if leg.present) == present


def test_no_more_tips_than_fit_and_each_is_seen_while_one_may_look() -> None:
    step = a_step("told", Stage.ENTER, 60.0)
    text = {key: replace(each, tips=("a", "b", "c"), lines=()) for key, each in step.text.items()}
    run = begun(wall_plan(wall(replace(step, text=text), a_step("hold", Stage.HOLD, legs_up=True))))
    run.to("told")
    assert tips_now(run.session, 2) == ("a", "b")
    assert tips_now(run.session, 4) == ("a", "b", "c")
    run.wait(TIPS_STAY)
    assert tips_now(run.session, 2) == ("c",)
    run.wait(TIPS_STAY)
    assert tips_now(run.session, 2) == ("a", "b")


def test_words_are_said_now_from_a_moment_before_they_begin_until_a_moment_after() -> None:
    step = a_step("told", Stage.PREPARE, 60.0)
    text = {"en": replace(step.text["en"], lines=(line("Sit down.", at=20.0),))}
    run = begun(wall_plan(wall(replace(step, text=text), a_step("hold", Stage.HOLD, legs_up=True))))
    run.to("told")
    said = next(cue for cue in run.session.stretch.cues if cue.text == "Sit down.")
    for seconds, now in ((-SOON - 1.0, False), (-SOON + 1.0, True), (JUST - 1.0, True), (JUST + 1.0, False)):
        run.wait(said.at + seconds - run.now)
        assert is_said_now("Sit down.", run.session) is now
    assert not is_said_now("Stand up.", run.session)


@pytest.mark.parametrize("event", [Event.PAUSE, Event.TINGLE])
def test_in_a_pause_the_tips_stay_whatever_it_says(event: Event) -> None:
    step = a_step("told", Stage.PREPARE, 60.0)
    text = {"en": replace(step.text["en"], tips=("a", "b", "c"))}
    run = begun(wall_plan(wall(replace(step, text=text), a_step("hold", Stage.HOLD, legs_up=True))))
    run.to("told")
    run.wait(TIPS_STAY)
    run.send(event)
    for _ in range(3):
        assert tips_now(run.session, 2) == ("c",)
        run.wait(TIPS_STAY)


def test_in_a_hold_other_tips_come_with_a_line_and_not_with_time() -> None:
    run = begun(wall_plan())
    while not run.session.beat.is_hold:
        run.wait(1.0)
    beat = run.session.beat
    tipped = replace(beat, text=replace(beat.text, tips=("a", "b", "c")))
    beats = (*run.session.plan.beats[: beat.index], tipped, *run.session.plan.beats[beat.index + 1 :])
    run.session = replace(run.session, plan=replace(run.session.plan, beats=beats))
    words = caption(run.session)
    seen: set[tuple[str, ...]] = set()
    for _ in range(100):
        run.wait(1.0)
        if caption(run.session) == words:
            seen.add(tips_now(run.session, 2))
        if not run.session.beat.is_hold:
            break
    assert seen == {("a", "b")}


def test_a_step_without_tips_shows_none() -> None:
    run = begun(wall_plan(wall(a_step("bare", Stage.ENTER, 30.0), a_step("hold", Stage.HOLD, legs_up=True))))
    run.send(Event.PAUSE)
    assert tips_now(run.session, 2) == run.session.beat.text.tips[:2]


@pytest.mark.parametrize(
    ("title", "said", "repeats"),
    [
        ("To your mat", "Go to your mat.", True),
        ("A clear stretch of wall", "Find a clear stretch of wall. No door that opens.", True),
        ("Legs rest on the wall", "Knees soft, legs resting on the wall.", True),
        ("Rest on one side", "Roll to one side, head on your arm.", False),
        ("Sit", "Lie down.", False),
    ],
)
def test_a_title_is_known_in_the_words_that_say_it(title: str, said: str, *, repeats: bool) -> None:
    assert is_said(title, said) == repeats


def test_no_words_stand_above_or_below_the_caption_that_it_says_itself() -> None:
    tips = ("Head last.", "Let your arms carry you.")
    lines = (line("Sit down.", 2.0), line("Now mat and pillow. Head last.", 10.0))
    step = a_step("mat", Stage.ENTER, 40.0)
    text = {key: replace(each, tips=tips, lines=lines) for key, each in step.text.items()}
    run = begun(wall_plan(wall(replace(step, text=text), a_step("hold", Stage.HOLD, legs_up=True))))
    run.to("mat")
    assert (caption(run.session), heading(run.session)) == ("mat", "Legs up the wall")
    run.wait(5.0)
    assert (caption(run.session), heading(run.session)) == ("Sit down.", "mat")
    assert tips_now(run.session, 2) == tips
    run.wait(10.0)
    assert caption(run.session) == "Now mat and pillow. Head last."
    assert heading(run.session) == "Legs up the wall"
    assert tips_now(run.session, 2) == tips[1:]


def test_a_step_named_as_its_practice_has_nothing_above_its_name() -> None:
    step = a_step("hold", Stage.HOLD, legs_up=True)
    named = {key: replace(each, title="Legs up the wall") for key, each in step.text.items()}
    run = begun(wall_plan(wall(replace(step, text=named))))
    run.to("hold")
    assert caption(run.session) == "Legs up the wall"
    assert heading(run.session) == ""
