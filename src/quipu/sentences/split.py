"""Text to sentences: lines first (wrapped prose joined, headings and list items kept apart), then sentence ends."""

import re
from collections.abc import Iterator
from functools import cache

from quipu.lexicon import Entry, load
from quipu.model import Sentence, Span
from quipu.sentences.furniture import credit_tail, find_furniture
from quipu.sentences.lines import find_blocks
from quipu.sentences.opening import dateline_end
from quipu.sentences.tokens import tokenize

_CLOSERS = "\"'”’»)\\]}"
# A mark that may end a sentence, what closes with it (a bracket also behind a space), the numbers of its footnotes,
# then white space or the end; or no space at all between a lower-case letter and a capital ("…were killed.The
# police"), but in addresses.
_END = re.compile(
    rf"(?P<mark>[.!?…]+)(?P<close>[{_CLOSERS}]*(?:\s[)\]”»](?=\s|\Z))?)"
    r"(?P<notes>(?:\s?\[(?:\d{1,3}|[a-z]|citation needed)\])*)"
    r"(?:(?=\s)|$|(?<=[^\W\d_A-Z]{2}\.)(?<!www\.)(?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ])(?![\w.+-]*@))"
)
_WORD_BEFORE = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,2}\.\s?[^\W\d_]{1,2}|(?:[^\W_]\.)*[^\W_]+)\Z")
_NEXT = re.compile(r"\s*(?P<open>[\"'“‘«(\[¿¡]*)(?P<word>[^\W_]*)(?P<rest>.?)", re.DOTALL)
_INLINE_BULLET = re.compile(r"(?<=\s)[•▪◦‣●■](?=\s)")
# "… of the contract. 3. The seller …": the number opens the next item of a list that runs on.
_ITEM = re.compile(r"[.!?:;][\"'”’)]*\s+\(?\d{1,2}\Z")
# Abbreviations in small letters that only stand before more words.
_ALWAYS_ON = frozenset({"vs", "cf", "ca", "av", "e.g", "i.e", "esp"})
_LIST_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\Z")
# "(c. 1640", "b. September", "BMW v. Gore".
_LOWER_LETTER = re.compile(r"[\s(][bcdfnpv]\Z")
_NAME_INITIAL = re.compile(r"(?:^|[\s.(“\"])[^\W\d_]\Z")
_WORD_IN_SMALL = re.compile(r"(?<![\w.'’-])[^\W\d_A-Z]{3,}\Z")
# Longest stretch looked at behind a full stop for an abbreviation.
_BEHIND = 16


class SharedSplitWords(Entry):
    """`common/split.yml`."""

    titles: frozenset[str]
    may_end: frozenset[str]
    before_number: frozenset[str]


class SplitWords(Entry):
    """One language's `split.yml`."""

    starters: frozenset[str]
    hanging: frozenset[str]
    said: frozenset[str]


