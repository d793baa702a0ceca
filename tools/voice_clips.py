"""Make the shipped English clips: every line of the shipped sequences, by flite's voice slt, as Ogg Vorbis.

Needs flite (2.2 was used) and soundfile. Run it again whenever a line changes; clips of lines that are gone are removed.
    python -m tools.voice_clips
"""

from __future__ import annotations

import sys

import numpy as np
import soundfile  # pyright: ignore[reportMissingTypeStubs] - it brings none

from legsup.domain.every_line import every_line
from legsup.domain.line_names import line_id
from legsup.domain.speech import speaking_seconds
from legsup.services.library import Library
from legsup.services.voice.free_programs import Flite
from legsup.services.voice.programs import ProgramSpeaker
from tools import ROOT

FOLDER = ROOT / "assets" / "sounds" / "voice" / "en"
#: Strength of the compression, 0-1: at this one a second takes about 5 kB.
COMPRESSION = 0.8


def main() -> None:
    """Make what is missing, remove what is no longer said, and tell what was done."""
    library = Library(ROOT / "assets")
    speaker = ProgramSpeaker(Flite(), "en")
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted: set[str] = set()
    made = 0
    for text in every_line(library.sequences(), library.parts(), "en"):
        file = FOLDER / f"{line_id(text)}.ogg"
        wanted.add(file.name)
        if file.exists():
            continue
        clip = speaker.speak(text, speaking_seconds(text))
        if clip is None:
            sys.exit(f"nothing is heard of {text!r}")
        samples = np.frombuffer(clip.pcm, np.float32)
        soundfile.write(
            file, samples, clip.rate, format="OGG", subtype="VORBIS", compression_level=COMPRESSION
        )  # pyright: ignore[reportUnknownMemberType]
        made += 1
    gone = [file for file in FOLDER.glob("*.ogg") if file.name not in wanted]
    for file in gone:
        file.unlink()
    size = sum(file.stat().st_size for file in FOLDER.glob("*.ogg"))
    print(f"{len(wanted)} lines, {made} made, {len(gone)} removed, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
