"""Beginning a practice: from what was chosen to a plan, past the list of who should not do this."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from legsup.domain.settings import FIRST_MINUTES, LATER_MINUTES

#: Where the sequences come from that the app ships.
SHIPPED = "shipped"

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.plan import Choices, Plan
    from legsup.domain.screening import DoNotDoList
    from legsup.domain.sequence import Parts, Sequence
    from legsup.domain.settings import Settings
    from legsup.services.library import Library


@dataclass
class Practices:
    """The shelf of sequences and the plans made from it; files are read on first need and then kept."""

    assets: Path
    own: Path

    @cached_property
    def library(self) -> Library:
        """The library, loaded with what it needs (cattrs, tomllib) on first need."""
        from legsup.services.library import Library  # noqa: PLC0415 - not before the first paint

        return Library(self.assets, self.own)

    @cached_property
    def sequences(self) -> tuple[Sequence, ...]:
        """All sound sequences, the shipped ones first."""
        return self.library.sequences()

    @cached_property
    def parts(self) -> Parts:
        """What every practice shares."""
        return self.library.parts()

    @cached_property
    def do_not_do(self) -> DoNotDoList:
        """The list of who should not do this pose."""
        from legsup.services.screening_list import read_list  # noqa: PLC0415 - not before the first paint

        return read_list(self.assets)

    def chosen(self, settings: Settings) -> Sequence:
        """The sequence that was chosen last; the first where that is gone."""
        known = {sequence.id: sequence for sequence in self.sequences}
        return known.get(settings.sequence) or self.sequences[0]

    def plan(
        self, sequence: Sequence, minutes: float, settings: Settings, *, quick: bool, desk: bool
    ) -> Plan:
        """Make the plan of a practice: hands-free for a quick start, else at the person's own pace.

        Raises:
            PlanError: the sequence does not offer these minutes.
        """
        from legsup.domain.planning import compile_plan  # noqa: PLC0415 - an idle tray makes no plan

        choices = replace(self.choices(settings, quick=quick), minutes=minutes, desk=desk)
        return compile_plan(sequence, choices, self.parts)

    def choices(self, settings: Settings, *, quick: bool) -> Choices:
        """Give the choices that the settings hold: hands-free for a quick start, else at the person's own pace."""
        # What makes a plan is loaded with the first one: an idle tray has none.
        from legsup.domain.breath import parse_pattern  # noqa: PLC0415
        from legsup.domain.plan import Choices  # noqa: PLC0415
        from legsup.domain.sequence import Guidance, Pace  # noqa: PLC0415

        return Choices(
            pattern=parse_pattern(settings.pattern),
            ease_in=settings.ease_in,
            pace=Pace.HANDS_FREE if quick else Pace.MY_PACE,
            guidance=Guidance(settings.guidance),
            lie_down=settings.lie_down,
            seated_rest=settings.seated_rest,
            hands_near=settings.hands_near,
            half_way=settings.half_way,
            speech_rate=min(1.0, settings.voice_rate),
        )

    def minutes(self, sequence: Sequence, settings: Settings) -> float:
        """Propose minutes: the last choice; else 2 for the first practice and 5 later; within what is offered."""
        return minutes_for(sequence, settings)

    def needs_clearing(self, sequence: Sequence, cleared: str | None) -> bool:
        """Whether the list of who should not do this must be answered first."""
        from legsup.domain.screening import needs_clearing  # noqa: PLC0415 - with the first practice

        return needs_clearing(sequence, cleared)


def minutes_for(sequence: Sequence, settings: Settings) -> float:
    """Propose minutes: the last choice; else 2 for the first practice and 5 later; within what is offered."""
    if sequence.source != SHIPPED:
        return sequence.minutes.default  # whoever wrote the file said there what is meant
    wanted = settings.minutes or (LATER_MINUTES if settings.practised else FIRST_MINUTES)
    return min(max(wanted, sequence.minutes.shortest), sequence.minutes.longest)
