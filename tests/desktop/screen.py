"""A private desktop for tests and benchmarks: an X server, a session bus and, where asked for, a tray."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

#: Seconds for which a call on a service is waited for.
PATIENCE = 30.0
#: A session bus that starts no service by itself: what a test does not start is not there.
BUS = """
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Screen:
    """A desktop that runs: the environment that leads to it, and what its tray tells."""

    environment: dict[str, str]
    tray: IO[str] | None = None
    stack: ExitStack = field(default_factory=ExitStack)
    display: subprocess.Popen[bytes] | None = None
    _panel: subprocess.Popen[str] | None = None

    def item(self) -> str:
        """Wait until an item registers with the tray, and give its address on the bus."""
        assert self.tray is not None
        return self.tray.readline().removeprefix("item ").strip()

    def panel(self, *, shows: bool = True) -> None:
        """Start a tray that items can register with, and wait until it does watch; it may ``show`` nothing at first."""
        command = [sys.executable, "-m", "tests.desktop.watcher", *([] if shows else ["--later"])]
        self._panel = self.stack.enter_context(started(command, self.environment, spoken_to=True))
        self.tray = self._panel.stdout
        assert self.tray is not None
        assert self.tray.readline() == "watching\n"

    def show(self) -> None:
        """Let a panel come that shows what has registered."""
        assert self._panel is not None
        assert self._panel.stdin is not None
        self._panel.stdin.write("show\n")
        self._panel.stdin.flush()
        assert self.tray is not None
        assert self.tray.readline() == "showing\n"

    def end_panel(self) -> None:
        """Let the panel crash."""
        assert self._panel is not None
        self._panel.kill()
        self._panel.wait()

    def end_display(self) -> None:
        """End the X server, as many a logout does first of all."""
        assert self.display is not None
        self.display.terminate()

    def services(self, *without: str) -> Services:
        """Start the desktop's services, but for some of their names."""
        command = [sys.executable, "-m", "tests.desktop.services", *without]
        return Services(self.stack.enter_context(started(command, self.environment, spoken_to=True)))

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start Python on this desktop; it is ended with the desktop at the latest."""
        return self.stack.enter_context(started([sys.executable, *arguments], self.environment))


class Services:
    """The desktop's services: what they were asked, a line at a time, and what they are made to do."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.told: list[dict[str, object]] = []
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()
        self.until("ready")

    def do(self, line: str) -> None:
        """Make them do something, and wait until it is done."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        self.until("done")

    def until(self, key: str) -> dict[str, object]:
        """Wait for a line with a key, and give it; what came before it is kept in ``told``."""
        try:
            while True:
                self.told.append(json.loads(self._lines.get(timeout=PATIENCE)))
                if key in self.told[-1]:
                    return self.told[-1]
        except Empty:
            raise AssertionError(f"{key} was never told; but {self.told}") from None

    def _read(self) -> None:
        assert self._process.stdout is not None
        with suppress(ValueError):  # closed while it is read
            for line in self._process.stdout:
                self._lines.put(line)


@contextmanager
def screen(folder: Path, *, tray: bool) -> Generator[Screen]:
    """Run a desktop in a folder; everything it started ends with it."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ExitStack() as stack:
        display, number = _x_server(stack)
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime / 'bus'}",
            # Nothing here asks the computer's own services.
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={runtime / 'bus'}",
            "PULSE_SERVER": f"unix:{runtime / 'no-sound'}",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }
        environment.pop("WAYLAND_DISPLAY", None)
        # An installed app has its modules compiled; starting without that would measure the compiler.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        _bus(stack, environment)
        made = Screen(environment, stack=stack, display=display)
        if tray:
            made.panel()
        yield made


@contextmanager
def started(
    command: list[str], environment: Mapping[str, str], *, spoken_to: bool = False
) -> Generator[subprocess.Popen[str]]:
    """Run a program until the block is left."""
    process = subprocess.Popen(
        command,
        env=dict(environment),
        cwd=ROOT,
        stdin=subprocess.PIPE if spoken_to else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()


def _x_server(stack: ExitStack) -> tuple[subprocess.Popen[bytes], str]:
    """Start Xvfb on a free display and give it with its number."""
    read, write = os.pipe()
    # Without a window manager it would begin anew with each last program that leaves, and drop those who just come.
    command = [
        "Xvfb",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        "1280x800x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(
        command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    stack.callback(server.wait)
    stack.callback(server.terminate)
    with os.fdopen(read) as number:
        return server, number.readline().strip()


def _bus(stack: ExitStack, environment: Mapping[str, str]) -> None:
    address = environment["DBUS_SESSION_BUS_ADDRESS"]
    settings = Path(environment["XDG_RUNTIME_DIR"]) / "bus.conf"
    settings.write_text(BUS.format(address=address), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={settings}", "--nofork", "--nopidfile", "--print-address"]
    daemon = stack.enter_context(started(command, environment))
    assert daemon.stdout is not None
    daemon.stdout.readline()
