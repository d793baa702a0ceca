"""A tray without pixels: a StatusNotifierWatcher that tells on its output which items register.

With ``--later`` it watches at first without a panel to show anything, as at the login of some desktops; a line on its input
brings the panel.
"""

# The bus library carries no types, so nothing that it gives can be checked strictly.
# pyright: basic

from __future__ import annotations

import selectors
import sys
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

NAME = "org.kde.StatusNotifierWatcher"
PATH = "/StatusNotifierWatcher"
WATCHER = DBusAddress(PATH, interface=NAME)


class Watcher:
    """Keeps the list of items, as a panel does."""

    def __init__(self, *, shows: bool) -> None:
        self._shows = shows
        self._bus = open_dbus_connection("SESSION")
        self._bus.send_and_get_reply(message_bus.RequestName(NAME))
        self._items: list[str] = []

    def serve(self) -> None:
        """Answer until the bus goes away."""
        _tell("watching")
        watch = selectors.DefaultSelector()
        watch.register(self._bus.sock, selectors.EVENT_READ, self._take)
        if not self._shows:
            watch.register(sys.stdin, selectors.EVENT_READ, self._show)
        while True:
            for key, _ in watch.select():
                key.data()
            if self._shows and sys.stdin in [each.fileobj for each in watch.get_map().values()]:
                watch.unregister(sys.stdin)

    def _take(self) -> None:
        try:
            while True:
                message = self._bus.receive(timeout=0)
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)
        except TimeoutError:
            return

    def _show(self) -> None:
        """Let a panel come."""
        sys.stdin.readline()
        self._shows = True
        self._bus.send(new_signal(WATCHER, "StatusNotifierHostRegistered"))
        _tell("showing")

    def _answer(self, message: Any) -> None:  # noqa: ANN401 - an untyped library's message
        fields = message.header.fields
        member = fields[HeaderFields.member]
        if member == "RegisterStatusNotifierItem":
            self._register(fields[HeaderFields.sender], str(message.body[0]))
        if member == "Get":
            self._bus.send(new_method_return(message, "v", (self._property(message.body[1]),)))
        elif member == "GetAll":
            names = ("IsStatusNotifierHostRegistered", "ProtocolVersion", "RegisteredStatusNotifierItems")
            table = {name: self._property(name) for name in names}
            self._bus.send(new_method_return(message, "a{sv}", (table,)))
        else:
            self._bus.send(new_method_return(message))

    def _register(self, sender: str, named: str) -> None:
        item = f"{sender}{named}" if named.startswith("/") else f"{sender}/StatusNotifierItem"
        self._items.append(item)
        self._bus.send(new_signal(WATCHER, "StatusNotifierItemRegistered", "s", (item,)))
        _tell(f"item {item}")

    def _property(self, name: str) -> tuple[str, Any]:
        if name == "IsStatusNotifierHostRegistered":
            return "b", self._shows
        return ("i", 0) if name == "ProtocolVersion" else ("as", self._items)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        Watcher(shows="--later" not in sys.argv).serve()
    except (ConnectionError, KeyboardInterrupt):
        sys.exit(0)
