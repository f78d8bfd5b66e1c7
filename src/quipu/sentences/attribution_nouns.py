"""What nouns and adverbs of saying tell, by the tree: "the claim that …", "its demand for …", "reportedly"."""

from dataclasses import dataclass

from quipu.sentences.attribution_cues import Cue, Range, Rules
from quipu.sentences.branches import Tree, case_of
from quipu.sentences.speakers_tree import phrase_of, speaker_of


@dataclass(frozen=True, slots=True)
class Heard:
    """Who says what, in tokens; `is_clause` where the content is something said to be so, not a thing or a deed."""

    source: Range | None
    content: Range
    is_clause: bool
    cue_end: int = 0
    """Behind the preposition that belongs to the cue ("warned of"); 0 where the cue stands as it was found."""


def noun_cues(tree: Tree, rules: Rules) -> list[tuple[Cue, Heard]]:
    """ "the claim that …", "its demand for …", "reports of …": nouns of saying with what is said behind them."""
    words = rules.words
    return [
        (Cue(at, at + 1, at, speech=False), heard)
        for at, token in enumerate(tree.tokens)
        if token.pos == "NOUN" and token.lower in words.nouns and (heard := _noun(tree, at, rules)) is not None
    ]


def _noun(tree: Tree, at: int, rules: Rules) -> Heard | None:
    clauses = [one for one in tree.below(at, "acl", "ccomp") if _is_told(tree, one)]
    things = [one for one in tree.below(at, "nmod") if one > at and case_of(tree, one) in rules.words.noun_links]
    if not clauses and not things:
        return None
    said = (clauses or things)[0]
    begin, end = tree.branch(said)
    if things and not clauses:
        begin = max(begin, next(one for one in tree.below(said, "case", "mark")) + 1)
    factual = bool(clauses or things) and tree.tokens[at].lower not in rules.words.wish_nouns
    return Heard(_owner(tree, at, rules), (begin, end), is_clause=factual) if begin < end else None


def _is_told(tree: Tree, clause: int) -> bool:
    """Whether a clause at a noun is its content ("the claim that he lied", "plans to march"), no relative clause."""
    marks = [tree.tokens[one].lower for one in tree.below(clause, "mark")]
    return not tree.is_a(clause, "acl:relcl") and bool(marks)


def _owner(tree: Tree, at: int, rules: Rules) -> Range | None:
    """Whose claim it is: "the army's claim", "a claim by the army", "the army made the claim"."""
    owners = tree.below(at, "nmod:poss")
    owners += [one for one in tree.below(at, "nmod") if case_of(tree, one) in rules.words.noun_sources]
    if owners and tree.tokens[owners[0]].pos == "PRON":
        return owners[0], owners[0] + 1
    if owners:
        return phrase_of(tree, owners[0], rules)
    verb = tree.head(at)
    if verb >= 0 and tree.is_a(at, "obj") and tree.tokens[verb].lower in rules.words.makes:
        return speaker_of(tree, verb, rules)
    return None


def hearsay(tree: Tree, rules: Rules) -> list[tuple[Cue, Heard]]:
    """ "reportedly", "allegedly": somebody says so, and nobody says who."""
    found = []
    for at, token in enumerate(tree.tokens):
        above = tree.head(at)
        if token.lower in rules.words.hearsay and above >= 0:
            found.append((Cue(at, at + 1, at, speech=False), Heard(None, tree.branch(above), is_clause=True)))
    return found
