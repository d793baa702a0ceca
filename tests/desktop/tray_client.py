"""Reads and presses a tray item's menu over the bus, as a panel does."""

# The bus library carries no types, so nothing that it gives can be checked strictly.
# pyright: basic

from __future__ import annotations

from collections import deque
from typing import Any

from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"


class TrayClient:
    """One item in the tray, by its address (bus name and path)."""

    def __init__(self, bus: str, item: str) -> None:
        self._bus = open_dbus_connection(bus)
        self._name, _, path = item.partition("/")
        self._path = f"/{path}"

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def watch(self) -> deque[Any]:
        """Note from now on, with whatever is asked, each time that the menu is filled anew, as panels close one that is."""
        rule = MatchRule(type="signal", interface=MENU, member="LayoutUpdated", path=self._menu())
        filled: deque[Any] = deque()
        self._bus.filter(rule, queue=filled)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        return filled

    def keys(self) -> list[Any]:
        """The keys that the menu shows beside its entries."""
        return [each["shortcut"] for _, each in self._shown() if "shortcut" in each]

    def labels(self) -> list[str]:
        """The menu's entries from top to bottom, separators left out."""
        return [label for _, label in self._entries()]

    def submenu(self, label: str) -> list[str]:
        """The entries of a submenu, opened as a panel opens it."""
        return [text for _, text in self._entries(self._number(label))]

    def press(self, *path: str) -> None:
        """Press the entry whose text contains the last label, through the submenus of the labels before it."""
        number = 0
        for label in path:
            number = self._number(label, number)
        self._call(self._menu(), MENU, "Event", "isvu", (number, "clicked", ("i", 0), 0))

    def click(self, *, middle: bool = False) -> None:
        """Click on the icon itself."""
        self._call(self._path, ITEM, "SecondaryActivate" if middle else "Activate", "ii", (0, 0))

    def tooltip(self) -> str:
        """The item's tooltip."""
        return str(self._property("ToolTip")[2])

    def _number(self, label: str, parent: int = 0) -> int:
        return next(number for number, text in self._entries(parent) if label in text)

    def _entries(self, parent: int = 0) -> list[tuple[int, str]]:
        return [(number, str(each["label"][1]).replace("_", "")) for number, each in self._shown(parent)]

    def _shown(self, parent: int = 0) -> list[tuple[int, dict[str, Any]]]:
        menu = self._menu()
        self._call(menu, MENU, "AboutToShow", "i", (parent,))
        layout = self._call(menu, MENU, "GetLayout", "iias", (parent, 1, []))[1]
        return [
            (int(number), properties)
            for _, (number, properties, _children) in layout[2]
            if "label" in properties and properties.get("visible", ("b", True))[1]
        ]

    def _menu(self) -> str:
        return str(self._property("Menu"))

    def _property(self, name: str) -> Any:  # noqa: ANN401 - a variant holds anything
        return self._call(self._path, "org.freedesktop.DBus.Properties", "Get", "ss", (ITEM, name))[0][1]

    def _call(self, path: str, interface: str, method: str, kinds: str, body: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a call on the bus has these parts
        address = DBusAddress(path, self._name, interface)
        reply = self._bus.send_and_get_reply(new_method_call(address, method, kinds, body), timeout=10)
        assert reply.header.message_type is not MessageType.error, reply.body
        return reply.body
