"""Quotes by speaker: verbatim words between quotation marks, with one name for who said them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quipu.model import Event, RegisterDetail, RegisterEntry, Span, Stated
from quipu.sentences.quotes import find_quotes, is_speech
from quipu.tallies.details import gathered
from quipu.tallies.people_named import full_name
from quipu.tallies.told import Told

Quoted = tuple[str, Span]
"""A document's id and a quotation's place in it."""

_MARKS = "“”«»„\"‘'"


def read_quotes(event: Event, told: Sequence[Told]) -> Iterator[tuple[Quoted, RegisterEntry]]:
    """One line per quotation, with its place, in which a claim of the event stands and whose speaker is named.

    What a report copied from another is told of the other alone.
    """
    quoted: dict[Quoted, list[Told]] = {}
    for one in told:
        if one.claim.attribution and one.one.origin == one.claim.document_id:
            for span in _quotes(one):
                quoted.setdefault((one.claim.document_id, span), []).append(one)
    for where, mine in quoted.items():
        yield where, _entry(event, where[1], mine)


def _quotes(one: Told) -> list[Span]:
    """Quotations long enough to be speech that meet the claim."""
    return [quote for quote in _spoken(one.text) if quote.meets(one.claim.span)]


@lru_cache(maxsize=32)
def _spoken(text: str) -> tuple[Span, ...]:
    """The quotations of a text; of one whole text, for straight marks open and close by turns from its beginning.

    A mark with a blank behind it closes: where one is missing, what stands between two quotations is none.
    """
    found = (quote for quote in find_quotes(text) if is_speech(text, quote))
    return tuple(quote for quote in found if not quote.of(text).lstrip(_MARKS)[:1].isspace())


def _entry(event: Event, span: Span, told: Sequence[Told]) -> RegisterEntry:
    speakers = [(_speaker(one), one) for one in told]
    name = Counter(speaker for speaker, _ in speakers).most_common(1)[0][0]
    first, source = told[0], [Stated(one.claim.id, span) for one in told]
    said = [
        (speaker, Stated(one.claim.id, one.claim.attribution.span if one.claim.attribution else None))
        for speaker, one in speakers
        if speaker == name
    ]
    words = first.words(span).strip(_MARKS)
    day = first.one.published
    return RegisterEntry(
        register="quotes",
        event=event.id,
        begin=day,
        finish=day,
        subject=name,
        details=(
            *gathered("speaker", said),
            RegisterDetail("words", words, tuple(source)),
            *gathered("about", ((one.claim.type.value, Stated(one.claim.id)) for one in told)),
        ),
        claims=tuple(dict.fromkeys(one.claim.id for one in told)),
    )


def _speaker(one: Told) -> str:
    said = one.claim.attribution
    assert said is not None, "only attributed claims come here"
    return full_name(one, said.text, said.span.start if said.span else None)[0]
