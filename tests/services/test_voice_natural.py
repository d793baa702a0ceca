"""The natural voice: its own model alone, no network, nothing that hangs or breaks reaches a session."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.services.voice.natural import NaturalSpeaker
from legsup.services.voice.natural_speech import LEAST_BREATH, as_sounded
from legsup.services.voice.speaker import VoiceError
from tests.services.humming_package import CHILD, write_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
Made = tuple[NaturalSpeaker, Path]


@pytest.fixture
def natural(tmp_path: Path) -> Iterator[Callable[..., Made]]:
    speakers: list[NaturalSpeaker] = []

    def made(
        loading: str = "pass", speaking: str = "pass", language: str = "en", patience: float = 30.0
    ) -> Made:
        package = write_package(tmp_path, loading, speaking)
        command = (sys.executable, "-c", CHILD, str(tmp_path))
        speakers.append(NaturalSpeaker(language, child=command, loading=patience, patience=patience))
        return speakers[-1], package

    yield made
    for speaker in speakers:
        speaker.close()


def test_it_speaks_by_the_model_inside_the_package_and_names_no_voice(natural: Callable[..., Made]) -> None:
    speaker, package = natural()
    clip = speaker.speak("Let the floor hold you.", 9.0)
    assert clip is not None
    assert clip.rate == 24000
    model = str(package / "assets" / "hibari.onnx")
    assert (package / "made-with.txt").read_text() == repr(((), ["model"], model))


def test_what_would_outlast_its_time_is_said_faster(natural: Callable[..., Made]) -> None:
    speaker, _ = natural()
    long, short = speaker.speak("Sit. Rest.", 9.0), speaker.speak("Sit. Rest.", 0.8)
    assert long is not None
    assert short is not None
    assert long.seconds > short.seconds + 0.05
    assert short.seconds > LEAST_BREATH


@pytest.mark.parametrize(
    "reaches",
    ["socket.socket()", "socket.create_connection(('localhost', 9))", "socket.getaddrinfo('localhost', 9)"],
)
@pytest.mark.parametrize("when", ["loading", "speaking"])
def test_it_can_reach_no_network(natural: Callable[..., Made], reaches: str, when: str) -> None:
    speaker, _ = natural(**{when: reaches})
    with pytest.raises(VoiceError, match="may not reach any network"):
        speaker.speak("Sit.", 1.0)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("raise RuntimeError('the model\\nis broken')", "the model is broken"),
        ("import os; os._exit(9)", "it has ended"),
        ("import os; os.abort()", "it has ended"),
        ("import threading; threading.Event().wait()", "no answer within 3 s"),
    ],
)
@pytest.mark.parametrize("when", ["loading", "speaking"])
def test_one_that_breaks_or_hangs_is_told_by_name_and_ended(
    natural: Callable[..., Made], when: str, fault: str, told: str
) -> None:
    speaker, _ = natural(**{when: fault}, patience=3.0 if "wait" in fault else 30.0)
    with pytest.raises(VoiceError, match=f"hibari.*{told}"):
        speaker.speak("Sit.", 1.0)


def test_without_its_packages_it_says_so(tmp_path: Path) -> None:
    hides = "import sys; sys.modules['hibari'] = None; "
    speaker = NaturalSpeaker("en", child=(sys.executable, "-c", hides + CHILD, str(tmp_path)))
    with pytest.raises(VoiceError, match="hibari cannot be loaded"):
        speaker.speak("Sit.", 1.0)


def test_another_language_is_never_read_by_it(natural: Callable[..., Made]) -> None:
    speaker, package = natural(language="de")
    with pytest.raises(VoiceError, match="does not speak de"):
        speaker.speak("Sitz.", 1.0)
    assert not (package / "made-with.txt").exists()


def test_after_its_work_the_child_is_gone_and_the_next_line_starts_another(
    natural: Callable[..., Made],
) -> None:
    speaker, package = natural()
    assert speaker.speak("Sit.", 1.0) is not None
    speaker.close()
    (package / "made-with.txt").unlink()
    assert speaker.speak("Stand.", 1.0) is not None
    assert (package / "made-with.txt").exists()


def test_the_same_text_is_the_same_sound(natural: Callable[..., Made]) -> None:
    speaker, _ = natural()
    first, again = speaker.speak("Sit.", 1.0), speaker.speak("Sit.", 1.0)
    assert first is not None
    assert again is not None
    assert np.array_equal(np.frombuffer(first.pcm, np.float32), np.frombuffer(again.pcm, np.float32))


def test_words_that_are_read_wrongly_are_given_with_their_sounds() -> None:
    assert as_sounded("Let your eyes close.") == "Let your eyes [close](/klˈOz/)."
    assert as_sounded("One hip close to the wall.") == "One hip close to the wall."
    assert as_sounded("Savasana.").startswith("[Savasana](/ʃəv")
