"""A quick start written out: every sign and every word of nine and a half minutes, at its second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Guidance, Line, Minutes, Sequence, SequenceText, Stage
from legsup.domain.session import Outcome
from tests.domain.run import Run, begun
from tests.small_practice import PARTS, a_step, line

if TYPE_CHECKING:
    from legsup.domain.cues import Cue

BELLS = Guidance.BELLS
WALL = Sequence(
    id="wall",
    minutes=Minutes(default=5, shortest=2, longest=20),
    text={"en": SequenceText(title="Legs up the wall")},
    steps=(
        a_step("ready", Stage.PREPARE, 30.0, line("Shoes and glasses off.", 1.0, Guidance.FULL)),
        a_step("sit", Stage.ENTER, 13.0, line("Sit down sideways, one hip close to the wall.", 1.6)),
        a_step("turn", Stage.ENTER, 22.0, line("Knees bent, lean back on your arms.", 1.0), legs_up=True),
        a_step("walk", Stage.ENTER, 23.8, line("Walk your feet up.", 1.0), legs_up=True),
        a_step(
            "settle",
            Stage.SETTLE,
            39.2,
            line("Knees soft, legs resting on the wall.", 1.2),
            line("If anything hurts: bend your knees, roll to your side and rest.", 13.2, BELLS),
            line("Let your eyes close.", 25.2, Guidance.FULL),
            line("In, feet to head. Out, head to feet.", 33.2, Guidance.FULL),
            legs_up=True,
        ),
        a_step(
            "hold",
            Stage.HOLD,
            None,
            Line(say="Let the floor hold you.", share=0.14, least=Guidance.FULL),
            Line(say="If your legs tingle, bend your knees.", share=0.51, least=Guidance.FULL),
            legs_up=True,
        ),
        a_step("down", Stage.COME_OUT, 13.0, line("Slowly now. Bend your knees.", 2.6, BELLS)),
        a_step("hug", Stage.COME_OUT, 12.0, line("Hug your knees to your chest.", 1.0, BELLS)),
        a_step(
            "side",
            Stage.COME_OUT,
            26.0,
            line("Roll to one side, head on your arm. Stay here.", 1.0, BELLS),
            line("If your legs are asleep, wait until you can feel them again.", 13.0, BELLS),
        ),
        a_step("child", Stage.COME_OUT, 24.0, line("Child's pose, if you like it.", 1.0, BELLS)),
        a_step("press-up", Stage.COME_OUT, 15.0, line("Press up with your hands.", 1.0, BELLS)),
        a_step(
            "seat",
            Stage.REST,
            40.0,
            line("Sit quietly. Nothing to do.", 1.6),
            line("When you stand, hold on to something.", 30.0, BELLS),
        ),
    ),
)
BREATHS = {CueKind.INHALE, CueKind.EXHALE}
#: Everything but the breaths: minutes, seconds, kind, and the first word where there are words.
TABLE = """
0:00.5 begin
0:01.6 say Legs
0:07.7 say If
0:12 step
0:13 say Shoes
0:42 step
0:43.6 say Sit
0:55 step
0:56 say Knees
1:17 step
1:18 say Walk
1:40.8 step
1:42 say Knees
1:52.8 note
1:54 say If
2:04.8 note
2:06 say Let
2:12.8 note
2:14 say In,
2:20 say In.
2:24 say Out.
2:30 say In.
2:34 say Out.
2:40 say In.
2:44 say Out.
3:04 say Let
4:54 say If
6:20 one_minute_left
7:04 say One
7:21 come_out
7:22.6 say Slowly
7:33 step
7:34 say Hug
7:45 step
7:46 say Roll
7:56.8 note
7:58 say If
8:11 step
8:12 say Child's
8:35 step
8:36 say Press
8:50 step
8:51.6 say Sit
9:18.8 note
9:20 say When
9:30 end
9:31.8 say That
10:30 recall
10:32 say Still
11:30 recall
11:32 say Still
"""
WRITTEN_OUT = TABLE.strip().split("\n")


@pytest.fixture(name="quick_start", scope="module")
def run_alone() -> Run:
    choices = Choices(minutes=5, desk=True, ease_in=False)
    run = begun(compile_plan(WALL, choices, PARTS))
    run.to_end()
    return run


def written(cue: Cue) -> str:
    minutes, seconds = divmod(round(cue.at, 1), 60)
    whole, _, tenths = f"{seconds:04.1f}".partition(".")
    time = f"{minutes:.0f}:{whole}" + ("" if tenths == "0" else f".{tenths}")
    return " ".join([time, cue.kind, *(cue.text or "").split()[:1]])


def test_every_sign_and_every_word_comes_at_its_second(quick_start: Run) -> None:
    assert [written(cue) for cue in quick_start.cues if cue.kind not in BREATHS] == WRITTEN_OUT


def test_thirty_breaths_four_in_and_six_out(quick_start: Run) -> None:
    assert quick_start.times(CueKind.INHALE) == pytest.approx([140 + 10 * k for k in range(30)])
    assert quick_start.times(CueKind.EXHALE) == pytest.approx([144 + 10 * k for k in range(30)])


def test_what_the_record_will_say(quick_start: Run) -> None:
    session = quick_start.session
    assert session.outcome is Outcome.COMPLETED
    assert not session.answered
    assert (session.practised, session.held, session.breaths) == pytest.approx((558, 300, 30))
    assert session.seen == pytest.approx(750, abs=2.0)


@pytest.mark.parametrize("guidance", [Guidance.SHORT, Guidance.BELLS])
def test_with_fewer_words_the_times_stay_and_so_does_the_stop_rule(guidance: Guidance) -> None:
    run = begun(compile_plan(WALL, Choices(minutes=5, desk=True, ease_in=False, guidance=guidance), PARTS))
    run.to_end()
    told = [written(cue) for cue in run.cues if cue.kind not in BREATHS | {CueKind.NOTE}]
    assert set(told) <= set(WRITTEN_OUT)
    assert {"1:54 say If", "7:22.6 say Slowly", "9:20 say When", "9:30 end", "10:32 say Still"} <= set(told)
    left_out = {
        "0:13 say Shoes",
        "2:06 say Let",
        "2:14 say In,",
        "3:04 say Let",
        "4:54 say If",
        "2:20 say In.",
    }
    assert not left_out & set(told)
    assert ("7:04 say One" in told) is (guidance is Guidance.SHORT)
    assert ("9:31.8 say That" in told) is (guidance is Guidance.SHORT)
