"""Compiling a plan: which steps are taken, how minutes and getting in are shared, what waits and what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.outlook import walk
from legsup.domain.plan import Choices
from legsup.domain.planning import PlanError, compile_plan
from legsup.domain.postures import Posture
from legsup.domain.roll import Roll
from legsup.domain.sequence import Guidance, Line, Minutes, Pace, Stage
from legsup.domain.sharing import shared_with_caps, shared_with_floors
from tests.small_practice import PARTS, PHRASES, a_step, line, wall, wall_plan


def seconds(plan_choices: dict[str, object], *names: str) -> list[float | None]:
    plan = wall_plan(None, **plan_choices)
    return [beat.seconds for beat in plan.beats if beat.step.id in names]


def test_minutes_outside_the_range_are_refused_with_the_range() -> None:
    sequence = replace(wall(), minutes=Minutes(default=5, shortest=2, longest=10))
    with pytest.raises(PlanError, match="1 minutes of wall are not offered; expected 2 to 10"):
        wall_plan(sequence, minutes=1)
    with pytest.raises(PlanError, match="expected 2 to 10"):
        wall_plan(sequence, minutes=10.5)
    assert wall_plan(sequence).minutes == 5


def test_a_bedtime_that_a_sequence_does_not_have_is_refused() -> None:
    with pytest.raises(PlanError, match="no bedtime ending"):
        wall_plan(bedtime=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lie_down", 44.0),
        ("lie_down", 181.0),
        ("seated_rest", 121.0),
        ("speech_rate", 0.7),
        ("speech_rate", 1.1),
    ],
)
def test_seconds_outside_their_range_are_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match="out of range"):
        wall_plan(None, **{name: value})


def test_holds_share_the_minutes_by_weight_and_what_one_cannot_take_goes_to_the_others() -> None:
    assert shared_with_caps(600.0, [1.0, 2.0], [None, None]) == [200.0, 400.0]
    assert shared_with_caps(600.0, [1.0, 1.0, 2.0], [None, None, 200.0]) == [200.0, 200.0, 200.0]
    assert shared_with_caps(600.0, [1.0, 1.0], [100.0, 100.0]) == [100.0, 100.0]


def test_no_part_is_shorter_than_its_least() -> None:
    assert shared_with_floors(60.0, [1.0, 1.0], [0.0, 0.0]) == [30.0, 30.0]
    assert shared_with_floors(60.0, [1.0, 9.0], [20.0, 0.0]) == [20.0, 40.0]
    assert shared_with_floors(10.0, [1.0, 1.0], [20.0, 20.0]) == [20.0, 20.0]


def test_the_time_to_lie_down_is_shared_by_weight_and_leaves_room_for_the_words() -> None:
    longer = seconds({"lie_down": 180.0}, "ready", "sit", "turn")
    assert longer == pytest.approx([60.0, 26.0, 94.0])
    short = [a or 0.0 for a in seconds({"lie_down": 45.0}, "ready", "sit", "turn")]
    assert sum(short) == pytest.approx(45.0)
    assert short[1] == pytest.approx(max(6.5, 3 / 2.1 + 2, 1.6 + 3 / 2.1), abs=0.1)


def test_without_a_choice_the_file_s_own_seconds_stand() -> None:
    assert seconds({}, "ready", "sit", "turn") == [30.0, 13.0, 47.0]


def test_a_slower_voice_is_given_the_time_that_its_words_need() -> None:
    usual, slow = wall_plan(), wall_plan(speech_rate=0.8)
    for beat, slower in zip(usual.beats, slow.beats, strict=True):
        assert slower.nominal >= beat.nominal
        for words, longer in zip(beat.words, slower.words, strict=True):
            assert longer.seconds == pytest.approx(words.seconds / 0.8)
        if slower.seconds is not None and not slower.is_hold:
            assert all(words.end <= slower.seconds for words in slower.words)
    closing = [cue for cue in walk(slow).cues if cue.kind is CueKind.SAY][-1]
    assert closing.seconds == pytest.approx(len((closing.text or "").split()) / 2.1 / 0.8)


def test_hands_free_nothing_waits_but_im_up() -> None:
    assert [beat.step.id for beat in wall_plan(desk=True).beats if beat.is_open] == ["up"]


def test_at_my_pace_prepare_waits_and_getting_in_only_with_a_key_within_reach() -> None:
    waiting = [beat.step.id for beat in wall_plan(pace=Pace.MY_PACE).beats if beat.is_open]
    assert waiting == ["ready", "up"]
    near = wall_plan(pace=Pace.MY_PACE, hands_near=True)
    assert [beat.step.id for beat in near.beats if beat.is_open] == ["ready", "sit", "turn", "up"]


def test_steps_of_the_other_pace_are_left_out() -> None:
    slow = a_step("slow", Stage.PREPARE, only=Pace.MY_PACE)
    sequence = replace(wall(), steps=(slow, *wall().steps))
    assert wall_plan(sequence).beats[0].step.id == "ready"
    assert wall_plan(sequence, pace=Pace.MY_PACE).beats[0].step.id == "slow"


def test_the_desk_stands_before_a_hands_free_practice_alone() -> None:
    desk = wall_plan(desk=True).beats[0]
    assert (desk.desk, desk.seconds) == (True, 12.0)
    assert [words.text for words in desk.words] == [
        "Legs up the wall. Five minutes; nine and a half in all.",
        "If you can hear this well, leave the desk.",
    ]
    assert not wall_plan(desk=True, pace=Pace.MY_PACE).beats[0].desk


def test_who_stays_on_the_chair_is_told_to_sit_back_and_not_to_leave() -> None:
    chair = replace(
        wall(),
        steps=tuple(
            replace(step, pose="seated-chair", posture=Posture.SEATED_CHAIR, legs_up=False)
            for step in wall().steps
        ),
    )
    assert wall_plan(chair, desk=True).beats[0].words[-1].text == PHRASES.sit_back


def test_the_side_to_roll_to_is_told_at_every_guidance_and_else_the_one_that_is_liked() -> None:
    rolls = {Roll.LEFT: "Roll to your left side."}
    said = Line(say="Roll to one side.", brief="Onto your side.", rolls=rolls)
    steps = tuple(
        a_step("side", Stage.COME_OUT, 53.0, said, pose="side-lying") if step.id == "side" else step
        for step in wall().steps
    )

    def told(roll: Roll | None, guidance: Guidance) -> str:
        plan = wall_plan(replace(wall(), steps=steps), roll=roll, guidance=guidance)
        return next(beat.words[0].text for beat in plan.beats if beat.step.id == "side")

    assert said.every_form == ("Roll to one side.", "Onto your side.", "Roll to your left side.")
    assert [told(Roll.LEFT, guidance) for guidance in (Guidance.FULL, Guidance.SHORT)] == [
        rolls[Roll.LEFT]
    ] * 2
    assert told(None, Guidance.FULL) == told(Roll.QUIET, Guidance.FULL) == "Roll to one side."
    assert told(Roll.LIKED, Guidance.SHORT) == "Onto your side."


def test_a_long_title_is_heard_out_at_the_desk() -> None:
    titles = {"en": replace(wall().text["en"], title="Feet a little raised on one or two firm cushions")}
    desk = wall_plan(replace(wall(), text=titles), desk=True).beats[0]
    assert 12.0 < desk.words[-1].end <= desk.nominal < desk.words[-1].end + 1.0


def test_less_than_two_minutes_are_not_named() -> None:
    assert wall_plan(desk=True, minutes=1).beats[0].words[0].text == "Legs up the wall."


def test_the_way_out_speaks_only_after_its_sign() -> None:
    down = a_step("down", Stage.COME_OUT, 4.0, line("Feet down.", 0.0, Guidance.BELLS))
    steps = tuple(down if step.id == "down" else step for step in wall().steps)
    beat = next(beat for beat in wall_plan(replace(wall(), steps=steps)).beats if beat.step.id == "down")
    assert beat.words[0].at == 2.6


def test_time_left_out_on_the_way_out_is_spent_where_one_is() -> None:
    assert seconds({"leave_out": frozenset({"childs-pose"})}, "side", "childs-pose") == [77.0]


def test_the_seat_grows_as_wanted_and_its_last_words_stay_as_long_before_the_end() -> None:
    seat = a_step("seat", Stage.REST, 40.0, line("Sit quietly.", 1.6), line("Hold on to something.", 30.0))
    steps = tuple(seat if step.id == "seat" else step for step in wall().steps)
    beat = wall_plan(replace(wall(), steps=steps), seated_rest=90.0).beats[-2]
    assert (beat.seconds, [words.at for words in beat.words]) == (90.0, [1.6, 80.0])
    assert wall_plan(seated_rest=30.0).beats[-2].seconds == 40.0


def test_a_seat_that_a_file_makes_too_short_is_thirty_seconds() -> None:
    steps = tuple(replace(step, seconds=10.0) if step.id == "seat" else step for step in wall().steps)
    assert wall_plan(replace(wall(), steps=steps)).beats[-2].seconds == 30.0


def test_pressing_up_is_no_part_of_the_seat_that_was_asked_for() -> None:
    press_up = a_step("press-up", Stage.REST, 15.0)
    sequence = replace(wall(), steps=(*wall().steps[:-1], press_up, wall().steps[-1]))
    assert wall_plan(sequence, seated_rest=60.0).beats[-2].seconds == 60.0


def test_without_a_seat_nothing_is_lengthened() -> None:
    sequence = replace(wall(), steps=wall().steps[:-1])
    assert wall_plan(sequence).beats[-2].seconds == 24.0


def test_at_bedtime_there_is_neither_a_seat_nor_im_up() -> None:
    assert wall_plan(wall(bedtime=True), bedtime=True).beats[-1].stage is Stage.COME_OUT


def test_a_language_that_a_file_does_not_speak_is_read_in_english() -> None:
    plan = compile_plan(wall(), Choices(language="sv"), PARTS)
    assert (plan.title, plan.phrases.language) == ("Legs up the wall", "en")


def test_a_step_grows_with_words_of_a_longer_language() -> None:
    long = Line(say=" ".join(["word"] * 42))
    steps = (a_step("ready", Stage.PREPARE, 10.0, long), *wall().steps[1:])
    assert wall_plan(replace(wall(), steps=steps)).beats[0].seconds == pytest.approx(1.6 + 42 / 2.1 + 0.7)


def test_a_sequence_that_does_not_say_counts_as_inverted() -> None:
    seated = replace(wall(), steps=(a_step("hold", Stage.HOLD), a_step("out", Stage.COME_OUT, 9.0)))
    assert not seated.inverted
    unsaid = replace(seated, steps=(a_step("hold", Stage.HOLD, legs_up=None), *seated.steps[1:]))
    assert unsaid.inverted


def test_who_feels_dizzy_is_shown_the_way_down_of_the_sequence() -> None:
    out = next(number for number, step in enumerate(wall().steps) if step.stage is Stage.COME_OUT)
    steps = list(wall().steps)
    steps[out] = replace(steps[out], pose="knees-hugged")
    down, side, *_ = wall_plan(replace(wall(), steps=tuple(steps))).dizzy[Posture.WALL]
    assert (down.step.tag, down.step.pose) == ("legs-up", "knees-hugged")
    assert side.step.pose == PARTS.dizzy[2].pose


def test_a_plan_with_a_pose_of_the_bed_is_in_bed() -> None:
    assert not wall_plan().in_bed
    first, *rest = wall().steps
    assert wall_plan(replace(wall(), steps=(replace(first, pose="bed-sit"), *rest))).in_bed
