"""What the desktop tests need from the system: they are skipped without it, or fail where it is required."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from system_packages import DESKTOP, System, requires_desktop

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever lies in this folder is a desktop test."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("desktop")


@pytest.fixture(autouse=True, scope="session")
def desktop_tools() -> None:
    """Go on only where every program that the tests start is there."""
    missing = System().absent(DESKTOP)
    if not missing:
        return
    line = f"the desktop tests need {' '.join(missing)}"
    if requires_desktop(os.environ):
        pytest.fail(line)
    pytest.skip(line)
