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
    ("the text knows", "Shots", "A driver was shot near the market. He died at noon.", [("killing", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fates(title: str | None, text: str, found: list[tuple[str, str | None]]) -> None:
    reading = read_sentences(Document("d-test", text, title=title, published=ANCHOR, language="en"))
    claims = [claim for claim in read_claims(reading) if isinstance(claim, Claim)]
    assert [(str(c.type), str(c.count.what) if c.count else None) for c in claims] == found
