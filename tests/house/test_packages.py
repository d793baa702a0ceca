"""What the packages leave out and what they say of themselves; that they install is tried in bare systems."""

from __future__ import annotations

import gzip
import itertools
import re
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legsup import APPLICATION_ID
from legsup.services.desktop_entry import files
from tools.command_pages import FOLDER, MANUAL, SHELLS
from tools.packages.archive import make_archive
from tools.packages.build import Build, BuildError
from tools.packages.deb import lay_out, make_deb, oldest_glibc
from tools.packages.icons import icns, ico, pictures
from tools.packages.lint import lint
from tools.packages.notices import inside_qt
from tools.packages.sums import write_sums
from tools.packages.trim import is_wanted, still_reached

if TYPE_CHECKING:
    from tools.packages.trim import Entry

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "libxcb-cursor.so.0",
        "libpython3.11.so.1.0",
        "legsup/assets/poses/seated.toml",
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_the_app_loads_stays(place: str) -> None:
    assert is_wanted(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "libssl.so.3",
        "libcrypto-3-x64.dll",
        "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "libstdc++.so.6",
        "libmvec.so.1",
        "PySide6/Qt/translations/qtbase_de.qm",
    ],
)
def test_the_network_s_part_and_the_system_s_own_stay_out(place: str) -> None:
    assert not is_wanted(place)


def test_a_library_that_nobody_asks_for_any_more_goes_with_all_behind_it() -> None:
    asks = {"/app": ["liba.so.1"], "/a": ["libb.so.2"], "/c": ["libd.so.1"], "/b": ["libc.so.6"]}
    entries: list[Entry] = [
        ("legsup/app.so", "/app", "EXTENSION"),
        ("liba.so.1", "/a", "BINARY"),
        ("libb.so.2", "/b", "BINARY"),
        ("libc-of-nobody.so.1", "/c", "BINARY"),
        ("libd.so.1", "/d", "BINARY"),
        ("libpython3.11.so.1.0", "/python", "BINARY"),
    ]
    kept = {entry[0] for entry in still_reached(entries, lambda file: asks.get(file, []))}
    assert kept == {"legsup/app.so", "liba.so.1", "libb.so.2", "libpython3.11.so.1.0"}


def test_the_package_asks_for_the_newest_c_library_that_any_file_of_it_asks_for(tmp_path: Path) -> None:
    class Dumped(Build):
        def run(self, *command: str | Path, **_: object) -> str:
            assert command[0] == "objdump"
            return "0 DF *UND* 0 (GLIBC_2.2.5) read\n0 DF *UND* 0 (GLIBC_2.36) arc4random\n0 (GLIBC_2.9) x"

    build = Dumped(work=tmp_path, machine="x86_64")
    (build.bundle / "_internal").mkdir(parents=True)
    assert oldest_glibc(build) == "2.36"


class Arm(Build):
    """A build on another machine, whose programs all succeed."""

    def run(self, *command: str | Path, **_: object) -> str:
        if command[0] == "dpkg-deb":
            Path(command[-1]).touch()
        return "0 DF *UND* 0 (GLIBC_2.38) read"


def test_the_package_is_that_of_the_machine_that_builds(tmp_path: Path) -> None:
    build = Arm(work=tmp_path / "work", packages=tmp_path, machine="aarch64")
    (build.bundle / "_internal").mkdir(parents=True)
    (build.bundle / "legsup").write_bytes(b"")
    assert make_deb(build).name.endswith("_arm64.deb")
    control = (build.work / "deb/DEBIAN/control").read_text("utf-8")
    assert "\nArchitecture: arm64\n" in control
    # PySide6's wheel for this machine asks for a newer C library than any file of this bundle.
    assert "libc6 (>= 2.39)" in control
    assert make_archive(build).name.endswith("-linux-aarch64.tar.gz")


def test_the_changes_are_as_dpkg_s_tools_read_them(tmp_path: Path) -> None:
    build = Arm(work=tmp_path / "work", packages=tmp_path, machine="aarch64")
    (build.bundle / "_internal").mkdir(parents=True)
    make_deb(build)
    folder = build.work / "deb/usr/share/doc/legsup"
    text = gzip.decompress((folder / "changelog.gz").read_bytes()).decode("utf-8")
    assert text.startswith(f"legsup ({build.version}) unstable; urgency=medium\n\n  * ")
    assert re.search(r"\n -- .+ <.+@.+>  \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} [+-]0000\n$", text)
    assert (folder / "CHANGELOG.md.gz").stat().st_size


