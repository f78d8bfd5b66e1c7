"""Attributions where the sentence has a tree. Texts are the trees' words with blanks between."""

import pytest

from quipu.sentences.attributions import find_attributions
from quipu.sentences.branches import Tree
from quipu.sentences.split import split_sentences
from sentences.drawn import drawn

# A tree, then (source, cue, content, factual) of every attribution, in order of content.
TREES = {
    "the clause stands before": (
        "Nine/NUM/nsubj>1 died/VERB/ccomp>6 ,/PUNCT/punct>1 the/DET/det>5 prison/NOUN/compound>5 warden/NOUN/nsubj>6 "
        "said/VERB/root>-1 on/ADP/case>8 Monday/PROPN/obl>1 ./PUNCT/punct>6",
        [("the prison warden", "said", "Nine died", True)],
    ),
    "and goes on behind": (
        "Nine/NUM/nsubj>1 died/VERB/ccomp>5 so/ADV/advmod>5 ,/PUNCT/punct>5 doctors/NOUN/nsubj>5 said/VERB/root>-1 "
        ",/PUNCT/punct>9 and/CCONJ/cc>9 ten/NUM/nsubj>9 fled/VERB/conj>5 ./PUNCT/punct>5",
        [("doctors", "said", "Nine died so , doctors said , and ten fled", True)],
    ),
    "and so where the cue hangs on it": (
        "Nine/NUM/nsubj>1 died/VERB/root>-1 ,/PUNCT/punct>4 doctors/NOUN/nsubj>4 said/VERB/parataxis>1 ,/PUNCT/punct>8 "
        "and/CCONJ/cc>8 ten/NUM/nsubj>8 fled/VERB/conj>4 ./PUNCT/punct>1",
        [("doctors", "said", "Nine died , doctors said , and ten fled", True)],
    ),
    "set into the middle": (
        "The/DET/det>1 toll/NOUN/nsubj>7 ,/PUNCT/punct>5 the/DET/det>4 ministry/NOUN/nsubj>5 said/VERB/parataxis>7 "
        ",/PUNCT/punct>5 rose/VERB/root>-1 to/ADP/case>9 20/NUM/obl>7 ./PUNCT/punct>7",
        [("the ministry", "said", "The toll , the ministry said , rose to 20", True)],
    ),
    "a clause behind that begins with its mark": (
        "The/DET/det>1 mayor/NOUN/nsubj>2 told/VERB/root>-1 reporters/NOUN/iobj>2 on/ADP/case>5 Friday/PROPN/obl>9 "
        "that/SCONJ/mark>9 schools/NOUN/nsubj:pass>9 were/AUX/aux:pass>9 shut/VERB/ccomp>2 ./PUNCT/punct>2",
        [("The mayor", "told", "that schools were shut", True)],
    ),
    "what is called for and whom they accuse": (
        "The/DET/det>1 union/NOUN/nsubj>6 ,/PUNCT/punct>4 which/PRON/nsubj>4 marched/VERB/acl:relcl>1 ,/PUNCT/punct>4 "
        "called/VERB/root>-1 for/ADP/case>9 early/ADJ/amod>9 elections/NOUN/obl>6 and/CCONJ/cc>11 "
        "accused/VERB/conj>6 police/NOUN/obj>11 of/SCONJ/mark>14 beating/VERB/advcl>11 two/NUM/nummod>16 "
        "members/NOUN/obj>14 ./PUNCT/punct>6",
        [("The union", "called for", "early elections", False),
         ("The union", "accused", "police of beating two members", True)],
    ),
    "one speaker for a participle": (
        "Poe/PROPN/nsubj>1 resigned/VERB/root>-1 ,/PUNCT/punct>3 saying/VERB/advcl>1 he/PRON/nsubj>6 was/AUX/cop>6 "
        "tired/ADJ/ccomp>3 ./PUNCT/punct>1",
        [("Poe", "saying", "he was tired", True)],
    ),
    "the noun that a relative clause hangs on speaks": (
        "The/DET/det>1 nurse/NOUN/nsubj>7 who/PRON/nsubj>3 said/VERB/acl:relcl>1 nine/NUM/nsubj>5 died/VERB/ccomp>3 "
        "has/AUX/aux>7 left/VERB/root>-1 ./PUNCT/punct>7",
        [("The nurse", "said", "nine died", True)],
    ),
    "according to": (
        "Two/NUM/nsubj>1 died/VERB/root>-1 in/ADP/case>3 Lima/PROPN/obl>1 ,/PUNCT/punct>8 according/VERB/case>8 "
        "to/ADP/fixed>5 the/DET/det>8 ombudsman/NOUN/obl>1 ./PUNCT/punct>1",
        [("the ombudsman", "according to", "Two died in Lima", True)],
    ),
    "a passive with by": (
        "The/DET/det>1 deaths/NOUN/nsubj:pass>3 were/AUX/aux:pass>3 confirmed/VERB/root>-1 by/ADP/case>6 the/DET/det>6 "
        "clinic/NOUN/obl:agent>3 ./PUNCT/punct>3",
        [("the clinic", "were confirmed", "The deaths", True)],
    ),
    "what somebody is expected to do": (
        "She/PRON/nsubj:pass>2 is/AUX/aux:pass>2 expected/VERB/root>-1 to/PART/mark>4 resign/VERB/xcomp>2 "
        "./PUNCT/punct>2",
        [(None, "is expected", "She is expected to resign", False)],
    ),
    "a noun of saying with a clause": (
        "The/DET/det>1 army/NOUN/nmod:poss>3 's/PART/case>1 claim/NOUN/nsubj>8 that/SCONJ/mark>6 nobody/PRON/nsubj>6 "
        "died/VERB/acl>3 is/AUX/cop>8 false/ADJ/root>-1 ./PUNCT/punct>8",
        [("The army", "claim", "that nobody died", True)],
    ),
    "a noun of wishing": (
        "They/PRON/nsubj>1 rejected/VERB/root>-1 its/PRON/nmod:poss>3 demand/NOUN/obj>1 for/ADP/case>6 a/DET/det>6 "
        "pardon/NOUN/nmod>3 ./PUNCT/punct>1",
        [("They", "rejected", "its demand for a pardon", False), ("its", "demand", "a pardon", False)],
    ),
    "hearsay": (
        "Forty/NUM/nsubj:pass>3 were/AUX/aux:pass>3 reportedly/ADV/advmod>3 beaten/VERB/root>-1 ./PUNCT/punct>3",
        [(None, "reportedly", "Forty were reportedly beaten", True)],
    ),
    "a figure is put": (
        "Doctors/NOUN/nsubj>1 put/VERB/root>-1 the/DET/det>3 toll/NOUN/obj>1 at/ADP/case>5 nine/NUM/obl>1 "
        "./PUNCT/punct>1",
        [("Doctors", "put", "the toll at nine", True)],
    ),
    "a fence is put too": (
        "Soldiers/NOUN/nsubj>1 put/VERB/root>-1 a/DET/det>3 fence/NOUN/obj>1 at/ADP/case>6 the/DET/det>6 "
        "gate/NOUN/obl>1 ./PUNCT/punct>1",
        [],
    ),
    "citing somebody": (
        "Nine/NUM/nsubj>1 died/VERB/ccomp>4 ,/PUNCT/punct>1 radio/NOUN/nsubj>4 reported/VERB/root>-1 ,/PUNCT/punct>6 "
        "citing/VERB/advcl>4 hospital/NOUN/compound>8 officials/NOUN/obj>6 ./PUNCT/punct>4",
        [("radio", "reported", "Nine died", True), ("hospital officials", "citing", "Nine died", True)],
    ),
    "who it is that puts a figure is not known here": (
        "It/PRON/nsubj>1 put/VERB/root>-1 the/DET/det>3 toll/NOUN/obj>1 at/ADP/case>5 nine/NUM/obl>1 ./PUNCT/punct>1",
        [],
    ),
    "a clause of its own behind the speaker": (
        "Nine/NUM/nsubj>1 died/VERB/parataxis>3 ,/PUNCT/punct>1 say/VERB/root>-1 doctors/NOUN/nsubj>3 ;/PUNCT/punct>7 "
        "police/NOUN/nsubj>7 disagree/VERB/parataxis>3 ./PUNCT/punct>3",
        [("doctors", "say", "Nine died", True)],
    ),
    "a verb with a particle is another verb": (
        "The/DET/det>1 union/NOUN/nsubj>2 called/VERB/root>-1 off/ADP/compound:prt>2 its/PRON/nmod:poss>5 "
        "march/NOUN/obj>2 ./PUNCT/punct>2",
        [],
    ),
    "a plan is no verb": (
        "The/DET/det>2 march/NOUN/compound>2 plan/NOUN/nsubj>4 is/AUX/cop>4 old/ADJ/root>-1 ./PUNCT/punct>4",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tree", "wanted"), TREES.values(), ids=TREES)
def test_attributions_follow_the_tree(tree: str, wanted: list[tuple[str | None, str, str, bool]]) -> None:
    text, sent = drawn(tree)
    found = find_attributions(text, (sent,), "en")
    rows = [(a.source and a.source.of(text), a.cue and a.cue.of(text), a.content.of(text), a.factual) for a in found]
    assert rows == wanted


def test_attributions_without_a_tree_know_no_verbs_that_only_a_tree_tells() -> None:
    text = "The bishop rebuked the general."
    assert find_attributions(text, split_sentences(text, "en"), "en") == ()


def test_tree_is_none_where_no_reader_ran() -> None:
    assert Tree.of(split_sentences("Nine died.", "en")[0].tokens) is None


def test_tree_branch_leaves_out_what_it_is_told_to() -> None:
    _, sent = drawn("Old/ADJ/amod>1 dogs/NOUN/nsubj>2 bark/VERB/root>-1 at/ADP/case>4 night/NOUN/obl>2")
    tree = Tree.of(sent.tokens)
    assert tree is not None
    assert (tree.branch(2), tree.branch(2, without=(4,)), tree.branch(1)) == ((0, 5), (0, 3), (0, 2))
    assert tree.below(2, "obl", "nsubj") == [1, 4]
    assert tree.above(0) == [1, 2]
