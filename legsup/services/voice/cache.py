"""The cache of rendered lines: a folder a voice, a file a line. It can be deleted at any time."""

from __future__ import annotations

import logging
import shutil
from typing import TYPE_CHECKING

import numpy as np

from legsup.domain.line_names import line_id
from legsup.domain.sound import Clip
from legsup.private import make_folder, write_whole
from legsup.services.voice.files import as_wave, read_wave

if TYPE_CHECKING:
    from pathlib import Path

#: Rises when clips are made in another way, so that old ones are not used any more.
EDITION = "1"
#: Voices of which the clips are kept; the one changed longest ago goes.
KEPT = 3

_log = logging.getLogger(__name__)


class Cache:
    """Keeps clips between sessions; where the disk refuses, nothing is kept and nothing else is lost."""

    def __init__(self, folder: Path) -> None:
        """Keep clips in a folder, made on first need."""
        self._folder = folder

    def get(self, voice: str, text: str) -> Clip | None:
        """Give the clip of a voice for a text, if it was kept."""
        try:
            samples, rate = read_wave(self._file(voice, text))
        except (OSError, ValueError):
            return None
        return Clip(rate, samples.astype(np.float32).tobytes())

    def put(self, voice: str, text: str, clip: Clip) -> None:
        """Keep a clip."""
        file = self._file(voice, text)
        try:
            if not file.parent.is_dir():
                make_folder(file.parent)
                self._drop_oldest()
            write_whole(file, as_wave(clip), lasting=False)
        except OSError as fault:
            _log.warning("a line could not be kept (%s)", fault)

    def _drop_oldest(self) -> None:
        folders = sorted(self._folder.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
        for folder in folders[KEPT:]:
            shutil.rmtree(folder, ignore_errors=True)

    def _file(self, voice: str, text: str) -> Path:
        return self._folder / f"{voice}-{EDITION}" / f"{line_id(text)}.wav"
