"""What most say is quoted, and no thing twice."""

import pytest

from quipu.model import Quote, Span
from quipu.tallies.central import Candidate, Wordings, count_words, distinct_words, most_central
from quipu.tallies.words import salience

RULES = salience().days
CROWD = "Police fired on the crowd at the bridge and two miners died"
CROWD_TOO = "Two miners died at the bridge when police fired on the crowd there"
CLOSED = "The market in the old town stayed closed for the feast of its saint"
RAID = "Soldiers raided the miners' union hall near the bridge in the evening"


def chosen(*sentences: str, weights: tuple[float, ...] = ()) -> list[str]:
    candidates = [
        Candidate(Quote("a", Span(at, at)), distinct_words(words), weights[at] if weights else 1.0)
        for at, words in enumerate(sentences)
    ]
    found = most_central(candidates, Wordings([CROWD, CROWD_TOO, CLOSED, RAID, "A quiet day"]), RULES)
    return [sentences[quote.span.start] for quote in found]


CASES = [
    ("what two say comes first, once", (CLOSED, CROWD, CROWD_TOO, RAID), (), [CROWD, RAID]),
    ("one sentence alone", (CLOSED,), (), [CLOSED]),
    ("none", (), (), []),
    ("the heavier of two that are alike", (CROWD, CROWD_TOO), (0.2, 1.0), [CROWD_TOO]),
    ("no more than the rules say", (RAID, CLOSED, CROWD), (3.0, 2.0, 1.0), [RAID, CLOSED]),
]


@pytest.mark.parametrize(("sentences", "weights", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_central_says_what_most_say(
    sentences: tuple[str, ...], weights: tuple[float, ...], expected: list[str]
) -> None:
    assert chosen(*sentences, weights=weights) == expected


def test_central_counts_words_in_any_script() -> None:
    assert count_words("Murieron 2 mineros, según el señor Ñ.") == 7
    assert distinct_words("El paro, el PARO.") == {"el", "paro"}


def test_central_rare_words_weigh_more_than_common_ones() -> None:
    wordings = Wordings(["the strike", "the march", "the vote"])
    assert wordings.rarity("strike") > wordings.rarity("the") == 0.0
    assert wordings.rarity("unheard") > wordings.rarity("strike")
