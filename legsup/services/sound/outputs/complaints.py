"""What the sound system's own libraries write on the error stream goes into the log, each line once, not before a person.

PortAudio and ALSA complain there each time that a device cannot be opened, and one that stays away is tried again twice a second.
"""

from __future__ import annotations

import logging
import os
import threading
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Generator

#: The number of the error stream in every process.
ERRORS = 2
#: How their complaints begin.
THEIRS = ("ALSA lib ", "Expression '", "PaHost_", "JackShm", "jack ", "Cannot connect to server ")
#: Different complaints that are logged; some have a number in them.
MOST = 50
#: Seconds for which another thread may be about it.
PATIENCE = 2.0

_log = logging.getLogger(__name__)
#: Two that turn the stream away at once would not find it again; the library that opens devices does it by itself.
_turn = threading.Lock()
_known: set[str] = set()


@contextmanager
def complaints_logged(patience: float = PATIENCE) -> Generator[None]:
    """Do something with the sound system; what others wrote on the error stream meanwhile is written there afterwards.

    Raises:
        OSError: another thread has been about it for ``patience`` seconds.
    """
    if not _turn.acquire(timeout=patience):
        raise OSError("the sound system does not answer")
    written: list[str] = []
    try:
        with _turned_away(written):
            yield
    finally:
        _turn.release()
        _judge(written)


@contextmanager
def _turned_away(written: list[str]) -> Generator[None]:
    """Turn the error stream away; once it is back, the lines that were written there are added to ``written``."""
    try:
        kept = os.dup(ERRORS)
    except OSError:  # there is no such stream
        yield
        return
    with TemporaryFile() as away:
        os.dup2(away.fileno(), ERRORS)
        try:
            yield
        finally:
            os.dup2(kept, ERRORS)
            os.close(kept)
            written += _read(away)


def _read(away: BinaryIO) -> list[str]:
    away.seek(0)
    return away.read().decode(errors="backslashreplace").splitlines()


def _judge(written: list[str]) -> None:
    for line in filter(None, written):
        if not line.startswith(THEIRS):
            with suppress(OSError):
                os.write(ERRORS, f"{line}\n".encode())
        elif line not in _known and len(_known) < MOST:
            _known.add(line)
            _log.info("the sound system says: %s", line)
