"""The verbs ``sequences`` and ``check``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from legsup.domain.body.pose import Pose
from legsup.domain.fault import FaultyFileError
from legsup.foreign import shown
from legsup.telling import tell
from legsup.terminal import messages
from legsup.terminal.exits import DONE, WRONG
from legsup.terminal.named import library_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from legsup.domain.fault import Fault
    from legsup.domain.sequence import Sequence as PoseSequence


def list_sequences(options: Namespace) -> int:
    """List the sequences: name, title, minutes, where from; then what is wrong with files of one's own."""
    library = library_of(options.home)
    sequences = library.sequences()
    if options.json:
        rows = [
            {
                "id": sequence.id,
                "title": sequence.title,
                "minutes": asdict(sequence.minutes),
                "source": sequence.source,
            }
            for sequence in sequences
        ]
        print(json.dumps(rows, indent=2))
    else:
        _write(sequences)
    for fault in library.faults:
        tell(messages.LEFT_OUT.format(fault=shown(str(fault))))
    return DONE


def _write(sequences: Sequence[PoseSequence]) -> None:
    width = max(len(sequence.id) for sequence in sequences)
    for sequence in sequences:
        minutes = f"{sequence.minutes.shortest:g}–{sequence.minutes.longest:g} min"
        print(f"{shown(sequence.id):{width}}  {minutes:>10}  {shown(sequence.title)}")


def check(options: Namespace) -> int:
    """Check files of sequences or poses; exit 1 when anything is wrong, with every fault of every file."""
    library = library_of(options.home)
    faults: list[Fault] = []
    for file in options.files:
        try:
            found = library.load_any(file)
        except FaultyFileError as error:
            faults += error.faults
            continue
        if not options.json:
            title = found.id if isinstance(found, Pose) else found.title
            print(messages.SOUND_FILE.format(file=shown(str(file)), title=shown(title)))
    if options.json:
        print(json.dumps([fault._asdict() for fault in faults], indent=2))
    else:
        for fault in faults:
            print(shown(str(fault)))
    return WRONG if faults else DONE
