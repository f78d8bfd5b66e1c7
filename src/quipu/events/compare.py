"""Small comparisons of two profiles: each gives points and a reason in words, or nothing where it cannot say.

Points are in `lexicon/common/linking.yml`. Positive points speak for one happening, negative against; `never` vetoes.
"""

from collections.abc import Callable, Iterator
from itertools import chain, product

from quipu.events.compare_days import same_day
from quipu.events.compare_places import same_place
from quipu.events.compare_words import same_clues
from quipu.events.families import family_of, linking, points
from quipu.events.finding import Finding, never, scored, tell_harm
from quipu.events.profile import Figure, Party, Profile, Stated
from quipu.events.where import plain
from quipu.model import CountKind, EventType


def compare(left: Profile, right: Profile) -> Iterator[Finding]:
    """Every finding about two profiles, the cheapest veto first; stops after a veto, copied words or a toll's death.

    A roundup that repeats a passage tells of the passage's own day, whatever day stands before it. And where two
    reports share so many rare words that they must tell of one happening, a day or place that differs was misread or
    has another meaning (a court's town, the day of a funeral): it speaks against, but is no veto.
    """
    if not left.copied.isdisjoint(right.copied) and _is_of_two_reports(left, right):
        yield scored("words_same", "the same words, copied")
        return
    if risen := toll_of_death(left, right):
        yield risen
        return
    clued = same_clues(left, right)
    if clued:
        yield clued
    is_strong = clued is not None and clued.points >= points()["clues_overrule"]
    for rule in _RULES:
        finding = rule(left, right)
        if finding is None:
            continue
        if is_strong and finding.points < points()["overruled"]:
            finding = Finding(points()["overruled"], finding.reason)
        yield finding
        if finding.points <= points()["never"]:
            return


def _is_of_two_reports(left: Profile, right: Profile) -> bool:
    """Whether equal words are a copy's: no document tells both, or all of one side is copied (what else the copy
    has may have joined the other side before).
    """
    if left.told.keys().isdisjoint(right.told):
        return True
    return left.is_copied or right.is_copied


def toll_of_death(left: Profile, right: Profile) -> Finding | None:
    """A toll that rises by a death told with it: "a boy died on Thursday, bringing to 18 the dead of Monday".

    The death has a day of its own, and is of the happening that the toll is of (ACLED codebook, "Fatalities": who dies
    later of wounds is counted with the event).
    """
    if EventType.KILLING not in left.types & right.types or left.told.keys().isdisjoint(right.told):
        return None
    pairs = chain(product(left.deaths, right.tolls), product(right.deaths, left.tolls))
    if any(_raises(death, toll) for death, toll in pairs):
        return scored("toll_of_death", "a death by which the toll rises")
    return None


def _raises(death: Stated, toll: Stated) -> bool:
    """Whether a death stands right beside the toll that it brings about, and not elsewhere by its words."""
    if death.document != toll.document:
        return False
    if death.where is not None and toll.where is not None and death.where != toll.where:
        return False
    gap = max(death.span.start - toll.span.end, toll.span.start - death.span.end)
    return gap <= linking().limits.clause_gap


def compare_facts(left: Profile, right: Profile) -> Iterator[Finding]:
    """What two profiles say of day, place, victims and numbers, no veto ending the list."""
    return (finding for rule in _FACTS if (finding := rule(left, right)))


def same_counts(left: Profile, right: Profile) -> Finding | None:
    """Equal numbers of dead, injured or arrested.

    One document's own numbers are not held against each other; but three and more told again are the same ones.
    """
    if not left.told.keys().isdisjoint(right.told):
        return _told_again(left, right)
    level = len({where.level for profile in (left, right) for where in profile.narrowest()})
    findings = [
        _two_figures(what, left.figures[what], right.figures[what], is_one_level=level <= 1)
        for what in sorted(left.figures.keys() & right.figures)
    ]
    told = [finding for finding in findings if finding]
    if not told:
        return None
    return Finding(sum(finding.points for finding in told), ", ".join(sorted(finding.reason for finding in told)))


def _told_again(left: Profile, right: Profile) -> Finding | None:
    shared = [
        (number, what)
        for what in left.figures.keys() & right.figures
        for number in _numbers(left.figures[what]) & _numbers(right.figures[what])
    ]
    top, what = max(shared, default=(0.0, CountKind.KILLED))
    return _equal(top, what) if top > 2 else None


def _equal(number: float, what: CountKind) -> Finding:
    names = ((1, "count_equal_1"), (2, "count_equal_2"), (9, "count_equal_more"))
    name = next((name for most, name in names if number <= most), "count_equal_many")
    return scored(name, f"both {number:g} {what}")


