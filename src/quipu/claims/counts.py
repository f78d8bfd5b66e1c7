"""Which number belongs to a trigger, what it counts, and whether it is a total, a part or an addition."""

from dataclasses import replace

from quipu.claims.countable import Number, head_of
from quipu.claims.frames import ACT, DO, NOUN, PEOPLE, UNDERGO, Meaning
from quipu.claims.match import Hit
from quipu.claims.numbering import is_put_at, mover_at
from quipu.claims.periods import closes_period, opens_period, since_at
from quipu.claims.scene import Scene
from quipu.model import Count, CountKind, Time

_REACH_LEFT, _REACH_RIGHT, _NEAR = 28, 12, 5
_TOLL_REACH = 14
# Under it a person is a child (Convention on the Rights of the Child, article 1).
_OF_AGE = 18
_STOPS = frozenset((",", ";", ":", ".", "(", ")"))
# Groups whose numbers are kept apart in a tally; everybody else is simply somebody.
SCOPES = {"minor": "minors", "police": "police", "military": "military", "journalist": "journalists"}


def find_number(scene: Scene, hit: Hit, hits: list[Hit], numbers: list[Number]) -> Number | None:
    """The number of people that `hit` is about."""
    verbs = [h for h in hits if h.begin != hit.begin and h.role in (ACT, UNDERGO, DO)]
    if hit.role == NOUN:
        return _of_noun(scene, hit, numbers)
    if hit.role == PEOPLE:
        near = [n for n in numbers if 0 <= hit.begin - n.end <= _NEAR and _is_plain(scene, n.end, hit.begin)]
        near += [n for n in numbers if n.begin < hit.begin <= n.end <= hit.end]
        near = near or _among(scene, hit, numbers) or _shared(scene, hit, hits, numbers)
        near = [n for n in near if head_of(scene, n, hit.begin) != "thing"]
        return near[-1] if near else None
    if hit.passive and hit.front == hit.begin and (shared := _shared(scene, hit, hits, numbers)):
        return shared[0]
    if hit.role == ACT and not hit.passive:
        return _to_right(scene, hit, numbers, verbs)
    left = _to_left(scene, hit, numbers, verbs)
    if left is None and scene.said.language == "es":
        return _to_right(scene, hit, numbers, verbs)
    return left


def _shared(scene: Scene, hit: Hit, hits: list[Hit], numbers: list[Number]) -> list[Number]:
    """ "Dozens of people dead and wounded" are dozens of both; "20 dead and wounded" leaves open how many of each."""
    left = [h for h in hits if h.role == PEOPLE and h.end < hit.begin and _joined(scene, h, hit)]
    number = find_number(scene, left[-1], hits, numbers) if left else None
    return [number] if number is not None and number.quantity.low is None and number.quantity.high is None else []


def _among(scene: Scene, hit: Hit, numbers: list[Number]) -> list[Number]:
    """ "Four officers were among the injured": the part before the words for the whole."""
    at = scene.said["among"].within(scene.words, max(0, hit.begin - 2), hit.begin)
    if at is None:
        return []
    before = [n for n in numbers if 0 < at - n.end <= _NEAR and head_of(scene, n, at) == "people"]
    return before[-1:]


def _to_left(scene: Scene, hit: Hit, numbers: list[Number], verbs: list[Hit]) -> Number | None:
    floor = max(hit.clause[0], hit.front - _REACH_LEFT)
    if floor and scene.words[floor] in scene.said["relatives"]:
        floor = max(0, floor - 8)
    for number in reversed([n for n in numbers if floor <= n.begin and n.end <= hit.front]):
        between = [v for v in verbs if number.end <= v.begin < hit.front]
        if any(not _joined(scene, verb, hit) for verb in between):
            return None
        if _in_apposition(scene, number, hit.front):
            continue
        head = head_of(scene, number, hit.front)
        if head == "thing":
            continue
        if head == "people" or _is_plain(scene, number.end, hit.front):
            return number
    return None


def _to_right(scene: Scene, hit: Hit, numbers: list[Number], verbs: list[Hit]) -> Number | None:
    ceiling = min(len(scene.words), hit.end + _REACH_RIGHT)
    for number in numbers:
        if not hit.end <= number.begin < ceiling:
            continue
        between = range(hit.end, number.begin)
        skipped = [v for v in verbs if v.begin in between]
        if any(not _joined(scene, hit, verb) for verb in skipped):
            return None
        covered = {at for verb in skipped for at in range(verb.begin, verb.end)}
        if any(_opens_clause(scene, at) for at in between if at not in covered):
            return None
        loose = [scene.words[at] for at in between if at not in covered]
        if any(
            (w in scene.said["prepositions"] and w not in scene.said["infinitive"]) or (not w[0].isalnum() and w != ",")
            for w in loose
        ):
            return None
        return None if head_of(scene, number, len(scene.words)) == "thing" else number
    return None


