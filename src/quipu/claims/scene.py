"""A sentence laid out for matching: folded words, their spans, and where its numbers, people and breaks stand."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from quipu.claims.frames import fold
from quipu.claims.tree import Tree, tree_of
from quipu.claims.words import Lists, lists
from quipu.model import Reading, Sentence, Span

_QUOTES = frozenset('“”"«»')
_HARD = frozenset(";:—–") | {"--", "(", ")"} | _QUOTES
# Words that quotation marks may hold without being a quotation.
_SCARE = 5


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its words; token ranges are [begin, end)."""

    text: str
    sent: Sentence
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    joined: str
    numbers: frozenset[int]
    """Tokens that begin a quantity."""
    said: Lists
    counted: frozenset[int] = frozenset()
    """Tokens that end a quantity."""
    times: frozenset[int] = frozenset()
    """Tokens that are part of a day or another stretch of the calendar (an age is a duration, and stays out)."""
    tree: Tree | None = None
    """The dependency tree, where a reader ran."""
    starts: tuple[int, ...] = ()
    """Where each token starts in the text."""

    def span(self, begin: int, end: int) -> Span:
        """The span of tokens [begin, end)."""
        return Span(self.spans[begin].start, self.spans[end - 1].end)

    def tokens(self, span: Span) -> tuple[int, int]:
        """The tokens that `span` meets, as a range."""
        begin = bisect_right(self.starts, span.start) - 1
        if begin < 0 or self.spans[begin].end <= span.start:
            begin += 1
        return begin, max(begin, bisect_left(self.starts, span.end))

    def has(self, phrase: str) -> bool:
        """Whether the sentence holds a folded phrase."""
        return f" {phrase} " in self.joined

    @property
    def is_title(self) -> bool:
        """Whether most words have capitals, as in English headlines."""
        letters = [i for i, word in enumerate(self.words) if word.isalpha() and len(word) > 3]
        return 2 * sum(self.is_capital(i) for i in letters) > len(letters)

    def is_capital(self, index: int) -> bool:
        """Whether a token is written with a capital."""
        return self.text[self.spans[index].start].isupper()


def is_known_place(scene: Scene, at: int) -> bool:
    """Whether a gazetteer knows the place that a token names; what is no place is rather somebody's name."""
    return any(place.span.meets(scene.spans[at]) for place in scene.sent.places)


def lay_out(reading: Reading, sent: Sentence) -> Scene:
    """A sentence of `reading` as a scene."""
    said = lists(reading.language)
    words = tuple(fold(token.text) for token in sent.tokens)
    if sent.times and not said["months"].isdisjoint(words):
        words = tuple(
            _unless_month(word, token.span, sent, said) for word, token in zip(words, sent.tokens, strict=True)
        )
    spans = tuple(token.span for token in sent.tokens)
    joined = f" {' '.join(words)} "
    starts = tuple(span.start for span in spans)
    scene = Scene(
        reading.document.text, sent, words, spans, joined, frozenset(), said, tree=tree_of(sent), starts=starts
    )
    if not sent.quantities and not sent.times:
        return scene
    ranges = [scene.tokens(quantity.span) for quantity in sent.quantities]
    return replace(
        scene,
        numbers=frozenset(begin for begin, _ in ranges),
        counted=frozenset(end - 1 for _, end in ranges),
        times=frozenset(at for time in sent.times if time.begin for at in range(*scene.tokens(time.span))),
    )


def _unless_month(word: str, span: Span, sent: Sentence, said: Lists) -> str:
    """The word, or "month" where it is only the month of a date ("May 4" is no "may")."""
    return "month" if word in said["months"] and any(time.span.holds(span) for time in sent.times) else word


def clause_of(scene: Scene, begin: int, end: int, others: tuple[int, ...]) -> tuple[int, int]:
    """The token range of the clause around tokens [begin, end); `others` are the other triggers' first tokens.

    A clause ends at strong marks, at a comma before a conjunction, at subordinating words, and at a bare "and"
    or comma that stands between two triggers where the second has a subject or number of its own.
    """
    left, right = 0, len(scene.words)
    for at in range(begin - 1, -1, -1):
        if _breaks(scene, at, others, upto=begin):
            left = at if scene.words[at] in scene.said["relatives"] else at + 1
            break
    for at in range(end, len(scene.words)):
        if _breaks(scene, at, others, upto=None, since=end):
            right = at
            break
    return left, min(right, _telling(scene, end))


def _telling(scene: Scene, end: int) -> int:
    """Where a reporting clause begins behind token `end`, as in ", the office said on Thursday"."""
    begins = [
        scene.tokens(min(said.cue, said.source or said.cue))[0]
        for said in scene.sent.attributions
        if said.factual and said.cue is not None and said.content.end <= min(said.cue, said.source or said.cue).start
    ]
    return min((begin for begin in begins if begin >= end), default=len(scene.words))


def _breaks(
    scene: Scene, at: int, others: tuple[int, ...], *, upto: int | None = None, since: int | None = None
) -> bool:
    word = scene.words[at]
    if word in _HARD:
        return not _is_bracketed_number(scene, at) and not _is_scare_quote(scene, at)
    following = scene.words[at + 1] if at + 1 < len(scene.words) else ""
    conjunctions, breaks = scene.said["conjunctions"], scene.said["breaks"]
    if word == "," and (following in conjunctions or following in breaks):
        return following not in conjunctions or _has_trigger(others, at, upto=upto, since=since)
    if word in breaks:
        return not (word in ("as", "since", "until", "despite", "following", "amid", "including", "after", "before")
                    and upto is None)  # fmt: skip
    if word in conjunctions and any(
        quantity.span.holds(scene.spans[at]) for quantity in scene.sent.quantities
    ):  # "cuarenta y dos"
        return False
    if word in conjunctions:
        begins_anew = at + 1 in scene.numbers or following in scene.said["determiners"] or following in (
            scene.said["pronouns"]
        ) or (at + 1 < len(scene.words) and following not in scene.said["aux"] and at + 1 not in others)  # fmt: skip
        return begins_anew and _has_trigger(others, at, upto=upto, since=since)
    return False


def _is_bracketed_number(scene: Scene, at: int) -> bool:
    """ "a man (24) was": a bracket around an age is no clause."""
    around = scene.words[at + 1 : at + 3] if scene.words[at] == "(" else scene.words[max(at - 2, 0) : at]
    return len(around) == 2 and (
        (around[0].isdigit() and around[1] == ")") or (around[0] == "(" and around[1].isdigit())
    )


def _is_scare_quote(scene: Scene, at: int) -> bool:
    """ "a “state of emergency” in": marks around a few words are no clause."""
    if scene.words[at] not in _QUOTES:
        return False
    near = (*range(max(0, at - _SCARE), at), *range(at + 1, min(len(scene.words), at + _SCARE + 1)))
    return any(scene.words[other] in _QUOTES for other in near)


def _has_trigger(others: tuple[int, ...], at: int, *, upto: int | None, since: int | None) -> bool:
    """Whether a trigger stands on the far side of a break, so that both sides say something."""
    return any(o < at for o in others) if upto is not None else any(o > at for o in others)
