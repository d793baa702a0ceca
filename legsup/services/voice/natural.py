"""The natural voice: English lines by hibari-tts, where the extra ``natural`` is installed, made in a child process.

The child is started with the first line that has to be made, has so many seconds for each, and is ended when nothing more is
to be said: its model takes more memory than all else of a session.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from legsup.services.voice.files import read_wave
from legsup.services.voice.levelling import levelled
from legsup.services.voice.scratch import scratch
from legsup.services.voice.speaker import VoiceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from legsup.domain.sound import Clip

#: The packages without which it is silent.
PACKAGES = ("hibari", "onnxruntime")
#: The language of the one voice that is used.
LANGUAGE = "en"
#: The program that speaks; a packaged app has no Python of its own to run it.
CHILD = (sys.executable, "-m", "legsup.services.voice.natural_child")
#: Most seconds for loading the model (usual: 1 to 2), and for a line (usual: a twentieth of one).
LOADING, PATIENCE = 30.0, 10.0


def natural_is_here() -> bool:
    """Tell whether the natural voice is installed, without loading it."""
    return not getattr(sys, "frozen", False) and all(find_spec(name) is not None for name in PACKAGES)


class NaturalSpeaker:
    """The natural voice in a child process."""

    is_slow = True
    is_at_hand = False

    def __init__(
        self,
        language: str,
        rate: float = 1.0,
        *,
        child: Sequence[str] = CHILD,
        loading: float = LOADING,
        patience: float = PATIENCE,
    ) -> None:
        """Speak a language at a share of the calm rate; whether it can shows when it first speaks."""
        self.name = f"hibari-{language}" + ("" if rate == 1.0 else f"-{round(100 * rate)}")
        self._language = language
        self._rate = rate
        self._command = tuple(child)
        self._loading, self._patience = loading, patience
        self._child: subprocess.Popen[str] | None = None
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()

    def speak(self, text: str, seconds: float) -> Clip | None:
        """Say a text within its seconds; a child that fails or takes too long is ended, and the voice is not asked again."""
        if self._language != LANGUAGE:
            message = f"hibari does not speak {self._language}"
            raise VoiceError(message)
        try:
            with scratch() as folder:
                file = folder / "line.wav"
                answer = self._asked(text, seconds, file)
                return levelled(*read_wave(file)) if answer == "made" else None
        except (OSError, ValueError) as fault:
            self.close()
            message = f"hibari failed ({fault})"
            raise VoiceError(message) from fault

    def close(self) -> None:
        """End the child at once: it keeps nothing, and the next line would start another."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        with suppress(OSError):
            assert child.stdin is not None
            child.stdin.close()
        child.wait()

    def _asked(self, text: str, seconds: float, file: Path) -> str:
        """Ask the child for a line. Raises OSError or ValueError with the reason where it does not come."""
        child = self._started()
        assert child.stdin is not None
        request = {"text": text, "seconds": seconds, "rate": self._rate, "file": str(file)}
        child.stdin.write(json.dumps(request) + "\n")
        child.stdin.flush()
        return self._answer(self._patience)

    def _started(self) -> subprocess.Popen[str]:
        if self._child is not None:
            return self._child
        self._answers = queue.SimpleQueue()
        self._child = subprocess.Popen(  # noqa: S603 - this program itself; the texts go to its input
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        threading.Thread(
            target=_hear, args=(self._child, self._answers), name="natural voice", daemon=True
        ).start()
        self._answer(self._loading)
        return self._child

    def _answer(self, seconds: float) -> str:
        try:
            word, _, reason = self._answers.get(timeout=seconds).partition(" ")
        except queue.Empty:
            message = f"no answer within {seconds:g} s"
            raise ValueError(message) from None
        if word in {"failed", ""}:
            raise ValueError(reason or "it has ended")
        return word


def _hear(child: subprocess.Popen[str], answers: queue.SimpleQueue[str]) -> None:
    """Pass on what a child answers; an empty answer is its end."""
    assert child.stdout is not None
    with child.stdout:
        for line in child.stdout:
            answers.put(line.strip())
    answers.put("")
