"""Who speaks, by the tree: the subject of a verb of saying, or the one whose subject it shares."""

from quipu.sentences.attribution_cues import Range, Rules
from quipu.sentences.branches import Tree

SUBJECTS = ("nsubj", "nsubj:pass")
SHARING = ("conj", "xcomp", "advcl", "ccomp", "acl", "parataxis")
"""Relations by which a verb without a subject takes part in the clause above it."""
LOOSE = ("acl:relcl", "parataxis", "cc", "punct", "discourse")
NOUNS = ("NOUN", "PROPN")
MOST_STEPS = 3


def speaker_of(tree: Tree, verb: int, rules: Rules) -> Range | None:
    """The subject of a verb, its own or that of the clause it belongs to; None where there is none."""
    for _ in range(MOST_STEPS):
        subject = _own_subject(tree, verb)
        if subject is not None:
            return _named(tree, subject, verb, rules)
        if tree.is_a(verb, "acl", "acl:relcl"):
            return _of_noun(tree, verb, rules)
        above = tree.head(verb)
        if above < 0 or not tree.is_a(verb, *SHARING):
            return None
        if tree.tokens[above].pos in NOUNS and tree.tokens[verb].lower.endswith("ing"):
            return None  # "the news of the day is soldiers raiding offices and declaring that …"
        told = tree.below(above, "obj", "iobj") if tree.is_a(verb, "xcomp") else []
        if told:
            return phrase_of(tree, told[0], rules)
        verb = above
    return None


def _own_subject(tree: Tree, verb: int) -> int | None:
    found = tree.below(verb, "nsubj")
    inner = [one for one in found if not tree.is_a(one, "nsubj:outer")]
    return min(inner or found, key=lambda one: abs(verb - one), default=None)


def _named(tree: Tree, subject: int, verb: int, rules: Rules) -> Range | None:
    """The subject, or the noun that its relative pronoun stands for."""
    if tree.tokens[subject].lower in rules.words.relatives:
        clause = next((one for one in (verb, *tree.above(verb)) if tree.is_a(one, "acl:relcl")), None)
        if clause is None or clause > verb:
            return None
        return phrase_of(tree, tree.head(clause), rules, without=clause)
    return phrase_of(tree, subject, rules)


def _of_noun(tree: Tree, verb: int, rules: Rules) -> Range | None:
    """ "a report saying that …": the report; "he issued a statement saying that …": he."""
    noun = tree.head(verb)
    above = tree.head(noun)
    if tree.tokens[noun].lower in rules.words.occasions and above >= 0 and tree.is_a(noun, "obj", "obl"):
        subject = _own_subject(tree, above)
        if subject is not None:
            return phrase_of(tree, subject, rules)
    return phrase_of(tree, noun, rules, without=verb)


def agent_of(tree: Tree, verb: int, rules: Rules) -> Range | None:
    """ "by X" behind a passive."""
    by = [one for one in tree.below(verb, "obl") if _is_by(tree, one, rules)]
    return phrase_of(tree, by[0], rules) if by else None


def _is_by(tree: Tree, noun: int, rules: Rules) -> bool:
    return any(tree.tokens[one].lower in rules.words.passive_by for one in tree.below(noun, "case"))


def phrase_of(tree: Tree, noun: int, rules: Rules, *, without: int | None = None) -> Range | None:
    """The noun with what belongs to its name: no relative clause, no preposition before it, no marks at its ends."""
    if tree.tokens[noun].pos == "VERB":
        return None
    left_out = [*tree.below(noun, *LOOSE), *tree.below(noun, "case")]
    first, last = tree.branch(noun, without=[*left_out, *([] if without is None else [without])])
    return _trimmed(tree, first, last, rules)


def _trimmed(tree: Tree, first: int, last: int, rules: Rules) -> Range | None:
    tokens = tree.tokens
    while first < last and not tokens[first].text[0].isalnum():
        first += 1
    while last > first and not (tokens[last - 1].text[0].isalnum() or tokens[last - 1].text in (")", ".", "'s")):
        last -= 1
    named = any(t.text[0].isalnum() and t.lower not in rules.words.not_subject for t in tokens[first:last])
    return (first, last) if named else None
