"""The assembly: a document in, a reading out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.model import Anchor, AnchorBasis, Document, Reading, Sentence
from quipu.sentences import read_sentences
from quipu.sentences.readers.plain import PlainReader

TEXT = (
    "Two teenagers aged 15 and 18 were killed in Andahuaylas, Peru, on Sunday. "
    "At least 20 people were injured, the hospital said on Monday.\n\n"
    "“We want elections. We want them now,” said a union leader in Puno. Police did not comment."
)
UNREAD = [("de", "de"), ("und", "und"), (None, "und"), ("pt-BR", "pt")]


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_sentences(Document("d1", TEXT, published=date(2022, 12, 13), language="en"))


def test_read_sentences_puts_mentions_into_their_sentences(reading: Reading) -> None:
    first, second = reading.sentences[:2]
    assert [p.name for p in first.places] == ["Andahuaylas", "Peru"]
    assert [(q.low, q.unit) for q in first.quantities] == [(2, "teenager"), (15, "age"), (18, "age")]
    assert [t.begin for t in first.times] == [date(2022, 12, 11)]
    assert [(q.low, q.high) for q in second.quantities] == [(20, None)]
    assert [a.name for a in second.actors] == ["people", "hospital"]


def test_read_sentences_gives_an_attribution_to_every_sentence_that_it_covers(reading: Reading) -> None:
    quoted = [sent for sent in reading.sentences if any(a.direct for a in sent.attributions)]
    assert [sent.span.of(TEXT)[:12] for sent in quoted] == ["“We want ele", "We want them"]
    assert quoted[0].attributions == quoted[1].attributions


def test_read_sentences_keeps_the_published_day(reading: Reading) -> None:
    assert reading.anchor == Anchor(date(2022, 12, 13), AnchorBasis.PUBLISHED)
    assert reading.unread is None


@pytest.mark.parametrize(("language", "wanted"), UNREAD, ids=[str(row[0]) for row in UNREAD])
def test_read_sentences_leaves_other_languages_unread(language: str | None, wanted: str) -> None:
    reading = read_sentences(Document("d", "Ein Bericht aus Lima.", language=language))
    assert (reading.language, reading.unread, reading.sentences) == (wanted, "language", ())


def test_read_sentences_reads_regional_codes() -> None:
    assert read_sentences(Document("d", "Murió en Lima.", language="es-PE")).sentences[0].places[0].country == "PE"


def test_read_sentences_reads_nothing_in_an_empty_text() -> None:
    assert read_sentences(Document("d", "", language="en")).sentences == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "es"]), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_read_sentences_mentions_lie_in_their_sentence(text: str, language: str, day: date) -> None:
    for sent in read_sentences(Document("d", text, published=day, language=language)).sentences:
        for mention in (*sent.times, *sent.places, *sent.quantities, *sent.actors):
            assert sent.span.holds(mention.span)
        assert all(sent.span.meets(a.content) for a in sent.attributions)


class _Loud:
    """A reader that notes what it is given and marks it."""

    name, version = "loud", "1"

    def __init__(self) -> None:
        self.given: list[str] = []

    def read(self, text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        self.given += [text[sent.span.start : sent.span.end] for sent in sentences]
        return tuple(
            replace(sent, tokens=tuple(replace(token, lemma="loud", pos="X") for token in sent.tokens))
            for sent in sentences
        )


REPORT = (
    "Soldiers detained two nurses in Lima.\n\nThe road is long.\n\nThe bishop said it was calm.\n\nShare this article"
)
GATED = [("open", [0, 1, 2]), ("wide", [0, 2]), ("narrow", [0])]


@pytest.mark.parametrize(("gate", "wanted"), GATED, ids=[gate for gate, _ in GATED])
def test_read_sentences_gives_the_reader_what_passes_the_gate(gate: str, wanted: list[int]) -> None:
    document, reader = Document("d", REPORT, language="en"), _Loud()
    reading = read_sentences(document, reader=reader, gate=gate)
    plain = read_sentences(document, reader=PlainReader())
    assert reading.sentences[3].furniture
    assert [at for at, sent in enumerate(reading.sentences) if sent.tokens[0].pos] == wanted
    assert len(reader.given) == len(wanted)
    for read, before in zip(reading.sentences, plain.sentences, strict=True):
        assert replace(read, tokens=before.tokens) == before
        assert [(token.span, token.text) for token in read.tokens] == [(t.span, t.text) for t in before.tokens]