def _two_figures(what: CountKind, left: set[Figure], right: set[Figure], *, is_one_level: bool) -> Finding | None:
    """A town's "at least 2" does not fit its region's 6: the region may hold other happenings."""
    mine, theirs = _numbers(left), _numbers(right)
    if not mine or not theirs:
        return None
    if shared := mine & theirs:
        return _equal(max(shared), what)
    if is_one_level and any(_may_both_hold(a, b) for a in left for b in right):
        return scored("count_fits", f"{what} fit")
    a, b = max(mine), max(theirs)
    close = is_one_level and abs(a - b) <= max(1.0, 0.2 * max(a, b))
    return scored("count_close" if close else "count_differs", f"{a:g} and {b:g} {what}")


def _numbers(figures: set[Figure]) -> set[float]:
    return {number for low, high in figures if (number := high if low is None else low) is not None}


def _may_both_hold(left: Figure, right: Figure) -> bool:
    low = max(left[0] or 0.0, right[0] or 0.0)
    return all(high is None or low <= high for high in (left[1], right[1])) and left != (None, None) != right


def same_ages(left: Profile, right: Profile) -> Finding | None:
    """Victims of the same ages. Other ages speak against only where each side has one victim, in two documents."""
    if not left.ages or not right.ages:
        return None
    if shared := left.ages & right.ages:
        told = ", ".join(str(age) for age in sorted(shared))
        return Finding(points()["age_same"] + points()["age_more"] * (len(shared) - 1), f"victims aged {told}")
    if len(left.ages) == len(right.ages) == 1 and left.told.keys().isdisjoint(right.told):
        return scored("age_differs", "victims of other ages")
    return None


def same_type(left: Profile, right: Profile) -> Finding | None:
    """Types of one group are readily one happening; others only where told near each other."""
    if left.types & right.types:
        return scored("type_same", "same type")
    if left.groups & right.groups:
        return scored("type_group", "kindred types")
    if left.has_named_arrest or right.has_named_arrest:
        return never("a named person's arrest is its own happening")
    if _distance(left, right) <= linking().limits.near_characters:
        return scored("type_cross_near", "told beside each other")
    return scored("type_cross", "other types")


def same_names(left: Profile, right: Profile) -> Finding | None:
    """Names of people harmed that two reports share, in deaths and injuries only: officials recur from day to day."""
    if not (tell_harm(left, right) and left.told.keys().isdisjoint(right.told)):
        return None
    towns = {word for profile in (left, right) for where in profile.places for word in where.name.split()}
    mine, theirs = (profile.target.names | profile.actor.names for profile in (left, right))
    shared = {name for name in mine & theirs if plain(name) not in linking().no_names} - towns
    if not shared:
        return None
    return Finding(points()["name_same"] * min(len(shared), linking().limits.names), "the same names")


def same_parties(left: Profile, right: Profile) -> Finding | None:
    """Who did it, to whom: decides for acts of institutions and for arrests of named persons."""
    if not _parties_tell(left) or not _parties_tell(right):
        return None
    told = [_two_parties(left.actor, right.actor, "actor"), _two_parties(left.target, right.target, "target")]
    findings = [finding for finding in told if finding]
    if not findings:
        return None
    return Finding(sum(finding.points for finding in findings), ", ".join(finding.reason for finding in findings))


def _parties_tell(profile: Profile) -> bool:
    family = linking().families[family_of(next(iter(profile.types)))]
    return family.parties or (profile.types == {EventType.ARREST} and profile.has_named_arrest)


def _two_parties(left: Party, right: Party, role: str) -> Finding | None:
    if not left.words or not right.words:
        return None
    if left.names & right.names or (left.words & right.words and not (left.names and right.names)):
        return scored("party_same", f"same {role}")
    if left.names and right.names:
        return scored("party_differs", f"other {role}")
    return scored("party_unlike", f"{role} in other words")


def told_near(left: Profile, right: Profile) -> Finding | None:
    """Told in one document, near each other or not."""
    if left.told.keys().isdisjoint(right.told):
        return None
    if _distance(left, right) <= linking().limits.near_characters:
        return scored("told_near", "told together")
    return scored("told_bare" if left.is_bare or right.is_bare else "told_together", "told in one report")


def _distance(left: Profile, right: Profile) -> float:
    """Characters between the nearest words of the two in one document; infinite where no document tells both."""
    gaps = [
        max(a[0] - b[1], b[0] - a[1], 0)
        for document in left.told.keys() & right.told
        for a in left.told[document]
        for b in right.told[document]
    ]
    return min(gaps, default=float("inf"))


_RULES: tuple[Callable[[Profile, Profile], Finding | None], ...] = (
    same_day,
    same_place,
    same_type,
    same_parties,
    same_names,
    same_ages,
    same_counts,
    told_near,
)
_FACTS = (same_day, same_place, same_names, same_ages, same_counts)
