"""A first practice: more time to lie down, the breath in whole sentences, where the pillow lies; later the short forms."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from legsup.domain.outlook import walk
from legsup.domain.plan import FAMILIAR, Choices, Plan
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Guidance, Pace, Sequence, Stage
from legsup.domain.speech import speaking_seconds
from legsup.services.library import Library
from legsup.terminal.command_line import main

pytestmark = pytest.mark.uncounted

LIBRARY = Library(Path(__file__).parents[1] / "assets")
SHIPPED = LIBRARY.sequences()
PARTS = LIBRARY.parts()
NAMES = [sequence.id for sequence in SHIPPED]
WHOLE = (
    "As you breathe in, let your attention travel from feet to head."
    " As you breathe out, back from head to feet."
)
SHORT = "In, feet to head. Out, head to feet."


def plan_of(sequence: Sequence, **choices: object) -> Plan:
    return compile_plan(sequence, Choices(**choices), PARTS)  # pyright: ignore[reportArgumentType] - each test names real choices


def said(plan: Plan) -> list[str]:
    return [cue.text for cue in walk(plan).cues if cue.text]


def getting_in(plan: Plan) -> float:
    return sum(beat.nominal for beat in plan.beats if beat.stage in {Stage.PREPARE, Stage.ENTER})


@pytest.mark.parametrize("sequence", SHIPPED, ids=NAMES)
def test_the_breath_is_told_in_sentences_for_five_sessions_and_briefly_after(sequence: Sequence) -> None:
    for session, told, untold in (
        (1, WHOLE, SHORT),
        (5, WHOLE, SHORT),
        (6, SHORT, WHOLE),
        (40, SHORT, WHOLE),
    ):
        texts = said(plan_of(sequence, session=session))
        assert texts.count(told) == 1
        assert untold not in texts


@pytest.mark.parametrize("sequence", [each for each in SHIPPED if each.lies], ids=lambda each: each.id)
def test_only_the_first_takes_two_minutes_to_lie_down_unless_one_chose(sequence: Sequence) -> None:
    assert getting_in(plan_of(sequence, session=1)) == pytest.approx(120.0)
    assert getting_in(plan_of(sequence, session=1, lie_down=100.0)) == pytest.approx(100.0)
    later = [getting_in(plan_of(sequence, session=session)) for session in (2, FAMILIAR)]
    assert later[0] == pytest.approx(later[1], abs=6.0)


@pytest.mark.parametrize("pace", Pace)
def test_where_the_pillow_lies_is_told_for_five_sessions(pace: Pace) -> None:
    for session, told in ((1, True), (5, True), (6, False)):
        texts = said(plan_of(SHIPPED[0], session=session, pace=pace))
        assert any("a long step from the wall" in text for text in texts) is told


@pytest.mark.parametrize("sequence", SHIPPED, ids=NAMES)
def test_the_words_of_every_step_fit_its_time_in_the_first_session_and_later(sequence: Sequence) -> None:
    for session, guidance, pace, rate in product((1, 2, 5, 6), Guidance, Pace, (0.8, 1.0)):
        plan = plan_of(sequence, session=session, guidance=guidance, pace=pace, desk=True, speech_rate=rate)
        for beat in (each for each in plan.beats if each.words and each.seconds and not each.is_hold):
            needed = sum(speaking_seconds(words.text, rate) for words in beat.words) + 2.0
            assert needed <= beat.nominal + 1e-6, (beat.step.id, session)
            assert beat.words[-1].end <= beat.nominal + 1e-6, (beat.step.id, session)


def test_a_plan_that_is_asked_for_is_that_of_one_who_knows_the_way(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed: list[str] = []
    for number in ([], ["--session", "6"], ["--session", "1"]):
        assert main(["plan", "legs-up-the-wall", "--json", *number]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1] != printed[2]
    assert WHOLE not in printed[0]
    assert WHOLE in printed[2]


@pytest.mark.parametrize("pace", Pace)
def test_where_one_lies_down_an_arm_s_length_away_the_pillow_lies_further_out(pace: Pace) -> None:
    needle = next(each for each in SHIPPED if each.id == "thread-the-needle")
    words = " ".join(said(plan_of(needle, session=1, pace=pace)))
    assert "two long steps from the wall" in words
    assert "a long step" not in words
    assert (
        words.index("arm's length") < words.index("Shuffle toward") < words.index("Bring your pillow along.")
    )
