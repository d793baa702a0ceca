"""Lines of which ``test_counting`` asks whether they were noted."""

from __future__ import annotations


def before() -> str:
    """Run before."""
    return "before"  # noted


def within() -> str:
    """Run within."""
    return "within"


def in_thread() -> str:
    """Run within, in a thread of its own."""
    return "thread"


def after() -> str:
    """Run after."""
    return "after"  # noted
