"""The verbs ``sequences`` and ``check``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from legsup.app import messages
from legsup.app.command_line import DONE, WRONG
from legsup.app.shelf import library_of
from legsup.services.library import SequenceFaults
from legsup.services.poses import is_pose_file, read_pose

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from legsup.domain.fault import Fault
    from legsup.domain.sequence import Sequence as PoseSequence
    from legsup.services.library import Library


def list_sequences(options: Namespace) -> int:
    """List the sequences: name, title, minutes, where from; then what is wrong with files of one's own."""
    library = library_of(options.home)
    sequences = library.sequences()
    if options.json:
        rows = [
            {
                "id": sequence.id,
                "title": sequence.text["en"].title,
                "minutes": asdict(sequence.minutes),
                "source": sequence.source,
            }
            for sequence in sequences
        ]
        print(json.dumps(rows, indent=2))
    else:
        _write(sequences)
    for fault in library.faults:
        print(messages.LEFT_OUT.format(fault=fault), file=sys.stderr)
    return DONE


def _write(sequences: Sequence[PoseSequence]) -> None:
    width = max(len(sequence.id) for sequence in sequences)
    for sequence in sequences:
        minutes = f"{sequence.minutes.shortest:g}–{sequence.minutes.longest:g} min"
        print(f"{sequence.id:{width}}  {minutes:>10}  {sequence.text['en'].title}")


def check(options: Namespace) -> int:
    """Check files of sequences or poses; exit 1 when anything is wrong, with every fault of every file."""
    library = library_of(options.home)
    faults: list[Fault] = []
    for file in options.files:
        title, found = _checked_pose(file) or _checked_sequence(library, file)
        faults += found
        if not found and not options.json:
            print(messages.SOUND_FILE.format(file=file, title=title))
    if options.json:
        print(json.dumps([asdict(fault) for fault in faults], indent=2))
    else:
        for fault in faults:
            print(fault)
    return WRONG if faults else DONE


def _checked_sequence(library: Library, file: Path) -> tuple[str, tuple[Fault, ...]]:
    try:
        return library.load_file(file).text["en"].title, ()
    except SequenceFaults as error:
        return "", error.faults


def _checked_pose(file: Path) -> tuple[str, tuple[Fault, ...]] | None:
    """Check a file that holds a pose; None where it holds none, or cannot be read."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    if not is_pose_file(text):
        return None
    _, faults = read_pose(file.stem, text, str(file))
    return file.stem, faults
