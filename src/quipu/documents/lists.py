"""The shapes of this room's lexicon files."""

from quipu.lexicon.load import Entry, languages, load


class Unsupported(Entry):
    """Suffixes of one kind of file that is known and not read, with what to do instead."""

    suffixes: tuple[str, ...]
    advice: str


class Signatures(Entry):
    """First bytes, as hex, that settle what a file is."""

    pdf: tuple[str, ...]
    gzip: tuple[str, ...]
    warc: tuple[str, ...]
    unsupported: tuple[str, ...]


class MediaTypes(Entry):
    """`common/media_types.yml`."""

    suffixes: dict[str, tuple[str, ...]]
    unsupported: tuple[Unsupported, ...]
    signatures: Signatures


class PageMetadata(Entry):
    """`common/page_metadata.yml`."""

    published: frozenset[str]
    article_types: frozenset[str]


class Candidates(Entry):
    """`common/languages.yml`."""

    candidates: tuple[str, ...]


class Headings(Entry):
    """`<language>/datelines.yml`."""

    months: dict[int, tuple[str, ...]]
    weekdays: tuple[str, ...]
    published: tuple[str, ...]
    changed: tuple[str, ...]
    never_titles: frozenset[str]
    hyphened: frozenset[str]


class PageFurniture(Entry):
    """`<language>/page_furniture.yml`."""

    phrases: tuple[str, ...]


def headings() -> tuple[Headings, ...]:
    """The headings of every language; a report's language is not yet known where its head is read."""
    return tuple(load("datelines", language, Headings) for language in languages())
