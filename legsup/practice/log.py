"""The log: what went wrong beside a session, in one small file of the person's own; no word of anybody's health."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from legsup.private import make_file, take_name

#: Bytes after which the log begins anew; the one before is kept.
MOST_BYTES = 200_000


@cache
def keep_log(folder: Path) -> None:
    """Write the app's log into a folder from now on; where that cannot be, there is none."""
    # Loaded with the first session: an idle tray has nothing to tell.
    import logging  # noqa: PLC0415
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415

    file = folder / "legsup.log"
    if file.is_symlink():  # nobody else chooses where it is written
        return
    try:
        make_file(file)
        handler = RotatingFileHandler(file, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.rotator = _begin_anew
    # A disk that is full: else the library writes about its own log over a practice in the terminal.
    handler.handleError = _say_nothing
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("legsup")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _say_nothing(record: object) -> None:
    """Let a line go that could not be written."""


def _begin_anew(full: str, kept: str) -> None:
    """Keep a full log under another name, and make the next one before the library would make it for everyone."""
    take_name(Path(full), Path(kept))
    make_file(Path(full))
