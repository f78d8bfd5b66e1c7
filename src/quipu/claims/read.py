"""From a reading to its claims: one sentence after another, with what earlier sentences have set."""

from collections.abc import Iterator
from dataclasses import replace

from quipu.claims.again import date_again
from quipu.claims.carried import settle_repeated, spread_totals
from quipu.claims.chains import with_chain
from quipu.claims.demands import is_item
from quipu.claims.denied import find_denied
from quipu.claims.draft import Draft, as_claim
from quipu.claims.fates import settle_fates
from quipu.claims.fill import fill
from quipu.claims.frames import meanings, trigger_index
from quipu.claims.known import find_names
from quipu.claims.match import Hit, find_hits
from quipu.claims.modality import is_question
from quipu.claims.opening import first_setting
from quipu.claims.parts import find_parts
from quipu.claims.pronouns import subjects_told
from quipu.claims.retold import find_retold
from quipu.claims.scene import Scene, lay_out
from quipu.claims.settings import Setting
from quipu.claims.shares import split_total
from quipu.claims.spoken import OPEN
from quipu.claims.turns import with_coding
from quipu.claims.variants import listed_demand
from quipu.claims.votes import find_counted_votes
from quipu.model import Claim, EventType, Reading, RefusedClaim, Sentence

Found = Draft | RefusedClaim
# Subjects that are kept for the pronouns of later sentences.
_KEPT = 12


def read_claims(reading: Reading) -> Iterator[Claim | RefusedClaim]:
    """Every claim that a document's sentences make, and every rule that fired without one, in text order.

    Furniture and unread languages yield nothing. Ids are unique within the document: a thing that two rules read
    alike is one claim.
    """
    if reading.unread is not None or not reading.sentences:
        return
    seen: set[str] = set()
    setting, names = first_setting(reading), find_names(reading)
    drafts = settle_fates(reading, list(_drafts(reading, setting)))
    for found in date_again(reading, drafts, setting.crisis_began):
        if isinstance(found, RefusedClaim):
            yield found
            continue
        claim = as_claim(reading, found)
        if claim.id not in seen:
            seen.add(claim.id)
            yield names.in_full(claim)


def _drafts(reading: Reading, setting: Setting) -> Iterator[Found]:
    for sent in reading.sentences:
        if not sent.furniture and sent.tokens:
            yield from _sentence(reading, sent, setting)


def _sentence(reading: Reading, sent: Sentence, setting: Setting) -> Iterator[Found]:
    setting.enter(sent.paragraph)
    scene = lay_out(reading, sent)
    yield from _scene(reading, scene, setting)
    setting.subjects = (*setting.subjects[-_KEPT:], *subjects_told(scene))


def _scene(reading: Reading, scene: Scene, setting: Setting) -> Iterator[Found]:
    if setting.asking is not None and is_item(scene):
        yield from listed_demand(scene, setting.asking)
        setting.leave(scene)
        return
    hits = find_hits(scene, trigger_index(reading.language))
    kept: list[Draft] = []
    if hits and is_question(scene):
        yield from (_refused(reading, scene, hit, "question") for hit in hits)
        setting.leave(scene)
        return
    if hits:
        drafts: list[Draft] = []
        for found in fill(reading, scene, hits, setting):
            if isinstance(found, RefusedClaim):
                yield found
            else:
                drafts.append(found)
        kept = _one_each(drafts)
    kept += find_retold(scene, kept, setting)
    kept = split_total(scene, spread_totals(scene, settle_repeated(scene, kept)))
    kept += find_denied(scene, kept, hits)
    kept += find_counted_votes(scene, kept, setting)
    opening = [d for d in kept if d.type == EventType.DEMAND] if scene.words[-1] == ":" else []
    setting.asking = opening[-1] if opening else None
    kept = [with_coding(scene, draft) for draft in kept if draft is not setting.asking]
    yield from (with_chain(scene, draft) for draft in (*kept, *find_parts(scene, kept, hits)))
    setting.leave(scene)
    setting.remember(scene, kept)


def _one_each(drafts: list[Draft]) -> list[Draft]:
    """One draft for each thing said: a bare draft gives way to a counted one of its type in the same clause."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.type == EventType.VOTE and any(_elects(other, draft) for other in drafts):
            continue
        rivals = [other for other in drafts if other is not draft and _same_thing(draft, other)]
        if any(_is_better(other, draft, drafts) for other in rivals):
            continue
        kept.append(_completed(draft, rivals))
    return kept


def _completed(draft: Draft, rivals: list[Draft]) -> Draft:
    """A draft without a target takes that of another telling of the same thing: "X was ousted in a coup led by Y"."""
    if draft.target is not None or draft.figure:
        return draft
    actor = draft.actor.span if draft.actor else None
    told = [other.target for other in rivals if other.target is not None and other.target.span is not None]
    told = [words for words in told if words.span and not (actor and words.span.meets(actor))]
    return replace(draft, target=told[0]) if told else draft


def _elects(other: Draft, vote: Draft) -> bool:
    """An election won "by 45,000 votes" is not a vote of a chamber too."""
    return other.type == EventType.ELECTION and bool(vote.figure) and other.figure == vote.figure


def _same_thing(draft: Draft, other: Draft) -> bool:
    if draft.type != other.type or draft.type == EventType.DEMAND or not draft.span.meets(other.span):
        return False
    same_plover = draft.meaning.plover == other.meaning.plover or draft.type != EventType.OTHER
    return same_plover and (not draft.figure or not other.figure or draft.figure == other.figure)


def _is_better(other: Draft, draft: Draft, drafts: list[Draft]) -> bool:
    """Counted before bare, done before not, with an actor before without, then the surer rule, then the first."""
    mine = (
        bool(draft.figure),
        _is_given(draft),
        draft.actor is not None,
        draft.confidence,
        -drafts.index(draft),
    )
    theirs = (
        bool(other.figure),
        _is_given(other),
        other.actor is not None,
        other.confidence,
        -drafts.index(other),
    )
    return theirs > mine


def _is_given(draft: Draft) -> bool:
    """Whether a thing is told as done; a pledge or a threat was given, though its deed is open."""
    return draft.modality.happened or draft.hit.frame in OPEN


def _refused(reading: Reading, scene: Scene, hit: Hit, reason: str) -> RefusedClaim:
    rule = f"{hit.frame}@{meanings()[hit.frame].version}"
    return RefusedClaim(reading.document.id, scene.span(hit.begin, hit.end), rule, reason)
