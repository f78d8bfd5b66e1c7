"""Footnotes of a roundup: every claim that a sentence is made from, once, with its words."""

from collections.abc import Iterable, Sequence

from quipu.model import Claim, Filed, Footnote, RecordView
from quipu.tallies.roundup_words import RoundupWords

# Footnotes of one sentence at most, from as many reports as there are; the event or tally has the rest.
MOST = 4


class Notes:
    """Gives claims their numbers in the order in which they are first referred to."""

    def __init__(self, view: RecordView, words: RoundupWords) -> None:
        self._view = view
        self._words = words
        self._filed: dict[str, Filed] = {}
        self._notes: dict[str, Footnote] = {}

    @property
    def all(self) -> tuple[Footnote, ...]:
        """Every footnote so far, by number."""
        return tuple(self._notes.values())

    def refer(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        """The numbers of these claims' footnotes, which are made where there are none."""
        return tuple(sorted({self._note(claim).number for claim in claims}))

    def filed(self, document: str) -> Filed:
        """The document with its text."""
        if document not in self._filed:
            self._filed[document] = self._view.document(document)
        return self._filed[document]

    def words_of(self, claim: Claim) -> str:
        """The claim's words as they stand."""
        return claim.span.of(self.filed(claim.document_id).document.text)

    def reporter(self, claim: Claim) -> str:
        """Who published the claim's report, or the report's title, or its id."""
        doc = self.filed(claim.document_id).document
        return doc.publisher or (self._words.quote(doc.title) if doc.title else doc.id)

    def sources(self, claims: Sequence[Claim]) -> str:
        """Whose word the claims are, in the words of each report; the reports themselves where they name nobody."""
        return self._words.listed(map(self._source, claims))

    def _source(self, claim: Claim) -> str:
        reporter, said = self.reporter(claim), claim.attribution
        return reporter if said is None or said.text == reporter else self._words.quote(said.text)

    def some(self, claims: Sequence[Claim], most: int = MOST) -> list[Claim]:
        """At most `most` claims: the first of every document before a second of any; no copy beside its original."""
        homes = {claim.document_id for claim in claims}
        own = [claim for claim in claims if self.filed(claim.document_id).repeats not in homes]
        first: dict[str, Claim] = {}
        rest = [claim for claim in own if first.setdefault(claim.document_id, claim) is not claim]
        return [*first.values(), *rest][:most]

    def _note(self, claim: Claim) -> Footnote:
        if claim.id not in self._notes:
            filed = self.filed(claim.document_id)
            number, day = len(self._notes) + 1, filed.anchor.day
            self._notes[claim.id] = Footnote(
                number, claim.id, claim.document_id, self.reporter(claim), day, claim.span, self.words_of(claim)
            )
        return self._notes[claim.id]
