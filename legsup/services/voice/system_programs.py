"""The voices of macOS and Windows, through programs that both systems bring: ``say`` and PowerShell.

Qt TextToSpeech would reach the same voices, but PySide6 offers no way to have it speak into samples (decision 0022).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from legsup.services.voice.programs import told_by

if TYPE_CHECKING:
    from legsup.services.voice.programs import Program

#: Words a minute of a calm ``say``; its own are about 180.
WORDS_A_MINUTE = 140
#: The Windows voices know paces from -10 to 10; each step is about a tenth, -2 is calm.
CALM, STEPS = -2, 10.0

_TO_UTF8 = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; [Console]::OutputEncoding = [Text.Encoding]::UTF8; "
)
_SYNTHESIZER = (
    _TO_UTF8
    + "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
)


class Say:
    """The command ``say`` of macOS."""

    name = spoken_as = "say"

    def voice(self, language: str) -> str | None:
        """Take the first voice of a language: a line of its table is ``Name   en_GB    # a sentence``."""
        for line in told_by([self.name, "-v", "?"]).splitlines():
            words = line.partition("#")[0].split()
            if len(words) > 1 and words[-1].partition("_")[0] == language:
                return " ".join(words[:-1])
        return None

    def command(self, voice: str, faster: float, file: str) -> list[str]:
        """Read the text from the input."""
        pace = str(round(WORDS_A_MINUTE * faster))
        return [self.name, "-v", voice, "-r", pace, "-o", file, "--data-format=LEI16@22050", "-f", "-"]


class PowerShell:
    """The speech of Windows, which any PowerShell can call."""

    name = spoken_as = "powershell"

    def voice(self, language: str) -> str | None:
        """Take the first enabled voice of a language."""
        wanted = (
            _SYNTHESIZER + "$voice.GetInstalledVoices() | Where-Object { $_.Enabled -and "
            f"$_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '{_quoted(language)}' }} | "
            "ForEach-Object { $_.VoiceInfo.Name }"
        )
        names = told_by(self._shell(wanted)).splitlines()
        return names[0].strip() if names else None

    def command(self, voice: str, faster: float, file: str) -> list[str]:
        """Read the text from the input."""
        pace = min(10, CALM + round((faster - 1.0) * STEPS))
        return self._shell(
            _SYNTHESIZER + f"$voice.SelectVoice('{_quoted(voice)}'); $voice.Rate = {pace}; "
            f"$voice.SetOutputToWaveFile('{_quoted(file)}'); "
            "$voice.Speak([Console]::In.ReadToEnd()); $voice.Dispose()"
        )

    def _shell(self, script: str) -> list[str]:
        return [self.name, "-NoProfile", "-NonInteractive", "-Command", script]


def system_program(platform: str = sys.platform) -> Program | None:
    """Give the program that speaks with the system's own voice; None on Linux, which has none of its own."""
    match platform:
        case "darwin":
            return Say()
        case "win32":
            return PowerShell()
        case _:
            return None


def _quoted(text: str) -> str:
    return text.replace("'", "''")
