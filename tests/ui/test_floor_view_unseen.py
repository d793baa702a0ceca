"""The floor view while nobody sees it: it follows the session, and paints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.ui.floor_view import FloorView
from legsup.ui.theme import DUSK
from tests.ui.desk import Desk, until

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose
    from legsup.domain.session import Session

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_nobody_sees_is_not_painted_at_each_turn_of_the_breath(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    asked: list[str] = []

    def looked_at(session: Session) -> Pose | None:
        asked.append(session.beat.step.id)
        return desk.views.page.pose_of(session)

    view = FloorView(desk.conductor, desk.actions, looked_at)
    view.set_look(DUSK, dim=0, outlined=True, flipped=False, still=False)
    desk.wait(20)
    assert asked == []
    view.show()
    until(lambda: bool(asked))
    view.hide()
    asked.clear()
    desk.wait(20)
    assert asked == [], "nor where it was left"
    assert view.shown[0] in {"In", "Out"}
    view.deleteLater()
