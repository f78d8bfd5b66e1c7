"""What PLOVER files an event under that is foretold, denied, asked for or ended; the plain event beside it."""

import pytest

from claims_factory import claims_in

CASES = [
    ("en", "The rebels said they would release nine soldiers.", "release", "AGREE", None),
    ("en", "The rebels released nine soldiers.", "release", "RETREAT", "release"),
    ("en", "The minister will visit the island.", "visit", "AGREE", None),
    ("en", "The minister visited the island.", "visit", "CONSULT", "visit"),
    ("en", "The premier will not lift the embargo.", "concede", "REJECT", "yield"),
    ("en", "The envoy said the junta must release the sailors.", "release", "REQUEST", "yield"),
    ("en", "Miners called off the strike on Friday.", "strike", "CONCEDE", None),
    ("en", "Miners joined the strike on Friday.", "strike", "PROTEST", "strike"),
    ("en", "The general halted the troop deployment.", "mobilise", "RETREAT", "withdraw"),
    ("en", "The unions vowed to block the road to the port.", "blockade", "THREATEN", "restrict"),
    ("es", "El ministro visitará la isla.", "visit", "AGREE", None),
    ("es", "El gobierno levantó el toque de queda.", "curfew", "CONCEDE", None),
    ("es", "El gobierno impuso el toque de queda.", "curfew", "COERCE", "curfew"),
]


@pytest.mark.parametrize(("language", "text", "frame", "event", "mode"), CASES, ids=[row[1][:40] for row in CASES])
def test_turns_file_an_event_by_what_is_said_of_it(
    language: str, text: str, frame: str, event: str, mode: str | None
) -> None:
    claims = claims_in(text, language=language)
    found = {claim.rule.split("@")[0]: (claim.plover_event, claim.plover_mode) for claim in claims}
    assert found.get(frame) == (event, mode)
