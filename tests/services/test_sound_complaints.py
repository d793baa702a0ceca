"""What sound libraries write on the error stream stands in the log once, and is not before a person each half second."""

from __future__ import annotations

import logging
import os
import threading
from errno import ENOENT
from typing import TYPE_CHECKING, BinaryIO

import pytest

from legsup.services.sound.outputs.complaints import PATIENCE, complaints_logged
from legsup.services.sound.outputs.simpleaudio_output import SimpleaudioOutput
from legsup.services.sound.outputs.sounddevice_output import SounddeviceOutput
from tests.services.test_sound_outputs import FakePortAudio
from tests.services.test_sound_simpleaudio import FakeSimpleaudio, Feed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Complains(FakePortAudio):
    """A library as on Linux whose device is held by another: each try writes a line of ALSA's, and one of its own."""

    tries = 0

    def query_devices(self, *, kind: str) -> Mapping[str, float | int | str]:
        self.tries += 1
        os.write(2, b"ALSA lib pcm_dmix.c:999:(snd_pcm_dmix_open) unable to open slave\n\n")
        os.write(2, b"Expression 'ret' failed in 'src/hostapi/alsa/pa_linux_alsa.c', line: 1736\n")
        if self.tries == 1:
            os.write(2, "of another thread: Füße\n".encode())
        return super().query_devices(kind=kind)


def test_complaints_are_logged_once_and_what_others_write_is_not_lost(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    library = Complains()
    library.gone = True
    output = SounddeviceOutput(library)
    for _ in range(3):
        with pytest.raises(OSError, match="no sound device was found"):
            output.open()
    assert library.tries == len(range(3))
    assert capfd.readouterr().err == "of another thread: Füße\n"
    assert [entry.getMessage().partition(": ")[2][:10] for entry in caplog.records] == [
        "ALSA lib p",
        "Expression",
    ]
    os.write(2, b"and the stream is there\n")
    assert capfd.readouterr().err == "and the stream is there\n"


def no_room() -> BinaryIO:
    raise FileNotFoundError(ENOENT, "No usable temporary directory found")


def test_a_full_disk_silences_no_sound(capfd: pytest.CaptureFixture[str]) -> None:
    with complaints_logged(make=no_room):
        os.write(2, b"ALSA lib says something\n")
    assert capfd.readouterr().err == "ALSA lib says something\n"


def test_a_sound_system_that_hangs_does_not_keep_the_error_stream(capfd: pytest.CaptureFixture[str]) -> None:
    told = ""
    with complaints_logged(patience=0.02):
        while not told:
            os.write(2, b"the record could not be kept\n")
            told = capfd.readouterr().err
    assert set(told.splitlines()) == {"the record could not be kept"}


def test_the_error_stream_stays_where_others_turned_it_meanwhile(tmp_path: Path) -> None:
    before = os.dup(2)
    try:
        with (tmp_path / "elsewhere").open("wb") as file, complaints_logged():
            os.dup2(file.fileno(), 2)
        os.write(2, b"told\n")
    finally:
        os.dup2(before, 2)
        os.close(before)
    assert (tmp_path / "elsewhere").read_bytes() == b"told\n"


class Refuses(FakeSimpleaudio):
    """A library whose device is away."""

    def play_buffer(
        self, audio_data: bytes, num_channels: int, bytes_per_sample: int, sample_rate: int
    ) -> FakeSimpleaudio:
        os.write(2, b"ALSA lib confmisc.c:855:(parse_card) cannot find card '0'\n")
        return super().play_buffer(audio_data, num_channels, bytes_per_sample, sample_rate)


def test_the_other_library_s_complaints_are_no_more_before_a_person(
    capfd: pytest.CaptureFixture[str],
) -> None:
    library = Refuses(broken=True)
    output = SimpleaudioOutput(library)
    output.start(Feed())
    assert library.enough.wait(60)
    output.close()
    assert output.has_ended
    assert capfd.readouterr().err == ""


def test_nobody_waits_without_end_for_one_who_hangs_in_the_sound_system() -> None:
    hangs, goes_on = threading.Event(), threading.Event()

    def hang() -> None:
        with complaints_logged():
            hangs.set()
            goes_on.wait(10.0 * PATIENCE)

    thread = threading.Thread(target=hang)
    thread.start()
    assert hangs.wait(60)
    try:
        with pytest.raises(OSError, match="does not answer"), complaints_logged(patience=0.01):
            pytest.fail("two turned the stream away at once")
    finally:
        goes_on.set()
        thread.join()
