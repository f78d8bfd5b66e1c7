"""Why a trigger that fired is no claim: history, a mere mention, a number without people."""

from quipu.claims.draft import Draft
from quipu.claims.frames import NOUN, PEOPLE
from quipu.claims.settings import Setting
from quipu.model import EventType

HARM = frozenset((EventType.KILLING, EventType.INJURY, EventType.ARREST))
# Measures that a bare noun states ("in defiance of the curfew"); other nouns behind a preposition are only mentioned.
_NAMED_ALONE = HARM | {EventType.EMERGENCY_DECREE, EventType.CURFEW}
# Years after which an explicitly dated happening is history, not part of the story told.
_HISTORY_YEARS = 9


def why_not(draft: Draft, setting: Setting) -> str | None:
    """The reason for which a draft is refused, or None.

    `historical`: dated in words more than nine years before the anchor · `no_participant_for_number`: "the dead"
    without a number · `nobody_named`: a bare noun ("death") · `unrealised`: an infinitive of purpose ·
    `mention_only`: a noun behind a preposition ("since the coup") with nobody and no number of its own.
    """
    if _is_history(draft, setting):
        return "historical"
    of_state = len(draft.hit.trigger.words) > 1 and draft.target is not None  # "the boy is in critical condition"
    if draft.hit.role == PEOPLE and draft.count is None and not of_state:
        return "no_participant_for_number"
    bare = draft.count is None and draft.target is None and draft.actor is None
    noun = draft.hit.role == NOUN
    if draft.type in HARM and bare and noun and len(draft.hit.trigger.words) == 1:
        return "nobody_named"
    if draft.type in (EventType.STATEMENT, EventType.OTHER) and draft.is_governed:
        return "mention_only" if noun else "unrealised"
    if noun and bare and draft.type not in _NAMED_ALONE and draft.is_governed:
        return "mention_only"
    return None


def _is_history(draft: Draft, setting: Setting) -> bool:
    when = draft.date
    if when is None or when.basis != "explicit" or when.finish is None or setting.anchor is None:
        return False
    return setting.anchor.year - when.finish.year > _HISTORY_YEARS
