"""People before the screening, as tests tell of them: what touches them, and what they answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from legsup.domain.screening.questions import Answer, Answers, evaluate
from legsup.places import in_folder
from legsup.practice.kept_outcome import KeptOutcome
from legsup.services.outcome_store import OutcomeStore
from legsup.services.safety import read_screening

if TYPE_CHECKING:
    from legsup.domain.screening.outcome import ScreeningOutcome

ASSETS = Path(__file__).parents[1] / "assets"
CATALOGUE = read_screening(ASSETS)
assert CATALOGUE.screening is not None, CATALOGUE.faults
SCREENING = CATALOGUE.screening
QUESTIONNAIRE = SCREENING.questionnaire
WORDS = SCREENING.words
DAY = date(2026, 5, 3)

UNTOUCHED = Answers(whole=Answer.NO)
SILENT = Answers(whole=Answer.WITHHELD)


def answered(*yes: str, **others: Answer) -> Answers:
    """Say yes to some questions, something else to ``others`` (dashes as underscores), and no to the rest."""
    said = dict.fromkeys(yes, Answer.YES) | {key.replace("_", "-"): answer for key, answer in others.items()}
    touched = {
        question.group
        for question in QUESTIONNAIRE.questions
        if said.keys() & {question.id, *(sub.id for sub in question.subs)}
    }
    given = {
        item.id: said.get(item.id, Answer.ADULT if item.id == "13d" else Answer.NO)
        for question in QUESTIONNAIRE.asked(frozenset(touched))
        for item in (question, *question.subs)
    }
    return Answers(whole=Answer.YES, groups=frozenset(touched), given=given)


def outcome(answers: Answers) -> ScreeningOutcome:
    """Evaluate answers of the day of the tests."""
    return evaluate(QUESTIONNAIRE, answers, DAY)


def keep_outcome(home: Path, answers: Answers = UNTOUCHED, day: date | None = None) -> None:
    """Write into a home what the answers of a day, today's if none is given, came to."""
    today = date.today() if day is None else day  # noqa: DTZ011 - days are counted as the person counts them
    OutcomeStore(in_folder(home).outcome).save(evaluate(QUESTIONNAIRE, answers, today))


def kept_outcome(home: Path, today: date = DAY) -> KeptOutcome:
    """Give the owner of a home's outcome on a day."""
    return KeptOutcome(in_folder(home).outcome, ASSETS, lambda: today)