def test_machines_are_named_in_one_place() -> None:
    named = {
        str(file.relative_to(ROOT))
        for folder in ("packaging", "tools/packages")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".py", ".sh", ".spec", ".yaml"}
        and re.search("amd64|x86_64", file.read_text("utf-8"))
    }
    # Their names, the C library that Qt's wheel asks of each, numpy's instructions, and an example of a command.
    assert named == {
        "tools/packages/build.py",
        "tools/packages/deb.py",
        "tools/packages/bundle.py",
        "packaging/smoke.sh",
    }


@pytest.mark.parametrize("installed", [True, False])
def test_the_package_is_shown_to_lintian(*, installed: bool) -> None:
    asked: list[str] = []

    class Asked(Build):
        def run(self, *command: str | Path, **_: object) -> str:
            asked.append(" ".join(map(str, command)))
            return ""

    def found(name: str) -> str | None:
        return name if installed else None

    told = lint(Asked(), Path("legsup_1_arm64.deb"), found)
    if installed:
        assert told == "legsup_1_arm64.deb: lintian finds no error and no warning"
        assert asked == ["lintian --fail-on error,warning --tag-display-limit 0 legsup_1_arm64.deb"]
    else:
        assert told == "legsup_1_arm64.deb: not checked, lintian is not installed"
        assert asked == []


def test_every_tag_that_is_overridden_has_its_reason() -> None:
    lines = (ROOT / "packaging/deb/lintian-overrides").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    for before, line in itertools.pairwise(lines):
        assert line.startswith(("# ", "legsup: ")), line
        if line.startswith("legsup: hardening"):
            continue
        assert not line.startswith("legsup: ") or before.startswith("# "), line


def test_what_qt_s_wheel_brings_under_other_terms_is_named(tmp_path: Path) -> None:
    build = Build(work=tmp_path)
    assert inside_qt(build) == []
    library = build.bundle / "_internal/PySide6/Qt/lib/libicudata.so.73"
    library.parent.mkdir(parents=True)
    library.touch()
    (icu,) = inside_qt(build)
    assert (icu.name, icu.version) == ("ICU", "73")
    assert "Unicode" in icu.texts[0].read_text("utf-8")


def test_a_machine_that_has_no_name_is_told() -> None:
    with pytest.raises(BuildError, match="vax"):
        _ = Build(machine="vax").architecture


def test_the_package_brings_what_a_desktop_looks_for(tmp_path: Path) -> None:
    lay_out(Build(), tmp_path)
    assert all(file.is_file() for file in files(tmp_path))
    for place in (
        f"metainfo/{APPLICATION_ID}.metainfo.xml", "man/man1/legsup.1.gz", "bash-completion/completions/legsup",
    ):  # fmt: skip
        assert (tmp_path / place).stat().st_size


def test_icons_of_other_systems_hold_the_pictures() -> None:
    images = pictures(ROOT / "assets" / "icons")
    assert {16, 32, 256} <= set(images)
    windows = ico(images)
    kind, count = struct.unpack("<HH", windows[2:6])
    assert (kind, count) == (1, len(images))
    for number in range(count):
        length, at = struct.unpack("<II", windows[6 + 16 * number + 8 : 6 + 16 * number + 16])
        assert windows[at : at + length] in images.values()
    mac = icns(images)
    assert mac[:4] == b"icns"
    assert struct.unpack(">I", mac[4:8]) == (len(mac),)
    assert images[256] in mac


def test_sums_are_as_sha256sum_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    write_sums(tmp_path, [tmp_path / "a"])
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert (tmp_path / "SHA256SUMS").read_text("utf-8") == f"{empty}  a\n"


def test_the_manual_and_the_shells_know_every_verb_and_option() -> None:
    from legsup.terminal.command_line import build_parser  # noqa: PLC0415 - as above
    from tests.house.test_command_line_page import verbs  # noqa: PLC0415 - the same walk through the parser

    texts = {
        name: (FOLDER / name).read_text("utf-8").replace("\\-", "-") for name in (MANUAL, *SHELLS.values())
    }
    for name, own in verbs(build_parser()):
        for text in texts.values():
            assert name.split()[-1] in text
        for action in own:
            long = [option for option in action.option_strings if option.startswith("--")]
            for file, text in texts.items():
                assert all(option.removeprefix("--") in text for option in long), (file, name, long)
