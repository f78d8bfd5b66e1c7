"""What began before a window and goes on in it: emergencies, curfews, strikes, blockades; by what reports state alone.

A measure goes on as long as its stated term, until the day on which its end is told, or until the last day on which a
report still tells of it; a strike that nobody tells of any more is not taken to go on.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quipu.model import Claim, Event, EventType, RegisterDetail, RegisterEntry, RoundupSentence
from quipu.tallies.chains import CHAINED
from quipu.tallies.roundup_telling import Telling

_OVER = frozenset(("ended", "lifted", "called off"))
_ON = frozenset(("declared", "extended", "in force", "under way"))
_LENGTH = re.compile(r"P(\d+)([MY])")
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = {"M": 1, "Y": 12}
_DAYS_OF_MONTH = 28
# Days that a term is taken to run at most.
_LONGEST = 3650


@dataclass(frozen=True, slots=True)
class Holding:
    """A line of a register that holds from one day to another, and what tells so."""

    entry: RegisterEntry
    begin: date
    last: date
    why: str
    """`until`, `days`, `duration`, `ended` or `told`."""
    proof: RegisterDetail | None
    """What states it; None where only the days of the event do."""

    @property
    def events(self) -> frozenset[str]:
        """The events that the line is made from."""
        return frozenset(id for id in (self.entry.event, *self.entry.values("event")) if id)


def find_holding(telling: Telling) -> list[Holding]:
    """The decrees, strikes and blockades that began before the window and go on in it, the oldest first."""
    entries = (entry for register in CHAINED for entry in telling.view.registers(register=register))
    held = [one for one in map(holding, entries) if one and one.begin < telling.first <= one.last]
    return sorted(held, key=lambda one: (one.begin, one.entry.event or ""))


def holding(entry: RegisterEntry) -> Holding | None:
    """How long a line holds; None where it does not, or no day is known of it.

    >>> holding(curfew_from_10_january_for_3_days).last
    datetime.date(2023, 1, 12)
    """
    steps = [detail for detail in entry.details if detail.name == "history" and detail.as_of]
    on, last = [step for step in steps if step.value in _ON], steps[-1] if steps else None
    if not on or last is None or last.value not in _ON | _OVER:
        return None
    begins = [day for value in entry.values("begin") if (day := _day(value))] or [on[0].as_of or date.max]
    # An extension is told before the day from which it holds.
    begin = min(begins) if on[0].value == "extended" else min(*begins, entry.begin or date.max)
    if last.value in _OVER and last.as_of:
        return Holding(entry, begin, last.as_of, "ended", last)
    ends = list(_ends(entry, max(begins), on[-1]))
    end, why, proof = max(ends, key=lambda one: one[0])
    return Holding(entry, begin, end, why, proof)


def _ends(entry: RegisterEntry, begin: date, seen: RegisterDetail) -> Iterator[tuple[date, str, RegisterDetail | None]]:
    """The days to which a line holds, by its term and by when it was last told of, its term first."""
    for detail in entry.details:
        if detail.name == "until" and (until := _day(detail.value)):
            yield until, "until", detail
        elif detail.name == "days" and detail.value.isdecimal():
            yield begin + timedelta(days=min(int(detail.value), _LONGEST) - 1), "days", detail
        elif detail.name == "duration" and (found := _LENGTH.fullmatch(detail.value)):
            yield _after(begin, min(int(found.group(1)) * _MONTHS[found.group(2)], _LONGEST // 30)), "duration", detail
    if seen.as_of:
        yield seen.as_of, "told", seen
    if entry.finish:
        yield entry.finish, "told", None


def _day(value: str) -> date | None:
    """A day in ISO 8601; None for one of which only a part is known ("XXXX-12-25")."""
    return date.fromisoformat(value) if _WHOLE_DAY.fullmatch(value) else None


def _after(day: date, months: int) -> date:
    """The day so many months on; the 28th for a later day of a month, whose next may be shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, _DAYS_OF_MONTH))


def tell_in_force(held: Iterable[Holding], telling: Telling) -> Iterator[RoundupSentence]:
    """One sentence for each, with how long it is stated to hold and a report's words."""
    for one in held:
        claims = _claims(one, telling)
        if claims and one.entry.event:
            yield telling.notes.say(_say(one, claims[0], telling), telling.notes.some(claims))


def _claims(one: Holding, telling: Telling) -> list[Claim]:
    """What states how long it holds first, then what is told of it as done; no title before a sentence."""
    stating = {stated.claim for stated in one.proof.stated} if one.proof else set()
    told = [claim for claim in telling.view.claims(ids=one.entry.claims) if claim.modality.happened]
    return sorted(told, key=lambda claim: (claim.id not in stating, telling.reports.is_headline(claim)))


def _say(one: Holding, lead: Claim, telling: Telling) -> str:
    words, event = telling.words, telling.view.event(one.entry.event or "")
    kinds = [EventType(value) for value in one.entry.values("type") if value in list(EventType)] or [lead.type]
    text = words.in_force.format(
        when=", ".join(filter(None, (words.say_day(one.begin), _place(one, event, telling)))),
        source=telling.speakers.teller(lead),
        what=words.listed(words.types[kind] for kind in kinds if kind in words.types),
        lasting=_lasting(one, telling),
        words=telling.quote(lead),
    )
    return " ".join(text.split())


def _place(one: Holding, event: Event, telling: Telling) -> str:
    """Every place that the line lists; a single one as its event has it."""
    places = one.entry.values("place")
    known = telling.place(event.place, event.documents)
    country = event.place is not None and event.place.country is not None and event.place.admin1 is None
    parts = [name for name in places if not (country and event.place and name == event.place.text)]
    return telling.words.listed(parts) if len(parts) > 1 else known


def _lasting(one: Holding, telling: Telling) -> str:
    """How long it is said to hold: in the term's own number, not in one of ours."""
    words, value = telling.words, one.proof.value if one.proof else ""
    if one.why == "days":
        return words.lasting_days.one if value == "1" else words.lasting_days.many.format(n=value)
    if found := _LENGTH.fullmatch(value):
        said = words.lasting_years if found.group(2) == "Y" else words.lasting_months
        return said.one if found.group(1) == "1" else said.many.format(n=found.group(1))
    return words.lasting[one.why].format(day=words.say_day(one.last))
