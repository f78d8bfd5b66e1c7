"""What a cue says where the sentence has a tree: its clause or object, and who speaks, by relations.

English trees as Universal Dependencies draws them: what is said is `ccomp` of the verb, before or behind it, or the
verb is `parataxis` of what it interrupts; what is wanted is `xcomp`, what is condemned `obj`, what is called for `obl`.
"""

from quipu.sentences.attribution_content import clause_end
from quipu.sentences.attribution_cues import MARKS, AttributionWords, Cue, Range, Rules, find_cues
from quipu.sentences.attribution_nouns import Heard, hearsay, noun_cues
from quipu.sentences.branches import Tree, case_of
from quipu.sentences.speakers import source_behind
from quipu.sentences.speakers_tree import agent_of, phrase_of, speaker_of

CLAUSES = ("ccomp", "csubj")
DOERS = ("NOUN", "PROPN", "PRON", "NUM")
GOING_ON = ("conj", "obj", "xcomp", "ccomp")
WIDEST_TELLING = 40
"""Tokens from a source to its cue that are taken out of the content together."""


def told_in(tree: Tree, rules: Rules) -> list[tuple[Cue, Heard | None]]:
    """The cues of a sentence in order, with what the tree says of them.

    A verb of speech of which it says nothing comes with None: the order of the words may know more.
    """
    verbs = [(cue, read_branches(tree, cue, rules)) for cue in find_cues(tree.tokens, rules)]
    found = [(cue, heard) for cue, heard in verbs if heard is not None or cue.speech]
    return sorted([*found, *noun_cues(tree, rules), *hearsay(tree, rules)], key=lambda one: one[0].first)


def read_branches(tree: Tree, cue: Cue, rules: Rules) -> Heard | None:
    """The source and content of a cue by the tree; None where the tree shows neither clause nor object."""
    if cue.according:
        return _according(tree, cue, rules)
    if _is_passive(tree, cue.verb):
        return _passive(tree, cue, rules)
    source = speaker_of(tree, cue.verb, rules)
    clause = _clause(tree, cue, source, rules)
    if clause is not None:
        if source is not None and clause[0] <= source[0] and source[1] < min(clause[1], cue.first):
            source = None  # a word of what is said, whose verb was taken for the one above the cue
        return Heard(source, clause, is_clause=True)
    base = rules.bases.get(tuple(token.lower for token in tree.tokens[cue.verb : cue.last]), "")
    if base in rules.words.clause_needed or (cue.speech and _is_inverted(tree, cue)):
        return None
    thing = _thing(tree, cue, rules.words)
    if thing is not None and base in rules.words.figure_verbs:
        told = any(tree.tokens[one].lower in rules.words.figures for one in tree.below(cue.verb, "obj"))
        # Who "it" is, those know who read figures.
        told = told and not (source is not None and tree.tokens[source[0]].pos == "PRON")
        return Heard(source, (thing[0], tree.branch(cue.verb)[1]), is_clause=True) if told else None
    if thing is not None:
        return Heard(source, thing, is_clause=False)
    return _about(tree, cue, source, rules.words) if source is not None else None


def _is_inverted(tree: Tree, cue: Cue) -> bool:
    """ "…, writes Ana Roe": what a tree takes for the object may be the speaker; the words decide."""
    before, after = tree.tokens[cue.first - 1] if cue.first else None, tree.tokens[cue.last : cue.last + 1]
    return before is not None and before.text in MARKS | {","} and bool(after) and after[0].text[0].isupper()


def _about(tree: Tree, cue: Cue, source: Range, words: AttributionWords) -> Heard | None:
    """What a verb without an object speaks or thinks of, right behind it ("warned of a coup")."""
    for one in tree.below(cue.verb, "obl", "advcl"):
        begin, end = tree.branch(one)
        marks = [mark for mark in tree.below(one, "case", "mark") if mark == begin == cue.last]
        if marks and tree.tokens[begin].lower in words.topics and begin + 1 < end:
            return Heard(source, (begin + 1, end), is_clause=False, cue_end=begin + 1)
    return None


def _is_passive(tree: Tree, verb: int) -> bool:
    return bool(tree.below(verb, "nsubj:pass", "csubj:pass", "aux:pass", "obl:agent"))


