"""The line above the pages for what the app has to say: its messages stand one after another until they are read."""

from __future__ import annotations

from legsup.ui.widgets import Notice


class MessageLine(Notice):
    """Says what somebody is to know; empty it takes no place."""

    def __init__(self) -> None:
        super().__init__("warning", centred=True)
        self.setProperty("over", "false")
        self._stand: list[str] = []
        self._passes = False
        self._fitted: tuple[int, int, str] | None = None

    def fit(self, width: int, most: int) -> None:
        """Show what stands, the latest alone where all of it is higher than ``most`` pixels at a width."""
        fitted = (width, most, self.font().key())
        if fitted == self._fitted:
            return  # what is set here asks for a layout, which comes here again
        self._fitted = fitted
        for first in range(len(self._stand)):
            self.setText(" ".join(self._stand[first:]))
            if self.heightForWidth(width) <= most:
                return

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

    def pass_on(self) -> None:
        """Take away a message that answered what was done before."""
        if self._passes:
            self.say("")

    def _show(self, text: str, new: str) -> None:
        self._fitted = None
        super()._show(text, new)
