"""Whose word a document is, where it says so itself: "We, the Guild of Nurses, demand …"."""

from quipu.claims.frames import fold
from quipu.claims.words import lists
from quipu.model import Reading, Sentence, Span, Words

# Words between "we" and the comma that closes its name.
_LONGEST = 16


def find_writer(reading: Reading) -> Words | None:
    """The body that a document's own "we" is said to be; None where it names none, or several.

    What is quoted is somebody else's: "“We, the people, …”, the guild said".
    """
    said = lists(reading.language)
    found: dict[str, Words] = {}
    for sent in reading.sentences:
        for at, token in enumerate(sent.tokens[:-2]):
            name = _named(reading.document.text, sent, at) if fold(token.text) in said["own"] else None
            if name is not None:
                found.setdefault(name.text, name)
    return next(iter(found.values())) if len(found) == 1 else None


def _named(text: str, sent: Sentence, at: int) -> Words | None:
    """The name between two commas behind the pronoun at token `at`."""
    begin = at + 2
    if sent.tokens[at + 1].text != "," or sent.furniture:
        return None
    commas = range(begin, min(len(sent.tokens), begin + _LONGEST))
    end = next((i for i in commas if sent.tokens[i].text == ","), None)
    if end is None or not any(token.entity.endswith("-ORG") for token in sent.tokens[begin:end]):
        return None
    span = Span(sent.tokens[begin].span.start, sent.tokens[end - 1].span.end)
    if any(attribution.content.holds(span) for attribution in sent.attributions):
        return None
    return Words(span.of(text), span)
