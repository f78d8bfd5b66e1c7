"""Sentences with their tokens and mentions, and the reading of a whole document."""

from dataclasses import dataclass

from quipu.model.document import Anchor, Document
from quipu.model.mention import Actor, Attribution, Place, Quantity, Time
from quipu.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `head` is the index of its governor in the sentence (-1 for the root), where a parser ran."""

    span: Span
    text: str
    lemma: str = ""
    """The dictionary form ("be" for "were"), where a reader ran, else the lower-cased form. See `lower`."""
    pos: str = ""
    head: int | None = None
    relation: str = ""
    """The Universal Dependencies relation to the head ("nsubj:pass"), where a parser ran."""
    entity: str = ""
    """`B-PER`, `I-PER`, `B-ORG`, `I-ORG`, `B-LOC`, `I-LOC`, or "" outside names and where no reader ran."""

    @property
    def lower(self) -> str:
        """The word as written, in lower case and without an abbreviation's full stop ("Dec." is "dec", "U.S." stays):
        what word lists of forms are asked about, whatever the lemma is."""
        text = self.text.lower()
        return text[:-1] if text.endswith(".") and "." not in text[:-1] and len(text) > 2 else text


@dataclass(frozen=True, slots=True)
class Role:
    """The part that tokens [begin, end) of a sentence play for a predicate, by a PropBank label ("ARGM-TMP")."""

    label: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or noun that says what happened, by its token's index, with the roles around it in text order."""

    token: int
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, headline, caption or list item. Mentions lie inside `span`, in order of their start."""

    span: Span
    index: int
    paragraph: int
    tokens: tuple[Token, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    """In token order; empty where no reader of roles ran."""
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    """Attributions whose content meets this sentence; source and cue may lie in a neighbouring one."""
    furniture: bool = False
    """Page furniture ("top of page", a fundraising widget): kept for offsets, never read for claims."""
    dateline: bool = False
    """The head of a report ("LIMA, Dec 14 (Wire) -"): it names place and day, and has no tree."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that `sentences` yields for one document."""

    document: Document
    language: str
    anchor: Anchor
    sentences: tuple[Sentence, ...] = ()
    unread: str | None = None
    """`language` where quipu does not read the document's language; then `sentences` is empty."""
