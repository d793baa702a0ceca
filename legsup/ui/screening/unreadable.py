"""What is said where the questions cannot be read: which file and key, what is open, and whom to call in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.fault import Fault


def unreadable_lines(faults: Iterable[Fault]) -> tuple[str, ...]:
    """Say it, each fault with its file and key. These words stand in no file, since one is damaged."""
    return (
        tr(
            "The questions about your health cannot be read. Until that is mended, Seated breath alone is open."
        ),
        *(str(fault) for fault in faults),
    )


def kept_faults(faults: Iterable[str]) -> tuple[str, ...]:
    """Say what is wrong with what was kept of the answers; nothing where nothing is."""
    told = tuple(faults)
    return (
        (tr("What was kept of your answers cannot be read, so the questions come again."), *told)
        if told
        else ()
    )


def call_in_any_case() -> str:
    """Say whom to call, where today's list cannot be read."""
    return tr(
        "Chest pain, trouble breathing, faintness, or weakness on one side: call your local emergency number."
    )
