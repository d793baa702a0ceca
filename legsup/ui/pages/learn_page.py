"""The Learn page: what this pose is, who should not do it, where the sources differ, and what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legsup.ui.widgets import column, fill_with, label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.screening.catalogue import Screening


class LearnPage(QWidget):
    """Text to read; a frame that later pages on evidence will fill."""

    def __init__(self, screening: Screening | None) -> None:
        super().__init__()
        content = QWidget()
        rows = column(content, width=760)
        rows.addWidget(label(tr("Learn"), "title"))
        for heading, text in _sections():
            rows.addWidget(label(heading, "heading"))
            rows.addWidget(label(text))
        if screening is not None:
            rows.addWidget(label(screening.words.heading, "heading"))
            groups = screening.questionnaire.groups
            rows.addWidget(label("\n".join(f"• {group.title}: {group.about}" for group in groups)))
            rows.addWidget(label(screening.words.not_reviewed, "note"))
        rows.addStretch(1)
        fill_with(self, content)


def _sections() -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("What it is"),
            tr(
                "Viparita karani, legs up the wall: a gentle, restful inversion. The back lies on the floor,"
                " the legs rest on a wall. It asks for little strength and little flexibility."
            ),
        ),
        (
            tr("How long"),
            tr(
                "The three articles behind this app differ: two to three minutes; five to twenty, a couple at"
                " first; ten to fifteen. No study that we found measured a best time. Twenty minutes is the most"
                " here."
            ),
        ),
        (
            tr("How often"),
            tr("The only source that gives a limit says once or twice a day."),
        ),
        (
            tr("Breathing"),
            tr(
                "None of the articles gives a rate. Four seconds in and six out, six breaths a minute, is common in"
                " studies of slow breathing; they found a small effect on stress. Slow and easy is enough."
            ),
        ),
        (
            tr("What it may do"),
            tr(
                "Raised legs lose some swelling for a while; that was measured. Many people call the pose calming;"
                " that is what people say, not a trial. For headaches or blood pressure there is no evidence; one"
                " medical source says the pose can raise blood pressure."
            ),
        ),
        (
            tr("A teacher first"),
            tr("If you can, have a teacher show you once."),
        ),
    )
