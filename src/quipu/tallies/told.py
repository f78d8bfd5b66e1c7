"""A claim beside the text that it was read from, and what can be looked for in its words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quipu.model import Claim, Document, SourcedClaim, Span
from quipu.sentences.split import split_sentences
from quipu.tallies.register_words import Pattern, kinds_of, pattern

_READABLE = ("en", "es")
_PARAGRAPH = re.compile(r"\n\s*\n")
# A paragraph is read no further than so many characters from the claim: some texts have no line ends at all.
_FARTHEST = 1500
# Words between a negation and the verb that it denies ("has not yet been lifted").
_DENYING = 3
# Characters between a verb and its object, and between a subject and its verb.
_OBJECT, _SUBJECT = 45, 90
_WORD = re.compile(r"[\w’']+")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its source and its document's text; the text is empty where nobody has it."""

    one: SourcedClaim
    text: str = ""
    language: str = "en"

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.one.claim

    @property
    def day(self) -> date | None:
        """The day that what it says holds from: the claim's own, else its report's."""
        when = self.claim.date
        own = (when.begin or when.finish) if when else None
        if self.claim.modality.happened:
            return own or self.one.published
        return self.one.published or own

    def words(self, span: Span) -> str:
        """The words of a span, on one line."""
        return " ".join(span.of(self.text).split())


def tell(claims: Sequence[SourcedClaim], documents: Mapping[str, Document]) -> list[Told]:
    """Claims beside their texts."""
    return [_told(one, documents.get(one.claim.document_id)) for one in claims]


def _told(one: SourcedClaim, document: Document | None) -> Told:
    if document is None:
        return Told(one)
    language = (document.language or "").split("-")[0].lower()
    return Told(one, document.text, language if language in _READABLE else "en")


def paragraph(told: Told) -> Span:
    """The paragraph around a claim."""
    text, span = told.text, told.claim.span
    begin, finish = max(0, span.start - _FARTHEST), min(len(text), span.end + _FARTHEST)
    before = [found.end() for found in _PARAGRAPH.finditer(text, begin, max(begin, span.start))]
    behind = _PARAGRAPH.search(text, min(span.end, finish), finish)
    start = before[-1] if before else begin
    return Span(min(start, finish), max(start, behind.start() if behind else finish))


def sentences(told: Told) -> list[Span]:
    """The sentences of the claim's paragraph, in order."""
    whole = paragraph(told)
    cut = cut_sentences(whole.of(told.text), told.language)
    return [Span(span.start + whole.start, span.end + whole.start) for span in cut]


@lru_cache(maxsize=256)
def cut_sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, which the claims of an event ask for again and again; kept for a while."""
    return tuple(sent.span for sent in split_sentences(text, language))


def sentence(told: Told) -> Span:
    """The sentence that holds most of a claim; the claim's own span where the text is not known."""
    shared = [(min(s.end, told.claim.span.end) - max(s.start, told.claim.span.start), s) for s in sentences(told)]
    return max(shared, key=lambda pair: (pair[0], -pair[1].start))[1] if shared else told.claim.span


def following(told: Told, most: int) -> list[Span]:
    """The sentence that holds a claim and up to `most` behind it in its paragraph."""
    all_sentences, own = sentences(told), sentence(told)
    return [span for span in all_sentences if span.start >= own.start][: most + 1] or [own]


def find(pattern_: Pattern, told: Told, span: Span) -> Iterator[Span]:
    """Where a pattern stands within a span of the text."""
    for found in pattern_.finditer(told.text, min(span.start, len(told.text)), min(span.end, len(told.text))):
        yield Span(*found.span())


def is_denied(told: Told, at: int, begin: int) -> bool:
    """Whether a negation stands shortly before offset `at`, not before `begin`."""
    before = list(_WORD.finditer(told.text, begin, at))[-_DENYING:]
    if not before:
        return False
    stretch = Span(before[0].start(), at)
    return next(find(pattern("negations", told.language), told, stretch), None) is not None


def kinds_in(group: str, told: Told, span: Span) -> list[tuple[str, Span]]:
    """Each kind of a group of words that stands in a span undenied, with its first words, in the order of the file."""
    found = []
    for kind in kinds_of(group, told.language):
        places = find(pattern(f"{group}/{kind}", told.language), told, span)
        where = next((place for place in places if not is_denied(told, place.start, span.start)), None)
        if where is not None:
            found.append((kind, where))
    return found


def state_in(register: str, told: Told, *, denied: bool = False) -> tuple[str, Span] | None:
    """The state of a thing by the words beside its noun ("lifted the curfew", "the strike was called off").

    With `denied`, the state that the words say it is not in ("has not been lifted").
    """
    nouns = list(find(pattern(f"nouns/{register}", told.language), told, told.claim.span))
    for kind in kinds_of(f"states/{register}", told.language):
        for where in find(pattern(f"states/{register}/{kind}", told.language), told, told.claim.span):
            beside = any(_near(told.text, where, noun) for noun in nouns)
            if beside and is_denied(told, where.start, told.claim.span.start) is denied:
                return kind, where
    return None


def _near(text: str, verb: Span, noun: Span) -> bool:
    """Object behind its verb, or subject before it; a stop or semicolon parts them."""
    first, last = min(verb, noun), max(verb, noun)
    reach = _OBJECT if verb <= noun else _SUBJECT
    between = text[first.end : last.start]
    return len(between) <= reach and not any(mark in between for mark in ".;:!?")
