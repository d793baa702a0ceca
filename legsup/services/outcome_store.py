"""The file of the screening's outcome, apart from the settings and in no export: what is open, and the day; no answer."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from legsup.domain.fault import Fault
from legsup.domain.screening.plain import from_plain, to_plain
from legsup.foreign import BY_HAND, ForeignFileError, read_text
from legsup.private import drop_halves, write_whole

if TYPE_CHECKING:
    from legsup.domain.screening.outcome import ScreeningOutcome


class OutcomeStore:
    """Reads and writes the outcome; ``faults`` tells what was wrong with the file. What is damaged is no outcome."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.faults: tuple[Fault, ...] = ()

    def load(self) -> ScreeningOutcome | None:
        """Read the outcome; None where there is none, or where the file has the least fault."""
        name = str(self._file)
        self.faults = ()
        try:
            found: object = json.loads(read_text(self._file, BY_HAND))
        except FileNotFoundError:
            return None
        except OSError as error:
            self.faults = (Fault(name, "", "a file that can be read", error.strerror or str(error)),)
            return None
        except ForeignFileError as error:
            self.faults = (Fault(name, "", error.expected, error.found),)
            return None
        except (RecursionError, ValueError):
            # What was found may tell of somebody's health: it is not repeated.
            self.faults = (Fault(name, "", "JSON in UTF-8", "something else"),)
            return None
        outcome, self.faults = from_plain(found, name)
        return outcome

    def save(self, outcome: ScreeningOutcome) -> None:
        """Write the outcome in place of what was there.

        Raises:
            OSError: the file cannot be written; the old one stands.
        """
        write_whole(self._file, (json.dumps(to_plain(outcome), indent=2) + "\n").encode())

    def forget(self) -> None:
        """Delete the file, if there is one, with what it is a link to, and what a killed saving left of it.

        Raises:
            OSError: it cannot be deleted.
        """
        drop_halves(self._file)
        Path(os.path.realpath(self._file)).unlink(missing_ok=True)
        self._file.unlink(missing_ok=True)
