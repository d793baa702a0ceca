"""The safety card: nothing retyped, the posture's own rule first, and what a plan leaves out left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.postures import Posture
from legsup.domain.safety_card import HELD, safety_card
from legsup.domain.sequence import Stage
from legsup.domain.session import Event
from legsup.services.library import Library
from tests.domain.run import begun
from tests.screened import ASSETS
from tests.small_practice import wall_plan

LIBRARY = Library(ASSETS)
SHELF = {sequence.id: sequence for sequence in LIBRARY.sequences()}


@pytest.mark.parametrize("name", sorted(SHELF))
def test_every_word_of_the_ways_is_a_line_or_title_of_the_plan_in_its_order(name: str) -> None:
    plan = compile_plan(SHELF[name], Choices(), LIBRARY.parts())
    card = safety_card(plan)
    for told, stages in (
        (card.way_in, {Stage.ENTER, Stage.SETTLE}),
        (card.way_out, {Stage.COME_OUT, Stage.REST}),
    ):
        beats = [beat for beat in plan.beats if beat.stage in stages]
        assert len(told) == len(beats)
        for text, beat in zip(told, beats, strict=True):
            for line in beat.text.lines:
                is_rule = any(line.say in {net.stop_rule, net.pressure} for net in plan.net.values())
                assert (line.say in text) is (line.is_for(1) and not is_rule)


@pytest.mark.parametrize("name", sorted(SHELF))
def test_the_stop_rule_of_what_is_held_comes_first_and_every_held_posture_has_one(name: str) -> None:
    plan = compile_plan(SHELF[name], Choices(), LIBRARY.parts())
    card = safety_card(plan)
    own = plan.holds[0].posture
    assert card.stop_rules[0].postures[0] is own
    assert card.pressure == plan.net[own].pressure
    assert card.lost_sound == plan.net[own].lost_sound
    assert card.tingling == plan.net[own].tingling
    for posture in HELD:
        rules = [rule.words for rule in card.stop_rules if posture in rule.postures]
        assert rules == [plan.net[posture].stop_rule]


def test_postures_with_the_same_rule_stand_together_and_others_apart() -> None:
    plan = wall_plan()
    net = {posture: replace(each, stop_rule="Stop.") for posture, each in plan.net.items()}
    assert len(safety_card(replace(plan, net=net)).stop_rules) == 1
    net[Posture.BED] = replace(net[Posture.BED], stop_rule="Stop in bed.")
    assert [rule.postures for rule in safety_card(replace(plan, net=net)).stop_rules][1] == (Posture.BED,)


def test_what_the_plan_leaves_out_is_left_out() -> None:
    sequence = SHELF["legs-up-the-wall"]
    whole = safety_card(compile_plan(sequence, Choices(), LIBRARY.parts()))
    without = safety_card(
        compile_plan(sequence, Choices(leave_out=frozenset({"childs-pose"})), LIBRARY.parts())
    )
    assert len(without.way_out) == len(whole.way_out) - 1


def test_after_feeling_dizzy_the_way_out_is_the_dizzy_one() -> None:
    run = begun(wall_plan())
    before = safety_card(run.session.plan).way_out
    run.send(Event.DIZZY)
    card = safety_card(run.session.plan)
    assert card.way_out != before
    assert card.stop_rules[0].postures[0] is Posture.LYING
