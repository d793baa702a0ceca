"""Renders every screen of the app in both looks at three sizes: the gallery's second half.

``python -m tools.gallery_screens [FOLDER]`` (``build/gallery/screens`` if none is given). It needs no display.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from legsup.app.main import application
from legsup.domain.session import Event
from legsup.practice.wanted import Wanted
from tools import ROOT
from tools.hand_clock import HandClock
from tools.screenshots import lead_to, opened, settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from legsup.app.desktop import Desktop

LOOKS = ("dusk", "linen")
SIZES = ((480, 360), (1280, 800), (2560, 1440))
#: Where on the way from soles (0) to crown (1) the light is caught.
CAUGHT_AT = 0.6


def main(words: Sequence[str]) -> int:
    """Render everything into the folder named by the first word."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(words[0]) if words else ROOT / "build" / "gallery" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    count = sum(render(look, size, folder) for look in LOOKS for size in SIZES)
    print(f"{count} pictures in {folder}")
    app.quit()
    return 0


def render(look: str, size: tuple[int, int], folder: Path) -> int:
    """Render every screen in one look at one size; gives how many."""
    clock = HandClock()
    count = 0
    with TemporaryDirectory() as home:
        app = opened(look, home, clock)
        window = app.front.window
        window.resize(*size)

        def keep(widget: QWidget, name: str) -> None:
            nonlocal count
            count += 1
            settle()
            widget.grab().save(str(folder / f"{name}-{look}-{size[0]}.png"))

        for page in window.tabs:
            window.open(page)
            keep(window, page)
        for name, wizard in _wizard_pages(app):
            wizard.resize(min(760, size[0]), min(800, size[1]))
            keep(wizard, name)
        window.open("today")
        app.begin(Wanted(minutes=5.0, pace="my-pace"))
        _to_way_in(app)
        keep(window, "way-in")
        lead_to(CAUGHT_AT, app, clock)
        keep(window, "hold")
        views = app.front.session_views
        assert views is not None
        views.floor_view.resize(*size)
        views.floor_view.show()
        keep(views.floor_view, "floor-view")
        views.floor_view.leave()
        app.basis.conductor.send(Event.TINGLE)
        keep(window, "paused")
        app.basis.conductor.send(Event.STOP)
        keep(window, "end")
        app.close()
        window.hide()
        window.deleteLater()
    return count


def _wizard_pages(app: Desktop) -> Iterator[tuple[str, QWidget]]:
    """Open the questions, then the first run, page by page."""
    wizards = app.front.safe.wizards
    for names, lead in ((("questions",), wizards.ask), (("first-place", "first-way-in"), wizards.first_run)):
        lead()
        wizard = wizards.wizard
        assert wizard is not None
        for name in names:
            yield name, wizard
            wizard.next()
        wizards.close()


def _to_way_in(app: Desktop) -> None:
    while (session := app.basis.conductor.session) is not None and not session.beat.step.demonstrates:
        app.leading.actions.next.trigger()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
