"""Totals told by the words around them: a perfect verb above, a figure told before, another total in the sentence."""

from dataclasses import replace

from quipu.claims.draft import Draft
from quipu.claims.frames import NOUN, PEOPLE
from quipu.claims.match import Hit
from quipu.claims.numbering import is_put_at
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.tellers import covers_country, own_places
from quipu.claims.tree import VERBAL, Tree
from quipu.model import Count, CountKind, Span
from quipu.sentences.numbers import read_number

_PEOPLE = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
_STEPS = 4
# Words before a whole that opens a sentence ("Of the 60 dead, twelve …").
_OPENING = 4
_DOWN_TO_FIGURE = frozenset(("obj", "nsubj", "nsubj:pass", "xcomp", "conj", "obl", "nmod", "acl", "amod", "appos"))


def is_carried(scene: Scene, hit: Hit, count: Count, setting: Setting) -> bool:
    """Whether a figure goes on with a total: one told before, or that of a perfect without a day or town ("have left").

    "Of the 27 dead" where 27 dead were told as a total; "and 726 arrests were recorded" in a passage of totals.
    """
    if carried_from(scene, hit, count, setting) is not None:
        return True
    if has_own_setting(scene, hit.clause, count.span) or (count.low, count.high) == (1, 1):
        return False
    return hit.role in (NOUN, PEOPLE) and is_in_perfect(scene, hit)


def carried_from(scene: Scene, hit: Hit, count: Count, setting: Setting) -> Draft | None:
    """The total told before that a figure is part of or told with, whose day and place are its own too."""
    if _is_of_known(scene, count, setting):
        return setting.totals[count.what]
    if has_own_setting(scene, hit.clause, count.span) or not _is_kept_on(scene, hit, setting):
        return None
    return setting.figure


def has_own_setting(scene: Scene, clause: tuple[int, int], number: Span) -> bool:
    """Whether a day or a settlement stands in the clause of a figure."""
    begin, _ = scene.tokens(number)
    low, high = min(clause[0], begin), max(clause[1], begin)
    days = [t.span for t in scene.sent.times if t.begin is not None and t.begin == t.finish]
    towns = [place.span for place in own_places(scene) if (place.kind or "").startswith(("P", "S"))]
    return any(low <= scene.tokens(span)[0] < high for span in (*days, *towns))


def is_in_perfect(scene: Scene, hit: Hit) -> bool:
    """ "Violence that has left several people dead", "there have been many arrests"; an accident's dead are its own."""
    tree = scene.tree
    verb = None if tree is None else _verb_above(tree, tree.top(hit.begin, hit.end))
    if tree is None or verb is None:
        return False
    if not any(scene.words[kid] in scene.said["perfect"] for kid in tree.kids(verb, "aux")):
        return False
    subject = tree.kid(verb, "nsubj")
    if subject is not None and scene.words[subject] in scene.said["relatives"] and tree.relation(verb) == "acl:relcl":
        subject = tree.head(verb)
    return subject is None or scene.words[subject] not in scene.said["incidents"]


def _verb_above(tree: Tree, at: int) -> int | None:
    for _ in range(_STEPS):
        if tree.relation(at) not in _DOWN_TO_FIGURE or tree.head(at) < 0:
            return None
        at = tree.head(at)
        if tree.pos(at) in VERBAL:
            return at
    return None


def _is_of_known(scene: Scene, count: Count, setting: Setting) -> bool:
    """ "Twelve of the 27 dead", "the more than 100 injured": the article points to a figure told before."""
    known = setting.totals.get(count.what)
    if known is None or known.count is None or known.count.low is None:
        return False
    begin, end = scene.tokens(count.span)
    definite = scene.said["definite_many"]
    if any(scene.words[at] in definite for at in range(begin + 1, end)):
        whole = read_number(scene.sent.tokens, end - 1, scene.said.language)
        return whole is not None and whole.value == known.count.low
    if begin == 0 or scene.words[begin - 1] not in definite or count.low is None:
        return False
    return count.low == known.count.low or (count.high is None and count.low < known.count.low)


