"""Tokens to time atoms: words and phrases of time, and numbers as dates, years, clock times or counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quipu.model import Token
from quipu.sentences.numbers import number_starters, read_number, read_ordinal
from quipu.sentences.times_words import Phrase, Value, phrases_of, time_words

_ISO = re.compile(r"(?P<y>[12]\d{3})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\w-])")
_SLASHED = re.compile(r"(?P<a>[0-3]?\d)(?P<s>[/.])(?P<b>[0-3]?\d)(?P=s)(?P<y>[12]\d{3}|\d\d)(?![\w/])")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?\Z")
_DOTTED = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d\Z")
_HALVED = re.compile(r"(?P<n>\d{1,3})(?:[ -]1/2|\s?½)(?!\w)")
_DECADE = re.compile(r"(?P<y>(?:1[0-9]|20)?\d0)s\Z")
_ROMAN = re.compile(r"[IVX]{1,6}\Z")
_ROMANS = {"I": 1, "V": 5, "X": 10}
_MARKS = {",": ",", ".": ".", "(": "(", "'": "'"}
_CENTURY = frozenset({"siglo", "siglos"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or phrase of time: tokens `first` to `last` (inclusive), its class letter and what it means."""

    letter: str
    value: Value
    first: int
    last: int


def read_atoms(text: str, tokens: Sequence[Token], language: str) -> tuple[Atom, ...]:
    """The atoms of one sentence, every token in exactly one."""
    return tuple(_Atoms(text, tokens, language).read())


