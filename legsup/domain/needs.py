"""What a practice needs beside the floor, told by the poses that are held: a wall, a chair, a bed and what supports."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from legsup.domain.body.pose import PropKind
from legsup.domain.sequence import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.pose import Pose
    from legsup.domain.sequence import Sequence


class Need(StrEnum):
    """A thing that is looked for before a practice, the largest first."""

    WALL = "wall"
    CHAIR = "chair"
    BED = "bed"
    CUSHION = "cushion"
    BLOCKS = "blocks"
    STRAP = "strap"


#: What a drawn support is to the person who looks for it; a thin pillow under the head is no need.
_SUPPORTS = {
    PropKind.CHAIR: Need.CHAIR,
    PropKind.BED: Need.BED,
    PropKind.CUSHION: Need.CUSHION,
    PropKind.BOLSTER: Need.CUSHION,
    PropKind.HEADREST: Need.CUSHION,
    PropKind.BLOCKS: Need.BLOCKS,
    PropKind.STRAP: Need.STRAP,
}


def needs_of(sequence: Sequence, poses: Mapping[str, Pose]) -> tuple[Need, ...]:
    """Give what the holds of a sequence need; a pose that is not known tells nothing."""
    held = [poses[step.pose] for step in sequence.steps if step.stage is Stage.HOLD and step.pose in poses]
    found = {
        _SUPPORTS[prop.kind]
        for pose in held
        for prop in pose.props
        if prop.solid > 0.0 and prop.kind in _SUPPORTS
    }
    touches = any(contact.surface == "wall" for pose in held for contact in pose.contacts)
    if touches and Need.BED not in found:  # in bed it is the headboard that the legs lean on
        found.add(Need.WALL)
    return tuple(need for need in Need if need in found)
