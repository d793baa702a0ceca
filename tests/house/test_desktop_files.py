"""The desktop entry and the metainfo: valid, and speaking of the same app as the code."""

from __future__ import annotations

import os
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QGuiApplication

from legsup import APPLICATION_ID, __version__
from legsup.app.main import application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LINUX = Path(__file__).parents[2] / "packaging" / "linux"
ENTRY = LINUX.parents[1] / "assets" / "desktop" / f"{APPLICATION_ID}.desktop"
METAINFO = LINUX / f"{APPLICATION_ID}.metainfo.xml"


def validated(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a validator; where it is missing the test is skipped, or fails if the desktop's tools are required."""
    if shutil.which(command[0]) is None and not os.environ.get("LEGSUP_REQUIRE_DESKTOP"):
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_desktop_entry_is_valid() -> None:
    done = validated("desktop-file-validate", str(ENTRY))
    assert (done.returncode, done.stdout) == (0, "")


def faults_of(metainfo: Path) -> list[str]:
    """Errors and warnings of a metainfo; a missing home page is none yet, as there is none and none is made up."""
    done = validated("appstreamcli", "validate", "--no-net", str(metainfo))
    assert "Validation " in done.stdout
    faults = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))]
    return [fault for fault in faults if "url-homepage-missing" not in fault]


def test_the_metainfo_is_valid() -> None:
    assert faults_of(METAINFO) == []


def test_the_entry_names_the_application_id() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(ENTRY, "utf-8")
    assert entry["Desktop Entry"]["Icon"] == APPLICATION_ID
    assert entry["Desktop Entry"]["StartupWMClass"] == APPLICATION_ID


def test_the_windows_say_to_which_entry_they_belong(qapp: QApplication) -> None:
    assert application() is qapp
    assert f"{QGuiApplication.desktopFileName()}.desktop" == ENTRY.name


def test_the_metainfo_speaks_of_this_version() -> None:
    component = ET.parse(METAINFO).getroot()  # noqa: S314 - our own file
    release = component.find("releases/release")
    assert component.findtext("id") == APPLICATION_ID
    assert component.findtext("launchable") == ENTRY.name
    assert release is not None
    assert release.get("version") == __version__
