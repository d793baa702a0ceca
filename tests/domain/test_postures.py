"""Postures: which of them lie, which each pose is, and when one is down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.domain.net import net_text, with_net
from legsup.domain.postures import POSTURES, Posture, posture_of
from legsup.domain.roll import Roll
from legsup.domain.sequence import Line, Stage
from legsup.domain.stages import Part
from legsup.places import assets
from tests.small_practice import PARTS, a_step, wall, wall_plan

UPRIGHT = {Posture.STANDING, Posture.KNEELING, Posture.SEATED_FLOOR, Posture.SEATED_CHAIR}


def test_all_but_the_first_four_postures_lie() -> None:
    assert len(Posture) == 13
    assert [posture for posture in Posture if not posture.is_lying] == list(Posture)[:4]
    assert {posture for posture in Posture if not posture.is_lying} == UPRIGHT


def test_every_shipped_pose_has_its_posture_and_every_posture_a_pose() -> None:
    assert set(POSTURES) == {file.stem for file in (assets() / "poses").glob("*.toml")}
    assert set(POSTURES.values()) == set(Posture)


def test_a_step_says_its_posture_else_its_pose_does_else_it_lies() -> None:
    seat = a_step("seat", Stage.REST, 40.0, pose="sit-against-wall")
    assert seat.placed is Posture.SEATED_FLOOR
    assert replace(seat, posture=Posture.KNEELING).placed is Posture.KNEELING
    assert posture_of("a-pose-of-one-s-own") is Posture.LYING


def test_stages_come_in_their_order_and_parts() -> None:
    orders = [stage.order for stage in Stage]
    assert orders == sorted(orders) == [0, 1, 2, 3, 3, 4, 5]
    assert list(dict.fromkeys(stage.part for stage in Stage)) == list(Part)
    assert [stage for stage in Stage if stage.leads_out] == [Stage.COME_OUT, Stage.REST]
    assert [stage for stage in Stage if stage.gets_in] == [Stage.PREPARE, Stage.ENTER]
    assert [stage for stage in Stage if stage.is_looked_at] == [Stage.PREPARE, Stage.ENTER, Stage.SETTLE]
    assert [stage for stage in Stage if stage.legs_are_up] == [Stage.SETTLE, Stage.HOLD, Stage.CHANGE]
    assert [stage for stage in Stage if not stage.may_lie] == [Stage.PREPARE]


@pytest.mark.parametrize(
    ("stage", "pose", "legs_up", "down"),
    [
        (Stage.PREPARE, "legs-up", True, False),
        (Stage.ENTER, "soles-on-floor", False, True),
        (Stage.ENTER, "sit-sideways", False, False),
        (Stage.ENTER, "sit-sideways", True, True),
        (Stage.SETTLE, "seated-chair", False, False),
        (Stage.HOLD, "seated-chair", False, True),
        (Stage.COME_OUT, "seated-chair", False, False),
        (Stage.COME_OUT, "side-lying", False, True),
    ],
)
def test_one_is_down_where_one_lies_and_on_a_chair_in_the_hold(
    stage: Stage, pose: str, *, legs_up: bool, down: bool
) -> None:
    beat = replace(wall_plan().beats[0], step=a_step("any", stage, 20.0, pose=pose, legs_up=legs_up))
    assert beat.is_down is down


def test_words_of_the_net_are_those_of_the_hold_to_come_and_later_of_the_step_itself() -> None:
    net = {
        posture: replace(
            PARTS.net[posture],
            text={
                "en": replace(
                    net_text(PARTS.net[posture], "xx"), stop_rule=posture.value, lost_sound="Sit up."
                )
            },
        )
        for posture in Posture
    }
    rule = Line(say="{stop_rule}", brief="{stop_rule}")

    def saying(stage: Stage, pose: str) -> tuple[str, str | None, str]:
        step = a_step("any", stage, 20.0, rule, pose=pose)
        step = replace(step, text={"en": replace(step.text["en"], tips=("{lost_sound}",))})
        said = with_net((step, *wall().steps), net)[0].text["en"]
        return said.lines[0].say, said.lines[0].brief, said.tips[0]

    assert saying(Stage.PREPARE, "standing") == ("wall", "wall", "Sit up.")
    assert saying(Stage.SETTLE, "soles-on-floor") == ("wall", "wall", "Sit up.")
    assert saying(Stage.CHANGE, "needle") == ("crossed", "crossed", "Sit up.")
    assert saying(Stage.COME_OUT, "side-lying") == ("side", "side", "Sit up.")
    left = Line(say="Rest.", rolls={Roll.LEFT: "{stop_rule}"})
    rolled = with_net((a_step("side", Stage.COME_OUT, 20.0, left, pose="side-lying"),), net)
    assert rolled[0].text["en"].lines[0].rolls == {Roll.LEFT: "side"}
    unheld = with_net((a_step("ready", Stage.PREPARE, 20.0, rule),), net)
    assert unheld[0].text["en"].lines[0].say == "standing"
