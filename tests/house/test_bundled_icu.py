"""What is left of ICU's data in the bundle: what Qt asks for, in an archive as ICU reads it."""

from __future__ import annotations

import ctypes
import shutil
import struct
import sys
from typing import TYPE_CHECKING

import pytest

from tools.packages.build import Build, BuildError
from tools.packages.icu_data import archived, entries, is_wanted, trim_icu

if TYPE_CHECKING:
    from pathlib import Path

HEAD = struct.pack("<H", 32) + b"\xda\x27" + bytes(8) + b"CmnD" + bytes(16)
HELD = {
    "icudt73l/brkitr/cjdict.dict": b"words",
    "icudt73l/coll/root.res": b"how words are sorted",
    "icudt73l/coll/ucadata.icu": b"the same",
    "icudt73l/gb18030.cnv": b"a character set",
    "icudt73l/root.res": b"root",
    "icudt73l/zone/de.res": b"names of zones",
}


@pytest.mark.parametrize(
    "name", ["coll/root.res", "coll/ucadata.icu", "root.res", "supplementalData.res", "de.res", "nfkc.nrm"]
)
def test_how_words_are_sorted_stays(name: str) -> None:
    assert is_wanted(f"icudt73l/{name}")


@pytest.mark.parametrize(
    "name",
    ["brkitr/cjdict.dict", "unit/de.res", "zone/de.res", "curr/de.res", "lang/de.res", "gb18030.cnv", "unames.icu"],
)  # fmt: skip
def test_what_qt_never_asks_for_goes(name: str) -> None:
    assert not is_wanted(f"icudt73l/{name}")


def test_an_archive_is_taken_apart_and_put_together_again() -> None:
    packed = archived(HEAD, HELD)
    head, held = entries(packed)
    assert head == HEAD
    assert {name: body.rstrip(b"\0") for name, body in held.items()} == HELD
    assert archived(head, held) == packed


def test_every_entry_begins_where_icu_reads_it_fast() -> None:
    packed = archived(HEAD, HELD)
    (count,) = struct.unpack_from("<I", packed, len(HEAD))
    table = [struct.unpack_from("<II", packed, len(HEAD) + 4 + 8 * each) for each in range(count)]
    assert count == len(HELD)
    assert all((len(HEAD) + start) % 16 == 0 for _, start in table)


def test_another_kind_of_archive_is_told() -> None:
    with pytest.raises(BuildError, match="ICU"):
        entries(b"something else entirely, and long enough to be read")


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, ("as", "ld", "readelf"))),
    reason="the programs that build a library (binutils) are not installed, or this is not Linux",
)
def test_the_library_is_built_anew_around_what_stays(tmp_path: Path) -> None:
    library = tmp_path / "libicudata.so.73"
    build = Build(work=tmp_path)
    (tmp_path / "data.bin").write_bytes(archived(HEAD, HELD))
    (tmp_path / "data.s").write_text(
        '.section .rodata\n.global icudt73_dat\n.type icudt73_dat, %object\n.balign 4096\nicudt73_dat:\n'
        f'.incbin "{tmp_path}/data.bin"\n.size icudt73_dat, . - icudt73_dat\n'
    )  # fmt: skip
    build.run("as", "-o", tmp_path / "data.o", tmp_path / "data.s")
    build.run("ld", "-shared", "-soname", library.name, "-o", library, tmp_path / "data.o")
    before = library.stat().st_size

    trim_icu(build, library)

    kept = {name: body for name, body in HELD.items() if is_wanted(name)}
    expected = archived(HEAD, kept)
    loaded = ctypes.CDLL(str(library))
    assert bytes((ctypes.c_char * len(expected)).in_dll(loaded, "icudt73_dat")) == expected
    assert kept.keys() == {"icudt73l/coll/root.res", "icudt73l/coll/ucadata.icu", "icudt73l/root.res"}
    assert library.stat().st_size < before
    assert f"soname: [{library.name}]" in build.run("readelf", "-d", library)
