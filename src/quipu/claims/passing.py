"""Who passes on whose word: "local media, citing the hospital, said", "the hospital, quoted by the daily", "police told
Radio X", and one telling inside another ("the ministry said police had counted").

A passing is a pair of token ranges: who is nearer to the fact, and who is nearer to the author.
"""

from collections.abc import Iterator

from quipu.claims.phrases import Range, right_phrase
from quipu.claims.scene import Scene
from quipu.claims.tellers import is_pronoun, is_voice
from quipu.claims.tree import Tree
from quipu.claims.voices import can_act, subject_of
from quipu.model import Attribution, Span

Passing = tuple[Range, Range]

# Tokens between a telling and "citing" behind it, where no tree says whose it is ("said on Monday, citing").
_NEAR = 4


def passings(scene: Scene, what: Span) -> list[Passing]:
    """Every passing of words in the sentence that bears on the stretch `what`, the closest tellings first."""
    told = tellings(scene, what)
    return [*_cited(scene, told), *_heard(scene, told), *_nested(scene, told)]


def tellings(scene: Scene, what: Span) -> list[Attribution]:
    """The attributions of `what` whose source the sentence names, the shortest content first."""
    told = [said for said in scene.sent.attributions if said.factual and said.content.meets(what)]
    return sorted((said for said in told if _source(scene, said) is not None), key=lambda said: len(said.content))


def bare(scene: Scene, source: Range) -> Range:
    """A source without whom it cites or who cites it ("local media, citing the hospital" is "local media")."""
    begin, end = source
    at = scene.said.chain["citing"].within(scene.words, begin + 1, end)
    if at is None:
        return source
    while at > begin + 1 and (not scene.words[at - 1][0].isalnum() or scene.words[at - 1] in scene.said["relatives"]):
        at -= 1
    return begin, at


def _source(scene: Scene, said: Attribution) -> Range | None:
    if said.source is None or not scene.sent.span.holds(said.source):
        return None
    source = scene.tokens(said.source)
    return bare(scene, source) if is_voice(scene, source) else None


def _cited(scene: Scene, told: list[Attribution]) -> Iterator[Passing]:
    """The passings of verbs of citing."""
    for at in range(len(scene.words)):
        if scene.words[at] in scene.said.chain["citing"]:
            found = _cited_by_words(scene, at, told) if scene.tree is None else _cited_at(scene, scene.tree, at, told)
            if found is not None and found[0] != found[1]:
                yield found


def _cited_at(scene: Scene, tree: Tree, verb: int, told: list[Attribution]) -> Passing | None:
    agent = next((kid for kid in tree.kids(verb, "obl:agent", "obl") if tree.case(kid) in scene.said["by"]), None)
    other = agent if agent is not None else _relied_on(scene, tree, verb)
    if other is None or not _can_tell(scene, other):
        return None
    own = _who_cites(scene, tree, verb, told)
    if own is None:
        return None
    phrase = _phrase(scene, tree, other)
    return (own, phrase) if agent is not None else (phrase, own)


def _relied_on(scene: Scene, tree: Tree, verb: int) -> int | None:
    """The object of a verb of citing; Spanish marks it with "a", and a parser may take it for a circumstance."""
    named = [*tree.kids(verb, "obj"), *tree.kids(verb, "obl")]
    return next((at for at in named if at > verb and tree.case(at) in ("", "a", "al") and at not in scene.times), None)


def _who_cites(scene: Scene, tree: Tree, verb: int, told: list[Attribution]) -> Range | None:
    """Who speaks where something is cited, or who is cited by another.

    The noun that the clause describes; else, of a telling that bears on the claim, the teller: "citing" hangs on its
    verb, or on what is told ("Reuters said soldiers killed nine, citing witnesses").
    """
    above = tree.head(verb)
    if tree.relation(above) == "obl" and scene.words[above] in scene.said.chain["occasions"]:
        above = tree.head(above)  # "said in a statement citing"
    elif tree.relation(verb) in ("acl", "acl:relcl", "amod"):
        return _phrase(scene, tree, above) if _can_tell(scene, above) else None
    others = [said for said in told if said.cue is not None and (own := scene.tokens(said.cue)) and (
        not own[0] <= verb < own[1] or tree.kid(verb, "nsubj", "nsubj:pass") is not None)]  # fmt: skip
    for said in others:
        begin, end = scene.tokens(said.cue) if said.cue else (0, 0)
        if begin <= above < end or begin <= verb < end:
            subject = subject_of(scene, verb) if begin <= verb < end else None
            return _phrase(scene, tree, subject) if subject is not None else _source(scene, said)
    held = [said for said in others if above >= 0 and said.content.holds(scene.spans[above])]
    return _source(scene, held[0]) if held else None


