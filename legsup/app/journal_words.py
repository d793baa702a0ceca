"""What the window says of trouble with the journal."""

from __future__ import annotations

from legsup.practice.kept_journal import JournalTrouble
from legsup.ui.words import tr


def journal_words(trouble: JournalTrouble) -> str:
    """Word a trouble; ``{detail}`` stands for the file, the reason or the number. Empty: nothing is wrong any more."""
    match trouble:
        case JournalTrouble.SET_ASIDE:
            text = tr("The journal was damaged. What could be read is kept; the old file is {detail}.")
        case JournalTrouble.LOST:
            text = tr("The journal was damaged. Entries that could not be read: {detail}.")
        case JournalTrouble.UNUSABLE:
            text = tr("Nothing is recorded: {detail}")
        case JournalTrouble.NOT_WRITTEN:
            text = tr("Not written yet: {detail} Legs Up goes on trying while it runs.")
        case JournalTrouble.WRITTEN:
            text = tr("What was not written is in the journal now.")
        case JournalTrouble.BESIDE:
            text = tr("The session is kept in the ledger beside the journal and added later: {detail}")
        case JournalTrouble.SHUT:
            text = tr("{detail} Sessions are kept beside it until then.")
        case JournalTrouble.FREE:
            text = ""
    return text
