"""What the app makes is its owner's alone, whatever the umask; and what is written whole is never seen half."""

from __future__ import annotations

import os
import re
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legsup.private import drop_halves, make_file, make_folder, opener, take_name, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
ROOT = Path(__file__).parents[1]


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o377], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """Rights that every new file of this process lacks: none, the usual ones, and nearly all."""
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_new_folders_and_files_are_the_owners_alone(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "new" / "there" / "state")
    file = make_file(tmp_path / "other" / "there" / "file")
    write_whole(tmp_path / "third" / "there" / "whole", b"all")
    with open(folder / "log", "x", opener=opener, encoding="utf-8") as log:
        log.write("kept")
    made = [path for path in tmp_path.rglob("*") if path.is_dir()]
    assert len(made) == 7
    assert {rights(path) for path in made} == {0o700}
    assert {rights(path) for path in (file, folder / "log", tmp_path / "third/there/whole")} == {0o600}


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    make_folder(shared)
    assert rights(shared) == 0o755


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(OSError, match="home"):
        make_folder(tmp_path / "home" / "state")


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("kept", encoding="utf-8")
    assert make_file(file).read_text(encoding="utf-8") == "kept"
    with open(file, "a", opener=opener, encoding="utf-8") as more:
        more.write(", and more")
    assert file.read_text(encoding="utf-8") == "kept, and more"
    with pytest.raises(FileExistsError):
        opener(str(file), os.O_CREAT | os.O_EXCL)


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "elsewhere" / "settings", tmp_path / "settings"
    link.symlink_to(target)
    for content in (b"one", b"two"):
        write_whole(link, content)
        assert link.is_symlink()
        assert target.read_bytes() == content
    assert rights(target) == 0o600
    assert [path.name for path in target.parent.iterdir()] == ["settings"]
    far = tmp_path / "far"
    far.symlink_to(tmp_path / "away" / "journal")
    make_file(far)
    assert rights(tmp_path / "away" / "journal") == 0o600


def test_what_is_no_plain_file_is_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "settings"
    link.symlink_to(os.devnull)
    with pytest.raises(OSError, match="no plain file"):
        write_whole(link, b"x")
    with pytest.raises(OSError, match=f"{tmp_path} is a folder; move it away"):
        write_whole(tmp_path, b"x")


def test_many_savers_never_collide(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    contents = [str(number).encode() * 10_000 for number in range(10)]
    with ThreadPoolExecutor(8) as savers:
        list(savers.map(write_whole, [file] * 200, contents * 20))
    assert file.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_dead_process_left_is_stepped_over(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    write_whole(file, b"first")
    for number in range(5000):
        (tmp_path / f"settings.{os.getpid()}-{number}.new").touch()
    write_whole(file, b"second")
    assert file.read_bytes() == b"second"


def test_a_saving_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    write_whole(file, b"old")
    with pytest.raises(TypeError):
        write_whole(file, "no bytes")  # pyright: ignore[reportArgumentType] - stands for whatever goes wrong
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_name_that_is_held_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    fresh, target = tmp_path / "fresh", tmp_path / "target"
    fresh.write_bytes(b"new")
    tries: list[str] = []

    def replace(new: Path, old: Path) -> None:
        tries.append("tried")
        if len(tries) < 3:
            raise PermissionError(13, "it is open", str(old))
        new.replace(old)

    take_name(fresh, target, replace, (0.0, 0.0))
    assert target.read_bytes() == b"new"
    tries.clear()
    with pytest.raises(PermissionError):
        take_name(target, fresh, replace, (0.0,))
    assert len(tries) == 2


def test_rights_are_named_in_one_place() -> None:
    named = re.compile(r"0o[0-7]+|umask|chmod|S_I[RWX]")
    found = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "legsup").rglob("*.py")
        if named.search(file.read_text(encoding="utf-8"))
    }
    assert found == {"legsup/private.py"}


def test_what_a_killed_saving_left_goes_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    half, fresh = tmp_path / "settings.json.77-0.new", tmp_path / "settings.json.78-3.new"
    others = [
        tmp_path / name
        for name in (
            "settings.json.new",
            "other.json.77-0.new",
            "settings.json.77-0.new.txt",
            "settingsxjson.7-0.new",
        )
    ]
    for each in (half, fresh, *others):
        each.touch()
        os.utime(each, (1.0, 1.0))
    os.utime(fresh)
    write_whole(file, b"kept")
    assert set(tmp_path.iterdir()) == {file, fresh, *others}
    drop_halves(file)
    assert set(tmp_path.iterdir()) == {file, *others}