class _Atoms:
    """Reads one sentence's tokens from left to right."""

    def __init__(self, text: str, tokens: Sequence[Token], language: str) -> None:
        self.text, self.tokens, self.language = text, tokens, language
        self.lemmas = [token.lower.replace("’", "'") for token in tokens]
        self.words = time_words(language)
        self.phrases = phrases_of(language)
        self.starters = number_starters(language)

    def read(self) -> list[Atom]:
        atoms: list[Atom] = []
        at = 0
        while at < len(self.tokens):
            lemma = self.lemmas[at]
            told = lemma in self.phrases or lemma in self.starters or lemma in _MARKS or lemma[0].isdigit()
            atom = self._atom(at) if told or (at and self.lemmas[at - 1] in _CENTURY) else Atom("_", None, at, at)
            atoms.append(atom)
            at = atom.last + 1
        return atoms

    def _atom(self, at: int) -> Atom:
        lemma = self.lemmas[at]
        if lemma[0].isdigit():
            return self._digits(at)
        phrase = self._phrase(at) if lemma in self.phrases else None
        if phrase and not (phrase.letter in "avo" and len(phrase.lemmas) == 1):
            return Atom(phrase.letter, phrase.value, at, at + len(phrase.lemmas) - 1)
        number = self._number(at, longer=phrase is not None) if lemma in self.starters else None
        if number:
            return number
        if phrase:
            return Atom(phrase.letter, phrase.value, at, at + len(phrase.lemmas) - 1)
        if _ROMAN.match(self.tokens[at].text) and at and self.lemmas[at - 1] in _CENTURY:
            return Atom("O", _roman(self.tokens[at].text), at, at)
        return Atom(_MARKS.get(lemma, "_"), None, at, at)

    def _phrase(self, at: int) -> Phrase | None:
        for phrase in self.phrases[self.lemmas[at]]:
            length = len(phrase.lemmas)
            if (length == 1 or tuple(self.lemmas[at : at + length]) == phrase.lemmas) and self._is_meant(at, phrase):
                return phrase
        return None

    def _is_meant(self, at: int, phrase: Phrase) -> bool:
        """Whether a word that is also another word (May, march, Domingo, Sun.) is one of time here."""
        lemma, text = self.lemmas[at], self.tokens[at].text
        following = self.lemmas[at + 1] if at + 1 < len(self.lemmas) else ""
        before = self.lemmas[at - 1] if at else ""
        if (phrase.letter == "M" and lemma in self.words.month_abbreviations) or (
            phrase.letter == "W" and lemma in self.words.weekday_abbreviations
        ):
            return text[0].isupper() and (
                text[-1] == "." or following == "." or following[:1].isdigit() or before[:1].isdigit()
            )
        if phrase.letter in "MW" and lemma in self.words.doubtful:
            return self._is_doubted_meant(at, before, following)
        if phrase.letter == "W" and following in self.words.names_after:
            return not self.tokens[at + 1].text[0].isupper()
        if phrase.letter == "T":
            return self._is_set(at, len(phrase.lemmas), before)
        if phrase.letter == "R" and phrase.lemmas[-1] in self.words.last:
            after = at + len(phrase.lemmas)
            return after >= len(self.lemmas) or not (
                self.lemmas[after] in self.phrases or self._number(after, longer=False)
            )
        if phrase.value == "MO" and lemma == "mañana" and phrase.letter == "P":
            return before in _BEFORE_MORNING
        return True

    def _is_set(self, at: int, length: int, before: str) -> bool:
        """Not "el diario" (a newspaper), nor "al día siguiente"."""
        after = self.lemmas[at + length] if at + length < len(self.lemmas) else ""
        if length > 1:
            return after not in self.words.following and after not in self.words.previous
        newspaper = self.lemmas[at].startswith("diario") and before in (*self.words.the, *self.words.this)
        return not newspaper

    def _is_doubted_meant(self, at: int, before: str, following: str) -> bool:
        text = self.tokens[at].text
        if self.language == "es":
            ordinal = at > 1 and read_ordinal(self.tokens, at - 2, self.language) is not None
            numbered = ordinal or before[:1].isdigit() or (at > 1 and self.lemmas[at - 2][0].isdigit())
            return text[0].islower() or text.isupper() or numbered or following[:1].isdigit()
        dated = following[:1].isdigit() or before[:1].isdigit() or following == "," or before in self.words.year_openers
        return text[0].isupper() and (
            dated or before in self.words.last or before in self.words.this or before == "next"
        )

    def _number(self, at: int, *, longer: bool) -> Atom | None:
        number = read_number(self.tokens, at, self.language)
        if number is None or number.vague or (longer and number.length == 1):
            ordinal = None if longer else read_ordinal(self.tokens, at, self.language)
            return Atom("O", ordinal.value, at, at + ordinal.length - 1) if ordinal else None
        ordinal = read_ordinal(self.tokens, at, self.language)
        if ordinal and ordinal.length > number.length:
            return Atom("O", ordinal.value, at, at + ordinal.length - 1)
        if number.value in (17, 18, 19, 20):
            rest = read_number(self.tokens, at + number.length, self.language)
            if rest and rest.value is not None and 10 <= rest.value < 100:
                return Atom("Y", int(number.value) * 100 + int(rest.value), at, at + number.length + rest.length - 1)
        return Atom("n", number.value, at, at + number.length - 1)

    def _digits(self, at: int) -> Atom:
        text, start = self.lemmas[at], self.tokens[at].span.start
        dated = _ISO.match(self.text, start) or _SLASHED.match(self.text, start)
        if dated:
            return Atom("I", _numeric(dated, self.language), at, self._token_before(dated.end(), at))
        if _CLOCK.match(text) or (_DOTTED.match(text) and self._is_dotted_clock(at)):
            return Atom("C", text.replace(".", ":"), at, at)
        decade = _DECADE.match(text)
        if decade:
            return Atom("y", int(decade["y"]) // 10, at, at)
        ordinal = read_ordinal(self.tokens, at, self.language)
        if ordinal:
            return Atom("O", ordinal.value, at, at)
        halved = _HALVED.match(self.text, start)
        if halved:
            return Atom("n", int(halved["n"]) + 0.5, at, self._token_before(halved.end(), at))
        number = read_number(self.tokens, at, self.language)
        if number is None or number.value is None:
            return Atom("_", None, at, at)
        return Atom(_number_letter(text, number.value, number.length), number.value, at, at + number.length - 1)

    def _is_dotted_clock(self, at: int) -> bool:
        following = self.lemmas[at + 1] if at + 1 < len(self.lemmas) else ""
        clocked = following in self.words.oclock or following in self.words.zones or following in self.words.meridiem
        return clocked or (self.language == "es" and at > 0 and self.lemmas[at - 1] in ("las", "la"))

    def _token_before(self, end: int, at: int) -> int:
        while at + 1 < len(self.tokens) and self.tokens[at + 1].span.start < end:
            at += 1
        return at


_BEFORE_MORNING = frozenset({"la", "esta", "una", "cada", "toda", "misma", "primera", "última", "pasada"})


def _number_letter(text: str, value: float, length: int) -> str:
    if length > 1 or not text.isdigit():
        return "3"
    if len(text) == 4 and _FIRST_YEAR <= value < _LAST_YEAR:
        return "Y"
    return "3" if not 1 <= value <= 31 or len(text) > 2 else "1" if value <= 12 else "2"


def _numeric(found: re.Match[str], language: str) -> tuple[int | None, int | None, int | None]:
    """(year, month, day) of a date in digits; month and day None where English cannot tell which is which."""
    parts = found.groupdict()
    if "m" in parts:
        return int(parts["y"]), int(parts["m"]), int(parts["d"])
    year, first, second = int(parts["y"]), int(parts["a"]), int(parts["b"])
    year += 0 if year > 99 else 1900 if year > 68 else 2000
    if language == "es" or parts["s"] == "." or first > 12:
        return year, second, first
    if second > 12 or first == second:
        return year, first, second
    return year, None, None


def _roman(text: str) -> int:
    values = [_ROMANS[letter] for letter in text]
    return sum(-v if later > v else v for v, later in zip(values, [*values[1:], 0], strict=True))
