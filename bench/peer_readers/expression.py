"""Attributions by one regular expression: a reporting verb, a name or pronoun beside it, the rest of the sentence.

A floor that anyone can write in an afternoon, and what many pipelines ship. English.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

Row = dict[str, Any]
_VERB = re.compile(
    r"\b(said|says|told|tells|added|announced|argued|asserted|claimed|confirmed|declared|denied|explained|insisted|"
    r"noted|reported|stated|suggested|warned|wrote|believes?|according\s+to)\b"
)
# A speaker: a pronoun, or up to five words without a mark between them.
_BEFORE = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)|(?:[\w’'.-]+\s+){0,4}[\w’'.-]+)\s+"
    r"(?:has\s+|have\s+|had\s+|also\s+)?$"
)
_AFTER = re.compile(r"\s+((?:[Hh]e|[Ss]he|[Tt]hey)\b|(?:[\w’'-]+\s+){0,4}[\w’'-]+)")
_THAT = re.compile(r"\W*(?:that\s+)?")
_QUOTED = re.compile(r"[\"“]([^\"”]{15,})[\"”]")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?![\s\"”’]+[A-Z“\"]|\s*$)[^.!?\n]*)*[.!?]?[\"”’]*")

Span = tuple[int, int]


def open_expression() -> Callable[[list[Row]], Iterator[Row]]:
    return lambda rows: ({"id": row["id"], "attributions": list(attributions(row["text"]))} for row in rows)


def attributions(text: str) -> Iterator[Row]:
    """One for each sentence with a reporting verb, else one for each of its quotations."""
    for sentence in _SENTENCE.finditer(text):
        words, offset = sentence[0].rstrip(), sentence.start()
        verb = _VERB.search(words)
        if verb:
            yield _attribution(offset, *_reported(words, verb))
        else:
            yield from (_attribution(offset, None, None, quote.span(1)) for quote in _QUOTED.finditer(words))


def _reported(words: str, verb: re.Match[str]) -> tuple[Span | None, Span, Span]:
    """Source, cue and content of a sentence: what follows the verb is said, unless what precedes it is longer."""
    ending = len(words.rstrip('.!?"”’ '))
    before = _BEFORE.search(words[: verb.start()])
    if verb[0].startswith("according"):
        behind = _AFTER.match(words, verb.end())
        content = (0, verb.start()) if verb.start() > 2 else (behind.end() if behind else verb.end(), ending)
        return (behind.span(1) if behind else None), verb.span(), _trimmed(words, content)
    after = _THAT.match(words, verb.end())
    opening = before.start() if before else verb.start()
    if opening > ending - verb.end():
        behind = _AFTER.match(words, verb.end()) if words[: verb.start()].rstrip().endswith((",", "”", '"')) else None
        source = behind.span(1) if behind else (before.span() if before else None)
        return source and _trimmed(words, source), verb.span(), _trimmed(words, (0, opening))
    content = (after.end() if after else verb.end(), ending)
    return before and _trimmed(words, before.span()), verb.span(), content


def _trimmed(words: str, span: Span) -> Span:
    """The span without blanks and commas at its ends."""
    start, end = span
    while start < end and words[start] in " \n,":
        start += 1
    while end > start and words[end - 1] in " \n,":
        end -= 1
    return start, end


def _attribution(offset: int, source: Span | None, cue: Span | None, content: Span) -> Row:
    spans = {"source": source, "cue": cue, "content": content}
    return {role: span and {"start": span[0] + offset, "end": span[1] + offset} for role, span in spans.items()}
