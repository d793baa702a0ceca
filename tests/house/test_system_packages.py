"""Missing system packages are installed where that can be, else named in one line that can be pasted."""

from __future__ import annotations

import pytest

from tests.house.fakes import FakeExecute
from tools.dev.system_packages import System, wanted
from tools.dev.talk import Refusal

SCREEN = {"DISPLAY": ":1"}


def refuse_rights(what: str) -> None:
    """Nobody here may install anything."""
    del what


def be_root(what: str) -> list[str]:
    """Root needs nothing in front."""
    del what
    return []


@pytest.mark.parametrize(
    ("verb", "environment", "must", "need_not"),
    [
        ("run", {}, set[str](), {"libegl1", "libxcb-cursor0"}),
        ("run", SCREEN, {"libegl1", "libxcb-cursor0"}, {"libwayland-client0", "libportaudio2"}),
        ("run", {"WAYLAND_DISPLAY": "wayland-0"}, {"libegl1", "libwayland-client0"}, {"libxcb-cursor0"}),
        ("test", {}, {"libegl1", "libportaudio2"}, {"libxcb-cursor0", "xvfb"}),
        (
            "test",
            {"LEGSUP_REQUIRE_DESKTOP": "1"},
            {"libegl1", "libxcb-cursor0", "xvfb"},
            {"libwayland-client0"},
        ),
        ("check", SCREEN, set[str](), {"libegl1", "libportaudio2"}),
        ("doctor", SCREEN, set[str](), {"libegl1"}),
        ("bench", SCREEN, {"libegl1", "libxcb-cursor0"}, {"xvfb"}),
    ],
)
def test_a_verb_insists_on_what_it_needs_alone(
    verb: str, environment: dict[str, str], must: set[str], need_not: set[str]
) -> None:
    musts = set(wanted(verb, environment).musts.values())
    assert must <= musts
    assert not need_not & musts


def test_a_session_in_the_terminal_likes_sound_but_does_without() -> None:
    assert wanted("run", {}).niceties == {"libportaudio.so.2": "libportaudio2"}


def test_what_is_there_is_not_asked_for() -> None:
    system = System(has={"libEGL.so.1"}.__contains__)
    assert system.absent({"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}) == ["libgl1"]


def test_root_installs_at_once() -> None:
    execute = FakeExecute()
    System(has=lambda _: True, rights=be_root, execute=execute).provide(["libegl1", "libgl1"])
    assert [line.split("noninteractive ")[1] for line in execute.commands] == [
        "dpkg --configure -a",
        "apt-get -q update",
        "apt-get install -y --no-install-recommends libegl1 libgl1",
    ]


def test_without_rights_the_line_to_paste_is_shown() -> None:
    execute = FakeExecute()
    with pytest.raises(Refusal, match=r"sudo apt-get install -y --no-install-recommends libegl1$"):
        System(has=lambda _: True, rights=refuse_rights, execute=execute).provide(["libegl1"])
    assert execute.commands == []


def test_a_nicety_that_cannot_be_had_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    System(has=lambda _: True, rights=refuse_rights).provide(["libportaudio2"], must=False)
    assert "libportaudio2" in capsys.readouterr().err


def test_an_apt_that_fails_says_why() -> None:
    execute = FakeExecute(apt_fails="W: old lists\nE: Unable to locate package libegl1\n")
    with pytest.raises(Refusal, match=r"libegl1; is there a network\? It said: E: Unable to locate"):
        System(has=lambda _: True, rights=be_root, execute=execute).provide(["libegl1"])


def test_a_system_of_another_kind_is_told_the_names() -> None:
    with pytest.raises(Refusal, match=r"missing \(Debian's names\): libegl1$"):
        System(has=lambda _: False, rights=be_root).provide(["libegl1"])


def test_a_library_that_every_system_has_is_found() -> None:
    assert System().has("libc.so.6")
    assert not System().has("libnothing-of-this-name.so.0")
    assert System().has("git")
    assert not System().has("alsa-lib/nothing-of-this-name.so")
