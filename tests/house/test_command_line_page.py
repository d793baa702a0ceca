"""docs/command-line.md names every verb, with every option in the section of its verb, and nothing that is not there."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, _HelpAction, _SubParsersAction  # pyright: ignore[reportPrivateUsage] - argparse has no public way to look into a parser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legsup.terminal import exits
from legsup.terminal.command_line import build_parser

if TYPE_CHECKING:
    from argparse import Action
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
#: Told once, above the verbs.
GLOBAL = {"--home", "--version"}


def verbs(parser: ArgumentParser, name: str = "legsup") -> Iterator[tuple[str, list[Action]]]:
    """Give every verb in full, with its own arguments; one that only leads to others is left out."""
    own: list[Action] = []
    leads_on = False
    for action in parser._actions:  # noqa: SLF001 - see above
        if isinstance(action, _SubParsersAction):
            leads_on = action.required
            for verb, below in vars(action)["choices"].items():  # argparse leaves their type open
                yield from verbs(below, f"{name} {verb}")
        elif not isinstance(action, _HelpAction) and not GLOBAL & set(action.option_strings):
            own.append(action)
    if not leads_on:
        yield name, own


def sections() -> dict[str, str]:
    """The page's sections by their headings; what stands above the first has none."""
    above, *rest = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return {"": above} | {heading: text for heading, _, text in (each.partition("\n") for each in rest)}


def section_of(verb: str) -> str:
    """The section whose heading names a verb."""
    return next((text for heading, text in sections().items() if f"`{verb}`" in heading), "")


def named(word: str, text: str) -> bool:
    """Whether a word stands in a text, not as a part of another."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


VERBS = dict(verbs(build_parser()))


def test_the_verbs_are_found() -> None:
    assert {"legsup", "legsup plan", "legsup journal forget", "legsup voice render"} <= set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_section_with_every_option_and_choice(verb: str) -> None:
    text = section_of(verb)
    assert text, f"no section of docs/command-line.md names {verb}"
    for action in VERBS[verb]:
        words = list(action.option_strings) or [str(action.metavar or action.dest)]
        words += [str(each) for each in action.choices or ()]
        assert action.help is not SUPPRESS
        assert [word for word in words if not named(word, text)] == []


def test_the_options_of_every_verb_stand_above() -> None:
    assert all(named(option, sections()[""]) for option in GLOBAL)


def test_no_option_is_named_that_is_not_there() -> None:
    for heading, text in sections().items():
        here = [verb for verb in VERBS if f"`{verb}`" in heading] or list(VERBS)
        known = {option for verb in here for action in VERBS[verb] for option in action.option_strings}
        assert set(re.findall(r"(?<![\w-])--[a-z][\w-]*", heading + text)) <= known | GLOBAL | {"--help"}


def test_every_exit_status_is_told() -> None:
    statuses = [getattr(exits, name) for name in ("DONE", "WRONG", "USAGE", "NOT_RUNNING", "INTERRUPTED")]
    rows = re.findall(r"^\| (\d+) \|", sections()[""], flags=re.MULTILINE)
    assert rows == [str(status) for status in statuses]
