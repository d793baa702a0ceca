"""The app, opened for a test and closed after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.desk import Desk, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def no_window_is_left(qapp: QApplication) -> Iterator[None]:
    """A window that outlives its test makes every later test slower, since a style sheet's polish visits all."""
    before = {id(each) for each in qapp.topLevelWidgets()}
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # A tray's menus have no parent: they go with the tray, when Python next looks for circles.
    left = [each for each in qapp.topLevelWidgets() if id(each) not in before and not isinstance(each, QMenu)]
    assert not left, left


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The app with its window, in a home where nothing touches the person."""
    assert qapp is not None
    made = opened(tmp_path)
    yield made
    made.close()
