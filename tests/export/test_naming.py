"""Framing counted by source and speaker; copies add no source; quotations end with their paragraph."""

from dataclasses import replace

import pytest

from export.factory.crisis import crisis
from export.factory.view import ListView
from quipu.export.naming import count_framing, count_row, framing_lines
from quipu.model import Naming, Span, Stance, Words

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
        {"quotation": line.quotation, "document": "a", "start": FIRST, "end": FIRST + 7, "permalink": line.permalink}
    ]
