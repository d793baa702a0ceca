"""No network: neither in the code, nor behind the back of a test."""

from __future__ import annotations

import ast
import socket
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "legsup"


def reaches_out(source: str) -> list[str]:
    """What in a module's source could leave this computer: QtNetwork beyond local sockets, internet addresses."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names if name.name.startswith("PySide6.QtNetwork")]
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            found += [name.name for name in node.names if name.name == "QtNetwork"]
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork":
            found += [name.name for name in node.names if not name.name.startswith("QLocal")]
        elif isinstance(node, ast.Attribute | ast.Name):
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            found += [name] if name in {"AF_INET", "AF_INET6", "create_connection"} else []
    return found


def test_no_module_reaches_beyond_this_computer() -> None:
    modules = {
        path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")
    }
    assert {name: reached for name, source in modules.items() if (reached := reaches_out(source))} == {}


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtNetwork import QLocalSocket, QTcpSocket",
        "from PySide6 import QtNetwork",
        "import PySide6.QtNetwork",
        "import socket; socket.socket(socket.AF_INET)",
    ],
)
def test_a_module_that_would_is_found(source: str) -> None:
    assert reaches_out(source)


@pytest.mark.parametrize("way", ["connect", "connect_ex"])
def test_a_test_that_would_fails_at_once(way: str) -> None:
    with socket.socket(socket.AF_INET) as outside, pytest.raises(AssertionError, match="no network"):
        getattr(outside, way)(("127.0.0.1", 9))
