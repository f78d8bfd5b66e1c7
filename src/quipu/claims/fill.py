"""Filling one trigger's fields: roles, number, when, where, whose word."""

from collections.abc import Iterator
from dataclasses import replace

from quipu.claims.as_told import as_told, is_of_many, is_put_behind, is_separate, of_age, without_day
from quipu.claims.called import called_action, calls, is_demand
from quipu.claims.carried import carried_from
from quipu.claims.countable import Number, usable_numbers
from quipu.claims.counting import is_told_of_counting
from quipu.claims.counts import counts_people, is_cumulative
from quipu.claims.dates import Kind, date_of, first_day
from quipu.claims.demands import demand_content, is_told_in_demand, wants
from quipu.claims.draft import Draft, hull, tight
from quipu.claims.figures import figure_of
from quipu.claims.frames import ACT, DO, NOUN, PEOPLE, UNDERGO, Meaning, meanings
from quipu.claims.implied import implied_police
from quipu.claims.match import Hit
from quipu.claims.mentions import is_only_mentioned
from quipu.claims.modality import attribution_of, is_infinitive, modality_of
from quipu.claims.pronouns import referent, speaking_subject
from quipu.claims.refuse import HARM, why_not
from quipu.claims.retold import is_toll_of_told
from quipu.claims.roles import Roles, find_roles, is_state_force, words_at
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.spoken import as_recorded, as_spoken, with_name
from quipu.claims.variants import variants_of
from quipu.claims.victims import find_victims
from quipu.claims.wheres import place_of
from quipu.model import Count, EventType, Modality, Reading, RefusedClaim, Span, Words
from quipu.sentences.inflect import FINITE


def fill(reading: Reading, scene: Scene, hits: list[Hit], setting: Setting) -> Iterator[Draft | RefusedClaim]:
    """The drafts of one sentence's triggers, and those that could not be completed."""
    numbers = usable_numbers(scene)
    asking = [hit for hit in hits if is_demand(hit) and not hit.passive]
    asking = [hit for hit in asking if wants(scene, hit, find_roles(scene, hit, meanings()[hit.frame], hits).actor)]
    wanted = [demand_content(scene, hit) for hit in asking]
    for hit in hits:
        meaning = meanings()[hit.frame]
        if is_toll_of_told(scene, hit, setting):
            continue
        called = called_action(scene, hit, hits)
        if called is not None:
            yield from _planned(scene, hit, called, hits=hits, numbers=numbers, setting=setting)
            continue
        if is_demand(hit) and hit.passive and any(calls(h, hit) for h in hits):
            continue
        if any(begin <= hit.begin < end for begin, end in wanted) and not is_told_in_demand(scene, hit):
            continue
        if is_demand(hit) and not wants(scene, hit, find_roles(scene, hit, meaning, hits).actor):
            continue
        for draft in _of_hit(scene, hit, meaning, hits=hits, numbers=numbers, setting=setting):
            reason = "told_of_counting" if is_told_of_counting(scene, draft) else why_not(draft, setting)
            reason = "mention_only" if is_only_mentioned(scene, draft, hits) else reason
            if reason:
                rule = f"{hit.frame}@{meaning.version}"
                yield RefusedClaim(reading.document.id, scene.span(hit.begin, hit.end), rule, reason)
            else:
                yield draft


def _planned(
    scene: Scene, caller: Hit, called: Hit, *, hits: list[Hit], numbers: list[Number], setting: Setting
) -> Iterator[Draft]:
    """The called action as a planned claim whose actor is the caller."""
    for draft in _of_hit(scene, called, meanings()[called.frame], hits=hits, numbers=numbers, setting=setting):
        roles = find_roles(scene, caller, meanings()[caller.frame], [])
        actor = words_at(scene, roles.actor, {n.begin: n.end for n in numbers})
        span = tight(scene.text, hull(scene.text, scene.span(*caller.clause), draft.span))
        yield replace(draft, actor=actor or draft.actor, modality=Modality.PLANNED, span=span)


