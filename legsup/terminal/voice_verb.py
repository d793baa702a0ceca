"""The verb ``voice render``: every spoken line with its id and text, so that somebody can record a pack."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from legsup.domain.every_line import every_line
from legsup.domain.line_names import line_id
from legsup.domain.speech import speaking_seconds
from legsup.places import find
from legsup.practice.making_sound import voice_for
from legsup.private import demand_folder, write_whole
from legsup.services.settings.store import SettingsStore
from legsup.telling import tell, why
from legsup.terminal.exits import DONE, WrongError
from legsup.terminal.named import library_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from legsup.domain.sound import Clip

#: The list beside the clips.
LIST = "lines.csv"


def render(options: Namespace) -> int:
    """Write the list, then each line as the present voice says it, into a folder that is made where its own is there.

    Lines that are there already stay.

    Raises:
        WrongError: the language has no lines, or the folder cannot be written.
    """
    places = find(options.home)
    library = library_of(options.home)
    voice = voice_for(SettingsStore(places.settings).load(), options.language, places)

    lines = every_line(library.sequences(), library.parts(), options.language)
    if not lines:
        raise WrongError(f"--language: no sequence speaks {options.language!r}")
    try:
        demand_folder(options.folder)
        _write_list(options.folder, lines)
        silent = 0 if options.list_only else _write_clips(options.folder, lines, voice.made)
    except OSError as error:
        raise WrongError(f"{options.folder} cannot be written: {why(error)}") from error
    finally:
        voice.close()
    print(f"{len(lines)} lines are listed in {options.folder / LIST}.")
    if silent:
        tell(f"{silent} of them have no voice on this computer and stand in the list alone.")
    return DONE


def _write_list(folder: Path, lines: Iterable[str]) -> None:
    content = StringIO()
    rows = csv.writer(content)
    rows.writerow(("file", "seconds", "text"))
    rows.writerows((f"{line_id(text)}.wav", f"{speaking_seconds(text):.1f}", text) for text in lines)
    write_whole(folder / LIST, content.getvalue().encode())


def _write_clips(folder: Path, lines: Iterable[str], made: Callable[[str], Clip | None]) -> int:
    """Write what is not there yet; tell how many lines have no voice."""
    from legsup.services.voice.files import as_wave  # noqa: PLC0415 - loads numpy, which the list needs not

    silent = 0
    for text in lines:
        file = folder / f"{line_id(text)}.wav"
        if file.exists():
            continue
        clip = made(text)
        if clip is None:
            silent += 1
        else:
            write_whole(file, as_wave(clip))
    return silent
