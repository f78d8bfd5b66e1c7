"""Claims read from one invented sentence each, and decisions on them, for the tests of the human layer."""

from dataclasses import replace
from datetime import date

from quipu.model import (
    Action,
    Change,
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    Decision,
    EventType,
    Modality,
    SeenClaim,
    Span,
    Words,
    sha256_hex,
)

TEXT = "Two miners died in Calama on 6 March 2022, the hospital said. Five more died in Tocopilla."


def make_claim(id: str = "c-1", *, text: str = TEXT, words: str = "Two miners died in Calama on 6 March 2022") -> Claim:
    """The claim of the first sentence: two killed in Calama on 6 March 2022, by the hospital's word."""
    start = text.index(words)
    return Claim(
        id=id,
        document_id="d",
        span=Span(start, start + len(words)),
        type=EventType.KILLING,
        modality=Modality.REPORTED,
        rule="die@1",
        confidence=0.9,
        target=Words("Two miners", Span(start, start + 10)),
        place=ClaimPlace("Calama", Span(start + 19, start + 25), geonameid=3897347, country="CL"),
        date=ClaimDate(date(2022, 3, 6), date(2022, 3, 6), "explicit", Span(start + 29, start + 41)),
        count=Count(CountKind.KILLED, 2, 2, "Two", Span(start, start + 3)),
        attribution=Words("the hospital"),
    )


def make_other(id: str = "c-2", text: str = TEXT) -> Claim:
    """The claim of the second sentence: five killed in Tocopilla."""
    start = text.index("Five more")
    span = Span(start, start + len("Five more died in Tocopilla"))
    count = Count(CountKind.KILLED, 5, 5, "Five", Span(start, start + 4))
    return replace(make_claim(id), span=span, target=None, place=None, date=None, count=count, attribution=None)


def make_seen(claim: Claim, text: str = TEXT, beside: tuple[str, ...] = ()) -> SeenClaim:
    """The claim as a person saw it."""
    return SeenClaim(claim, claim.span.of(text), sha256_hex(text), beside)


def make_decision(
    action: Action, *claims: Claim, number: int = 1, coder: str = "ana", changes: tuple[Change, ...] = ()
) -> Decision:
    """A decision on claims of `TEXT`."""
    seen = tuple(make_seen(claim) for claim in claims)
    return Decision(f"j-{number}", action, coder, f"2022-03-1{number}T09:00:00Z", "why", seen, changes=changes,
                    number=number)  # fmt: skip
