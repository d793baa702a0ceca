"""The log: what went wrong beside a session, in one small file of the person's own; no word of anybody's health."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from legsup.services.places import OWNER_ONLY_FILE, OWNER_ONLY_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

#: Bytes after which the log begins anew; the one before is kept.
MOST_BYTES = 200_000


@cache
def keep_log(folder: Path) -> None:
    """Write the app's log into a folder from now on; where that cannot be, there is none."""
    # Loaded with the first session: an idle tray has nothing to tell.
    import logging  # noqa: PLC0415
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415

    file = folder / "legsup.log"
    try:
        folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, OWNER_ONLY_FILE))
        handler = RotatingFileHandler(file, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("legsup")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
