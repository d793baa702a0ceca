"""The disk fills up within what is written: what stood there before stands there still, and nothing half done is left."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from legsup.app.paper import save
from legsup.private import second_name
from legsup.services.autostart.login import in_folder_linux
from legsup.services.journal.brought import copy_at_rest
from legsup.services.journal.salvage import mend
from legsup.services.journal.store import Store
from legsup.services.journal.trouble import BusyJournalError
from legsup.services.settings.store import SettingsStore
from tests.services.journals import filled, leaves_of, spoil

if sys.platform == "win32":
    pytest.skip("there is no such limit", allow_module_level=True)

import resource

if TYPE_CHECKING:
    from collections.abc import Generator

#: Another disk than that of temporary files, on which no second name can be had of a file there.
ELSEWHERE = Path("/dev/shm")  # noqa: S108 - a disk, no file


@contextmanager
def full_disk(most: int = 0) -> Generator[None]:
    """Have no file grow beyond some bytes meanwhile."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(each.name for each in folder.iterdir())


def test_the_entry_of_the_login_stays_as_it_was(tmp_path: Path) -> None:
    login = in_folder_linux(tmp_path)
    login.turn_on(["legsup"])
    with full_disk(), pytest.raises(OSError, match="large"):
        login.turn_on(["legsup", "--background"])
    assert login.is_on()
    assert len(names(tmp_path)) == 1


def test_a_paper_that_was_saved_before_stays_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "card.pdf"
    place.write_bytes(b"%PDF the old one")
    with full_disk():
        assert save(b"%PDF another", str(place)).startswith("The PDF could not be written")
    assert place.read_bytes() == b"%PDF the old one"
    assert save(b"%PDF another", str(tmp_path / "nowhere" / "card.pdf")).startswith(
        "The PDF could not be written"
    )
    assert names(tmp_path) == ["card.pdf"]


def test_faulty_settings_are_set_aside_once_however_often_the_new_ones_cannot_be_written(
    tmp_path: Path,
) -> None:
    file = tmp_path / "settings.json"
    file.write_text("no table", encoding="utf-8")
    store = SettingsStore(file)
    with full_disk():
        for _ in range(3):
            with pytest.raises(OSError, match="large"):
                store.change({"muted": True})
    assert file.read_text("utf-8") == "no table"
    store.change({"muted": True})
    assert [name for name in names(tmp_path) if "damaged" in name] == ["settings.damaged-1.json"]


class Watched(type(Path())):
    """A name that notes whether the file that has it is open when it is deleted, which Windows refuses."""

    open_then: bool | None = None

    def unlink(self, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as the library has it
        handles = Path("/proc/self/fd")
        self.open_then = any(each.exists() and each.samefile(self) for each in handles.iterdir())
        super().unlink(missing_ok)


@pytest.mark.skipif(not ELSEWHERE.is_dir(), reason="there is no such disk")
def test_of_a_copy_that_does_not_fit_nothing_is_left(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * 100)
    with TemporaryDirectory(dir=ELSEWHERE) as other:
        if Path(other).stat().st_dev == tmp_path.stat().st_dev:
            pytest.skip("it is the same disk")
        copy = Watched(other, "copy")
        with full_disk(50), pytest.raises(OSError, match="large"):
            second_name(file, copy)
        assert copy.open_then is False
        assert names(Path(other)) == []
        second_name(file, Path(other, "copy"))
        assert Path(other, "copy").read_bytes() == file.read_bytes()


def test_a_damaged_journal_is_set_aside_under_a_name_of_which_all_is_free(tmp_path: Path) -> None:
    file = filled(tmp_path)
    spoil(file, leaves_of(file)[0])
    Path(f"{file}-wal").write_bytes(b"")
    Path(file.with_name("journal.damaged-1.sqlite3-wal")).mkdir()
    store = Store(file, 1.0)
    with store.ledger.alone(1.0):
        assert mend(file, store.ledger).aside.name == "journal.damaged-2.sqlite3"
    assert "journal.damaged-1.sqlite3" not in names(tmp_path)


def test_a_database_is_copied_as_it_stands_at_one_moment(tmp_path: Path) -> None:
    file, log, copy = tmp_path / "a", tmp_path / "a-wal", tmp_path / "b"
    file.write_bytes(b"old")
    log.write_bytes(b"new")
    tries: list[str] = []

    def checkpointed(of: str, to: str) -> None:
        """Copy; while it is done the first time, what is in the log comes into the file."""
        tries.append(of)
        Path(to).write_bytes(Path(of).read_bytes())
        if len(tries) == 1:
            file.write_bytes(b"old and new")
            log.unlink()

    copy_at_rest(file, copy, checkpointed)
    assert copy.read_bytes() == b"old and new"
    assert not Path(f"{copy}-wal").exists()

    def written(of: str, to: str) -> None:
        Path(to).write_bytes(Path(of).read_bytes())
        file.write_bytes(file.read_bytes() + b".")

    with pytest.raises(BusyJournalError, match=f"Another program writes {file}"):
        copy_at_rest(file, copy, written)
