"""Which grammar matches are time expressions where they stand: a bare "1999" or "years" needs company."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quipu.model import Token
from quipu.sentences.times_atoms import Atom
from quipu.sentences.times_grammar import Match
from quipu.sentences.times_words import TimeWords, time_words

_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1900, 2099
_COUNTED = frozenset({"%", "km", "people", "personas"})
_AMOUNT = frozenset({"$", "€", "£", "+", "no", "nº"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a match stands: the lemmas beside it, and the class letter that it begins with."""

    before: str
    after: str
    opening: str
    first_lemma: Callable[[Atom], str]
    words: TimeWords
    language: str


def accepts(match: Match, atoms: Sequence[Atom], tokens: Sequence[Token], language: str) -> bool:
    """Whether a match of the grammar is meant as time, judged by the words beside it."""
    judge = _JUDGES.get(match.kind)
    if judge is None:
        return True
    first, end = atoms[match.first].first, atoms[match.last].last + 1
    before = tokens[first - 1].lower if first else ""
    after = tokens[end].lower if end < len(tokens) else ""
    opening = atoms[match.first].letter

    def first_lemma(atom: Atom) -> str:
        return tokens[atom.first].lower

    return judge(match, _Place(before, after, opening, first_lemma, time_words(language), language))


def _year(match: Match, place: _Place) -> bool:
    """ "in 1999", "1999"; not "$1999", "1999 people", "2000 protesters"."""
    atom = match.get("y")
    if atom is None or match.get("U", "t", "B", "i") or not isinstance(atom.value, int | float):
        return True
    if place.before in _AMOUNT or place.after in _COUNTED:
        return False
    if place.before in place.words.year_openers:
        return True
    counts = place.after[:1].isalpha() and place.after.endswith("s") and len(place.after) > 3
    return _FIRST_PLAIN_YEAR <= atom.value <= _LAST_PLAIN_YEAR and not counts


def _bare(_: Match, place: _Place) -> bool:
    """ "for years"; not "the years"."""
    return place.before in place.words.span_openers


def _unit(match: Match, _: _Place) -> bool:
    """ "the year", "the quarter"; not "the day", "the century"."""
    unit = match.get("U2", "t") if match.get("t") else None
    return unit is None or unit.value in ("W", "M", "Q", "Y")


def _part(_: Match, place: _Place) -> bool:
    """ "in the morning"; not "the night the plane went down"."""
    return place.opening != "t" or place.before in place.words.part_openers


def _decade(match: Match, _: _Place) -> bool:
    """ "the nineties", "1990s"; not "thirties" alone."""
    atom = match.get("y")
    return atom is None or int(str(atom.value)) >= 10 or match.last > match.first


def _duration(match: Match, _: _Place) -> bool:
    """ "two years"; not "a quarter"."""
    unit = match.get("U", "U2")
    return unit is None or unit.value != "Q" or match.get("a", "n") is None


def _clock(match: Match, _: _Place) -> bool:
    return match.letter("C") == "C" or match.get("m", "P") is not None


def _season(match: Match, place: _Place) -> bool:
    """ "last fall", "the fall of 1999"; not "the fall of the government"."""
    season = match.get("S", "S2", "S3")
    if season is None or place.first_lemma(season) not in place.words.doubtful_seasons:
        return place.language == "en" or match.get("s", "s2", "y") is not None or match.last > match.first
    return match.get("y", "s", "s3") is not None


_JUDGES: dict[str, Callable[[Match, _Place], bool]] = {
    "year": _year, "bare": _bare, "unit": _unit, "part": _part, "decade": _decade, "duration": _duration,
    "clock": _clock, "season": _season,
}  # fmt: skip
