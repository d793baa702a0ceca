"""Words and signs: what is said at which guidance, on which breath, and which sign silences another."""

from __future__ import annotations

import pytest

from legsup.domain.breath import Pattern
from legsup.domain.cues import CueKind
from legsup.domain.sequence import Guidance, Line, Pace, Side, Stage, Step
from legsup.domain.session import Event
from legsup.domain.speech import closing_words, lay_out, speaking_seconds, spelled, time_needed
from tests.domain.run import Run, begun
from tests.small_practice import PHRASES, a_step, line, wall, wall_plan


def held(*lines: Line, **choices: object) -> Run:
    """Run a practice whose hold has these lines to its end."""
    run = begun(wall_plan(wall(a_step("hold", Stage.HOLD, None, *lines, legs_up=True)), **choices))
    run.to_end()
    return run


def when(run: Run, text: str) -> list[float]:
    """When a text was said, from the first inhale (or the hold's own sign) on."""
    hold = next(beat.index for beat in run.session.plan.beats if beat.is_hold)
    begin = next(cue.at for cue in run.cues if cue.beat == hold)
    return [round(cue.at - begin, 3) for cue in run.cues if cue.text == text]


def signs(run: Run) -> list[CueKind]:
    told = {CueKind.HALF_WAY, CueKind.ONE_MINUTE_LEFT, CueKind.SWITCH_SIDES, CueKind.COME_OUT}
    return [kind for kind in run.kinds() if kind in told]


def test_speech_takes_a_second_for_two_words_and_a_step_two_more() -> None:
    assert speaking_seconds("Let the floor hold you. Rest now.") == pytest.approx(7 / 2.1)
    assert time_needed(lay_out([line("Rest now.")], Guidance.FULL)) == pytest.approx(2 / 2.1 + 2)
    assert time_needed(()) == 0.0


def test_the_guidance_chooses_lines_and_their_brief_form() -> None:
    lines = [
        Line(say="Feet down the wall, slowly.", brief="Feet down.", least=Guidance.BELLS),
        Line(say="Shoes off.", least=Guidance.FULL),
        Line(say="Sit."),
    ]
    said = {each: [words.text for words in lay_out(lines, each)] for each in Guidance}
    assert said[Guidance.FULL] == ["Feet down the wall, slowly.", "Shoes off.", "Sit."]
    assert said[Guidance.SHORT] == ["Feet down.", "Sit."]
    assert said[Guidance.BELLS] == ["Feet down."]


def test_a_line_in_a_hold_waits_for_an_exhale() -> None:
    run = held(line("Rest.", 11.0), minutes=1.0)
    assert when(run, "Rest.") == [14.0]


def test_a_line_too_long_for_the_exhale_is_said_briefly_or_not_at_all() -> None:
    long = "Let the floor hold you all the way, from head to heels, and rest."
    brief = held(Line(say=long, brief="Rest.", share=0.4), minutes=1.0)
    assert (when(brief, long), when(brief, "Rest.")) == ([], [24.0])
    assert when(held(Line(say=long, share=0.4), minutes=1.0), long) == []


def test_two_lines_for_one_exhale_are_said_on_two() -> None:
    run = held(line("First.", 31.0), line("Second.", 31.0), minutes=2.0)
    assert sorted(when(run, "First.") + when(run, "Second.")) == [34.0, 44.0]


def test_in_and_out_go_with_the_first_three_breaths_at_full_guidance() -> None:
    run = held(minutes=1.0)
    assert when(run, "In.") == [0.0, 10.0, 20.0]
    assert when(run, "Out.") == [4.0, 14.0, 24.0]
    assert when(held(minutes=1.0, guidance=Guidance.SHORT), "In.") == []


def test_other_words_take_the_place_of_out() -> None:
    run = held(line("Rest.", 11.0), minutes=1.0)
    assert when(run, "Out.") == [4.0, 24.0]


def test_one_more_slow_breath_is_said_on_the_last_exhale_but_one() -> None:
    assert when(held(minutes=2.0), PHRASES.last_breath) == [104.0]
    assert when(held(minutes=2.0, guidance=Guidance.BELLS), PHRASES.last_breath) == []
    assert when(held(minutes=0.1), PHRASES.last_breath) == []


def test_what_was_said_before_a_pause_is_not_said_again() -> None:
    hold = a_step("hold", Stage.HOLD, None, line("Rest.", 30.0), legs_up=True)
    run = begun(wall_plan(wall(hold), minutes=2.0))
    run.to("hold")
    run.wait(40.0)
    run.send(Event.PAUSE)
    run.wait(10.0)
    run.send(Event.RESUME)
    run.to_end()
    assert run.said().count("Rest.") == 1


def test_without_pacing_lines_come_at_their_time_one_after_the_other() -> None:
    lines = (
        Line(say="First words here.", share=0.5),
        Line(say="Second.", share=0.5),
        line("Too late.", 59.9),
    )
    run = held(*lines, minutes=1.0, pattern=None)
    assert when(run, "First words here.") == [30.0]
    assert when(run, "Second.") == [round(30.0 + 3 / 2.1 + 0.7, 3)]
    assert when(run, "Too late.") == []


