"""Make the shipped English clips: every line of the shipped sequences, by flite's voice slt, as Ogg Vorbis.

Needs flite (2.2 was used) and soundfile. Run it again whenever a line changes; clips of lines that are gone are removed.
    python packaging/voice_clips.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 - found only with the path above
import soundfile  # noqa: E402 # pyright: ignore[reportMissingTypeStubs] - the same

from legsup.domain.words import speaking_seconds  # noqa: E402 - the same
from legsup.services.library import Library  # noqa: E402 - the same
from legsup.services.voice.every_line import every_line  # noqa: E402 - the same
from legsup.services.voice.free_programs import Flite  # noqa: E402 - the same
from legsup.services.voice.lines import line_id  # noqa: E402 - the same
from legsup.services.voice.programs import ProgramSpeaker  # noqa: E402 - the same

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
