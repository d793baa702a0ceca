"""The desktop's services, as far as the app asks for them: run as a process; each call is a line on its output.

Notifications with buttons, what keeps the computer and the screen awake, idle time, and the login manager with its
announcement of sleep (on the same bus). A line on its input makes it do something: ``press KEY``, ``close``, ``sleep``,
``wake``, ``idle SECONDS``, ``present 0|1``.
"""

# The bus library carries no types, so nothing that it gives can be checked strictly.
# pyright: basic

from __future__ import annotations

import json
import os
import selectors
import sys
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

NAMES = (
    "org.freedesktop.Notifications",
    "org.freedesktop.ScreenSaver",
    "org.freedesktop.PowerManagement",
    "org.gnome.Mutter.IdleMonitor",
    "org.freedesktop.login1",
)
NOTIFICATIONS = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
LOGIND = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")


class Services:
    """All of them, behind one line to the bus."""

    def __init__(self, names: list[str]) -> None:
        self._bus = open_dbus_connection("SESSION", enable_fds=True)
        for name in names:
            self._bus.send_and_get_reply(message_bus.RequestName(name))
        rule = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'"
        self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        self._note = 0
        self._cookies: dict[int, tuple[str, str]] = {}
        self._last = 0
        self._idle = 0
        self._presenting = False

    def serve(self) -> None:
        """Answer until the bus or whoever started this goes away."""
        _tell({"ready": True})
        watch = selectors.DefaultSelector()
        watch.register(self._bus.sock, selectors.EVENT_READ, "bus")
        watch.register(sys.stdin, selectors.EVENT_READ, "input")
        while True:
            for key, _ in watch.select():
                if key.data == "input":
                    line = sys.stdin.readline()
                    if not line:
                        return
                    self._do(*line.split())
                else:
                    self._take()

    def _take(self) -> None:
        try:
            while True:
                message = self._bus.receive(timeout=0)
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)
                elif message.header.fields.get(HeaderFields.member) == "NameOwnerChanged":
                    self._gone(message.body)
        except TimeoutError:
            return

    def _gone(self, body: Any) -> None:  # noqa: ANN401 - an untyped library's message
        """Give back what a dead process held, as real services do."""
        name, _, now = body
        if now == "":
            for cookie, (owner, kind) in list(self._cookies.items()):
                if owner == name:
                    del self._cookies[cookie]
                    _tell({"lost": kind})

    def _do(self, what: str, word: str = "") -> None:
        if what == "press":
            self._bus.send(new_signal(NOTIFICATIONS, "ActionInvoked", "us", (self._note, word)))
        elif what == "close":
            self._bus.send(new_signal(NOTIFICATIONS, "NotificationClosed", "uu", (self._note, 2)))
        elif what in {"sleep", "wake"}:
            self._bus.send(new_signal(LOGIND, "PrepareForSleep", "b", (what == "sleep",)))
        elif what == "idle":
            self._idle = int(word)
        elif what == "present":
            self._presenting = word == "1"
        _tell({"done": what})

    def _answer(self, message: Any) -> None:  # noqa: ANN401 - an untyped library's message
        fields = message.header.fields
        interface, member = fields.get(HeaderFields.interface, ""), fields[HeaderFields.member]
        found = self._reply(interface, member, message, fields[HeaderFields.sender])
        if found is None:
            self._bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
        else:
            self._bus.send(new_method_return(message, *found))
            if found and found[0] == "h":
                os.close(found[1][0])  # it is the holder's now

    def _reply(self, interface: str, member: str, message: Any, sender: str) -> tuple[Any, ...] | None:  # noqa: ANN401, C901, PLR0911 - a table of calls
        body = message.body
        short = (
            interface.rpartition(".")[2]
            if interface != "org.freedesktop.PowerManagement.Inhibit"
            else "PowerManagement"
        )
        match short, member:
            case "Notifications", "GetCapabilities":
                return "as", (["body", "actions"],)
            case "Notifications", "Notify":
                if message.header.fields[HeaderFields.signature] != "susssasa{sv}i":
                    return None  # as real daemons do
                self._note += 1
                _tell({"notify": body[3], "body": body[4], "actions": body[5]})
                return "u", (self._note,)
            case "Notifications", "CloseNotification":
                _tell({"closed": body[0]})
                return ()
            case (("ScreenSaver" | "PowerManagement"), "Inhibit"):
                self._last += 1
                self._cookies[self._last] = (sender, short)
                _tell({"inhibit": short, "held": len(self._cookies)})
                return "u", (self._last,)
            case (("ScreenSaver" | "PowerManagement"), "UnInhibit"):
                self._cookies.pop(body[0], None)
                _tell({"uninhibit": short, "held": len(self._cookies)})
                return ()
            case "PowerManagement", "HasInhibit":
                return "b", (self._presenting or bool(self._cookies),)
            case "IdleMonitor", "GetIdletime":
                return "t", (self._idle * 1000,)
            case "Manager", "Inhibit":
                return "h", (self._delay(body),)
            case "Properties", "Get" if body[1] == "BlockInhibited":
                return "v", (("s", "shutdown:sleep"),)
            case _:
                return None

    def _delay(self, body: Any) -> int:  # noqa: ANN401 - an untyped library's message
        """Give a file that the holder closes when the computer may go to sleep; a thread tells when that is."""
        import threading  # noqa: PLC0415 - for a session alone

        _tell({"delay": body[0], "why": body[2], "mode": body[3]})
        ours, theirs = os.pipe()

        def wait() -> None:
            os.read(ours, 1)
            os.close(ours)
            _tell({"may sleep": True})

        threading.Thread(target=wait, daemon=True).start()
        return theirs


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(line)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        Services([name for name in NAMES if name not in sys.argv[1:]]).serve()
    except (ConnectionError, KeyboardInterrupt):
        sys.exit(0)
