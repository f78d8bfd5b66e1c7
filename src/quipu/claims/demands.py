"""Lists of demands: one item for each thing that is demanded."""

from quipu.claims.frames import ACT, NOUN
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.model import Span
from quipu.sentences.inflect import PAST

_STRONG = frozenset((";", ":", ".", "”", '"', "—", "!", "?"))
_OPENING = {"“": "”", "«": "»", '"': '"'}
_FEWEST = 2
# From what happened up to the inquiry into it, and how far.
_INTO = frozenset(("nmod", "obl", "acl", "acl:relcl", "compound", "xcomp", "obj", "conj", "amod"))
_DOWN = 5
_BULLETS = frozenset("•-*–—·▪◦‣")


def wants(scene: Scene, hit: Hit, subject: tuple[int, int] | None) -> bool:
    """Whether a trigger is no mere "wants to": people together want something done ("they want Congress closed")."""
    if _is_verb(scene, hit):
        return False
    if not any(word.startswith("want") for word in hit.trigger.words[:1]):
        return True
    after = scene.words[hit.end : hit.end + 1]
    if subject is None or any(word in scene.said["infinitive"] for word in after):
        return False
    they = all(word in scene.said["they"] for word in scene.words[subject[0] : subject[1]])
    return they or scene.said.crowds.within(scene.words, *subject) is not None


def _is_verb(scene: Scene, hit: Hit) -> bool:
    """Whether a noun's form is a verb with its object here ("calls a new election" demands nothing)."""
    tree = scene.tree
    if tree is None or hit.role != NOUN or len(hit.trigger.words) > 1:
        return False
    top = tree.top(hit.begin, hit.end)
    return tree.pos(top) == "VERB" and tree.kid(top, "obj") is not None


def is_item(scene: Scene) -> bool:
    """Whether a sentence is an item of a list: a bullet, a dash, a number, or no capital to begin with."""
    first = scene.text[scene.sent.span.start]
    return first in _BULLETS or first.islower()


def item_of(scene: Scene) -> Span | None:
    """What a list's item says, without its mark; None where it says nothing."""
    begin, end = _trim(scene, 0, len(scene.words))
    return scene.span(begin, end) if begin < end else None


def demand_content(scene: Scene, hit: Hit) -> tuple[int, int]:
    """The tokens that say what is demanded: from the trigger to the end of what hangs on it."""
    begin = hit.end
    while begin < len(scene.words) and scene.words[begin] in scene.said["demand_opens"]:
        begin += 1
    at = begin
    while at < len(scene.words):
        at = _past_quoted(scene, _past_aside(scene, at))
        if (
            at >= len(scene.words)
            or (scene.words[at] in _STRONG and at > begin)
            or scene.words[at] in scene.said["demand_ends"]
            or _is_told_by(scene, at)
        ):
            break
        at += 1
    return begin, max(begin, min(at, len(scene.words), _before_next(scene, hit)))


def _is_told_by(scene: Scene, at: int) -> bool:
    """Whether the comma at token `at` closes what is demanded before whose word it is (", the guild said")."""
    if scene.words[at] != "," or at + 1 >= len(scene.words):
        return False
    behind = scene.spans[at + 1].start
    told = [a for a in scene.sent.attributions if a.source and a.cue and a.content.end <= behind]
    return any(behind in (a.source.start, a.cue.start) for a in told if a.source and a.cue)


def _before_next(scene: Scene, hit: Hit) -> int:
    """Where the next verb joined to the one that demands begins (", and recalls that …", ", and they are right")."""
    tree = scene.tree
    if tree is None or hit.role == NOUN:
        return len(scene.words)
    for at in tree.kids(tree.top(hit.begin, hit.end), "conj"):
        own = tree.kid(at, "nsubj", "nsubj:pass", "cop", "aux", "aux:pass")
        bare = tree.pos(at) == "VERB" and scene.said.language == "en" and scene.words[at].endswith(("s", "ed"))
        finite = own is not None or (bare and tree.kid(at, "ccomp", "obj", "obl") is not None)
        first = tree.kid(at, "cc")
        if at > hit.end and finite and first is not None and first > hit.end:
            return first - 1 if scene.words[first - 1] == "," else first
    return len(scene.words)


def is_told_in_demand(scene: Scene, hit: Hit) -> bool:
    """Whether words inside a demand tell what happened: a relative clause, or what an inquiry is to look into.

    "… demanding that Castillo, who was arrested, be released", "action against the guards who killed two",
    "demand a probe into the police firing".
    """
    begin = hit.clause[0]
    if _is_looked_into(scene, hit):
        return True
    if scene.words[begin] not in scene.said["relatives"] or scene.words[begin] == "that":
        return False
    return hit.passive or (hit.role == ACT and hit.trigger.form == PAST and hit.front == hit.begin)


def _is_looked_into(scene: Scene, hit: Hit) -> bool:
    """Whether a trigger tells of what an inquiry is into, or stands in a relative clause of it."""
    tree = scene.tree
    if tree is None:
        return False
    at = tree.top(hit.begin, hit.end)
    for _ in range(_DOWN):
        relation, at = tree.relation(at), tree.head(at)
        if relation not in _INTO or at < 0:
            return False
        if at < hit.begin and scene.words[at] in scene.said["inquiries"]:
            return relation in ("nmod", "obl", "acl", "compound")
    return False


