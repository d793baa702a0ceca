"""Files that a person brings are judged before they are read: kind, size and encoding; and foreign text before it is shown.

A pipe would be waited for, a device never ends, a disk image fills the memory: none of these is what was meant.
"""

from __future__ import annotations

import codecs
import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: Most bytes of a file that a person writes by hand: the longest shipped one has some twenty thousand.
BY_HAND = 1_000_000
#: Most bytes of an export of the journal: some 200 000 sessions.
EXPORT = 100_000_000
#: Most bytes of a sound: half a minute at the highest rates.
SOUND = 50_000_000
#: How the byte order marks begin of what some programs write in place of UTF-8; the longer ones first.
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What has no symbol of its own: the later control characters, those that turn the direction of writing or end a line,
#: and halves of characters.
_ODD = (
    *range(0x80, 0xA0),
    0x2028,
    0x2029,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
)
#: Control characters as symbols, one for one.
_SYMBOLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421} | dict.fromkeys(_ODD, 0xFFFD)
#: What text of one's own may hold all the same: ends of lines and tabs.
_PLAIN = {0x09, 0x0A, 0x0D}


class ForeignFileError(ValueError):
    """A file that is not read: ``expected`` says what it was to be, ``found`` what it is."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(f"expected {expected}; found {found}")
        self.expected = expected
        self.found = found


def read_bytes(file: Path, most: int) -> bytes:
    """Read a plain file of at most ``most`` bytes; nothing else is waited for, or read.

    Raises:
        ForeignFileError: it is no plain file, or too long.
        OSError: it cannot be read; FileNotFoundError: there is none; IsADirectoryError: it is a folder.
    """
    # Without waiting: a pipe to which nobody writes would never open.
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError as error:  # a name with a NUL, as it comes from a settings file
        raise FileNotFoundError(str(error)) from error
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        if stat.S_ISDIR(found.st_mode):
            # As Python itself raises it, which opens no folder; but named, and in a word of ours.
            raise IsADirectoryError(errno.EISDIR, "a folder", str(file))
        raise ForeignFileError("a plain file", _kind(found.st_mode))
    with os.fdopen(handle, "rb") as opened:
        content = opened.read(most + 1) if found.st_size <= most else b""
        if found.st_size > most or len(content) > most:
            raise ForeignFileError(
                f"a file of at most {most} bytes", f"one of {max(found.st_size, len(content))}"
            )
    return content


def judge(file: Path, most: int) -> None:
    """Look whether a file is a plain one of at most ``most`` bytes, for whoever reads it in a way of its own.

    Raises:
        ForeignFileError: it is not.
        OSError: it cannot be looked at; FileNotFoundError: there is none.
    """
    try:
        found = file.stat()
    except ValueError as error:
        raise FileNotFoundError(str(error)) from error
    if not stat.S_ISREG(found.st_mode):
        raise ForeignFileError("a plain file", _kind(found.st_mode))
    if found.st_size > most:
        raise ForeignFileError(f"a file of at most {most} bytes", f"one of {found.st_size}")


def read_text(file: Path, most: int, *, wide: bool = False) -> str:
    """Read a plain text file in UTF-8, with a byte order mark or without; ``wide`` takes UTF-16 too, where a mark says so.

    Raises:
        ForeignFileError: it is no plain file, too long, or no such text.
        OSError: it cannot be read; FileNotFoundError: there is none.
    """
    return text_of(read_bytes(file, most), wide=wide)


def text_of(content: bytes, *, wide: bool = False) -> str:
    """Read text as ``read_text`` does.

    Raises:
        ForeignFileError: it is none.
    """
    encoding = next((name for mark, name in _WIDE if content.startswith(mark)), "utf-8-sig")
    if encoding != "utf-8-sig" and not wide:
        raise ForeignFileError("text in UTF-8", f"text in {encoding.upper()}; save it as UTF-8")
    if encoding == "utf-8-sig" and content[:2].count(0) == 1:
        raise ForeignFileError("text in UTF-8", "what looks like UTF-16; save it as UTF-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        hint = "perhaps UTF-16" if b"\x00" in content[:200] else "perhaps an older encoding"
        found = f"byte {error.start} that is not, {hint}; save it as UTF-8"
        raise ForeignFileError("text in UTF-8", found) from error


def is_file_name(name: str) -> bool:
    """Whether a file of a sequence is meant, rather than the name of one that is known."""
    return name.lower().endswith(".toml")


def shown(text: str) -> str:
    """Give foreign text as it may be printed: on one line, each control character as a symbol."""
    return text.translate(_SYMBOLS)


def holds_controls(text: str) -> bool:
    """Whether text holds control characters other than ends of lines and tabs."""
    return any(ord(letter) in _SYMBOLS and ord(letter) not in _PLAIN for letter in text)


def _kind(mode: int) -> str:
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((name for holds, name in kinds if holds(mode)), "something else")
