"""What the desktop tests need from the system: they are skipped without it, or fail where it is required.

A test that listens to a real sound server gets a second try: a machine that stalls for half a second drops samples,
which is no fault of ours, while what is broken is broken twice.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from tools.dev.system_packages import DESKTOP, System, requires_desktop

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever lies in this folder is a desktop test."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("desktop")


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test of sound once more, from the sound server up, when it failed."""
    if not item.path.name.startswith("test_sound"):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if any(report.failed for report in reports):
        item.session._setupstate.teardown_exact(None)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - no public way to set up anew
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


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
