"""Who was shot is injured, or dead where the document, or its title alone, tells of a death."""

import pytest

from claims_factory import ANCHOR
from quipu.claims import read_claims
from quipu.model import Claim, Document
from quipu.sentences import read_sentences

CASES = [
    ("no title", None, "A driver was shot near the market.", [("injury", "injured")]),
    ("title of a death", "Driver shot dead near market", "A driver was shot near the market.", [("killing", "killed")]),
    ("title of a wound", "Driver killed, guard wounded", "A driver was shot near the market.", []),
    ("two shot", "Driver killed near market", "Two drivers were shot near the market.", []),
    ("a title without a fate", "Shots near market", "A driver was shot near the market.", [("injury", "injured")]),
    ("told apart as others", None, "A farmer was killed and eleven others were shot.",
     [("killing", "killed"), ("injury", "injured")]),
    ("others who may be the dead", None, "Eleven were shot near the market. Others fled. A farmer was killed.",
     [("killing", "killed")]),
    ("told apart by age", None, "A 15-year-old boy died. A 16-year-old boy was shot.",
     [("killing", "killed"), ("injury", "injured")]),
    ("of the same age", None, "A 15-year-old boy was shot. A 15-year-old boy died.", [("killing", "killed")]),
    ("in a limb", None, "A driver was shot in the leg. A farmer was killed.",
     [("injury", "injured"), ("killing", "killed")]),
    ("in a limb and the chest", None, "A driver was shot in the leg and the chest. A farmer was killed.",
     [("killing", "killed")]),
    ("in no limb", None, "A driver was shot. A farmer was killed.", [("killing", "killed")]),
    ("wounded, then dead", None, "A driver wounded on Monday has died.", [("killing", "killed")]),
    ("wounded and dead by name", None, "Salvador Allende was wounded on Monday. Allende died on Tuesday.",
     [("killing", "killed")]),
    ("another by name", None, "Salvador Allende was wounded. Augusto Olivares died.",
     [("injury", "injured"), ("killing", "killed")]),
    ("several wounded, one of them dead", None, "Nine drivers were wounded. One driver died.",
     [("injury", "injured"), ("killing", "killed")]),
    ("the text knows", "Shots", "A driver was shot near the market. He died at noon.", [("killing", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fates(title: str | None, text: str, found: list[tuple[str, str | None]]) -> None:
    reading = read_sentences(Document("d-test", text, title=title, published=ANCHOR, language="en"))
    claims = [claim for claim in read_claims(reading) if isinstance(claim, Claim)]
    assert [(str(c.type), str(c.count.what) if c.count else None) for c in claims] == found


SPANISH = [
    ("en una pierna", "Un joven fue baleado en la pierna. Su hermano murió.", ["injury", "killing"]),
    ("en la cabeza", "Un joven fue baleado en la cabeza. Su hermano murió.", ["killing"]),
    ("otros", "Murió un campesino y otros cuatro fueron baleados.", ["killing", "injury"]),
    ("herido y muerto", "Salvador Allende fue herido el lunes. Allende murió el martes.", ["killing"]),
]


@pytest.mark.parametrize(("text", "types"), [case[1:] for case in SPANISH], ids=[case[0] for case in SPANISH])
def test_fates_in_spanish(text: str, types: list[str]) -> None:
    reading = read_sentences(Document("d-test", text, published=ANCHOR, language="es"))
    assert [str(claim.type) for claim in read_claims(reading) if isinstance(claim, Claim)] == types
