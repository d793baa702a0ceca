"""Whether a program has the microphone, asked of a real sound server; nothing is recorded by the asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.services.around.microphone import is_listening
from tests.desktop.screen import started
from tests.desktop.sound_server import SINK, running_server, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_call_is_told_from_a_level_meter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running_server(tmp_path) as server:
        for name in ("PULSE_SERVER", "PULSE_COOKIE", "PULSE_RUNTIME_PATH", "HOME"):
            monkeypatch.setenv(name, server.environment[name])
        server.plug_in_microphone("desk")
        assert is_listening() is False
        with started(["parec", "-d", f"{SINK}.monitor", "--raw"], server.environment):
            assert until(lambda: "Source Output #" in server.streams())
            assert is_listening() is False, "it listens to the loudspeaker"
            with started(["parec", "-d", "desk", "--raw"], server.environment):
                assert until(lambda: is_listening() is True)
        assert until(lambda: is_listening() is False)
