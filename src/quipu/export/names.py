"""Finding people's names in text, so that public outputs can withhold them.

A name is looked for as it was read from a victim's span, without regard to case, accents and the marks between its
words, and in its shorter forms (first and last, last two, first two words). In the documents that hold it, its family
names are covered wherever they stand with a capital: a relative is found by them too, and so an official who shares
one may lose it in that document's public text. Its given name is covered where no other name's word stands beside it.
A nickname or a misspelling is not found: the accepted gap.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

from quipu.model import Span

WITHHELD = "[name withheld]"
"""What a reader sees in the place of a name."""

COVER = "\U0010fffd"
"""Stands for each withheld code point of a stored text, so that every offset stays true; a private-use character."""

_WORD = re.compile(r"[^\W_]+")
_COVERED = re.compile(f"{COVER}+")
# Between two words of one name: a space, a hyphen, an initial's dot, a line's end; in an address `-`, `_` or `+`.
_GAP = 3
# "Mr", "Mrs", "Sra", "Don", "Doña" before a name do not make it another person's name.
_TITLE = 4

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    form: str
    capital: bool


def shown(text: str) -> str:
    """A covered text as a reader sees it."""
    return _COVERED.sub(WITHHELD, text)


class Names:
    """The names to withhold, and where they stand in a text."""

    def __init__(self, names: Iterable[str]) -> None:
        self._forms: dict[str, set[Form]] = {}
        self._everywhere: set[str] = set()
        for name in names:
            self._add(name)

    def __bool__(self) -> bool:
        return bool(self._forms or self._everywhere)

    def _add(self, name: str) -> None:
        tokens = list(_tokens(name))
        if len(tokens) == 1:
            self._everywhere.add(tokens[0].form)
        for form in _forms(tokens):
            self._forms.setdefault(form[0], set()).add(form)

    def find(self, text: str, local: Iterable[str] = ()) -> list[Span]:
        """Spans of names in `text`, in order; of `local` names, single words are looked for as well."""
        if not self:
            return []
        tokens = list(_tokens(text))
        whole = list(self._whole(text, tokens))
        here = {*local, *(span.of(text) for span in whole)}
        family = set().union(*(_family(name) for name in here))
        given = self._everywhere.union(*(_given(name) for name in here))
        return sorted({*whole, *_alone(text, tokens, family, given)})

    def _whole(self, text: str, tokens: list[_Token]) -> Iterator[Span]:
        for at, token in enumerate(tokens):
            for form in self._forms.get(token.form, ()):
                run = tokens[at : at + len(form)]
                if tuple(t.form for t in run) == form and _joined(text, run):
                    yield Span(run[0].span.start, run[-1].span.end)

    def cover(self, text: str, also: Iterable[Span] = (), local: Iterable[str] = ()) -> str:
        """`text` with every name covered, of the same length; `also` are spans known to be names."""
        letters = list(text)
        for span in (*self.find(text, local), *also):
            for at in range(span.start, min(span.end, len(letters))):
                if letters[at] not in "\r\n":
                    letters[at] = COVER
        return "".join(letters)

    def mask(self, text: str, local: Iterable[str] = ()) -> str:
        """A short text (a title, a heading, a quoted field) with `[name withheld]` for each name."""
        return shown(self.cover(text, local=local))

    def in_address(self, address: str, local: Iterable[str] = ()) -> bool:
        """Whether a URL, path or id spells a name, in whole or by a word of one of the `local` names, in any case."""
        plain = unquote(address)
        words = set().union(*(_family(name) | _given(name) for name in local))
        return bool(self.find(plain)) or not words.isdisjoint(t.form for t in _tokens(plain))


@cache
def _family(name: str) -> frozenset[str]:
    """The words of a name after the first, particles left out: they lead to a person, and to her relatives."""
    return frozenset(_heads(name)[1:])


@cache
def _given(name: str) -> frozenset[str]:
    """The first word of a name, which many people share."""
    return frozenset(_heads(name)[:1])


def _heads(name: str) -> list[str]:
    """The capitalised words of three letters or more."""
    tokens = list(_tokens(name))
    return [t.form for t in tokens if t.capital and len(t.form) >= 3] or [t.form for t in tokens]


def _tokens(text: str) -> Iterator[_Token]:
    for match in _WORD.finditer(text):
        word = match.group()
        yield _Token(Span(match.start(), match.end()), _folded(word), word[0].isupper())


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return bare.casefold()


def _forms(tokens: list[_Token]) -> set[Form]:
    """The ways one name is written: whole, first two and last two words with their particles, first and last."""
    words = [t.form for t in tokens]
    heads = [at for at, t in enumerate(tokens) if t.capital] or list(range(len(tokens)))
    forms = {tuple(words)}
    if len(heads) > 2:
        first, second, last_but_one, last = heads[0], heads[1], heads[-2], heads[-1]
        forms |= {tuple(words[first : second + 1]), tuple(words[last_but_one : last + 1]), (words[first], words[last])}
    return {form for form in forms if len(form) > 1}


def _joined(text: str, run: list[_Token]) -> bool:
    return all(right.span.start - left.span.end <= _GAP for left, right in pairwise(run))


def _alone(text: str, tokens: list[_Token], family: set[str], given: set[str]) -> Iterator[Span]:
    """Capitalised words of a name that stand without it."""
    for at, token in enumerate(tokens):
        if not token.capital:
            continue
        if token.form in family or (token.form in given and not _is_part(text, tokens, at)):
            yield token.span


def _is_part(text: str, tokens: list[_Token], at: int) -> bool:
    """Whether another name's word stands beside it: "Santa Inventa", "Testname Other", not "Mr Testname"."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.capital and text[tokens[at].span.end : after.span.start] == " ":
        return True
    if before is None or not before.capital or len(before.span) <= _TITLE:
        return False
    beside = text[before.span.end : tokens[at].span.start] == " "
    return beside and not _opens_sentence(text, before.span.start)


def _opens_sentence(text: str, start: int) -> bool:
    """A capital there says nothing: "Then Testname ran"."""
    head = text[:start].rstrip(" \t\"'“‘«(¿¡-–—")
    return not head or head[-1] in ".!?:\n\r…"
