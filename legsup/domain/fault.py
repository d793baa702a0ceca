"""A fault in a file that a person wrote: where it stands, what was expected there and what was found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one file.

    ``path`` is the key path inside the file, such as ``steps[3].text.en.lines[0].at``; empty where the whole file
    is meant. The printed form of ``legsup check`` has exactly these four fields.
    """

    file: str
    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        """Write the fault as one line."""
        place = f"{self.file}: {self.path}" if self.path else self.file
        return f"{place}: expected {self.expected}; found {self.found}"
