"""What the journal has to tell whoever keeps it, on the journal's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from legsup.services.journal.salvage import Mended


class Tell(Protocol):
    """Hears what becomes of the journal."""

    def not_written(self, reason: str) -> None:
        """Something could not be written, and is tried again."""
        ...

    def beside(self, reason: str) -> None:
        """A finished record stands in the ledger, and is added to the journal when that can be."""
        ...

    def shut(self, reason: str) -> None:
        """The file cannot be opened now, and is tried again; nothing waits to be written."""
        ...

    def free(self) -> None:
        """What was shut is open."""
        ...

    def refused(self, reason: str) -> None:
        """A record is such that no file takes it."""
        ...

    def written(self) -> None:
        """What could not be written, or stood in the ledger alone, is in the journal now."""
        ...

    def mended(self, mended: Mended) -> None:
        """The journal was damaged, and is mended."""
        ...


class TellNobody:
    """Nobody asked to be told."""

    def not_written(self, reason: str) -> None:
        """Tell nobody."""

    def beside(self, reason: str) -> None:
        """Tell nobody."""

    def shut(self, reason: str) -> None:
        """Tell nobody."""

    def free(self) -> None:
        """Tell nobody."""

    def refused(self, reason: str) -> None:
        """Tell nobody."""

    def written(self) -> None:
        """Tell nobody."""

    def mended(self, mended: Mended) -> None:
        """Tell nobody."""
