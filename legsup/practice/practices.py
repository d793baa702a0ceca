"""Beginning a practice: from what was chosen to a plan, within what the screening opens."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from legsup.domain.settings import with_values

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from legsup.domain.body.pose import Pose
    from legsup.domain.fault import Fault
    from legsup.domain.plan import Choices, Plan
    from legsup.domain.screening.door import Open
    from legsup.domain.sequence import Parts, Sequence
    from legsup.domain.settings import Settings
    from legsup.practice.wanted import PaceName, Wanted
    from legsup.services.library import Library

#: The sequence that the screening opens to everybody.
ALWAYS_OPEN = "seated-breath"


class Practices:
    """The sequences and the plans made from them; files are read on first need and then kept."""

    def __init__(self, assets: Path, own: Path) -> None:
        """Ship the sequences of ``assets``; those of the person's ``own`` stand in a folder."""
        self.assets = assets
        self.own = own
        self._breaks: tuple[object, dict[int, float | None]] | None = None

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
    def titles(self) -> dict[str, str]:
        """The title of each sequence by its id."""
        return {each.id: each.title for each in self.sequences}

    def lifts_legs(self, name: str) -> bool:
        """Whether the legs are up in the holds of a sequence; of one that is gone nobody can tell."""
        return name in self._lifting

    @cached_property
    def _lifting(self) -> frozenset[str]:
        lifting = (
            each.id
            for each in self.sequences
            if any(step.legs_up for step in each.steps if step.stage.value == "hold")
        )
        return frozenset(lifting)

    @cached_property
    def parts(self) -> Parts:
        """What every practice shares."""
        return self.library.parts()

    @cached_property
    def poses(self) -> tuple[Mapping[str, Pose], tuple[Fault, ...]]:
        """Every sound pose, and what is wrong with the others: their steps play with text."""
        from legsup.services.library.poses import load_poses  # noqa: PLC0415 - not before the first paint

        return load_poses(self.assets / "poses")

    def chosen(self, settings: Settings) -> Sequence:
        """The sequence that was chosen last; the first where that is gone."""
        known = {sequence.id: sequence for sequence in self.sequences}
        return known.get(settings.sequence) or self.sequences[0]

    def find(self, name: str | None, settings: Settings) -> Sequence:
        """The sequence of a name or file; without one, the one chosen last.

        Raises:
            UnknownSequenceError: there is none of that name.
            FaultyFileError: its file is no sound sequence.
        """
        return self.chosen(settings) if name is None else self.library.find(name)

    def plan(
        self, sequence: Sequence, wanted: Wanted, settings: Settings, number: int, opened: Open | None = None
    ) -> Plan:
        """Make the plan of a practice as it is wanted, by the settings in all that was not said.

        ``number`` is the session's: in the first one there is more time to lie down, in the first ones more is said.
        ``opened`` is what the screening says of it, which works on the plan.

        Raises:
            PlanError: the sequence does not offer these minutes, or this ending.
            ValueError: the breath asked for is no pattern; the message says what was expected.
        """
        from dataclasses import replace  # noqa: PLC0415 - an idle tray makes no plan

        from legsup.domain.planning import compile_plan  # noqa: PLC0415 - the same

        said = {"pattern": wanted.pattern, "guidance": wanted.guidance}
        settings = with_values(settings, {name: value for name, value in said.items() if value is not None})
        minutes = self.minutes(sequence, settings, wanted)
        desk = wanted.desk and wanted.pace == "hands-free"
        choices = replace(
            self.choices(settings, wanted.pace),
            minutes=minutes,
            desk=desk,
            bedtime=self.ends_asleep(sequence, settings, wanted),
            session=number,
        )
        if opened is not None:
            from legsup.domain.screening.applied import within  # noqa: PLC0415 - with the first plan

            choices = within(choices, opened)
        return compile_plan(sequence, choices, self.parts)

    def breaks(self, sequence: Sequence, settings: Settings, number: int) -> dict[int, float | None]:
        """Tell the most whole minutes that fit each break on offer, hands-free from the desk; None where none do.

        The minutes that are proposed always have a break.
        """
        from legsup.domain.break_minutes import (  # noqa: PLC0415 - not before the first plan
            BREAKS,
            minutes_within,
            with_break_for,
        )
        from legsup.domain.hold_length import seconds_in_all  # noqa: PLC0415 - the same
        from legsup.practice.wanted import Wanted  # noqa: PLC0415 - the same

        @cache
        def in_all(minutes: float) -> float:
            return seconds_in_all(self.plan(sequence, Wanted(minutes=minutes), settings, number))

        made_of = (sequence.id, settings, number)
        if self._breaks is None or self._breaks[0] != made_of:
            fits = {free: minutes_within(free * 60.0, sequence.minutes, in_all) for free in BREAKS}
            proposed = self.minutes(sequence, settings)
            self._breaks = (made_of, with_break_for(proposed, in_all(proposed), fits))
        return self._breaks[1]

    def ends_asleep(self, sequence: Sequence, settings: Settings, wanted: Wanted | None = None) -> bool:
        """Whether a practice ends lying down, to fall asleep: as it is wanted, else as was chosen where it allows that."""
        if wanted is not None and wanted.bedtime is not None:
            return wanted.bedtime
        return settings.fall_asleep and sequence.bedtime

    def choices(self, settings: Settings, pace: PaceName) -> Choices:
        """Give the choices that the settings hold, at a pace."""
        # What makes a plan is loaded with the first one: an idle tray has none.
        from legsup.domain.breath import parse_pattern  # noqa: PLC0415
        from legsup.domain.plan import Choices  # noqa: PLC0415
        from legsup.domain.sequence import Guidance, Pace  # noqa: PLC0415

        return Choices(
            pattern=parse_pattern(settings.pattern),
            ease_in=settings.ease_in,
            pace=Pace(pace),
            guidance=Guidance(settings.guidance),
            lie_down=settings.lie_down,
            seated_rest=settings.seated_rest,
            hands_near=settings.hands_near,
            half_way=settings.half_way,
            speech_rate=min(1.0, settings.voice_rate),
        )

    def minutes(self, sequence: Sequence, settings: Settings, wanted: Wanted | None = None) -> float:
        """The minutes asked for; else those to propose, always within what is offered.

        Proposed are the last choice, or 2 for the first practice and 5 later; a file of one's own says itself what is
        meant.
        """
        if wanted is not None and wanted.minutes is not None:
            return wanted.minutes
        offered = sequence.minutes
        if not sequence.is_shipped:
            return offered.default
        if wanted is not None and wanted.shortest:
            return offered.shortest
        return min(max(settings.proposed_minutes, offered.shortest), offered.longest)
