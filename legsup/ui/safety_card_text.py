"""The safety card as a document with headings: two columns on paper, one on the screen."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from legsup.domain.postures import Posture
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.safety_card import SafetyCard
    from legsup.domain.screening.today import BodyState


def card_document(card: SafetyCard, emergency: Iterable[BodyState] = (), *, columns: bool) -> str:
    """Write the card as HTML; ``emergency`` are the signs at which one calls for help."""
    way_in = _steps(tr("The way in"), card.way_in)
    way_out = _steps(tr("The way out"), card.way_out)
    ways = (
        f'<table width="100%" cellspacing="0"><tr><td width="48%">{way_in}</td><td width="4%"></td>'
        f'<td width="48%">{way_out}</td></tr></table>'
        if columns
        else way_in + way_out
    )
    title = escape(tr("Safety card: {title}").format(title=card.title))
    return f"<h1>{title}</h1>{ways}{_amiss(card)}{_calls(emergency)}{_note()}"


def posture_name(posture: Posture) -> str:
    """Name a posture as one finds oneself in it."""
    return {
        Posture.STANDING: tr("on your feet"),
        Posture.KNEELING: tr("on your knees"),
        Posture.SEATED_FLOOR: tr("sitting on the floor"),
        Posture.SEATED_CHAIR: tr("on a chair"),
        Posture.LYING: tr("lying flat"),
        Posture.TORSO_RAISED: tr("half way to sitting"),
        Posture.WALL: tr("legs up the wall"),
        Posture.CALVES_ON_CHAIR: tr("calves on a chair"),
        Posture.CROSSED: tr("legs crossed"),
        Posture.SOLES_TOGETHER: tr("soles together"),
        Posture.HIPS_ON_PROPS: tr("hips on a cushion or blocks"),
        Posture.BED: tr("in bed"),
        Posture.SIDE: tr("on your side"),
    }[posture]


def _steps(heading: str, steps: tuple[str, ...]) -> str:
    rows = "".join(f"<li>{escape(step)}</li>" for step in steps)
    return f"<h2>{escape(heading)}</h2><ol>{rows}</ol>"


def _amiss(card: SafetyCard) -> str:
    """Write what to do when something is amiss."""
    first, *others = card.stop_rules
    text = f"<h2>{escape(tr('Stop'))}</h2><p><b>{escape(first.words)} {escape(card.pressure)}</b></p>"
    if others:
        rows = "".join(f"<li>{escape(_named(rule.postures))}: {escape(rule.words)}</li>" for rule in others)
        text += f"<p>{escape(tr('Elsewhere:'))}</p><ul>{rows}</ul>"
    for heading, words in (
        (tr("Your legs tingle"), card.tingling),
        (tr("You hear nothing"), card.lost_sound),
    ):
        text += f"<h2>{escape(heading)}</h2><p>{escape(words)}</p>"
    return text


def _named(postures: tuple[Posture, ...]) -> str:
    names = ", ".join(posture_name(posture) for posture in postures)
    return names[:1].upper() + names[1:]


def _calls(emergency: Iterable[BodyState]) -> str:
    rows = "".join(f"<p><b>{escape(sign.act)}</b> {escape(sign.state)}</p>" for sign in emergency)
    return f"<h2>{escape(tr('Call for help'))}</h2>{rows}" if rows else ""


def _note() -> str:
    text = tr("Keys: Space pauses, Esc comes out, D if you feel dizzy, T if your legs tingle, H for help.")
    review = tr("No clinician has reviewed this card. It is not medical advice.")
    return f"<p>{escape(text)}</p><p>{escape(review)}</p>"
