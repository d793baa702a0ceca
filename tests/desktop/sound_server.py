"""A private sound server with one null sink, and a recorder of what reaches it: no card, no session, nobody disturbed."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from contextlib import contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from numpy.typing import NDArray

RATE = 48000
SINK = "legsup_test"
#: Seconds within which a server answers.
PATIENCE = 15.0

ALSA = """\
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse hint { show on description "test" } }
ctl.!default { type pulse }
"""


def until(predicate: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Wait until something is so, or for so many seconds; tell whether it is."""
    end = time.monotonic() + seconds
    while not predicate():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


class SoundServer:
    """PulseAudio of our own in a folder; ``environment`` sends whatever plays to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._daemon: subprocess.Popen[bytes] | None = None
        pulse = folder / "pulse"
        pulse.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "asound.conf").write_text(ALSA, encoding="utf-8")
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(pulse),
            "PULSE_SERVER": f"unix:{pulse}/native",
            "PULSE_COOKIE": str(folder / "cookie"),
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }

    def start(self) -> None:
        """Start the server and plug the sink in."""
        socket = self._folder / "pulse" / "native"
        socket.unlink(missing_ok=True)
        options = ["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes"]
        options += ["--realtime=no", "--high-priority=no", f"--log-target=file:{self._folder}/pulse.log"]
        protocol = f"module-native-protocol-unix socket={socket} auth-anonymous=1"
        self._daemon = subprocess.Popen(
            ["pulseaudio", *options, "-L", protocol],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert until(lambda: self._pactl("info").returncode == 0), "the sound server does not answer"
        self.plug_in()

    def kill(self) -> None:
        """End the server without a word, as a crash does."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait()
            self._daemon = None

    def plug_in(self, name: str = SINK) -> None:
        """Make a sink be there."""
        told = self._pactl(
            "load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}", "channels=2"
        )
        assert told.returncode == 0, told.stderr
        self._pactl("set-default-sink", name)

    def plug_in_microphone(self, name: str) -> None:
        """Make a microphone be there, in which nothing is heard."""
        told = self._pactl("load-module", "module-null-source", f"source_name={name}")
        assert told.returncode == 0, told.stderr

    def streams(self) -> str:
        """Tell what records."""
        return self._pactl("list", "source-outputs").stdout

    def unplug(self, name: str = SINK) -> None:
        """Take a sink away."""
        for line in self._pactl("list", "short", "modules").stdout.splitlines():
            if f"sink_name={name}" in line:
                self._pactl("unload-module", line.split()[0])

    def _pactl(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["pactl", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )


#: Seconds at the beginning and at the end of a recording from which its clock is told.
WINDOW = 5.0


class Recorder:
    """Records what reaches a sink; ``began`` is when its first sample was heard (monotonic, to about 10 ms).

    ``pace`` is how many seconds of the clock one nominal second of the recording lasts: a sink without a device counts its
    blocks in whole microseconds, which makes it run some millionths fast, now more and now less.
    """

    def __init__(self, server: SoundServer, sink: str = SINK) -> None:
        words = ["parec", "-d", f"{sink}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        self._process = subprocess.Popen(
            [*words, "--latency-msec=10", "--raw"], env=server.environment, stdout=subprocess.PIPE, bufsize=0
        )
        self._pcm = bytearray()
        self.began = float("inf")
        #: The least delayed block of each stretch: its end in the recording, and when the recording began if it was in time.
        self._least: list[tuple[float, float]] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        assert until(lambda: len(self._pcm) > 0), "nothing can be recorded"

    def stop(self) -> NDArray[np.float32]:
        """Stop, and give what was recorded."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        whole = bytes(self._pcm[: len(self._pcm) // 2 * 2])
        return (np.frombuffer(whole, np.int16) / 32768.0).astype(np.float32)

    @property
    def pace(self) -> float:
        """Measured from the first seconds to the last."""
        heard, zero = min(self._least[-2:], key=itemgetter(1))
        return 1.0 + (zero - self.began) / max(1.0, heard)

    def strayed(self, seconds: float) -> float:
        """Tell by how much later than at an even ``pace`` from ``began`` so many seconds of the recording were heard (s)."""
        heard = np.array([each for each, _ in self._least])
        zero = np.array([each for _, each in self._least])
        return float(np.interp(seconds, heard, zero - self.began - heard * (self.pace - 1.0)))

    def loudest(self) -> float:
        """The highest peak so far."""
        heard = np.frombuffer(bytes(self._pcm[: len(self._pcm) // 2 * 2]), np.int16)
        return float(np.abs(heard.astype(np.float32)).max(initial=0.0)) / 32768.0

    def _read(self) -> None:
        assert self._process.stdout is not None
        first = time.monotonic()
        while block := self._process.stdout.read(4800):
            self._pcm += block
            now = time.monotonic()
            heard = len(self._pcm) / 2 / RATE
            # The least delayed of many blocks tells best when they were heard.
            if now < first + WINDOW:
                self.began = min(self.began, now - heard)
            if len(self._least) <= heard / WINDOW:
                self._least.append((heard, now - heard))
            self._least[-1] = min(self._least[-1], (heard, now - heard), key=itemgetter(1))


@contextmanager
def running_server(folder: Path) -> Generator[SoundServer]:
    """A server for as long as it is needed."""
    server = SoundServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()
