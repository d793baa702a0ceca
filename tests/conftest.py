"""What every test stands on: no screen, no network, no person's folders, and the same examples in every run."""

from __future__ import annotations

import os
import signal
import socket
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from legsup import APPLICATION_ID
from tests.counting import uncounted
from tools.dev.verbs import COVERED

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

HERE = Path(__file__).parent

# Before anything imports Qt: without it a test run would open windows, or abort where there is no screen.
# Two screens stand side by side, so that windows can be moved from one to the other.
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={HERE / 'screens.json'}")

# A shell's job in the background, and whatever nohup starts, begins with these ignored, and what we start would too.
for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, usual)

# Slow machines are no fault of the code, and a fault found once must be found again in the next run.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile(
    "explore", parent=settings.get_profile("steady"), derandomize=False, max_examples=1000
)
settings.load_profile(os.environ.get("LEGSUP_HYPOTHESIS", "steady"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of what no floor asks for (tools/dev/verbs.py: COVERED) are not counted, and run last with others like them.

    Last, since a module that is imported late is counted by whoever imports it alone.
    """
    for item in items:
        room = item.path.relative_to(HERE).parts[0]
        if (HERE / room).is_dir() and room not in COVERED:
            item.add_marker("uncounted")
    items.sort(key=_is_uncounted)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Note nothing of a test that is not counted."""
    with uncounted() if _is_uncounted(item) else nullcontext():
        return (yield)


def _is_uncounted(item: pytest.Item) -> bool:
    return item.get_closest_marker("uncounted") is not None


class LocalSocket(socket.socket):
    """A socket that reaches this machine's own files only."""

    def connect(self, address: Any) -> None:  # noqa: ANN401 - as the overridden method takes it
        """Refuse every internet address."""
        self.refuse_internet(address)
        super().connect(address)

    def connect_ex(self, address: Any) -> int:  # noqa: ANN401 - as above
        """Refuse every internet address."""
        self.refuse_internet(address)
        return super().connect_ex(address)

    def refuse_internet(self, address: object) -> None:
        """Fail the test that asked."""
        assert self.family not in {socket.AF_INET, socket.AF_INET6}, f"Legs Up uses no network: {address}"


@pytest.fixture(autouse=True, scope="session")
def a_home_of_the_tests_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test finds or leaves anything in the folders of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"):
        os.environ[name] = str(home)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Whatever tries to reach the network in a test fails there."""
    outside = socket.socket
    socket.socket = LocalSocket  # the whole run stands behind this door
    yield
    socket.socket = outside


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests has the app's own style, whatever system they run on."""
    return [APPLICATION_ID, "-style", "Fusion"]
