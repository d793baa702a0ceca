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


def first() -> str:
    """Run as the first of its kind."""
    return "first"  # noted


def again() -> str:
    """Run as the next of that kind."""
    return "again"


def other() -> str:
    """Run as the first of another kind."""
    return "other"  # noted
