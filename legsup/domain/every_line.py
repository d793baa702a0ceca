"""Every line that shipped sequences may say in a language: what a whole voice pack holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.line_names import clauses, line_id, sentences
from legsup.domain.speech import closing_words, opening_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legsup.domain.sequence import NetText, Parts, Phrases, Sequence, Step

#: Minutes that are named in the opening and the closing, and in all (by halves).
MINUTES = range(2, 21)
IN_ALL = range(5, 71)


def every_line(sequences: Iterable[Sequence], parts: Parts, language: str) -> tuple[str, ...]:
    """Tell every text that is said whole, and the pieces from which the others are put together; each once."""
    phrases = parts.phrases.get(language)
    if phrases is None:
        return ()
    shelf = tuple(sequences)
    texts = [text for sequence in shelf for step in sequence.steps for text in _said(step, language)]
    texts += [text for step in (parts.desk, parts.up, *parts.dizzy) for text in _said(step, language)]
    texts += _phrases(phrases)
    texts += [
        words for net in parts.net.values() if language in net.text for words in _net(net.text[language])
    ]
    titles = [sequence.text[language].title for sequence in shelf if language in sequence.text]
    texts += _openings(phrases, titles)
    named = {line_id(text): text for text in reversed(texts)}
    return tuple(dict.fromkeys(named[line_id(text)] for text in texts))


def _said(step: Step, language: str) -> Iterator[str]:
    text = step.text.get(language)
    for line in text.lines if text else ():
        yield from line.every_form


def _phrases(phrases: Phrases) -> list[str]:
    fixed = [phrases.leave_desk, phrases.sit_back, phrases.inhale, phrases.exhale, phrases.last_breath]
    fixed += [phrases.resumed, phrases.slept_early, phrases.closing_short, phrases.sound_check]
    closings = [closing_words(phrases, minutes, whole=True) for minutes in MINUTES]
    return [*fixed, *(sentence for closing in closings for sentence in sentences(closing)), phrases.help]


def _net(net: NetText) -> tuple[str, ...]:
    return net.stop_rule, net.pressure, net.tingling, net.slept, net.paused, net.waiting, net.resting


def _openings(phrases: Phrases, titles: list[str]) -> list[str]:
    """Tell the pieces of all openings: there are too many whole ones."""
    whole = [opening_lines(phrases, title, 1.0, 1.0)[0].say for title in titles]
    whole += [opening_lines(phrases, title, 2.0, 5.0)[0].say for title in titles]
    whole += [opening_lines(phrases, titles[0], minutes, 5.0)[0].say for minutes in MINUTES] if titles else []
    whole += (
        [opening_lines(phrases, titles[0], 2.0, halves / 2.0)[0].say for halves in IN_ALL] if titles else []
    )
    return [clause for opening in whole for sentence in sentences(opening) for clause in clauses(sentence)]
