"""The reports behind a roundup: their texts, and the whole sentences that claims stand in."""

import re
from dataclasses import dataclass
from datetime import date

from quipu.model import Claim, Filed, RecordView, SourcedClaim, Span
from quipu.tallies.central import count_words
from quipu.tallies.told import Told, cut_sentences, sentence

# Words of a sentence that is quoted whole; of a longer one the claim's own words are quoted.
_LONGEST = 60
# A number or dot of a list, which is no part of the sentence behind it.
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
# What a sentence ends in, and a title does not.
_ENDS = '.!?…;:"”»’)'
_BULLET = re.compile(r"(?:\d{1,2}[.)]|[•*·–—-])\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a report."""

    document: str
    span: Span


class Reports:
    """Documents with their texts, each read from the record once."""

    def __init__(self, view: RecordView) -> None:
        self._view = view
        self._filed: dict[str, Filed] = {}
        self._sentences: dict[tuple[str, Span], Span] = {}

    def filed(self, document: str) -> Filed:
        """The document with its text."""
        if document not in self._filed:
            self._filed[document] = self._view.document(document)
        return self._filed[document]

    def text(self, document: str) -> str:
        """What offsets point into."""
        return self.filed(document).document.text

    def language(self, document: str) -> str:
        """ "en" for "en-GB"; "" where it is not known."""
        return (self.filed(document).document.language or "").split("-")[0].lower()

    def day(self, document: str) -> date | None:
        """The day that the report speaks on."""
        return self.filed(document).anchor.day

    def words(self, place: Place) -> str:
        """A sentence as it stands."""
        return place.span.of(self.text(place.document))

    def sentence(self, claim: Claim) -> Place:
        """The whole sentence, or sentences, that a claim's words stand in, without the number of a list before it."""
        key = claim.document_id, claim.span
        if key not in self._sentences:
            filed = self.filed(claim.document_id)
            told = Told(SourcedClaim(claim, claim.document_id), filed.document.text, self.language(claim.document_id))
            self._sentences[key] = _whole(told)
        return Place(claim.document_id, self._sentences[key])

    def is_headline(self, claim: Claim) -> bool:
        """Whether a claim stands in a title: a line of its own that ends in no full stop."""
        place, text = self.sentence(claim), self.text(claim.document_id)
        return text[place.span.end - 1] not in _ENDS and text[place.span.end : place.span.end + 1] in ("\n", "")

    def sentence_at(self, document: str, where: Span) -> Place:
        """The sentence around any words of a report."""
        text = self.text(document)
        breaks = [0, *(found.end() for found in _PARAGRAPH.finditer(text)), len(text)]
        start = max(at for at in breaks if at <= where.start)
        end = min(at for at in breaks if at >= where.end)
        found = cut_sentences(text[start:end].rstrip(), self.language(document))
        moved = [Span(span.start + start, span.end + start) for span in found]
        return Place(document, next((span for span in moved if span.meets(where)), where))

    def quotation(self, claim: Claim) -> str:
        """The claim's sentence; of a long one the claim's own words, with dots where they are cut."""
        place, text = self.sentence(claim), self.text(claim.document_id)
        whole = place.span.of(text)
        if count_words(whole) <= _LONGEST:
            return whole
        begins = claim.span.start <= place.span.start
        ends = not re.search(r"\w", text[claim.span.end : place.span.end])
        return f"{'' if begins else '… '}{claim.span.of(text).strip()}{'' if ends else ' …'}"


def _whole(told: Told) -> Span:
    """The sentence and the claim's span together: few claims go on beyond it."""
    own, found = told.claim.span, sentence(told)
    start, end = min(own.start, found.start), max(own.end, found.end)
    bullet = _BULLET.match(told.text, start, own.start + 1)
    bullet = bullet or _BULLET.match(told.text, start, end) if start == own.start else bullet
    start = bullet.end() if bullet else start
    while end > start and told.text[end - 1].isspace():
        end -= 1
    while start < end and told.text[start].isspace():
        start += 1
    return Span(start, end)
