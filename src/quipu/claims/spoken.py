"""Deeds that are words: whose word an accusation, an announcement or a demand is, and what is merely promised."""

from collections.abc import Iterator

from quipu.claims.frames import ACT, DO, NOUN
from quipu.claims.match import Hit
from quipu.claims.named import name_end
from quipu.claims.scene import Scene, is_known_place
from quipu.claims.settings import Setting
from quipu.claims.voices import can_act, own_subject, subject_of
from quipu.model import Modality, Words
from quipu.sentences.gazetteer import fold
from quipu.sentences.geography import geography

Told = tuple[Words | None, Modality]

# A pledge and a threat are of deeds to come, if at all.
OPEN = {"agree": Modality.PLANNED, "threaten": Modality.HYPOTHETICAL}
_LINKS = frozenset(("nmod", "conj", "compound", "amod", "nsubj", "nsubj:pass", "obj"))
_CLAUSES = frozenset(("acl", "ccomp"))
_SUBJECTS = ("nsubj", "nsubj:pass")
_FAR = 4
# Tokens behind a source within which its name follows ("the doctor in Kiev, Ana Paz").
_ASIDE = 6


def as_spoken(scene: Scene, hit: Hit, actor: Words | None, told: Told) -> Told:
    """The source and modality of a hit, where the deed is itself somebody's words; else as they were told.

    Who accuses somebody, announces what the trigger names, or gives a statement, vouches for it; so does one person
    who asks for something, while what crowds demand is a deed of its own. Only what stands as done is touched.
    """
    source, modality = told
    if modality is Modality.DEMANDED:
        return (source or (actor if _is_one_person(scene, actor) else None)), modality
    if not modality.happened:
        return told
    if hit.role in (ACT, DO) and not hit.passive:
        if hit.frame in OPEN and _names_a_deed(scene, hit):
            return source, OPEN[hit.frame]
        if actor is not None and source is None and _vouches(scene, hit):
            return _in_full(scene, hit) or actor, Modality.REPORTED
    if source is None and hit.role == NOUN:
        announcer = _announcer(scene, hit)
        if announcer is not None:
            return announcer, Modality.REPORTED
    return told


def _vouches(scene: Scene, hit: Hit) -> bool:
    """Whether a verb gives its subject's word: "accused the army of", "issued a statement", "announced their exit"."""
    if len(hit.trigger.words) > 1 and scene.words[hit.begin] in scene.said.modality["announcing"]:
        return True
    if hit.frame == "state":
        tree = scene.tree
        return tree is None or tree.kid(tree.top(hit.begin, hit.end), "obj", "ccomp") is not None
    return hit.frame in ("condemn", "allege") and scene.words[hit.begin] in scene.said.modality["accusing"]


def _in_full(scene: Scene, hit: Hit) -> Words | None:
    """The speaker as the sentence presents him ("Ana Paz, head of the nurses' union, accused")."""
    trigger = scene.span(hit.begin, hit.end)
    said = [a.source for a in scene.sent.attributions if a.cue is not None and a.source and a.cue.meets(trigger)]
    return Words(said[0].of(scene.text), said[0]) if said else None


def _names_a_deed(scene: Scene, hit: Hit) -> bool:
    """ "agreed to meet": an infinitive follows, not a thing ("agreed on a text")."""
    tree = scene.tree
    if tree is not None:
        return tree.kid(tree.top(hit.begin, hit.end), "xcomp") is not None
    return scene.words[hit.end - 1] in scene.said["infinitive"]


def _is_one_person(scene: Scene, actor: Words | None) -> bool:
    """Whether an actor named in this sentence is one person with a name, not a people ("Peruvians", "the Greens")."""
    if actor is None or actor.span is None or not scene.sent.span.holds(actor.span):
        return False
    begin, end = scene.tokens(actor.span)
    names = list(_names(scene, begin, end))
    if len(names) != 1 or any(word in scene.said["conjunctions"] for word in scene.words[begin:end]):
        return False
    at = names[0]
    peoples = geography(scene.said.language).demonyms
    return not (at and scene.words[at - 1] in scene.said["determiners"]) and not (
        at == end - 1 and (fold(scene.words[at]) in peoples or fold(scene.words[at]).rstrip("s") in peoples)
    )


