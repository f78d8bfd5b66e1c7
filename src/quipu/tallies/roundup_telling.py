"""What the sections of a roundup share: the record, its reports, its speakers, its footnotes and its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from quipu.events.where import Level, plain, where_of
from quipu.model import Claim, ClaimPlace, CountKind, Event, RecordView
from quipu.sentences.geography import geography
from quipu.tallies.roundup_notes import Notes
from quipu.tallies.roundup_reports import Reports
from quipu.tallies.roundup_speakers import Speakers
from quipu.tallies.roundup_words import RoundupWords, roundup_words
from quipu.tallies.words import headings, place_name

# The language in which a record labels its tallies and disputes.
_LABELLED = "en"


@dataclass(frozen=True, slots=True)
class Telling:
    """One digest in the making."""

    view: RecordView
    first: date
    last: date
    language: str
    words: RoundupWords
    reports: Reports
    speakers: Speakers
    notes: Notes

    def within(self, day: date | None) -> bool:
        """Whether a day is told of."""
        return day is not None and self.first <= day <= self.last

    def figure(self, claim: Claim) -> str:
        """A claim's figure in words."""
        count = claim.count
        return self.words.figure(count.low, count.high, count.text) if count else "?"

    def quote(self, claim: Claim) -> str:
        """A claim's sentence in quotation marks."""
        return self.words.quote(self.reports.quotation(claim))

    def when(self, event: Event) -> str:
        """The days and the place of an event; a day that is only the report's own is called so."""
        assert event.begin is not None
        days = self.words.say_days(event.begin, event.finish)
        days = self.words.reported.format(day=days) if event.basis == "anchor" else days
        return ", ".join(filter(None, (days, self.place(event.place, event.documents))))

    def place(self, place: ClaimPlace | None, documents: Iterable[str]) -> str:
        """A place: a country by its name in the digest's language, any other as reports have it, with its region."""
        if place is None or not place.text.strip():
            return ""
        where, text = where_of(place), place_name(place.text)
        if place.country and where and where.level is Level.COUNTRY and text[:1].isupper():
            return country_name(place.country, text, self.language)
        spoken = {self.reports.language(id) for id in documents} - {""}
        if not text[0].isupper() and spoken and self.language not in spoken:
            text = self.words.quote(text)
        area = place.admin1 if place.admin1 and plain(place.admin1) not in plain(text) else ""
        return f"{text}, {area}" if area else text

    def counted(self, what: str, scope: str, bounds: tuple[float | None, float | None] = (None, None)) -> str:
        """What a figure counts, and where: "people killed in Peru (police)".

        Args:
            what: the kind, as in tallies and disputes.
            scope: the label of a tally or dispute: "Peru", "Peru · indirect".
            bounds: of the figure, for one person or several.
        """
        known = what in list(CountKind) and CountKind(what) in self.words.totals
        said = self.words.total_of(CountKind(what), *bounds) if known else what
        place, _, part = scope.partition(" · ")
        if place and place != headings(_LABELLED).scopes["unplaced"]:
            named = country_name(
                geography(_LABELLED).countries.get(place.casefold(), ""), place_name(place), self.language
            )
            said = self.words.placed.format(what=said, place=named)
        label = next((key for key, shown in headings(_LABELLED).scopes.items() if shown == part), part)
        if label and label != "part":
            said = self.words.scoped.format(what=said, scope=self.words.scopes.get(label) or self.words.quote(part))
        return said


def open_telling(view: RecordView, first: date, last: date, language: str) -> Telling:
    """A digest of a window, nothing told yet."""
    words, reports = roundup_words(language), Reports(view)
    speakers = Speakers(view, reports, words, language)
    return Telling(view, first, last, language, words, reports, speakers, Notes(view, reports, speakers, words))


@cache
def country_name(code: str, name: str, language: str) -> str:
    """A country's name in a language; the given one where it is that, or where the country is not known.

    >>> country_name("PE", "Peru", "es"), country_name("", "Juliaca", "es")
    ('Perú', 'Juliaca')
    """
    country = geography(language).words.countries.get(code)
    if country is None or not country.names or name in country.names:
        return name
    return country.names[0]
