"""The rules of wording that can be counted, for tests of whatever a person reads or hears."""

from __future__ import annotations

import re

#: Words that order, hurry, praise or promise; "cure" and its kin, and what was never shown.
FORBIDDEN = re.compile(
    r"\b(should|try|tries|trying|just|simply|deeper|push\w*|perfect\w*|optimal\w*|must|well done|great job"
    r"|cur(?:e|es|ed|ing)|heals?|healed|miracle\w*|detox\w*|immun\w*|cancer\w*)\b",
    re.IGNORECASE,
)

#: What nobody says who leads a practice: more that orders or praises, a word that misleads ("level with the floor"
#: means at its height), signs that no voice can speak.
NEVER_SAID = re.compile(r"\bdeep\b|\bgreat\b|you missed|level with the floor|[·—/]", re.IGNORECASE)
#: Most words of a sentence that is heard, or read by one who is lying down.
MOST_SPOKEN_WORDS = 12


def words_in(sentence: str) -> int:
    """Count the words of a sentence as one would say them."""
    return len(re.findall(r"[\w’'%.,:/±–-]*\w[\w’'%-]*", sentence))


def sentences(text: str) -> list[str]:
    """Take a text apart where a sentence ends; a colon or semicolon goes on."""
    return [part for part in re.split(r"(?<=[.?…])\s+(?=[A-Z“\d])", text) if part]


def spoken_faults_in(text: str) -> list[str]:
    """Name every rule that a text of a practice breaks: spoken, a sentence ends at a colon or semicolon too."""
    parts = [part for part in re.split(r"(?<=[:;.?…])\s+", text) if part]
    faults = [fault for part in parts for fault in faults_in(part, MOST_SPOKEN_WORDS)]
    faults += [f"says {found[0]!r}" for found in NEVER_SAID.finditer(text)]
    return faults


def faults_in(text: str, most_words: int) -> list[str]:
    """Name every rule that a text breaks: forbidden words, an exclamation mark, a sentence too long."""
    faults = [f"says {found[0]!r}" for found in FORBIDDEN.finditer(text)]
    if "!" in text:
        faults.append("an exclamation mark")
    faults += [
        f"{words_in(sentence)} words: {sentence}"
        for sentence in sentences(text)
        if words_in(sentence) > most_words
    ]
    return faults