def split_sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences, headlines, captions and list items of `text`, in order, with tokens and the furniture flag.

    Spans are trimmed of white space, do not overlap, and every character that is not white space lies in one.
    `language` is "en" or "es".
    """
    words = load("split", language, SplitWords)
    spans: list[Span] = []
    paragraphs: list[int] = []
    heads: set[int] = set()
    for block in find_blocks(text, words.hanging):
        head = dateline_end(text, block.span, language)
        if head is not None:
            heads.add(len(spans))
        for span in _cut(text, block.span, words, head):
            spans.append(span)
            paragraphs.append(block.paragraph)
    furniture = find_furniture(text, spans, language)
    return tuple(
        Sentence(span, index, paragraph, tokenize(text, span), furniture=index in furniture, dateline=index in heads)
        for index, (span, paragraph) in enumerate(zip(spans, paragraphs, strict=True))
    )


def _cut(text: str, block: Span, words: SplitWords, head: int | None) -> Iterator[Span]:
    """The sentences of a block; its dateline, which ends at `head`, stands alone."""
    start = block.start if head is None else head
    if head is not None:
        yield from _trimmed(text, block.start, head)
        block = Span(head, block.end)
    for end in _ends(text, block, words):
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, block.end)


def _ends(text: str, block: Span, words: SplitWords) -> Iterator[int]:
    """Where a sentence of `block` ends and another begins."""
    shared = load("split", "common", SharedSplitWords)
    lower = _is_lower(text[block.start : block.end])
    ends = [
        match.end()
        for match in _END.finditer(text, block.start, block.end)
        if match.end() < block.end and _is_end(text, match, (block, lower), (words, shared))
    ]
    bullets = [match.start() for match in _INLINE_BULLET.finditer(text, block.start, block.end)]
    tail = credit_tail(text, block)
    yield from sorted({*ends, *bullets, *([tail] if tail else [])})


def _is_end(
    text: str, match: re.Match[str], where: tuple[Span, bool], lists: tuple[SplitWords, SharedSplitWords]
) -> bool:
    block, lower = where
    words, _ = lists
    following = _NEXT.match(text, match.end(), block.end)
    word = following["word"] if following else ""
    if not following or not (word or following["open"] or following["rest"]):
        return False
    if match["mark"] == "." and not match["close"] and _is_abbreviation(text, match, block, (word, *lists)):
        return False
    if match["close"] and match["mark"][-1] in "!?…" and _goes_on_saying(text, match.end(), words):
        return False
    if word[:1].islower() and not following["open"]:
        one = match["mark"] != "…" and len(match["mark"]) == 1
        return (lower and one) or (not match["close"] and _is_careless(text, match, words))
    return bool(word or following["open"]) or following["rest"] not in ",;:.?!…)"


def _is_careless(text: str, match: re.Match[str], words: SplitWords) -> bool:
    """Whether a sentence ends though the next word is in small letters, as in messages: "is it true? nobody knows".

    A full stop must stand behind a whole word in small letters; known abbreviations were told apart before. One "!"
    may belong to a name or a title ("Yahoo!").
    """
    if match["mark"] == ".":
        return _WORD_IN_SMALL.search(text, max(0, match.start() - _BEHIND), match.start()) is not None
    asks = match["mark"] != "!" and "…" not in match["mark"] and match["mark"][-1] in "!?"
    return asks and not _goes_on_saying(text, match.end(), words)


def _is_abbreviation(
    text: str, match: re.Match[str], block: Span, context: tuple[str, SplitWords, SharedSplitWords]
) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a list number, and does not end a sentence."""
    following, words, shared = context
    begin = max(block.start, match.start() - _BEHIND)
    before = text[begin : match.start()]
    if (begin == block.start and _LIST_NUMBER.match(before)) or _ITEM.search(before):
        return True
    found = _WORD_BEFORE.search(before)
    short = found.group().lower() if found else ""
    if short in shared.before_number and following[:1].isdigit():
        return True
    if short in shared.titles and following[:1].isupper():
        return found is not None and (found.group()[0].isupper() or short in _ALWAYS_ON)
    starts = following.lower() in words.starters
    if short in shared.may_end:
        return not (following[:1].isupper() and starts) and not _is_month_ending(found, following)
    if _LOWER_LETTER.search(before):
        return not starts
    initial = bool(_NAME_INITIAL.search(before)) or "." in short
    return initial and following[:1].isupper() and not starts and before[-1:].isupper()


def _is_month_ending(found: re.Match[str] | None, following: str) -> bool:
    """ "sat.", "sun.", "mar." in lower case are words, not abbreviations, when a capital follows."""
    return found is not None and found.group().islower() and found.group().isalpha() and following[:1].isupper()


def _goes_on_saying(text: str, at: int, words: SplitWords) -> bool:
    ahead = re.findall(r"[^\W\d_]+", text[at : at + 60].split("\n")[0])[:4]
    return any(word.lower() in words.said for word in ahead)


def _is_lower(block: str) -> bool:
    """Whether the text is written without capitals, so that a small letter says nothing."""
    return not _has_capital(block) and block.count(" ") > 3


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"[A-ZÁÉÍÓÚÑÜÀÈÒÇ]")


def _has_capital(block: str) -> bool:
    return _capital().search(block) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
