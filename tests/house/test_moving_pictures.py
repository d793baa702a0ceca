"""The README's moving pictures: small, in motion, with words for those who do not see them, and written as APNG says."""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tools import ROOT
from tools.apng import apng
from tools.palette import dithered

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 1_500_000


@pytest.mark.parametrize("name", ["hold", "way-in"])
def test_a_moving_picture_is_small_moves_and_has_words_beside_it(name: str) -> None:
    file = (ROOT / "docs" / "pictures" / f"{name}.png").read_bytes()
    assert len(file) <= LARGEST
    count = next(struct.unpack(">II", content)[0] for kind, content in _chunks(file) if kind == b"acTL")
    assert count > 50
    told = re.search(rf"!\[([^\]]+)\]\(docs/pictures/{name}\.png\)", (ROOT / "README.md").read_text("utf-8"))
    assert told is not None
    assert len(told[1].split()) > 5


def test_between_two_colours_no_edge_is_seen() -> None:
    wide, high = 64, 8
    smooth = QImage(wide, high, QImage.Format.Format_RGB32)
    for x in range(wide):
        for y in range(high):
            shade = 100 + x // high
            smooth.setPixelColor(x, y, QColor(shade, shade, shade))
    few = [QColor(shade, shade, shade).rgb() for shade in (100, 104, 108)]

    def farthest(picture: QImage) -> float:
        """Tell by how much a square of what is shown is lighter or darker than it was, at most."""
        flag = Qt.ImageConversionFlag.AvoidDither
        shown = picture.convertToFormat(QImage.Format.Format_Indexed8, few, flag)
        means = [
            sum(shown.pixelColor(left + x, y).red() for x in range(high) for y in range(high)) / high**2
            for left in range(0, wide, high)
        ]
        return max(abs(mean - (100 + at)) for at, mean in enumerate(means))

    assert farthest(smooth) >= 2.0
    assert farthest(dithered(smooth)) < 1.0
    assert dithered(smooth) == dithered(smooth), (
        "it stays where it is, so that what does not move is the same"
    )


def test_frames_hold_what_changed_and_nothing_else() -> None:
    frames: list[QImage] = []
    for at in range(4):
        frame = QImage(40, 30, QImage.Format.Format_RGB32)
        frame.fill(QColor("#191a2e"))
        painter = QPainter(frame)
        painter.fillRect(QRect(4 + 3 * at, 10, 6, 5), QColor("#ffc58a"))
        painter.end()
        frames.append(frame)
    frames.append(frames[-1])
    chunks = list(_chunks(apng(frames, 10)))
    assert [kind for kind, _ in chunks if kind in {b"IHDR", b"PLTE", b"acTL", b"IEND"}] == [
        b"IHDR",
        b"PLTE",
        b"acTL",
        b"IEND",
    ]
    controls = [struct.unpack(">IIIIIHHBB", content) for kind, content in chunks if kind == b"fcTL"]
    assert [control[1:5] for control in controls] == [
        (40, 30, 0, 0),
        (9, 5, 4, 10),
        (9, 5, 7, 10),
        (9, 5, 10, 10),
        (1, 1, 0, 0),
    ]
    numbers = [struct.unpack(">I", content[:4])[0] for kind, content in chunks if kind in {b"fcTL", b"fdAT"}]
    assert numbers == list(range(len(numbers)))
    for (_, wide, high, *_), pixels in zip(controls, _pixels(chunks), strict=True):
        assert len(zlib.decompress(pixels)) == high * (wide + 1)
    assert QImage.fromData(apng(frames, 10)).pixelColor(5, 11) == QColor("#ffc58a")


def _pixels(chunks: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for kind, content in chunks:
        if kind == b"IDAT":
            yield content
        elif kind == b"fdAT":
            yield content[4:]


def _chunks(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(file):
        (length,) = struct.unpack(">I", file[at : at + 4])
        kind, content = file[at + 4 : at + 8], file[at + 8 : at + 8 + length]
        assert struct.unpack(">I", file[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + content)
        yield kind, content
        at += length + 12
