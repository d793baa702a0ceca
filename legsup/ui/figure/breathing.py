"""What a figure knows of the breath: where the light stands, and the body at rest in which it shines, if there is one.

It is told sixty times a second. Plain attributes of a plain object are found far quicker than those of a widget, whose
every name goes through Qt's binding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.ui.figure.boxes import Box
    from legsup.ui.figure.resting import RestingBody

#: Seconds in which the light comes.
_LIGHT_FADE = 0.8


class Breathing:
    """The breath of a figure: ``told`` is its last awareness and direction, ``body`` what shows it; none while it moves."""

    __slots__ = ("_clock", "_coming", "_since", "body", "still", "told")

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._since = 0.0
        self._coming = True
        self.told: tuple[float | None, int] = (None, 0)
        self.still = False
        self.body: RestingBody | None = None

    def tell(self, awareness: float | None, direction: int) -> Box | None:
        """Let the light stand somewhere (None: no light) and give what has changed of the picture."""
        if self.told[0] is None and awareness is not None:
            self.begin()
        self.told = awareness, direction
        return self.shine()

    def begin(self) -> None:
        """Let the light come softly, from now on."""
        self._since = self._clock()
        self._coming = True

    def shine(self) -> Box | None:
        """Let the body shine as the breath was last told, and give what has changed of the picture."""
        body = self.body
        if body is None:
            return None
        awareness, direction = self.told
        return body.move(
            awareness, direction, still=self.still, strength=self._strength() if self._coming else 1.0
        )

    def _strength(self) -> float:
        strength = min(1.0, (self._clock() - self._since) / _LIGHT_FADE)
        self._coming = strength < 1.0
        return strength