def _according(tree: Tree, cue: Cue, rules: Rules) -> Heard | None:
    """ "according to X": X is `obl` of the clause that is said."""
    if tree.tokens[cue.verb].pos == "VERB" and tree.is_a(cue.verb, "advcl"):
        return _citing(tree, cue, rules)
    name = tree.head(cue.verb)
    if name < cue.last:
        return None
    source = phrase_of(tree, name, rules)
    above = tree.head(name)
    if source is None or above < 0:
        return None
    source = max(source[0], cue.last), source[1]
    spelt = source_behind(tree.tokens, source[0], rules, over_and=True)
    source = spelt if spelt is not None and spelt[1] > source[1] else source
    content = beside(tree.branch(above, without=(name,)), above, (cue.first, source[1]))
    return Heard(source, content, is_clause=True) if content is not None else None


def _citing(tree: Tree, cue: Cue, rules: Rules) -> Heard | None:
    """ "…, citing the ministry": what the clause before says, or what is said in it."""
    named = tree.below(cue.verb, "obj")
    source = phrase_of(tree, named[0], rules) if named else None
    above = tree.head(cue.verb)
    if source is None or above < 0:
        return None
    said = tree.below(above, *CLAUSES)
    head = said[0] if said else above
    content = beside(tree.branch(head, without=(cue.verb,)), head, (cue.first, source[1]))
    if content is None:
        return None
    told = _own(tree, above, rules) if said else None
    content = beside(content, head, told) if told is not None else content
    return Heard(source, content, is_clause=True) if content is not None else None


def _own(tree: Tree, verb: int, rules: Rules) -> Range | None:
    """A verb of saying together with its speaker."""
    source = speaker_of(tree, verb, rules)
    return (min(source[0], verb), max(source[1], verb + 1)) if source is not None else (verb, verb + 1)


def beside(content: Range, head: int, telling: Range) -> Range | None:
    """The part of a content that holds its head, where cue and source stand inside it."""
    begin, end = content
    begin, end = (begin, min(end, telling[0])) if head < telling[0] else (max(begin, telling[1]), end)
    return (begin, end) if begin < end else None


def _passive(tree: Tree, cue: Cue, rules: Rules) -> Heard | None:
    """ "It was reported that …", "the deaths were confirmed by X", "he is expected to go"."""
    source = agent_of(tree, cue.verb, rules)
    clauses = tree.below(cue.verb, *CLAUSES)
    if clauses:
        content = beside(tree.branch(clauses[0]), clauses[0], (cue.first, cue.last))
        return Heard(source, content, is_clause=True) if content is not None else None
    subjects = tree.below(cue.verb, "nsubj:pass", "csubj:pass")
    deeds = tree.below(cue.verb, "xcomp")
    if not subjects:
        return None
    content = tree.branch(subjects[0])
    if deeds:
        content = min(content[0], tree.branch(deeds[0])[0]), max(content[1], tree.branch(deeds[0])[1])
    elif source is None:
        return None
    return Heard(source, content, is_clause=bool(deeds))


def _clause(tree: Tree, cue: Cue, source: Range | None, rules: Rules) -> Range | None:
    """The clause that is said: on one side of the cue, or around it where the cue was set into it."""
    verb = cue.verb
    clauses = tree.below(verb, *CLAUSES)
    if not clauses and cue.speech:
        clauses = [one for one in tree.below(verb, "parataxis") if not _is_aside(tree, one, cue)]
    near = source is not None and max(source[1], cue.last) - min(source[0], cue.first) <= WIDEST_TELLING
    telling = (min(source[0], cue.first), max(source[1], cue.last)) if source and near else (cue.first, cue.last)
    parts = [part for one in clauses if (part := _part(tree, one, telling, rules)) is not None]
    if parts:
        begin, end = min(first for first, _ in parts), max(last for _, last in parts)
        return begin, clause_end(tree.tokens, begin, rules.words, end)
    if cue.speech and tree.is_a(verb, "parataxis", "discourse"):
        head = tree.head(verb)
        begin, end = tree.branch(head, without=(verb,))
        if head < telling[0]:
            taken_up = end if _goes_on(tree, head, telling[1], end) else telling[0]
            end = max(taken_up, _resumed(tree, head, telling, rules))
        return (begin, end) if begin < telling[0] or telling[1] < end else None
    return None


