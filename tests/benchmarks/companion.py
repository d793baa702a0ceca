"""How soon the companion is there: its answers on the socket, a click on its icon, and six starts at once."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from legsup.app.launch import Launch
from legsup.places import in_folder
from legsup.services.remote.client import ask
from tests.benchmarks.result import Result
from tests.desktop.app_there import App, app_listens, settle, until
from tests.desktop.panel import Panel
from tests.desktop.screen import screen, started
from tests.desktop.tray_client import TrayClient
from tests.screened import keep_outcome

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.desktop.screen import Screen

#: How often the app is asked, clicked after the first time, and started at once; fresh apps that are clicked.
ASKED, CLICKED, STARTED, FRESH = 50, 7, 6, 3
#: Goals, in milliseconds.
ANSWER, SHOWN = 50.0, 150.0
#: Milliseconds after which a window that was seen is closed again.
SEEN = 300
WATCHED = ("-m", "tests.benchmarks.companion")


def measure() -> list[Result]:
    """Measure everything on private desktops: one whose tray is on the bus, one with a real panel."""
    with TemporaryDirectory() as folder:
        return [
            *_answers(Path(folder) / "answers"),
            *_clicks(Path(folder) / "host", "a tray on the bus", _by_bus),
            *_clicks(Path(folder) / "panel", "a mouse on tint2", _by_mouse),
            *_starts(Path(folder) / "starts"),
        ]


def _answers(folder: Path) -> list[Result]:
    """Ask on the socket itself: once while the app idles, once while the way in moves."""
    with screen(folder, tray=True) as desktop:
        app = App(desktop, folder / "home", muted=True)
        results = _asked("idle", folder / "home")
        app.begin()
        return results + _asked("practising", folder / "home")


def _asked(state: str, home: Path) -> list[Result]:
    took: list[float] = []
    for _ in range(ASKED):
        begin = monotonic()
        assert ask(in_folder(home).socket, {"verb": "status"}) is not None
        took.append(1000.0 * (monotonic() - begin))
    return [
        _milliseconds(f"answer on the socket, {state}, median", median(took), ANSWER),
        _milliseconds(f"answer on the socket, {state}, worst of {ASKED}", max(took), ANSWER),
    ]


def _clicks(
    folder: Path, by: str, prepared: Callable[[Screen, Path, Path], tuple[Callable[[], None], Clicked]]
) -> list[Result]:
    """Click on the icon of fresh apps, and on that of the last again and again."""
    firsts: list[float] = []
    again: list[float] = []
    for number in range(FRESH):
        home = folder / f"home{number}"
        with screen(folder / f"desktop{number}", tray=False) as desktop:
            click, app = prepared(desktop, folder, home)
            firsts.append(app.shown_after(click))
            if number == FRESH - 1:
                again += [app.shown_after(click) for _ in range(CLICKED)]
    return [
        _milliseconds(f"first click to window shown, {by}", median(firsts), SHOWN),
        _milliseconds(f"later click to window shown, {by}, median", median(again), SHOWN),
        _milliseconds(f"later click to window shown, {by}, worst", max(again), SHOWN),
    ]


class Clicked:
    """An app that tells when its window is painted, and closes it then."""

    def __init__(self, desktop: Screen, home: Path) -> None:
        settle(home, welcomed=True, sound="silent")
        keep_outcome(home)
        self._process: subprocess.Popen[str] = desktop.start(*WATCHED, str(home))
        until(lambda: app_listens(home))

    def shown_after(self, click: Callable[[], None]) -> float:
        """Click, and give the milliseconds until the window is painted; returns once it is closed."""
        begin = monotonic()
        click()
        painted = float(self._line().removeprefix("painted "))
        assert self._line() == "closed"
        return 1000.0 * (painted - begin)

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def _by_bus(desktop: Screen, _folder: Path, home: Path) -> tuple[Callable[[], None], Clicked]:
    """Have the icon in a tray on the bus, clicked as a panel tells of a click."""
    desktop.panel()
    app = Clicked(desktop, home)
    tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], desktop.item())
    desktop.stack.callback(tray.close)
    return tray.click, app


def _by_mouse(desktop: Screen, folder: Path, home: Path) -> tuple[Callable[[], None], Clicked]:
    """Have the icon in a real panel, clicked by a mouse; the start of the program that moves it counts as well."""
    desktop.stack.enter_context(started(["openbox"], desktop.environment))
    panel = Panel(desktop, folder)
    app = Clicked(desktop, home)
    panel.aim()
    return panel.press, app


def _starts(folder: Path) -> list[Result]:
    """Begin six times at once: one app begins, and each of the others is told so."""
    with screen(folder, tray=True) as desktop:
        home = folder / "home"
        settle(home, welcomed=True, muted=True)
        keep_outcome(home)
        begin = monotonic()
        words = ("-m", "legsup", "--home", str(home), "start", "seated-breath", "--pace", "my-pace")
        starts = [desktop.start(*words) for _ in range(STARTED)]
        until(lambda: sum(each.poll() is None for each in starts) == 1, 60.0)
        took = monotonic() - begin
        refused = sum(each.poll() == 1 for each in starts)
        told = ask(in_folder(home).socket, {"verb": "status"}) or {}
        begun = told.get("sequence") == "seated-breath"
        return [
            Result(f"{STARTED} starts at once: owners", STARTED - refused, "", "1", refused == STARTED - 1),
            Result(f"{STARTED} starts at once: begun or answered", refused + begun, "", f"{STARTED}", begun),
            Result(f"{STARTED} starts at once: all answered", took, "s", "seen", ok=True),
        ]


def _milliseconds(name: str, value: float, goal: float) -> Result:
    return Result(name, value, "ms", f"<= {goal:g}", value <= goal)


def watched(home: str) -> int:
    """Run the app in its tray; tell when a window of it is painted, close that, and tell when it is."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - the measuring side loads no Qt
    from PySide6.QtWidgets import QMainWindow  # noqa: PLC0415 - the same

    from legsup.app.main import application, run  # noqa: PLC0415 - the same

    class Painted(QObject):
        shown = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(watched, QMainWindow):
                if event.type() is QEvent.Type.Show:
                    self.shown = True
                elif self.shown and event.type() is QEvent.Type.Paint:
                    self.shown = False
                    QTimer.singleShot(0, lambda: print("painted", monotonic(), flush=True))
                    QTimer.singleShot(SEEN, lambda: self.close(watched))
            return super().eventFilter(watched, event)

        def close(self, window: QWidget) -> None:
            window.close()
            QTimer.singleShot(SEEN, lambda: print("closed", flush=True))

    app = application()
    painted = Painted()
    app.installEventFilter(painted)
    return run(in_folder(Path(home)), Launch(hidden=True))


if __name__ == "__main__":
    sys.exit(watched(sys.argv[1]))
