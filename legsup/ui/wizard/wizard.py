"""The wizard: the questions alone, or the first run of at most three pages. It keeps no value of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWizard, QWizardPage

from legsup.ui import why_not
from legsup.ui.widgets import dialog_button, show_dense, with_why
from legsup.ui.widgets.pressing import is_enter
from legsup.ui.widgets.stops import bring_into_sight, following, move_on
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

_WAYS = (
    QWizard.WizardButton.CancelButton,
    QWizard.WizardButton.BackButton,
    QWizard.WizardButton.NextButton,
    QWizard.WizardButton.FinishButton,
)
#: Pixels: as small as the window itself may be, and wide enough at first for whole lines.
SMALLEST, USUAL = QSize(480, 360), QSize(760, 800)
#: Pixels between two ways.
SPACE = 10
#: Where the smallest wizard is narrower than so many lines of text are high, its ways have little air.
DENSE = 22


class Wizard(QWizard):
    """Leads through pages; ``finish`` is the name of the last button. Leaving it (Esc, Later) loses nothing.

    No button is the default one: Enter presses only a way on or back that has the focus.
    """

    def __init__(self, pages: Sequence[QWizardPage], finish: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Before the practice"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        # The other styles paint a white header or the desktop's own picture over our colours.
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        for option in (
            QWizard.WizardOption.NoDefaultButton,
            QWizard.WizardOption.NoBackButtonOnStartPage,
            QWizard.WizardOption.IndependentPages,
        ):
            self.setOption(option)
        self._dress(finish, whole=len(pages) > 1)
        self._named = {_WAYS[2]: tr("Next"), _WAYS[3]: finish}
        for page in pages:
            self.addPage(page)
            page.completeChanged.connect(self._say_why)
        self.currentIdChanged.connect(self._say_why)
        self.currentIdChanged.connect(self._land)
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL.boundedTo(self.screen().availableSize() * 0.92))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the way on or back that has the focus by Enter, and scroll by Space, as on a page to read; Esc leaves.

        From a heading Enter leads to the next one; an answer it neither presses nor comes to.
        """
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Space:
            self._scroll(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif not is_enter(event):
            super().keyPressEvent(event)
        elif isinstance(focused, QLabel):
            self._lead_from(focused)
        elif isinstance(focused, QPushButton) and focused in {self.button(each) for each in _WAYS}:
            focused.click()

    def _lead_from(self, heading: QLabel) -> None:
        then = following(heading, self, forward=True)
        if isinstance(then, QLabel):
            then.setFocus()
            bring_into_sight(then)

    def _scroll(self, by: int) -> None:
        """Scroll the page that is seen by so many heights of it."""
        for area in self.currentPage().findChildren(QScrollArea):
            if area.isVisible():
                bar = area.verticalScrollBar()
                bar.setValue(bar.value() + by * bar.pageStep())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own name
        """Let Tab come by everything that can be pressed."""
        return move_on(self, forward=next)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as the ways on and back are beside one another, whatever the size of the text."""
        super().showEvent(event)
        self._name_ways("")
        dense = SMALLEST.width() < DENSE * self.fontMetrics().lineSpacing()
        for each in _WAYS:
            show_dense(self.button(each), on=dense)
        ways = sum(self.button(each).sizeHint().width() + SPACE for each in _WAYS[:2] + _WAYS[3:])
        self.setMinimumWidth(max(SMALLEST.width(), ways))
        self._say_why()

    def _say_why(self) -> None:
        """Let the ways on say why they are grey, where they are."""
        if self.currentId() >= 0:
            self._name_ways(why_not.not_answered(complete=self.currentPage().isComplete()))

    def _name_ways(self, why: str) -> None:
        for which, name in self._named.items():
            told = with_why(name, why)
            self.setButtonText(which, told)
            self.button(which).setAccessibleName(told)

    def _land(self) -> None:
        """Let the focus land on the page's heading; Qt would put it on Next."""
        if self.currentId() >= 0:
            self.currentPage().setFocus()

    def _dress(self, finish: str, *, whole: bool) -> None:
        later = tr("Later") if whole else tr("Not now")
        kept = tr("Nothing is lost: you come back to where you are")
        buttons = (
            dialog_button(later, "quiet", kept),
            dialog_button(tr("Back"), "", tr("To the page before")),
            dialog_button(tr("Next"), "primary", tr("To the next page")),
            dialog_button(finish, "primary"),
        )
        for which, made in zip(_WAYS, buttons, strict=True):
            self.setButton(which, made)
        self.setButtonLayout([_WAYS[0], QWizard.WizardButton.Stretch, *_WAYS[1:]])
