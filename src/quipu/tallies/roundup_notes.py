"""Footnotes of a roundup: every sentence of a report that the digest is made from, once, with its claims."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quipu.model import Claim, Footnote, RecordView, RoundupSentence, Standing
from quipu.model.saying import differing
from quipu.tallies.roundup_reports import Place, Reports
from quipu.tallies.roundup_speakers import Speakers
from quipu.tallies.roundup_words import RoundupWords, loaded_spans

# Claims behind one sentence at most, from as many reports as there are; the event or tally has the rest.
MOST = 6


class Notes:
    """Gives sentences of reports their numbers in the order in which they are first referred to."""

    def __init__(self, view: RecordView, reports: Reports, speakers: Speakers, words: RoundupWords) -> None:
        self._reports = reports
        self._speakers = speakers
        self._words = words
        self._notes: dict[Place, Footnote] = {}
        self._edited = {one.claim: one for one in view.judged() if one.standing is Standing.EDITED}

    @property
    def all(self) -> tuple[Footnote, ...]:
        """Every footnote so far, by number."""
        return tuple(self._notes.values())

    def say(self, text: str, claims: Sequence[Claim]) -> RoundupSentence:
        """A sentence with its footnotes; where a person set a value of its claims, it says so."""
        coders = dict.fromkeys(self._edited[claim.id].coder for claim in claims if claim.id in self._edited)
        mark = self._words.edited.format(coders=self._words.listed(coders)) if coders else ""
        text = self._spelt(text) + mark
        return RoundupSentence(text, self.refer(claims), loaded_spans(text))

    def say_of(self, text: str, places: Iterable[Place]) -> RoundupSentence:
        """A sentence about sentences of reports, with its footnotes."""
        text = self._spelt(text)
        numbers = tuple(sorted({self.note_of(place) for place in places}))
        return RoundupSentence(text, numbers, loaded_spans(text))

    def _spelt(self, text: str) -> str:
        """With a capital, and with the contractions of the language."""
        for apart, together in self._words.contractions.items():
            text = text.replace(apart, together)
        return text[:1].upper() + text[1:]

    def refer(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        """The numbers of these claims' footnotes, which are made where there are none."""
        return tuple(sorted({self._note(claim).number for claim in claims}))

    def is_edited(self, claim: Claim) -> bool:
        """Whether a person set a value of it."""
        return claim.id in self._edited

    def some(self, claims: Sequence[Claim], most: int = MOST) -> list[Claim]:
        """At most `most` claims: the first of every document before a second of any; no copy beside its original, be it
        a whole report or a sentence word for word."""
        homes = {claim.document_id for claim in claims}
        own = [claim for claim in claims if self._reports.filed(claim.document_id).repeats not in homes]
        origins: dict[str, str] = {}
        for claim in sorted(own, key=lambda c: (str(self._reports.day(c.document_id)), c.document_id)):
            origins.setdefault(self._wording(claim), claim.document_id)
        own = [claim for claim in own if origins[self._wording(claim)] == claim.document_id]
        first: dict[str, Claim] = {}
        rest = [claim for claim in own if first.setdefault(claim.document_id, claim) is not claim]
        return [*first.values(), *rest][:most]

    def _wording(self, claim: Claim) -> str:
        """Its sentence, comparable."""
        return " ".join(self._reports.words(self._reports.sentence(claim)).casefold().split())

    def note_of(self, place: Place) -> int:
        """The number of the footnote of a sentence, be a claim read from it or not."""
        self._notes.setdefault(place, self._new(place))
        return self._notes[place].number

    def _note(self, claim: Claim) -> Footnote:
        place = self._reports.sentence(claim)
        note = self._notes.get(place) or self._new(place)
        if claim.id not in note.claims:
            note = replace(note, claims=(*note.claims, claim.id), remarks=(*note.remarks, *self._remark(claim)))
        self._notes[place] = note
        return note

    def _new(self, place: Place) -> Footnote:
        source, day = self._speakers.publication(place.document), self._reports.day(place.document)
        words = self._reports.words(place)
        return Footnote(len(self._notes) + 1, (), place.document, source, day, place.span, words)

    def _remark(self, claim: Claim) -> list[str]:
        """ "figure edited by Ana"."""
        one = self._edited.get(claim.id)
        if one is None:
            return []
        fields = differing(one.read, one.edited) if one.edited else ()
        named = self._words.listed(self._words.fields[field] for field in fields or ("type",))
        return [self._words.edited_note.format(fields=named, coder=one.coder)]
