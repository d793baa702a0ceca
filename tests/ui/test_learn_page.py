"""The Learn page: what stands first, what is folded, looking for words, and what a damaged file leaves."""

from __future__ import annotations

import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPageSize, QPalette
from PySide6.QtTest import QTest

from legsup.app.paper import pdf_of, usual_page
from legsup.services.safety import read_screening
from legsup.ui.pages.learn_page import LearnPage
from legsup.ui.pages.learn_paper import paper_document
from legsup.ui.pages.learn_ruler import Ruler
from legsup.ui.pages.learn_text import FOLDS, RULER, LearnContent
from tests.screened import ASSETS, SCREENING
from tests.test_evidence import EVIDENCE
from tests.ui.desk import opened

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")
GROUPS = SCREENING.questionnaire.groups
WHOLE = LearnContent(evidence=EVIDENCE, groups=GROUPS, faults=())


@pytest.fixture
def page(qtbot: QtBot) -> LearnPage:
    page = LearnPage(WHOLE)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    return page


def headings(page: LearnPage) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    block = page.reader.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.append((block.blockFormat().headingLevel(), block.text()))
        block = block.next()
    return found


def test_headings_are_headings_and_sweeping_claims_come_first(page: LearnPage) -> None:
    found = headings(page)
    assert found[0] == (1, "Learn")
    assert found[1] == (2, EVIDENCE.pages[0].heading)
    assert {level for level, _ in found} == {1, 2}
    text = page.reader.toPlainText()
    assert text.index("No clinician has reviewed") < text.index("Beware of sweeping claims")
    for group in GROUPS:
        assert group.about in text


def test_claims_disagreements_and_limits_are_folded_until_they_are_asked_for(page: LearnPage) -> None:
    assert EVIDENCE.claims[0].claim not in page.reader.toPlainText()
    for name in FOLDS:
        page.reader.anchorClicked.emit(QUrl(f"fold:{name}"))
    text = page.reader.toPlainText()
    for claim in EVIDENCE.claims:
        assert claim.claim in text
        assert claim.reason in text
        assert not claim.on or claim.on in text
        for source in claim.sources:
            assert f"{source.title} ({source.year})" in text
    for each in EVIDENCE.disagreements:
        assert each.here in text
    for limit in EVIDENCE.limits:
        assert limit.text in text
    assert {level for level, _ in headings(page)} == {1, 2, 3}
    page.reader.anchorClicked.emit(QUrl("fold:claims"))
    assert EVIDENCE.claims[0].claim not in page.reader.toPlainText()


def test_a_fold_is_opened_by_keys_and_the_cursor_stays_at_it(page: LearnPage) -> None:
    reader = page.reader
    for _ in range(2):
        QTest.keyClick(reader, Qt.Key.Key_Tab)
    QTest.keyClick(reader, Qt.Key.Key_Return)
    assert EVIDENCE.disagreements[0].here in reader.toPlainText()
    assert EVIDENCE.words.disagreements in reader.textCursor().block().text()
    QTest.keyClick(reader, Qt.Key.Key_Tab)
    QTest.keyClick(reader, Qt.Key.Key_Return)
    assert EVIDENCE.limits[0].text in reader.toPlainText()
    QTest.keyClick(reader, Qt.Key.Key_Return)
    assert EVIDENCE.limits[0].text not in reader.toPlainText()


def test_everything_can_be_shown_at_once(page: LearnPage) -> None:
    action = next(
        each for each in page.findChildren(type(page.actions()[0])) if each.text() == "Show everything"
    )
    action.trigger()
    assert EVIDENCE.claims[-1].claim in page.reader.toPlainText()
    assert EVIDENCE.limits[-1].text in page.reader.toPlainText()


def test_looking_for_words_leaves_what_holds_them_and_marks_them(page: LearnPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.field, "glymphatic")
    text = page.reader.toPlainText()
    assert "cleaning fluid" in text
    assert "What it is" not in text
    assert len(page.reader.extraSelections()) == 1
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.reader.textCursor().selectedText().lower() == "glymphatic"
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.reader.textCursor().selectedText().lower() == "glymphatic"
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert "What it is" in page.reader.toPlainText()


def test_who_may_not_is_found_too_and_what_is_nowhere_is_said(page: LearnPage) -> None:
    page.field.setText("aneurysm")
    assert "Head." in page.reader.toPlainText()
    page.field.setText("zebra")
    assert "Nothing here holds these words." in page.reader.toPlainText()
    page.field.setText("  ")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert "What it is" in page.reader.toPlainText()


