"""The log: there for what goes wrong, its owner's alone, and never in the way."""

from __future__ import annotations

import errno
import io
import logging
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from legsup.practice.log import keep_log

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    import pytest


@contextmanager
def kept(folder: Path) -> Generator[None]:
    """Keep a log, and leave the logger as it was."""
    logger = logging.getLogger("legsup")
    before, level = list(logger.handlers), logger.level
    keep_log(folder)
    yield
    for handler in [each for each in logger.handlers if each not in before]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


def test_what_goes_wrong_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    with kept(folder):
        logging.getLogger("legsup.services.sound.engine").info("the device is gone")
    file = folder / "legsup.log"
    assert "INFO legsup.services.sound.engine: the device is gone" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_where_no_log_can_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    before = list(logging.getLogger("legsup").handlers)
    with kept(tmp_path / "file" / "state"):
        assert logging.getLogger("legsup").handlers == before


def test_a_link_that_somebody_planted_is_not_written_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("theirs", encoding="utf-8")
    folder = tmp_path / "state"
    folder.mkdir()
    (folder / "legsup.log").symlink_to(elsewhere)
    with kept(folder):
        logging.getLogger("legsup").info("nothing of this")
    assert elsewhere.read_text(encoding="utf-8") == "theirs"


class FullDisk(io.StringIO):
    """A file on a disk that has no room."""

    def write(self, _text: str) -> int:
        """Find no room."""
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_says_nothing_over_a_practice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = list(logging.getLogger("legsup").handlers)
    with kept(tmp_path / "state"):
        (made,) = (each for each in logging.getLogger("legsup").handlers if each not in before)
        assert isinstance(made, logging.FileHandler)
        made.setStream(FullDisk())  # pyright: ignore[reportArgumentType] - as much of a file as a log needs
        logging.getLogger("legsup").info("the device is gone")
    assert capsys.readouterr().err == ""
