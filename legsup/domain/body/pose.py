"""A pose: a shape of the body by joint angles, where it is in the room, what supports it, and how it is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from legsup.domain.body.joints import other_side
from legsup.domain.body.space import Rotation, Vector, about_y, about_z, between, turned_between
from legsup.domain.postures import Posture

if TYPE_CHECKING:
    from collections.abc import Mapping


class View(StrEnum):
    """From where a pose is looked at: along the wall, toward the wall from behind the head, or from above."""

    SIDE = "side"
    FRONT = "front"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Camera:
    """A way of looking, in degrees: ``around`` 0 looks along the wall and 90 faces it; ``above`` 90 looks straight down."""

    around: float
    above: float


#: How each view looks. A side view is not quite level, so that mat, near and far limbs can be told apart.
CAMERAS = {View.SIDE: Camera(10.0, 9.0), View.FRONT: Camera(70.0, 37.0), View.TOP: Camera(12.0, 62.0)}


class PropKind(StrEnum):
    """What may support a body, in the order of painting; ``stops`` keep a chair's castors from rolling.

    A ``headrest`` is a pillow as high as a shoulder is wide.
    """

    BED = "bed"
    MAT = "mat"
    STOPS = "stops"
    CHAIR = "chair"
    BLANKET = "blanket"
    BOLSTER = "bolster"
    CUSHION = "cushion"
    BLOCKS = "blocks"
    PILLOW = "pillow"
    HEADREST = "headrest"
    STRAP = "strap"


@dataclass(frozen=True, slots=True)
class Prop:
    """A support in the room: where its foot stands, how far it is turned about the upright, how solid it is drawn (0-1)."""

    kind: PropKind
    place: Vector = (0.0, 0.0, 0.0)
    turn: float = 0.0
    solid: float = 1.0


@dataclass(frozen=True, slots=True)
class Contact:
    """A promise of a pose: this part of the body rests on this surface.

    ``floor``, ``wall``, ``prop`` (a height above the floor), or ``belly``, with which a hand rises and sinks.
    """

    part: str
    surface: str
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Pose:
    """A shape of the body.

    ``angles`` are degrees by joint name (see ``joints``), missing ones are 0. ``root`` is the middle between the hip
    joints, in body heights. ``facing`` turns the upright body that faces the wall into the pose's own direction.
    ``posture`` is how the body is placed: whether one lies, and what is said when something is amiss.
    ``ground`` is the height that the body stands on: 0, or lower beside a bed, whose mattress is at 0.
    ``keeps_side`` tells that it matters which side of the body lies below, wherever the wall is.
    """

    id: str
    view: View
    camera: Camera
    root: Vector
    facing: Rotation
    angles: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    props: tuple[Prop, ...] = ()
    contacts: tuple[Contact, ...] = ()
    ground: float = 0.0
    posture: Posture = Posture.LYING
    keeps_side: bool = False

    def angle(self, name: str) -> float:
        """Give a joint angle in degrees."""
        return self.angles.get(name, 0.0)


def facing(turn: float, recline: float, roll: float) -> Rotation:
    """Build the direction of a body that first faces the wall.

    ``turn`` brings it round to the viewer (90), ``recline`` tips it back (90 lies on the back, feet to the wall),
    ``roll`` turns it about its own length to the right. Degrees.
    """
    return about_y(-turn).then(about_z(recline)).then(about_y(-roll))


_HALF, _HALF_TURN = 0.5, 180.0
#: How far the mat's middle is from the wall, in body heights, as a place in the room.
MAT_MIDDLE = -0.53
_SPINE_SIGNS = ("_lean", "_twist")


def mirrored(pose: Pose) -> Pose:
    """Swap the pose's left and right, as needed for the other side of a two-sided pose."""
    angles = {other_side(name): _mirrored_angle(name, angle) for name, angle in pose.angles.items()}
    x, y, z = pose.root
    turn = pose.facing
    contacts = tuple(replace(contact, part=other_side(contact.part)) for contact in pose.contacts)
    props = tuple(_mirrored_prop(prop) for prop in pose.props)
    return replace(
        pose,
        angles=MappingProxyType(angles),
        root=(x, y, -z),
        facing=Rotation(turn.w, -turn.x, -turn.y, turn.z),
        contacts=contacts,
        props=props,
    )


def turned_round(pose: Pose) -> Pose:
    """Lay a pose's mirror image the other way round on the mat: a picture with the wall on the left shows it as it was."""
    other = mirrored(pose)
    props = tuple(
        prop
        if prop.kind in {PropKind.MAT, PropKind.BED}
        else replace(prop, place=_round(prop.place), turn=prop.turn + _HALF_TURN)
        for prop in other.props
    )
    return replace(other, root=_round(other.root), facing=about_y(_HALF_TURN).then(other.facing), props=props)


def _round(place: Vector) -> Vector:
    x, y, z = place
    return 2.0 * MAT_MIDDLE - x, y, -z


def _mirrored_angle(name: str, angle: float) -> float:
    of_middle = other_side(name) == name
    return -angle if of_middle and name.endswith(_SPINE_SIGNS) else angle


def _mirrored_prop(prop: Prop) -> Prop:
    x, y, z = prop.place
    return replace(prop, place=(x, y, -z), turn=-prop.turn)


def interpolated(first: Pose, second: Pose, fraction: float) -> Pose:
    """Give the pose ``fraction`` (0-1) of the way between two, joint by joint, before floor and wall have their say."""
    names = first.angles.keys() | second.angles.keys()
    keep = 1.0 - fraction
    angles = {name: first.angle(name) * keep + second.angle(name) * fraction for name in names}
    nearer = second if fraction >= _HALF else first
    camera = Camera(
        first.camera.around * keep + second.camera.around * fraction,
        first.camera.above * keep + second.camera.above * fraction,
    )
    return replace(
        nearer,
        camera=camera,
        root=between(first.root, second.root, fraction),
        facing=turned_between(first.facing, second.facing, fraction),
        angles=MappingProxyType(angles),
        props=_props_between(first.props, second.props, fraction),
        contacts=(),
    )


def _props_between(first: tuple[Prop, ...], second: tuple[Prop, ...], fraction: float) -> tuple[Prop, ...]:
    before = {prop.kind: prop for prop in first}
    after = {prop.kind: prop for prop in second}
    props: list[Prop] = []
    for kind in PropKind:
        old, new = before.get(kind), after.get(kind)
        if old and new:
            place = between(old.place, new.place, fraction)
            turn = old.turn + (new.turn - old.turn) * fraction
            props.append(Prop(kind, place, turn, old.solid + (new.solid - old.solid) * fraction))
        elif old:
            props.append(replace(old, solid=old.solid * (1.0 - fraction)))
        elif new:
            props.append(replace(new, solid=new.solid * fraction))
    return tuple(props)
