"""The reader's scores, on samples small enough to count by hand."""

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest
from conllu import Tree, Word, text_of, trees_of
from reader import Parse, measure_parser, names_of, own_words, score_lemmas
from reader_scores import Name, Predicate, Role, Score, score_names, score_raw, score_roles, score_trees

SAMPLE = """# newdoc id = one
# newpar
# sent_id = 1
# text = Dockers didn't march.
1\tDockers\tdocker\tNOUN\t_\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tmarch\tmarch\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_
5.1\tthere\t_\t_\t_\t_\t_\t_\t_\t_

# sent_id = 2
# text = Salieron del puerto
1\tSalieron\tsalir\tVERB\t_\t_\t0\troot\t_\t_
2-3\tdel\t_\t_\t_\t_\t_\t_\t_\t_
2\tde\tde\tADP\t_\t_\t4\tcase\t_\t_
3\tel\tel\tDET\t_\t_\t4\tdet\t_\t_
4\tpuerto\tpuerto\tNOUN\t_\t_\t1\tobl\t_\t_
"""


def _trees(*, merge: bool = False) -> list[Tree]:
    return list(trees_of(SAMPLE.splitlines(keepends=True), merge=merge))


def test_trees_split_what_adds_up_and_merge_what_does_not() -> None:
    english, spanish = _trees()
    assert [word.form for word in english.words] == ["Dockers", "did", "n't", "march", "."]
    assert spanish.words == (
        Word("Salieron", "salir", "VERB", 0, "root"),
        Word("del", "de", "ADP", 3, "case"),
        Word("puerto", "puerto", "NOUN", 1, "obl"),
    )


def test_trees_merge_every_multiword_token_and_renumber_heads() -> None:
    words = _trees(merge=True)[0].words
    assert [(word.form, word.head) for word in words] == [("Dockers", 3), ("didn't", 3), ("march", 0), (".", 3)]


def test_text_has_blank_lines_only_between_paragraphs() -> None:
    assert text_of(_trees()) == "Dockers didn't march. Salieron del puerto"
    assert text_of([*_trees(), *_trees()]).count("\n\n") == 1


def _sent(*words: tuple[str, str, int, str]) -> tuple[Word, ...]:
    return tuple(Word(form, form.lower(), tag, head, relation) for form, tag, head, relation in words)


GOLD = _sent(("Dockers", "NOUN", 2, "nsubj"), ("march", "VERB", 0, "root"), (".", "PUNCT", 2, "punct"))
WRONG = _sent(("Dockers", "NOUN", 2, "nsubj:pass"), ("march", "NOUN", 0, "root"), (".", "PUNCT", 1, "punct"))


def test_score_trees_counts_subtypes_and_punctuation() -> None:
    scores = score_trees([GOLD], [WRONG])
    assert {key: score.right for key, score in scores.items()} == {"upos": 2, "uas": 2, "las": 1}
    with pytest.raises(ValueError, match="shorter"):
        score_trees([GOLD], [WRONG[:2]])


def test_score_raw_aligns_words_by_their_letters() -> None:
    cut = (
        _sent(("Dock", "X", 2, "dep"), ("ers", "NOUN", 3, "nsubj"), ("march", "VERB", 0, "root")),
        _sent((".", "PUNCT", 0, "root")),
    )
    scores = score_raw([GOLD], cut)
    assert scores["words"] == Score(2, 3, 4)
    assert scores["sentences"] == Score(0, 1, 2)
    assert scores["upos"] == Score(2, 3, 4)
    assert scores["uas"] == Score(1, 3, 4)
    assert scores["words"].f1 == pytest.approx(4 / 7)
    with pytest.raises(ValueError, match="same text"):
        score_raw([GOLD], [GOLD[:2]])


def test_score_names_wants_words_and_label() -> None:
    gold = [[Name(0, 2, "PER"), Name(3, 4, "LOC")]]
    assert score_names(gold, [[Name(0, 2, "PER"), Name(3, 4, "ORG"), Name(5, 6, "LOC")]]) == Score(1, 2, 3)


def test_score_roles_looks_at_golds_predicates_and_core_roles_only() -> None:
    gold = [[Predicate(2, [Role("ARG0", 0, 1), Role("ARGM-TMP", 4, 5)]), Predicate(6, [Role("ARG1", 7, 9)])]]
    said = [[Predicate(2, [Role("ARG0", 0, 1), Role("ARG1", 3, 4)]), Predicate(5, [Role("ARG1", 7, 9)])]]
    assert score_roles(gold, said) == Score(1, 2, 2)


def test_names_of_bio_tags() -> None:
    tags = ["B-PER", "I-PER", "B-PER", "O", "I-LOC", "I-ORG"]
    assert names_of(tags) == [Name(0, 2, "PER"), Name(2, 3, "PER"), Name(4, 5, "LOC"), Name(5, 6, "ORG")]


def _chain(sentences: Sequence[Sequence[str]]) -> list[Parse]:
    """Every word a noun that hangs on the one before it."""
    return [Parse(["NOUN"] * len(s), range(len(s)), ["root"] + ["dep"] * (len(s) - 1)) for s in sentences]


def test_measure_parser_reads_a_treebank(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "ud_en_own.test.conllu.gz", "wt", encoding="utf-8") as file:
        file.write(SAMPLE)
    scores = measure_parser(_chain, tmp_path, "ud_en_own.test")
    assert scores["upos"] == Score(2, 8, 8)
    assert scores["uas"].right == 2  # "Salieron" is a root, "." hangs on "march"
    assert scores["raw_words"].f1 == 1.0
    assert scores["raw_uas"].right == scores["uas"].right


def test_own_words_and_lemmas() -> None:
    assert [[word.form for word in sent] for sent in own_words("Two died. He can't.", "en")] == [
        ["Two", "died", "."],
        ["He", "ca", "n't", "."],
    ]
    assert score_lemmas(_trees()[:1], "en").f1 == 1.0
