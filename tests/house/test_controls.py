"""Every control comes from the one small set in ``legsup.ui.widgets``: nobody else makes one of Qt's own."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6 import QtWidgets

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[2] / "legsup"
#: Where controls are made, and where the figure is painted.
MAKERS = (PACKAGE / "ui" / "widgets", PACKAGE / "ui" / "figure")
#: What only holds other widgets; everything else that can be seen is a control.
HOLDERS = {"QWidget", "QStackedWidget", "QDialog", "QMainWindow", "QWizard", "QWizardPage"}
#: The tray's menu is the panel's own, and the tray stays lean.
ALLOWED = {("tray_menu.py", "QMenu")}


def bare_controls(source: str) -> Iterator[str]:
    """The controls of Qt that a module makes, be it by a call or by a class of its own."""
    tree = ast.parse(source)
    original = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6")
        for alias in node.names
    }
    for node in ast.walk(tree):
        made = (
            [node.func]
            if isinstance(node, ast.Call)
            else node.bases
            if isinstance(node, ast.ClassDef)
            else []
        )
        for each in made:
            name = (
                each.attr
                if isinstance(each, ast.Attribute)
                else each.id
                if isinstance(each, ast.Name)
                else ""
            )
            name = original.get(name, name)
            found = getattr(QtWidgets, name, None)
            if isinstance(found, type) and issubclass(found, QtWidgets.QWidget) and name not in HOLDERS:
                yield name


def test_no_page_or_window_makes_a_control_of_its_own() -> None:
    modules = [
        path for path in PACKAGE.rglob("*.py") if not any(path.is_relative_to(maker) for maker in MAKERS)
    ]
    assert PACKAGE / "ui" / "main_window.py" in modules
    made = {(path.name, name) for path in modules for name in bare_controls(path.read_text("utf-8"))}
    assert made <= ALLOWED


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtWidgets import QPushButton\nQPushButton('Go')",
        "from PySide6.QtWidgets import QPushButton as Button\nButton('Go')",
        "from PySide6 import QtWidgets\nQtWidgets.QLabel()",
        "from PySide6.QtWidgets import QCheckBox\nclass Switch(QCheckBox): pass",
    ],
)
def test_a_bare_control_is_found_in_whatever_way_it_is_made(source: str) -> None:
    assert list(bare_controls(source))


def test_what_holds_controls_may_be_made_anywhere() -> None:
    assert not list(
        bare_controls("from PySide6.QtWidgets import QWidget\nclass Page(QWidget): pass\nQWidget()")
    )
