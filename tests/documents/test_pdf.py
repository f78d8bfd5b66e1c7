"""PDFs: paragraphs as they were written, whatever the printed lines."""

import pytest

from documents import makers
from quipu.documents.pdf import read_pdf

PARAGRAPHS = [
    "Bulletin on the bridge at Ilave",
    "Two men died on Monday when police cleared a bridge that people of the town had held since dawn, the regional "
    "health office said. Another 20 people were treated for wounds, most of them from rubber bullets.",
    "Unions called an indefinite strike from Tuesday. They demand elections at once, and the release of all who were "
    "arrested on the bridge; the prosecutor counted thirteen of them on Monday night.",
]


def test_pdf_paragraphs_are_whole_again() -> None:
    assert read_pdf(makers.pdf(PARAGRAPHS)).text.rstrip("\n").split("\n\n") == PARAGRAPHS


def test_pdf_running_heads_and_page_numbers_go() -> None:
    text = read_pdf(makers.pdf(PARAGRAPHS[1:] * 12, running="Observatory of the South, bulletin 4")).text
    assert "Observatory" not in text
    assert "Page" not in text
    assert text.count("Two men died on Monday when police cleared a bridge") == 12


def test_pdf_title_is_a_persons_not_a_programs() -> None:
    assert read_pdf(makers.pdf(title="Bulletin 4")).title == "Bulletin 4"
    assert read_pdf(makers.pdf(title="Microsoft Word - bulletin.docx")).title is None
    assert read_pdf(makers.pdf(title="report_final.docx")).title is None


def test_pdf_creation_date_is_not_the_publication_day() -> None:
    assert read_pdf(makers.pdf()).published is None


@pytest.mark.parametrize("cut", [9, 200, 600, 1000])
def test_pdf_cut_is_refused(cut: int) -> None:
    assert read_pdf(makers.pdf()[:cut]).code in ("truncated", "bad_pdf", "no_text")