def _goes_on(tree: Tree, head: int, at: int, end: int) -> bool:
    """Whether a quotation or the clause goes on behind the cue ("…, he said, and two are missing")."""
    marked = any(token.text in MARKS for token in tree.tokens[at : min(at + 3, end)])
    return marked or any(at <= one < end for one in tree.below(head, *GOING_ON))


def _part(tree: Tree, clause: int, telling: Range, rules: Rules) -> Range | None:
    """The branch of a clause on its side of the cue, or all of it where it goes on behind the cue."""
    begin, end = _opened(tree, clause)
    if clause > telling[0]:
        return beside((begin, end), clause, telling)
    end = _resumed(tree, clause, telling, rules)
    # What stands between a clause and who says it belongs to the clause, wherever a tree hangs it.
    return begin, end or telling[0]


def _resumed(tree: Tree, clause: int, telling: Range, rules: Rules) -> int:
    """The end of a second clause behind the cue ("…, he said, and two are missing"); 0 where there is none."""
    verbs = [clause, *(at for at in range(*telling) if tree.tokens[at].pos == "VERB")]
    joined = [one for verb in verbs for one in tree.below(verb, "conj") if one >= telling[1]]
    own = [one for one in joined if _has_doer(tree, one) and not _is_cue(tree, one, rules)]
    return tree.branch(own[0])[1] if own else 0


def _has_doer(tree: Tree, verb: int) -> bool:
    """Whether something that can be its subject stands before a verb in its own branch."""
    return any(tree.tokens[at].pos in DOERS for at in range(tree.branch(verb)[0], verb))


def _is_cue(tree: Tree, at: int, rules: Rules) -> bool:
    return (tree.tokens[at].lower,) in rules.verbs


def _opened(tree: Tree, clause: int) -> Range:
    """The branch of a clause from the "that" that opens it."""
    begin, end = tree.branch(clause)
    marks = [one for one in tree.below(clause, "mark") if one < clause]
    return (marks[0] if marks else begin), end


def _is_aside(tree: Tree, at: int, cue: Cue) -> bool:
    """Whether a parataxis is a clause of its own ("say doctors; the army denies it") rather than what is said."""
    begin = tree.branch(at)[0]
    return begin > cue.first and not any(
        token.text in MARKS | {":"} for token in tree.tokens[max(0, begin - 2) : begin + 1]
    )


def _thing(tree: Tree, cue: Cue, words: AttributionWords) -> Range | None:
    """What is wanted, condemned or called for: a thing or a deed."""
    verb = cue.verb
    particles = tree.below(verb, "compound:prt")
    if tree.tokens[verb].lower in words.framing or any(one >= cue.last for one in particles):
        return None
    deeds = tree.below(verb, "xcomp")
    things = [] if tree.tokens[verb].lower in words.tells else tree.below(verb, "obj")
    if not things and cue.last > verb + 1:
        things = [one for one in tree.below(verb, "obl", "advcl") if tree.branch(one)[0] in range(verb + 1, cue.last)]
    if things and not deeds:
        deeds = [
            one for one in tree.below(verb, "obl", "advcl") if one > things[-1] and case_of(tree, one) in words.reasons
        ]
    parts = [tree.branch(one) for one in (*_meant(tree, verb, things, words), *deeds)]
    parts = [(max(first, cue.last), last) if first >= verb else (first, last) for first, last in parts]
    if not parts:
        return None
    begin, end = min(first for first, _ in parts), max(last for _, last in parts)
    return (begin, end) if begin < end else None


def _meant(tree: Tree, verb: int, things: list[int], words: AttributionWords) -> list[int]:
    """The objects, where one is a relative pronoun the noun that it stands for ("what he called a coup" keeps it)."""
    clause = next((one for one in (verb, *tree.above(verb)) if tree.is_a(one, "acl:relcl")), None)
    if clause is None:
        return things
    noun = tree.head(clause)
    relative = [one for one in things if tree.tokens[one].lower in words.relatives and one < verb]
    return [one for one in things if one not in relative] + (
        [noun] if relative and not tree.below(verb, "xcomp") else []
    )
