"""Small figures by practice, painted one at a time, so that the list stands at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget


class SmallFigures:
    """Each is painted when it is first needed, in a turn of its own.

    ``paint`` paints the figure of a practice in a size; None where it has none. ``shown`` is where they are seen.
    """

    def __init__(self, paint: Callable[[str, QSize], QPixmap | None], shown: QWidget) -> None:
        self._paint = paint
        self._ready = shown.update
        self._made: dict[tuple[str, int, int], QPixmap | None] = {}
        self._wanted: list[tuple[str, QSize]] = []
        self._next = QTimer(shown, interval=0, singleShot=True)  # goes with it
        self._next.timeout.connect(self._make)

    def get(self, name: str, size: QSize) -> QPixmap | None:
        """Give a figure, if it is there; else it will be."""
        key = (name, size.width(), size.height())
        if key not in self._made:
            self._made[key] = None
            self._wanted.append((name, size))
            self._next.start()
        return self._made[key]

    def clear(self) -> None:
        """Forget all, as when other colours are worn."""
        self._next.stop()
        self._wanted.clear()
        self._made.clear()
        self._ready()

    def _make(self) -> None:
        name, size = self._wanted.pop(0)
        self._made[name, size.width(), size.height()] = self._paint(name, size)
        if self._wanted:
            self._next.start()
        self._ready()
