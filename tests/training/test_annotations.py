"""Every annotation file keeps to the guideline, and the checker refuses what does not, each for its own reason."""

from pathlib import Path

import pytest

from training.annotated import COLUMNS, Malformed, read_blocks, read_sentence
from training.check import FOLDER, counts_of, faults_of, main, read_part, shared_faults

FILES = sorted(FOLDER.glob("*/*.conllup"))
SOUND = """\
# sent_id = made-001
# genre = news
# text = Police opened fire on marchers in Sucre, a nurse said.
# predicate = 2 | ARGM-PRR 3-3
# predicate = 3 | ARG0 1-1 | ARGM-LVB 2-2 | ARGM-GOL 4-5 | ARGM-LOC 6-7
# predicate = 11 | ARG1 1-7 | ARG0 9-10
# attribution = source 9-10 | cue 11 | content 1-7
1	Police	NOUN	2	nsubj	O
2	opened	VERB	11	ccomp	O
3	fire	NOUN	2	obj	O
4	on	ADP	5	case	O
5	marchers	NOUN	2	obl	O
6	in	ADP	7	case	O
7	Sucre	PROPN	2	obl	B-LOC
8	,	PUNCT	2	punct	O
9	a	DET	10	det	O
10	nurse	NOUN	11	nsubj	O
11	said	VERB	0	root	O
12	.	PUNCT	11	punct	O"""
BROKEN = [  # what is written, what stands there instead, the one reason given
    ("genre = news", "genre = novel", "unknown genre 'novel'"),
    ("marchers in", "marchers near", "word 6 'in' is not next in the text"),
    ("nurse said.", "nurse said. Twice.", "text goes on after the last word: ' Twice.'"),
    ("12\t.", "13\t.", "words are not numbered from 1 upwards"),
    (
        "5\tmarchers\tNOUN\t2\tobl",
        "5\tmarchers\t_\t_\t_",
        "the tree is not whole: some words have no tag, head or relation",
    ),
    ("1\tPolice\tNOUN", "1\tPolice\tNN", "word 1: unknown tag 'NN'"),
    ("2\tnsubj", "2\tsubject", "word 1: unknown relation 'subject'"),
    ("9\ta\tDET", "9\ta\tNOUN", "word 9: NOUN cannot be det"),
    ("9\ta\tDET\t10", "9\ta\tDET\t19", "word 9: head 19 is not in the sentence"),
    ("9\ta\tDET\t10", "9\ta\tDET\t9", "word 9 is in or under a circle"),
    ("5\tmarchers\tNOUN\t2\tobl", "5\tmarchers\tNOUN\t0\troot", "2 roots"),
    ("5\tmarchers\tNOUN\t2\tobl", "5\tmarchers\tNOUN\t2\troot", "word 5: head 2 with relation 'root'"),
    ("3\tfire\tNOUN\t2\tobj", "3\tfire\tNOUN\t5\tconj", "word 3: conj must stand after its head"),
    ("3\tfire\tNOUN\t2\tobj", "3\tfire\tNOUN\t8\tobj", "word 3: obj under 8, a punct"),
    ("8\t,\tPUNCT\t2", "8\t,\tPUNCT\t1", "word 8: punctuation crosses the arc of word 2"),
    ("B-LOC", "B-TOWN", "word 7: unknown name tag 'B-TOWN'"),
    ("B-LOC", "I-LOC", "word 7: I-LOC goes on what has not begun"),
    ("ARGM-GOL 4-5", "ARGM-AIM 4-5", "predicate 3: unknown role 'ARGM-AIM'"),
    ("ARGM-LOC 6-7", "ARGM-LOC 6-17", "predicate 3: ARGM-LOC 6-17 is no range of the sentence"),
    ("ARGM-LOC 6-7", "ARGM-LOC 7-6", "predicate 3: ARGM-LOC 7-6 is no range of the sentence"),
    ("ARGM-LOC 6-7", "ARGM-LOC 5-7", "predicate 3: ARGM-GOL and ARGM-LOC overlap"),
    ("ARGM-LOC 6-7", "ARGM-LOC 6-8", "predicate 3: ARGM-LOC 6-8 begins or ends with a mark"),
    ("ARGM-LOC 6-7", "ARG0 6-7", "predicate 3: ARG0 is there twice"),
    ("ARGM-LOC 6-7", "C-ARG1 6-7", "predicate 3: C-ARG1 goes on no ARG1"),
    ("ARGM-LOC 6-7", "ARGM-LOC 7", "predicate 3: ARGM-LOC is not written as a range"),
    ("ARG0 9-10\n", "ARG0 9-11\n", "predicate 11: ARG0 holds the predicate itself"),
    ("predicate = 11", "predicate = 21", "predicate 21 is not in the sentence"),
    ("predicate = 11", "predicate = 3", "predicates are not in the order of their words, each once"),
    ("ARGM-PRR 3-3", "ARG1 3-3", "predicates 2 and 3: ARGM-PRR and ARGM-LVB do not answer each other"),
    ("cue 11", "cue 11-11", "attribution: cue of 11-11: a cue of one word is one number, all else a range"),
    ("cue 11", "verb 11-11", "attribution: unknown field 'verb'"),
    (" | content 1-7", "", "attribution: has not one cue, at most one source and a content"),
    ("content 1-7", "content 1-9", "attribution: content and source overlap"),
]
MALFORMED = [
    ("genre = news\n", "genre = news\n# author = me\n", "unknown comment '# author = me'"),
    ("# genre = news\n", "", "genre is given 0 times"),
    ("1\tPolice\tNOUN\t2\tnsubj\tO", "1\tPolice\tNOUN\t2\tnsubj", "not a row of six columns"),
    ("1\tPolice\tNOUN\t2", "1\tPolice\tNOUN\tx", "head 'x' is no number"),
    ("predicate = 2 |", "predicate = two |", "predicate 'two' is no number"),
    ("ARG0 1-1", "ARG0 1-", "'ARG0 1-' is not a label and a range"),
]