def _cited_by_words(scene: Scene, at: int, told: list[Attribution]) -> Passing | None:
    """The same without a tree: "citing" behind a comma, near the source or the verb of a telling."""
    passive = at + 1 < len(scene.words) and scene.words[at + 1] in scene.said["by"]
    phrase = right_phrase(scene, at + 1 + passive, len(scene.words))
    if phrase is None:
        return None
    for said in told:
        source, cue = _source(scene, said), scene.tokens(said.cue) if said.cue else (0, 0)
        near = source is not None and (0 <= at - source[1] <= _NEAR or 0 <= at - cue[1] <= _NEAR)
        if source is not None and near and source[1] <= at and not cue[0] <= at < cue[1]:
            return (source, phrase) if passive else (phrase, source)
    return None


def _heard(scene: Scene, told: list[Attribution]) -> Iterator[Passing]:
    """The media that somebody speaks to: "police told the newspaper", "said in an interview with Radio X"."""
    for said in told:
        source, cue = _source(scene, said), scene.tokens(said.cue) if said.cue else (0, 0)
        if source is None or cue[0] >= cue[1]:
            continue
        for medium in _addressed(scene, cue):
            if _is_medium(scene, medium) and medium != source:
                yield source, medium


def _addressed(scene: Scene, cue: Range) -> Iterator[Range]:
    tree, chain = scene.tree, scene.said.chain
    if tree is None:
        begin = cue[1] + (cue[1] < len(scene.words) and scene.words[cue[1]] in chain["addressed"])
        phrase = right_phrase(scene, begin, len(scene.words))
        yield from (phrase,) if phrase is not None else ()
        return
    verb = tree.top(*cue)
    for kid in tree.kids(verb, "iobj", "obj", "obl"):
        if kid > verb and (tree.case(kid) in chain["addressed"] or not tree.case(kid)):
            yield _phrase(scene, tree, kid)
        if scene.words[kid] in chain["occasions"]:
            yield from (
                _phrase(scene, tree, one) for one in tree.kids(kid, "nmod") if tree.case(one) in chain["addressed"]
            )


def _is_medium(scene: Scene, phrase: Range) -> bool:
    chain = scene.said.chain
    if chain["not_media"].within(scene.words, *phrase) is not None:
        return False
    named = chain["media_names"].within(scene.words, *phrase)
    return chain["media"].within(scene.words, *phrase) is not None or (named is not None and scene.is_capital(named))


def _nested(scene: Scene, told: list[Attribution]) -> Iterator[Passing]:
    """One telling inside another: "the ministry said police had counted nine", "…, according to the hospital, X said".

    A pronoun inside is nearly always the teller again ("the minister said she believed").
    """
    for inner in scene.sent.attributions:
        first = _source(scene, inner)
        if first is None or is_pronoun(scene, first) or _is_citing(scene, inner) or not _tells(scene, first):
            continue
        for outer in told:
            second = _source(scene, outer)
            if second is None or _is_citing(scene, outer) or not _tells(scene, second):
                continue
            if _is_inside(scene, inner, outer, inner in told) and not _is_same(scene, first, second):
                yield first, second


def _is_inside(scene: Scene, inner: Attribution, outer: Attribution, bears: bool) -> bool:
    """Whether the source of `inner` speaks within what `outer` tells. `bears`: the content of `inner` has the claim."""
    if inner.cue is None or outer.cue is None or inner.source is None or not outer.content.holds(inner.source):
        return False
    if outer.source is not None and inner.content.holds(outer.source) and bears:
        return False  # each in the other's content: one of the two was read too far
    tree = scene.tree
    if tree is None:
        return bears
    within, above = tree.top(*scene.tokens(inner.cue)), tree.top(*scene.tokens(outer.cue))
    if tree.relation(above) == "advcl" and tree.is_under(above, within):
        return False  # "while X reported one thing, Y claims another"
    # What "according to" seems to vouch for may be the telling behind it.
    return bears or (tree.relation(within) == "case" and inner.content.meets(outer.cue))


def _tells(scene: Scene, source: Range) -> bool:
    """Whether somebody, or something with somebody's words in it, is a source: no order, no measure."""
    return scene.tree is None or _can_tell(scene, scene.tree.top(*source))


def _is_same(scene: Scene, one: Range, other: Range) -> bool:
    """ "police" and "Milwaukee police": one name is the end of the other."""
    short, long = sorted((scene.words[slice(*one)], scene.words[slice(*other)]), key=len)
    return long[-len(short) :] == short


def _is_citing(scene: Scene, said: Attribution) -> bool:
    begin, end = scene.tokens(said.cue) if said.cue else (0, 0)
    return scene.said.chain["citing"].within(scene.words, begin, end) is not None


def _can_tell(scene: Scene, at: int) -> bool:
    return at >= 0 and (can_act(scene, at) or scene.words[at] in scene.said.chain["records"])


def _phrase(scene: Scene, tree: Tree, at: int) -> Range:
    """The whole phrase, number and name with it ("two witnesses", "al diario La Voz")."""
    begin, end = min(tree.counted(at)[0], tree.phrase(at)[0]), tree.phrase(at)[1]
    named = end < len(scene.words) and scene.sent.tokens[end].entity
    if named and (
        named.startswith("I-") or tree.head(end) == at or at == tree.head(min(end + 1, len(scene.words) - 1))
    ):
        while end < len(scene.words) and scene.sent.tokens[end].entity and scene.is_capital(end):
            end += 1
    return begin, end
