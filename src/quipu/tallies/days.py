"""The days of a record: how much is told of each, so that those that mattered stand out, and in which words.

A day matters as reports tell of it: those of the day itself, and those that name it, the more the later they still do.
Date selection for news timelines has long counted both (Tran et al. 2013, "Leveraging learning to rank in an
optimization framework for timeline summarization"; Ghalandari and Ifrim 2020, "Examining the state-of-the-art in news
timeline summarization", section 4); nothing here is trained.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from quipu.model import DayEntry, Quote, ToldDay
from quipu.tallies.central import Candidate, Wordings, count_words, distinct_words, most_central
from quipu.tallies.words import salience

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayWeight:
    """How much is told of a day."""

    salience: float
    """0.0 to 1.0; 1.0 is the day that most is told of."""
    reports: int
    told_in: int


def weigh_days(told: Iterable[ToldDay], spoken: Mapping[str, date]) -> dict[date, DayWeight]:
    """How much the independent reports tell of each day.

    A report of the day counts `report`; one that names the day counts one, and `later` more with every doubling of the
    days since, for what is still told after weeks has mattered. The sum is dampened by the root of how many reports lie
    near (each falls off with `near` days), so that a crisis stands out from what is remembered beside it. Numbers are
    those of `lexicon/common/salience.yml`.

    Args:
        told: sentences that tell of a day, by day.
        spoken: the day of each independent report (no copies), by document id.
    """
    weights = salience().days
    reports = Counter(spoken.values())
    named = {day: _namers(sentences) for day, sentences in groupby(told, key=lambda one: one.day)}
    sums = {}
    for day in reports.keys() | named.keys():
        since = (max(0, (spoken.get(id, day) - day).days) for id in named.get(day, ()))
        sums[day] = reports[day] * weights.report + sum(1 + weights.later * math.log2(1 + days) for days in since)
    near = _near(reports, sums, weights.near)
    whole = {day: weight * math.sqrt(near[day]) for day, weight in sums.items()}
    most = max(whole.values(), default=0.0) or 1.0
    return {day: DayWeight(round(whole[day] / most, 4), reports[day], len(named.get(day, ()))) for day in sorted(whole)}


def _namers(sentences: Iterable[ToldDay]) -> frozenset[str]:
    return frozenset(one.document_id for one in sentences if one.words is not None)


def _near(reports: Mapping[date, int], days: Iterable[date], width: float) -> dict[date, float]:
    """For every day, the reports around it, each counting e^(-days between / width); in two sweeps, there and back."""
    near: dict[date, float] = {}
    every = sorted(set(days))
    for order, with_own in ((every, True), (every[::-1], False)):
        carried, last = 0.0, None
        for day in order:
            carried *= math.exp(-abs((day - last).days) / width) if last else 1.0
            near[day] = near.get(day, 0.0) + carried + (reports.get(day, 0) if with_own else 0)
            carried += reports.get(day, 0)
            last = day
    return near


def tell_days(
    told: Iterable[ToldDay], weights: Mapping[date, DayWeight], texts: Mapping[str, str], wordings: Wordings
) -> Iterator[DayEntry]:
    """An entry for every day that is weighed, oldest first; the sentences of two days are held at a time.

    What a day's entry quotes is chosen among the sentences that name it and the openings of that day's and the next
    day's reports: a newspaper tells in the morning what was done the day before.

    Args:
        told: sentences that tell of a day, by day.
        weights: of all days (`weigh_days`).
        texts: of the documents, by id.
        wordings: how rare words are in the record.
    """
    chosen = {
        day: most_central(_candidates(sentences, texts), wordings, salience().days)
        for day, sentences in _with_next_openings(told)
    }
    for day, weight in weights.items():
        yield DayEntry(day, weight.salience, weight.reports, weight.told_in, chosen.get(day, ()))


def _with_next_openings(told: Iterable[ToldDay]) -> Iterator[tuple[date, list[ToldDay]]]:
    """Every day's sentences; where the next day has reports, their openings too."""
    by_day = ((day, list(sentences)) for day, sentences in groupby(told, key=lambda one: one.day))
    before: tuple[date, list[ToldDay]] | None = None
    for day, sentences in by_day:
        openings = [one for one in sentences if one.words is None]
        if before is not None:
            yield before[0], before[1] + (openings if day - before[0] == _ONE else [])
        before = day, sentences
    if before is not None:
        yield before


def _candidates(sentences: Iterable[ToldDay], texts: Mapping[str, str]) -> list[Candidate]:
    """Those of a length that can be quoted; an opening counts less than a sentence that names the day."""
    rules, found = salience().days, []
    for one in sentences:
        words = one.span.of(texts[one.document_id])
        if rules.shortest <= count_words(words) <= rules.longest:
            weight = 1.0 if one.words is not None else rules.opening
            found.append(Candidate(Quote(one.document_id, one.span), distinct_words(words), weight))
    return found
