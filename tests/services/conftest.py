"""What tests of services share."""

from __future__ import annotations

import pytest

from tests.services.loudspeaker import Room


@pytest.fixture
def room() -> Room:
    """A room in which a session has just begun, after a second of silence."""
    made = Room()
    made.run(1.0)
    made.begin()
    return made
