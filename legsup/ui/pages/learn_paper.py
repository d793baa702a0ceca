"""The Learn page on paper: everything unfolded, dark on white."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QFont, QPalette, QTextDocument

from legsup.ui.pages.learn_ruler import Ruler
from legsup.ui.pages.learn_text import FOLDS, RULER, LearnContent, Manner, document

#: Points of the text on paper, and how finely the ruler is painted beside the screen's pixels.
POINTS, FINENESS = 10.0, 4.0
#: Room for the ruler on paper, in the screen's pixels.
ROOM = 480
QUIET = "#4a4a4a"


def paper_document(content: LearnContent) -> QTextDocument:
    """Set the whole of it for paper."""
    font = QFont()
    font.setPointSizeF(POINTS)
    ruler = Ruler(content.evidence)
    size = ruler.size(font, ROOM)
    manner = Manner(quiet=QUIET, ruler=(size.width(), size.height()), open=frozenset(FOLDS), foldable=False)
    text = QTextDocument()
    text.setDefaultFont(font)
    text.setHtml(document(content, manner))
    picture = ruler.paint(font, paper_palette(), size, FINENESS)
    text.addResource(QTextDocument.ResourceType.ImageResource, QUrl(RULER), picture)
    return text


def paper_palette() -> QPalette:
    """Give the few colours that paper needs."""
    role = QPalette.ColorRole
    palette = QPalette()
    colours = {
        role.Window: "#ffffff",
        role.Text: "#111111",
        role.PlaceholderText: QUIET,
        role.Mid: "#c0c0c0",
        role.Accent: "#555555",
    }
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    return palette
