"""The questions that the app asks over its window; each dialog is loaded when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

#: Sound files that can be chosen for a bell.
SOUND_FILES = "*.wav *.flac *.ogg *.opus *.mp3 *.aiff"


class Dialogs(Protocol):
    """Asks the person over a window."""

    def sound_file(self, window: QWidget) -> str:
        """Let a sound file be chosen; gives its path, or nothing."""
        ...

    def voice_file(self, window: QWidget) -> str:
        """Let a voice file for Piper be chosen; gives its path, or nothing."""
        ...

    def journal_file(self, window: QWidget) -> str:
        """Let a file be chosen that was taken out of a journal; gives its path, or nothing."""
        ...

    def place_for(self, window: QWidget, name: str) -> str:
        """Let a place be chosen for a file of a name; gives its path, or nothing."""
        ...

    def sure_to_quit(self, window: QWidget) -> bool:
        """Ask whether to end a running session with the app."""
        ...

    def sure_to_stay(self, window: QWidget) -> bool:
        """Ask whether the app shall go on out of sight, where there is no tray."""
        ...


class RealDialogs:
    """Asks by dialogs, and waits for the answer."""

    def sound_file(self, window: QWidget) -> str:
        """Let a sound file be chosen; gives its path, or nothing."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - seldom asked for

        kinds = tr("Sound files ({kinds})").format(kinds=SOUND_FILES)
        return QFileDialog.getOpenFileName(window, tr("A bell of your own"), "", kinds)[0]

    def voice_file(self, window: QWidget) -> str:
        """Let a voice file for Piper be chosen; gives its path, or nothing."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - seldom asked for

        kinds = tr("Voices for Piper ({kinds})").format(kinds="*.onnx")
        return QFileDialog.getOpenFileName(window, tr("A voice file for Piper"), "", kinds)[0]

    def journal_file(self, window: QWidget) -> str:
        """Let a file be chosen that was taken out of a journal; gives its path, or nothing."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - seldom asked for

        kinds = tr("Journals ({kinds})").format(kinds="*.json *.csv *.jsonl *.sqlite3")
        return QFileDialog.getOpenFileName(window, tr("Import a file"), "", kinds)[0]

    def place_for(self, window: QWidget, name: str) -> str:
        """Let a place be chosen for a file of a name; gives its path, or nothing."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - seldom asked for

        return QFileDialog.getSaveFileName(window, tr("Export"), name)[0]

    def sure_to_quit(self, window: QWidget) -> bool:
        """Ask whether to end a running session with the app."""
        from legsup.ui.question import Question  # noqa: PLC0415 - seldom asked

        # One stray key changes nothing: the practice goes on.
        return Question(
            window,
            tr("End the practice?"),
            tr("It is still running. What was practised is kept."),
            safe=tr("Go on practising"),
            other=tr("End it and quit"),
        ).goes_other()

    def sure_to_stay(self, window: QWidget) -> bool:
        """Ask whether the app shall go on out of sight, where there is no tray."""
        from legsup.ui.question import Question  # noqa: PLC0415 - asked once

        return not Question(
            window,
            tr("Keep Legs Up running?"),
            tr("It can remind you then. Start it again to see this window."),
            safe=tr("Keep it running"),
            other=tr("Quit"),
        ).goes_other()
