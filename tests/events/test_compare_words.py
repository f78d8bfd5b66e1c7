"""Rare words beside what claims say: two reports of one night are joined, two nights in one town are not."""

from datetime import date, timedelta

import pytest

from events.story import ANDAHUAYLAS, AREQUIPA, JULIACA, clusters, said
from quipu.events import Clues, link_events, link_order
from quipu.events.clues import Kept
from quipu.events.compare_words import word_share
from quipu.events.profile import Profile
from quipu.model import Event, Judgement, SourcedClaim

BAKERY = "By the Quilca bakery a shepherd, 43, was hit in the neck while he carried flour home to Huata. "
RETOLD = "The shepherd of Huata, 43, who carried flour, was hit in the neck by the Quilca bakery. "
HUATA = "In Huata a fisherman drowned off the reeds when his raft, laden with totora, overturned at dusk in a storm. "
BRIDGE = "On the Maravillas bridge a student of music was hit while she filmed the lorries on the far bank. "
DAILY = "While she and he were on the way home, the police, who by day was hit in the far town, said so. "
BEGIN = date(2022, 12, 5)
ROUTINE = {f"x{n}": BEGIN + timedelta(days=14 * (n % 10)) for n in range(50)}


def rows(*claims: tuple[SourcedClaim, str]) -> list[Event | Judgement]:
    """What linking yields for claims told in these texts, in a record that also holds the routine of other days."""
    texts = {one.claim.document_id: text for one, text in claims} | dict.fromkeys(ROUTINE, DAILY)
    days = [(one.claim.document_id, one.published) for one, _ in claims] + list(ROUTINE.items())
    return list(link_events(sorted((one for one, _ in claims), key=link_order), (), Clues(days, texts)))


def events(*claims: tuple[SourcedClaim, str]) -> int:
    return len(clusters(row for row in rows(*claims) if isinstance(row, Event)))


FIRST = said("first", "killing", "2023-01-09", JULIACA, killed=1, at=0, published="2023-01-09")
CASES = [
    ("a trial months later, dated by itself", RETOLD, ("2023-05-20", JULIACA), True),
    ("the town of the hospital", RETOLD, ("2023-01-09", AREQUIPA), True),
    ("a trial months later in another town", RETOLD, ("2023-05-20", AREQUIPA), True),
    ("a trial that shares a name only", HUATA, ("2023-05-20", AREQUIPA), False),
    ("the day is not known, and no place", RETOLD, ("~2023-01-19", None), True),
    ("other words, the same town, a later report", BRIDGE, ("2023-01-15", JULIACA), False),
    ("other words, another town", BRIDGE, ("2023-01-09", ANDAHUAYLAS), False),
    ("routine words, another day", DAILY, ("2023-01-20", JULIACA), False),
]


@pytest.mark.parametrize(("words", "where", "is_one"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rare_words_join_reports(words: str, where: tuple, is_one: bool) -> None:
    on, place = where
    second = said("second", "killing", on, place, killed=1, at=0, published=on.strip("~"))
    assert (events((FIRST, BAKERY), (second, words)) == 1) is is_one


ONE_DAY = [
    ("in other words", BRIDGE, 2),
    ("in the same words", RETOLD, 1),
    ("in words that tell nothing rare", DAILY, 1),
]


@pytest.mark.parametrize(("words", "told"), [case[1:] for case in ONE_DAY], ids=[case[0] for case in ONE_DAY])
def test_one_town_may_have_two_deaths_on_one_day(words: str, told: int) -> None:
    """Each of the two nights is told twice, so that its words are known to be its own."""
    second = said("second", "killing", "2023-01-09", JULIACA, killed=1, at=0, published="2023-01-09")
    retold = [
        (said(id, "killing", "2023-01-09", JULIACA, killed=1, at=0, published="2023-01-10"), text)
        for id, text in (("third", RETOLD), ("fourth", words))
    ]
    assert events((FIRST, BAKERY), (second, words), *retold) == told


def test_rare_words_join_harm_only() -> None:
    march = said("first", "protest", "2023-01-09", JULIACA, at=0, published="2023-01-09")
    other = said("second", "protest", "2023-01-10", AREQUIPA, at=0, published="2023-01-10")
    assert events((march, BAKERY), (other, RETOLD)) == 2


def told_in(document: str, *words: int) -> Profile:
    """What one report tells, in words that weigh alike."""
    clues = {word: len(words) ** -0.5 for word in words}
    return Profile(told={document: [(0, 60)]}, clues=clues, reports=1, kept={document: [Kept.of(clues)]})


def test_a_roundup_is_not_compared_with_itself() -> None:
    """It tells of two nights in one breath; its own words do not make them one."""
    night, other = told_in("roundup", 1, 2, 3, 4), told_in("roundup", 1, 2, 3, 4)
    assert word_share(night, other) == 0.0
    other.update(told_in("tuesday", 5, 6, 7, 8))
    assert word_share(night, other) == 0.0
    night.update(told_in("monday", 1, 2, 5, 9))
    # monday and the roundup share 2 words of 4, monday and tuesday 1; the roundup and tuesday none.
    assert word_share(night, other) == pytest.approx((2 + 1 + 0) / 4 / 3)


def test_reason_tells_the_share() -> None:
    second = said("second", "killing", "2023-01-10", None, at=0, published="2023-01-10")
    (judged,) = (row for row in rows((FIRST, BAKERY), (second, RETOLD)) if isinstance(row, Judgement))
    assert "rare words shared (1.00)" in judged.reason
