"""Finding time expressions: the rules of times_en.py and times_es.py run over a sentence's class letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quipu.sentences.times_atoms import Atom
from quipu.sentences.times_en import ENGLISH
from quipu.sentences.times_es import SPANISH

_RULES = {"en": ENGLISH, "es": SPANISH}
_CORE = "MWwKSHDNPpUuhRAVTIYyCmlxZ"
# Only runs of time words with one of these are looked at; a rule may still read past the run.
_REGION = re.compile(r"[^_]+")
_CORE_LETTER = re.compile(rf"[{_CORE}]")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fired: its kind, the atoms of its groups, and the atoms it covers (`first` to `last`)."""

    kind: str
    groups: dict[str, Atom]
    first: int
    last: int

    def get(self, *names: str) -> Atom | None:
        """The first of these groups that took part."""
        return next((self.groups[name] for name in names if name in self.groups), None)

    def letter(self, *names: str) -> str:
        """That group's class letter, or ""."""
        atom = self.get(*names)
        return atom.letter if atom else ""


def find_matches(atoms: Sequence[Atom], language: str) -> list[Match]:
    """The longest match at each place, from left to right, not overlapping; earlier rules win ties."""
    letters = "".join(atom.letter for atom in atoms)
    found: list[Match] = []
    at = 0
    for region in _REGION.finditer(letters):
        at = max(at, region.start())
        if _CORE_LETTER.search(letters, region.start(), region.end()) is None:
            continue
        while at < region.end():
            match = _longest(letters, at, atoms, language) if letters[at] != "_" else None
            if match:
                found.append(match)
            at = match.last + 1 if match else at + 1
    return found


def _longest(letters: str, at: int, atoms: Sequence[Atom], language: str) -> Match | None:
    best: tuple[int, str, re.Match[str]] | None = None
    for kind, pattern in _rules(language):
        match = pattern.match(letters, at)
        if match and match.end() > at and (best is None or match.end() > best[0]):
            best = (match.end(), kind, match)
    if best is None:
        return None
    end, kind, match = best
    groups = {name: atoms[match.start(name)] for name, value in match.groupdict().items() if value}
    return Match(kind, groups, at, end - 1)


@cache
def _rules(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in _RULES[language])
