"""A sequence file as it is being read: its steps with where each stands, and the faults found so far."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - cattrs reads the types of the fields at run time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from legsup.domain.fault import Faults, KeyPath, written
from legsup.domain.sequence import Minutes, SequenceText, Step

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
    """Collects steps; ``places`` gives the key path of each, ``rows`` counts what was looked at."""

    faults: Faults
    steps: list[Step] = field(default_factory=list[Step])
    places: list[KeyPath] = field(default_factory=list[KeyPath])
    rows: int = 0

    def add_findings(self, findings: Iterable[Finding]) -> None:
        """Note what the rules found, except where the value itself could not be read: that is told already."""
        unread = tuple(fault.path for fault in self.faults)
        for finding in findings:
            place = "" if finding.step is None else written(self.places[finding.step])
            path = f"{place}.{finding.path}".removeprefix(".")
            stage_unread = f"{place}.stage" in unread and finding.path in HANGS_ON_STAGE
            if not stage_unread and not any(_within(path, told) for told in unread):
                self.faults.add(path, finding.expected, finding.found)


def _within(path: str, other: str) -> bool:
    return path == other or path.startswith((f"{other}.", f"{other}["))
