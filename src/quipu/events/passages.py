"""Copied passages: a roundup that repeats an agency's sentence counts, for that sentence, as the agency.

Passages are sentences (short neighbours joined), so that an edit in one leaves the others of its paragraph alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.events.copies import hash_words, words_of
from quipu.model import Claim, Span

_LEAST_WORDS = 12
# Under 12 words, stock phrases ("the ministry said in a statement on Monday") meet by chance.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«¿¡(\[]*[^\W_a-z])|\s*\n\s*\n\s*|\s*\n\s*(?![a-zß-ÿ])")
# A line that goes on in small letters is a wrapped line of the same sentence.
_LAST = date.max


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, or several short ones, of at least 12 words; `hash` is 0 to 2**63 - 1."""

    hash: int
    span: Span


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """A stretch of a document that `original` said first."""

    span: Span
    original: str


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of a text in their order; case, punctuation and spacing do not change a hash."""
    return tuple(_passages(text))


def _passages(text: str) -> Iterator[Passage]:
    start: int | None = None
    words: list[str] = []
    for span, ends_paragraph in _sentences(text):
        said = words_of(span.of(text))
        if len(said) >= _LEAST_WORDS:
            start, words = None, []
            yield Passage(_hash(said), span)
            continue
        start = span.start if start is None else start
        words += said
        if len(words) >= _LEAST_WORDS:
            yield Passage(_hash(words), Span(start, span.end))
        if len(words) >= _LEAST_WORDS or ends_paragraph:
            start, words = None, []


def _sentences(text: str) -> Iterator[tuple[Span, bool]]:
    """Sentences by their full stops and line ends; only as good as equal texts being cut equally needs."""
    start = 0
    for match in _END.finditer(text):
        end = match.start() + len(match.group().rstrip())
        if end > start:
            yield Span(start, end), "\n" in match.group()
        start = match.end()
    if text[start:].strip():
        yield Span(start, len(text.rstrip())), True


def _hash(words: list[str]) -> int:
    return hash_words(" ".join(words).encode("utf-8", "surrogatepass"))


def find_copied(passages: Iterable[tuple[str, date | None, Passage]]) -> dict[str, tuple[CopiedPassage, ...]]:
    """Each document's copied passages with the document that said them first (earliest published, then smallest id).

    Only passages whose hash occurs in two documents matter; the caller may leave out all others. The original keeps
    its passages uncopied. The answer does not depend on the order of the input.

    Args:
        passages: (document id, day of publication, passage).
    """
    places: dict[int, list[tuple[date, str, Span]]] = {}
    for document, published, passage in passages:
        places.setdefault(passage.hash, []).append((published or _LAST, document, passage.span))
    copied: dict[str, list[CopiedPassage]] = {}
    for found in places.values():
        original = min(found)[1]
        for _, document, span in found:
            if document != original:
                copied.setdefault(document, []).append(CopiedPassage(span, original))
    return {document: tuple(sorted(mine, key=lambda one: one.span)) for document, mine in sorted(copied.items())}


def origin_of(
    claim: Claim, document_originals: Mapping[str, str], copied: Mapping[str, Sequence[CopiedPassage]]
) -> str:
    """The document that counts as a claim's source: the original of the copied document or passage, else its own.

    Args:
        claim: the claim.
        document_originals: what `group_copies` gave.
        copied: what `find_copied` gave.
    """
    for passage in copied.get(claim.document_id, ()):
        if 2 * _shared(passage.span, claim.span) >= len(claim.span):
            return document_originals.get(passage.original, passage.original)
    return document_originals.get(claim.document_id, claim.document_id)


def _shared(left: Span, right: Span) -> int:
    return min(left.end, right.end) - max(left.start, right.start)
