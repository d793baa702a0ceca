"""Renders every view of the journal after a simulated year: in both looks, at three sizes, and with text twice as large.

``python -m tools.gallery_journal [FOLDER]`` (``build/gallery/journal`` if none is given). It needs no display.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from legsup.app.main import application
from legsup.ui.journal.charts import Kind
from tools import ROOT
from tools.hand_clock import HandClock
from tools.practice_year import fill
from tools.screenshots import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOKS = ("dusk", "linen")
#: Sizes of the window, each with that of the text in per cent.
SIZES = ((480, 360, 100), (1000, 720, 100), (1280, 800, 200), (480, 360, 200))
#: Milliseconds in which the small figures are painted.
PAINTING = 900


def main(words: Sequence[str]) -> int:
    """Render everything into the folder named by the first word."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(words[0]) if words else ROOT / "build" / "gallery" / "journal"
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    count = sum(render(look, folder) for look in LOOKS)
    print(f"{count} pictures in {folder}")
    app.quit()
    return 0


def render(look: str, folder: Path) -> int:
    """Render the views in one look; gives how many."""
    count = 0
    with TemporaryDirectory() as home:
        fill(Path(home), date.today())  # noqa: DTZ011 - the person's day
        desktop = opened(look, home, HandClock())
        window = desktop.front.window
        for width, height, text in SIZES:
            desktop.basis.kept.change(text_size=text)
            window.resize(width, height)
            window.open("journal")
            room = desktop.front.journal
            page = room.page

            def keep(name: str, at: str = f"{look}-{width}-{text}") -> None:
                nonlocal count
                count += 1
                _wait(PAINTING)
                window.grab().save(str(folder / f"{name}-{at}.png"))

            keep("journal")
            page.more_asked.emit()
            for kind in Kind:
                page.more.asked.emit(kind)
                keep(f"more-{kind.value}")
            page.rows.opened.emit(page.rows.records.record(page.rows.records.index(2)))
            keep("record")
        desktop.close()
        window.hide()
        window.deleteLater()
    return count


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
