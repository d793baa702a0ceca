"""What a practice needs is told by its poses, for every practice that is shipped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from legsup.domain.needs import Need, needs_of
from legsup.services.library import Library
from legsup.services.library.poses import load_poses

ASSETS = Path(__file__).parents[2] / "assets"
POSES, _ = load_poses(ASSETS / "poses")
SEQUENCES = {each.id: each for each in Library(ASSETS).sequences()}
NEEDED = {
    "legs-up-the-wall": (Need.WALL,),
    "supported-cushion": (Need.WALL, Need.CUSHION),
    "supported-blocks": (Need.WALL, Need.BLOCKS, Need.STRAP),
    "in-bed": (Need.BED,),
    "butterfly": (Need.WALL,),
    "thread-the-needle": (Need.WALL,),
    "unwind": (Need.WALL,),
    "calves-on-a-chair": (Need.CHAIR,),
    "supported-rest": (Need.CUSHION,),
    "feet-a-little-raised": (Need.CUSHION,),
    "seated-breath": (Need.CHAIR,),
    "side-lying-rest": (Need.CUSHION,),
}


@pytest.mark.parametrize("name", SEQUENCES)
def test_every_practice_tells_what_it_needs(name: str) -> None:
    assert needs_of(SEQUENCES[name], POSES) == NEEDED[name]


def test_what_is_not_drawn_is_not_needed_and_an_unknown_pose_tells_nothing() -> None:
    sequence = SEQUENCES["feet-a-little-raised"]
    unseen = {
        name: replace(pose, props=tuple(replace(prop, solid=0.0) for prop in pose.props))
        for name, pose in POSES.items()
    }
    assert needs_of(sequence, unseen) == ()
    assert needs_of(sequence, {}) == ()
