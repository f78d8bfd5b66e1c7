"""Parses of parts become one parse; a parse goes into its sentence and changes nothing else."""

from quipu.model import Predicate, Role
from quipu.sentences.readers.parse import Parse, filled, joined
from sentences.readers.tiny import sentences_of

FIRST = Parse(("NOUN", "VERB"), (1, -1), ("nsubj", "root"), ("B-LOC", ""), (Predicate(1, (Role("ARG0", 0, 1),)),))
SECOND = Parse(("VERB", "NOUN"), (-1, 0), ("root", "obj"), ("", "B-PER"), (Predicate(0, (Role("ARG1", 1, 2),)),))


def test_joined_hangs_further_parts_on_the_first_root() -> None:
    found = joined([FIRST, SECOND, SECOND])
    assert found.heads == (1, -1, 1, 2, 1, 4)
    assert found.relations == ("nsubj", "root", "parataxis", "obj", "parataxis", "obj")
    assert found.tags == ("NOUN", "VERB", "VERB", "NOUN", "VERB", "NOUN")
    assert found.entities == ("B-LOC", "", "", "B-PER", "", "B-PER")
    assert found.predicates[2] == Predicate(4, (Role("ARG1", 5, 6),))


def test_joined_of_one_part_is_that_part() -> None:
    assert joined([FIRST]) is FIRST


def test_filled_keeps_words_and_spans() -> None:
    sent = sentences_of("Lima Fled")[0]
    found = filled(sent, FIRST, "en")
    assert [(token.span, token.text) for token in found.tokens] == [(token.span, token.text) for token in sent.tokens]
    assert [(t.pos, t.head, t.relation, t.entity) for t in found.tokens] == [
        ("NOUN", 1, "nsubj", "B-LOC"),
        ("VERB", -1, "root", ""),
    ]
    assert found.tokens[1].lower == "fled"
    assert found.tokens[1].lemma
    assert found.predicates == FIRST.predicates
    assert (found.span, found.index, found.paragraph) == (sent.span, sent.index, sent.paragraph)