def test_without_pacing_a_note_is_given_every_fifty_seconds_and_no_breath() -> None:
    run = held(minutes=3.0, pattern=None)
    assert CueKind.INHALE not in run.kinds()
    hold = next(cue.at for cue in run.cues if cue.beat == run.session.plan.holds[0].index)
    assert [at - hold for at in run.times(CueKind.NOTE) if hold < at < hold + 180] == [50.0, 100.0, 150.0]


def test_a_minute_added_while_words_are_said_lets_them_be_over_first() -> None:
    lines = (Line(say="These are some more words to be said.", at=10.0), Line(say="Rest.", share=0.1))
    run = begun(wall_plan(wall(a_step("hold", Stage.HOLD, None, *lines)), minutes=2.0, pattern=None))
    run.to("hold")
    run.wait(11.5)
    run.send(Event.ADD_MINUTE)
    run.to_end()
    said = [cue for cue in run.cues if cue.text in {lines[0].say, "Rest."}]
    assert said[1].at >= said[0].at + (said[0].seconds or 0.0)


def test_a_soft_note_leads_in_where_four_seconds_were_silent() -> None:
    run = begun(wall_plan())
    run.to("hold")
    settle = next(cue.at for cue in run.cues if cue.beat == 3)
    assert [round(at - settle, 3) for at in run.times(CueKind.NOTE)] == [10.8]


def test_half_way_is_told_from_ten_minutes_on_and_only_if_wanted() -> None:
    assert signs(held(minutes=10.0, half_way=True)) == [
        CueKind.HALF_WAY,
        CueKind.ONE_MINUTE_LEFT,
        CueKind.COME_OUT,
    ]
    assert signs(held(minutes=10.0)) == [CueKind.ONE_MINUTE_LEFT, CueKind.COME_OUT]
    assert signs(held(minutes=9.9, half_way=True)) == [CueKind.ONE_MINUTE_LEFT, CueKind.COME_OUT]


def test_a_minute_left_is_told_from_four_minutes_on() -> None:
    assert CueKind.ONE_MINUTE_LEFT in signs(held(minutes=4.0))
    assert CueKind.ONE_MINUTE_LEFT not in signs(held(minutes=3.9))


def test_a_minute_left_is_told_once_though_a_minute_is_added_after_it() -> None:
    run = begun(wall_plan(minutes=4.0))
    run.to("hold")
    run.wait(190.0)
    run.send(Event.ADD_MINUTE)
    run.to_end()
    assert signs(run) == [CueKind.ONE_MINUTE_LEFT, CueKind.COME_OUT]


def side(name: Side) -> Step:
    return a_step(
        name.value, Stage.HOLD, legs_up=True, side=name, pair="needle", max_seconds=300.0, pose="needle"
    )


def test_half_way_is_silenced_by_the_switch_of_sides_that_comes_with_it() -> None:
    run = begun(
        wall_plan(
            wall(side(Side.RIGHT), side(Side.LEFT), longest=10.0),
            minutes=10.0,
            half_way=True,
            pace=Pace.HANDS_FREE,
        )
    )
    run.to_end()
    assert signs(run) == [CueKind.SWITCH_SIDES, CueKind.ONE_MINUTE_LEFT, CueKind.COME_OUT]


def test_a_switch_of_sides_right_before_the_way_out_is_a_mere_step() -> None:
    sequence = wall(side(Side.RIGHT), side(Side.LEFT))
    run = begun(wall_plan(sequence, minutes=0.2, pattern=Pattern(3, 3)))
    run.to_end()
    assert signs(run) == [CueKind.COME_OUT]


def test_a_minute_left_is_silenced_by_the_switch_that_opens_its_hold() -> None:
    last = a_step("left", Stage.HOLD, legs_up=True, side=Side.LEFT, weight=0.25)
    first = a_step("right", Stage.HOLD, legs_up=True, side=Side.RIGHT)
    run = begun(wall_plan(wall(first, last), minutes=5.0, pattern=None))
    run.to_end()
    assert signs(run) == [CueKind.SWITCH_SIDES, CueKind.COME_OUT]


def test_minutes_are_spelled_to_the_half() -> None:
    assert spelled(PHRASES, 9.5) == "nine and a half"
    assert spelled(PHRASES, 5.1) == "five"
    assert spelled(PHRASES, 17.0) == "17"


def test_the_closing_words_name_minutes_only_when_all_of_two_or_more_were_held() -> None:
    assert closing_words(PHRASES, 5.0, whole=True) == "That was five minutes. Welcome back."
    assert closing_words(PHRASES, 5.0, whole=False) == "Welcome back."
    assert closing_words(PHRASES, 1.0, whole=True) == "Welcome back."
