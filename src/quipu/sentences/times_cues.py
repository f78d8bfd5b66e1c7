"""Which way time points near an expression: verbs and words of the past or the future."""

from collections.abc import Sequence

from quipu.model import Token
from quipu.sentences.times_words import time_words

# How many tokens away a verb still speaks about the expression.
_REACH = 9


def direction_near(tokens: Sequence[Token], covered: tuple[int, int], language: str) -> int:
    """-1 where the nearest cue is of the past, 1 of the future, 0 where none stands near `covered` (first, last)."""
    first, last = covered
    for distance in range(1, _REACH + 1):
        for at in (first - distance, last + distance):
            cue = _cue(tokens[at].lower, language) if 0 <= at < len(tokens) else 0
            if cue:
                return cue
    return 0


def _cue(lemma: str, language: str) -> int:
    words = time_words(language)
    if lemma in words.future_cues or (words.future_endings and lemma.endswith(words.future_endings)):
        return 1
    long = len(lemma) > 3
    return -1 if lemma in words.past_cues or (long and lemma.endswith(words.past_endings)) else 0
