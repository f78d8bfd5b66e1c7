"""Framing counted by source and speaker; copies add no source; quotations end with their paragraph."""

from dataclasses import replace
from datetime import date

import pytest

from export.factory.crisis import crisis
from export.factory.view import ListView
from quipu.claims.namings import FramingFile
from quipu.export.named_events import NamedEvents, claim_of
from quipu.export.naming import count_framing, count_row, framing_lines
from quipu.lexicon import languages, load
from quipu.model import (
    CONCEPT_TYPES,
    Claim,
    ClaimDate,
    ClaimPlace,
    EventType,
    Modality,
    Naming,
    Span,
    Stance,
    Words,
)

TEXT = "Heading of the day\nThe rioters, as the mayor calls protesters, went home. They are not rioters.\nThe end."
FIRST, SECOND = TEXT.index("rioters"), TEXT.rindex("rioters")


def _view(copy_of: str | None = None) -> ListView:
    """One report of the invented crisis with a text and namings of ours, twice where a copy is asked for."""
    filed = next(iter(crisis().documents()))
    doc = replace(filed.document, id="a", text=TEXT, publisher="The Courier")
    named = [
        Naming("a", Span(FIRST, FIRST + 7), "people_who_protest", "rioters", Stance.USED, Words("the mayor")),
        Naming("a", Span(TEXT.index("protesters"), TEXT.index("protesters") + 10), "people_who_protest", "protesters"),
        Naming("a", Span(SECOND, SECOND + 7), "people_who_protest", "rioters", Stance.DENIED, Words("The Mayor")),
    ]
    one, two = (
        replace(filed, document=doc, copy_of=None),
        replace(filed, document=replace(doc, id="b"), copy_of=copy_of),
    )
    return ListView(filed=[one, two], all_namings=[*named, *(replace(naming, document_id="b") for naming in named)])


@pytest.mark.parametrize(("copy_of", "times"), [("a", 1), (None, 2)], ids=["a copy", "two reports of one paper"])
def test_naming_counts_per_source_and_speaker(copy_of: str | None, times: int) -> None:
    counts = count_framing(framing_lines(_view(copy_of)))
    assert [(one.term, one.speaker, one.used, one.denied, one.times) for one in counts] == [
        ("protesters", None, times, 0, times),
        ("rioters", "the mayor", times, times, 2 * times),
    ]
    assert {one.source for one in counts} == {"The Courier"}


@pytest.mark.parametrize(("most", "expected"), [(0, 0), (1, 1), (5, 2)])
def test_naming_gives_so_many_quotations_at_most(most: int, expected: int) -> None:
    (_, rioters) = count_framing(framing_lines(_view("a")), most)
    assert len(rioters.quotations) == expected


def test_naming_quotes_no_further_than_its_paragraph() -> None:
    line = next(framing_lines(_view("a")))
    assert (line.words, line.quotation) == ("rioters", TEXT.split("\n")[1])
    assert line.permalink == f"documents/a.html#t-{FIRST}"
    row = count_row(count_framing([line])[0])
    assert row["quotations"] == [
        {"quotation": line.quotation, "document": "a", "start": FIRST, "end": FIRST + 7}
        | {"permalink": line.permalink, "event": None}
    ]


def _claim(id: str, span: tuple[int, int], type: EventType = EventType.REMOVAL_FROM_OFFICE, **more) -> Claim:
    return Claim(id, "a", Span(*span), type, more.pop("modality", Modality.ASSERTED), "r@1", 0.9, **more)


COUP = Naming("a", Span(10, 14), "removal_of_a_president", "coup")
RIOTERS = Naming("a", Span(10, 17), "people_who_protest", "rioters")
WIDE, NARROW = _claim("c-wide", (0, 40)), _claim("c-narrow", (5, 20))
HOLDING = [
    ("the narrowest that holds it", COUP, [WIDE, NARROW], "c-narrow"),
    ("none that it is not in", COUP, [_claim("c-1", (12, 40)), _claim("c-2", (20, 40))], None),
    ("none of a type that it does not name", COUP, [_claim("c-1", (5, 20), EventType.PROTEST)], None),
    ("done before spoken of", COUP, [_claim("c-1", (5, 20), modality=Modality.PLANNED), WIDE], "c-wide"),
    ("people in any event", RIOTERS, [_claim("c-1", (5, 20), EventType.PROTEST)], "c-1"),
]


@pytest.mark.parametrize(
    ("naming", "claims", "expected"), [row[1:] for row in HOLDING], ids=[row[0] for row in HOLDING]
)
def test_naming_claim_that_it_stands_in(naming: Naming, claims: list[Claim], expected: str | None) -> None:
    found = claim_of(naming, claims)
    assert (found.id if found else None) == expected


ELSEWHERE = [
    ("at home", {"place": ClaimPlace("Halden", country="XA")}, False),
    ("abroad", {"place": ClaimPlace("Bolivia", country="BO")}, True),
    ("nowhere told", {}, False),
    ("years ago", {"date": ClaimDate(date(1992, 4, 5), date(1992, 4, 5), "explicit")}, True),
    ("of its days", {"date": ClaimDate(date(2031, 5, 6), None, "explicit")}, False),
]


@pytest.mark.parametrize(("fields", "expected"), [row[1:] for row in ELSEWHERE], ids=[row[0] for row in ELSEWHERE])
def test_naming_of_other_countries_and_times_is_elsewhere(fields: dict, expected: bool) -> None:
    homes = {event.place.country for event in crisis().events() if event.place and event.place.country}
    assert len(homes) == 1
    if "place" in fields and fields["place"].country == "XA":
        fields = {"place": replace(fields["place"], country=homes.pop())}
    filed = next(one for one in crisis().documents() if one.anchor.day and one.anchor.day.year == 2031)
    assert NamedEvents(crisis()).is_elsewhere(_claim("c-1", (0, 9), **fields), filed) is expected


def test_naming_concepts_of_events_are_those_of_the_lexicon() -> None:
    for language in languages():
        assert CONCEPT_TYPES.keys() <= load("framing", language, FramingFile).concepts.keys()
