"""The event types of PLOVER and ACLED, and whether the frames keep to them."""

from collections.abc import Iterator

from quipu.claims.frames import ontology
from quipu.lexicon import Entry, load


class PloverEvent(Entry):
    """One of PLOVER's sixteen events: its quad class and the modes that it may have."""

    quad: str
    modes: tuple[str, ...] = ()


class Codebooks(Entry):
    """`common/codebooks.yml`: PLOVER's events by name, ACLED's sub-events by type."""

    plover: dict[str, PloverEvent]
    acled: dict[str, tuple[str, ...]]


def codebooks() -> Codebooks:
    """Both codebooks."""
    books: Codebooks = load("codebooks", "common", Codebooks)
    return books


def strays() -> Iterator[str]:
    """Every frame or turn of the ontology with a code that its codebook does not have, told in words."""
    books, known = codebooks(), ontology()
    for frame, meaning in known.frames.items():
        if meaning.plover is not None and not _holds(books, meaning.plover, meaning.mode):
            yield f"{frame}: PLOVER has no {meaning.plover} {meaning.mode}"
        if meaning.acled is not None and meaning.sub not in books.acled.get(meaning.acled, ()):
            yield f"{frame}: ACLED has no {meaning.acled}, {meaning.sub}"
    for turn, codings in known.turns.items():
        for event, coding in codings.items():
            if event not in books.plover or not _holds(books, coding.event, coding.mode):
                yield f"{turn}: PLOVER has no {event} or {coding.event} {coding.mode}"


def _holds(books: Codebooks, event: str, mode: str | None) -> bool:
    return event in books.plover and (mode is None or mode in books.plover[event].modes)
