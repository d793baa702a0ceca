"""The app for a day that passes in seconds: its clocks run fast, and its input makes the computer sleep. Run as a process.

``slept SECONDS`` lets the computer have slept, ``screen`` goes on by the screen where no loudspeaker is, ``wall HH:MM`` sets the
clock on the wall, ``skip 1`` lets the session's time pass as fast as the app can follow, ``skip 0`` as that of a real clock.
Each is told back once it is done.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer

from legsup.app.desktop import Desktop
from legsup.app.endings import ending
from legsup.app.launch import Launch
from legsup.app.main import application
from legsup.app.reminding import Outside
from legsup.app.remote_answers import answer
from legsup.domain.session import Reading
from legsup.places import in_folder
from legsup.services.remote.server import Server

#: Minutes on the wall in a second here.
MINUTES = 3.0
#: Seconds by which the session's clock skips at once, less than a stall; milliseconds between two skips.
SKIP, OFTEN = 4.0, 5


@dataclass
class FastClocks:
    """Both clocks."""

    day: datetime
    slept: float = 0.0
    skipped: float = 0.0
    set_at: float = field(default_factory=time.monotonic)

    def read(self) -> Reading:
        """Read the session's clock."""
        return Reading(time.monotonic() + self.skipped, self.slept)

    def wall(self) -> float:
        """Read the clock on the wall."""
        return self.day.timestamp() + (time.monotonic() - self.set_at) * 60.0 * MINUTES

    def set(self, text: str) -> None:
        """Set the clock on the wall."""
        hour, minute = text.split(":")
        self.day = self.day.replace(hour=int(hour), minute=int(minute))
        self.set_at = time.monotonic()


def main(home: str, day: str) -> int:
    """Run the app hidden, as at login."""
    app = application()
    clocks = FastClocks(datetime.fromisoformat(day))
    places = in_folder(Path(home))
    desktop = Desktop(places, clocks, outside=Outside(wall=clocks.wall))
    desktop.quitting.connect(app.quit)
    server = Server(places.socket, lambda question: answer(desktop, question), desktop)
    often = QTimer(desktop)
    often.timeout.connect(desktop.reminding.look)
    often.start(200)
    skips = QTimer(desktop)

    def skip() -> None:
        clocks.skipped += SKIP
        desktop.basis.conductor.tick()

    skips.timeout.connect(skip)
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, desktop)

    def take() -> None:
        word, _, rest = sys.stdin.readline().strip().partition(" ")
        if word == "slept":
            clocks.slept += float(rest)
        elif word == "screen":
            desktop.leading.go_on_by_screen()
        elif word == "wall":
            clocks.set(rest)
        elif word == "skip":
            skips.start(OFTEN) if rest == "1" else skips.stop()
        else:
            told.setEnabled(False)
        sys.stdout.write(f"{word}\n")
        sys.stdout.flush()

    told.activated.connect(take)
    with ending(desktop.quit):
        desktop.open(Launch(hidden=True))
        status = app.exec()
        server.close()
        desktop.close()
    return status


if __name__ == "__main__":
    places_runtime = in_folder(Path(sys.argv[1])).runtime
    places_runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    sys.exit(main(*sys.argv[1:]))
