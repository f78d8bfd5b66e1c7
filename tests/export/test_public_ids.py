"""A document whose very id spells a name gets another one, everywhere alike."""

from dataclasses import replace
from datetime import date

from export.factory.crisis import NAMED_IN, crisis
from export.factory.view import ListView
from quipu.export.public import public_view
from quipu.model import DayEntry, Quote, Span

SPELT = "bulletin-testname-placeholder"


def renamed() -> ListView:
    """The crisis with the naming bulletin under an id that spells the name, and a copy of it."""
    base = crisis()
    filed = [replace(f, document=replace(f.document, id=SPELT)) if f.document.id == NAMED_IN else f for f in base.filed]
    filed.append(replace(filed[0], document=replace(filed[0].document, id="copy"), copy_of=SPELT))
    claims = [replace(c, document_id=SPELT) if c.document_id == NAMED_IN else c for c in base.all_claims]
    events = [
        replace(e, documents=tuple(SPELT if id == NAMED_IN else id for id in e.documents)) for e in base.all_events
    ]
    days = [DayEntry(date(2031, 5, 7), 1.0, 1, 1, (Quote(SPELT, Span(0, 4)),))]
    return ListView(filed, claims, all_events=events, all_days=days)


def test_public_id_that_spells_a_name_is_replaced_everywhere_alike() -> None:
    view = public_view(renamed())
    ids = [filed.document.id for filed in view.documents()]
    assert SPELT not in ids
    new = next(filed.copy_of for filed in view.documents() if filed.document.id == "copy")
    assert new in ids
    assert view.document(str(new)).document.id == new
    claims = list(view.claims(document=new))
    assert claims
    assert {claim.document_id for claim in claims} == {new}
    assert any(new in event.documents for event in view.events())
    assert [quote.document_id for entry in view.days() for quote in entry.sentences] == [new]
    assert not any(SPELT in event.documents for event in view.events())
