"""What became of those hurt: who died of it is not also one of the injured; who is told apart from the dead lived."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quipu.claims.draft import Draft
from quipu.claims.frames import fold, meanings, trigger_index
from quipu.claims.persons import Person, is_apart, is_same, person_of
from quipu.claims.words import lists
from quipu.model import EventType, Modality, Reading, RefusedClaim, Span
from quipu.sentences.tokens import tokenize

# Triggers that say that somebody was hit, not whether he lived.
OPEN_FATE = frozenset(("shoot",))
_KILL = "kill"
# What a death that only the title tells takes from a claim's confidence.
_FROM_AFAR = 0.2
# Words behind "shot" in which the part of the body stands, and code points back to the death that "others" are not.
_LIMB_REACH, _BACK = 7, 300

Found = Draft | RefusedClaim


def settle_fates(reading: Reading, found: Iterable[Found]) -> Iterator[Found]:
    """The same drafts, those of people shot settled where the document also tells of deaths.

    Who died is refused as an injury (`fate_told_elsewhere`), and so is whoever may have died. Those told apart from the
    dead ("eleven others", by age, or shot in an arm or a leg) stay injured. Where only the title tells of a death, and
    of no wound, one person shot is the one who died.
    """
    everything = list(found)
    dead = [item for item in everything if isinstance(item, Draft) and _is_death(item)]
    people = [person for item in dead if (person := person_of(reading, item)) is not None]
    told = set() if dead else _frames_of_title(reading)
    died = _KILL in told and "injure" not in told and all(_may_have_died(item) for item in everything)
    for item in everything:
        if not isinstance(item, Draft) or not _is_wound(item):
            yield item
        elif dead and (_has_died(reading, item, people) or _shares_number(item, dead)):
            yield _refused(reading, item)
        elif not _is_open(item):
            yield item
        elif died and item.modality.happened:
            yield _as_killing(item)
        elif (not dead and _KILL not in told) or (dead and _is_survivor(reading, item, dead, people)):
            yield item
        else:
            yield _refused(reading, item)


def _is_death(item: Draft) -> bool:
    return item.type == EventType.KILLING and item.modality.happened


def _is_wound(item: Draft) -> bool:
    return item.type == EventType.INJURY and (item.modality.happened or _is_open(item))


def _is_open(item: Draft) -> bool:
    return item.hit.frame in OPEN_FATE and item.type == EventType.INJURY


def _refused(reading: Reading, item: Draft) -> RefusedClaim:
    rule = f"{item.hit.frame}@{item.meaning.version}"
    return RefusedClaim(reading.document.id, item.span, rule, "fate_told_elsewhere")


def _has_died(reading: Reading, item: Draft, dead: list[Person]) -> bool:
    """ "A man wounded on Monday has died": the one person of a claim is told dead elsewhere."""
    person = person_of(reading, item)
    return person is not None and any(is_same(person, other) for other in dead)


def _shares_number(item: Draft, dead: list[Draft]) -> bool:
    """ "Two of the five wounded have died": the number is that of the dead."""
    told = item.count
    if told is None or told.low is None:
        return False
    return any(other.count and other.count.low == told.low and other.count.span.meets(told.span) for other in dead)


def _is_survivor(reading: Reading, item: Draft, dead: list[Draft], people: list[Person]) -> bool:
    """Whether the words tell those shot, one or a number of them, apart from those who died."""
    if item.count is None:
        return False
    person = person_of(reading, item)
    if person is not None and len(people) == len(dead) and all(is_apart(person, other) for other in people):
        return True
    return _in_limb(reading, item) or _are_others(reading, item, dead)


def _in_limb(reading: Reading, item: Draft) -> bool:
    """ "Shot in the leg", and nowhere else: seldom told of somebody who died of it."""
    said, words = lists(reading.language), _words(reading, item)
    end = min(len(words), item.hit.end + _LIMB_REACH)
    hit = said["limbs"].within(words, item.hit.begin, end) is not None
    return hit and said["trunk"].within(words, item.hit.begin, len(words)) is None


def _are_others(reading: Reading, item: Draft, dead: list[Draft]) -> bool:
    """ "One was killed and eleven others shot": others than the dead told right before."""
    clause = _words(reading, item)[item.hit.clause[0] : item.hit.end]
    if lists(reading.language)["addition"].within(clause, 0, len(clause)) is None:
        return False
    return any(0 < item.span.start - death.span.start <= _BACK for death in dead)


def _words(reading: Reading, item: Draft) -> tuple[str, ...]:
    """The folded words of the sentence that a draft stands in."""
    sent = next(sent for sent in reading.sentences if sent.span.meets(item.span))
    return tuple(fold(token.text) for token in sent.tokens)


def _may_have_died(item: Found) -> bool:
    """Whether nothing in the text speaks against the death of one person: no survivor, nobody else shot."""
    if not isinstance(item, Draft) or item.type != EventType.INJURY or not item.modality.happened:
        return True
    return _is_open(item) and (item.count is None or item.count.low == item.count.high == 1)


def _as_killing(item: Draft) -> Draft:
    meaning = meanings()[_KILL]
    count = replace(item.count, what=meaning.count) if item.count and meaning.count else None
    hit = replace(item.hit, trigger=replace(item.hit.trigger, frame=_KILL))
    return replace(item, hit=hit, meaning=meaning, type=meaning.type, count=count, modality=Modality.REPORTED,
                   confidence=item.confidence - _FROM_AFAR)  # fmt: skip


def _frames_of_title(reading: Reading) -> set[str]:
    """The frames of harm whose words stand in the title."""
    title = reading.document.title or ""
    words = tuple(fold(token.text) for token in tokenize(title, Span(0, len(title))))
    joined = f" {' '.join(words)} "
    index = trigger_index(reading.language)
    return {
        trigger.frame
        for at in range(len(words))
        for trigger in index.at(words, at)
        if trigger.frame in (_KILL, "injure")
        and (not trigger.near or any(f" {phrase} " in joined for phrase in trigger.near))
        and not any(f" {phrase} " in joined for phrase in trigger.unless)
    }
