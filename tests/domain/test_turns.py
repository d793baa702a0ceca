"""Lines in turn: which of them are said follows from the session's number; they give way to all other words."""

from __future__ import annotations

from dataclasses import replace

from legsup.domain.living import enlivened
from legsup.domain.postures import Posture
from legsup.domain.sequence import Guidance, Line, Stage, Step
from legsup.domain.session import Event
from tests.domain.run import Run, begun
from tests.small_practice import a_step, line, wall, wall_plan

FULL = Guidance.FULL


def in_turn(count: int, least: Guidance = FULL) -> tuple[Line, ...]:
    return tuple(
        Line(say=f"Line number {number}.", brief=f"Number {number}.", least=least, rotates=True)
        for number in range(count)
    )


def hold(*lines: Line, name: str = "hold") -> Step:
    return a_step(name, Stage.HOLD, None, *lines, legs_up=True)


def run(*lines: Line, **choices: object) -> Run:
    done = begun(wall_plan(wall(hold(*lines)), **choices))
    done.to_end()
    return done


def told(done: Run, part: str = "umber") -> list[tuple[float, str]]:
    """What was said of lines with these letters, and when, from the first hold's begin on."""
    first = next(beat.index for beat in done.session.plan.beats if beat.is_hold)
    begin = next(cue.at for cue in done.cues if cue.beat == first)
    return [(round(cue.at - begin, 1), cue.text) for cue in done.cues if cue.text and part in cue.text]


def test_turns_come_at_their_times_and_move_on_from_session_to_session() -> None:
    lines = in_turn(12)
    assert told(run(*lines, minutes=5.0, session=7)) == [(44.0, "Line number 11."), (204.0, "Line number 0.")]
    assert told(run(*lines, minutes=5.0, session=8)) == [(44.0, "Line number 4."), (204.0, "Line number 5.")]


def test_however_many_lines_there_are_each_gets_its_turn_and_neighbours_differ() -> None:
    for count in range(2, 14):
        firsts = [
            told(run(*in_turn(count), minutes=2.0, session=number))[0] for number in range(1, count + 1)
        ]
        assert len(set(firsts)) == count
    assert len(told(run(*in_turn(1), minutes=20.0))) == 1
    assert told(run(minutes=2.0)) == []


def test_with_fewer_words_only_lines_that_ask_for_less_are_said_in_brief() -> None:
    assert told(run(*in_turn(12), minutes=5.0, guidance=Guidance.SHORT)) == []
    said = told(run(*in_turn(12, Guidance.SHORT), minutes=2.0, session=7, guidance=Guidance.SHORT))
    assert said == [(24.0, "Number 11.")]


def test_a_second_hold_says_other_lines_than_the_first() -> None:
    two = [hold(*in_turn(6), name="one"), hold(*in_turn(6), name="two")]
    done = begun(wall_plan(wall(*two), minutes=10.0))
    done.to_end()
    texts = [text for _, text in told(done)]
    assert len(texts) == len(set(texts)) == 4


def test_a_line_in_turn_gives_way_to_other_words_or_is_left_out() -> None:
    crowd = tuple(line(f"Here {at}.", float(at)) for at in range(44, 130, 20))
    assert told(run(*crowd, *in_turn(12), minutes=3.0)) == []
    assert told(run(line("Here.", 44.0), *in_turn(12), minutes=3.0))[0][0] == 74.0


def test_a_line_in_turn_whose_time_has_passed_in_a_pause_is_not_said_after_it() -> None:
    crowd = tuple(line(f"Here {at}.", float(at)) for at in range(44, 130, 20))
    done = begun(wall_plan(wall(hold(*crowd, *in_turn(12))), minutes=5.0, session=7))
    done.to("hold")
    done.wait(130.0)
    done.send(Event.PAUSE)
    done.wait(5.0)
    done.send(Event.RESUME)
    done.to_end()
    assert [text for _, text in told(done)] == ["Line number 0."]


def test_what_first_sessions_hear_is_said_in_one_hold() -> None:
    offer = Line(say="Number one.", at=31.0, until=5)
    two = [hold(offer, name="one"), hold(offer, line("Number two.", 31.0), name="two")]
    done = begun(wall_plan(wall(*two), minutes=4.0, session=5))
    done.to_end()
    assert [text for _, text in told(done)] == ["Number one.", "Number two."]


def test_words_that_come_again_come_in_added_minutes_too() -> None:
    lines = Line(say="If they tingle, number one.", at=60.0, share=0.9, every=60.0, left=20.0)
    done = begun(wall_plan(wall(hold(lines)), minutes=2.0))
    done.to("hold")
    done.wait(5.0)
    done.send(Event.ADD_MINUTE)
    done.to_end()
    assert [at for at, _ in told(done)] == [64.0, 124.0]


def test_of_time_and_share_whichever_comes_first_counts() -> None:
    early = Line(say="Number one.", at=60.0, share=0.5)
    assert told(run(early, minutes=1.0)) == [(34.0, "Number one.")]
    assert told(run(early, minutes=5.0)) == [(64.0, "Number one.")]
    assert told(run(early, minutes=5.0, pattern=None)) == [(60.0, "Number one.")]


def test_what_leaves_room_keeps_a_distance_where_it_can() -> None:
    other = Line(say="Number one.", at=120.0, left=20.0)
    near = Line(say="Number two.", at=118.0, left=20.0)
    for pattern in (None, wall_plan().choices.pattern):
        times = [at for at, _ in told(run(near, other, minutes=4.0, pattern=pattern))]
        assert times[1] - times[0] >= 25.0
    late = Line(say="Number three.", at=50.0, left=2.0)
    assert len(told(run(Line(say="Number two.", at=50.0, left=2.0), late, minutes=1.1, pattern=None))) == 2
    assert told(run(replace(late, left=30.0), minutes=1.0)) == []


def test_unpaced_a_line_waits_until_a_sign_is_heard_out() -> None:
    done = run(Line(say="Number one.", at=179.5), minutes=4.0, pattern=None)
    assert told(done) == [(186.0, "Number one.")]


def test_a_hold_that_asks_for_it_takes_the_lines_of_its_posture_after_its_own() -> None:
    asked: list[tuple[Posture, str]] = []

    def lines_for(posture: Posture, language: str) -> tuple[Line, ...]:
        asked.append((posture, language))
        return (line("More."),)

    step = enlivened(hold(line("Own.")), lines_for)
    assert [each.say for each in step.text["en"].lines] == ["Own.", "More."]
    assert asked == [(Posture.WALL, "en")]
