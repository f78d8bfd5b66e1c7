"""Whatever a claim's words are, registers are told of it, and each detail leads to words of its report."""

from datetime import date
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.model import (
    Claim,
    Count,
    CountKind,
    Document,
    Event,
    Modality,
    RegisterEntry,
    SourcedClaim,
    Span,
    Words,
)
from quipu.tallies import read_registers
from quipu.tallies.words import salience

DAY = date(2031, 5, 2)
PIECES = [
    "Ana Roe", "President Ana Roe", "as prime minister", "swore in", "the labour minister", "resigned.",
    "49 in favour", "and 30 against", "with one abstention", "Parliament voted", "until 6 a.m.",
    "from 8 p.m. to 4 a.m.", "a curfew", "freedom of assembly is suspended", "without a warrant",
    "state of emergency", "demanded that", "the government:", "“We will not go home tonight,”", "she said.", "\n\n",
    "- release the prisoners;", "renunció", "el ministro Juan Paz", "votaron a favor 49", "on Friday.", "ayer.",
    "It rained.", "named Ana Roe minister.", "Ana Roe took the oath.", "toque de queda", "«No nos iremos de aquí»,",
    "dijo", "Chile", "condemned", "a strike", "é", "😀",
]  # fmt: skip


@st.composite
def told(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    pieces = draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
    text = " ".join(pieces)
    starts = list(accumulate((len(piece) + 1 for piece in pieces[:-1]), initial=0))
    ends = [start + len(piece) for start, piece in zip(starts, pieces, strict=True)]
    document = Document("d-1", text, language=draw(st.sampled_from(["en", "es", "qu", None])), published=DAY)
    types = sorted({type for types in salience().registers.values() for type in types})

    def span() -> Span:
        first = draw(st.integers(0, len(pieces) - 1))
        last = draw(st.integers(first, min(first + 3, len(pieces) - 1)))
        return Span(starts[first], ends[last])

    def words() -> Words | None:
        where = span() if draw(st.booleans()) else None
        return Words(where.of(text), where) if where else None

    claims = []
    for n in range(draw(st.integers(1, 4))):
        number = float(draw(st.integers(0, 99)))
        count = Count(CountKind.VOTES, number, number, "n", span()) if draw(st.booleans()) else None
        modality = draw(st.sampled_from(list(Modality)))
        claims.append(
            Claim(
                f"c-{n}",
                "d-1",
                span(),
                draw(st.sampled_from(types)),
                modality,
                "r@1",
                0.5,
                actor=words(),
                target=words(),
                attribution=words(),
                count=count,
            )
        )
    return document, claims


def entries(document: Document, claims: list[Claim]) -> list[RegisterEntry]:
    sourced = [SourcedClaim(claim, document.id, DAY) for claim in claims]
    ids = tuple(claim.id for claim in claims)
    event = Event("EV-000001", claims[0].type, DAY, DAY, None, ids, (document.id,), ())
    return list(read_registers([(event, sourced)], {document.id: document}, home="PE"))


@settings(max_examples=600)
@given(told())
def test_registers_read_anything(one: tuple[Document, list[Claim]]) -> None:
    document, claims = one
    for entry in entries(document, claims):
        for detail in entry.details:
            for by in detail.stated:
                assert by.claim is None or by.claim in {claim.id for claim in claims}
                assert by.span is None or by.span.end <= len(document.text)
