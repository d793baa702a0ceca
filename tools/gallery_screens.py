"""Renders every screen and state of the app in both looks, at three sizes and with large text: the gallery's second half.

``python -m tools.gallery_screens [FOLDER]`` (``build/gallery/screens`` if none is given) writes a picture of each, and a
contact sheet a look, size and size of text. It needs no display.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from legsup.app.main import application
from legsup.domain.screening.questions import Answer, Answers
from legsup.domain.session import Event, Status
from legsup.domain.stages import Stage
from legsup.practice.wanted import Wanted
from tools import ROOT
from tools.gallery_sheet import sheet
from tools.hand_clock import HandClock
from tools.screenshots import lead_to, opened, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from legsup.app.desktop import Desktop
    from legsup.domain.session import Session

LOOKS = ("dusk", "linen")
SIZES = ((480, 360), (1000, 720), (1280, 800))
#: Sizes of text in per cent.
TEXTS = (100, 200)
#: Where on the way from soles (0) to crown (1) the light is caught.
CAUGHT_AT = 0.6
#: An answer that closes many practices.
CLOSES = "8"
#: Milliseconds until a pose has blended and a page has been painted.
RESTING = 1700
#: Seconds after which a step of the way in has begun to speak.
ON_THE_WAY = 3.0
#: Seconds in which a loudspeaker is looked for.
LOOKED = 6


@dataclass(frozen=True, slots=True)
class Manner:
    """How the screens are rendered: in which look, at which size, with text of how many per cent."""

    look: str
    size: tuple[int, int]
    text: int

    def __str__(self) -> str:
        """Name it, as in the name of a file."""
        width, height = self.size
        return f"{self.look}-{width}x{height}-{self.text}"


def main(words: Sequence[str]) -> int:
    """Render everything into the folder named by the first word."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(words[0]) if words else ROOT / "build" / "gallery" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    count = 0
    for look in LOOKS:
        for size in SIZES:
            for text in TEXTS:
                count += render(Manner(look, size, text), folder)
    print(f"{count} pictures in {folder}")
    app.quit()
    return 0


def render(manner: Manner, folder: Path) -> int:
    """Render every screen in one manner, and a sheet of them; gives how many pictures were written."""
    found: list[tuple[str, QImage]] = []
    with TemporaryDirectory() as home:
        clock = HandClock()
        app = opened(manner.look, home, clock)
        app.basis.kept.change(text_size=manner.text)
        app.front.window.resize(*manner.size)
        for name, widget in screens(app, clock, manner):
            settle(RESTING)
            image = widget.grab().toImage()
            image.save(str(folder / f"{name}-{manner}.png"))
            found.append((name, image))
        app.close()
        for window in QApplication.topLevelWidgets():
            window.hide()
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    sheet(found, str(manner)).save(str(folder / f"sheet-{manner}.png"))
    return len(found) + 1


def screens(app: Desktop, clock: HandClock, manner: Manner) -> Iterator[tuple[str, QWidget]]:
    """Lead through every screen and state; each is to be looked at before the next is asked for."""
    window = app.front.window
    for page in window.tabs:
        window.open(page)
        yield page, window
        area = next((each for each in window.findChildren(QScrollArea) if each.isVisible()), None)
        if area is not None and area.verticalScrollBar().maximum():
            area.verticalScrollBar().setValue(area.viewport().height())
            yield f"{page}-further", window
            area.verticalScrollBar().setValue(0)
    yield from _closed(app)
    yield from _wizard_pages(app, manner)
    yield from _desk(app, clock)
    yield from _practice(app, clock, manner)


def _closed(app: Desktop) -> Iterator[tuple[str, QWidget]]:
    """Show Today to one to whom most practices are closed."""
    app.front.window.open("today")
    screening = app.basis.outcome.catalogue.screening
    assert screening is not None
    asked = screening.questionnaire
    touched = frozenset(each.group for each in asked.questions if each.id == CLOSES)
    given = {item.id: Answer.NO for each in asked.asked(touched) for item in (each, *each.subs)}
    given[CLOSES] = Answer.YES
    app.basis.outcome.answered(Answers(whole=Answer.YES, groups=touched, given=given))
    yield "today-closed", app.front.window
    app.basis.outcome.answered(Answers(whole=Answer.NO))


def _wizard_pages(app: Desktop, manner: Manner) -> Iterator[tuple[str, QWidget]]:
    """Open the questions, then the first run, page by page."""
    wizards = app.front.safe.wizards
    width, height = manner.size
    for names, lead in ((("questions",), wizards.ask), (("first-place", "first-way-in"), wizards.first_run)):
        lead()
        wizard = wizards.wizard
        assert wizard is not None
        wizard.resize(min(760, width), min(800, height))
        for name in names:
            yield name, wizard
            wizard.next()
        wizards.close()


def _desk(app: Desktop, clock: HandClock) -> Iterator[tuple[str, QWidget]]:
    """Stand at the desk, and wait there for sound that does not come."""
    app.front.window.open("today")
    app.begin(Wanted(minutes=5.0, by_screen=True))
    yield "desk", app.front.window
    app.basis.conductor.send(Event.STOP)
    app.basis.kept.change(muted=False, sound="silent")
    app.quick_start()
    settle()
    for _ in range(LOOKED):
        clock.now += 1.0
        app.basis.conductor.tick()
    settle()
    clock.now += 1.0
    app.basis.conductor.tick()
    yield "no-sound", app.front.window
    app.basis.conductor.send(Event.STOP)
    app.basis.kept.change(muted=True)


def _practice(app: Desktop, clock: HandClock, manner: Manner) -> Iterator[tuple[str, QWidget]]:
    """Go through a practice: the way in, the hold, the floor view, a pause, the end."""
    window = app.front.window
    window.open("today")
    app.begin(Wanted(minutes=5.0, pace="my-pace"))
    yield "first-step", window
    _to_way_in(app)
    yield "way-in", window
    _to(app, clock, lambda session: session.beat.stage is Stage.ENTER)
    clock.now += ON_THE_WAY
    app.basis.conductor.tick()
    settle()
    app.basis.conductor.send(Event.PAUSE)
    yield "way-in-paused", window
    app.basis.conductor.send(Event.RESUME)
    lead_to(CAUGHT_AT, app, clock)
    yield "hold", window
    views = app.front.session_views
    assert views is not None
    views.floor_view.resize(*manner.size)
    views.floor_view.show()
    yield "floor-view", views.floor_view
    views.floor_view.leave()
    app.basis.conductor.send(Event.PAUSE)
    yield "paused", window
    app.basis.conductor.send(Event.TINGLE)
    yield "tingling", window
    app.basis.conductor.send(Event.RESUME)
    _to(app, clock, lambda session: session.beat.stage.leads_out)
    yield "come-out", window
    _to(app, clock, lambda session: session.beat.up)
    yield "up", window
    _to(app, clock, lambda session: not session.is_active)
    yield "end", window
    window.open("journal")
    yield "journal-kept", window


def _to_way_in(app: Desktop) -> None:
    while (session := app.basis.conductor.session) is not None and not session.beat.step.demonstrates:
        app.leading.actions.next.trigger()


def _to(app: Desktop, clock: HandClock, there: Callable[[Session], bool]) -> None:
    """Let time pass, answering what waits, until a session is there."""
    while (session := app.basis.conductor.session) is not None and not there(session):
        if session.status is Status.WAITING:
            app.leading.actions.next.trigger()
        else:
            clock.now += 1.0
            app.basis.conductor.tick()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
