"""Files that people bring: kind, size and encoding are judged before anything is read, whoever reads."""

from __future__ import annotations

import json
import os
import socket
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.fault import FaultyFileError
from legsup.foreign import ForeignFileError, holds_controls, judge, read_bytes, read_text, shown, text_of
from legsup.foreign_sound import read_sound
from legsup.services.library.toml import read_table
from legsup.services.settings.store import SettingsStore
from legsup.services.sound.own_bell import BellError, read_bell
from legsup.services.voice.pack import PackSpeaker, examine
from legsup.terminal.command_line import main

if TYPE_CHECKING:
    from pathlib import Path

MOST = 1000


def what_is_no_file(folder: Path) -> list[Path]:
    """Make or name what hangs, never ends, or is too much when it is read."""
    pipe, line, long, inner = (folder / name for name in ("pipe", "socket", "long", "folder"))
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(line))
    with long.open("wb") as file:
        file.truncate(3_000_000_000)
    inner.mkdir()
    link = folder / "link"
    link.symlink_to(pipe)
    return [pipe, long, inner, link, line, *map(type(folder), ("/dev/zero", "/dev/tty", "/dev/null"))]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_plain_file_of_sensible_size_is_refused_at_once_by_every_reader(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in what_is_no_file(tmp_path):
        with pytest.raises((ForeignFileError, OSError)):
            read_bytes(file, MOST)
        with pytest.raises((ForeignFileError, OSError)):
            judge(file, MOST)
        with pytest.raises(FaultyFileError):
            read_table(file)
        with pytest.raises(BellError):
            read_bell(str(file))
        store = SettingsStore(file)
        store.load()
        assert len(store.faults) == 1
        for verb in (("check",), ("journal", "import")):
            assert main(["--home", str(tmp_path), *verb, str(file)]) == 1
        assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="a folder"):
        read_bytes(tmp_path, 10)


def test_settings_that_are_a_pipe_or_a_folder_are_told_and_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    os.mkfifo(file)
    with pytest.raises(OSError, match="no plain file"):
        SettingsStore(file).change({"muted": True})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".settings.lock", "settings.json"]


def test_a_byte_order_mark_is_no_fault_and_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for content in (b"a = 1", b"\xef\xbb\xbfa = 1", b"\xef\xbb\xbfa = 1\r\n"):
        file.write_bytes(content)
        assert read_text(file, MOST).strip() == "a = 1"
        assert read_table(file) == {"a": 1}
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"):
        file.write_bytes('a = "schön"'.encode(encoding))
        with pytest.raises(ForeignFileError, match="save it as UTF-8"):
            read_text(file, MOST)
    assert text_of("schön".encode("utf-16"), wide=True) == "schön"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({"muted": True}).encode())
    assert SettingsStore(file).load().muted


def test_foreign_text_is_shown_on_one_line_with_symbols_for_what_a_terminal_would_obey() -> None:
    assert shown("Short \x1b[31mrest\x07\nsecond\u202e line\x9b\ud800") == "Short ␛[31mrest␇␊second� line��"
    assert shown("Beine hoch, 足を上げる") == "Beine hoch, 足を上げる"
    assert holds_controls("\x1b")
    assert not holds_controls("one\ntwo\tthree\r\n")


def test_a_sequence_with_control_characters_is_refused_with_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.toml"
    file.write_text(
        'id = "x"\n[text.en]\ntitle = "Short \\u001b[31mrest"\nlist = ["\\u0007"]\n', encoding="utf-8"
    )
    with pytest.raises(FaultyFileError) as caught:
        read_table(file)
    assert {fault.path for fault in caught.value.faults} == {"text.en.title", "text.en.list[0]"}
    assert main(["--home", str(tmp_path), "check", str(file)]) == 1
    assert "\x1b" not in capsys.readouterr().out


ODD = {
    "one frame": (np.ones((1, 1)), 192_000, "FLOAT"),
    "absurd rate": (np.ones((1000, 1)) * 0.5, 2, "PCM_16"),
    "a rate above all": (np.ones((1000, 1)) * 0.5, 4_000_000, "PCM_16"),
    "far too loud": (np.ones((8000, 1)) * 3e38, 8000, "FLOAT"),
    "no number": (np.full((8000, 1), np.nan), 8000, "FLOAT"),
    "no end": (np.full((8000, 1), np.inf), 8000, "FLOAT"),
    "many channels": (np.ones((8000, 255)) * 0.5, 8000, "PCM_16"),
    "nothing": (np.ones((0, 1)), 8000, "PCM_16"),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_odd_sound_costs_itself_alone(tmp_path: Path, odd: tuple[np.ndarray, int, str]) -> None:
    soundfile = pytest.importorskip("soundfile")
    samples, rate, subtype = odd
    file = tmp_path / "line.wav"
    soundfile.write(str(file), samples, rate, subtype=subtype)
    with pytest.raises(ForeignFileError):
        read_sound(file, 10.0)
    with pytest.raises(BellError):
        read_bell(str(file))
    assert len(examine(tmp_path, []).broken) == 1
    assert PackSpeaker(tmp_path, "pack").speak("line", 1.0) is None


def test_an_hour_in_a_pack_is_refused_by_its_heading_and_a_bell_is_its_beginning(tmp_path: Path) -> None:
    soundfile = pytest.importorskip("soundfile")
    file = tmp_path / "hour.flac"
    with soundfile.SoundFile(str(file), "w", 8000, 1) as hour:
        hour.write(np.full(8000, 0.5, np.float32))
        for _ in range(70):
            hour.write(np.zeros(8000, np.float32))
    with pytest.raises(ForeignFileError, match="at most 60 seconds"):
        read_sound(file, 60.0)
    assert len(read_bell(str(file))[0]) == 80_000
