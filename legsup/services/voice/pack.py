"""A voice pack: a folder of clips by line id, recorded by a person or shipped with the app."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.line_names import clauses, line_id, sentences
from legsup.domain.sound import Clip
from legsup.services.voice.files import read_any
from legsup.services.voice.levelling import edged, joined, levelled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMATS = (".flac", ".wav", ".ogg", ".opus", ".mp3", ".aiff")
#: Seconds between two sentences, and between two clauses, that are put together from clips of their own.
BETWEEN_SENTENCES, BETWEEN_CLAUSES = 0.4, 0.22

#: Seconds at both ends of a clip that was made ready, in which what its compression smeared over them dies away.
EDGE = 0.006

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PackReport:
    """How a pack stands to the lines that may be said: those it has, files that cannot be read, names of no line."""

    has: int
    of: int
    broken: tuple[str, ...]
    strange: tuple[str, ...]


def examine(folder: Path, lines: Iterable[str]) -> PackReport:
    """Read every clip of a pack. Raises VoiceError where the library that reads clips is missing."""
    wanted = {line_id(text) for text in lines}
    files = [file for file in sorted(folder.iterdir()) if file.suffix.lower() in FORMATS]
    broken: list[str] = []
    sound: set[str] = set()
    for file in files:
        try:
            clip = levelled(*read_any(file))
        except ValueError as fault:
            broken.append(str(fault))
            continue
        if clip is None:
            broken.append(f"{file} holds nothing to be heard")
        else:
            sound.add(file.stem)
    strange = tuple(file.name for file in files if file.stem not in wanted)
    return PackReport(len(sound & wanted), len(wanted), tuple(broken), strange)


class PackSpeaker:
    """Says what its folder holds: a line as a whole, or put together from its sentences and clauses."""

    is_slow = False

    def __init__(self, folder: Path, name: str, *, made_ready: bool = False) -> None:
        """Look into a folder, which need not exist; clips that were ``made_ready`` are trimmed and levelled already."""
        self.name = name
        self.is_at_hand = self._made_ready = made_ready
        self._files: dict[str, Path] = {}
        with suppress(OSError):  # there is none, or it may not be looked into
            self._files = {
                file.stem: file for file in sorted(folder.iterdir()) if file.suffix.lower() in FORMATS
            }

    def speak(self, text: str, seconds: float) -> Clip | None:
        """Give the clip of a line; a recorded one keeps its own time."""
        del seconds
        pieces = self._pieces(text)
        if pieces is None:
            return None
        clips: list[tuple[Clip, float]] = []
        for file, pause in pieces:
            clip = self._read(file)
            if clip is None:
                return None
            if clips and clip.rate != clips[0][0].rate:
                _log.warning("%s has another rate than what it is joined to; the next voice speaks", file)
                return None
            clips.append((clip, pause))
        return joined(clips)

    def _read(self, file: Path) -> Clip | None:
        """Read a clip; one that cannot be read is told of, and the next voice has the line."""
        try:
            samples, rate = read_any(file)
        except ValueError as fault:
            _log.warning("%s; the next voice speaks", fault)
            return None
        clip = (
            Clip(rate, edged(samples, rate, EDGE, EDGE).tobytes())
            if self._made_ready
            else levelled(samples, rate)
        )
        if clip is None:
            _log.warning("%s holds nothing to be heard; the next voice speaks", file)
        return clip

    def close(self) -> None:
        """Nothing runs."""

    def _pieces(self, text: str) -> list[tuple[Path, float]] | None:
        """Find the files that make a text, each with the pause after it."""
        whole = self._files.get(line_id(text))
        if whole is not None:
            return [(whole, 0.0)]
        parts, pause = sentences(text), BETWEEN_SENTENCES
        if len(parts) == 1:
            parts, pause = clauses(text), BETWEEN_CLAUSES
        if len(parts) == 1:
            return None
        found: list[tuple[Path, float]] = []
        for number, part in enumerate(parts, start=1):
            pieces = self._pieces(part)
            if pieces is None:
                return None
            found += [*pieces[:-1], (pieces[-1][0], pause if number < len(parts) else 0.0)]
        return found
