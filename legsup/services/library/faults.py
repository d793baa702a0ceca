"""The error that carries every fault of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.domain.fault import Fault


class SequenceFaults(ValueError):  # noqa: N818 - named for what it carries
    """A file that is no sound sequence; ``faults`` holds all that is wrong with it, the whole file's faults first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Carry the faults, at least one."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
