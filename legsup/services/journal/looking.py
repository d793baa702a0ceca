"""Looks into a journal for whoever only asks how it is: nothing is made, mended or waited for."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from legsup.services.journal.schema import reading, refuse_newer, told
from legsup.services.journal.trouble import FAULTS, JournalError
from legsup.telling import why

if TYPE_CHECKING:
    from pathlib import Path


def look(file: Path) -> int | None:
    """Count the sessions of a journal; None where there is none yet.

    Raises:
        JournalError: what stands there cannot be used as it is, and why.
    """
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise JournalError(f"The journal {file} cannot be looked at ({why(error, file)}).") from error
    refuse_newer(file)
    whole = os.access(file.parent, os.W_OK)  # else what stands beside it cannot be read along
    try:
        with closing(reading(file, whole=whole)) as connection:
            return int(connection.execute("SELECT COUNT(*) FROM records").fetchone()[0])
    except FAULTS as error:
        raise told(file, error) from error
