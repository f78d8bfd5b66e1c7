"""Strikes, blockades and occupations: called, under way, called off or ended, by day."""

import re
from collections.abc import Sequence

from quipu.model import Modality, RegisterDetail, Span
from quipu.tallies.details import NOT_DONE, according_to, counted, states, who_and_where
from quipu.tallies.told import Told, sentence, state_in

_REGISTER = "strikes_blockades"
_OVER = ("called off", "ended")
_ASIDE = re.compile(r"\s*,\s+(?:which|that|who|que|quienes)\b", re.IGNORECASE)


def details(told: Sequence[Told]) -> list[RegisterDetail]:
    """`state`, `history`, `who`, `what`, `place`, figures, `according to`."""
    return [*states(told, _state, always=True), *who_and_where(told), *counted(told), *according_to(told)]


def tells(one: Told) -> bool:
    """Whether a claim tells of the thing itself, and does not only name it beside another ("died near a barricade")."""
    claim = one.claim
    dated = claim.date is not None and claim.date.basis in ("explicit", "relative")
    return bool(claim.actor or claim.target or claim.count or dated or _words(one)) or not claim.modality.happened


def _words(one: Told) -> tuple[str, Span] | None:
    """The state by the words beside the strike's noun; behind an aside where the claim has none ("the strike, which
    lasted nine days, was ended")."""
    own = state_in(_REGISTER, one)
    if own is not None or not _ASIDE.match(one.text, one.claim.span.end):
        return own
    return state_in(_REGISTER, one, within=Span(one.claim.span.start, max(one.claim.span.end, sentence(one).end)))


def _state(one: Told) -> tuple[str, Span | None]:
    """By modality first, by the words beside the strike's noun then, and by days that lie behind the report last."""
    state, span = _words(one) or ("", None)
    modality = one.claim.modality
    if modality is Modality.DENIED:
        kept = state_in(_REGISTER, one, denied=True)
        still = ("under way", kept[1]) if kept and kept[0] in _OVER else ("denied", None)
        return (state, span) if state in _OVER else still
    if not modality.happened:
        planned = modality is Modality.PLANNED
        return ("ending announced", span) if planned and state in _OVER else (NOT_DONE[modality], span)
    if state in _OVER:
        return state, span
    return ("ended", None) if _is_over(one) else ("under way", span if state == "under way" else None)


def _is_over(one: Told) -> bool:
    """Whether the claim gives a stretch of days that its report looks back on."""
    when = one.claim.date
    if when is None or when.finish is None or when.basis not in ("explicit", "relative"):
        return False
    stretch = when.begin is not None and when.finish > when.begin
    return stretch and (one.one.published is None or when.finish < one.one.published)
