"""A line to one of the desktop's message buses (D-Bus, Linux): calls that end in time, and one kind of error.

It knows no Qt: whoever has an event loop watches ``descriptor`` and takes what is ``waiting``.
"""

# The bus library carries no types, so nothing that it gives can be checked strictly.
# pyright: basic

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

#: Seconds that a call may take; a service that is started by it takes longer than one that runs.
PATIENCE = 2.0

BusName = Literal["SESSION", "SYSTEM"]


class BusError(Exception):
    """There is no such bus or service, it does not answer, or it says no."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a bus something is: an object of a service, under one of its interfaces."""

    service: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A call or a signal that came; ``message`` is the library's own."""

    is_call: bool
    path: str
    interface: str
    member: str
    body: tuple[Any, ...]
    message: Any


class Bus:
    """An open line; ``close`` gives back whatever was asked for over it."""

    def __init__(self, name: BusName = "SESSION", *, files: bool = False) -> None:
        """Open the line; ``files`` lets open files come over it.

        Raises:
            BusError: there is none.
        """
        if name == "SESSION" and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            runtime = os.environ.get("XDG_RUNTIME_DIR")
            if not runtime or not Path(runtime, "bus").exists():
                raise BusError("there is no session bus")
            address = f"unix:path={runtime}/bus"
        else:
            address = name
        try:
            from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - loaded with the first need

            self._line = open_dbus_connection(address, enable_fds=files)
        except Exception as error:
            raise BusError(f"the {name.lower()} bus cannot be reached ({error})") from error
        self._line.sock.settimeout(PATIENCE)
        self._waiting: list[Any] = []

    @property
    def descriptor(self) -> int:
        """The file to watch."""
        return self._line.sock.fileno()

    def close(self) -> None:
        """Leave the bus; safe to call twice."""
        with suppress(OSError, ValueError):
            self._line.close()

    def call(
        self,
        place: Place,
        member: str,
        kinds: str = "",
        body: tuple[Any, ...] = (),
        *,
        patience: float = PATIENCE,
    ) -> tuple[Any, ...]:
        """Call a method and give its answer.

        Raises:
            BusError: nobody answers in ``patience`` seconds, or the answer is an error.
        """
        from time import monotonic  # noqa: PLC0415 - as light as it can be

        from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call  # noqa: PLC0415 - see above

        address = DBusAddress(place.path, place.service, place.interface)
        call = new_method_call(address, member, kinds or None, body)
        end = monotonic() + patience
        try:
            serial = next(self._line.outgoing_serial)
            self._line.send(call, serial=serial)
            while True:
                told = self._line.receive(timeout=max(0.0, end - monotonic()))
                if told.header.fields.get(HeaderFields.reply_serial) == serial:
                    break
                self._waiting.append(told)
        except (OSError, ValueError, RuntimeError) as error:
            raise BusError(f"{place.service} does not answer ({error})") from error
        if told.header.message_type is MessageType.error:
            raise BusError(f"{place.service}: {told.header.fields.get(HeaderFields.error_name)}")
        return tuple(told.body)

    def read(self, place: Place, name: str, *, patience: float = PATIENCE) -> Any:  # noqa: ANN401 - a property holds anything
        """Read a property.

        Raises:
            BusError: nobody answers, or there is no such property.
        """
        properties = Place(place.service, place.path, "org.freedesktop.DBus.Properties")
        return self.call(properties, "Get", "ss", (place.interface, name), patience=patience)[0][1]

    def own(self, name: str) -> bool:
        """Take a name on the bus; False where another has it.

        Raises:
            BusError: the bus does not answer.
        """
        return self.call(_BUS, "RequestName", "su", (name, 4))[0] == 1

    def hear(self, place: Place, member: str) -> None:
        """Have a signal come from now on.

        Raises:
            BusError: the bus does not answer.
        """
        rule = f"type='signal',interface='{place.interface}',member='{member}',path='{place.path}'"
        self.call(_BUS, "AddMatch", "s", (rule,))

    def waiting(self) -> list[Heard]:
        """Take what has come and is not an answer.

        Raises:
            BusError: the bus has gone.
        """
        from jeepney import HeaderFields, MessageType  # noqa: PLC0415 - loaded by now

        try:
            while True:
                self._waiting.append(self._line.receive(timeout=0))
        except TimeoutError:
            pass
        except (OSError, ValueError, RuntimeError) as error:
            raise BusError(f"the bus has gone ({error})") from error
        came, self._waiting = self._waiting, []
        heard: list[Heard] = []
        for message in came:
            kind, fields = message.header.message_type, message.header.fields
            if kind in {MessageType.method_call, MessageType.signal}:
                path, interface = fields.get(HeaderFields.path, ""), fields.get(HeaderFields.interface, "")
                member = fields.get(HeaderFields.member, "")
                is_call = kind is MessageType.method_call
                heard.append(Heard(is_call, path, interface, member, tuple(message.body), message))
        return heard

    def answer(self, heard: Heard, kinds: str = "", body: tuple[Any, ...] = ()) -> None:
        """Answer a call.

        Raises:
            BusError: the bus has gone.
        """
        from jeepney import new_method_return  # noqa: PLC0415 - loaded by now

        self._send(new_method_return(heard.message, kinds or None, body))

    def refuse(self, heard: Heard, error: str) -> None:
        """Answer a call with an error, by its name.

        Raises:
            BusError: the bus has gone.
        """
        from jeepney import new_error  # noqa: PLC0415 - loaded by now

        self._send(new_error(heard.message, error))

    def tell(self, path: str, interface: str, member: str, kinds: str, body: tuple[Any, ...]) -> None:
        """Send a signal.

        Raises:
            BusError: the bus has gone.
        """
        from jeepney import DBusAddress, new_signal  # noqa: PLC0415 - loaded by now

        self._send(new_signal(DBusAddress(path, interface=interface), member, kinds, body))

    def _send(self, message: Any) -> None:  # noqa: ANN401 - the library's own
        try:
            self._line.send(message)
        except (OSError, ValueError) as error:
            raise BusError(f"the bus has gone ({error})") from error


_BUS = Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")

#: The login manager, on the system's bus; it knows of sleep, and of what holds the computer awake.
LOGIND = Place("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
