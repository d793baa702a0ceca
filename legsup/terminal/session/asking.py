"""What is asked of a person at a terminal before a session: the questions about the body, and a last Enter.

No key that is pressed out of habit answers anything about health: it takes a whole word.
"""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from legsup.domain.screening.asking import Asking, Page, typed
from legsup.domain.screening.questions import Answer, Question
from legsup.terminal import messages
from legsup.terminal.columns import columns

if TYPE_CHECKING:
    from legsup.domain.screening.catalogue import Screening
    from legsup.domain.screening.questions import Answers
    from legsup.domain.screening.today import TodayState

#: Columns of a line at most.
WIDTH = 78
#: What is typed on the first page, where "not sure" is a yes.
FIRST_TYPED = (Answer.YES, Answer.UNSURE, Answer.NO, Answer.WITHHELD)


class LeftError(Exception):
    """The person left: the input ended, or Ctrl-C."""


def answers_to(screening: Screening) -> Answers | None:
    """Ask the questions, one at a time; None where the person leaves half-way, which answers nothing."""
    asking = Asking(questionnaire=screening.questionnaire)
    words = screening.words
    _tell(words.heading, words.invitation)
    try:
        while asking.page is not Page.END:
            asking = _asked(asking, screening)
    except LeftError:
        say(messages.NOTHING_ANSWERED)
        return None
    return asking.answers


def still_true(screening: Screening) -> bool | None:
    """Ask whether what was answered is still true; None where the person leaves it open."""
    words = screening.words
    offered = {words.typed[Answer.YES]: True, words.typed[Answer.NO]: False}
    _tell(words.still_true, words.type_hint.format(words=", ".join(offered)))
    try:
        while True:
            said = " ".join(_typed().split()).casefold()
            if said in offered:
                return offered[said]
    except LeftError:
        return None


def said_yes(screening: Screening) -> bool:
    """Ask whether a clinician has said yes, which takes the whole words."""
    words = screening.words
    _tell(words.type_hint.format(words=f"{words.said_yes.casefold()}, {words.not_asked.casefold()}"))
    try:
        return " ".join(_typed().split()).casefold() == words.said_yes.casefold()
    except LeftError:
        return False


def not_today(today: TodayState) -> bool:
    """Show today's state and wait: Enter begins. Anything else is "not today", which tells whom to call."""
    show_today(today)
    say(messages.BEGIN_OR_NOT.format(not_today=today.not_today.casefold()))
    if _entered():
        return False
    for sign in today.calls:
        _item(f"{sign.state} {sign.act}")
    say(today.rest_now)
    return True


def show_today(today: TodayState) -> None:
    """Print what speaks against a practice today, the most urgent first."""
    _tell(today.heading)
    for sign in today.signs:
        _item(f"{sign.state} {sign.act}")


def say(text: str) -> None:
    """Print paragraphs; a path in them stays whole, so that it can be copied."""
    for line in text.split("\n"):
        print(fill(line, columns(WIDTH), break_long_words=False, break_on_hyphens=False), flush=True)


def agreed(text: str) -> bool:
    """Print a paragraph and wait for Enter."""
    say(text)
    return _entered()


def _asked(asking: Asking, screening: Screening) -> Asking:
    """Ask what stands now, once; what is no answer leaves it as it is."""
    words = screening.words
    match asking.page:
        case Page.FIRST:
            for group in screening.questionnaire.groups:
                _item(f"{group.title}: {group.about}")
            _tell(words.first, words.kept, words.disclaimer, words.not_reviewed)
            return _answered(asking, screening, FIRST_TYPED)
        case Page.LIST:
            _tell(words.after_list, words.type_hint.format(words=words.typed_read))
            return asking.read() if _typed().strip().casefold() == words.typed_read.casefold() else asking
        case Page.GROUPS:
            return _chosen(asking, screening)
        case Page.QUESTION:
            item = asking.current
            assert item is not None, "the page of questions asks one"
            notes = [item.note] if isinstance(item, Question) and item.note else []
            _tell(item.ask, *notes)
            return _answered(asking, screening, item.answers)
        case Page.END:  # pragma: no branch - the type checker proves that no page is missing
            return asking


def _answered(asking: Asking, screening: Screening, offered: tuple[Answer, ...]) -> Asking:
    words = screening.words
    back = () if asking.page is Page.FIRST else (messages.BACK,)
    shown = ", ".join((*(words.typed[answer] for answer in offered), *back))
    say(words.type_hint.format(words=shown))
    text = _typed()
    if text.strip().casefold() == messages.BACK:
        return asking.back()
    answer = typed(text, words.typed, offered)
    if asking.page is Page.FIRST and answer is Answer.UNSURE:
        answer = Answer.YES  # one answer there: yes or not sure
    return asking if answer is None else asking.answer(answer)


def _chosen(asking: Asking, screening: Screening) -> Asking:
    groups = screening.questionnaire.groups
    _tell(screening.words.choose_groups)
    for number, group in enumerate(groups, 1):
        _item(f"{number}  {group.title}")
    say(messages.TYPE_NUMBERS.format(back=messages.BACK))
    text = _typed().replace(",", " ")
    if text.strip().casefold() == messages.BACK:
        return asking.back()
    numbers = {str(number): group.id for number, group in enumerate(groups, 1)}
    if any(word not in numbers for word in text.split()):
        return asking
    return asking.choose(frozenset(numbers[word] for word in text.split())).forward()


def _tell(*paragraphs: str) -> None:
    print()
    for paragraph in paragraphs:
        say(paragraph)


def _item(text: str) -> None:
    print(fill(text, columns(WIDTH), initial_indent="  · ", subsequent_indent="    "), flush=True)


def _typed() -> str:
    """Read a line.

    Raises:
        LeftError: the input ended, or Ctrl-C.
    """
    try:
        return input("> ")
    except (EOFError, KeyboardInterrupt):
        print()
        raise LeftError from None


def _entered() -> bool:
    """Wait for Enter alone; whatever else comes, an end of the input or Ctrl-C too, is a no."""
    try:
        return not _typed().strip()
    except LeftError:
        return False
