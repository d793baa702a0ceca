"""Renders the figure into pictures: every pose in both looks, a breath and every pose change as filmstrips, one contact sheet.

``python -m tools.gallery [FOLDER]`` (``build/gallery`` if none is given). It needs no display. With ``--golden`` it
renews the small pictures that the tests compare with, after a change that an eye has judged.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from math import ceil, cos, pi
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from legsup.domain.body.pose import turned_round
from legsup.services.library import Library
from legsup.services.library.poses import load_poses
from legsup.ui.figure.card import render_card
from legsup.ui.figure.motion import moved
from legsup.ui.figure.picture import Picture
from legsup.ui.figure.resting import RestingBody
from legsup.ui.theme import DUSK, LINEN, Theme
from tools import ROOT
from tools.gallery_changes import changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from legsup.domain.body.pose import Pose
    from legsup.ui.figure.motion import Moment

LARGE, SMALL, GOLDEN = QSize(960, 720), QSize(320, 240), QSize(112, 84)
THEMES = (DUSK, LINEN)
#: Pictures in a filmstrip.
FRAMES = 8


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture of a contact sheet: its title, its look, and who paints it."""

    title: str
    theme: Theme
    paint: Callable[[QPainter, QRectF], None]


def main(words: Sequence[str]) -> int:
    """Render everything into the folder named by the first word; exit 1 where a pose file is at fault."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    golden = "--golden" in words
    folder = next((Path(word) for word in words if not word.startswith("-")), ROOT / "build" / "gallery")
    application = QGuiApplication.instance() or QGuiApplication([])
    poses, faults = load_poses(ROOT / "assets" / "poses")
    for fault in faults:
        print(f"{fault.file}: {fault.path}: expected {fault.expected}, found {fault.found}", file=sys.stderr)
    if golden:
        folder = ROOT / "tests" / "ui" / "golden"
        count = write_goldens(poses, folder)
    else:
        count = write_poses(poses, folder) + write_breaths(poses, folder) + write_changes(poses, folder)
    print(f"{count} pictures in {folder}")
    del application
    return 1 if faults else 0


def write_goldens(poses: Mapping[str, Pose], folder: Path) -> int:
    """Write the small pictures that guard the poses."""
    folder.mkdir(parents=True, exist_ok=True)
    for pose_id, pose in poses.items():
        render_card(pose, DUSK, GOLDEN, 1.0).save(str(folder / f"{pose_id}.png"))
    return len(poses)


def write_poses(poses: Mapping[str, Pose], folder: Path) -> int:
    """Write every pose large in both looks, one mirrored, and all of them on a contact sheet."""
    (folder / "poses").mkdir(parents=True, exist_ok=True)
    for pose_id, pose in poses.items():
        for theme in THEMES:
            image = _rendered(LARGE, lambda painter, area: Picture(pose, theme, area).paint(painter))  # noqa: B023 - called at once
            image.save(str(folder / "poses" / f"{pose_id}-{theme.name}.png"))
    tiles = [Tile(pose_id, theme, _still(pose, theme)) for pose_id, pose in poses.items() for theme in THEMES]
    _sheet(tiles, 6).save(str(folder / "contact-sheet.png"))
    flipped = [
        Tile(f"{pose_id}, wall on the left", DUSK, _still(pose, DUSK, flipped=True))
        for pose_id, pose in poses.items()
    ]
    _sheet(flipped, 6).save(str(folder / "wall-on-the-left.png"))
    return 2 * len(poses) + 2


def write_breaths(poses: Mapping[str, Pose], folder: Path) -> int:
    """Write one breath in the poses that are held: eight moments in, eight out, in both looks."""
    (folder / "breath").mkdir(parents=True, exist_ok=True)
    held = list(_held(poses))
    for pose in held:
        tiles: list[Tile] = []
        for theme in THEMES:
            for direction in (1, -1):
                for frame in range(FRAMES):
                    risen = (1 - cos(pi * frame / (FRAMES - 1))) / 2
                    awareness = risen if direction > 0 else 1 - risen
                    title = f"{'in' if direction > 0 else 'out'} {awareness:.2f}"
                    tiles.append(Tile(title, theme, _breathing(pose, theme, awareness, direction)))
        _sheet(tiles, FRAMES).save(str(folder / "breath" / f"{pose.id}.png"))
    return len(held)


def write_changes(poses: Mapping[str, Pose], folder: Path) -> int:
    """Write every change of pose that a shipped sequence makes, as a filmstrip."""
    (folder / "changes").mkdir(parents=True, exist_ok=True)
    library = Library(ROOT / "assets")
    found = changes(library.sequences(), library.parts(), poses)
    for change in found:
        motion = moved(poses, change.first, change.second, 0.0)
        tiles: list[Tile] = []
        for frame in range(FRAMES):
            moment = motion.at(motion.seconds * frame / (FRAMES - 1))
            title = change.name if not frame else ""
            tiles.append(Tile(title, DUSK, _moment(moment)))
        _sheet(tiles, FRAMES).save(str(folder / "changes" / f"{change.name}.png"))
    return len(found)


def _held(poses: Mapping[str, Pose]) -> Iterator[Pose]:
    steps = [step for sequence in Library(ROOT / "assets").sequences() for step in sequence.steps]
    for pose_id in dict.fromkeys(step.pose for step in steps if step.stage == "hold"):
        if pose_id in poses:
            yield poses[pose_id]


def _still(pose: Pose, theme: Theme, *, flipped: bool = False) -> Callable[[QPainter, QRectF], None]:
    def paint(painter: QPainter, area: QRectF) -> None:
        shown = turned_round(pose) if flipped and pose.keeps_side else pose
        Picture(shown, theme, area, flipped=flipped).paint(painter)

    return paint


def _moment(moment: Moment) -> Callable[[QPainter, QRectF], None]:
    def paint(painter: QPainter, area: QRectF) -> None:
        Picture(moment.pose, DUSK, area).paint(painter)
        if moment.incoming:
            incoming = _rendered(area.size().toSize(), _still(moment.incoming, DUSK))
            painter.setOpacity(moment.fade)
            painter.drawImage(area, incoming)

    return paint


def _breathing(
    pose: Pose, theme: Theme, awareness: float, direction: int
) -> Callable[[QPainter, QRectF], None]:
    def paint(painter: QPainter, area: QRectF) -> None:
        resting = RestingBody(Picture(pose, theme, area), 1.0, shown=True)
        resting.move(awareness, direction, still=False, strength=1.0)
        resting.paint(painter, area.toAlignedRect())

    return paint


def _rendered(size: QSize, paint: Callable[[QPainter, QRectF], None]) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _sheet(tiles: Sequence[Tile], columns: int) -> QImage:
    rows = ceil(len(tiles) / columns)
    sheet = QImage(columns * SMALL.width(), rows * SMALL.height(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.black)
    painter = QPainter(sheet)
    painter.setFont(QFont("", 9))
    for at, tile in enumerate(tiles):
        corner = QPointF(at % columns * SMALL.width(), at // columns * SMALL.height())
        painter.drawImage(corner, _rendered(SMALL, tile.paint))
        painter.setPen(QColor(tile.theme.ink))
        painter.drawText(QRect(corner.toPoint(), SMALL).adjusted(8, 6, -8, -6), tile.title)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
