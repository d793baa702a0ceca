"""The wizard by keys and by what is grey in it: what one waits for is said, and a page to read is read by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QScrollArea, QWizard

from legsup.domain.screening.asking import Asking
from tests.screened import QUESTIONNAIRE, WORDS
from tests.ui.test_wizard import run as run  # noqa: PLC0414 - a fixture of that module

if TYPE_CHECKING:
    from tests.ui.test_wizard import Run

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_leads_on_says_what_it_waits_for(run: Run) -> None:
    run.wizards.first_run()
    way_on = run.wizard.button(QWizard.WizardButton.NextButton)
    assert (way_on.text(), way_on.accessibleName()) == ("Next · answer first",) * 2
    assert not way_on.isEnabled()
    run.press("Yes or not sure")
    assert "Go on · choose first" in run.texts
    run.wizard.findChildren(QCheckBox)[0].click()
    assert "Go on" in run.texts
    run.press("Back")
    run.press("No")
    assert (way_on.text(), way_on.accessibleName()) == ("Next",) * 2
    assert way_on.isEnabled()
    run.press("Next")
    assert way_on.text() == "Next"
    run.wizards.close()
    run.room.take(Asking(questionnaire=QUESTIONNAIRE))
    run.wizards.ask()
    assert run.wizard.button(QWizard.WizardButton.FinishButton).text() == "Done · answer first"


def test_the_keys_of_a_page_to_read_work_before_the_first_answer(run: Run) -> None:
    run.wizards.first_run()
    wizard = run.wizard
    wizard.resize(480, 360)
    QApplication.processEvents()
    (bar,) = (each.verticalScrollBar() for each in wizard.findChildren(QScrollArea) if each.isVisible())
    landed = wizard.focusWidget()
    assert landed is not None
    assert bar.maximum() > bar.pageStep() > 0
    seen: list[int] = []
    for key in (Qt.Key.Key_Space, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(landed, key)
        seen.append(bar.value())
    assert seen == [bar.pageStep(), bar.maximum(), 0]
    QTest.keyClick(landed, Qt.Key.Key_End)
    QTest.keyClick(landed, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == bar.maximum() - bar.pageStep()
    QTest.keyClick(landed, Qt.Key.Key_Return)
    asked = wizard.focusWidget()
    assert isinstance(asked, QLabel)
    assert asked.text() == WORDS.first
    assert not asked.visibleRegion().isEmpty()
    QTest.keyClick(asked, Qt.Key.Key_Return)
    assert wizard.focusWidget() is asked, "it comes to no answer"
