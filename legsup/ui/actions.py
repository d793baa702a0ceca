"""The actions of a session: the same in the window, the floor view and the tray, enabled by the session alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from legsup.domain.moves import kept_by_a_floor
from legsup.domain.session import Event, Session, Status
from legsup.domain.wish import Wish, event_of, may_lead_out, pause_or_go_on
from legsup.ui.session_words import come_out_label, next_label, next_tip, pause_label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.conductor import Conductor


class SessionActions(QObject):
    """One QAction for each thing that a person can do to the session; ``all`` lists them for a window to take up."""

    def __init__(self, conductor: Conductor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self.pause = self._action(tr("Pause"), tr("Pause, or go on"), self._pause_or_go_on)
        self.next = self._action(tr("Next"), tr("Go to the next step"), self._wisher(Wish.NEXT))
        self.back = self._action(tr("Back"), tr("Go to the step before"), self._wisher(Wish.BACK))
        self.come_out = self._action(
            tr("Come out"), tr("Go to the slow way out"), self._wisher(Wish.OUT), "Esc"
        )
        self.stop = self._action(tr("I'm already up"), tr("End the practice now"), self._wisher(Wish.UP))
        self.add_minute = self._action(
            tr("Add a minute"), tr("Hold a minute longer"), self._wisher(Wish.MINUTE)
        )
        self.dizzy = self._action(
            tr("I feel dizzy"), tr("The way out for a dizzy head"), self._wisher(Wish.DIZZY), "D"
        )
        self.tingle = self._action(
            tr("My legs tingle"), tr("Pause and ease the legs"), self._wisher(Wish.TINGLE), "T"
        )
        self.help = self._action(tr("Say the keys"), tr("Help, spoken"), self._wisher(Wish.HELP), "H")
        # Space is no shortcut: it must reach a button that has the focus first. Windows trigger this themselves.
        self.answer = self._action(
            tr("Pause or answer"), tr("Space: pause, go on, or answer"), self._wisher(Wish.ANSWER)
        )
        conductor.changed.connect(self.derive)
        conductor.ticked.connect(self._derive_next)
        self.derive(conductor.session)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, so that their keys work wherever they are added."""
        return tuple(self.findChildren(QAction))

    @property
    def letters(self) -> list[QAction]:
        """What a letter stands for, in every window of a session."""
        return [self.dizzy, self.tingle, self.help]

    def derive(self, session: Session | None) -> None:
        """Enable and label everything from the session."""
        active = session is not None and session.is_active
        status = session.status if session is not None else Status.READY
        for action in self.all:
            action.setEnabled(active)
        if session is not None:
            self._derive_next(session)
        self.pause.setEnabled(active and status in {Status.RUNNING, Status.PAUSED})
        self.pause.setText(pause_label(session))
        if self._conductor.refuses(Event.RESUME):
            for action in (self.pause, self.back, self.answer):
                action.setEnabled(False)
        # In a pause too: it answers one that the computer's sleep made.
        self.tingle.setEnabled(active and session is not None and session.went_down)
        self.add_minute.setEnabled(active and session is not None and session.beat.is_hold)
        self.come_out.setEnabled(session is not None and may_lead_out(session))
        if session is not None and active:
            self.next.setText(next_label(session))
            self.come_out.setText(come_out_label(session))

    def _derive_next(self, session: Session) -> None:
        """Enable the next step once it may come; until then the action says what it waits for."""
        waits = session.is_active and kept_by_a_floor(session)
        self.next.setEnabled(session.is_active and not waits and not self._conductor.refuses(Event.NEXT))
        self.next.setToolTip(next_tip(session) if waits else tr("Go to the next step"))

    def _pause_or_go_on(self) -> None:
        session = self._conductor.session
        if session is not None:
            self._conductor.send(pause_or_go_on(session))

    def _wisher(self, wish: Wish) -> Callable[[], None]:
        """Make what turns a wish into the event that it means when it comes."""

        def ask() -> None:
            session = self._conductor.session
            event = None if session is None else event_of(wish, session, self._conductor.now)
            if event is not None:
                self._conductor.send(event)

        return ask

    def _action(self, text: str, tip: str, do: Callable[[], None], key: str | None = None) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tip)
        if key is not None:
            action.setShortcut(QKeySequence(key))
            action.setAutoRepeat(False)  # a key that is held down is one wish
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
        return action
