"""Reading pose files: TOML in, checked poses out, every fault of every file at once with its key path.

A bad pose never stops anything: it is left out, and whoever would show it falls back to text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from legsup.domain.body.joints import LIMB_RANGES, SIDES, SPINE_RANGES
from legsup.domain.body.pose import CAMERAS, Camera, Contact, Pose, Prop, PropKind, View, facing
from legsup.domain.body.space import Vector  # noqa: TC001 - cattrs reads the types of the fields at run time
from legsup.domain.fault import Fault, FaultyFileError
from legsup.domain.postures import Posture, posture_of
from legsup.services.library import ranged
from legsup.services.library.strict import READ_BY
from legsup.services.library.structuring import structured
from legsup.services.library.toml import read_table

if TYPE_CHECKING:
    from pathlib import Path

_TURN = (-180.0, 180.0)
#: Ranges of where a body is and how it is turned: within the room, and once round.
_ROOT_RANGES = {
    "x": (-3.0, 0.5),
    "y": (-0.5, 1.5),
    "z": (-1.0, 1.0),
    "turn": _TURN,
    "recline": _TURN,
    "roll": _TURN,
}
_CAMERA_RANGES = {"around": (-90.0, 90.0), "above": (0.0, 90.0)}
#: Where a prop may stand, in body heights along each axis.
_ROOM = (-3.0, 3.0)

_Numbers = Mapping[str, float]
_LIMB = {READ_BY: ranged.numbers(LIMB_RANGES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _WrittenProp:
    kind: PropKind
    place: Vector = field(default=(0.0, 0.0, 0.0), metadata={READ_BY: ranged.point(_ROOM)})
    turn: float = field(default=0.0, metadata={READ_BY: ranged.number(_TURN)})


@dataclass(frozen=True, slots=True, kw_only=True)
class _WrittenContact:
    part: str
    surface: Literal["floor", "wall", "prop", "belly"]
    height: float = field(default=0.0, metadata={READ_BY: ranged.number((0.0, 1.0))})


@dataclass(frozen=True, slots=True, kw_only=True)
class _WrittenPose:
    """What stands in a pose file; ``both`` holds angles of either side, which a side may say otherwise."""

    view: View
    root: _Numbers = field(metadata={READ_BY: ranged.numbers(_ROOT_RANGES)})
    posture: Posture | None = None
    camera: _Numbers = field(
        default_factory=dict[str, float], metadata={READ_BY: ranged.numbers(_CAMERA_RANGES)}
    )
    spine: _Numbers = field(
        default_factory=dict[str, float], metadata={READ_BY: ranged.numbers(SPINE_RANGES)}
    )
    both: _Numbers = field(default_factory=dict[str, float], metadata=_LIMB)
    left: _Numbers = field(default_factory=dict[str, float], metadata=_LIMB)
    right: _Numbers = field(default_factory=dict[str, float], metadata=_LIMB)
    props: tuple[_WrittenProp, ...] = ()
    contacts: tuple[_WrittenContact, ...] = ()
    keeps_side: bool = False


def load_poses(folder: Path) -> tuple[Mapping[str, Pose], tuple[Fault, ...]]:
    """Read every pose file of a folder; gives the good poses by id and the faults of all the others."""
    poses: dict[str, Pose] = {}
    faults: list[Fault] = []
    for file in sorted(folder.glob("*.toml")):
        try:
            poses[file.stem] = pose_from(read_table(file), file.stem, str(file))
        except FaultyFileError as error:
            faults += error.faults
    return MappingProxyType(poses), tuple(faults)


def is_pose(table: Mapping[str, Any]) -> bool:
    """Whether the table of a file is that of a pose rather than of a sequence."""
    return bool(table.keys() & {"view", "root"}) and not table.keys() & {"steps", "minutes"}


def pose_from(table: dict[str, Any], pose_id: str, file: str) -> Pose:
    """Read a pose from the table of its file.

    Raises:
        FaultyFileError: with everything that is wrong with it.
    """
    found = structured(table, _WrittenPose, file)
    root = found.root
    return Pose(
        id=pose_id,
        view=found.view,
        posture=found.posture or posture_of(pose_id),
        camera=_camera(found),
        root=(root.get("x", 0.0), root.get("y", 0.0), root.get("z", 0.0)),
        facing=facing(root.get("turn", 0.0), root.get("recline", 0.0), root.get("roll", 0.0)),
        angles=MappingProxyType(_angles(found)),
        props=tuple(Prop(prop.kind, prop.place, prop.turn) for prop in found.props),
        contacts=tuple(Contact(one.part, one.surface, one.height) for one in found.contacts),
        keeps_side=found.keeps_side,
    )


def _camera(found: _WrittenPose) -> Camera:
    usual = CAMERAS[found.view]
    return Camera(found.camera.get("around", usual.around), found.camera.get("above", usual.above))


def _angles(found: _WrittenPose) -> dict[str, float]:
    angles = dict(found.spine)
    for side, own in zip(SIDES, (found.left, found.right), strict=True):
        angles |= {f"{side}_{name}": angle for name, angle in {**found.both, **own}.items()}
    return angles
