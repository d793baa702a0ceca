"""The process in which the natural voice speaks: it reads requests, writes clips into files, and can reach no network.

    python -m legsup.services.voice.natural_child

A request is a line of JSON (``text``, ``seconds``, ``rate``, ``file``), the answer a line: ``made``, ``nothing`` or
``failed`` with the reason. The first answer, once the model is loaded, is ``ready``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, cast

from legsup.services.voice.files import as_wave
from legsup.services.voice.natural_speech import NaturalSpeech
from legsup.services.voice.speaker import VoiceError

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Speaking ahead may wait; what is heard at the same time may not.
NICER = 5
MADE, NOTHING, FAILED, READY = "made", "nothing", "failed", "ready"


def refuse_sockets(event: str, arguments: tuple[Any, ...]) -> None:
    """Let nothing open a socket or look up a host: the package can fetch other voices, and must not."""
    del arguments
    if event.startswith("socket."):
        message = "the voice may not reach any network"
        raise PermissionError(message)


def main() -> None:
    """Answer requests until there are none any more."""
    # An audit hook stays for as long as the process lives, whatever is imported after it.
    sys.addaudithook(refuse_sockets)
    if sys.platform != "win32":
        os.nice(NICER)
    # Whatever a library prints goes to the errors; the answers have the output for themselves.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    serve(cast("Iterable[str]", sys.stdin), answers)


def serve(requests: Iterable[str], answers: TextIO) -> None:
    """Load the voice and speak what is asked for, line by line."""
    try:
        voice = NaturalSpeech()
    except VoiceError as fault:
        print(FAILED, _in_one_line(fault), file=answers, flush=True)
        return
    print(READY, file=answers, flush=True)
    for line in requests:
        asked: dict[str, Any] = json.loads(line)
        try:
            clip = voice.say(asked["text"], asked["seconds"], asked["rate"])
            if clip is not None:
                Path(asked["file"]).write_bytes(as_wave(clip))
            print(MADE if clip is not None else NOTHING, file=answers, flush=True)
        except Exception as fault:  # noqa: BLE001 - whatever the package trips over is told, and the next voice speaks
            print(FAILED, _in_one_line(fault), file=answers, flush=True)


def _in_one_line(fault: Exception) -> str:
    return " ".join(str(fault).split())


if __name__ == "__main__":
    main()
