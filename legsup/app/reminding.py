"""Reminders on the desktop: one timer to the next look, what goes on around, a notification, and what is asked of it."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import ceil
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal

from legsup.app.aside import Aside
from legsup.clocks import awake, since_start
from legsup.domain import reminding
from legsup.domain.reminder_look import Around, Verdict, is_due, look, next_look
from legsup.domain.reminding import Memory, Quiet, Stands, reminders_of
from legsup.services.local_zone import LocalZone
from legsup.services.reminder_store import ReminderStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.app.basis import Basis
    from legsup.domain.ports import Zone
    from legsup.domain.session import Session
    from legsup.domain.settings import Settings
    from legsup.services.notifications.desktop import Posted

#: Practices of today that are looked at.
LATEST = 20


class Surroundings(Protocol):
    """What can be asked about what goes on around; it may wait, so not on Qt's thread."""

    def __call__(self, *, whole: bool) -> Around:
        """Look at hands on the computer; ``whole`` looks at calls and presentations as well."""
        ...


class Words(Protocol):
    """Words a reminder."""

    def __call__(self, *, seated: bool) -> tuple[str, str]:
        """Give its title and its body."""
        ...


@dataclass(frozen=True, slots=True)
class Outside:
    """The world outside: the clock on the wall, what goes on around, and how a notification is posted."""

    wall: Callable[[], float] = time.time
    zone: Zone = field(default_factory=LocalZone)
    around: Surroundings | None = None
    post: Callable[[str, str], Posted | None] | None = None