def _faults(old: str, new: str) -> list[str]:
    assert old in SOUND
    return list(faults_of(read_sentence(SOUND.replace(old, new, 1).split("\n"))))


def test_a_sound_sentence_has_no_fault() -> None:
    assert _faults("news", "news") == []


@pytest.mark.parametrize(("old", "new", "reason"), BROKEN, ids=[row[2] for row in BROKEN])
def test_what_breaks_the_guideline_is_told(old: str, new: str, reason: str) -> None:
    assert reason in _faults(old, new)


@pytest.mark.parametrize(("old", "new", "reason"), MALFORMED, ids=[row[2] for row in MALFORMED])
def test_what_is_not_of_the_format_is_refused(old: str, new: str, reason: str) -> None:
    with pytest.raises(Malformed, match=reason):
        read_sentence(SOUND.replace(old, new, 1).split("\n"))


def test_a_quotation_mark_may_end_a_span_that_holds_its_pair() -> None:
    text = SOUND.replace("in Sucre", 'in "Sucre"')
    for number, shift in ((12, 14), (11, 13), (10, 12), (9, 11), (8, 10), (7, 8)):
        text = text.replace(f"\n{number}\t", f"\n{shift}\t")
    head, rows = text.split("\n1\tPolice")
    rows = rows.replace("\n8\tSucre", '\n7\t"\t_\t_\t_\tO\n8\tSucre').replace("\n10\t,", '\n9\t"\t_\t_\t_\tO\n10\t,')
    bare = [row.split("\t") for row in f"1\tPolice{rows}".split("\n")]
    lines = ["\t".join((number, form, "_", "_", "_", name)) for number, form, _, _, _, name in bare]
    roles = "# predicate = 3 | ARGM-LOC 6-9"
    kept = [line for line in head.split("\n") if not line.startswith(("# predicate", "# attribution"))]
    assert list(faults_of(read_sentence([*kept, roles, *lines]))) == []
    assert list(faults_of(read_sentence([*kept, roles.replace("6-9", "7-8"), *lines]))) == [
        "predicate 3: ARGM-LOC 7-8 begins or ends with a mark"
    ]


def test_a_file_without_its_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.conllup").write_text(SOUND, encoding="utf-8")
    assert read_part(tmp_path)[1] == [f"x.conllup: first line is not {COLUMNS!r}"]


def test_a_sentence_in_both_parts_is_told_in_any_capitals() -> None:
    one = read_sentence(SOUND.split("\n"))
    other = read_sentence(SOUND.replace("made-001", "made-002").replace("Police", "POLICE").split("\n"))
    text = one.text.casefold()
    assert list(shared_faults({"train": [one], "test": [other]})) == [f"text {text!r} is there 2 times"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_shipped_file_keeps_to_the_guideline(path: Path) -> None:
    sents = [read_sentence(lines) for lines in read_blocks(path)]
    assert sents
    assert [(sent.sent_id, fault) for sent in sents for fault in faults_of(sent)] == []


def test_there_is_enough_and_no_sentence_is_both_learnt_and_tested() -> None:
    parts = {name: read_part(FOLDER / name)[0] for name in ("train", "test")}
    counts = counts_of([sent for sents in parts.values() for sent in sents])
    assert counts["sentences"] >= 400
    assert counts["trees"] >= 120
    assert list(shared_faults(parts)) == []


def test_the_command_counts_by_part_and_genre(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].split("\t")[:3] == ["part", "genre", "sentences"]
    assert "test\tall\t110\t66" in "\n".join(told)