def _of_hit(
    scene: Scene, hit: Hit, meaning: Meaning, *, hits: list[Hit], numbers: list[Number], setting: Setting
) -> Iterator[Draft]:
    ends = {number.begin: number.end for number in numbers}
    roles = find_roles(scene, hit, meaning, hits)
    actor = words_at(scene, roles.actor, ends)
    if actor is None and speaking_subject(scene, roles.actor) is None:
        actor = _inherited_actor(scene, roles, setting)
    target = words_at(scene, roles.target, ends)
    if target and any(word in scene.said["vote_camps"] for word in scene.words[slice(*_tokens(scene, target))]):
        target = None  # "with six abstentions" is how it was voted, not on what
    meant: tuple[Words | None, Words | None] = (None, None)
    # "his injuries" are no further happening: they are told of where he is hurt.
    if not (hit.role == NOUN and meaning.type in HARM):
        meant = (
            None if actor else referent(scene, roles.actor, setting, target.span if target else None),
            None if target else referent(scene, roles.target, setting, actor.span if actor else None),
        )
        actor, target = actor or meant[0], target or meant[1]
    source, attribution = attribution_of(scene, hit)
    source = with_name(scene, source)
    subject = roles.target if hit.passive or hit.role == UNDERGO else roles.actor if hit.role == DO else None
    modality = modality_of(scene, hit, meaning, attribution=attribution, subject=subject)
    if actor and target and actor.span and target.span and actor.span.meets(target.span):
        actor = None
    if actor and actor.span and len(hit.trigger.words) > 1 and actor.span.meets(scene.span(hit.begin, hit.end)):
        actor = None  # "the state of emergency decreed on Monday": a part of the trigger's own words acts on nothing
    # A pledge is of a deed to come, but it was given, on its own day.
    happened = modality.happened
    source, modality = as_spoken(scene, hit, actor, (source, modality))
    count = figure_of(scene, hit, meaning, roles=roles, hits=hits, numbers=numbers)
    if count and counts_people(meaning) and meaning.type in HARM:
        count, source, modality = as_told(scene, hit, count, setting, source=source, modality=modality)
    if not (count is not None and count.cumulative and _is_since(scene, hit)):
        actor = actor or implied_police(scene, hit, meaning, setting, doer=roles.actor, target=target)
    source, modality = as_recorded(scene, hit, (source, modality), setting)
    if actor and source and actor.span == source.span and meaning.type in HARM and hit.role in (NOUN, PEOPLE):
        actor = None  # "the register holds 42 deaths": who keeps the figure did not kill
    source = without_day(scene, source) if count is not None and count.cumulative else source
    total = count is not None and count.cumulative
    cumulative = count.cumulative if count else _lasts(scene, hit, meaning)
    draft = Draft(
        hit=hit,
        meaning=meaning,
        type=_type(scene, hit, meaning, actor),
        span=_span(scene, hit, tuple(role for role in (actor, target) if role not in meant), count),
        modality=modality,
        actor=actor,
        target=target,
        count=count,
        place=place_of(scene, hit, setting, cumulative=cumulative, total=total),
        date=date_of(
            scene, hit, setting, Kind(meaning.type, happened, cumulative, total, modality is Modality.PLANNED)
        ),
        attribution=source,
        is_governed=_is_governed(scene, hit),
        confidence=_confidence(hit, meaning, happened),
    )
    if count is not None and count.relation == "revision" and not total:
        draft = replace(draft, date=first_day(scene, setting) or draft.date)
    known = carried_from(scene, hit, count, setting) if count is not None and total else None
    if known is not None:
        draft = replace(draft, date=known.date)
    if count is not None and total and is_put_behind(scene, count, draft):
        draft = replace(draft, place=setting.nation)
    if count is not None and is_of_many(scene, count, draft):
        draft = replace(draft, place=setting.nation)
    if count is not None and is_separate(scene, hit, draft, setting):
        draft = replace(draft, count=replace(count, relation="addition"))
    if count is not None and total and count.relation == "subset":
        draft = replace(draft, place=setting.nation or draft.place)
    if draft.actor and scene.said.crowds.within(scene.words, *_tokens(scene, draft.actor)) is not None:
        setting.crowd = (draft.actor.text, draft.actor.span)
    if draft.type in HARM:
        harmed = [words.span for words in (draft.target, draft.count) if words and words.span]
        draft = of_age(replace(draft, victims=find_victims(scene, _victims_around(scene, draft), harmed)))
    yield from variants_of(scene, draft, numbers)


