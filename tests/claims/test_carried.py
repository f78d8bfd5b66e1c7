"""Figures that go on with a total are totals; those with a day, a town or an accident of their own are not."""

import pytest

from claims_factory import claims_in

CASES = [
    ("beside", "The protests may already have caused 27 deaths and 124 injuries.", [(27, True), (124, True)]),
    ("left in a perfect", "Police violence has left 27 people dead.", [(27, True)]),
    ("an accident's dead", "The explosion has left 27 people dead.", [(27, False)]),
    ("pointed to", "27 people have died since January. Twelve of the 27 dead were miners.", [(27, True), (12, True)]),
    ("others", "27 people have died since January. Two of the three dead miners were young.", [(27, True), (2, False)]),
    ("out of", "124 people have been injured since May. Of the 124 injured, 13 lost an eye.", [(124, True)] * 2),
    ("toll moved", "On Monday the union raised the death toll to seven.", [(7, True)]),
    ("toll of an accident", "On Monday the death toll of the crash rose to seven.", [(7, False)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_carried_totals(text: str, figures: list[tuple[float, bool]]) -> None:
    counts = [claim.count for claim in claims_in(text) if claim.count]
    assert [(count.low, count.cumulative) for count in counts] == figures


SPANISH = [
    ("al lado", "Los choques han dejado 27 muertos y 124 heridos.", [(27, True), (124, True)]),
    ("de un accidente", "La explosión ha dejado 27 muertos.", [(27, False)]),
    ("elevó", "La oposición elevó hoy a siete el número de fallecidos durante las protestas.", [(7, True)]),
]


@pytest.mark.parametrize(("text", "figures"), [case[1:] for case in SPANISH], ids=[case[0] for case in SPANISH])
def test_carried_totals_in_spanish(text: str, figures: list[tuple[float, bool]]) -> None:
    counts = [claim.count for claim in claims_in(text, language="es") if claim.count]
    assert [(count.low, count.cumulative) for count in counts] == figures
