"""The verb ``session --terminal``: from what was asked for to a session led and kept."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TextIO

from legsup.domain.hearing import NO_EARS
from legsup.domain.outlook import walk
from legsup.domain.sound import Progress
from legsup.places import assets, find
from legsup.practice.door import Door, Entry
from legsup.practice.kept_journal import KeptJournal
from legsup.practice.kept_outcome import KeptOutcome
from legsup.practice.kept_settings import KeptSettings
from legsup.practice.practice_sound import PracticeSound
from legsup.practice.practices import ALWAYS_OPEN, Practices
from legsup.practice.record_keeper import RecordKeeper
from legsup.practice.refusal import Muted, NotOpen, QuestionsFirst
from legsup.practice.wakefulness import Wakefulness
from legsup.practice.wanted import Wanted
from legsup.services.clock import SystemClock
from legsup.services.fast_clock import FastClock
from legsup.services.keep_awake import KeepAwake
from legsup.services.session_lock import SessionLock
from legsup.services.settings.store import SettingsStore
from legsup.terminal import messages
from legsup.terminal.exits import DONE, WrongError
from legsup.terminal.named import demand_speed
from legsup.terminal.refusal_words import refusal_text
from legsup.terminal.session.aside import complaints_into
from legsup.terminal.session.asking import agreed, not_today, say, show_today
from legsup.terminal.session.canvas import Canvas, can_draw
from legsup.terminal.session.fading import fade_away
from legsup.terminal.session.interrupts import hung_up_once, interruptible
from legsup.terminal.session.keyboard import NoKeyboard, keyboard
from legsup.terminal.session.light import palette_for
from legsup.terminal.session.performance import Performance
from legsup.terminal.session.plain import Plain, as_clock
from legsup.terminal.session.screened import Screened

if TYPE_CHECKING:
    from argparse import Namespace

    from legsup.domain.hearing import Ears
    from legsup.domain.plan import Plan
    from legsup.domain.session import Session
    from legsup.practice.kept_journal import JournalTrouble

#: Seconds within which an output has begun to play, or nothing will be heard from it; and between two looks.
PATIENCE, LOOK = 3.0, 0.05
#: Seconds that the record may take onto the disk before it is said that it is not there.
KEEPING = 3.0


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
        lock = SessionLock(self._places.session_lock)
        self._kept = KeptSettings(SettingsStore(self._places.settings))
        self._practices = Practices(assets(), self._places.sequences)
        self._journal = KeptJournal(self._places, lock, self._note_journal, waits=True)
        self._outcome = KeptOutcome(self._places.outcome, assets())
        self._screened = Screened(self._outcome)
        self._door = Door(
            self._practices, self._kept, self._outcome, self._journal, lock, trying=self._trying
        )
        self._has_keyboard = _is_terminal(sys.stdin)
        self._notes: list[str] = []
        self._leads = False
        held.enter_context(hung_up_once())
        held.callback(self._door.leave)
        held.callback(self._journal.close)

    def run(self) -> None:
        """Choose, ask, lead and sum up.

        Raises:
            WrongError: it cannot be, and why.
        """
        entered = self._entered(self._wanted())
        if entered is None or not self._is_a_day_for_it(entered[0]):
            return
        entry, wanted = entered
        record = RecordKeeper(lambda: self._journal.now)
        if not self._trying:
            self._journal.opened()
        self._announce(entry.plan)
        session = self._lead(entry, record, by_screen=wanted.by_screen)
        if session is not None:
            _sum_up(session, kept=self._is_kept(record))
        if record.kept and not self._kept.now.practised:
            self._change(practised=True)
        for note in dict.fromkeys(self._notes):
            say(note)

    def _wanted(self) -> Wanted:
        """What the command line asks for; without a keyboard a practice that asks nothing, which is led by text."""
        options = self._options
        pace = options.pace or "hands-free"
        if pace == "my-pace" and not self._has_keyboard:
            raise WrongError(messages.NO_ANSWER_HERE)
        unasked = None if self._has_keyboard else ALWAYS_OPEN
        return Wanted(
            sequence=options.sequence or unasked,
            minutes=options.minutes,
            shortest=not self._has_keyboard,
            pattern=options.pattern,
            pace=pace,
            guidance=options.guidance,
            desk=self._has_keyboard and not options.no_desk,
            bedtime=options.bedtime or None,
            by_screen=not self._has_keyboard,
        )

    def _entered(self, wanted: Wanted) -> tuple[Entry, Wanted] | None:
        """Pass the door, with whatever a person can be asked on the way; gives what they then wanted, None after a no.

        Raises:
            WrongError: it stays shut, and why.
        """
        entry = self._door.ask(wanted)
        match entry:
            case Entry():
                return entry, wanted
            case QuestionsFirst() | NotOpen() if self._has_keyboard and self._screened.opens(entry):
                return self._entered(wanted)
            case QuestionsFirst() if self._has_keyboard:
                return None
            case Muted() if self._has_keyboard:
                # Nobody is sent to the floor in silence without knowing it.
                say(refusal_text(entry))
                return (
                    self._entered(wanted._replace(by_screen=True)) if agreed(messages.FOLLOW_BY_EYE) else None
                )
            case _:
                raise WrongError(refusal_text(entry))

    def _is_a_day_for_it(self, entry: Entry) -> bool:
        """Show today's state, without a gate where nobody can answer, and under which conditions it is open."""
        if not self._has_keyboard:
            say(messages.ABOUT)
        screening = self._outcome.catalogue.screening
        if screening is None:
            say(messages.UNREADABLE)
            return True
        if not self._has_keyboard:
            show_today(screening.today)
            return True
        self._screened.tell_conditions(entry)
        return not not_today(screening.today)

    def _change(self, **values: object) -> None:
        try:
            self._kept.change(**values)
        except OSError as error:
            say(messages.NOT_SAVED.format(error=error))

    def _note_journal(self, trouble: JournalTrouble, detail: str) -> None:
        """Tell what is wrong with the journal: at once, or after a session that is being led."""
        text = messages.journal_trouble(trouble, detail)
        if self._leads:
            self._notes.append(text)
        else:
            say(text)

    def _is_kept(self, record: RecordKeeper) -> bool | None:
        """Whether the session stands on the disk; None where there is nothing to keep."""
        journal = self._journal.now
        if journal is None or not record.kept:
            return None
        journal.flush(KEEPING)
        return journal.is_written

    def _announce(self, plan: Plan) -> None:
        seconds = walk(plan).seconds
        if not self._has_keyboard and self._options.sequence is None:
            say(messages.NO_KEYBOARD.format(title=plan.title, minutes=f"{plan.minutes:g}"))
        up_by = datetime.now().astimezone() + timedelta(seconds=seconds)
        words = messages.HEADING_BEDTIME if plan.choices.bedtime else messages.HEADING
        heading = words.format(
            title=plan.title, minutes=f"{plan.minutes:g}", in_all=as_clock(seconds), up_by=f"{up_by:%H:%M}"
        )
        say(heading)

    def _lead(self, entry: Entry, record: RecordKeeper, *, by_screen: bool) -> Session | None:
        """Lead through the plan; None where it was not begun after all."""
        clock = SystemClock()
        inverted = entry.sequence.inverted
        sound = None if self._trying else self._sound(entry, clock, by_screen=by_screen)
        if sound is not None and not by_screen and not self._is_heard(sound, inverted=inverted):
            return None
        followed = FastClock(clock, self._options.speed) if self._trying else clock
        with ExitStack() as screen:
            keys = screen.enter_context(keyboard()) if self._has_keyboard else NoKeyboard()
            keys = screen.enter_context(interruptible(keys))
            if self._draws:
                screen.enter_context(complaints_into(self._places.state / "legsup.log"))
            ears = sound or NO_EARS
            show = screen.enter_context(_canvas(ears)) if self._draws else self._lines(ears)
            alone = not self._has_keyboard and not inverted
            followers = () if self._trying else (record, self._wakefulness())
            self._leads = True
            performance = Performance(followed, keys, show, followers, sound, alone=alone)
            session = performance.run(entry.plan, self._options.speed)
            if sound is not None and entry.plan.choices.bedtime:
                fade_away(sound, keys)
            return session

    def _sound(self, entry: Entry, clock: SystemClock, *, by_screen: bool) -> PracticeSound:
        sound = self._held.enter_context(closing(PracticeSound(self._kept, self._places, clock)))
        sound.prepare(entry.plan, by_screen=by_screen)
        return sound

    def _is_heard(self, sound: PracticeSound, *, inverted: bool) -> bool:
        """Wait until it is known whether sound plays; where it does not, ask whether to follow by eye."""
        until = time.monotonic() + PATIENCE
        while (health := sound.health()).progress is Progress.NOT_STARTED and time.monotonic() < until:
            time.sleep(LOOK)
        if health.is_heard:
            return True
        say(messages.NOT_HEARD.format(reason=health.reason or health.progress.value.replace("_", " ")))
        # Nobody is sent to the floor in silence without knowing it.
        if inverted and self._has_keyboard and not agreed(messages.FOLLOW_BY_EYE):
            return False
        sound.with_screen()
        return True

    def _wakefulness(self) -> Wakefulness:
        return self._held.enter_context(closing(Wakefulness(KeepAwake())))

    def _lines(self, ears: Ears) -> Plain:
        if self._has_keyboard:
            say(messages.KEYS)
        return Plain(sys.stdout, breaths=not self._options.plain, ears=ears)

    @property
    def _draws(self) -> bool:
        if self._options.plain:
            return False
        return self._has_keyboard and _is_terminal(sys.stdout) and can_draw(os.environ)


def _canvas(ears: Ears) -> Canvas:
    return Canvas(sys.stdout, palette_for(os.environ, sys.stdout.encoding), ears)


def _is_terminal(stream: TextIO | None) -> bool:
    # A program without a console has no streams at all on Windows.
    return stream is not None and stream.isatty()


def _sum_up(session: Session, *, kept: bool | None) -> None:
    outcome = None if session.outcome is None else session.outcome.value
    say(
        messages.ENDED.format(
            title=session.plan.title,
            held=as_clock(session.held),
            breaths=messages.breaths(session.breaths),
            outcome=messages.OUTCOMES[outcome],
        )
    )
    if kept is not None:
        say(messages.KEPT if kept else messages.NOT_KEPT)
