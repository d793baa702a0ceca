"""The app, opened for a test and closed after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.desk import Desk, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The app with its window, in a home where nothing touches the person."""
    assert qapp is not None
    made = opened(tmp_path)
    yield made
    made.close()
