"""Which rights a decree suspends, in its own sentence or those behind it.

Rights count only behind a word such as "right" or "freedom" in a sentence that suspends, so that a national assembly is
no right; or as a power without a warrant ("enter homes without a warrant").
"""

from collections.abc import Iterator

from quipu.model import EventType, Span, Stated
from quipu.tallies.details import Found
from quipu.tallies.register_words import kinds_of, pattern
from quipu.tallies.told import Told, ahead, find, following, is_denied

# Sentences behind a decree's own in which its rights may stand: of its paragraph, and of the ones behind.
_BEHIND, _AHEAD = 2, 4
_UNNAMED = "not named"
# Characters between a deed and "without a warrant".
_DEED = 40


def rights(one: Told) -> Iterator[Found]:
    """Kinds of rights behind a word of suspending, in the decree's sentence or shortly behind it."""
    near = following(one, _BEHIND)
    far = ahead(one, _AHEAD) if one.claim.type is EventType.EMERGENCY_DECREE else []
    found = [right for span in near for right in _suspended(one, span)]
    # A decree's second paragraph says what it takes away; another measure's is not read for it.
    found = found or [right for span in far if span not in near for right in _suspended(one, span)]
    named = [right for right in found if right[0] != _UNNAMED]
    yield from named or found


def _suspended(one: Told, span: Span) -> Iterator[Found]:
    yield from _powers(one, span)
    verbs = find(pattern("rights/suspending", one.language), one, span)
    verb = next((found for found in verbs if not is_denied(one, found.start, span.start)), None)
    # Passives name the rights first: "freedom of movement and of assembly is suspended".
    head = next(find(pattern("rights/heads", one.language), one, span), None)
    if verb is None or head is None:
        return
    listed = Span(head.start, span.end)
    for kind in kinds_of("rights/kinds", one.language):
        yield from _right(one, kind, listed) or _whole(one, kind, span)


def _powers(one: Told, span: Span) -> Iterator[Found]:
    """What is let be done without a warrant: entering homes, arresting."""
    for warrant in find(pattern("rights/unwarranted", one.language), one, span):
        before = Span(max(span.start, warrant.start - _DEED), warrant.start)
        for kind in kinds_of("rights/powers", one.language):
            where = next(find(pattern(f"rights/powers/{kind}", one.language), one, before), None)
            if where is not None and not is_denied(one, where.start, span.start):
                yield kind, Stated(one.claim.id, Span(where.start, warrant.end))


def _right(one: Told, kind: str, listed: Span) -> list[Found]:
    where = next(find(pattern(f"rights/kinds/{kind}", one.language), one, listed), None)
    return [] if where is None else [(kind, Stated(one.claim.id, where))]


def _whole(one: Told, kind: str, span: Span) -> list[Found]:
    """A right whose words hold "right" or "freedom" themselves ("some constitutional rights")."""
    heads = pattern("rights/heads", one.language)
    found = _right(one, kind, span)
    return [(value, told) for value, told in found if told.span and next(find(heads, one, told.span), None)]
