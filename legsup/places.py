"""Where Legs Up keeps its files: one home folder of the person's, and the shipped assets."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from legsup.private import is_own_folder

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

#: The longest path of a socket, in bytes: 107 on Linux, 103 on macOS, with what the server puts beside it for a moment.
_LONGEST_SOCKET = 95
#: Where a folder of this person's alone is made for a socket; it is looked at before it is used.
_FOR_SHORT_PATHS = Path("/tmp")  # noqa: S108 - see above
#: Where Windows has its named pipes: in no folder, so that what comes after it is one name.
_PIPES = "\\\\.\\pipe\\"
#: What the app keeps beside its journal and its settings.
_OF_JOURNAL = (
    "journal.sqlite3*",
    "journal.*.sqlite3*",
    "journal.jsonl*",
    "journal.day-*.jsonl*",
    ".journal.lock",
)
_OF_SETTINGS = ("settings.json*", "settings.*.json", ".settings.lock")


class Places(NamedTuple):
    """The folders of one home; none is made before something is to be put into it.

    Attributes:
        config: settings.
        data: the journal, sequences and voice packs of the person's own.
        state: logs, window geometry, the crash trace.
        cache: what can be made again, as rendered voice.
    """

    config: Path
    data: Path
    state: Path
    cache: Path

    @property
    def runtime(self) -> Path:
        """Locks and the socket of the running app.

        Not the system's own runtime folder: a home has one running app, whether it was started from a desktop, which
        has such a folder, or from a bare terminal, which has none.
        """
        return self.state / "run"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def outcome(self) -> Path:
        """The outcome of the screening, apart from all that is exported."""
        return self.config / "screening.json"

    @property
    def journal(self) -> Path:
        """The journal file."""
        return self.data / "journal.sqlite3"

    @property
    def ledger(self) -> Path:
        """Every finished record as a line, beside the journal."""
        return ledger_of(self.journal)

    def owns(self, file: Path) -> bool:
        """Whether a file is one that the app itself keeps: settings, journal with all that belongs to it, and what it runs by.

        Sequences and voices of the person's own are theirs.
        """
        target = _real(file)
        if any(_real(folder) in target.parents for folder in (self.state, self.cache)):
            return True
        kept = ((self.journal, _OF_JOURNAL), (self.settings, _OF_SETTINGS))
        return any(
            target == _real(own) or (target.parent == _real(own.parent) and _fits(target.name, names))
            for own, names in kept
        )

    @property
    def voices(self) -> Path:
        """The folder for voice packs of the person's own, a folder a language."""
        return self.data / "voices"

    @property
    def socket(self) -> Path:
        """Where the running app listens for its owner: in the home, or where that is too deep for a socket, in a short place.

        On Windows it is a named pipe.
        """
        if sys.platform == "win32":
            return Path(pipe_of(os.path.normcase(_real(self.state))))
        inside = self.runtime / "app.socket"
        if len(os.fsencode(inside)) <= _LONGEST_SOCKET:
            return inside
        # The same for everyone who names this home, from a desktop or a bare terminal alike.
        home = f"legsup-{crc32(os.fsencode(_real(self.state))):08x}-{_person()}"
        return _FOR_SHORT_PATHS / home / "app.socket"

    def owned_socket(self, *, make: bool = False) -> Path | None:
        """Where the running app listens, if its folder is this person's alone; ``make`` makes one that is missing."""
        socket = self.socket
        own = sys.platform == "win32" or socket.parent == self.runtime
        return socket if own or is_own_folder(socket.parent, make=make) else None

    @property
    def app_lock(self) -> Path:
        """What the running app holds."""
        return self.runtime / "app.lock"

    @property
    def session_lock(self) -> Path:
        """What is held while a session runs, by the window and by the terminal alike."""
        return self.runtime / "session.lock"

    @property
    def sequences(self) -> Path:
        """The folder for sequences of the person's own."""
        return self.data / "sequences"


def ledger_of(journal: Path) -> Path:
    """Where the ledger of a journal file stands."""
    return journal.with_suffix(".jsonl")


def pipe_of(state: str) -> str:
    """Name the pipe for the home whose state is kept in a folder; Qt and the command line open it by this whole name."""
    return f"{_PIPES}legsup-{crc32(os.fsencode(state)):08x}"


def _real(path: Path) -> Path:
    """Give what a path leads to; not by ``Path.resolve``, which a link that leads to itself stops."""
    return Path(os.path.realpath(path))


def _person() -> int:
    return os.getuid() if sys.platform != "win32" else 0


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a file's name fits one of these patterns, whatever the case: some disks know none."""
    return any(Path(name.lower()).match(pattern) for pattern in patterns)


def in_folder(home: Path) -> Places:
    """All places in one folder, as ``--home`` asks: everything is seen, moved and deleted together."""
    with suppress(RuntimeError):  # a ~ of nobody's is a name like any other
        home = home.expanduser()
    home = home.absolute()
    return Places(config=home, data=home, state=home / "state", cache=home / "cache")


def of_person(folders: PlatformDirsABC | None = None) -> Places:
    """The places that the platform keeps for this person's apps; ``folders`` are this platform's unless others are given.

    Raises:
        FileNotFoundError: this person has no home folder.
    """
    # Costs start-up time and is not needed with --home.
    from platformdirs import PlatformDirs  # noqa: PLC0415

    folders = folders or PlatformDirs("legsup", appauthor=False)
    try:
        data = folders.user_data_path
        return Places(
            config=folders.user_config_path,
            data=data,
            state=_apart(folders.user_state_path, data, "state"),
            cache=_apart(folders.user_cache_path, data, "cache"),
        )
    except RuntimeError as error:  # a person without HOME whom the system does not know
        raise FileNotFoundError(
            "There is no home folder to keep anything in; --home DIR names one."
        ) from error


def _apart(folder: Path, data: Path, name: str) -> Path:
    """Keep what the app runs by apart from what is the person's, where one folder serves for both, as on Windows and macOS."""
    return folder / name if folder == data else folder


def find(home: Path | None) -> Places:
    """The places in ``home`` where one is given, else those of the platform."""
    return of_person() if home is None else in_folder(home)


def assets() -> Path:
    """The folder of shipped assets: beside the package in a wheel, at the top of a checkout.

    Raises:
        FileNotFoundError: where neither is there, as in a broken installation.
    """
    # Not importlib.resources, which loads a dozen modules into the idle tray to find the same folder.
    package = Path(__file__).resolve().parent
    for folder in (package / "assets", package.parent / "assets"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"The assets of Legs Up are not in {package}. Please install it again.")
