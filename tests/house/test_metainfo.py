"""The metainfo tells the releases of CHANGELOG.md, and shows pictures once there is an address to show them from."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from legsup import __version__
from tests.house.test_desktop_files import METAINFO, faults_of
from tools.packages.metainfo import PICTURES, released, releases, written

ROOT = Path(__file__).parents[2]
CHANGES = """# Changelog

## [Unreleased]

## [0.2.0] - 2027-02-01

- In 0.1.0 it was otherwise.

## [0.1.0] - 2026-12-24
"""


def test_the_releases_are_those_of_the_changelog() -> None:
    assert released(CHANGES) == [("0.2.0", "2027-02-01"), ("0.1.0", "2026-12-24")]
    told = ET.fromstring(releases(CHANGES, "0.2.0", "2027-03-01"))  # noqa: S314 - our own
    assert [(each.get("version"), each.get("type")) for each in told] == [
        ("0.2.0", "stable"),
        ("0.1.0", "stable"),
    ]


def test_a_version_that_is_not_out_yet_is_in_development() -> None:
    first = ET.fromstring(releases(CHANGES, "0.3.0", "2027-03-01"))[0]  # noqa: S314 - our own
    assert (first.get("version"), first.get("date"), first.get("type")) == (
        "0.3.0", "2027-03-01", "development",
    )  # fmt: skip


def test_the_file_is_as_the_script_writes_it() -> None:
    text = METAINFO.read_text("utf-8")
    # The day of a version in development is that of the last writing.
    today = ET.fromstring(text).find("releases/release").get("date")  # noqa: S314 # pyright: ignore[reportOptionalMemberAccess]
    assert today is not None
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert text == written(text, changelog, version=__version__, today=today)


def test_the_content_is_rated_and_nothing_is_asked_of_the_network() -> None:
    component = ET.parse(METAINFO).getroot()  # noqa: S314 - our own file
    rating = component.find("content_rating")
    assert rating is not None
    # Nothing in it is of any of the register's kinds.
    assert (rating.get("type"), list(rating)) == ("oars-1.1", [])
    assert component.findtext("supports/internet") == "offline-only"
    assert component.find("screenshots") is None


def test_with_an_address_it_shows_the_readme_s_pictures(tmp_path: Path) -> None:
    bare = METAINFO.read_text("utf-8")
    text = written(bare, CHANGES, version="0.2.0", today="", address="https://legs.example/")
    component = ET.fromstring(text)  # noqa: S314 - our own
    shown = component.findall("screenshots/screenshot")
    assert [each.findtext("caption") for each in shown] == list(PICTURES.values())
    assert [each.get("type") for each in shown] == ["default", None, None]
    readme = (ROOT / "README.md").read_text("utf-8")
    for each, name in zip(shown, PICTURES, strict=True):
        assert each.findtext("image") == f"https://legs.example/docs/pictures/{name}"
        assert f"docs/pictures/{name}" in readme
        wide, high = struct.unpack(">II", (ROOT / "docs/pictures" / name).read_bytes()[16:24])
        # Software centres show no smaller ones.
        assert wide >= 620
        assert high >= 350
    again = written(text, CHANGES, version="0.2.0", today="", address="https://elsewhere.example")
    assert (again.count("<screenshots>"), again.count("homepage"), again.count("<releases>")) == (1, 1, 1)
    file = tmp_path / METAINFO.name
    file.write_text(text, "utf-8")
    assert faults_of(file) == []


@pytest.mark.parametrize("caption", PICTURES.values())
def test_a_caption_is_a_short_line(caption: str) -> None:
    assert len(caption) <= 80
    assert not caption.endswith(".")
