"""Cards that are pressed: a picture, a name and what is to be known of it, small pictures among it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from legsup.ui.widgets.buttons import PressButton
from legsup.ui.widgets.labels import label
from legsup.ui.widgets.naming import give_role, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QPaintEvent

#: A picture's height in widths of it, and the roundness of its corners in pixels.
SHAPE, CORNER = 0.62, 8.0
#: A picture is made at least so many pixels wide; for a wider place anew, in steps of as many.
STEP = 300


class CardPicture(QWidget):
    """A picture that is as wide as its place, with round corners; it is made when it is first seen, and never blown up."""

    def __init__(self) -> None:
        super().__init__()
        self._make: Callable[[QSize], QPixmap] | None = None
        self._picture = QPixmap()
        #: The width in pixels for which it was made; 0 where it is to be made anew.
        self._made_for = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, make: Callable[[QSize], QPixmap]) -> None:
        """Show another picture; ``make`` makes it in a size in pixels."""
        self._make, self._made_for = make, 0
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Keep the shape."""
        return round(SHAPE * width)

    def sizeHint(self) -> QSize:
        """Ask for a small card's width."""
        return QSize(160, self.heightForWidth(160))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it to the edges of its place."""
        if self._make is not None and self._made_for < self.width():
            self._made_for = STEP * -(-self.width() // STEP)
            self._picture = self._make(QSize(self._made_for, self.heightForWidth(self._made_for)))
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        corners = QPainterPath()
        corners.addRoundedRect(area, CORNER, CORNER)
        painter.setClipPath(corners)
        painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
        painter.end()


class PictureCard(PressButton):
    """A card that does something; the whole of it is one button, whose parts answer to nothing."""

    def __init__(self, title: str, about: str, description: str, do: Callable[[], None]) -> None:
        super().__init__()
        self._title, self._description = title, description
        self.setAutoDefault(False)
        self.picture = CardPicture()
        self._name = label(title, "strong")
        self._about = label(about, "note", wraps=False)
        self._mark = label("", "note")
        self._small: list[QLabel] = []
        self._foot = QHBoxLayout()
        self._foot.setSpacing(6)
        self._foot.addWidget(self._about)
        self._foot.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 10, 10, 12)
        rows.setSpacing(4)
        rows.addWidget(self.picture)
        rows.addSpacing(4)
        rows.addWidget(self._name)
        rows.addLayout(self._foot)
        rows.addWidget(self._mark)
        rows.addStretch(1)
        for part in (self.picture, self._name, self._about, self._mark):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        give_role(self, "card")
        self.clicked.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
        self.show_mark("", "")

    def show_small(self, pictures: Iterable[tuple[str, QPixmap]]) -> None:
        """Show small pictures beside what is to be known, each with its name for those who do not see it."""
        for each in self._small:
            each.hide()
            each.deleteLater()
        self._small = []
        for name, picture in pictures:
            made = QLabel()
            named(made, name)
            made.setPixmap(picture)
            made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._foot.addWidget(made)
            self._small.append(made)

    def show_mark(self, mark: str, why: str) -> None:
        """Show a word about it, and say why to those who ask; nothing of both says what the card is."""
        self.setText(f"{self._title}\n{mark}" if mark else self._title)
        self._mark.setText(mark)
        self._mark.setVisible(bool(mark))
        said = " ".join(part for part in (mark, why) if part)
        named(self, self._title, said or self._description)
        self.setToolTip(why or self._description)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give what stands on it the room it needs."""
        return self._laid().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Ask for what stands on it."""
        return self._laid().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Shrink as far as what stands on it."""
        return self._laid().minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card as the style sheet dresses it; its words stand on it as labels."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _laid(self) -> QVBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        return layout
