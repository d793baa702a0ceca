"""What of ICU's data the bundle keeps: of 32 MB Qt reads how words are sorted, and little else; its own library is built anew.

Qt asks ICU for the order of words and for the case of letters, whose tables are in ICU's code. Dates, numbers, names of
countries and currencies Qt has itself; nobody asks it for other character sets, names of time zones, or where lines break.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from tools.packages.build import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tools.packages.build import Build

#: Folders of which Qt never opens anything: where words break, units, zones, currencies, languages, countries, other scripts, numerals.
UNUSED_FOLDERS = frozenset({"brkitr", "unit", "zone", "curr", "lang", "region", "translit", "rbnf"})
#: Character sets but the ones in ICU's code, rules for names in old network protocols, and the names of all characters.
UNUSED_ENDINGS = (".cnv", ".spp", "unames.icu")
#: For the assembler of any machine.
SOURCE = """.section .rodata
.global {symbol}
.type {symbol}, %object
.balign 16
{symbol}:
.incbin "{file}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", %progbits
"""
#: Bytes of the archive's head as ICU checks them, after its own length.
MAGIC, KIND = b"\xda\x27", b"CmnD"
#: Entries begin at whole multiples of this.
ALIGNED = 16


def is_wanted(name: str) -> bool:
    """Whether an entry of ICU's data stays, by its name inside the archive, as ``icudt73l/coll/de.res``."""
    _, _, place = name.partition("/")
    folder = place.partition("/")[0] if "/" in place else ""
    return folder not in UNUSED_FOLDERS and not place.endswith(UNUSED_ENDINGS)


def entries(archive: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Take an archive of ICU's apart: its head, and what it holds by name.

    Raises:
        BuildError: it is none, or one of another kind of computer.
    """
    if archive[2:4] != MAGIC or archive[12:16] != KIND:
        raise BuildError("ICU's data is not of the kind that is known; take tools/packages/icu_data.py along")
    (head,) = struct.unpack_from("<H", archive)
    (count,) = struct.unpack_from("<I", archive, head)
    table = [struct.unpack_from("<II", archive, head + 4 + 8 * number) for number in range(count)]
    ends = [start for _, start in table[1:]] + [len(archive) - head]
    held = {
        archive[head + name : archive.index(b"\0", head + name)].decode("ascii"): archive[head + start : head + end]
        for (name, start), end in zip(table, ends, strict=True)
    }  # fmt: skip
    return archive[:head], held


def archived(head: bytes, held: Mapping[str, bytes]) -> bytes:
    """Put an archive together, as ICU reads it: names in the order of their bytes, each entry at a whole multiple of 16."""
    names = sorted(held)
    words = b"".join(name.encode("ascii") + b"\0" for name in names)
    at = 4 + 8 * len(names)
    name_at, start = at, _aligned(at + len(words))
    table, body = struct.pack("<I", len(names)), b""
    for name in names:
        table += struct.pack("<II", name_at, start + len(body))
        name_at += len(name) + 1
        body += held[name].ljust(_aligned(len(held[name])), b"\0")
    return head + (table + words).ljust(start, b"\0") + body


def _aligned(size: int) -> int:
    return -(-size // ALIGNED) * ALIGNED


def trim_icu(build: Build, library: Path) -> None:
    """Build ICU's library of data anew, with what Qt asks for.

    Args:
        build: what runs the programs of the C tools.
        library: ``libicudata.so.NUMBER`` of the bundle.

    Raises:
        BuildError: it is not as expected, or a program fails.
    """
    number = library.name.rpartition(".")[2]
    symbol = f"icudt{number}_dat"
    place, size = _symbol(build.run("readelf", "-W", "--dyn-syms", library), symbol)
    # In a library that holds data alone addresses are places in the file.
    head, held = entries(library.read_bytes()[place : place + size])
    kept = {name: body for name, body in held.items() if is_wanted(name)}
    work = build.work / "icu"
    work.mkdir(parents=True, exist_ok=True)
    (work / "data.bin").write_bytes(archived(head, kept))
    (work / "data.s").write_text(SOURCE.format(symbol=symbol, file=work / "data.bin"), "utf-8")
    build.run("as", "-o", work / "data.o", work / "data.s")
    build.run(
        "ld", "-shared", "-s", "-z", "noexecstack", "-z", "relro", "-z", "now",
        "-soname", library.name, "-o", work / library.name, work / "data.o",
    )  # fmt: skip
    library.write_bytes((work / library.name).read_bytes())


def _symbol(table: str, symbol: str) -> tuple[int, int]:
    for words in map(str.split, table.splitlines()):
        if words[-1:] == [symbol]:
            return int(words[1], 16), int(words[2], 0)
    raise BuildError(f"ICU's library has no {symbol}; take tools/packages/icu_data.py along")
