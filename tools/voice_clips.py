"""Make the shipped English clips: every line of the shipped sequences, by the natural voice, as Ogg Opus.

Needs the extra ``clips``. Run it again whenever a line changes: a clip that already says its line as it is now stays, what is
no longer said is removed. Each file carries its text and the edition that made it.
    python -m tools.voice_clips
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

import numpy as np
import soundfile  # pyright: ignore[reportMissingTypeStubs] - it brings none

from legsup.domain.every_line import every_line
from legsup.domain.line_names import line_id
from legsup.domain.speech import speaking_seconds
from legsup.services.library import Library
from legsup.services.voice.natural_speech import NaturalSpeech
from legsup.services.voice.speaker import VoiceError
from tools import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.sound import Clip

FOLDER = ROOT / "assets" / "sounds" / "voice" / "en"
#: Rises when clips are made in another way, so that all are made anew.
EDITION = "hibari-tts 0.2.1, heart; edition 1"
RIGHTS = "Apache-2.0 voice, see LICENCE.txt"
#: Strength of the compression, 0-1: at this one a second takes about 4 kB, and the voice is measured as natural as before it
#: (docs/decisions/0023).
COMPRESSION = 0.9


class Says(Protocol):
    """What says a line within about so many seconds; None where nothing is heard of it."""

    def __call__(self, text: str, seconds: float, /) -> Clip | None:
        """Say it."""
        ...


def made_clips(folder: Path, lines: tuple[str, ...], says: Says) -> tuple[int, int]:
    """Make what is missing or said otherwise by now, remove what is no line any more; tell how many of each.

    Raises:
        ValueError: nothing is heard of a line.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {f"{line_id(text)}.ogg": text for text in lines}
    made = 0
    for name, text in wanted.items():
        file = folder / name
        if is_as_now(file, text):
            continue
        clip = says(text, speaking_seconds(text))
        if clip is None:
            message = f"nothing is heard of {text!r}"
            raise ValueError(message)
        write(file, text, clip)
        made += 1
    gone = [file for file in folder.glob("*.ogg") if file.name not in wanted]
    for file in gone:
        file.unlink()
    return made, len(gone)


def is_as_now(file: Path, text: str) -> bool:
    """Whether a clip says a text, signs included, and was made as clips are made now."""
    try:
        with soundfile.SoundFile(file) as sound:
            return bool(sound.title == text and sound.comment == EDITION)
    except (OSError, RuntimeError):
        return False


def write(file: Path, text: str, clip: Clip) -> None:
    """Write a clip with its text, edition and rights."""
    with soundfile.SoundFile(
        file, "w", clip.rate, 1, "OPUS", format="OGG", compression_level=COMPRESSION
    ) as sound:
        sound.title, sound.comment, sound.copyright = text, EDITION, RIGHTS
        sound.write(np.frombuffer(clip.pcm, np.float32))  # pyright: ignore[reportUnknownMemberType]


def main() -> None:
    """Bring the folder up to date, and tell what was done."""
    library = Library(ROOT / "assets")
    lines = every_line(library.sequences(), library.parts(), "en")
    try:
        made, gone = made_clips(FOLDER, lines, NaturalSpeech().say)
    except (VoiceError, ValueError) as fault:
        sys.exit(f"{fault}; the extra clips brings the voice: pip install -e '.[clips]'")
    size = sum(file.stat().st_size for file in FOLDER.glob("*.ogg"))
    print(f"{len(lines)} lines, {made} made, {gone} removed, {size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