def _opens_clause(scene: Scene, at: int) -> bool:
    """ "Killed a boy and left three hospitalized": a number behind another verb is that verb's."""
    tree = scene.tree
    return tree is not None and tree.pos(at) == "VERB" and tree.relation(at) in ("conj", "advcl", "ccomp", "parataxis")


def _of_noun(scene: Scene, hit: Hit, numbers: list[Number]) -> Number | None:
    if scene.said.things.at(scene.words, hit.begin):
        return None
    before = [n for n in numbers if 0 <= hit.begin - n.end <= 4 and hit.begin >= n.end]
    near = before[-1] if before and head_of(scene, before[-1], hit.begin) != "thing" else None
    if near and (_is_plain(scene, near.end, hit.begin) or scene.words[near.end] in scene.said["of"]):
        return near
    is_toll = scene.said["toll"].within(scene.words, max(0, hit.begin - 3), hit.end) is not None
    after = [n for n in numbers if 0 <= n.begin - hit.end <= (_TOLL_REACH if is_toll else 3)]
    if is_toll:
        left = [n for n in numbers if 0 < hit.begin - n.end <= 4]
        if left and scene.said["revision"].within(scene.words, max(0, left[-1].begin - 4), left[-1].begin) is not None:
            return left[-1]
        after = [n for n in after if scene.words[n.begin - 1] not in scene.said["toll_from"]] or after
        return after[0] if after else None
    linked = [n for n in after if scene.words[hit.end] in scene.said["of"]]
    return linked[0] if linked and head_of(scene, linked[0], len(scene.words)) != "thing" else None


def _joined(scene: Scene, left: Hit, right: Hit) -> bool:
    """Whether only commas, conjunctions, adverbs and auxiliaries stand between two verbs."""
    between = scene.words[left.end : right.begin]
    return all(
        w == "," or w in scene.said["conjunctions"] or w in scene.said["adverbs"] or w in scene.said["aux"]
        or w in scene.said["shared"] for w in between
    )  # fmt: skip


def _in_apposition(scene: Scene, number: Number, front: int) -> bool:
    """ "29 others, including 25 officers, were injured": a number behind "including" is a part."""
    start = max(0, number.begin - 4)
    cue = scene.said["subset"].within(scene.words, start, number.begin)
    return cue is not None and "," in scene.words[number.end : front]


def _is_plain(scene: Scene, begin: int, end: int) -> bool:
    """Whether tokens [begin, end) read as the rest of a short noun phrase."""
    if end - begin > 7:
        return False
    bounds = scene.said["prepositions"]
    return all(
        (w[0].isalnum() or w in ("-", "'s", "'", ",", "/")) and (w not in bounds or w in scene.said["of"])
        for w in scene.words[begin:end]
    )


def count_of(scene: Scene, hit: Hit, number: Number, what: CountKind) -> Count:
    """The count that a number makes, with its kind of counting."""
    quantity, (low, high) = number.quantity, hit.clause
    low, high = min(low, number.begin), max(high, number.end)
    relation = _relation(scene, number, low, high)
    opening = scene.words[max(number.begin - 1, 0) : number.begin + 1]
    if relation == "revision" and any(word in scene.said["toll_from"] for word in opening):
        # "rose from three to five" is no range: five is said now.
        quantity = replace(quantity, low=quantity.high)
    # "Nine died in clashes and seven in accidents": the cause behind the next number is that number's.
    segment = min((at for at in scene.numbers if number.end <= at < high), default=high)
    indirect = scene.said["indirect"].within(scene.words, low, segment) is not None
    return Count(
        what=what,
        low=quantity.low,
        high=quantity.high,
        text=quantity.span.of(scene.text),
        span=quantity.span,
        cumulative=is_cumulative(scene, hit, low, _before_mover(scene, number, high)),
        scope="indirect" if indirect else SCOPES.get(group_after(scene, number)),
        relation=relation,
    )


def _before_mover(scene: Scene, number: Number, high: int) -> int:
    """Where words of another figure begin: "eight died in Kisumu, | bringing the deaths since Monday to 39"."""
    later = [at for at in scene.numbers if number.end <= at < high and is_put_at(scene, at)]
    return min((max(number.end, mover_at(scene, at)) for at in later), default=high)


