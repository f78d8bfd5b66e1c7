"""What the registers list is told by claims that say so: attacks on the press, asylum, bills voted down, barricades."""

import pytest

from claims_factory import claims_in

# (what is tested, language, text, [(type, actor, target, figure)] of the claims of the types that stand in the row)
CASES = [
    ("attacks counted", "en", "The union of editors counted 12 attacks on journalists.",
     [("attack_on_press", None, None, "12")]),
    ("agresiones contadas", "es", "Se registraron 12 ataques contra periodistas.",
     [("attack_on_press", None, None, "12")]),
    ("attacks not counted", "en", "Two editors reported attacks on journalists in Puno.",
     [("attack_on_press", None, None, None)]),
    ("a pellet acts for nobody", "en", "A photographer was hit by a pellet.",
     [("attack_on_press", None, "A photographer", None)]),
    ("an officer acts", "en", "A photographer was beaten by a soldier.",
     [("attack_on_press", "a soldier", "A photographer", None)]),
    ("asylum offered", "en", "Mexico's president offered asylum to Paz.",
     [("other", "Mexico's president", "Paz", None)]),
    ("asilo ofrecido", "es", "México ofreció asilo a la familia.", [("other", "México", "la familia", None)]),
    ("near a roadblock", "en", "A truck overturned near a roadblock in Juliaca.", []),
    ("junto a una barricada", "es", "Un camión volcó junto a una barricada en Juliaca.", []),
    ("a roadblock", "en", "Farmers set up a roadblock in Juliaca.", [("blockade", "Farmers", None, None)]),
    ("a verb that calls", "en", "The premier calls a new one.", []),
    ("calls for", "en", "The unions called for early elections.",
     [("demand", "The unions", "early elections", None)]),
]  # fmt: skip
_TYPES = ("attack_on_press", "other", "blockade", "demand")


@pytest.mark.parametrize(("language", "text", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_registered(language: str, text: str, told: list[tuple[str, str | None, str | None, str | None]]) -> None:
    found = [claim for claim in claims_in(text, language=language) if claim.type.value in _TYPES]
    assert [
        (c.type.value, c.actor.text if c.actor else None, c.target.text if c.target else None,
         c.count.text if c.count else None)
        for c in found
    ] == told  # fmt: skip
