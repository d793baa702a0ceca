"""Places as one reads: those that Qt's own styles would give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

from legsup.ui.as_read import as_read

RECTS = st.builds(QRect, *[st.integers(-500, 500)] * 2, *[st.integers(0, 900)] * 2)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@given(within=RECTS, place=RECTS)
def test_a_place_is_where_qt_would_put_it(direction: Qt.LayoutDirection, within: QRect, place: QRect) -> None:
    assert as_read(direction, within, place) == QStyle.visualRect(direction, within, place)