def _tokens(scene: Scene, words: Words) -> tuple[int, int]:
    return scene.tokens(words.span) if words.span else (0, 0)


def _inherited_actor(scene: Scene, roles: Roles, setting: Setting) -> Words | None:
    """ "They also demand": a pronoun for the crowd of an earlier sentence."""
    if roles.actor is None or setting.crowd is None:
        return None
    words = scene.words[roles.actor[0] : roles.actor[1]]
    if len(words) == 1 and words[0] in scene.said["they"] and isinstance(setting.crowd[1], Span):
        return Words(setting.crowd[0], setting.crowd[1])
    return None


def _is_since(scene: Scene, hit: Hit) -> bool:
    """ "have been arrested since the coup": a total of a whole crisis is no one force's doing."""
    since = [at for at in range(hit.end, len(scene.words) - 1) if scene.words[at] in scene.said["since"]]
    return any(at + 1 not in scene.times and scene.words[at + 1] in scene.said["determiners"] for at in since)


def _type(scene: Scene, hit: Hit, meaning: Meaning, actor: Words | None) -> EventType:
    if not meaning.state_only or meaning.otherwise is None:
        return meaning.type
    state = is_state_force(scene, actor)
    if state is None and meaning.actor_needed:
        low, high = max(0, hit.begin - 12), min(len(scene.words), hit.end + 4)
        state = scene.said.state_forces.within(scene.words, low, high) is not None
    return meaning.otherwise if state is False else meaning.type


def _span(scene: Scene, hit: Hit, roles: tuple[Words | None, ...], count: Count | None) -> Span:
    """The clause, stretched over the roles and the number that were read for it."""
    span = scene.span(*hit.clause)
    for other in (*(role.span for role in roles if role and role.span), *((count.span,) if count else ())):
        if scene.sent.span.holds(other):
            span = hull(scene.text, span, other)
    return tight(scene.text, span)


def _confidence(hit: Hit, meaning: Meaning, happened: bool) -> float:
    """The rule's precision; cues of doubt and a finite main verb early in the sentence move it a little."""
    base = meaning.noun_precision if hit.role in (NOUN, PEOPLE) else meaning.precision
    if hit.trigger.form == FINITE or (hit.role in (ACT, UNDERGO) and hit.front < hit.begin):
        base += 0.03
    return base - (0.1 if not happened and meaning.type != EventType.DEMAND else 0.0) - hit.begin * 0.001


def _lasts(scene: Scene, hit: Hit, meaning: Meaning) -> bool:
    """Whether a happening without a number goes on up to the anchor: a standing demand, or a noun in a total."""
    if meaning.type == EventType.DEMAND:
        return True
    return hit.role == NOUN and is_cumulative(scene, hit, *hit.clause)


def _is_governed(scene: Scene, hit: Hit) -> bool:
    """Whether a noun hangs on a preposition ("since the coup"), or a verb is an infinitive of purpose."""
    if hit.role != NOUN:
        return is_infinitive(scene, hit)
    if hit.end < len(scene.words) and scene.words[hit.end] in scene.said["occur"]:
        return False
    for at in range(hit.begin - 1, max(hit.begin - 5, -1), -1):
        word = scene.words[at]
        if word in scene.said["prepositions"] or word in scene.said["of"]:
            return True
        if not word[0].isalnum() or any(word in scene.said[name] for name in ("aux", "conjunctions", "light")):
            return False
    return False


def _victims_around(scene: Scene, draft: Draft) -> Span:
    """Where a harmed person is described: the clause and what hangs on it to the end of the sentence."""
    return Span(draft.span.start, max(draft.span.end, scene.sent.span.end)) if draft.count else draft.span
