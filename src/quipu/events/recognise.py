"""Knowing a claim again that a person judged, after its document was read by another version.

1. Its id stands still: it is the same.
2. Else its words are looked for: at their offsets where the text is the same, else wherever the text has them.
3. Among the claims of its type there, the one that is most like it; two that are equally like it are none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from quipu.model import Claim, SeenClaim, Span
from quipu.model.saying import FIELDS, differing, say_fields

# Of the shorter of two spans, so that a clause is known in its sentence.
_SHARED = 0.5
# Of the words of two sentences, so that one with another number or another name in it is shown.
_ALIKE = 0.6
# Letters by which a mended slip may differ.
_SLIP = 2


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it is read now: its text, that text's hash, and its claims as read, by offset."""

    id: str
    text: str
    text_sha256: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """Where a judged claim is now. Without `claim` it was not found; `rivals` are those that might be it."""

    claim: Claim | None
    words: str
    """The words that stand there now; empty where the text has none such."""
    rivals: tuple[Claim, ...] = ()
    near: Claim | None = None
    """Where the judged words are not there any more: the claim whose words are most like them, `words`."""
    corrected: bool = False
    """Whether it stands in other words by a letter or two, such as a slip mended."""


def find_again(seen: SeenClaim, page: Page | None) -> Again:
    """The judged claim among those of its document as it is read now; `page` is None where it is not in the record."""
    if page is None:
        return Again(None, "")
    same = next((claim for claim in page.claims if claim.id == seen.claim.id), None)
    if same is not None:
        return Again(same, same.span.of(page.text))
    span = _place_now(seen, page)
    if span is None:
        near = _nearest(seen, page)
        if near and _is_corrected(seen, near, page):
            return Again(near, near.span.of(page.text), corrected=True)
        return Again(None, near.span.of(page.text) if near else "", near=near)
    likely = _likely(seen, span, page.claims)
    if len(likely) == 1:
        return Again(likely[0], likely[0].span.of(page.text))
    return Again(None, span.of(page.text), tuple(likely))


def _place_now(seen: SeenClaim, page: Page) -> Span | None:
    """The span of the judged words in the text of now, the nearest to where they stood; blanks may have changed."""
    if page.text_sha256 == seen.text_sha256:
        return seen.claim.span
    words = seen.words.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = [Span(*match.span()) for match in pattern.finditer(page.text)]
    return min(found, key=lambda span: abs(span.start - seen.claim.span.start), default=None)


def _nearest(seen: SeenClaim, page: Page) -> Claim | None:
    """The claim of the same type in whose words most of the judged ones stand, in their order: of a changed text."""
    here = [claim for claim in page.claims if claim.type is seen.claim.type and claim.id not in seen.beside]
    matcher = SequenceMatcher(b=_words(seen.words), autojunk=False)
    ranked: list[tuple[float, int, Claim]] = []
    for claim in here:
        matcher.set_seq1(_words(claim.span.of(page.text)))
        ranked.append((matcher.ratio(), -abs(claim.span.start - seen.claim.span.start), claim))
    best = max(ranked, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] >= _ALIKE else None


def _is_corrected(seen: SeenClaim, near: Claim, page: Page) -> bool:
    """Whether a claim says what the judged one said, but for its words, and these differ by a letter or two."""
    then, now = " ".join(seen.words.split()), " ".join(near.span.of(page.text).split())
    figures = [re.findall(r"\d+", text) for text in (then, now)]
    bounds = [c.count and (c.count.what, c.count.low, c.count.high) for c in (seen.claim, near)]
    otherwise = set(differing(seen.claim, near)) - {"actor", "target", "attribution", "count"}
    if figures[0] != figures[1] or bounds[0] != bounds[1] or otherwise:
        return False
    edits = SequenceMatcher(None, then, now, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in edits if tag != "equal") <= _SLIP


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _likely(seen: SeenClaim, span: Span, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that are most like the judged one, all that are equally so."""
    shift = span.start - seen.claim.span.start
    here = [c for c in claims if c.type is seen.claim.type and c.id not in seen.beside and _share(c.span, span)]
    here = [claim for claim in here if _may_count_alike(seen.claim, claim, shift)]
    ranked = {claim.id: _likeness(seen.claim, claim) for claim in here}
    best = max(ranked.values(), default=0)
    return [claim for claim in here if ranked[claim.id] == best]


def _share(left: Span, right: Span) -> bool:
    shared = min(left.end, right.end) - max(left.start, right.start)
    return shared > 0 and shared >= _SHARED * min(len(left), len(right))


def _may_count_alike(then: Claim, now: Claim, shift: int) -> bool:
    """Whether the figures may be one: the same number of the same thing, or other bounds read from the same words."""
    if then.count is None or now.count is None:
        return True
    if then.count.what is not now.count.what:
        return False
    if (then.count.low, then.count.high) == (now.count.low, now.count.high):
        return True
    return Span(then.count.span.start + shift, then.count.span.end + shift).meets(now.count.span)


def _likeness(then: Claim, now: Claim) -> int:
    """How many fields say the same."""
    a, b = say_fields(then), say_fields(now)
    return sum(a.get(name) == b.get(name) for name in FIELDS)
