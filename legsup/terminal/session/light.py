"""The light of the breath as a row of cells, and the few colours of a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.breath import Breath

_RESET = "\x1b[0m"
#: A cell filled by eighths from its left.
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█")
_REST = "─"
#: From the body that is lit to the front of the light: night plum to honey, as in the window's dusk.
_TRUE = ((125, 119, 163), (160, 139, 153), (195, 159, 145), (225, 178, 141), (255, 197, 138))
_MANY = (103, 139, 180, 216, 222)
_FEW = (5, 5, 3, 3, 3)


@dataclass(frozen=True, slots=True)
class Palette:
    """What a terminal can show: the codes from body to glow (none without colour), and whether blocks can be drawn."""

    codes: tuple[str, ...] = ()
    blocks: bool = True

    def dim(self, text: str) -> str:
        """Set text back."""
        return f"\x1b[2m{text}{_RESET}" if text else text

    def title(self, text: str) -> str:
        """Set a heading."""
        return f"\x1b[1m{text}{_RESET}"

    def glow(self, text: str) -> str:
        """Set text in the colour of the light."""
        return f"{self.codes[-1]}{text}{_RESET}" if self.codes else text


def palette_for(environment: Mapping[str, str], encoding: str) -> Palette:
    """Choose colours by what the terminal says of itself; none where the person wishes none (NO_COLOR)."""
    blocks = encoding.lower().replace("-", "") == "utf8"
    if environment.get("NO_COLOR"):
        return Palette((), blocks)
    if environment.get("COLORTERM") in {"truecolor", "24bit"}:
        return Palette(tuple(f"\x1b[38;2;{red};{green};{blue}m" for red, green, blue in _TRUE), blocks)
    if "256" in environment.get("TERM", ""):
        return Palette(tuple(f"\x1b[38;5;{number}m" for number in _MANY), blocks)
    return Palette(tuple(f"\x1b[3{number}m" for number in _FEW), blocks)


def band(breath: Breath, cells: int, palette: Palette) -> str:
    """Draw the body from feet (left) to head as a row of cells, lit as far as the awareness has come."""
    eighths = round(breath.awareness * cells * 8)
    whole, part = divmod(eighths, 8)
    lit = ["█"] * whole + ([_EIGHTHS[part]] if part else [])
    rest = cells - len(lit)
    if not palette.blocks:
        return "#" * whole + "-" * (cells - whole)
    if not palette.codes:
        return "".join(lit) + _REST * rest
    last = len(palette.codes) - 1
    # The nearer to the front, the warmer: a still picture tells where the light stands.
    span = max(1, cells // 8)
    shown = [
        palette.codes[max(0, last - (len(lit) - 1 - index) // span)] + cell for index, cell in enumerate(lit)
    ]
    return "".join(shown) + _RESET + "\x1b[2m" + _REST * rest + _RESET
