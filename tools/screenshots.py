"""Makes the pictures of the README from the app itself: the first page, a practice in the middle of an inhale, a year's journal.

``.venv/bin/python -m tools.screenshots`` writes them to ``docs/pictures``. It needs no display, and leaves nothing
in anyone's folders.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QPushButton

from legsup.app.desktop import Desktop
from legsup.app.launch import Launch
from legsup.app.main import application
from legsup.domain.breath import Phase
from legsup.domain.screening.questions import Answer, Answers
from legsup.domain.session import Status
from legsup.places import in_folder
from tools import ROOT
from tools.hand_clock import HandClock
from tools.practice_year import AT_HOME, fill

PICTURES = ROOT / "docs" / "pictures"
#: Long enough for a page to fill and a pose to blend.
SETTLING = 3000
#: Where on the way from soles (0) to crown (1) the light is caught.
CAUGHT_AT = 0.45
SIZE = QSize(1000, 720)


def settle(milliseconds: int = SETTLING) -> None:
    """Let the app paint and blend until it is at rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def lead_to(awareness: float, app: Desktop, clock: HandClock) -> None:
    """Let time pass until an inhale has come so far."""
    while (session := app.basis.conductor.session) is not None:
        breath = session.breath()
        if breath is not None and breath.phase is Phase.INHALE and breath.awareness >= awareness:
            return
        if session.status is Status.WAITING:
            app.leading.actions.next.trigger()
        clock.now += 0.1
        app.basis.conductor.tick()


def opened(look: str, home: str, clock: HandClock) -> Desktop:
    """Open the app in one look, past the first question, and silent."""
    app = Desktop(in_folder(Path(home)), clock)
    app.basis.kept.change(look=look, muted=True, welcomed=True)
    app.basis.outcome.answered(Answers(whole=Answer.NO))
    app.open(Launch())
    app.front.window.resize(SIZE)
    settle()
    return app


def today() -> None:
    """The page that the app opens with."""
    with TemporaryDirectory() as home:
        app = opened("linen", home, HandClock())
        app.front.window.grab().save(str(PICTURES / "today.png"))
        app.close()


def practice() -> None:
    """A practice, an inhale on its way up the body."""
    clock = HandClock()
    with TemporaryDirectory() as home:
        app = opened("dusk", home, clock)
        window = app.front.window
        next(button for button in window.findChildren(QPushButton) if button.text() == "Begin").click()
        # The body comes to rest in its pose before the light is led to where it is caught.
        for awareness in (0.0, CAUGHT_AT):
            lead_to(awareness, app, clock)
            settle()
        window.grab().save(str(PICTURES / "practice.png"))
        app.close()


def journal() -> None:
    """The journal of a year, simulated."""
    with TemporaryDirectory() as home:
        fill(Path(home), date(2026, 11, 28))
        app = opened("linen", home, HandClock())
        app.front.window.open("journal")
        settle()
        # As one who comes by keys sees it: the row is marked at which the keys are.
        rows = app.front.journal.page.rows
        rows.clearFocus()
        rows.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        app.front.window.grab().save(str(PICTURES / "journal.png"))
        app.close()


def main() -> int:
    """Take every picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Where the year's person is at home, so that no zone stands beside their hours.
    if hasattr(time, "tzset"):
        os.environ["TZ"] = AT_HOME.key
        time.tzset()
    PICTURES.mkdir(parents=True, exist_ok=True)
    app = application()
    today()
    practice()
    journal()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
