import pytest

from events.story import said
from quipu.events import block_day, block_of
from quipu.events.families import group_of, linking, rank_of
from quipu.model import EventType


@pytest.mark.parametrize("type", list(EventType))
def test_every_type_has_one_family_and_a_rank(type: EventType) -> None:
    groups = [types for family in linking().families.values() for types in family.groups.values()]
    assert sum(type in types for types in groups) == 1
    assert group_of(type)
    assert rank_of(type) >= 0


BLOCKS = [
    ("killing", "2022-12-11", "street", "2022-12-11"),
    ("protest", "2022-12-11/2022-12-13", "street", "2022-12-11"),
    ("resignation", None, "resignation", "None"),
]


@pytest.mark.parametrize(("type", "on", "block", "day"), BLOCKS)
def test_block_and_day(type: str, on: str | None, block: str, day: str) -> None:
    claim = said("a", type, on).claim
    assert (block_of(claim), str(block_day(claim))) == (block, day)
