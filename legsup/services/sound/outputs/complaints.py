"""What the sound system's own libraries write on the error stream goes into the log, each line once, not before a person.

PortAudio and ALSA complain there each time that a device cannot be opened, and one that stays away is tried again twice a second.
"""

from __future__ import annotations

import logging
import os
import threading
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

#: The number of the error stream in every process.
ERRORS = 2
#: How their complaints begin.
THEIRS = ("ALSA lib ", "Expression '", "PaHost_", "JackShm", "jack ", "Cannot connect to server ")
#: Different complaints that are logged; some have a number in them.
MOST = 50
#: Seconds for which another thread may be about it, and for which the stream is turned away at most.
PATIENCE = 2.0

_log = logging.getLogger(__name__)
#: Two that turn the stream away at once would not find it again; the library that opens devices does it by itself.
_turn = threading.Lock()
_known: set[str] = set()


@contextmanager
def complaints_logged(
    patience: float = PATIENCE, make: Callable[[], IO[bytes]] = TemporaryFile
) -> Generator[None]:
    """Do something with the sound system; what others wrote on the error stream meanwhile is written there afterwards.

    ``make`` gives the file that takes it meanwhile; where there is no room for one it all goes before a person as ever.

    Raises:
        OSError: another thread has been about it for ``patience`` seconds.
    """
    if not _turn.acquire(timeout=patience):
        raise OSError("the sound system does not answer")
    written: list[str] = []
    try:
        with _turned_away(written, patience, make):
            yield
    finally:
        _turn.release()
        _judge(written)


@contextmanager
def _turned_away(written: list[str], patience: float, make: Callable[[], IO[bytes]]) -> Generator[None]:
    """Turn the error stream away; once it is back, the lines that were written there are added to ``written``."""
    try:
        away = make()
    except OSError:  # the disk is full
        yield
        return
    with away:
        try:
            kept = os.dup(ERRORS)
        except OSError:  # there is no such stream
            yield
            return
        os.dup2(away.fileno(), ERRORS)
        # Whoever hangs in the sound system does not take it along: what the app itself has to say comes through.
        back = threading.Timer(patience, _give_back, (kept, away))
        back.daemon = True
        back.start()
        try:
            yield
        finally:
            back.cancel()
            back.join()
            _give_back(kept, away)
            os.close(kept)
            written += _read(away)


def _give_back(kept: int, away: IO[bytes]) -> None:
    """Let the error stream be what it was, where it still goes away: who turned it elsewhere meanwhile has it so."""
    with suppress(OSError):  # it was closed
        if os.path.sameopenfile(away.fileno(), ERRORS):
            os.dup2(kept, ERRORS)


def _read(away: IO[bytes]) -> list[str]:
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
