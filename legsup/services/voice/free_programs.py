"""The free speech programs espeak-ng and flite, which most Linux systems offer."""

from __future__ import annotations

from legsup.services.voice.programs import told_by

#: Words a minute of a calm espeak-ng; its own 175 are not.
WORDS_A_MINUTE = 130
#: How much slower than its own pace flite is calm.
CALM = 1.2


class Espeak:
    """espeak-ng: many languages, plainly spoken."""

    name = spoken_as = "espeak-ng"

    def voice(self, language: str) -> str | None:
        """Its voices are called like their languages; the first line of its table is a heading."""
        return language if len(told_by([self.name, f"--voices={language}"]).splitlines()) > 1 else None

    def command(self, voice: str, faster: float, file: str) -> list[str]:
        """Read UTF-8 from the input, a little lower than usual."""
        pace = str(round(WORDS_A_MINUTE * faster))
        return [self.name, "-v", voice, "-s", pace, "-p", "42", "-b", "1", "-w", file, "--stdin"]


class Flite:
    """Flite: English only."""

    name = spoken_as = "flite"

    def voice(self, language: str) -> str | None:
        """The voice slt, where this flite was built with it."""
        return "slt" if language == "en" and "slt" in told_by([self.name, "-lv"]).split() else None

    def command(self, voice: str, faster: float, file: str) -> list[str]:
        """Read the text from the input, stretched."""
        stretch = f"duration_stretch={CALM / faster:.3f}"
        return [self.name, "-voice", voice, "--setf", stretch, "-o", file, "-f", "/dev/stdin"]
