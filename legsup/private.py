"""What the app makes on disk is its owner's alone, under any umask: folders, files, and files written whole."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

#: What someone practises and how they feel is nobody else's.
_FOLDER = 0o700
_FILE = 0o600
#: Bytes that are copied at a time.
_PIECE = 1_000_000
#: Seconds after which a file that is being saved is so no more.
LONG_AGO = 3600.0
#: Seconds between two tries to take a file's name: on Windows nobody may have it open then, be it a scanner for a moment.
PAUSES: tuple[float, ...] = (0.01, 0.05, 0.2) if sys.platform == "win32" else ()
#: Tells one saving of this process from the next, whatever threads they are on.
_savings = count()


def make_folder(folder: Path) -> Path:
    """Make ``folder`` and what is missing above it, for the owner alone, and hand it back.

    Folders that were there before keep their rights: they may be shared on purpose.

    Raises:
        OSError: where the folder cannot be made, as on a full or read-only disk.
    """
    if folder.is_dir():
        return folder
    make_folder(folder.parent)
    try:
        folder.mkdir(_FOLDER)
    except FileExistsError:
        if not folder.is_dir():
            raise
    else:
        _allow(folder, _FOLDER)
    return folder


def is_own_folder(folder: Path, *, make: bool = False) -> bool:
    """Whether a folder in a place where all may write is this person's alone: no link, and nobody else's.

    With ``make`` one that is missing is made.
    """
    try:
        if make:
            with suppress(FileExistsError):
                folder.mkdir(_FOLDER)
                _allow(folder, _FOLDER)
        found = folder.lstat()
    except OSError:
        return False
    is_mine = sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
    return stat.S_ISDIR(found.st_mode) and is_mine


def make_file(file: Path) -> Path:
    """Make an empty file for its owner alone where there is none, with the folders above it, and hand its path back.

    One that is there is not opened, so that no lock on it is lost by closing it again. A link is followed.

    Raises:
        OSError: where the file cannot be made, or has the name of what is no plain file.
    """
    target = Path(os.path.realpath(file))
    make_folder(target.parent)
    with suppress(FileExistsError):
        os.close(opener(str(target), os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    demand_plain(file)
    return file


def is_there(path: Path) -> bool:
    """Whether anything has this name; what may not be looked at may well be there, and tells so when it is opened."""
    try:
        path.lstat()  # a link that leads nowhere is there: its disk may only be missing now
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


class NotPlainError(OSError):
    """A folder, a pipe or a device has the name of a file; the message is a sentence with its path."""

    def __init__(self, file: Path) -> None:
        super().__init__(errno.EINVAL, "no plain file", str(file))

    def __str__(self) -> str:
        """Say what has the name."""
        kind = "a folder" if Path(self.filename).is_dir() else "no plain file"
        return f"{self.filename} is {kind}; move it away, or give it another name"


class NoFolderError(OSError):
    """There is no folder for what a person wants written; the message is a sentence with its path."""

    def __init__(self, folder: Path) -> None:
        super().__init__(errno.ENOENT, "no such folder", str(folder))

    def __str__(self) -> str:
        """Say which one."""
        return f"there is no folder {self.filename}; make it first, or name another"


def demand_folder(path: Path) -> None:
    """See that the folder is there in which a person wants something written: a name that was mistyped makes none.

    Raises:
        OSError: it is not there.
    """
    folder = Path(os.path.realpath(path)).parent
    if not is_there(folder):
        raise NoFolderError(folder)


def demand_plain(file: Path) -> None:
    """See that nothing but a plain file has a name, before whoever opens it waits for a pipe, or reads a device for ever.

    Raises:
        FileNotFoundError: nothing has it.
        OSError: something else has, or it cannot be looked at.
    """
    if not stat.S_ISREG(file.stat().st_mode):
        raise NotPlainError(file)


def opener(path: str, flags: int) -> int:
    """Open a file as ``open(path, mode, opener=opener)`` asks; one that is made anew is the owner's alone."""
    if flags & os.O_CREAT:
        try:
            made = os.open(path, flags | os.O_EXCL, _FILE)
        except FileExistsError:
            if flags & os.O_EXCL:
                raise
        else:
            _allow(Path(path), _FILE)
            return made
    return os.open(path, flags, _FILE)