def _past_aside(scene: Scene, at: int) -> int:
    """The token behind ", who was arrested following …," or "-- who … --" where one begins at `at`."""
    mark = scene.words[at]
    if mark not in (",", "--", "–", "—") or at + 1 >= len(scene.words):
        return at
    if scene.words[at + 1] not in scene.said["relatives"] or scene.words[at + 1] == "that":
        return at
    closing = [i for i in range(at + 2, min(len(scene.words), at + 20)) if scene.words[i] == mark]
    return closing[0] + 1 if closing else at


def _past_quoted(scene: Scene, at: int) -> int:
    """The token behind a few quoted words that belong to what is demanded ("asked them to “open talks” at once")."""
    words = scene.words
    closing = _OPENING.get(words[at]) if at < len(words) else None
    if closing is None or words[:at].count(closing) % 2 or words[at - 1] in (",", ":", ".", ";"):
        return at
    return next((later + 1 for later in range(at + 1, len(words)) if words[later] == closing), at)


def split_demands(scene: Scene, begin: int, end: int) -> list[tuple[int, int]]:
    """The items of a list, cut at commas and conjunctions where the next item begins anew."""
    cuts = [begin]
    first = scene.said["infinitive"].within(scene.words, begin, min(end, begin + 8))
    directive = first is not None and not any(_is_joint(scene, at) for at in range(begin, first))
    for at in range(begin + _FEWEST - 1, end - 1):
        if scene.words[at] in scene.said["listing"]:
            break
        if directive and not (_is_joint(scene, at) and scene.words[at + 1] in scene.said["infinitive"]):
            continue
        word, following = scene.words[at], scene.words[at + 1]
        joined = word in scene.said["list_and"]
        if word == "," and following in scene.said["conjunctions"]:
            continue
        listed = following in scene.said["demand_items"] or _has_last_item(scene, at, end)
        if (word == "," and listed and not _is_relative(scene, at, end)) or (joined and _is_item(scene, at, begin)):
            cuts.append(at + 1)
    items = [_trim(scene, a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]
    return [item for item in items if item[1] - item[0] >= 1]


def _has_last_item(scene: Scene, at: int, end: int) -> bool:
    """Whether a list goes on to a last ", and …" or "and the …" behind a comma."""
    return any(
        scene.words[later] in scene.said["list_and"]
        and (scene.words[later - 1] == "," or scene.words[later + 1] in scene.said["demand_items"])
        for later in range(at + 2, end - 1)
    )


def _is_joint(scene: Scene, at: int) -> bool:
    return scene.words[at] == "," or scene.words[at] in scene.said["conjunctions"]


def _is_item(scene: Scene, at: int, begin: int) -> bool:
    """Whether what follows a conjunction is an item: an article, "that", or a list that had commas before.

    Two who are to do one thing are no list ("that the army and the police withdraw").
    """
    if _joins_subjects(scene, at):
        return False
    following = scene.words[at + 1]
    if following in scene.said["demand_items"] or _joins_things(scene, at, begin):
        return True
    return scene.words[at - 1] == "," or any(word == "," for word in scene.words[max(begin, at - 12) : at])


def _joins_subjects(scene: Scene, at: int) -> bool:
    """Whether the conjunction at token `at` joins two subjects of one verb."""
    tree = scene.tree
    second = tree.head(at) if tree is not None else -1
    if tree is None or second < 0 or tree.relation(second) != "conj":
        return False
    first = tree.head(second)
    verb = tree.head(first)
    return tree.relation(first) in ("nsubj", "nsubj:pass") and verb > second and tree.pos(verb) in ("VERB", "AUX")


def _joins_things(scene: Scene, at: int, begin: int) -> bool:
    """Whether a conjunction joins a second thing that is demanded ("repeal of the act | and justice for the dead").

    What the first thing is done to has no noun of demanding ("withdrawal of troops and tanks"), and two that share
    what they are of are one ("release and reinstatement of the teachers").
    """
    thing = scene.said["demanded_things"].within(scene.words, at + 1, min(len(scene.words), at + 3))
    shared = scene.words[at - 1] in scene.said["demanded_things"] and at - begin <= _FEWEST
    return thing is not None and not shared


def _is_relative(scene: Scene, at: int, end: int) -> bool:
    """A comma that opens or closes ", who was arrested,"."""
    opens = scene.words[at + 1] in scene.said["relatives"] and scene.words[at + 1] != "that"
    back = scene.words[max(0, at - 14) : at]
    closes = any(word in scene.said["asides"] for word in back) and "," in back
    return opens or closes or scene.words[at + 1] in scene.said["listing"] or scene.words[at + 1] in scene.said["be"]


def _trim(scene: Scene, begin: int, end: int) -> tuple[int, int]:
    while begin < end and (
        scene.words[begin] in scene.said["demand_leads"] or scene.words[begin] in scene.said["conjunctions"]
        or not scene.words[begin][0].isalnum()
    ):  # fmt: skip
        begin += 1
    while begin < end and (
        not scene.words[end - 1][0].isalnum() or scene.words[end - 1] in scene.said["conjunctions"]
    ):  # fmt: skip
        end -= 1
    return begin, end
