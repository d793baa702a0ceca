"""The one owner of the settings: all others name a value to change, and are told what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.settings import Settings, with_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.settings.store import SettingsStore

    Follower = Callable[[Settings], None]


class KeptSettings:
    """The settings as they stand now, in this process and in the file.

    What another process wrote is seen with the next ``look`` or ``change``. A value that could not be written holds until
    the app ends, and is written with the next change that can be.
    """

    def __init__(self, store: SettingsStore) -> None:
        self._store = store
        self._now = store.load()
        self._stamp = store.stamp()
        self._unwritten: dict[str, object] = {}
        self._followers: list[Follower] = []

    @property
    def now(self) -> Settings:
        """The settings as of the last look or change."""
        return self._now

    def follow(self, told: Follower) -> Callable[[], None]:
        """Have a part told the settings whenever any of them has changed; gives what ends that."""
        self._followers.append(told)
        return lambda: self._followers.remove(told)

    def change(self, **values: object) -> None:
        """Change named values, here and in what the file holds now; every part is told.

        Raises:
            ValueError: there is no setting of that name, or it may not hold the value.
            OSError: the file cannot be written; what was changed holds all the same, and every part was told.
        """
        with_values(self._now, values)
        wanted = {**self._unwritten, **values}
        try:
            kept = self._store.change(wanted)
        except OSError:
            self._unwritten = wanted
            self._take(with_values(self._now, values))
            raise
        self._unwritten = {}
        self._stamp = self._store.stamp()
        self._take(kept)

    def look(self) -> Settings:
        """Take up what another process has written since; gives the settings as they are now."""
        stamp = self._store.stamp()
        if stamp != self._stamp:
            self._stamp = stamp
            self._take(with_values(self._store.load(), self._unwritten))
        return self._now

    def _take(self, settings: Settings) -> None:
        if settings == self._now:
            return
        self._now = settings
        for told in tuple(self._followers):
            told(settings)