def _is_kept_on(scene: Scene, hit: Hit, setting: Setting) -> bool:
    """A noun's figure that was "recorded" right after a total of the same passage."""
    last = setting.figure
    if last is None or last.count is None or setting.figure_in != scene.sent.paragraph:
        return False
    if not last.count.cumulative or scene.sent.index - setting.figure_at > 1:
        return False
    if hit.role == NOUN:
        return scene.said["kept"].within(scene.words, hit.end, hit.clause[1]) is not None
    # "It said 340 people had been injured": told in a perfect by whoever told the total.
    auxiliaries = scene.words[hit.front : hit.begin]
    return _is_told_by_same(scene) and any(word in scene.said["have"] for word in auxiliaries)


def _is_told_by_same(scene: Scene) -> bool:
    """Whether a sentence is the word of a speaker who is only a pronoun: the one before ("it said")."""
    sources = [scene.tokens(a.source) for a in scene.sent.attributions if a.source and scene.sent.span.holds(a.source)]
    return any(all(word in scene.said["pronouns"] for word in scene.words[begin:end]) for begin, end in sources)


def spread_totals(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with figures of other kinds beside a total ("27 deaths and 124 injuries") as totals too."""
    counted = [d for d in drafts if d.count is not None and d.count.what in _PEOPLE]
    total = next((d for d in counted if d.count and d.count.cumulative), None)
    if total is None:
        return drafts
    return [_as_beside(scene, draft, total) if draft in counted else draft for draft in drafts]


def settle_repeated(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with a figure put beside a bounded one of its kind as another figure for the same happening.

    "Police arrested 120 people on Friday, the minister said; lawyers put the number of arrests at 143": no total, where
    nothing says that it covers more.
    """
    said = scene.said
    if said["since"].within(scene.words, 0, len(scene.words)) is not None or covers_country(scene):
        return drafts
    return [_as_repeated(scene, draft, drafts) for draft in drafts]


def _as_repeated(scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft:
    count = draft.count
    if count is None or not count.cumulative or count.relation or not is_put_at(scene, scene.tokens(count.span)[0]):
        return draft
    bounded = [d for d in drafts if d.count and d.count.what is count.what and d.count.span.start < count.span.start]
    if not bounded or any(d.count and d.count.cumulative for d in bounded):
        return draft
    known = bounded[-1]
    return replace(draft, count=replace(count, cumulative=False), place=known.place, date=known.date)


def _as_beside(scene: Scene, draft: Draft, total: Draft) -> Draft:
    count = draft.count
    assert count is not None
    assert total.count is not None
    if _is_out_of(scene, count, total.count):
        count = replace(count, cumulative=True, relation="subset")
        return replace(draft, count=count, place=total.place, date=total.date)
    bare = draft.hit.passive and draft.hit.front == draft.hit.begin  # "… had been injured and 1,152 arrested"
    if count.cumulative or count.what == total.count.what or not (bare or draft.hit.role in (NOUN, PEOPLE)):
        return draft
    if count.relation == "subset" or has_own_setting(scene, draft.hit.clause, count.span):
        return draft
    return replace(draft, count=replace(count, cumulative=True), place=total.place, date=total.date)


def _is_out_of(scene: Scene, count: Count, whole: Count) -> bool:
    """ "Of the more than 100 injured, 13 lost an eye": a part behind its whole."""
    begin, _ = scene.tokens(whole.span)
    opens = begin > 1 and scene.words[begin - 1] in scene.said["definite_many"]
    of = opens and (scene.words[begin - 2] in scene.said["of"] or scene.words[begin - 2] in scene.said["among"])
    return of and begin <= _OPENING and count.what == whole.what and count.span.start > whole.span.end
