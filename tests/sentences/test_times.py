"""Times: spans, TIMEX3 types and values, the days they cover, with and without an anchor."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.model import Time
from quipu.sentences.split import split_sentences
from quipu.sentences.times import find_times

# A Wednesday.
ANCHOR = date(2019, 10, 23)

ENGLISH = [
    ("Troops left on March 3, 2018.", "March 3, 2018", "DATE", "2018-03-03"),
    ("Troops left on 3 March 2018.", "3 March 2018", "DATE", "2018-03-03"),
    ("Troops left on the 3rd of March.", "the 3rd of March", "DATE", "2019-03-03"),
    ("Dated 2018-03-03.", "2018-03-03", "DATE", "2018-03-03"),
    ("Dated 13/03/2018.", "13/03/2018", "DATE", "2018-03-13"),
    ("Shops shut on Friday.", "Friday", "DATE", "2019-10-18"),
    ("Shops will shut on Friday.", "Friday", "DATE", "2019-10-25"),
    ("Shops shut on Sunday, Oct. 20.", "Sunday, Oct. 20", "DATE", "2019-10-20"),
    ("They marched last Friday.", "last Friday", "DATE", "2019-10-18"),
    ("They fell on Dec. 30.", "Dec. 30", "DATE", "2018-12-30"),
    ("They will meet on Jan. 4.", "Jan. 4", "DATE", "2020-01-04"),
    ("It rose in 2015.", "2015", "DATE", "2015"),
    ("It rose in March 2015.", "March 2015", "DATE", "2015-03"),
    ("It rose last month.", "last month", "DATE", "2019-09"),
    ("It rose last week.", "last week", "DATE", "2019-W42"),
    ("It fell yesterday.", "yesterday", "DATE", "2019-10-22"),
    ("It fell the day before yesterday.", "the day before yesterday", "DATE", "2019-10-21"),
    ("It fell two months ago.", "two months ago", "DATE", "2019-08"),
    ("It fell three days ago.", "three days ago", "DATE", "2019-10-20"),
    ("It fell on Friday night.", "Friday night", "TIME", "2019-10-18TNI"),
    ("In the early hours of Sunday morning, it fell.", "the early hours of Sunday morning", "TIME", "2019-10-20TMO"),
    ("It fell at 10 p.m. Monday.", "10 p.m. Monday", "TIME", "2019-10-21T22:00"),
    ("The siege lasted two months.", "two months", "DURATION", "P2M"),
    ("A three-hour siege.", "three-hour", "DURATION", "PT3H"),
    ("It lasted 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
    ("In the last 18 months it grew.", "the last 18 months", "DURATION", "P18M"),
    ("They meet every day.", "every day", "SET", "P1D"),
    ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
    ("Now they meet.", "Now", "DATE", "PRESENT_REF"),
    ("In the third quarter of 2018 it fell.", "the third quarter of 2018", "DATE", "2018-Q3"),
    ("It fell in the late 1970s.", "the late 1970s", "DATE", "197"),
    ("It fell in the nineties.", "the nineties", "DATE", "199"),
    ("It fell in early September.", "early September", "DATE", "2019-09"),
    ("By the end of 2020 it will fall.", "the end of 2020", "DATE", "2020"),
    # pairs
    ("The siege lasted a couple of weeks.", "a couple of weeks", "DURATION", "P2W"),
    ("It fell a couple of months ago.", "a couple of months ago", "DATE", "2019-08"),
    ("Clashes lasted several quarters.", "several quarters", "DURATION", "PXQ"),
    # hours told by a part of the day
    ("Soldiers came at four in the morning.", "four in the morning", "TIME", "2019-10-23T04:00"),
    ("Soldiers came at about 3 in the afternoon.", "about 3 in the afternoon", "TIME", "2019-10-23T15:00"),
    ("Soldiers came at 9:30 at night on Sunday.", "9:30 at night on Sunday", "TIME", "2019-10-20T21:30"),
    ("Soldiers came at 2 at night.", "2 at night", "TIME", "2019-10-23T02:00"),
    ("Shots rang out in mid-afternoon yesterday.", "mid-afternoon yesterday", "TIME", "2019-10-22TAF"),
    ("It fell in the early morning of Sunday.", "the early morning of Sunday", "TIME", "2019-10-20TMO"),
    # stretches named by a day that they hold
    ("Unions met in the week of 7 October.", "the week of 7 October", "DATE", "2019-W41"),
    ("Unions met in the week of October 7, 2018.", "the week of October 7, 2018", "DATE", "2018-W40"),
    # the extent leaves the preposition out
    ("Such bans failed in the past.", "the past", "DATE", "PAST_REF"),
    ("Such bans failed in the past that he praised.", "the past", "DATE", "PAST_REF"),
]
# Which way a weekday or month lies, by the words around it.
DIRECTIONS = [
    ("The funerals will be held on Friday.", "2019-10-25"),
    ("The dead will be publicly mourned on Friday.", "2019-10-25"),
    ("The funerals were held on Friday.", "2019-10-18"),
    ("The curfew is to be lifted on Friday.", "2019-10-25"),
    ("The appeal is heard in December.", "2019-12"),
    ("A ruling could come as early as Friday.", "2019-10-25"),
    ("They must leave no later than Friday.", "2019-10-25"),
    ("The truce had been due to expire on Friday.", "2019-10-18"),
    ("A rally originally scheduled for Friday drew few.", "2019-10-18"),
    ("A rally scheduled for Friday worries police.", "2019-10-25"),
    ("Aides said the envoy would travel on Friday.", "2019-10-25"),
    ("The envoy would have travelled on Friday.", "2019-10-18"),
    ('"We will march on Friday," he said.', "2019-10-25"),
    ("The new price is effective December 1.", "2019-12-01"),
    ("Ministers wrote in December of a plot.", "2018-12"),
]
SPANISH = [
    ("Cayó el 3 de marzo de 2018.", "el 3 de marzo de 2018", "DATE", "2018-03-03"),
    ("Cayó el domingo 20 de octubre.", "el domingo 20 de octubre", "DATE", "2019-10-20"),
    ("Cayó el pasado 2 de julio.", "el pasado 2 de julio", "DATE", "2019-07-02"),
    ("Cayó el viernes.", "el viernes", "DATE", "2019-10-18"),
    ("Se reunirán el próximo viernes.", "el próximo viernes", "DATE", "2019-10-25"),
    ("Cayó ayer por la tarde.", "ayer por la tarde", "TIME", "2019-10-22TAF"),
    ("Llegarán mañana, jueves.", "mañana, jueves", "DATE", "2019-10-24"),
    ("Cayó la semana pasada.", "la semana pasada", "DATE", "2019-W42"),
    ("Cayó hace dos meses.", "hace dos meses", "DATE", "2019-08"),
    ("Duró más de un año.", "más de un año", "DURATION", "P1Y"),
    ("Duró trece horas.", "trece horas", "DURATION", "PT13H"),
    ("Se reúnen cada día.", "cada día", "SET", "P1D"),
    ("Cayó a finales de septiembre de 2018.", "finales de septiembre de 2018", "DATE", "2018-09"),
    ("Fue en el siglo XIX.", "el siglo XIX", "DATE", "18"),
    ("Cayó esta mañana.", "esta mañana", "TIME", "2019-10-23TMO"),
    ("Ahora gobierna otro.", "Ahora", "DATE", "PRESENT_REF"),
    ("Duró un par de horas.", "un par de horas", "DURATION", "PT2H"),
    ("Cayó hace un par de meses.", "hace un par de meses", "DATE", "2019-08"),
    ("Los entierros serán celebrados el viernes.", "el viernes", "DATE", "2019-10-25"),
    ("La marcha había sido convocada para el viernes.", "el viernes", "DATE", "2019-10-18"),
]
NOTHING = [
    ("en", "They may march again."),
    ("en", "The march ended at the port."),
    ("en", "The fall of the government surprised nobody."),
    ("en", "Some 2000 protesters came."),
    ("en", "He read The Sunday Times."),
    ("en", "A 17-year-old was hurt."),
    ("en", "She came second and sat."),
    ("en", "Fire took three-quarters of the harvest."),
    ("es", "Marchan hacia la Plaza de Mayo."),
    ("es", "El diario lo negó."),
    ("es", "Habló el padre Domingo."),
]


def _times(text: str, language: str, anchor: date | None) -> tuple[Time, ...]:
    return find_times(text, split_sentences(text, language), language, anchor)


@pytest.mark.parametrize(
    ("language", "text", "words", "kind", "value"),
    [("en", *row) for row in ENGLISH] + [("es", *row) for row in SPANISH],
    ids=[row[1] for row in (*ENGLISH, *SPANISH)],
)
def test_times_read_with_an_anchor(language: str, text: str, words: str, kind: str, value: str) -> None:
    found = [(time.span.of(text), time.type, time.value) for time in _times(text, language, ANCHOR)]
    assert found == [(words, kind, value)]


@pytest.mark.parametrize(("text", "value"), DIRECTIONS, ids=[row[0] for row in DIRECTIONS])
def test_times_lie_where_the_verb_of_their_own_clause_points(text: str, value: str) -> None:
    assert [time.value for time in _times(text, "en", ANCHOR)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Police shot four in the morning.", ["2019-10-23TMO"]),
        ("In the past three weeks roads were shut.", ["P3W"]),
    ],
)
def test_times_take_no_count_for_an_hour_and_no_stretch_for_the_past(text: str, values: list[str]) -> None:
    assert [time.value for time in _times(text, "en", ANCHOR)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Exports fell in the third quarter from a year earlier.", ["2019-Q3", "2018-Q3"]),
        ("Exports fell in the first nine months from a year earlier.", ["P9M", "2018"]),
        ("Exports fell in the second quarter, and in the nine months from a year ago.", ["2019-Q2", "P9M", "2018"]),
        ("Exports fell in the quarter ended Sept. 30.", ["2019-Q3", "2019-09-30"]),
        ("In the second quarter they fell. In the quarter ended Sept. 28 too.", ["2019-Q2", "2019-Q2", "2019-09-28"]),
        ("Exports fell in the year ended June 30.", ["P1Y", "2019-06-30"]),
        ("In the third quarter they fell; in the 2017 quarter they rose.", ["2019-Q3", "2017-Q3"]),
        ("In the third quarter they fell, in the latest period by half.", ["2019-Q3", "2019-Q3"]),
        ("In the third quarter they fell from the year-earlier period.", ["2019-Q3", "2018-Q3"]),
        ("It was the latest period of unrest.", []),
    ],
)
def test_times_hold_a_stretch_against_the_one_named_before(text: str, values: list[str]) -> None:
    assert [time.value for time in _times(text, "en", ANCHOR)] == values


@pytest.mark.parametrize(("language", "text"), NOTHING, ids=[row[1] for row in NOTHING])
def test_times_leave_words_that_only_look_like_time(language: str, text: str) -> None:
    assert _times(text, language, ANCHOR) == ()


@pytest.mark.parametrize(
    ("text", "begin", "finish"),
    [
        ("It fell last week.", date(2019, 10, 14), date(2019, 10, 20)),
        ("It fell in September.", date(2019, 9, 1), date(2019, 9, 30)),
        ("It fell in early September.", date(2019, 9, 1), date(2019, 9, 10)),
        ("In the last 18 months it grew.", date(2018, 4, 23), date(2019, 10, 23)),
        ("It fell on Friday night.", date(2019, 10, 18), date(2019, 10, 18)),
        ("It lasted three weeks.", None, None),
        ("It is over now.", None, None),
    ],
)
def test_times_cover_days(text: str, begin: date | None, finish: date | None) -> None:
    (time,) = _times(text, "en", ANCHOR)
    assert (time.begin, time.finish) == (begin, finish)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell on Friday.", ["XXXX-WXX-5"]),
        ("It fell yesterday.", ["XXXX-XX-XX"]),
        ("It fell last week.", ["XXXX-WXX"]),
        ("It fell on December 7.", ["XXXX-12-07"]),
        ("It fell in March 2015.", ["2015-03"]),
    ],
)
def test_times_without_an_anchor_get_no_days_from_nowhere(text: str, values: list[str]) -> None:
    times = _times(text, "en", None)
    assert [time.value for time in times] == values
    assert all(time.begin is None for time in times if "X" in time.value)


def test_times_without_an_anchor_take_the_year_that_weekdays_fix() -> None:
    text = "The vote of May 2018 was disputed. Two men died on Sunday, October 20. The strike began on October 18."
    assert [time.value for time in _times(text, "en", None)] == ["2018-05", "2019-10-20", "2019-10-18"]


def test_times_follow_the_story() -> None:
    text = "They met on March 3, 2018. The following day they parted. Two days later they met again."
    days = [(time.begin, time.value) for time in _times(text, "en", ANCHOR)]
    assert days == [(date(2018, 3, 3), "2018-03-03"), (date(2018, 3, 4), "2018-03-04"), (date(2018, 3, 6), "P2D")]


NAMED_DAYS = [
    ("named with its date", "They met on Wednesday, October 16. They met on Wednesday night.", date(2019, 10, 16)),
    ("not named", "They met in October. They met again on Wednesday night.", date(2019, 10, 23)),
    ("named long ago", "They met on Wednesday, August 7. They met again on Wednesday night.", date(2019, 10, 23)),
    ("said to be last", "They met on Wednesday, October 9. They met again last Wednesday.", date(2019, 10, 16)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), [case[1:] for case in NAMED_DAYS], ids=[case[0] for case in NAMED_DAYS])
def test_times_a_weekday_is_the_one_named_with_its_date(text: str, day: date) -> None:
    assert _times(text, "en", ANCHOR)[-1].begin == day


def test_times_share_a_month() -> None:
    text = "Entre el 5 y el 6 de junio se reunieron."
    assert [time.value for time in _times(text, "es", ANCHOR)] == ["2019-06-05", "2019-06-06"]


def test_times_say_what_they_rest_on() -> None:
    text = "It began on March 3, 2018 and ended yesterday."
    assert [time.basis for time in _times(text, "en", ANCHOR)] == ["explicit", "relative"]


VOCABULARY = """the last two three 31 29 2019 0 Feb. February Friday night week months years ago of early end , . - to
and half 10:75 24:00 p.m. 2019-02-30 99/99/2019 hace el 30 de febrero siglo XX pasado próximo mañana día century 1/2
quarter fifth Easter since 9999 every daily"""
_WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=14).map(" ".join)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), _WORDS), st.sampled_from(["en", "es"]), st.one_of(st.none(), st.dates()))
def test_times_never_raise_and_stay_in_their_sentences(text: str, language: str, anchor: date | None) -> None:
    sentences = split_sentences(text, language)
    times = find_times(text, sentences, language, anchor)
    assert all(any(sentence.span.holds(time.span) for sentence in sentences) for time in times)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    assert all(time.begin is None or time.finish is None or time.begin <= time.finish for time in times)
    assert all(time.type in {"DATE", "TIME", "DURATION", "SET"} and time.value for time in times)