def shut(file: Path) -> None:
    """Keep others out of a file that a library has just made in its own way."""
    _allow(file, _FILE)


def write_whole(file: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write a file for its owner alone so that at any moment the old or the new one stands there whole.

    A link is followed and stays. Several may save the same file at once: the last one wins. What was left half written
    by one that was killed long ago goes. Where ``lasting`` is not set, the disk may take its time; after a power failure
    the file may then be empty.

    Raises:
        OSError: it cannot be written, or is no plain file; the old one then stands as it was.
    """
    with writing_whole(file, lasting=lasting) as writing:
        writing.write(content)


@contextmanager
def writing_whole(file: Path, *, lasting: bool = True) -> Generator[BinaryIO]:
    """Write a file as ``write_whole`` does, piece by piece: it takes its place when all is written, or not at all.

    Raises:
        OSError: it cannot be written, or is no plain file; the old one then stands as it was.
    """
    target = Path(os.path.realpath(file))
    if target.exists() and not target.is_file():
        raise NotPlainError(file)
    make_folder(target.parent)
    fresh, handle = _beside(target)
    try:
        with os.fdopen(handle, "w+b") as writing:
            yield writing
            writing.flush()
            if lasting:
                os.fsync(handle)
        take_name(fresh, target)
        if lasting:
            _settle(target.parent)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    if lasting:
        drop_halves(target, LONG_AGO)


def drop_halves(file: Path, age: float = 0.0) -> None:
    """Delete what savings of a file that were killed left beside it, once it is ``age`` seconds old."""
    target = Path(os.path.realpath(file))
    known = re.compile(re.escape(target.name) + r"\.\d+-\d+\.new")
    with suppress(OSError), os.scandir(target.parent) as found:
        for each in found:
            if known.fullmatch(each.name) and time.time() - each.stat(follow_symlinks=False).st_mtime >= age:
                Path(each.path).unlink()


def second_name(file: Path, name: Path) -> None:
    """Give a file a second name, or copy it where the disk knows no second names; nothing may have the name yet.

    Raises:
        OSError: it cannot be done, as on a full disk; nothing has the name then.
    """
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:
        with file.open("rb") as old, _new_or_none(name) as copy:
            while piece := old.read(_PIECE):
                copy.write(piece)
            copy.flush()
    else:
        _allow(name, _FILE)


@contextmanager
def _new_or_none(file: Path) -> Generator[BinaryIO]:
    """Make a file, and delete it again where it cannot be written whole; closed first, else Windows refuses."""
    made = open(file, "xb", opener=opener)  # noqa: SIM115 - closed before it is deleted
    try:
        with made:
            yield made
    except BaseException:
        file.unlink()
        raise


def hand_over(fresh: Path, target: Path) -> None:
    """Let a file that was written whole take another's place, at one moment and for good.

    Raises:
        OSError: it cannot be done; both then stand as they were.
    """
    with fresh.open("r+b") as written:
        os.fsync(written.fileno())
    take_name(fresh, target)
    _settle(target.parent)


def take_name(
    fresh: Path,
    target: Path,
    replace: Callable[[Path, Path], object] = os.replace,
    pauses: Sequence[float] = PAUSES,
) -> None:
    """Let a file take another's name, tried again after so many seconds each where that is refused for now.

    Raises:
        OSError: it cannot be done.
    """
    for pause in pauses:
        try:
            replace(fresh, target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    replace(fresh, target)


def _settle(folder: Path) -> None:
    """Have the disk keep the names in a folder, where the system can be asked for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _beside(target: Path) -> tuple[Path, int]:
    """Make a file beside another under a name that nobody else takes, and open it."""
    while True:
        fresh = target.with_name(f"{target.name}.{os.getpid()}-{next(_savings)}.new")
        with suppress(FileExistsError):  # left there by a process that died, whose number came round again
            binary = getattr(os, "O_BINARY", 0)
            return fresh, opener(str(fresh), os.O_CREAT | os.O_EXCL | os.O_RDWR | binary)


def _allow(path: Path, mode: int) -> None:
    """Give what was newly made the owner's rights: a umask may have taken some of them."""
    with suppress(OSError):  # a disk that knows no rights has none to give
        path.chmod(mode)
