"""The sound of a session: its thread, and the mailbox through which others tell it what changed.

Nothing here can stop or delay a session: whoever calls only leaves a note in the mailbox and goes on.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections import deque
from typing import TYPE_CHECKING

from legsup.domain.lines import lines_of
from legsup.domain.sound import Progress, SoundHealth
from legsup.services.sound.memory import keep_apart
from legsup.services.sound.own_bell import read_bell
from legsup.services.sound.player import Counts, Player

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.plan import Plan
    from legsup.domain.ports import Clock, VoiceSource
    from legsup.domain.session import Session
    from legsup.domain.sound import Levels
    from legsup.services.sound.output import SoundOutput

#: Seconds between two looks at what is due, where nothing wakes the thread before.
LOOK = 0.1
#: Seconds for which one thread may keep the interpreter from the others while sound is written. The usual 0.005 would have
#: each of the many small steps of writing wait that long for a busy interface.
SWITCH = 0.001
#: Seconds that the last sound takes to fade when sound is closed, and how long closing waits at most.
FAREWELL, PATIENCE = 0.2, 2.0

_log = logging.getLogger(__name__)


class Sound:
    """All that is heard of one session after another."""

    def __init__(
        self,
        output: SoundOutput,
        levels: Levels,
        voice: VoiceSource | None,
        clock: Clock,
        over: Callable[[], object] | None = None,
    ) -> None:
        """Play on an output, with a voice where there is one; nothing is opened before ``prepare``.

        ``over`` is told on the sound's thread that all was let go, each time that it ends: its memory can be swept.
        """
        keep_apart()
        self._output = output
        self._levels = levels
        self._voice = voice
        self._clock = clock
        self._over = over
        self._player: Player | None = None
        self._sessions: deque[Session] = deque()
        self._thread: threading.Thread | None = None
        self._news = threading.Event()
        self._closing = False
        self._plan: Plan | None = None

    def prepare(self, plan: Plan) -> None:
        """Open the output and have the words of a plan made ready, both elsewhere; returns at once."""
        self._plan = None  # the session before let go of its words
        self._make_ready(plan)
        if self._output.reason or (self._thread is not None and self._thread.is_alive()):
            return
        self._sessions.clear()
        self._closing = False
        self._player = Player(self._output, self._levels, self._voice, read_bell, self._clock)
        self._thread = threading.Thread(target=self._play, args=(self._player,), name="sound", daemon=True)
        self._thread.start()

    def follow(self, session: Session) -> None:
        """Take up the session after each change of it, in order; from any thread."""
        self._sessions.append(session)
        self._news.set()

    def set_levels(self, levels: Levels) -> None:
        """Take up other levels, heard within a tenth of a second; from any thread."""
        self._levels = levels
        self._news.set()

    def health(self) -> SoundHealth:
        """Tell how the loudspeaker is doing."""
        player = self._player
        if self._output.reason:
            return SoundHealth(self._output.device, Progress.SILENT, self._output.reason)
        if player is None:
            return SoundHealth(self._output.device, Progress.NOT_STARTED)
        if player.stands_still(self._clock.read().now - LOOK):
            # Asked here as well, since a sound system that hangs holds the thread that would have noticed.
            return SoundHealth(self._output.device, Progress.STUCK, "the sound device stands still")
        return SoundHealth(self._output.device, player.progress, player.fault)

    def says(self, text: str) -> bool:
        """Whether a line has a voice that says it, and the loudspeaker plays."""
        return self._voice is not None and self._voice.has(text) and self.health().is_heard

    @property
    def is_over(self) -> bool:
        """Whether nothing sounds any more: the session has ended and its last sound has died away."""
        return self._thread is None or not self._thread.is_alive()

    def counts(self) -> Counts:
        """Tell what went wrong so far and was made good."""
        return Counts() if self._player is None else self._player.counts

    def close(self) -> None:
        """Fade out and let go of everything: no thread, stream, process or file is left."""
        self._closing = True
        self._news.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            # A sound server that hangs may hold the thread; it is not waited for longer than this.
            thread.join(PATIENCE)
        elif self._voice is not None:
            self._voice.close()

    def _make_ready(self, plan: Plan) -> None:
        """Have all words of a plan made; an event may have changed the plan, and with it what is said at the end."""
        if self._voice is not None and plan is not self._plan:
            self._plan = plan
            self._voice.prepare(lines_of(plan))

    def _new_sessions(self) -> tuple[Session, ...]:
        return tuple(self._sessions.popleft() for _ in range(len(self._sessions)))

    def _play(self, player: Player) -> None:
        before = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
        try:
            while not self._closing and not player.is_over:
                self._news.clear()
                sessions = self._new_sessions()
                for session in sessions:
                    self._make_ready(session.plan)
                player.turn(sessions, self._levels)
                self._news.wait(LOOK)
            if self._closing:
                player.finish()
                threading.Event().wait(FAREWELL)
        except Exception:  # noqa: BLE001 - whatever goes wrong with sound, the session must go on
            _log.exception("sound has failed and stays off")
            player.progress, player.fault = Progress.STUCK, "sound has failed; the log tells why"
        finally:
            sys.setswitchinterval(before)
            self._output.close()
            player.let_go()
            if self._voice is not None:
                self._voice.close()
            if self._over is not None:
                self._over()