def _names(scene: Scene, begin: int, end: int) -> Iterator[int]:
    """Where the names of people in tokens [begin, end) begin."""
    at = begin
    while at < end:
        if _opens_name(scene, at):
            yield at
            at = name_end(scene.sent.tokens, at, scene.sent.tokens[at].entity.partition("-")[2])
        else:
            at += 1


def _opens_name(scene: Scene, at: int) -> bool:
    """Whether a person's name begins here; one from afar may have been read as a place, which no gazetteer knows."""
    entity = scene.sent.tokens[at].entity
    return entity == "B-PER" or (entity == "B-LOC" and not is_known_place(scene, at))


def with_name(scene: Scene, source: Words | None) -> Words | None:
    """The name behind a source that has none: for "one of the leaders, Ana Paz," it is "Ana Paz"."""
    tree = scene.tree
    if tree is None or source is None or source.span is None or not scene.sent.span.holds(source.span):
        return source
    begin, end = scene.tokens(source.span)
    if any(scene.sent.tokens[at].entity for at in range(begin, end)):
        return source
    for at in range(end + 1, min(end + _ASIDE, len(scene.words))):
        if tree.relation(at) == "appos" and scene.words[at - 1] == "," and begin <= tree.head(at) < at - 1:
            begins, _, kind = scene.sent.tokens[at].entity.partition("-")
            last = max(name_end(scene.sent.tokens, at, kind), at + 1, *(kid + 1 for kid in tree.kids(at, "flat")))
            named = begins == "B" and scene.is_capital(at) and scene.is_capital(last - 1)
            return _words(scene, at, last) if named else source
    return source


def _announcer(scene: Scene, hit: Hit) -> Words | None:
    """ "Two ministers announced their resignations": who tells of what the trigger names."""
    tree = scene.tree
    if tree is None:
        return None
    noun = tree.top(hit.begin, hit.end)
    verb = tree.head(noun)
    if tree.relation(noun) != "obj" or verb < 0 or scene.words[verb] not in scene.said.modality["announcing"]:
        return None
    subject = tree.kid(verb, "nsubj")
    if subject is None or tree.pos(subject) == "PRON":
        return None
    return _words(scene, *tree.phrase(subject))


def _words(scene: Scene, begin: int, end: int) -> Words:
    span = scene.span(begin, end)
    return Words(span.of(scene.text), span)


def as_recorded(scene: Scene, hit: Hit, told: Told, setting: Setting) -> Told:
    """The source and modality of what "was reported" or "was recorded", and of what a video shows.

    Nobody is named where things are recorded: it is the record of whoever gave the figures of the paragraph.
    """
    source, modality = told
    tree = scene.tree
    if tree is None or source is not None or modality is not Modality.ASSERTED:
        return told
    at = tree.top(hit.begin, hit.end)
    for _ in range(_FAR):
        above, relation = tree.head(at), tree.relation(at)
        is_clause = relation in _CLAUSES or (relation == "acl:relcl" and tree.kid(at, "mark") is not None)
        if above < 0 or not (relation in _LINKS or is_clause):
            break
        shown = relation == "nmod" and scene.words[above] in scene.said.modality["evidence"]
        if shown or (is_clause and scene.words[above] in scene.said.modality["tidings"]):
            return _words(scene, above, above + 1), Modality.REPORTED
        if is_clause:
            break
        if relation == "obj" and scene.said["figures"].at(scene.words, at):
            mover = subject_of(scene, above) if _moves_figure(scene, above) else None
            if mover is not None and tree.pos(mover) != "PRON" and can_act(scene, mover):
                return _words(scene, *tree.phrase(mover)), Modality.REPORTED
        passive = tree.kid(above, "aux:pass") is not None and tree.kid(above, "obl:agent") is None
        if relation in _SUBJECTS and passive and scene.words[above] in scene.said.modality["recorded"]:
            keeper = setting.teller if setting.told_in == scene.sent.paragraph else None
            return keeper, Modality.REPORTED if keeper else modality
        if relation in _SUBJECTS and passive and scene.words[above] in scene.said.modality["announcing"]:
            return None, Modality.REPORTED
        at = above
    return told


def _moves_figure(scene: Scene, verb: int) -> bool:
    """Whether a verb tells how a figure moves; "a man died, bringing the toll to four": he does not tell it."""
    tree = scene.tree
    assert tree is not None
    adjoined = tree.relation(verb) == "advcl" and own_subject(tree, verb) is None
    return scene.words[verb] in scene.said["figure_moves"] and not adjoined