def test_the_ruler_shows_each_article_beside_the_others() -> None:
    ruler = Ruler(EVIDENCE)
    font, palette = QGuiApplication.font(), QPalette()
    palette.setColor(QPalette.ColorRole.Accent, Qt.GlobalColor.red)
    size = ruler.size(font, 420)
    picture = ruler.paint(font, palette, size, 1.0)
    red = [
        {
            x
            for x in range(size.width())
            if picture.pixelColor(x, y).red() > 200 and picture.pixelColor(x, y).blue() < 60
        }
        for y in range(size.height())
    ]
    bars = [
        max((row for row in red[at : at + size.height() // 4] if row), key=len)
        for at in (0, round(size.height() * 0.31), round(size.height() * 0.6))
    ]
    widths = [len(bar) for bar in bars]
    assert widths[1] > widths[2] > widths[0]
    assert widths[1] == pytest.approx(3 * widths[2], rel=0.1)
    assert max(bars[0]) < min(bars[1]) < min(bars[2])


def test_the_ruler_is_said_in_words_as_well(page: LearnPage) -> None:
    text = page.reader.toPlainText()
    assert "Article 1 says up to two or three minutes" in text
    assert EVIDENCE.words.ruler in text
    assert f'src="{RULER}"' in page.reader.toHtml()


def test_the_ruler_is_never_wider_than_the_text(page: LearnPage) -> None:
    for width in (480, 1200):
        page.resize(width, 400)
        assert page.reader.document().idealWidth() <= page.reader.viewport().width()
        assert page.reader.viewport().width() <= 36 * page.reader.fontMetrics().lineSpacing()


@pytest.mark.parametrize("damage", ["", "[text.en]\ntitle = 3\n", "\x00"])
def test_damaged_evidence_is_told_with_its_file_and_the_rest_still_stands(
    tmp_path: Path, damage: str
) -> None:
    broken = tmp_path / "assets"
    shutil.copytree(ASSETS, broken)
    (broken / "evidence.toml").write_text(damage, encoding="utf-8")
    desk = opened(tmp_path / "home", assets=broken)
    desk.app.front.window.open("learn")
    text = desk.app.front.window.findChildren(LearnPage)[0].reader.toPlainText()
    assert str(broken / "evidence.toml") in text
    assert GROUPS[0].about in text
    desk.close()


def test_without_the_questions_the_evidence_still_stands(tmp_path: Path, qtbot: QtBot) -> None:
    catalogue = read_screening(tmp_path)
    page = LearnPage(LearnContent(evidence=EVIDENCE, groups=(), faults=catalogue.faults))
    qtbot.addWidget(page)
    assert "matrix.toml" in page.reader.toPlainText()
    assert EVIDENCE.pages[3].paragraphs[1] in page.reader.toPlainText()
    bare = LearnPage(LearnContent(evidence=None, groups=(), faults=catalogue.faults))
    qtbot.addWidget(bare)
    bare.field.setText("words")
    assert "Nothing here holds these words." in bare.reader.toPlainText()


def test_paper_holds_everything_unfolded() -> None:
    text = paper_document(WHOLE).toPlainText()
    assert EVIDENCE.claims[-1].reason in text
    assert EVIDENCE.limits[-1].text in text
    assert ": show" not in text


def test_a_pdf_is_made_on_the_usual_paper() -> None:
    pdf = pdf_of("Learn", usual_page(), paper_document(WHOLE).print_)
    assert pdf.startswith(b"%PDF")
    assert usual_page().id() in {QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter}


def test_return_leads_from_the_last_place_of_a_word_to_the_first_again(page: LearnPage) -> None:
    page.field.setText("dizzy")
    places: list[int] = []
    for _ in range(40):
        QTest.keyClick(page.field, Qt.Key.Key_Return)
        places.append(page.reader.textCursor().position())
        if places[-1] == places[0] and len(places) > 1:
            break
    assert len(places) > 2, "it stands there more than once"
    assert places[-1] == places[0]


def test_the_text_wears_another_look_at_once(tmp_path: Path) -> None:
    desk = opened(tmp_path, look="dusk")
    desk.app.front.window.open("learn")
    (page,) = desk.app.front.window.findChildren(LearnPage)
    before = page.reader.toHtml()
    desk.app.basis.kept.change(look="linen")
    quiet = QGuiApplication.palette().placeholderText().color().name()
    assert quiet in page.reader.toHtml()
    assert quiet not in before
    desk.close()


def test_a_bar_of_the_ruler_begins_and_ends_at_its_minutes() -> None:
    font, palette = QGuiApplication.font(), QGuiApplication.palette()
    palette.setColor(QPalette.ColorRole.Accent, QColor("#ff0000"))
    ruler = Ruler(EVIDENCE)
    size = ruler.size(font, 600)
    image = ruler.paint(font, palette, size, 1.0)
    red = [
        [x for x in range(image.width()) if image.pixelColor(x, y).rgb() == QColor("#ff0000").rgb()]
        for y in range(image.height())
    ]
    bars: list[tuple[int, int]] = []
    for before, row in pairwise(red):
        if row and not before:
            bars.append((row[0], row[-1]))
        elif row:
            bars[-1] = (min(bars[-1][0], row[0]), max(bars[-1][1], row[-1]))
    (ruled,) = (each for each in EVIDENCE.disagreements if each.id == "minutes")
    edge = QFontMetricsF(font, image).horizontalAdvance("00") / 2.0
    minute = (size.width() - 2.0 * edge) / 20.0
    assert len(bars) == len(ruled.ruler)
    for (left, right), stretch in zip(bars, ruled.ruler, strict=True):
        assert left == pytest.approx(edge + stretch.least * minute, abs=2.0)
        assert right == pytest.approx(edge + stretch.most * minute, abs=2.0)
