"""A digest of the demonstration reports: their facts, in neutral words, each with the words it comes from."""

from datetime import date

import pytest

from quipu.export.public import public_view
from quipu.export.roundup import render_roundup
from quipu.model import RecordView, Roundup
from quipu.tallies import read_roundup

FIRST, LAST = date(2022, 12, 7), date(2022, 12, 16)


def _told(made: Roundup, section: str) -> str:
    return "\n".join(one.text for part in made.sections if part.name == section for one in part.sentences)


FACTS = [
    ("tolls", "the ombudsman's office gave a total of 18 people killed in Peru"),
    ("incidents", "2 people were killed and at least 20 people were injured"),
    ("incidents", "11 December 2022, Andahuaylas"),
    ("incidents", "9 to 10 people were killed"),
    ("incidents", "a removal from office"),
    ("announced", "a strike"),
    ("demands", "“Castillo freed”"),
    ("disputes", "18 according to the ombudsman's office, 20 according to Altiplano Rights Network"),
]
FACTS_ES = [
    ("tolls", "dio un total de 18 personas muertas"),
    ("incidents", "murieron 2 personas y resultaron heridas al menos 20 personas"),
    ("incidents", "11 de diciembre de 2022, Andahuaylas"),
    ("incidents", "una remoción del cargo"),
    (
        "tolls",
        "total de 5 personas muertas en Perú (indirectamente), entre ellas «three in traffic accidents» y «two whose",
    ),
    ("demands", "«Castillo freed»"),
    ("disputes", "18 según la Defensoría, 20 según Altiplano Rights Network"),
]


@pytest.mark.parametrize(("section", "words"), FACTS, ids=[f"{r[0]}: {r[1]}" for r in FACTS])
def test_roundup_tells_the_facts(view: RecordView, section: str, words: str) -> None:
    assert words in _told(read_roundup(view, FIRST, LAST), section)


@pytest.mark.parametrize(("section", "words"), FACTS_ES, ids=[f"{r[0]}: {r[1]}" for r in FACTS_ES])
def test_roundup_tells_the_facts_in_spanish(view: RecordView, section: str, words: str) -> None:
    assert words in _told(read_roundup(view, FIRST, LAST, language="es"), section)


@pytest.mark.parametrize("word", ["“coup”", "“terrorists”"])
def test_roundup_tells_words_that_take_sides_as_their_users(view: RecordView, word: str) -> None:
    made = read_roundup(view, date(2022, 12, 1), date(2023, 3, 1))
    assert f"{word} is a word of " in _told(made, "loaded")


@pytest.mark.parametrize("language", ["en", "es"])
def test_roundup_notes_are_the_words_of_the_reports(view: RecordView, language: str) -> None:
    made = read_roundup(view, date(2022, 12, 1), date(2023, 3, 1), language=language)
    assert len(made.notes) > 50
    assert [note for note in made.notes if note.span.of(view.text(note.document)) != note.words] == []
    assert all(one.notes for part in made.sections for one in part.sentences)


def test_roundup_tells_a_copied_report_once_beside_its_original(view: RecordView) -> None:
    copies = {filed.document.id: filed.copy_of for filed in view.documents() if filed.copy_of}
    made = read_roundup(view, FIRST, LAST)
    home = {note.number: note.document for note in made.notes}
    assert copies
    for sentence in (one for part in made.sections if part.name == "incidents" for one in part.sentences):
        homes = {home[number] for number in sentence.notes}
        assert not any(copies.get(id) in homes for id in homes), sentence.text


@pytest.mark.parametrize("format", ["md", "html", "text"])
def test_roundup_names_no_victim(view: RecordView, format: str) -> None:
    names = {
        victim.name.of(view.text(claim.document_id))
        for claim in view.claims()
        for victim in claim.victims
        if victim.name
    }
    made = render_roundup(read_roundup(public_view(view), date(2022, 12, 1), date(2023, 3, 1)), format)
    assert [name for name in names if name in made] == []


def test_days_stand_out_by_what_is_told_of_them(view: RecordView) -> None:
    days = {entry.day: entry for entry in view.days()}
    gravest = (date(2022, 12, 7), date(2022, 12, 15), date(2023, 1, 9))
    top = sorted(days.values(), key=lambda entry: -entry.salience)[:10]
    assert {entry.day for entry in top} >= set(gravest)
    for entry in top:
        assert entry.sentences
        assert all(quote.span.end <= len(view.text(quote.document_id)) for quote in entry.sentences)
