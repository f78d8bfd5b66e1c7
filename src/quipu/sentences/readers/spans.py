"""A model's words back to tokens: what does not stand in the sentence letter by letter is dropped, and counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pydantic import BaseModel, ConfigDict, Field

from quipu.model import Predicate, Role, Sentence

NOT_VERBATIM, CUT, LABEL, OVERLAP = "not_verbatim", "cut", "label", "overlap"
"""Why a span is dropped: it does not stand in the sentence; it cuts through a word; its label is none; another span
stands there already (or it was named more often than it occurs)."""
ENTITY_LABELS = ("PER", "ORG", "LOC")
ROLE_LABELS = (
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-TMP", "ARGM-LOC", "ARGM-CAU", "ARGM-MNR", "ARGM-NEG", "ARGM-PRP",
    "ARGM-ADV", "ARGM-EXT", "ARGM-DIS", "ARGM-MOD", "ARGM-DIR", "ARGM-GOL", "ARGM-COM",
)  # fmt: skip
Range = tuple[int, int]


class _Told(BaseModel):
    """What a model tells: unknown keys are passed over, wrong types are an error."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)


class ToldEntity(_Told):
    """A name."""

    text: str
    type: str


class ToldRole(_Told):
    """A role's words."""

    label: str
    text: str


class ToldPredicate(_Told):
    """A predicate's word, and its roles."""

    word: str
    roles: list[ToldRole] = Field(default=[], max_length=50)


class ToldSentence(_Told):
    """What is told of a sentence, by its number in the question."""

    number: int
    entities: list[ToldEntity] = Field(default=[], max_length=500)
    predicates: list[ToldPredicate] = Field(default=[], max_length=500)


class ToldSentences(_Told):
    """A whole answer."""

    sentences: list[ToldSentence] = Field(max_length=1000)


def with_told(text: str, sent: Sentence, told: ToldSentence, dropped: Counter[str]) -> Sentence:
    """The sentence with the told names and roles that stand in it; counts into `dropped` those that do not."""
    places = _Places(text, sent)
    names = list(_names(told.entities, places, dropped))
    predicates = sorted(_predicates(told.predicates, places, dropped), key=lambda predicate: predicate.token)
    marks = {at: f"{'B' if at == begin else 'I'}-{kind}" for kind, (begin, end) in names for at in range(begin, end)}
    tokens = tuple(replace(token, entity=marks.get(at, "")) for at, token in enumerate(sent.tokens))
    return replace(sent, tokens=tokens, predicates=tuple(predicates))


class _Places:
    """Where words stand among a sentence's tokens."""

    def __init__(self, text: str, sent: Sentence) -> None:
        self._text, self._begin = sent.span.of(text), sent.span.start
        self._starts = {token.span.start: at for at, token in enumerate(sent.tokens)}
        self._ends = {token.span.end: at + 1 for at, token in enumerate(sent.tokens)}

    def find(self, words: str, dropped: Counter[str]) -> list[Range]:
        """Every range of whole tokens that is these words; counts the reason where there is none."""
        words = words.strip()
        found: list[Range] = []
        at = self._text.find(words) if words else -1
        is_there = at >= 0
        while at >= 0:
            begin, end = self._begin + at, self._begin + at + len(words)
            if begin in self._starts and end in self._ends:
                found.append((self._starts[begin], self._ends[end]))
            at = self._text.find(words, at + 1)
        if not found:
            dropped[CUT if is_there else NOT_VERBATIM] += 1
        return found


def _names(told: Iterable[ToldEntity], places: _Places, dropped: Counter[str]) -> Iterator[tuple[str, Range]]:
    taken: list[Range] = []
    for one in told:
        if one.type not in ENTITY_LABELS:
            dropped[LABEL] += 1
            continue
        found = places.find(one.text, dropped)
        free = [place for place in found if not any(_meet(place, other) for other in taken)]
        if free:
            taken.append(free[0])
            yield one.type, free[0]
        elif found:
            dropped[OVERLAP] += 1


def _predicates(told: Iterable[ToldPredicate], places: _Places, dropped: Counter[str]) -> Iterator[Predicate]:
    taken: set[int] = set()
    for one in told:
        found = places.find(one.word, dropped)
        words = [begin for begin, end in found if end - begin == 1]
        free = [at for at in words if at not in taken]
        if free:
            taken.add(free[0])
            yield Predicate(free[0], tuple(_roles(one.roles, free[0], places, dropped)))
        elif found:
            # Its roles go with it.
            dropped[OVERLAP if words else CUT] += 1


def _roles(told: Iterable[ToldRole], predicate: int, places: _Places, dropped: Counter[str]) -> list[Role]:
    """Roles in text order, none over another or over the predicate; of words that occur twice, those nearest to it."""
    taken: list[Range] = [(predicate, predicate + 1)]
    roles: list[Role] = []
    for one in told:
        if one.label not in ROLE_LABELS:
            dropped[LABEL] += 1
            continue
        found = places.find(one.text, dropped)
        free = [place for place in found if not any(_meet(place, other) for other in taken)]
        if free:
            begin, end = min(free, key=lambda place: min(abs(place[0] - predicate), abs(place[1] - 1 - predicate)))
            taken.append((begin, end))
            roles.append(Role(one.label, begin, end))
        elif found:
            dropped[OVERLAP] += 1
    return sorted(roles, key=lambda role: role.begin)


def _meet(left: Range, right: Range) -> bool:
    return left[0] < right[1] and right[0] < left[1]
