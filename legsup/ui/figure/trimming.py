"""What of a picture can be seen: light that fades out leaves wide dark margins, which would be painted in vain."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

#: Pictures are cut where screens scaled by quarters have whole device pixels.
_SNAP = 4
#: Opacities that no eye sees.
_UNSEEN = b"\0\1\2"


def shining(lit: QImage) -> QRect:
    """Give, in pixels, the part of a picture that is not as good as clear; all of it where everything is."""
    alpha = lit.convertToFormat(QImage.Format.Format_Alpha8)
    data, line, wide = bytes(alpha.constBits()), alpha.bytesPerLine(), alpha.width()
    rows = [data[at : at + wide] for at in range(0, line * alpha.height(), line)]
    seen = [number for number, row in enumerate(rows) if row.strip(_UNSEEN)]
    whole = QRect(QPoint(0, 0), lit.deviceIndependentSize().toSize())
    if not seen:
        return whole
    # Opacities of a column joined bit by bit: they are unseen together where each is.
    joined = 0
    for row in rows:
        joined |= int.from_bytes(row)
    columns = joined.to_bytes(wide)
    snap = _SNAP * lit.devicePixelRatio()
    left, top = (int(first / snap) * _SNAP for first in (wide - len(columns.lstrip(_UNSEEN)), seen[0]))
    right, bottom = (ceil(end / snap) * _SNAP for end in (len(columns.rstrip(_UNSEEN)), seen[-1] + 1))
    return QRect(left, top, right - left, bottom - top).intersected(whole)
