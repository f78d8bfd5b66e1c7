"""Who arrests or uses force unnamed: the police told of before, or for an arrest told first just behind."""

import pytest

from claims_factory import claims_in

FAR = " The market opened at eight." * 9
LEJOS = " El mercado abrió a las ocho." * 9
CASES = [
    ("told in the sentence", "en", "Police said that five weavers were arrested.", "arrest", "Police"),
    ("told before", "en", "Police closed the bridge. Five weavers were arrested.", "arrest", "Police"),
    ("told far before", "en", "Police closed the bridge." + FAR + " Five weavers were arrested.", "arrest", None),
    ("told behind", "en", "Five weavers were arrested on Sunday. Police closed the bridge.", "arrest", "Police"),
    ("told far behind", "en", "Five weavers were arrested on Sunday." + FAR + " Police closed it.", "arrest", None),
    ("told nowhere", "en", "Five weavers were arrested on Sunday. The bridge was closed.", "arrest", None),
    ("another named", "en", "Five weavers were arrested by soldiers. Police closed the bridge.", "arrest", "soldiers"),
    ("a court's", "en", "The imprisonment of the deputy led to unrest. Police closed the bridge.", "arrest", None),
    ("background", "en", "The deputy, who has been arrested, fell ill. Police closed the bridge.", "arrest", None),
    ("a minister's we", "en", "Police closed the bridge. We have arrested five weavers.", "arrest", "Police"),
    ("force behind", "en", "A crackdown on the weavers began on Sunday. Police closed the bridge.",
     "repression_force_use", None),
    ("firing", "en", "Police closed the bridge. Three weavers were hurt in the firing.", "repression_force_use",
     "Police"),
    ("both fired", "en", "A shootout took place although police had been put on alert.", "repression_force_use", None),
    ("dicho después", "es", "Cinco tejedores fueron detenidos el domingo. La policía cerró el puente.", "arrest",
     "policía"),
    ("dicho lejos", "es", "Cinco tejedores fueron detenidos el domingo." + LEJOS + " La policía cerró el puente.",
     "arrest", None),
    ("de un tribunal", "es", "El diputado fue encarcelado en mayo. La policía cerró el puente.", "arrest",
     None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "actor"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_implied_police(language: str, text: str, kind: str, actor: str | None) -> None:
    told = [claim for claim in claims_in(text, language=language) if claim.type == kind]
    assert told
    assert {claim.actor.text if claim.actor else None for claim in told} == {actor}
