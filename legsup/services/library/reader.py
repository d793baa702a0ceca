"""Reading one sequence file: its steps, the shared parts that it includes, and every fault in one go."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from legsup.domain.fault import Faults, FaultyFileError
from legsup.domain.living import enlivened
from legsup.domain.net import asks_for_net, with_net
from legsup.domain.sequence import Sequence, Stage, Step
from legsup.domain.sequence_rules import findings
from legsup.domain.step_rules import PLAIN_NAME, step_findings
from legsup.services.library.draft import Draft, Head, Part
from legsup.services.library.long_hold import read_long_hold
from legsup.services.library.net import read_net
from legsup.services.library.strict import is_table, shown
from legsup.services.library.structuring import mended
from legsup.services.library.toml import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path as File

    from legsup.domain.fault import KeyPath
    from legsup.domain.postures import Posture
    from legsup.domain.sequence import Line, Net
    from legsup.services.library.long_hold import Body

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

    def __init__(self, poses: Mapping[str, Posture], parts: File) -> None:
        """Take the posture of every pose there is, by id, and the folder of the app's shared parts."""
        self._poses = poses
        self._parts = parts

    def sequence(self, path: File, source: str) -> Sequence:
        """Read a sequence.

        Raises:
            FaultyFileError: with everything that is wrong with the file.
        """
        return self.sequence_from(read_table(path), path, source)

    def sequence_from(self, table: dict[str, Any], path: File, source: str) -> Sequence:
        """Read a sequence from the table of its file.

        Raises:
            FaultyFileError: with everything that is wrong with it.
        """
        draft = Draft(Faults(str(path)))
        head = mended(table, Head, NEUTRAL_HEAD, draft.faults)
        self._collect(draft, head.steps, (), (self._parts, path.parent / "parts"), ())
        sequence = Sequence(
            id=head.id,
            minutes=head.minutes,
            steps=self._worded(draft.steps),
            text=head.text,
            bedtime=head.bedtime,
            source=source,
        )
        draft.add_findings(findings(sequence, self._poses))
        draft.faults.refuse()
        return sequence

    def steps(self, path: File) -> tuple[Step, ...]:
        """Read the steps of a shared part by itself.

        Raises:
            FaultyFileError: with everything that is wrong with the file.
        """
        draft = Draft(Faults(str(path)))
        self._collect(draft, _rows_of_part(draft, path, ()), (), (self._parts,), (path.stem,))
        if not draft.steps:
            draft.faults.add(("steps",), "at least one step", "none")
        steps = self._worded(draft.steps)
        for index, step in enumerate(steps):
            draft.add_findings(replace(found, step=index) for found in step_findings(step, self._poses))
        draft.faults.refuse()
        return steps

    @cached_property
    def _net(self) -> dict[Posture, Net]:
        return read_net(self._parts / "net.toml")

    @cached_property
    def _long_hold(self) -> tuple[Body, ...]:
        return read_long_hold(self._parts / "long-hold.toml")

    def _worded(self, steps: list[Step]) -> tuple[Step, ...]:
        """Give the steps with their postures, the lines of long holds, and the words of the net where they name them."""
        placed = tuple(
            replace(step, posture=self._poses[step.pose])
            if step.posture is None and step.pose in self._poses
            else step
            for step in steps
        )
        lively = tuple(enlivened(step, self._lines_for) if step.living else step for step in placed)
        return with_net(lively, self._net) if any(asks_for_net(step) for step in lively) else lively

    def _lines_for(self, posture: Posture, language: str) -> tuple[Line, ...]:
        bodies = (body for body in self._long_hold if posture in body.postures)
        return tuple(line for body in bodies for line in body.lines.get(language, ()))

    def _collect(
        self,
        draft: Draft,
        rows: tuple[Any, ...],
        base: KeyPath,
        parts: tuple[File, ...],
        within: tuple[str, ...],
    ) -> None:
        for index, row in enumerate(rows):
            place = (*base, "steps", index)
            draft.rows += 1
            if draft.rows > MOST_STEPS:
                draft.faults.add(place, f"at most {MOST_STEPS} steps", "more")
                return
            if not is_table(row):
                draft.faults.add(place, "a table", shown(row))
            elif "include" in row:
                self._include(draft, row, place, parts, within)
            else:
                neutral = _neutral(draft.steps, row, index)
                draft.steps.append(mended(row, Step, neutral, draft.faults, place))
                draft.places.append(place)

    def _include(
        self,
        draft: Draft,
        row: dict[str, Any],
        place: KeyPath,
        parts: tuple[File, ...],
        within: tuple[str, ...],
    ) -> None:
        for key in row:
            if key != "include":
                draft.faults.add((*place, key), "no other key beside include", "one")
        name, here = row["include"], (*place, "include")
        if not isinstance(name, str) or not PLAIN_NAME.fullmatch(name):
            draft.faults.add(here, "the name of a shared part", shown(name))
            return
        if name in within:
            draft.faults.add(here, "a part that does not include itself", " > ".join((*within, name)))
            return
        file = next(
            (folder / f"{name}.toml" for folder in parts if (folder / f"{name}.toml").is_file()), None
        )
        if file is None:
            draft.faults.add(here, "a shared part that exists", repr(name))
            return
        self._collect(draft, _rows_of_part(draft, file, here), here, parts, (*within, name))


def _rows_of_part(draft: Draft, file: File, place: KeyPath) -> tuple[Any, ...]:
    try:
        table = read_table(file)
    except FaultyFileError as error:
        draft.faults.add_others(error.faults)
        return ()
    return mended(table, Part, {"steps": []}, draft.faults, place).steps


def _neutral(before: list[Step], row: dict[str, Any], index: int) -> dict[str, Any]:
    """Give what stands in for what a step lacks; its stage goes on from the step before, a hold having no seconds."""
    stage = _goes_on(before[-1].stage) if before else Stage.PREPARE
    if "seconds" not in row and "only" not in row:
        stage = Stage.HOLD
    return {"id": f"unread-{index}", "stage": stage.value, "pose": "unread", "text": {}}


def _goes_on(stage: Stage) -> Stage:
    match stage:
        case Stage.HOLD:
            return Stage.CHANGE
        case Stage.PREPARE | Stage.ENTER | Stage.SETTLE | Stage.CHANGE | Stage.COME_OUT | Stage.REST:
            return stage
