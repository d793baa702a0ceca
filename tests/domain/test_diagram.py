"""The page of the session machine is what the machine does."""

from __future__ import annotations

from tools.diagram import PAGE, page


def test_the_page_of_the_machine_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tools.diagram"