class Reminding(QObject):
    """``changed`` tells that they stand otherwise, ``begin`` that one begins (True: the seated one).

    ``message`` gives title and body where the desktop shows no notification with buttons; the first ``around`` and ``post``
    of ``outside`` are the system's own.
    """

    changed = Signal()
    begin = Signal(bool)
    message = Signal(str, str)

    def __init__(self, basis: Basis, words: Words, outside: Outside, parent: QObject) -> None:
        """``words`` gives title and body of one that is given now (True: the seated one)."""
        super().__init__(parent)
        self._basis = basis
        self._words = words
        self._outside = outside
        self._store = ReminderStore(basis.places.state / "reminders.json")
        self._memory = self._kept = self._store.load()
        self._slept = _slept()
        self._aside = Aside(self)
        self._standing: QObject | None = None
        self.is_seated = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        basis.kept.follow(self._follow)
        basis.conductor.changed.connect(self._give_way)
        self._chosen = reminders_of(basis.kept.now)
        self._take(self._begun(self._outside.wall()))

    @property
    def stands(self) -> tuple[Stands, float | None]:
        """How they stand, and until or from when (seconds since the epoch)."""
        now = self._outside.wall()
        return reminding.standing(self._chosen, reminding.mended(self._memory, now), now, self._outside.zone)

    @property
    def is_due(self) -> bool:
        """Whether one stands."""
        return self._memory.due is not None

    @property
    def is_looking(self) -> bool:
        """Whether something is being asked."""
        return self._aside.is_busy

    def look(self) -> None:
        """Look whether one has come due; what has is given, held back or let go by what goes on around."""
        chosen, now = self._chosen, self._outside.wall()
        if chosen is None:
            return
        whole = is_due(chosen, self._memory, now, self._outside.zone)
        around = self._outside.around or _around
        if (whole or not chosen.times) and not self._aside.is_busy:
            self._aside.do(lambda: around(whole=whole), lambda found: self._looked(cast("Around", found)))
        else:
            self._looked(Around())

    def quiet(self, wanted: Quiet) -> None:
        """Let none come for a while."""
        self._take(reminding.quiet(self._memory, wanted, self._outside.wall(), self._outside.zone))

    def meeting(self) -> None:
        """Hold them back for an hour."""
        self._take(reminding.meeting(self._memory, self._outside.wall()))

    def hear_again(self) -> None:
        """End quiet, or a meeting."""
        self._take(reminding.heard_again(self._memory, self._outside.wall()))

    def later(self) -> None:
        """Ask again in a quarter of an hour."""
        self._take(reminding.later(self._memory, self._outside.wall()))

    def not_now(self) -> None:
        """Let this one go."""
        self._take(reminding.not_now(self._memory))

    def answer(self, key: str) -> None:
        """Do what a button of the notification says."""
        if key == "later":
            self.later()
        elif key == "not-now":
            self.not_now()
        else:
            seated = self.is_seated
            self.not_now()
            self.begin.emit(seated)

    def practised(self) -> None:
        """A practice has ended: what stood is gone, and the interval begins anew."""
        now = self._outside.wall()
        self._take(replace(self._memory, practised=now, due=None, later=None))

    def close(self) -> None:
        """Take away what is shown."""
        self._timer.stop()
        self._withdraw()

    def _begun(self, now: float) -> Memory:
        """Go on with what was kept over a restart; one that stood then is asked again, for nothing shows it any more."""
        memory = reminding.mended(self._memory, now)
        if memory.due is not None:
            memory = replace(memory, due=None, later=now if now - memory.due < reminding.STANDS else None)
        return memory if memory.since else replace(memory, since=now)

    def _looked(self, around: Around) -> None:
        chosen, now = self._chosen, self._outside.wall()
        if chosen is None:
            return
        slept = _slept()
        around = replace(
            around, in_session=self._basis.conductor.is_active, slept=max(0.0, slept - self._slept)
        )
        self._slept = slept
        if is_due(chosen, self._memory, now, self._outside.zone):
            around = self._with_practices(around, now)
        memory, verdict = look(chosen, self._memory, around, now, self._outside.zone)
        self._take(memory)
        if verdict in {Verdict.GIVE, Verdict.GIVE_SEATED}:
            self._give(seated=verdict is Verdict.GIVE_SEATED)

    def _give(self, *, seated: bool) -> None:
        self.is_seated = seated
        title, body = self._words(seated=seated)
        post = self._outside.post or self._post

        def shown(posted: object) -> None:
            if posted is None:
                self.message.emit(title, body)
            elif self.is_due:
                self._stand(cast("Posted", posted))
            else:  # it was answered elsewhere while it was being shown
                cast("Posted", posted).bus.close()

        if self._aside.is_busy:
            shown(None)
        else:
            self._aside.do(lambda: post(title, body), shown)

    def _stand(self, posted: Posted) -> None:
        from legsup.services.notifications.desktop import Standing  # noqa: PLC0415 - with the first reminder

        self._withdraw()
        standing = Standing(posted, self)
        standing.pressed.connect(self.answer)
        self._standing = standing

    def _post(self, title: str, body: str) -> Posted | None:
        from legsup.app.reminder_words import buttons  # noqa: PLC0415 - with the first reminder
        from legsup.services.notifications.desktop import Note, post  # noqa: PLC0415 - the same

        icon = self._basis.practices.assets / "icons" / "legsup-64.png"
        return post(Note(title, body, buttons(), icon))

    def _with_practices(self, around: Around, now: float) -> Around:
        """Add what the journal tells of today's practices, other processes' included."""
        from legsup.domain.session import Outcome  # noqa: PLC0415 - with the first reminder

        records, _ = self._basis.journal.newest(LATEST)
        today = self._outside.zone.local(now).date()
        finished = [each for each in records if each.outcome in {Outcome.COMPLETED, Outcome.CAME_OUT_EARLY}]
        ended = max((each.started.timestamp() + each.elapsed for each in finished), default=0.0)
        return replace(around, practised=ended, practices=sum(each.day == today for each in finished))

    def _give_way(self, session: Session) -> None:
        """One that stands goes with the beginning of a practice, whoever began it."""
        if session.is_active and self.is_due:
            self.not_now()

    def _follow(self, settings: Settings) -> None:
        chosen = reminders_of(settings)
        if chosen != self._chosen:
            self._chosen = chosen
            # What would have come before it was chosen is done with.
            self._take(replace(self._memory, since=self._outside.wall(), due=None, later=None, away=None))

    def _take(self, memory: Memory) -> None:
        """Take up what is to be remembered, keep it, and set the timer for the next look."""
        self._memory = memory
        if memory.due is None:
            self._withdraw()
        if memory != self._kept:
            self._kept = memory
            with suppress(OSError):  # what cannot be written holds until the app ends
                self._store.save(memory)
        self._set_timer()
        self.changed.emit()

    def _set_timer(self) -> None:
        if self._chosen is None:
            self._timer.stop()
            return
        now = self._outside.wall()
        wait = next_look(self._chosen, self._memory, now, self._outside.zone) - now
        # A timer of Qt's own kind, coarse enough: naming another would load all its enums, which weigh on an idle tray.
        self._timer.start(max(1, ceil(wait)) * 1000)

    def _withdraw(self) -> None:
        standing, self._standing = self._standing, None
        if standing is not None:
            from legsup.services.notifications.desktop import Standing  # noqa: PLC0415 - loaded by now

            assert isinstance(standing, Standing)
            standing.withdraw()
            standing.deleteLater()


def _around(*, whole: bool) -> Around:
    from legsup.services.around.idle import idle_seconds  # noqa: PLC0415 - with the first look

    if not whole:
        return Around(idle=idle_seconds())
    from legsup.services.around.microphone import is_listening  # noqa: PLC0415 - the same
    from legsup.services.around.screen import is_presenting  # noqa: PLC0415 - the same

    return Around(idle=idle_seconds(), presenting=is_presenting(), listening=is_listening())


def _slept() -> float:
    """Tell the seconds that the computer has slept since it started, as far as it says."""
    whole = since_start()
    return 0.0 if whole is None else max(0.0, whole - awake())
