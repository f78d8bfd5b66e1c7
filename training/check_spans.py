"""Whether names, roles and attributions keep to their forms."""

from collections.abc import Iterator
from itertools import pairwise

from training.annotated import Annotated, Part, Predicate, Row

_CORE = ("ARG0", "ARG1", "ARG2", "ARG3", "ARG4")
_MODIFIERS = (
    "TMP", "LOC", "MNR", "CAU", "PRP", "ADV", "EXT", "DIS", "NEG", "MOD", "DIR", "GOL", "COM", "PRD", "LVB", "PRR",
)  # fmt: skip
_PLAIN = frozenset((*_CORE, *(f"ARGM-{kind}" for kind in _MODIFIERS)))
ROLES = _PLAIN | {f"{again}-{label}" for again in "RC" for label in _PLAIN} | {"C-V"}
NAMES = frozenset(("PER", "ORG", "LOC"))
_MARKS = frozenset((",", ".", ";", ":", "!", "?", "-", "–", "—"))
_QUOTE = '"'


def span_faults(sent: Annotated) -> Iterator[str]:
    """What is wrong with the names, the predicates and the attributions of a sentence."""
    yield from _name_faults(sent.rows)
    yield from _light_faults(sent.predicates)
    words = [predicate.word for predicate in sent.predicates]
    if words != sorted(set(words)):
        yield "predicates are not in the order of their words, each once"
    for predicate in sent.predicates:
        where = f"predicate {predicate.word}"
        if not 1 <= predicate.word <= len(sent.rows):
            yield f"{where} is not in the sentence"
        yield from (f"{where}: {fault}" for fault in _role_faults(predicate, sent.rows))
    for parts in sent.attributions:
        yield from (f"attribution: {fault}" for fault in _attribution_faults(parts, sent.rows))


def _name_faults(rows: tuple[Row, ...]) -> Iterator[str]:
    before = "O"
    for row in rows:
        place, _, kind = row.name.partition("-")
        if row.name != "O" and (place not in ("B", "I") or kind not in NAMES):
            yield f"word {row.number}: unknown name tag {row.name!r}"
        elif place == "I" and before.partition("-")[2] != kind:
            yield f"word {row.number}: {row.name} goes on what has not begun"
        before = row.name


def _role_faults(predicate: Predicate, rows: tuple[Row, ...]) -> Iterator[str]:
    yield from _range_faults(predicate.roles, rows)
    labels = [role.label for role in predicate.roles]
    for role in predicate.roles:
        if role.label not in ROLES:
            yield f"unknown role {role.label!r}"
        if role.label.startswith("C-") and role.label not in ("C-V",) and role.label[2:] not in labels:
            yield f"{role.label} goes on no {role.label[2:]}"
        if not role.dashed:
            yield f"{role.label} is not written as a range"
        if role.begin <= predicate.word <= role.end:
            yield f"{role.label} holds the predicate itself"
    doubled = {label for label in labels if label in _CORE and labels.count(label) > 1}
    yield from (f"{label} is there twice" for label in sorted(doubled))


def _range_faults(parts: tuple[Part, ...], rows: tuple[Row, ...]) -> Iterator[str]:
    for part in parts:
        if not 1 <= part.begin <= part.end <= len(rows):
            yield f"{part.label} {part.begin}-{part.end} is no range of the sentence"
        elif part.label != "cue" and _edged(part, rows):
            yield f"{part.label} {part.begin}-{part.end} begins or ends with a mark"
    for one, other in pairwise(sorted(parts, key=lambda part: part.begin)):
        if other.begin <= one.end:
            yield f"{one.label} and {other.label} overlap"


def _edged(part: Part, rows: tuple[Row, ...]) -> bool:
    """Whether a mark stands at an edge; a quotation mark may, where the other one of the pair is inside too."""
    forms = [row.form for row in rows[part.begin - 1 : part.end]]
    edges = {forms[0], forms[-1]}
    return bool(edges & _MARKS) or (_QUOTE in edges and forms.count(_QUOTE) % 2 == 1)


def _light_faults(predicates: tuple[Predicate, ...]) -> Iterator[str]:
    """A light verb names its noun as ARGM-PRR, the noun its verb as ARGM-LVB: never one without the other."""
    links = {
        label: {
            (predicate.word, role.begin) for predicate in predicates for role in predicate.roles if role.label == label
        }
        for label in ("ARGM-PRR", "ARGM-LVB")
    }
    for verb, noun in links["ARGM-PRR"] ^ {(verb, noun) for noun, verb in links["ARGM-LVB"]}:
        yield f"predicates {verb} and {noun}: ARGM-PRR and ARGM-LVB do not answer each other"


def _attribution_faults(parts: tuple[Part, ...], rows: tuple[Row, ...]) -> Iterator[str]:
    yield from _range_faults(parts, rows)
    labels = [part.label for part in parts]
    for label in sorted(set(labels) - {"source", "cue", "content"}):
        yield f"unknown field {label!r}"
    if labels.count("cue") != 1 or labels.count("source") > 1 or "content" not in labels:
        yield "has not one cue, at most one source and a content"
    for part in parts:
        if part.dashed == (part.label == "cue" and part.begin == part.end):
            yield f"{part.label} of {part.begin}-{part.end}: a cue of one word is one number, all else a range"
