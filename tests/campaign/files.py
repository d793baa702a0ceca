"""Files that people bring, mutated by the thousand: each is read, or refused in words; nothing else happens."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from legsup.domain.fault import FaultyFileError
from legsup.foreign import EXPORT, ForeignFileError, read_text
from legsup.foreign_sound import read_sound
from legsup.places import assets
from legsup.services.journal.taking_in import read_records
from legsup.services.library import Library
from legsup.services.settings.store import SettingsStore
from legsup.services.voice.files import as_wave
from tests.services import exports
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Callable

#: What people's programs put into files that they were not asked to.
_STRAY = (
    b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\r", b"\x1b[2J", b"\xc2\xa0", "„".encode(), b"\\ud800", b"\xff", b"'", b'"',
    b"{" * 2000, b"[" * 2000, b"1e999", b"-1", b"nan", b"9" * 5000, b"0001-01-01", b"9999-12-31T23:59:59+00:00", b",;\t",
)  # fmt: skip


def mutated(times: int, seed: int) -> dict[str, int]:
    """Read mutated files of every kind; gives how many of each were read, refused, or did anything else (faults of ours)."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    counted = {"read": 0, "refused": 0, "else": 0}
    with TemporaryDirectory(prefix="legsup-campaign-") as folder:
        kinds = _kinds(Path(folder))
        for _ in range(times):
            file, content, read = chance.choice(kinds)
            file.write_bytes(_mutation(content, chance))
            try:
                read(file)
                counted["read"] += 1
            except (FaultyFileError, ForeignFileError):
                counted["refused"] += 1
            except Exception as error:  # noqa: BLE001 - whatever else there is, is what is looked for
                counted["else"] += 1
                print(f"     {file.name}: {type(error).__name__}: {error}")
    return counted


def _kinds(folder: Path) -> list[tuple[Path, bytes, Callable[[Path], object]]]:
    library = Library(assets())
    records = [record(number) for number in range(5)]
    sequence = (assets() / "sequences" / "seated-breath.toml").read_bytes()
    pose = (assets() / "poses" / "legs-up.toml").read_bytes()
    settings = json.dumps({"muted": True, "minutes": 5, "pattern": "4-6", "bells": {"step": None}}).encode()
    sound = _sound()

    def take_in(file: Path) -> None:
        read = read_records(read_text(file, EXPORT, wide=True), str(file))
        exports.as_calendar(read, {})

    return [
        (folder / "sequence.toml", sequence, library.load_any),
        (folder / "pose.toml", pose, library.load_any),
        (folder / "settings.json", settings, _settings),
        (folder / "journal.json", exports.as_json(records).encode(), take_in),
        (folder / "journal.csv", exports.as_csv(records).encode(), take_in),
        (folder / "bell.wav", sound, lambda file: read_sound(file, 10.0)),
    ]


def _settings(file: Path) -> None:
    store = SettingsStore(file)
    store.load()
    with suppress(OSError):
        store.change({"muted": True})
    assert store.load().muted


def _sound() -> bytes:
    import numpy as np  # noqa: PLC0415 - for the sound alone

    from legsup.domain.sound import Clip  # noqa: PLC0415 - the same

    return as_wave(Clip(8000, (0.5 * np.ones(4000, np.float32)).tobytes()))


def _mutation(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at, length = chance.randrange(len(changed) + 1), chance.choice((0, 1, 4, 40))
        match chance.randrange(4):
            case 0:
                changed[at : at + length] = chance.choice(_STRAY)
            case 1:
                changed[at : at + length] = chance.randbytes(length)
            case 2:
                del changed[at : at + chance.choice((1, 10, len(changed)))]
            case _:
                other = chance.randrange(len(changed) + 1)
                changed[at:at] = changed[other : other + 60]
    return bytes(changed)
