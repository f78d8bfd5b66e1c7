"""Who says the quotations of a report, by one name each: "he said" is who spoke last, nobody where that is not told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quipu.model import Attribution, Document, Sentence, Span, Words
from quipu.sentences.attributions import find_attributions
from quipu.sentences.quotes import find_quotes, is_speech
from quipu.sentences.split import split_sentences
from quipu.sentences.times import find_times
from quipu.tallies.people_named import full_name, is_pronoun, name_in, people_in
from quipu.tallies.register_words import register_words
from quipu.tallies.told import READABLE, Page

# What stands before a part of the day.
_LED = 7
_BY_HOUR = {"en": "in", "es": "por"}
# Characters behind a description in which its name may stand.
_NAME = 60
_MARKS = "“”«»„\"‘'"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation: its place with its marks, its words, and who says it."""

    span: Span
    words: str
    speaker: str | None
    """None where the report does not name anybody."""
    source: Words | None
    """The speaker as the report words it there."""


def quotations(document: Document) -> Iterator[Spoken]:
    """The quotations of a report that are long enough to be speech, in order."""
    text, language = document.text, (document.language or "").split("-")[0].lower()
    quotes = _speech(text) if language in READABLE else ()
    if not quotes:
        return
    sentences = split_sentences(text, language)
    found = [one for one in find_attributions(text, sentences, language) if one.source is not None]
    page = Page(text, language)
    for quote in quotes:
        if any(sent.furniture and sent.span.meets(quote) for sent in sentences):
            continue
        words = " ".join(quote.of(text).split()).strip(_MARKS)
        own = _source(found, quote)
        if own is not None or any(one.direct and one.content.meets(quote) for one in found):
            speaker = _speaker(page, own, _before(found, sentences, own or quote))
            yield Spoken(quote, words, speaker, Words(own.of(text), own) if own else None)


def _speech(text: str) -> tuple[Span, ...]:
    """A mark with a blank behind it closes: where one is missing, what stands between two quotations is none."""
    found = (quote for quote in find_quotes(text) if is_speech(text, quote))
    return tuple(quote for quote in found if not quote.of(text).lstrip(_MARKS)[:1].isspace())


def _source(found: Sequence[Attribution], quote: Span) -> Span | None:
    """The source of the attribution whose content holds most of a quotation, the shortest content first."""
    holding = [one for one in found if one.content.meets(quote) and not (one.source and quote.holds(one.source))]
    shared = [(min(one.content.end, quote.end) - max(one.content.start, quote.start), one) for one in holding]
    best = max(shared, key=lambda pair: (pair[0], -len(pair[1].content)), default=None)
    return best[1].source if best else None


def _before(found: Sequence[Attribution], sentences: Sequence[Sentence], at: Span) -> list[Span]:
    """The sources of what was told before in the same paragraph, or in the one before it, the last first."""
    here = next((sent.paragraph for sent in sentences if sent.span.meets(at)), None)
    if here is None:
        return []
    near = {sent.paragraph: sent.span.start for sent in reversed(sentences) if here - 1 <= sent.paragraph <= here}
    first = min(near.values())
    sources = [one.source for one in found if one.source is not None]
    return sorted({source for source in sources if first <= source.start < at.start}, reverse=True)


def _speaker(page: Page, source: Span | None, before: Sequence[Span]) -> str | None:
    """One name for a source; of a pronoun, or of an hour taken for one, the only person named before it, else who
    spoke last."""
    source = _with_name(page, source)
    words = source.of(page.text) if source else ""
    if source and not is_pronoun(words, page.language) and not _is_hour(page, words):
        return full_name(page, words, source.start)[0]
    many = words.lower() in register_words(page.language).several
    if source and words and not many and is_pronoun(words, page.language):
        name, found = full_name(page, words, source.start)
        if found is not None:
            return name
    for earlier in before:
        said = earlier.of(page.text)
        if not is_pronoun(said, page.language) and not _is_hour(page, said):
            return full_name(page, said, earlier.start)[0]
    return None


def _with_name(page: Page, source: Span | None) -> Span | None:
    """A description's name behind the comma that ends it ("said the Chilean ambassador, | Ana Roe")."""
    if source is None or name_in(source.of(page.text), page.language):
        return source
    behind = Span(source.end, min(len(page.text), source.end + _NAME))
    name = next((where for _, where in people_in(page, behind)), None)
    between = page.text[source.end : name.start].strip() if name else ""
    return Span(source.start, name.end) if name and between == "," else source


def _is_hour(page: Page, words: str) -> bool:
    """ "Había declarado por la tarde" names no speaker."""
    words = f"{_BY_HOUR[page.language]} {words}"
    cut = split_sentences(words, page.language)
    held = sum(len(time.span) for time in find_times(words, cut, page.language, None))
    return held > 0 and held >= len(words.strip()) - _LED
