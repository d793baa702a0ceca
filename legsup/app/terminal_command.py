"""The verb ``session --terminal``: from what was asked for to a session led and kept."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, closing
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TextIO

from legsup.app import messages
from legsup.app.command_line import DONE, WrongError
from legsup.app.practices import Practices
from legsup.app.shelf import demand_speed
from legsup.app.terminal.asking import agreed, nothing_applies, say
from legsup.app.terminal.canvas import Canvas
from legsup.app.terminal.choosing import plan_for, sequence_for
from legsup.app.terminal.hearing import Hearing, Silence
from legsup.app.terminal.interrupts import interruptible
from legsup.app.terminal.keyboard import NoKeyboard, keyboard
from legsup.app.terminal.light import palette_for
from legsup.app.terminal.performance import Performance
from legsup.app.terminal.plain import Plain, as_clock
from legsup.app.terminal.record_keeper import RecordKeeper
from legsup.app.terminal.wakeful import Wakeful
from legsup.domain.outlook import walk
from legsup.domain.screening import needs_clearing
from legsup.practice.kept_settings import KeptSettings
from legsup.services.clock import SystemClock
from legsup.services.fast_clock import FastClock
from legsup.services.journal.journal import Journal
from legsup.services.journal.schema import JournalError
from legsup.services.keep_awake import KeepAwake
from legsup.services.places import assets, find
from legsup.services.session_lock import SessionLock
from legsup.services.settings.store import SettingsStore

if TYPE_CHECKING:
    from argparse import Namespace

    from legsup.domain.plan import Plan
    from legsup.domain.sequence import Sequence
    from legsup.domain.session import Session


def run_session(options: Namespace) -> int:
    """Lead a session in the terminal, to its end."""
    demand_speed(options.speed)
    with ExitStack() as held:
        TerminalSession(options, held).run()
    return DONE


class TerminalSession:
    """One call of the verb; ``held`` lets go of everything afterwards, however it ends."""

    def __init__(self, options: Namespace, held: ExitStack) -> None:
        self._options = options
        self._held = held
        self._trying = options.speed > 1.0
        self._places = find(options.home)
        self._kept = KeptSettings(SettingsStore(self._places.settings))
        self._practices = Practices(assets(), self._places.sequences)
        self._has_keyboard = _is_terminal(sys.stdin)
        self._notes: list[str] = []

    def run(self) -> None:
        """Choose, ask, lead and sum up.

        Raises:
            WrongError: it cannot be, and why.
        """
        sequence = sequence_for(
            self._practices, self._kept.now, self._options.sequence, has_keyboard=self._has_keyboard
        )
        journal = None if self._trying else self._open_journal()
        plan = plan_for(
            self._practices,
            self._kept.now,
            sequence,
            self._options,
            has_keyboard=self._has_keyboard,
        )
        if not self._is_cleared(sequence):
            return
        self._take_lock()
        if journal is not None:
            journal.interrupt_left()
        self._announce(plan)
        keeper = RecordKeeper(journal, datetime.now().astimezone())
        session = self._lead(plan, keeper, inverted=sequence.inverted)
        if session is not None:
            _sum_up(session, kept=keeper.kept)
        if keeper.kept and not self._kept.now.practised:
            self._change(practised=True)
        for note in dict.fromkeys(self._notes):
            say(note)

    def _is_cleared(self, sequence: Sequence) -> bool:
        """Whether nothing on the list stands against it; a yes is remembered by its day, in window and terminal alike."""
        if not needs_clearing(sequence, self._kept.now.cleared):
            return True
        if not nothing_applies(self._practices.do_not_do):
            return False
        self._change(cleared=date.today().isoformat())  # noqa: DTZ011 - the person's own day
        return True

    def _change(self, **values: object) -> None:
        try:
            self._kept.change(**values)
        except OSError as error:
            say(messages.NOT_SAVED.format(error=error))

    def _open_journal(self) -> Journal | None:
        """Open the journal; without one the session is led all the same."""
        try:
            journal = Journal(self._places.journal, self._notes.append)
        except (JournalError, OSError) as error:
            say(messages.NOT_RECORDED.format(reason=error))
            return None
        if journal.set_aside is not None:
            say(messages.SET_ASIDE.format(file=journal.set_aside))
        return self._held.enter_context(closing(journal))

    def _take_lock(self) -> None:
        lock = SessionLock(self._places.runtime / "session.lock")
        try:
            taken = lock.take()
        except OSError:
            return  # a folder that cannot be written keeps nothing, so nothing can collide
        if not taken:
            raise WrongError(messages.ONE_AT_A_TIME)
        self._held.callback(lock.give_back)

    def _announce(self, plan: Plan) -> None:
        seconds = walk(plan).seconds
        if not self._has_keyboard:
            say(messages.ABOUT)
            if self._options.sequence is None:
                say(messages.NO_KEYBOARD.format(title=plan.title, minutes=f"{plan.minutes:g}"))
        up_by = datetime.now().astimezone() + timedelta(seconds=seconds)
        heading = messages.HEADING.format(
            title=plan.title, minutes=f"{plan.minutes:g}", in_all=as_clock(seconds), up_by=f"{up_by:%H:%M}"
        )
        say(heading)

    def _lead(self, plan: Plan, keeper: RecordKeeper, *, inverted: bool) -> Session | None:
        """Lead through the plan; None where it was not begun after all."""
        clock = SystemClock()
        sound = self._held.enter_context(
            closing(Silence() if self._trying else Hearing(self._kept.now, self._places, clock))
        )
        sound.prepare(plan)
        if sound.silence:
            say(messages.NOT_HEARD.format(reason=sound.silence))
            # Nobody is sent to the floor in silence without knowing it.
            if inverted and self._has_keyboard and not agreed(messages.FOLLOW_BY_EYE):
                return None
        followed = FastClock(clock, self._options.speed) if self._trying else clock
        with ExitStack() as screen:
            keys = screen.enter_context(keyboard()) if self._has_keyboard else NoKeyboard()
            keys = screen.enter_context(interruptible(keys))
            show = screen.enter_context(_canvas()) if self._draws else Plain(sys.stdout)
            alone = not self._has_keyboard and not inverted
            followers = (sound, keeper) if self._trying else (sound, keeper, self._wakeful())
            return Performance(followed, keys, show, followers, alone=alone).run(plan, self._options.speed)

    def _wakeful(self) -> Wakeful:
        return self._held.enter_context(closing(Wakeful(KeepAwake())))

    @property
    def _draws(self) -> bool:
        return self._has_keyboard and _is_terminal(sys.stdout) and os.environ.get("TERM", "dumb") != "dumb"


def _canvas() -> Canvas:
    return Canvas(sys.stdout, palette_for(os.environ, sys.stdout.encoding))


def _is_terminal(stream: TextIO | None) -> bool:
    # A program without a console has no streams at all on Windows.
    return stream is not None and stream.isatty()


def _sum_up(session: Session, *, kept: bool) -> None:
    outcome = None if session.outcome is None else session.outcome.value
    say(
        messages.ENDED.format(
            title=session.plan.title,
            held=as_clock(session.held),
            breaths=messages.breaths(session.breaths),
            outcome=messages.OUTCOMES[outcome],
        )
    )
    if kept:
        say(messages.KEPT)
