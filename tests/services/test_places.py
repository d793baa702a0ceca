"""Where files live: one folder where that is asked, the owner's alone, and assets from wheel or checkout."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from legsup.services.places import assets, find, make_folder, open_owner_only

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")


def test_with_a_home_everything_is_in_it(tmp_path: Path) -> None:
    places = find(tmp_path)
    for path in (
        places.config,
        places.data,
        places.state,
        places.cache,
        places.runtime,
        places.journal,
        places.settings,
    ):
        assert path.is_relative_to(tmp_path)


def test_a_relative_home_does_not_move_with_the_current_folder() -> None:
    assert find(Path("here")).data == Path.cwd() / "here"


def test_without_a_home_the_platform_says_where() -> None:
    places = find(None)
    assert places.data.is_absolute()
    assert places.data.name == "legsup"
    assert places.sequences.parent == places.data


def test_looking_makes_nothing(tmp_path: Path) -> None:
    find(tmp_path / "home")
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_new_folders_are_the_owners_alone(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "home" / "state")
    for made in (folder, folder.parent):
        assert stat.S_IMODE(made.stat().st_mode) == 0o700


@POSIX
def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    make_folder(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755


@POSIX
def test_new_files_are_the_owners_alone(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with open(log, "x", opener=open_owner_only, encoding="utf-8"):
        assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(OSError, match="home"):
        make_folder(tmp_path / "home" / "state")


def test_the_assets_are_found() -> None:
    assert (assets() / "sequences").is_dir()
