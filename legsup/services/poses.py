"""Reading pose files: TOML in, checked poses out, every fault of every file at once with its key path.

A bad pose never stops anything: it is left out, and whoever would show it falls back to text.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar, cast

from legsup.domain.fault import Fault
from legsup.domain.joints import LIMB_RANGES, SIDES, SPINE_RANGES
from legsup.domain.pose import CAMERAS, Camera, Contact, Pose, Prop, PropKind, View, facing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum
    from pathlib import Path

    from legsup.domain.space import Vector

_Kind = TypeVar("_Kind", bound="StrEnum")
#: Ranges of where a body is and how it is turned: within the room, and once round.
_ROOT_RANGES = {
    "x": (-3.0, 0.5),
    "y": (-0.5, 1.5),
    "z": (-1.0, 1.0),
    "turn": (-180.0, 180.0),
    "recline": (-180.0, 180.0),
    "roll": (-180.0, 180.0),
}
_CAMERA_RANGES = {"around": (-90.0, 90.0), "above": (0.0, 90.0)}
_SURFACES = ("floor", "wall", "prop", "belly")
_KEYS = ("view", "camera", "root", "spine", "both", "left", "right", "props", "contacts")


def load_poses(folder: Path) -> tuple[Mapping[str, Pose], tuple[Fault, ...]]:
    """Read every pose file of a folder; gives the good poses by id and the faults of all the others."""
    poses: dict[str, Pose] = {}
    faults: list[Fault] = []
    for file in sorted(folder.glob("*.toml")):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault(file.name, "", "a readable text file", str(error)))
            continue
        pose, found = read_pose(file.stem, text, file.name)
        faults.extend(found)
        if pose:
            poses[pose.id] = pose
    return MappingProxyType(poses), tuple(faults)


def is_pose_file(text: str) -> bool:
    """Whether a text is that of a pose rather than of a sequence, as far as it can be read."""
    try:
        keys = tomllib.loads(text).keys()
    except (RecursionError, ValueError):
        return False
    return bool(keys & {"view", "root"}) and not keys & {"steps", "minutes"}


def read_pose(pose_id: str, text: str, file: str) -> tuple[Pose | None, tuple[Fault, ...]]:
    """Read one pose from the text of its file; gives either the pose or all that is wrong with it."""
    try:
        table = tomllib.loads(text)
    except (RecursionError, ValueError) as error:
        # Not TOML (a ValueError), arrays nested thousands deep, or whole numbers of thousands of digits.
        return None, (Fault(file, "", "a TOML file", str(error)),)
    reading = _Reading(file)
    pose = reading.pose(pose_id, table)
    return (None if reading.faults else pose), tuple(reading.faults)


@dataclass
class _Reading:
    """One pass over a file, collecting its faults."""

    file: str
    faults: list[Fault] = field(default_factory=list[Fault])

    def pose(self, pose_id: str, table: Mapping[str, object]) -> Pose:
        self._only(table, _KEYS, "")
        view = self._one_of(View, table.get("view"), "view", View.SIDE)
        angles = self._numbers(table.get("spine", {}), "spine", SPINE_RANGES)
        both = self._numbers(table.get("both", {}), "both", LIMB_RANGES)
        for side in SIDES:
            own = self._numbers(table.get(side, {}), side, LIMB_RANGES)
            angles |= {f"{side}_{name}": angle for name, angle in (both | own).items()}
        root = self._numbers(table.get("root"), "root", _ROOT_RANGES)
        return Pose(
            id=pose_id,
            view=view,
            camera=self._camera(table.get("camera"), view),
            root=(root.get("x", 0.0), root.get("y", 0.0), root.get("z", 0.0)),
            facing=facing(root.get("turn", 0.0), root.get("recline", 0.0), root.get("roll", 0.0)),
            angles=MappingProxyType(angles),
            props=tuple(self._prop(*entry) for entry in self._tables(table.get("props", []), "props")),
            contacts=tuple(
                self._contact(*entry) for entry in self._tables(table.get("contacts", []), "contacts")
            ),
        )

    def _camera(self, value: object, view: View) -> Camera:
        if value is None:
            return CAMERAS[view]
        angles = self._numbers(value, "camera", _CAMERA_RANGES)
        usual = CAMERAS[view]
        return Camera(angles.get("around", usual.around), angles.get("above", usual.above))

    def _prop(self, table: Mapping[str, object], path: str) -> Prop:
        self._only(table, ("kind", "place", "turn"), path)
        kind = self._one_of(PropKind, table.get("kind"), f"{path}.kind", PropKind.MAT)
        turn = self._number(table.get("turn", 0.0), f"{path}.turn", (-180.0, 180.0))
        return Prop(kind, self._place(table.get("place", [0.0, 0.0, 0.0]), f"{path}.place"), turn)

    def _contact(self, table: Mapping[str, object], path: str) -> Contact:
        self._only(table, ("part", "surface", "height"), path)
        part, surface = table.get("part"), table.get("surface")
        if not isinstance(part, str):
            self._fault(f"{path}.part", "the name of a part of the body", part)
        if surface not in _SURFACES:
            self._fault(f"{path}.surface", "one of " + ", ".join(_SURFACES), surface)
        height = self._number(table.get("height", 0.0), f"{path}.height", (0.0, 1.0))
        return Contact(str(part), str(surface), height)

    def _place(self, value: object, path: str) -> Vector:
        numbers: list[object] = cast("list[object]", value) if isinstance(value, list) else []
        if len(numbers) != len("xyz"):
            self._fault(path, "three numbers: x, y, z", cast("object", value))
            return (0.0, 0.0, 0.0)
        x, y, z = (self._number(number, f"{path}[{at}]", (-3.0, 3.0)) for at, number in enumerate(numbers))
        return (x, y, z)

    def _numbers(
        self, value: object, path: str, ranges: Mapping[str, tuple[float, float]]
    ) -> dict[str, float]:
        if not isinstance(value, dict):
            self._fault(path, "a table of numbers", value)
            return {}
        table = cast("dict[str, object]", value)
        self._only(table, tuple(ranges), path)
        return {
            name: self._number(number, f"{path}.{name}", ranges[name])
            for name, number in table.items()
            if name in ranges
        }

    def _number(self, value: object, path: str, allowed: tuple[float, float]) -> float:
        low, high = allowed
        # Compared before it becomes a float, which a whole number may be too long for.
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self._fault(path, f"a number from {low:g} to {high:g}", value)
            return 0.0
        return float(value)

    def _one_of(self, kinds: type[_Kind], value: object, path: str, otherwise: _Kind) -> _Kind:
        names = [str(kind) for kind in kinds]
        if value not in names:
            self._fault(path, "one of " + ", ".join(names), value)
            return otherwise
        return kinds(str(value))

    def _tables(self, value: object, path: str) -> list[tuple[Mapping[str, object], str]]:
        entries = cast("list[object]", value) if isinstance(value, list) else [value]
        tables: list[tuple[Mapping[str, object], str]] = []
        for at, entry in enumerate(entries):
            if isinstance(entry, dict):
                tables.append((cast("dict[str, object]", entry), f"{path}[{at}]"))
            else:
                self._fault(f"{path}[{at}]", "a table", entry)
        return tables

    def _only(self, table: Mapping[str, object], names: tuple[str, ...], path: str) -> None:
        for name in table:
            if name not in names:
                self._fault(f"{path}.{name}".lstrip("."), "one of " + ", ".join(names), name)

    def _fault(self, path: str, expected: str, found: object) -> None:
        self.faults.append(Fault(self.file, path, expected, "nothing" if found is None else repr(found)))
