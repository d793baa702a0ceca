"""Reading one sequence file: its steps, the shared parts that it includes, and every fault in one go."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from legsup.domain.sequence import Sequence, Stage, Step
from legsup.domain.sequence_rules import findings
from legsup.domain.step_rules import PLAIN_NAME, step_findings
from legsup.services.library.draft import Draft, Head, Part
from legsup.services.library.faults import SequenceFaults
from legsup.services.library.strict import is_table, shown
from legsup.services.library.structuring import structure
from legsup.services.library.toml import read_table

if TYPE_CHECKING:
    from pathlib import Path as File

    from legsup.domain.fault import Fault
    from legsup.services.library.structuring import Path

#: What stands in for the head of a file where it cannot be read.
NEUTRAL_HEAD: dict[str, Any] = {
    "id": "unread",
    "minutes": {"default": 5, "shortest": 2, "longest": 20},
    "text": {},
    "steps": [],
}
#: Most steps and includes of a sequence with all that it includes: parts may include one another many times over.
MOST_STEPS = 500


class Reader:
    """Reads sequence files; a shared part is looked for in the app's own folder, then in ``parts`` beside the file."""

    def __init__(self, poses: frozenset[str], parts: File) -> None:
        """Take the ids of all poses and the folder of the app's shared parts."""
        self._poses = poses
        self._parts = parts

    def sequence(self, path: File, source: str) -> Sequence:
        """Read a sequence.

        Raises:
            SequenceFaults: with everything that is wrong with the file.
        """
        table = read_table(path)
        draft = Draft(str(path))
        head, wrongs = structure(table, Head, NEUTRAL_HEAD)
        draft.add_wrongs((), wrongs)
        self._collect(draft, head.steps, (), (self._parts, path.parent / "parts"), ())
        sequence = Sequence(
            id=head.id,
            minutes=head.minutes,
            steps=tuple(draft.steps),
            text=head.text,
            bedtime=head.bedtime,
            source=source,
        )
        draft.add_findings(findings(sequence, self._poses))
        _refuse(draft)
        return sequence

    def steps(self, path: File) -> tuple[Step, ...]:
        """Read the steps of a shared part by itself.

        Raises:
            SequenceFaults: with everything that is wrong with the file.
        """
        draft = Draft(str(path))
        self._collect(draft, _rows_of_part(draft, path, ()), (), (self._parts,), (path.stem,))
        if not draft.steps:
            draft.add_fault(("steps",), "at least one step", "none")
        for index, step in enumerate(draft.steps):
            draft.add_findings(replace(found, step=index) for found in step_findings(step, self._poses))
        _refuse(draft)
        return tuple(draft.steps)

    def _collect(
        self,
        draft: Draft,
        rows: tuple[Any, ...],
        base: Path,
        parts: tuple[File, ...],
        within: tuple[str, ...],
    ) -> None:
        for index, row in enumerate(rows):
            place = (*base, "steps", index)
            draft.rows += 1
            if draft.rows > MOST_STEPS:
                draft.add_fault(place, f"at most {MOST_STEPS} steps", "more")
                return
            if not is_table(row):
                draft.add_fault(place, "a table", shown(row))
            elif "include" in row:
                self._include(draft, row, place, parts, within)
            else:
                step, wrongs = structure(row, Step, _neutral(draft.steps, row, index))
                draft.add_wrongs(place, wrongs)
                draft.steps.append(step)
                draft.places.append(place)

    def _include(
        self, draft: Draft, row: dict[str, Any], place: Path, parts: tuple[File, ...], within: tuple[str, ...]
    ) -> None:
        for key in row:
            if key != "include":
                draft.add_fault((*place, key), "no other key beside include", "one")
        name, here = row["include"], (*place, "include")
        if not isinstance(name, str) or not PLAIN_NAME.fullmatch(name):
            draft.add_fault(here, "the name of a shared part", shown(name))
            return
        if name in within:
            draft.add_fault(here, "a part that does not include itself", " > ".join((*within, name)))
            return
        file = next(
            (folder / f"{name}.toml" for folder in parts if (folder / f"{name}.toml").is_file()), None
        )
        if file is None:
            draft.add_fault(here, "a shared part that exists", repr(name))
            return
        self._collect(draft, _rows_of_part(draft, file, here), here, parts, (*within, name))


def _rows_of_part(draft: Draft, file: File, place: Path) -> tuple[Any, ...]:
    try:
        table = read_table(file)
    except SequenceFaults as error:
        draft.faults.extend(error.faults)
        return ()
    part, wrongs = structure(table, Part, {"steps": []})
    draft.add_wrongs(place, wrongs)
    return part.steps


def _neutral(before: list[Step], row: dict[str, Any], index: int) -> dict[str, Any]:
    """Give what stands in for what a step lacks; its stage goes on from the step before, a hold having no seconds."""
    stage = before[-1].stage if before else Stage.PREPARE
    if "seconds" not in row and "only" not in row:
        stage = Stage.HOLD
    elif stage is Stage.HOLD:
        stage = Stage.CHANGE
    return {"id": f"unread-{index}", "stage": stage.value, "pose": "unread", "text": {}}


def _refuse(draft: Draft) -> None:
    if draft.faults:
        raise SequenceFaults(tuple(sorted(draft.faults, key=_position)))


def _position(fault: Fault) -> list[int]:
    """Sort by the indexes in a key path: first what concerns the whole file, then step by step."""
    return [int(index) for index in re.findall(r"\[(\d+)\]", fault.path)]
