"""The line above the pages for what the app has to say: its messages stand one after another until they are read."""

from __future__ import annotations

from legsup.ui.widgets import Notice


class MessageLine(Notice):
    """Says what somebody is to know; empty it takes no place."""

    def __init__(self) -> None:
        super().__init__("warning", centred=True)
        self.setContentsMargins(14, 2, 14, 4)
        self._passes = False

    def say(self, text: str, *, passes: bool = False) -> None:
        """Show a message alone; an empty one takes all away.

        One that ``passes`` answers what was done, and goes with the next thing done; others stay until they are read.
        """
        self._passes = passes
        super().say(text)

    def say_as_well(self, text: str, *, passes: bool = False) -> None:
        """Show a message after the one that stands; one that ``passes`` stays with another that does not."""
        stands = self.text()
        if text not in stands:
            self.say(" ".join(filter(None, (stands, text))), passes=passes and (not stands or self._passes))

    def take_back(self, text: str) -> None:
        """Take away one of the messages that stand, where it does."""
        if text and text in self.text():
            left = self.text().replace(text, "").replace("  ", " ").strip()
            self.setText(left)  # what stays was told before
            self.setVisible(bool(left))

    def pass_on(self) -> None:
        """Take away a message that answered what was done before."""
        if self._passes:
            self.say("")
