"""What stands at the desk beat: the loudspeaker, today's list, and the tension now, never required."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from legsup.domain.sequence import Pace
from legsup.domain.session import Session, Status
from legsup.ui.pages.no_sound_row import NoSoundRow
from legsup.ui.pages.tension_row import TensionRow
from legsup.ui.widgets import keep_readable, label, scrolling_to_fit
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.sound import SoundHealth
    from legsup.ui.screening.safety_rows import SafetyRows

#: Pixels of today's list that are always seen; and up to how many lines of text in width it can be read well.
LIST, WIDEST = 88, 43
#: So many lines of text of it are seen at least, else it scrolls with all that stands beside it.
LINES = 5
#: Qt's own name for no greatest height.
QWIDGETSIZE_MAX = 16777215


class DeskRow(QWidget):
    """``tension_before`` gives 0-4; where nothing can be heard, ``try_again`` and ``with_screen`` say how to go on.

    ``reading`` comes again and again while today's list is pointed at, scrolled, or gone through by keys. A pointer that
    rests on it says nothing: it may have been left there.
    """

    tension_before = Signal(int)
    try_again = Signal()
    with_screen = Signal()
    reading = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tension = TensionRow(tr("Tension now"), keys=True)
        self._tension.answered.connect(self.tension_before)
        self._sound = label("", "strong", centred=True)
        self._listed = QWidget()
        self._rows = QVBoxLayout(self._listed)
        self._rows.setContentsMargins(0, 0, 0, 0)
        keep_readable(self._listed, WIDEST)
        self._area = scrolling_to_fit(self._listed)
        self._area.setMinimumHeight(LIST)
        self._area.setAttribute(Qt.WidgetAttribute.WA_Hover)  # tells of the pointer over all that is in it
        self._area.installEventFilter(self)
        self._area.verticalScrollBar().valueChanged.connect(self._note_scroll)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._note_focus)
        self._list: QWidget | None = None
        self._bounded = False
        self._silent = NoSoundRow(self.try_again.emit, self.with_screen.emit)
        self._waits = scrolling_to_fit(self._silent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._sound)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self._waits, 1)
        self._column.addWidget(self._tension)

    def stand_beside(self, safety: SafetyRows) -> None:
        """Put today's list here; it scrolls where the window is small."""
        self._list = safety
        self._rows.insertWidget(0, safety)

    def begin(self, *, folded: bool) -> None:
        """Ask for the tension anew, as a line where it is ``folded``."""
        self._tension.begin(folded=folded)

    @property
    def shows_list(self) -> bool:
        """Whether today's list is shown, or that nothing is heard: the rest makes room."""
        return not self.isHidden() and (not self._area.isHidden() or not self._waits.isHidden())

    def least(self, session: Session, health: SoundHealth, *, roomy: bool) -> float:
        """Tell how many pixels of height are kept for what is asked at a moment: 0 where nothing is, all for how to go on."""
        if _waits_for_sound(session, health):
            return 0.0 if roomy else inf
        return self._least if session.beat.desk else 0.0

    @property
    def _least(self) -> int:
        return max(LIST, LINES * self.fontMetrics().lineSpacing())

    def bound(self, *, on: bool) -> None:
        """Take no more height than all that is shown needs: what is free beyond that is the figure's; or as much as there is."""
        self._bounded = on
        self._keep_bound()

    def event(self, event: QEvent) -> bool:
        """Take more or less where what is shown changes."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._keep_bound()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the pointer over today's list."""
        if watched is self._area and event.type() is QEvent.Type.HoverMove:
            self.reading.emit()
        return super().eventFilter(watched, event)

    def _note_scroll(self, _place: int) -> None:
        self.reading.emit()

    def _note_focus(self, _left: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and self._area.isAncestorOf(focused):
            self.reading.emit()

    def _keep_bound(self) -> None:
        self.setMaximumHeight(self._needs(self.width()) if self._bounded else QWIDGETSIZE_MAX)

    def _needs(self, width: int) -> int:
        edges = self.contentsMargins()
        wide = width - edges.left() - edges.right()
        parts = (self._sound, self._area, self._waits, self._tension)
        shown = [each for each in parts if not each.isHidden() and self._column.indexOf(each) >= 0]
        return sum(_high(each, wide) for each in shown) + self._column.spacing() * max(0, len(shown) - 1)

    @property
    def primary(self) -> QWidget | None:
        """What has the focus before all else: trying again, where nothing is heard."""
        return None if self.isHidden() or self._waits.isHidden() else self._silent

    def derive(self, session: Session, health: SoundHealth, *, roomy: bool = True, room: int = 0) -> None:
        """Show the loudspeaker's name, or why nothing is heard and what can be done; nothing once it is of no use.

        At one's own pace there is no desk beat: the tension is asked in the first step, where that is ``roomy``.
        ``room`` is the height in pixels that there is at most.
        """
        mute = session.status is Status.PAUSED and not health.is_heard
        # While it waits for sound, how to go on is what matters; a small window has no room for both.
        asks = session.beat.desk or (roomy and session.status is Status.WAITING and session.beat_index == 0)
        listed = session.beat.desk and not mute and self._list is not None
        heard = tr("Sound: {device}. Hear nothing? Turn it up now.").format(device=health.device)
        self._sound.setText(heard if health.device and session.beat.desk and not mute else "")
        self._place_others(room, listed=listed)
        self._tension.setVisible(asks and not mute)
        self._sound.setVisible(bool(self._sound.text()))
        self._area.setVisible(listed)
        self.setVisible(session.is_active and (asks or _waits_for_sound(session, health)))
        self._waits.setVisible(mute)
        if mute:
            self._silent.show_reason(health.reason or tr("no loudspeaker was found"))

    def _place_others(self, room: int, *, listed: bool) -> None:
        """Keep loudspeaker and tension in sight beside today's list; where that leaves too little of it, all scroll together."""
        others = sum(each.heightForWidth(max(1, self.width())) for each in (self._sound, self._tension))
        together = listed and room - others < self._least
        if together is (self._rows.indexOf(self._tension) >= 0):
            return
        if together:
            self._rows.addWidget(self._sound)
            self._rows.addWidget(self._tension)
        else:
            self._column.insertWidget(0, self._sound)
            self._column.addWidget(self._tension)


def _waits_for_sound(session: Session, health: SoundHealth) -> bool:
    """Whether one who is led by ear, and not down yet, stands still where nothing is heard."""
    by_ear = session.plan.choices.pace is Pace.HANDS_FREE and not session.went_down
    return by_ear and session.status is Status.PAUSED and not health.is_heard


def _high(part: QWidget, width: int) -> int:
    """Tell how high a part is at a width, or what it scrolls."""
    held = (part.widget() if isinstance(part, QScrollArea) else None) or part
    return held.heightForWidth(min(width, held.maximumWidth()))
