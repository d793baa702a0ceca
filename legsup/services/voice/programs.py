"""Programs that speak, the system's own among them: each line is a child process, of a few seconds at most."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Protocol

from legsup.services.voice.files import read_wave
from legsup.services.voice.levelling import levelled
from legsup.services.voice.scratch import scratch
from legsup.services.voice.speaker import VoiceError

if TYPE_CHECKING:
    from legsup.domain.sound import Clip

#: Most seconds that one line may take to be made; usual is a tenth of one, on Windows one.
PATIENCE = 10.0
#: A line that comes out longer than it may last is said faster, by so much at most, and a little more to be sure.
FASTEST, SURE = 1.4, 1.03
#: On Windows a program that needs a console opens one, for each line; elsewhere there is no such thing.
NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Program(Protocol):
    """How a program is called."""

    #: What a person types to call it.
    name: str

    @property
    def spoken_as(self) -> str:
        """What tells its clips from those of another voice of the same program."""
        ...

    def voice(self, language: str) -> str | None:
        """Tell which of its voices speaks a language; None where none does. May raise OSError or SubprocessError."""
        ...

    def command(self, voice: str, faster: float, file: str) -> list[str]:
        """Give the command that reads a text from its input and writes a WAV file; ``faster`` 1 is calm."""
        ...


def told_by(command: list[str]) -> str:
    """Tell what a program writes. Raises OSError or SubprocessError where it does not run well."""
    done = subprocess.run(  # noqa: S603 - fixed programs, found as a person would find them
        command, capture_output=True, timeout=PATIENCE, check=True, creationflags=NO_CONSOLE
    )
    return done.stdout.decode(errors="replace")


class ProgramSpeaker:
    """One speech program in one language."""

    is_slow = True
    is_at_hand = False

    def __init__(self, program: Program, language: str, rate: float = 1.0) -> None:
        """Speak a language by a program, at a share of the calm rate; whether it can shows when it first speaks."""
        self.name = f"{program.spoken_as}-{language}" + ("" if rate == 1.0 else f"-{round(100 * rate)}")
        self._rate = rate
        self._program = program
        self._language = language
        self._voice: str | None = None

    def speak(self, text: str, seconds: float) -> Clip | None:
        """Say a text, faster where it would last too long."""
        voice = self._found()
        clip = self._made(voice, text, self._rate)
        if clip is None or clip.seconds <= seconds:
            return clip
        return self._made(voice, text, self._rate * min(FASTEST, SURE * clip.seconds / seconds))

    def close(self) -> None:
        """Each line's process is over already."""

    def _found(self) -> str:
        if self._voice is not None:
            return self._voice
        missing = f"{self._program.name} is not here, or does not speak {self._language}"
        try:
            voice = self._program.voice(self._language) if shutil.which(self._program.name) else None
        except (OSError, subprocess.SubprocessError) as fault:
            raise VoiceError(missing) from fault
        if voice is None:
            raise VoiceError(missing)
        self._voice = voice
        return voice

    def _made(self, voice: str, text: str, faster: float) -> Clip | None:
        try:
            with scratch() as folder:
                file = folder / "line.wav"
                subprocess.run(  # noqa: S603 - the command is fixed, the text goes to its input
                    self._program.command(voice, faster, str(file)),
                    input=text.encode(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=PATIENCE,
                    check=True,
                    creationflags=NO_CONSOLE,
                )
                return levelled(*read_wave(file))
        except (OSError, subprocess.SubprocessError) as fault:
            message = f"{self._program.name} failed ({fault})"
            raise VoiceError(message) from fault
        except ValueError:
            return None
