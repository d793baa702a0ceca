"""A sequence file as it is being read: its steps with where each stands, and the faults found so far."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - cattrs reads the types of the fields at run time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from legsup.domain.fault import Fault
from legsup.domain.sequence import Minutes, SequenceText, Step
from legsup.services.library.structuring import Path, Wrong, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.step_rules import Finding

#: Keys whose rules differ by stage: nothing is said of them where the stage cannot be read.
HANGS_ON_STAGE = frozenset({"seconds", "floor", "weight", "max_seconds", "pair"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands in a sequence file; its steps are looked at one by one later."""

    id: str
    minutes: Minutes
    text: Mapping[str, SequenceText]
    steps: tuple[Any, ...]
    bedtime: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What stands in the file of a shared part."""

    steps: tuple[Any, ...]


@dataclass(slots=True)
class Draft:
    """Collects steps and faults; ``places`` gives the key path of each step, ``rows`` counts what was looked at."""

    file: str
    steps: list[Step] = field(default_factory=list[Step])
    places: list[Path] = field(default_factory=list[Path])
    faults: list[Fault] = field(default_factory=list[Fault])
    rows: int = 0

    def add_fault(self, path: Path, expected: str, found: str) -> None:
        """Note a fault at a key path."""
        self.faults.append(Fault(self.file, written(path), expected, found))

    def add_wrongs(self, place: Path, wrongs: Iterable[Wrong]) -> None:
        """Note faults whose paths count from ``place``."""
        for path, expected, found in wrongs:
            self.add_fault((*place, *path), expected, found)

    def add_findings(self, findings: Iterable[Finding]) -> None:
        """Note what the rules found, except where the value itself could not be read: that is told already."""
        unread = tuple(fault.path for fault in self.faults)
        for finding in findings:
            place = "" if finding.step is None else written(self.places[finding.step])
            path = f"{place}.{finding.path}".removeprefix(".")
            stage_unread = f"{place}.stage" in unread and finding.path in HANGS_ON_STAGE
            if not stage_unread and not any(_within(path, told) for told in unread):
                self.faults.append(Fault(self.file, path, finding.expected, finding.found))


def _within(path: str, other: str) -> bool:
    return path == other or path.startswith((f"{other}.", f"{other}["))
