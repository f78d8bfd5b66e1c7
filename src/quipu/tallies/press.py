"""Attacks on the press: who did what to whom, where, by what means."""

from collections.abc import Sequence

from quipu.model import RegisterDetail
from quipu.tallies.details import according_to, counted, kinds, settled, states, who_and_where
from quipu.tallies.told import Told


def details(told: Sequence[Told]) -> list[RegisterDetail]:
    """`state`, `means` (beaten, shot, detained …), `who`, `whom`, `place`, figures, `according to`."""
    return [
        *states(told, settled),
        *kinds("means", "means", told),
        *who_and_where(told, what="whom"),
        *counted(told),
        *according_to(told),
    ]
