"""Which way time points near an expression: verbs and words of the past or the future."""

from collections.abc import Iterable, Iterator, Sequence

from quipu.model import Token
from quipu.sentences.times_words import TimeWords, time_words

# How far a cue may stand from the expression, in steps: a word is one, a comma and a quotation mark more, since the
# verb of the expression's own clause speaks before those of its neighbours. Swept on development news: reach 9 to 20,
# comma 0 to 4, quotation mark 0 to 20; the figures move by less than .001.
_REACH, _COMMA, _QUOTE = 12, 2, 6
_QUOTES = frozenset({'"', "“", "”", "''", "``", "«", "»"})
# How many words before a plan those may stand that put it into the past ("had originally been due"), and before a
# participle those that keep it out of the past ("will be publicly mourned").
_SHELVED_REACH, _PASSIVE_REACH = 3, 2


def direction_near(tokens: Sequence[Token], covered: tuple[int, int], language: str) -> int:
    """-1 where the nearest cue is of the past, 1 of the future, 0 where none stands near `covered` (first, last)."""
    first, last = covered
    words = time_words(language)
    if _is_opened(tokens, first, words):
        return 1
    found = [
        *_nearest(tokens, range(first - 1, -1, -1), words),
        *_nearest(tokens, range(last + 1, len(tokens)), words),
    ]
    return min(found, key=lambda cue: cue[0])[1] if found else 0


def _nearest(tokens: Sequence[Token], path: Iterable[int], words: TimeWords) -> Iterator[tuple[int, int]]:
    """The first cue along `path`, with the steps to it; nothing where none is within reach."""
    steps = 0
    for at in path:
        word = tokens[at].lower
        steps += 1 + _COMMA * (word == ",") + _QUOTE * (word in _QUOTES)
        if steps > _REACH:
            return
        cue = _cue(tokens, at, words)
        if cue:
            yield steps, cue
            return


def _is_opened(tokens: Sequence[Token], first: int, words: TimeWords) -> bool:
    """Whether words right before the expression look ahead: "as early as Tuesday"."""
    return any(
        tuple(token.lower for token in tokens[max(0, first - len(opener)) : first]) == opener
        for opener in (tuple(phrase.split()) for phrase in words.future_openers)
    )


def _cue(tokens: Sequence[Token], at: int, words: TimeWords) -> int:
    word = tokens[at].lower
    if word in words.future_cues or (words.future_endings and word.endswith(words.future_endings)):
        return -1 if word in words.plans and _follows(tokens, at, words.shelved, _SHELVED_REACH) else 1
    past = word in words.past_cues or (len(word) > 3 and word.endswith(words.past_endings))
    return -1 if past and not _follows(tokens, at, words.passives, _PASSIVE_REACH) else 0


def _follows(tokens: Sequence[Token], at: int, forms: frozenset[str], reach: int) -> bool:
    """Whether one of `forms` is among the `reach` words before `at`."""
    return any(token.lower in forms for token in tokens[max(0, at - reach) : at])
