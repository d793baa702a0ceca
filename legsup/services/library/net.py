"""Reading the net: for every posture what is said when something is amiss, and its dizzy script."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - cattrs reads the types of the fields at run time
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from legsup.domain.fault import Faults
from legsup.domain.postures import Posture
from legsup.domain.sequence import FIRST_LANGUAGE, Net, NetText
from legsup.services.library.strict import is_table
from legsup.services.library.structuring import mended
from legsup.services.library.toml import read_table

if TYPE_CHECKING:
    from pathlib import Path

#: Stands in for what cannot be read, which is told already.
UNREAD = "unread"
NEUTRAL_ROW: dict[str, Any] = {"dizzy": [UNREAD], "words": {}}
NEUTRAL_TEXT: dict[str, Any] = {slot.name: UNREAD for slot in fields(NetText)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands in the table of a posture; its words are looked at language by language."""

    dizzy: tuple[str, ...]
    words: Mapping[str, Any]


def read_net(path: Path, scripted: frozenset[str] | None = None) -> dict[Posture, Net]:
    """Read the net of every posture; ``scripted`` are the ids of the steps that its dizzy scripts may name.

    Raises:
        FaultyFileError: a posture has no net, or one of its own is faulty.
    """
    faults = Faults(str(path))
    table = read_table(path)
    for name in table.keys() - set(Posture):
        faults.add((name,), "one of the postures " + ", ".join(Posture), "an unknown one")
    net = {posture: _of_posture(faults, posture, table.get(posture)) for posture in Posture}
    for posture, found in net.items():
        _judge(faults, posture, found, scripted)
    faults.refuse()
    return net


def _of_posture(faults: Faults, posture: Posture, value: object) -> Net:
    row = mended(_table(value), Row, NEUTRAL_ROW, faults, (posture.value,))
    text = {
        language: mended(_table(words), NetText, NEUTRAL_TEXT, faults, (posture.value, "words", language))
        for language, words in row.words.items()
    }
    return Net(dizzy=row.dizzy, text=text)


def _judge(faults: Faults, posture: Posture, net: Net, scripted: frozenset[str] | None) -> None:
    if FIRST_LANGUAGE not in net.text:
        faults.add((posture.value, "words", FIRST_LANGUAGE), "the net's words in English", "nothing")
    for language, text in net.text.items():
        for field in fields(NetText):
            if not getattr(text, field.name).strip():
                faults.add((posture.value, "words", language, field.name), "words", "none")
    if not net.dizzy:
        faults.add((posture.value, "dizzy"), "a dizzy script: ids of steps", "none")
    for index, name in enumerate(net.dizzy):
        if scripted is not None and name not in {*scripted, UNREAD}:
            faults.add((posture.value, "dizzy", index), "a step of dizzy.toml", repr(name))


def _table(value: object) -> dict[str, Any]:
    return value if is_table(value) else {}
