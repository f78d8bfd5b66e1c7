"""Any claim and any document, and small factories, for the tests of the store."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from quipu.model import (
    Anchor,
    AnchorBasis,
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    Document,
    Event,
    EventType,
    Modality,
    Run,
    Span,
    Victim,
    Words,
    claim_id,
    event_code,
)
from quipu.store import Filing, Keyed, Store

# Lone surrogates and NUL too: a JSON Lines source may hold them, and a text is stored as it is.
WORDS = st.text(st.characters(exclude_categories=()), max_size=12)
NAMES = st.none() | WORDS
DAYS = st.none() | st.dates()
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 500)).map(lambda pair: Span(pair[0], sum(pair)))
NUMBERS = st.none() | st.floats(allow_nan=False)
PLACED = st.floats(-180, 180)

PLACES = st.builds(
    ClaimPlace,
    text=WORDS,
    span=st.none() | SPANS,
    geonameid=st.none() | st.integers(1, 10**8),
    lat=st.none() | PLACED,
    lon=st.none() | PLACED,
    country=NAMES,
    admin1=NAMES,
)
FIELDS = st.none() | st.builds(Words, text=WORDS, span=st.none() | SPANS)
COUNTS = st.builds(
    Count,
    what=st.sampled_from(CountKind),
    low=NUMBERS,
    high=NUMBERS,
    text=WORDS,
    span=SPANS,
    cumulative=st.booleans(),
    scope=NAMES,
    relation=NAMES,
)
VICTIMS = st.builds(Victim, span=SPANS, name=st.none() | SPANS, age=st.none() | st.integers(0, 120), group=NAMES)
CLAIMS = st.builds(
    Claim,
    id=st.integers(0, 2**64 - 1).map(lambda number: f"c-{number:016x}"),
    document_id=st.just("any"),
    span=SPANS,
    type=st.sampled_from(EventType),
    modality=st.sampled_from(Modality),
    rule=st.just("killed@1"),
    confidence=st.floats(0, 1),
    actor=FIELDS,
    target=FIELDS,
    place=st.none() | PLACES,
    date=st.none()
    | st.builds(ClaimDate, DAYS, DAYS, st.sampled_from(["explicit", "relative", "anchor"]), st.none() | SPANS),
    count=st.none() | COUNTS,
    attribution=FIELDS,
    chain=st.lists(st.builds(Words, text=WORDS, span=st.none() | SPANS), max_size=3).map(tuple),
    victims=st.lists(VICTIMS, max_size=3).map(tuple),
    plover_event=NAMES,
    plover_mode=NAMES,
    acled_event_type=NAMES,
    acled_sub_event_type=NAMES,
)
DOCUMENTS = st.builds(
    Document,
    id=st.text(st.characters(exclude_categories=()), min_size=1, max_size=12),
    text=st.text(st.characters(exclude_categories=()), max_size=60),
    title=NAMES,
    author=NAMES,
    publisher=NAMES,
    published=DAYS,
    published_basis=st.none() | st.just("metadata"),
    language=NAMES,
    url=NAMES,
    extractor=WORDS,
)
ANCHORS = st.builds(
    Anchor, day=DAYS, basis=st.sampled_from(AnchorBasis), evidence=st.lists(SPANS, max_size=3).map(tuple)
)

TEXT = "Two people died in Juliaca on 9 January 2023, the ombudsman said."
RUN = Run("run-1", "2023-02-07T09:00:00.000Z", "0.1.0", "sha256:0", ("reports",), {"workers": "1"})


class Ticking:
    """A clock that goes on by one second each time that it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2023, 2, 7, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def make_claim(document: str = "a", text: str = TEXT, *, said: str = "", type: EventType = EventType.KILLING) -> Claim:
    """A claim whose words really stand in `text`, which begins as TEXT does."""
    return Claim(
        id=claim_id(document_id=document, start=0, end=len(text), type=type, said=[said]),
        document_id=document,
        span=Span(0, len(text)),
        type=type,
        modality=Modality.REPORTED,
        rule="killed@1",
        confidence=0.9,
        place=ClaimPlace("Juliaca", Span(19, 26), country="PE"),
        date=ClaimDate(date(2023, 1, 9), date(2023, 1, 9), "explicit", Span(30, 44)),
        count=Count(CountKind.KILLED, 2, 2, "Two", Span(0, 3)),
        attribution=Words("the ombudsman", Span(46, 59)),
        victims=(Victim(Span(0, 10)),),
    )


def make_filing(id: str = "a", text: str = TEXT, *, claims: int = 1) -> Filing:
    """A document with that many claims."""
    keyed = (Keyed(make_claim(id, text, said=str(n)), "killing", date(2023, 1, 9)) for n in range(claims))
    return Filing(Document(id, text, language="en"), claims=tuple(keyed))


def make_event(*claims: Claim) -> Event:
    """The event that these claims make."""
    ids = tuple(sorted(claim.id for claim in claims))
    day = date(2023, 1, 9)
    documents = tuple(sorted({claim.document_id for claim in claims}))
    return Event(event_code(ids[0]), EventType.KILLING, day, day, None, ids, documents)


def make_record(folder: Path, *filings: Filing, run: Run = RUN) -> Store:
    """A new record with one run that added these documents."""
    store = Store.open(folder, create=True, clock=Ticking())
    with store.writer() as writer:
        writer.begin_run(run)
        if filings:
            writer.add_documents(run.id, filings)
        writer.finish_run(run.id, status="finished", counts={"documents_added": len(filings)})
    return store
