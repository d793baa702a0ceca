"""What goes on around the computer: judged from what the sound server tells, and nothing known where nobody tells."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from legsup.bus import Bus, BusError
from legsup.services.around.idle import idle_seconds, idle_ticks
from legsup.services.around.microphone import has_microphone, is_listening
from legsup.services.around.screen import is_presenting

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = """Source #0
\tState: RUNNING
\tName: speakers.monitor
\tMonitor of Sink: speakers
Source #1
\tState: RUNNING
\tName: microphone
\tMonitor of Sink: n/a
"""


def stream(source: int, *, corked: str = "no") -> str:
    """A stream that records from a source."""
    return f"Source Output #7\n\tDriver: x\n\tSource: {source}\n\tCorked: {corked}\n\tMute: no\n"


@pytest.mark.parametrize(
    ("streams", "listening"),
    [
        ("", False),
        (stream(1), True),
        (stream(1, corked="yes"), False),
        (stream(0), False),
        (stream(0) + stream(1), True),
        (stream(9), True),
    ],
)
def test_only_what_hears_a_microphone_is_a_call(streams: str, listening: bool) -> None:  # noqa: FBT001 - a case
    assert has_microphone(streams, SOURCES) is listening


def test_where_no_sound_server_answers_it_is_unknown(tmp_path: Path) -> None:
    assert is_listening("no-such-program") is None
    failing = tmp_path / "pactl"
    failing.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    failing.chmod(0o755)
    assert is_listening(str(failing)) is None


def test_without_a_desktop_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    with pytest.raises(BusError, match="no session bus"):
        Bus()
    if sys.platform == "linux":
        assert idle_seconds() is None
        assert is_presenting() is None


def test_windows_clock_of_milliseconds_begins_anew_and_the_seconds_stay_right() -> None:
    assert idle_ticks(5_000, 2_000) == 3.0
    assert idle_ticks(1_000, 2**32 - 1_000) == 2.0
