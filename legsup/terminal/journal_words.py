"""What the verb ``journal`` tells."""

from __future__ import annotations

from typing import Final

NO_PRACTICE: Final = "No practice yet."
# Without a word on how it ended: minutes that were practised are minutes.
RECORD: Final = "{started:%Y-%m-%d %H:%M}  {sequence}  {held:.1f} min held  {breaths}"
STILL_RUNNING: Final = "  running"
CANNOT_WRITE: Final = "{file} could not be written ({error})"
CANNOT_READ: Final = "{file} cannot be read ({error})"
NOTHING_TAKEN: Final = "nothing was imported:\n{faults}"
TAKEN: Final = "{added} added, {known} were there already."
WRITING, READING, ADDING = "Writing", "Reading", "Adding"
WAITING: Final = "{reason} Waiting for it; Ctrl-C stops that."
STILL_HELD: Final = "{reason} Nothing was changed. Close that program, or try again later."
PROGRESS, CANCELLED = "{doing}: {percent} %", "Cancelled. Nothing was changed."
READ_ALONE: Final = "{reason} What can be read of it is given all the same."
OWN_FILE: Final = "{file} is a file of Legs Up's own; expected another"
MORE_FAULTS: Final = "and {count} more of this kind"
GO_TOO: Final = "With the journal and its ledger these copies go too:\n{copies}"
SURE: Final = "Delete every session in the journal and its ledger? There is no way back. [y/N] "
YES: Final = ("y", "yes")
NOTHING_DELETED: Final = "Nothing was deleted."
EMPTIED: Final = "The journal is empty."
JOURNAL_UNCHANGED: Final = "The journal cannot be changed now: {error}."
CANCELLED_PARTLY: Final = (
    "Cancelled. The ledger and its copies are gone. Sessions may still be in the file:"
    " `legsup journal forget` deletes them."
)
NOT_ALL_DELETED: Final = (
    "Not all was deleted: {error}. The ledger is gone; copies may be there, and sessions in the file."
    " `legsup journal forget` deletes the rest."
)
EARLIER_DAY: Final = "But a copy of an earlier day is there: `legsup journal import {file}` adds it."
