"""Joins the tray to the app: what its lines say, what they begin, and the reminders that its icon shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from legsup.practice.practices import ALWAYS_OPEN
from legsup.ui import words
from legsup.ui.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.app.basis import Basis
    from legsup.app.front import Front
    from legsup.app.login_room import LoginRoom
    from legsup.app.reminding import Outside, Reminding
    from legsup.domain.settings import Settings
    from legsup.practice.door import Door
    from legsup.practice.refusal import Refusal
    from legsup.practice.wanted import Wanted

    class TheApp(Protocol):
        """What the tray asks of the app that it belongs to."""

        basis: Basis
        #: Whether the app is about to end, whatever a question that stands open comes to.
        ends: bool

        @property
        def front(self) -> Front:
            """The window with its pages."""
            ...

        @property
        def door(self) -> Door:
            """Where every practice comes in."""
            ...

        @property
        def has_window(self) -> bool:
            """Whether a window was made."""
            ...

        def show_window(self) -> None:
            """Show the window."""
            ...

        def ask_anew(self) -> None:
            """Ask the questions anew."""
            ...

        def quick_start(self, minutes: float = 0.0) -> None:
            """Begin from the desk."""
            ...

        def begin(self, wanted: Wanted) -> Refusal | None:
            """Begin a practice."""
            ...

        def ask_to_quit(self) -> bool:
            """End the app as the person asked."""
            ...


class TrayRoom(QObject):
    """The tray of an app, whose lines it words; ``reminding`` is made when reminders are first wanted."""

    def __init__(
        self,
        app: TheApp,
        outside: Outside | None,
        parent: QObject,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        """Join them; ``outside`` is what reminders look at, ``is_available`` tells whether there is a tray."""
        super().__init__(parent)
        self._app, self._basis = app, app.basis
        self._outside = outside
        self._reminding: Reminding | None = None
        self.login: LoginRoom | None = None
        self.tray = Tray(
            self._basis.conductor,
            self,
            self._basis.practices.assets,
            self,
            is_hidden=_nobody_shows_icons,
            is_available=is_available,
        )
        menu = self.tray.menu
        menu.menu.aboutToShow.connect(lambda: self._basis.dress)  # Qt paints it where the panel does not
        menu.quick_start.connect(app.quick_start)
        menu.named.connect(self._begin_named)
        menu.open_window.connect(app.show_window)
        menu.changed.connect(app.ask_anew)
        menu.reminder.connect(self.ask_reminders)
        menu.quit.connect(app.ask_to_quit)
        self._basis.kept.follow(self._follow)
        self._basis.outcome.follow(self.tray.refresh)

    @property
    def reminding(self) -> Reminding:
        """The reminders, made with the first need."""
        if self._reminding is None:
            from legsup.app.reminding import Outside, Reminding  # noqa: PLC0415 - off until they are chosen

            made = Reminding(self._basis, self._word_reminder, self._outside or Outside(), self)
            made.changed.connect(self._show_due)
            made.begin.connect(self._begin_reminded)
            made.message.connect(self._tell)
            self.tray.clicked.connect(lambda: made.answer("start"))
            self._reminding = made
            self._show_due()
        return self._reminding

    def first(self, *, exact: bool) -> str:
        """Word the tray's first line: what a click begins; ``exact`` also when one would be up, by its plan."""
        settings = self._basis.kept.look()
        if exact:
            from legsup.app.quick_line import quick_line  # noqa: PLC0415 - plans; not before the menu is opened

            return quick_line(self._app.door, self._basis.practices, settings)
        name = settings.sequence if self._basis.outcome.opens(settings.sequence) else ALWAYS_OPEN
        return f"{words.sequence_name(name)} · {words.minutes_text(settings.proposed_minutes)}"

    def more(self) -> list[tuple[str, str]]:
        """Give every practice that may begin now: its words, and its name."""
        from legsup.app.quick_line import more_lines  # noqa: PLC0415 - plans; not before the menu is opened

        return more_lines(self._app.door, self._basis.practices, self._basis.kept.look())

    def reminders(self, *, exact: bool) -> tuple[str, list[tuple[str, str]]]:
        """Word how reminders stand, and give what can be asked of them: its words, and its key; ``exact`` says when, too."""
        if self._reminding is None and self._basis.kept.now.reminders:
            # The icon is about to come for the first time, and they are looked at after that.
            return words.tr("Reminders"), [(words.tr("Choose times…"), "settings")]
        if not self._basis.kept.now.reminders:
            off = [(words.tr("Remind me, as proposed"), "on"), (words.tr("Choose times…"), "settings")]
            return words.tr("Reminders: off"), off
        from legsup.app.reminder_words import reminder_lines  # noqa: PLC0415 - off until they are chosen

        stands, at = self.reminding.stands
        return reminder_lines(stands, at if exact else None)

    def ask_reminders(self, key: str) -> None:
        """Do what a line of the submenu asks."""
        from legsup.domain.reminding import Quiet  # noqa: PLC0415 - off until they are chosen

        match key:
            case "on" | "off":
                self._app.front.change("reminders", value=key == "on")
            case "settings":
                self._app.show_window()
                self._app.front.window.open("settings")
            case "meeting":
                self.reminding.meeting()
            case "again":
                self.reminding.hear_again()
            case "later" | "not-now":
                self.reminding.answer(key)
            case _:
                self.reminding.quiet(Quiet(key))

    def wake(self) -> None:
        """Begin with the reminders where they were chosen: once something is seen, for they can wait that long."""
        if self._basis.kept.now.reminders:
            self.reminding.look()

    def serve(self, front: Front) -> None:
        """Look at the start with the computer once the window is painted, and follow its setting."""

        def look() -> None:
            if self.login is None:
                from legsup.app.login_room import LoginRoom  # noqa: PLC0415 - not before the first paint

                self.login = LoginRoom(self._basis, self)
                self.login.asked.connect(front.change)
                self.login.told.connect(front.window.messages.say)
            self.login.look()

        front.window.painted.connect(look)

    @property
    def is_in_sight(self) -> bool:
        """Whether the icon can be seen, so that a window may close; Qt takes a list of icons that nobody shows for a tray."""
        return self.tray.is_there and not _nobody_shows_icons()

    def stays_without_tray(self, front: Front) -> bool:
        """Whether the app goes on out of sight where there is no tray: asked once, and only of one who is reminded."""
        settings = self._basis.kept.now
        if not settings.reminders or self._basis.conductor.is_active:
            return False
        if settings.without_tray == "ask":
            stays = front.sure_to_stay()
            if self._app.ends:  # it was asked to by the system meanwhile: that is nobody's answer
                return False
            front.change("without_tray", "stay" if stays else "quit")
            return stays
        return settings.without_tray == "stay"

    def practised(self) -> None:
        """A practice has ended and is recorded."""
        if self._reminding is not None:
            self._reminding.practised()

    def close(self) -> None:
        """Take away what reminds, and wait for no panel."""
        self.tray.close()
        if self._reminding is not None:
            self._reminding.close()

    def _follow(self, settings: Settings) -> None:
        if settings.reminders:
            assert self.reminding, "whoever chose them has them at once"
        self.tray.refresh()

    def _show_due(self) -> None:
        self.tray.show_due(due=self._reminding is not None and self._reminding.is_due)

    def _word_reminder(self, *, seated: bool) -> tuple[str, str]:
        from legsup.app.reminder_offer import reminder_text  # noqa: PLC0415 - with the first reminder

        return reminder_text(self._app.door, seated=seated)

    def _begin_reminded(self, seated: bool) -> None:  # noqa: FBT001 - the slot of a signal
        from legsup.app.reminder_offer import offered  # noqa: PLC0415 - with the first reminder

        self._app.begin(offered(self._app.door, seated=seated))

    def _begin_named(self, name: str) -> None:
        from legsup.practice.wanted import Wanted  # noqa: PLC0415 - an idle tray begins nothing

        self._app.begin(Wanted(sequence=name))

    def _tell(self, title: str, body: str) -> None:
        """Remind where the desktop has no notifications with buttons: by a message, or in the window where no icon is seen."""
        if self.is_in_sight:
            self.tray.message(title, f"{body} {words.tr('Click to start.')}")
        elif self._app.has_window:
            self._app.front.window.messages.say(f"{title} {body}")


def _nobody_shows_icons() -> bool:
    from legsup.services.around.tray_host import shows_icons  # noqa: PLC0415 - once the icon stands

    return shows_icons() is False
