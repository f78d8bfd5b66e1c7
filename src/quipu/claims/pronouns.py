"""Whom a pronoun stands for, where one candidate remains: the speaker, a subject further up, or one told of before."""

from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.tree import Tree
from quipu.claims.voices import can_act, subject_of
from quipu.claims.wording import phrase_of
from quipu.model import Span, Words

_PERSON, _GROUP, _SPEAKER = "person_pronouns", "group_pronouns", "speaker_pronouns"
# Sentences back in which somebody is looked for.
_BACK = 2
_UPWARDS = 8
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")

Known = tuple[int, bool, Words]


def referent(scene: Scene, phrase: tuple[int, int] | None, setting: Setting, avoid: Span | None = None) -> Words | None:
    """The words for whom the pronoun of a one-word phrase stands, or None. `avoid` cannot be meant (the other role)."""
    if phrase is None or phrase[1] - phrase[0] != 1 or scene.tree is None:
        return None
    at, said = phrase[0], scene.said
    if scene.words[at] in said[_SPEAKER]:
        quoted = any(a.content.holds(scene.spans[at]) for a in scene.sent.attributions if a.direct)
        return _speaker(scene, at) or (None if quoted else setting.writer)
    grouped = scene.words[at] in said[_GROUP]
    if not grouped and scene.words[at] not in said[_PERSON]:
        return None
    above = _above(scene, scene.tree, at, grouped)
    if above is not None:
        return above if above.span != avoid else None
    return _before(scene, setting, grouped, avoid)


def speaking_subject(scene: Scene, phrase: tuple[int, int] | None) -> Words | None:
    """ "Unions said that they would strike": who tells it is meant before any crowd told of earlier."""
    if phrase is None or phrase[1] - phrase[0] != 1 or scene.tree is None or scene.words[phrase[0]] not in (
        scene.said[_GROUP]
    ):  # fmt: skip
        return None
    return _above(scene, scene.tree, phrase[0], grouped=True)


def _speaker(scene: Scene, at: int) -> Words | None:
    """ "I" and "we" are whoever is quoted."""
    sources = [a.source for a in scene.sent.attributions if a.source and a.content.holds(scene.spans[at])]
    if not sources:
        return None
    source = _named(scene, sources[-1])
    words = source.of(scene.text)
    return Words(words, source) if words.lower() not in scene.said["pronouns"] else None


def _named(scene: Scene, source: Span) -> Span:
    """The one person's name in a source's words ("the spokesman, Luis Paz"), else all of them."""
    inside = range(*scene.tokens(source)) if scene.sent.span.holds(source) else range(0)
    names = [at for at in inside if scene.sent.tokens[at].entity == "B-PER"]
    if len(names) != 1:
        return source
    end = names[0] + 1
    while end in inside and scene.sent.tokens[end].entity == "I-PER":
        end += 1
    return scene.span(names[0], end)


def _above(scene: Scene, tree: Tree, at: int, grouped: bool) -> Words | None:
    """The subject of a clause that governs the pronoun's own, where it agrees: "police said they had fired"."""
    verb = tree.head(at)
    own = subject_of(scene, verb) if verb >= 0 else None
    for _ in range(_UPWARDS):
        if verb < 0:
            return None
        subject = tree.kid(verb, *_SUBJECTS)
        if subject is not None and subject not in (at, own) and _fits(scene, tree, subject, grouped):
            return _words(scene, subject)
        verb = tree.head(verb)
    return None


def _before(scene: Scene, setting: Setting, grouped: bool, avoid: Span | None) -> Words | None:
    """The one subject that agrees in the nearest sentence before that has any."""
    near = [k for k in setting.subjects if scene.sent.index - k[0] <= _BACK and k[1] == grouped and k[2].span != avoid]
    if not near:
        return None
    last = near[-1][0]
    names = {known[2].text: known[2] for known in near if known[0] == last}
    return next(iter(names.values())) if len(names) == 1 else None


def subjects_told(scene: Scene) -> list[Known]:
    """The subjects of a sentence's clauses that a later pronoun may stand for, with their number."""
    tree = scene.tree
    if tree is None:
        return []
    found = []
    for at, token in enumerate(tree.tokens):
        if token.relation in _SUBJECTS and token.pos in ("NOUN", "PROPN") and _is_somebody(scene, tree, at):
            for grouped in (False, True):
                words = _words(scene, at) if _agrees(scene, tree, at, grouped) else None
                if words is not None:
                    found.append((scene.sent.index, grouped, words))
    return found


def _fits(scene: Scene, tree: Tree, at: int, grouped: bool) -> bool:
    """Whether a noun is somebody of the pronoun's number."""
    return tree.pos(at) != "PRON" and _is_somebody(scene, tree, at) and _agrees(scene, tree, at, grouped)


def _is_somebody(scene: Scene, tree: Tree, at: int) -> bool:
    """Whether a noun is listed or named as somebody, or says something."""
    verb = tree.head(at)
    speaks = verb >= 0 and tree.kid(verb, "ccomp") is not None and scene.words[verb] in scene.said["said"]
    return speaks or can_act(scene, at)


def _agrees(scene: Scene, tree: Tree, at: int, grouped: bool) -> bool:
    """Whether somebody is many (`grouped`), or one."""
    many = scene.said.many.at(scene.words, at) or scene.said.state_forces.at(scene.words, at)
    many = many or scene.said.crowds.at(scene.words, at) or tree.kid(at, "conj") is not None
    person = tree.tokens[at].entity == "B-PER" or bool(scene.said.one.at(scene.words, at))
    if grouped:
        return bool(many) or (
            not person and (tree.tokens[at].entity == "B-ORG" or scene.words[at].endswith(("s", "men")))
        )
    return (person and not many) or (not many and tree.kid(at, "flat") is not None)


def _words(scene: Scene, at: int) -> Words | None:
    phrase = phrase_of(scene, at)
    if phrase is None:
        return None
    span = scene.span(*phrase)
    return Words(span.of(scene.text), span)
