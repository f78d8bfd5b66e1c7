"""Document to sentences with mentions: times, places, quantities, actors and attributions; and with trees."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from quipu.lexicon import languages
from quipu.model import Actor, Anchor, AnchorBasis, Attribution, Document, Place, Quantity, Reading, Sentence, Time
from quipu.sentences.actors import find_actors
from quipu.sentences.anchor import infer_anchor
from quipu.sentences.attributions import find_attributions
from quipu.sentences.places import find_places
from quipu.sentences.quantities import find_quantities
from quipu.sentences.readers import Reader, default_reader
from quipu.sentences.readers.gate import let_through, width_of_settings
from quipu.sentences.split import split_sentences
from quipu.sentences.times import resolve_expressions
from quipu.sentences.times_find import find_expressions

Mention = TypeVar("Mention", Time, Place, Quantity, Actor)
UNREAD_LANGUAGE = "language"

__all__ = ["read_sentences"]


def read_sentences(document: Document, *, reader: Reader | None = None, gate: str | None = None) -> Reading:
    """The reading of one document: its anchor day, and its sentences with their mentions.

    1. Sentences and tokens. 2. The reader gives the tokens parts of speech, lemmas, heads, relations and names, and the
    sentences predicates; furniture is not read. 3. The anchor, from `published` or the text. 4. Times, places, actors
    and attributions, each over the whole document; attributions use the trees. 5. Every mention goes into the sentence
    it begins in; quantities are read per sentence, beside its times. An attribution stands in each sentence that its
    content meets.

    Args:
        reader: who reads; None for the reader of the settings (see `default_reader`), which without weights is none.
        gate: which sentences are worth the reader's time: "open" for all, "wide" for those with a trigger of a frame, a
            number or a word of saying, "narrow" for those with a trigger; None for what `$QUIPU_GATE` says. The others
            keep their tokens and mentions, without a tree.

    Raises:
        ReaderError: the settings name a reader or a gate that is not there.

    All spans are code points of `document.text`. A document whose language quipu does not read, or that has none,
    comes back without sentences and with `unread="language"`.
    """
    language = (document.language or "und").split("-")[0].lower()
    if language not in languages():
        return Reading(document, language, _given_anchor(document), unread=UNREAD_LANGUAGE)
    text = document.text
    sentences = split_sentences(text, language)
    worth = let_through(sentences, language, width_of_settings() if gate is None else gate)
    sentences = _parsed(text, sentences, reader or default_reader(language), worth)
    expressions = find_expressions(text, sentences, language)
    anchor = _given_anchor(document) if document.published else infer_anchor(sentences, expressions, language)
    places = find_places(text, sentences, language, title=document.title)
    sentences = _with(sentences, "times", resolve_expressions(expressions, sentences, language, anchor.day))
    sentences = _with(sentences, "places", places)
    sentences = _with(sentences, "actors", find_actors(text, sentences, language, places))
    sentences = _with_attributions(sentences, find_attributions(text, sentences, language))
    read = tuple(
        sent if sent.furniture else replace(sent, quantities=find_quantities(text, sent, language))
        for sent in sentences
    )
    return Reading(document, language, anchor, read)


def _parsed(
    text: str, sentences: Sequence[Sentence], reader: Reader, worth: Sequence[Sentence]
) -> tuple[Sentence, ...]:
    """The sentences, those that are worth it as the reader reads them."""
    read = {sent.index: sent for sent in reader.read(text, worth)}
    return tuple(read.get(sent.index, sent) for sent in sentences)


def _given_anchor(document: Document) -> Anchor:
    return Anchor(document.published, AnchorBasis.PUBLISHED) if document.published is not None else Anchor()


def _with(sentences: Sequence[Sentence], name: str, mentions: Iterable[Mention]) -> tuple[Sentence, ...]:
    """The sentences with each mention in the one that holds it; a mention over two sentences goes to none."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    result, at = [], 0
    for sent in sentences:
        held = []
        while at < len(ordered) and ordered[at].span.start < sent.span.end:
            if sent.span.holds(ordered[at].span):
                held.append(ordered[at])
            at += 1
        # The names of the fields come from the caller, one for each kind of mention.
        given: dict[str, Any] = {name: tuple(held)}
        result.append(replace(sent, **given) if held else sent)
    return tuple(result)


def _with_attributions(sentences: Sequence[Sentence], found: Sequence[Attribution]) -> tuple[Sentence, ...]:
    """The sentences with every attribution whose content they share."""
    held: list[list[Attribution]] = [[] for _ in sentences]
    starts = [sent.span.start for sent in sentences]
    for attribution in found:
        at = max(0, bisect_right(starts, attribution.content.start) - 1)
        while at < len(sentences) and sentences[at].span.start < attribution.content.end:
            if sentences[at].span.meets(attribution.content):
                held[at].append(attribution)
            at += 1
    return tuple(
        replace(sent, attributions=tuple(own)) if own else sent for sent, own in zip(sentences, held, strict=True)
    )
