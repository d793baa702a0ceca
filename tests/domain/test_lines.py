"""What is made ready of a plan's words: all that may be said of it, whole and brief, with what only events bring."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from legsup.domain.lines import lines_of
from legsup.domain.outlook import walk
from tests.test_floor_rule import SHIPPED, plans

if TYPE_CHECKING:
    from legsup.domain.plan import Plan


@given(plans(st.sampled_from(SHIPPED)))
@settings(max_examples=60)
def test_every_form_of_every_line_is_made_ready_once_and_first_what_comes_first(plan: Plan) -> None:
    ready = lines_of(plan)
    assert len(ready) == len(set(ready))
    beats = (*plan.beats, *chain.from_iterable(plan.dizzy.values()))
    forms = [form for beat in beats for words in beat.words for form in (words.text, words.brief) if form]
    assert set(forms) <= set(ready)
    said = [cue.text for cue in walk(plan).cues if cue.text]
    assert list(dict.fromkeys(said)) == list(ready[: len(dict.fromkeys(said))])
    assert {plan.phrases.help, plan.phrases.resumed, plan.phrases.last_breath} <= set(ready)
    for beat in beats:
        net = plan.net[beat.posture]
        assert {net.paused, net.waiting, net.resting, net.slept, net.tingling} <= set(ready)
