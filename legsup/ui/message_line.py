"""The line above the pages for what the app has to say: its messages stand one after another until they are read."""

from __future__ import annotations

from legsup.ui.widgets import Notice


class MessageLine(Notice):
    """Says what somebody is to know; empty it takes no place."""

    def __init__(self) -> None:
        super().__init__("warning", centred=True)
        self.setProperty("over", "false")
        self._stand: list[str] = []
        self._fitted: tuple[object, ...] = ()
        self._passes = False

    def say(self, text: str, *, passes: bool = False) -> None:
        """Show a message alone; an empty one takes all away.

        One that ``passes`` answers what was done, and goes with the next thing done; others stay until they are read.
        """
        before, self._stand = self._stand, [text] if text else []
        self._passes = passes
        self._show(text, "" if text in before else text)

    def say_as_well(self, text: str, *, passes: bool = False) -> None:
        """Show a message after the one that stands; one that ``passes`` stays with another that does not."""
        if text and text not in self._stand:
            self._passes = passes and (not self._stand or self._passes)
            self._stand.append(text)
            self._show(" ".join(self._stand), text)

    def take_back(self, text: str) -> None:
        """Take away one of the messages that stand, where it does."""
        if text in self._stand:
            self._stand.remove(text)
            self._show(" ".join(self._stand), "")  # what stays was told before

    def fit(self, width: int, most: int) -> int:
        """Show what has room in so many pixels, the newest at least; gives its height, ``most`` or a line at most.

        What is older, and was told before, comes back once there is room for it.
        """
        asked = (*self._stand, width, most, self.font().key())
        if asked != self._fitted:
            self._fitted = asked  # other words have the layout ask again
            for first in range(len(self._stand)):
                self.setText(" ".join(self._stand[first:]))
                if self.heightForWidth(width) <= most:
                    break
        return min(self.heightForWidth(width), max(most, self.fontMetrics().lineSpacing()))

    def pass_on(self) -> None:
        """Take away a message that answered what was done before."""
        if self._passes:
            self.say("")
