"""Time expressions as they stand in a text, before anything is counted from anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quipu.model import Sentence, Span
from quipu.sentences.times_accept import accepts
from quipu.sentences.times_atoms import read_atoms
from quipu.sentences.times_cues import direction_near
from quipu.sentences.times_grammar import Match, find_matches


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as it stands, before anything is counted from anywhere."""

    sentence: Sentence
    span: Span
    match: Match
    cue: int
    """-1 past, 1 future, 0 unsaid: what the verbs beside it say."""


def find_expressions(text: str, sentences: Sequence[Sentence], language: str) -> tuple[Expression, ...]:
    """The time expressions of `text`, in order; none crosses a sentence's end."""
    return tuple(found for sentence in sentences for found in _of_sentence(text, sentence, language))


def _of_sentence(text: str, sentence: Sentence, language: str) -> Iterator[Expression]:
    atoms = read_atoms(text, sentence.tokens, language)
    for match in find_matches(atoms, language):
        if accepts(match, atoms, sentence.tokens, language):
            covered = (atoms[match.first].first, atoms[match.last].last)
            span = Span(sentence.tokens[covered[0]].span.start, sentence.tokens[covered[1]].span.end)
            yield Expression(sentence, span, match, direction_near(sentence.tokens, covered, language))
