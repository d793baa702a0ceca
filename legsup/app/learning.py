"""The presenter of the Learn page: reads what there is to know, and brings it to paper."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup import __version__
from legsup.app.paper import Paper, pdf_of, save, usual_page
from legsup.services.licences import bundle_folder, notices
from legsup.services.safety import read_evidence, read_screening
from legsup.ui.pages.learn_page import LearnPage
from legsup.ui.pages.learn_paper import paper_document
from legsup.ui.pages.learn_text import LearnContent
from legsup.ui.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

PDF_NAME = "legs-up-learn.pdf"


class Learning(QObject):
    """Owns the Learn page; ``told`` gives a line for the window, ``card_asked`` asks for the safety card."""

    told = Signal(str)
    card_asked = Signal()

    def __init__(self, assets: Path, paper: Paper, window: QWidget) -> None:
        super().__init__(window)
        self._paper = paper
        self._window = window
        evidence, faults = read_evidence(assets)
        catalogue = read_screening(assets)
        screening = catalogue.screening
        self._content = LearnContent(
            evidence=evidence,
            groups=() if screening is None else screening.questionnaire.groups,
            faults=(*faults, *catalogue.faults),
            made_of=_made_of(),
        )

    @cached_property
    def page(self) -> LearnPage:
        """The page itself."""
        page = LearnPage(self._content)
        page.print_asked.connect(self._print)
        page.pdf_asked.connect(self._save)
        page.card_asked.connect(self.card_asked)
        return page

    def _print(self) -> None:
        printer = self._paper.printer(self._window)
        if printer is not None:
            paper_document(self._content).print_(printer)

    def _save(self) -> None:
        place = self._paper.place(self._window, PDF_NAME)
        if not place:
            return
        pdf = pdf_of(
            tr("What is known of legs up the wall"), usual_page(), paper_document(self._content).print_
        )
        self.told.emit(save(pdf, place))


def _made_of() -> tuple[str, ...]:
    """The app and what it stands on, with the terms of each."""
    folder = bundle_folder()
    own = tr("Legs Up {version}, MIT licensed. It stands on the work of others, under these terms:")
    texts = () if folder is None else (tr("The licences in full: {folder}").format(folder=folder),)
    voice = tr("The spoken clips: made with hibari-tts and a voice learnt from Kokoro-82M, Apache-2.0")
    return (own.format(version=__version__), *notices(folder), voice, *texts)