def _relation(scene: Scene, number: Number, low: int, high: int) -> str | None:
    said, words = scene.said, scene.words
    pointed = number.begin and words[number.begin - 1] in said["definite_many"]
    put = is_put_at(scene, number.begin)  # "the toll of the protests at seven" is no part of them
    if not pointed and not put and said["subset"].within(words, max(low, number.begin - 4), number.begin) is not None:
        return "subset"
    if said["subset"].within(words, number.end, min(high, number.end + 2)) is not None:
        return "subset"
    if said["among"].within(words, number.end, min(high, number.end + _NEAR + 2)) is not None:
        return "subset"
    inside = words[number.begin : number.end + 2]
    if any(word in said["addition_only"] for word in inside) or (
        number.begin and words[number.begin - 1] in said["addition_only"]
    ):
        follows = [i for i, word in enumerate(inside) if word in said["addition_only"]]
        # "more than 30", "más de 30": a bound; in "two more of the miners" the number stands first.
        bounds = number.end - number.begin - 1
        compared = follows and any(
            word in said["than"] or (follows[0] < bounds and word in said["of"])
            for word in inside[follows[0] + 1 : follows[0] + 2]
        )
        if not compared:
            return "addition"
    if words[number.begin] in said["figure_changes"]:
        return "revision"  # "the toll climbed past 30", "los muertos superan los 30"
    at = said["revision"].within(words, low, high)
    # "Nineteen were killed, taking the toll to 25": it is the 25 that replaces a figure.
    is_later = at is not None and at >= number.end and any(at < other < high for other in scene.numbers)
    return "revision" if at is not None and not is_later else None


def direct_scope(scene: Scene, begin: int, end: int) -> str | None:
    """`direct` where tokens [begin, end) behind a total's number say so: "18 deaths in clashes"."""
    return "direct" if scene.said["direct"].within(scene.words, begin, end) is not None else None


def group_after(scene: Scene, number: Number) -> str:
    """The group of the first people noun behind a number, such as `minor`; `` for anybody."""
    begin = number.end
    part = scene.said["subset"].at(scene.words, begin) if begin < len(scene.words) else 0
    stop = next((at for at in range(begin, len(scene.words)) if scene.words[at] in _STOPS), len(scene.words))
    if _is_under_age(scene, begin, min(stop, begin + part + _NEAR)):
        return "minor"
    while part and begin + part < len(scene.words) and scene.words[begin + part] in scene.said["be"]:
        part += 1  # "six of whom were soldiers"
    for at in range(begin + part, min(begin + part + 4, stop)):
        group, _ = scene.said.group_at(scene.words, at)
        if group or scene.words[at] in scene.said["prepositions"]:
            return group
    return ""


def _is_under_age(scene: Scene, begin: int, end: int) -> bool:
    """ "Seven of them under 18", "32 of the dead were under 15": an upper bound of age, of 18 or less."""
    ages = [q for q in scene.sent.quantities if q.unit == "age" and q.high is not None and q.high <= _OF_AGE]
    starts = [scene.tokens(age.span)[0] for age in ages]
    return any(begin <= at < end and scene.words[at] in scene.said["under_age"] for at in starts)


def is_cumulative(scene: Scene, hit: Hit, low: int, high: int) -> bool:
    """A running total: a cue says so, or a perfect tense without a day ("70 people have died")."""
    said, words = scene.said, scene.words
    bounded = said["bounded"].within(words, low, high)
    if bounded is not None and since_at(scene, bounded) is None:
        return False
    times = [t for t in scene.sent.times if t.begin is not None and t.begin == t.finish]
    here = [t for t in times if low <= scene.tokens(t.span)[0] < high]
    periods = [t for t in scene.sent.times if t.begin != t.finish and low <= scene.tokens(t.span)[0] < high]
    if any(closes_period(scene, time) for time in (*here, *periods)):
        return True
    if said["cumulative"].within(words, low, high) is not None or any(_borders(scene, t, low, high) for t in times):
        return all(opens_period(scene, time) for time in here)
    perfect = any(word in said["perfect"] for word in words[hit.front : hit.begin])
    return perfect and not here


def _borders(scene: Scene, time: Time, low: int, high: int) -> bool:
    """ "Since protests began on Sunday, nine …": a period that ends right before the clause, or begins right behind."""
    begin, end = scene.tokens(time.span)
    since = since_at(scene, begin)
    return since is not None and (since in (low - 1, high) or low - 1 <= end <= low)


def counts_people(meaning: Meaning) -> bool:
    """Whether a frame's number is one of people."""
    return meaning.count in (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED, CountKind.PARTICIPANTS)
