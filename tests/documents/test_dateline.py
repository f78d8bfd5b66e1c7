"""Datelines: a day that the text states as its own, and none that it only tells of."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.documents.dateline import find_dateline, read_day

BODY = "\n\nTwo men died on Monday 5 December 2022 near the bridge, the office said."
D = date(2022, 12, 14)

CASES = [
    ("label", "Published: 14 December 2022" + BODY, D),
    ("label_us", "Published on December 14, 2022 at 10:15 a.m." + BODY, D),
    ("label_weekday", "First published Wednesday 14 Dec. 2022, 18:30 GMT" + BODY, D),
    ("label_iso", "Published: 2022-12-14T10:00:00Z" + BODY, D),
    ("label_spanish", "Publicado el 14 de diciembre de 2022" + BODY, D),
    ("label_spanish_day", "Publicado: miércoles, 14 de diciembre del 2022 | 17:20 h" + BODY, D),
    ("label_numbers", "Publicado el 14/12/2022" + BODY, D),
    ("label_us_numbers", "Posted 12/14/2022" + BODY, D),
    ("label_at_the_end", "Bridge cleared" + BODY + "\n\nPublished: 14 December 2022\n", D),
    ("label_beats_lines", "15 December 2022\nPublished: 14 December 2022" + BODY, D),
    ("agency", "LIMA, 14 December 2022 (Agency) - Two men died." + BODY, D),
    ("agency_us", "Arequipa, Peru, December 14, 2022 — Two men died." + BODY, D),
    ("agency_spanish", "LIMA, 14 de diciembre de 2022.- Dos hombres murieron." + BODY, D),
    ("alone", "Bridge cleared\n\n14 December 2022" + BODY, D),
    ("alone_with_place", "Lima, 14 de diciembre de 2022" + BODY, D),
    ("alone_with_hour", "Dec 14, 2022 - 10:30 PM" + BODY, D),
    ("ordinal", "14th of December, 2022" + BODY, D),
    ("setiembre", "Lima, 1.º de setiembre de 2022" + BODY, date(2022, 9, 1)),
    ("in_prose", "Two men died" + BODY, None),
    ("begins_prose", "On 14 December 2022 two men died near the bridge." + BODY, None),
    ("date_begins_prose", "December 14, 2022 was the day on which two men died." + BODY, None),
    ("no_year", "LIMA, Dec 14 (Agency) - Two men died." + BODY, None),
    ("updated", "Updated: 14 December 2022" + BODY, None),
    ("updated_spanish", "Actualizado el 14 de diciembre de 2022" + BODY, None),
    ("ambiguous_numbers", "Published: 04/05/2022" + BODY, None),
    ("two_days_alone", "14 December 2022\n15 December 2022" + BODY, None),
    ("no_such_day", "Published: 31 November 2022" + BODY, None),
    ("month_only", "Published: December 2022" + BODY, None),
    (
        "deep_in_text",
        "Bridge cleared\n\n" + "A line of the report.\n" * 30 + "14 December 2022\n" + "More.\n" * 20,
        None,
    ),
    ("empty", "", None),
]


@pytest.mark.parametrize(("name", "text", "day"), CASES, ids=[case[0] for case in CASES])
def test_dateline(name: str, text: str, day: date | None) -> None:
    assert find_dateline(text) == day


@given(st.dates(date(1950, 1, 1), date(2060, 1, 1)))
def test_dateline_reads_every_day_in_words(day: date) -> None:
    spanish = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ]
    assert read_day(f"{day:%d %B %Y}") == day
    assert read_day(f"{day:%B} {day.day}, {day.year}") == day
    assert read_day(f"{day.day} de {spanish[day.month - 1]} de {day.year}") == day
    assert read_day(day.isoformat()) == day


@given(st.text())
def test_dateline_never_raises(text: str) -> None:
    find_dateline(text)
    read_day(text)


HOSTILE = [
    "Aa-",
    "A a ",
    "A.",
    "December ",
    "14 ",
    "1",
    "-",
    "\n \n",
    "Lima, ",
    "Published: ",
    "(",
    "14 de ",
    " ",
    "Mon, ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_dateline_takes_no_longer_for_hostile_lines(piece: str) -> None:
    began = time.monotonic()
    find_dateline((piece * 400 + "\n") * 400)
    find_dateline(("A" + piece * 20 + "\n") * 400)
    assert time.monotonic() - began < 2
