"""Spanish trees: merged tokens and one convention. The sentences are ours."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.spanish import Word, as_published, from_ancora, from_gsd, merge, published_relation, read_treebank
from training.spanish_names import names, typed

PART, FINITE, RELATIVE = "Gender=Masc|VerbForm=Part", "Mood=Ind|VerbForm=Fin", "PronType=Int,Rel"


def words(*rows):
    """Words of `form tag head relation [lemma [features]]`, heads counted from 0."""
    return tuple(Word(row[0], row[1], row[2], row[3], *row[4:]) for row in rows)


# El jefe de(1) el(1) ejército: "de" and "el" both hang on the noun.
ARMY = words(
    ("jefe", "NOUN", -1, "root"), ("de", "ADP", 3, "case"), ("el", "DET", 3, "det"), ("ejército", "NOUN", 0, "nmod")
)
# Quieren reunir se pronto
MEET = words(
    ("Quieren", "VERB", -1, "root"), ("reunir", "VERB", 0, "xcomp"), ("se", "PRON", 1, "expl:pv"),
    ("pronto", "ADV", 1, "advmod"),
)  # fmt: skip
# A lo contrario: a dependent of the merged part that vanishes moves to the part that stands.
CHILD = words(
    ("a", "ADP", 2, "case"), ("el", "DET", 2, "det"), ("norte", "NOUN", -1, "root"), ("mismo", "ADJ", 1, "amod")
)

MERGED = [
    pytest.param(ARMY, [(1, 2, "del")], "jefe del ejército", (-1, 2, 0), ("root", "case", "nmod"), id="del"),
    pytest.param(
        MEET, [(1, 2, "reunirse")], "Quieren reunirse pronto", (-1, 0, 1), ("root", "xcomp", "advmod"), id="verb-clitic"
    ),
    pytest.param(CHILD, [(0, 1, "al")], "al norte mismo", (1, -1, 0), ("case", "root", "amod"), id="orphaned-child"),
    pytest.param(ARMY, [], "jefe de el ejército", (-1, 3, 3, 0), ("root", "case", "det", "nmod"), id="nothing"),
]


@pytest.mark.parametrize(("parts", "groups", "text", "heads", "relations"), MERGED)
def test_groups_become_one_word(parts, groups, text, heads, relations):
    found = merge(parts, groups)
    assert " ".join(word.form for word in found) == text
    assert tuple(word.head for word in found) == heads
    assert tuple(word.relation for word in found) == relations


@st.composite
def trees_with_groups(draw):
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = [-1] * size
    for number, at in enumerate(order[1:], 1):
        heads[at] = order[draw(st.integers(0, number - 1))]
    cuts = sorted(draw(st.sets(st.integers(0, size), max_size=4)))
    groups = [(first, last - 1, "x") for first, last in zip(cuts[::2], cuts[1::2], strict=False) if last - first > 1]
    return tuple(Word(str(at), "X", head, "dep") for at, head in enumerate(heads)), groups


@given(trees_with_groups())
def test_a_merged_tree_is_a_tree(case):
    parts, groups = case
    found = merge(parts, groups)
    assert len(found) == len(parts) - sum(last - first for first, last, _ in groups)
    assert [word.head for word in found].count(-1) == 1
    for at in range(len(found)):
        seen = set()
        while at >= 0:
            assert at not in seen
            seen.add(at)
            at = found[at].head


# La ministra fue acusada por la oposición que había perdido en 2021
ACCUSED = words(
    ("La", "DET", 1, "det"), ("ministra", "NOUN", 3, "nsubj"), ("fue", "AUX", 3, "aux", "ser", FINITE),
    ("acusada", "VERB", -1, "root", "acusar", PART), ("por", "ADP", 6, "case"), ("la", "DET", 6, "det"),
    ("oposición", "NOUN", 3, "obj"), ("que", "PRON", 9, "nsubj", "que", RELATIVE),
    ("había", "AUX", 9, "aux", "haber", FINITE), ("perdido", "VERB", 6, "acl", "perder", PART),
    ("en", "ADP", 11, "case"), ("2021", "NOUN", 9, "obl"),
)  # fmt: skip
ANCORA = [
    pytest.param(1, "NOUN", "nsubj:pass", id="subject-of-a-passive"),
    pytest.param(2, "AUX", "aux:pass", id="auxiliary-of-a-passive"),
    pytest.param(6, "NOUN", "obl:agent", id="agent"),
    pytest.param(7, "PRON", "nsubj", id="subject-of-an-active-clause"),
    pytest.param(8, "AUX", "aux", id="auxiliary-of-the-perfect"),
    pytest.param(9, "VERB", "acl:relcl", id="relative-clause"),
    pytest.param(11, "NUM", "obl", id="year"),
]


@pytest.mark.parametrize(("at", "tag", "relation"), ANCORA)
def test_ancora_speaks_as_we_do(at, tag, relation):
    word = from_ancora(ACCUSED)[at]
    assert (word.tag, word.relation) == (tag, relation)


def _object(verb, preposition, *, features=FINITE, auxiliary=None):
    helper = [] if auxiliary is None else [("ha", "AUX", 0, "aux", auxiliary, FINITE)]
    case = [] if preposition is None else [(preposition, "ADP", 1, "case")]
    return words((verb, "VERB", -1, "root", verb, features), ("Lima", "PROPN", 0, "obj"), *case, *helper)


OBJECTS = [
    pytest.param(_object("tomó", None), "obj", id="direct"),
    pytest.param(_object("atacó", "a"), "obj", id="marked-person"),
    pytest.param(_object("atacó", "Al"), "obj", id="marked-person-merged"),
    pytest.param(_object("confía", "en"), "obl:arg", id="demanded-preposition"),
    pytest.param(_object("luchado", "por", features=PART, auxiliary="haber"), "obl:arg", id="perfect-is-no-passive"),
    pytest.param(_object("acusado", "por", features=PART), "obl:agent", id="bare-participle"),
    pytest.param(_object("luchó", "por"), "obl:arg", id="active"),
]


@pytest.mark.parametrize(("given_words", "relation"), OBJECTS)
def test_an_object_with_a_preposition_is_none(given_words, relation):
    assert from_ancora(given_words)[1].relation == relation


@pytest.mark.parametrize(
    ("case", "relation"),
    [(None, "iobj"), ("a", "iobj"), ("con", "obl:arg")],
    ids=["clitic", "with-a", "other-preposition"],
)
def test_gsd_names_its_indirect_objects(case, relation):
    given_words = words(
        ("dio", "VERB", -1, "root"), ("ellos", "PRON", 0, "obl:arg"), *([(case, "ADP", 1, "case")] if case else [])
    )
    assert from_gsd(given_words)[1].relation == relation


@pytest.mark.parametrize("at", range(len(ACCUSED)))
def test_what_was_renamed_can_be_named_as_published(at):
    assert published_relation(from_ancora(ACCUSED)[at].relation) == ACCUSED[at].relation.split(":")[0]


def test_a_file_is_read_with_its_groups_and_without_its_empty_nodes(tmp_path):
    rows = [
        "# sent_id = s1",
        "1\tSalió\tsalir\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_",
        "1.1\t_\t_\t_\t_\t_\t_\t_\t_\t_",
        "2-3\tdel\t_\t_\t_\t_\t_\t_\t_\t_",
        "2\tde\tde\tADP\t_\t_\t4\tcase\t_\t_",
        "3\tel\tel\tDET\t_\t_\t4\tdet\t_\t_",
        "4\tcuartel\tcuartel\tNOUN\t_\t_\t1\tobl\t_\t_",
        "",
    ]
    path = tmp_path / "one.conllu.gz"
    path.write_bytes(gzip.compress("\n".join(rows).encode()))
    (example,) = read_treebank(path, as_published)
    assert (example.key, example.words) == ("s1", ("Salió", "del", "cuartel"))
    assert (example.tags, example.heads) == (("VERB", "ADP", "NOUN"), (-1, 2, 0))
    assert example.relations == ("root", "case", "obl")


TYPED = ("np0000p", "aq0", "np0000o", "_", "_", "np0000a")
FORMS = ("Lema", "visitó", "Corte", "del", "Pueblo", "Novela")


@pytest.mark.parametrize(
    ("note", "labels"),
    [
        pytest.param("_", "B-PER O B-ORG O O O", id="one-word"),
        pytest.param("MWE=Corte_del_Pueblo|MWEPOS=PROPN", "B-PER O B-ORG I-ORG I-ORG O", id="several-words"),
        pytest.param("SpaceAfter=No|MWE=Corte_de_Lima", "B-PER O B-ORG O O O", id="other-words-than-follow"),
        pytest.param("MWE=Corte_del_Pueblo_Novela_Más", "B-PER O B-ORG O O O", id="past-the-end"),
    ],
)
def test_a_typed_name_reaches_as_far_as_it_is_written(note, labels):
    notes = ["_", "_", note, "_", "_", "_"]
    assert " ".join(names(FORMS, TYPED, notes)) == labels


@pytest.mark.parametrize(
    ("tags", "known"),
    [(TYPED, True), ((*TYPED, "np00000"), False), (("nc0", "_"), False)],
    ids=["typed", "one-untyped", "no-names"],
)
def test_names_are_known_where_a_document_types_all(tags, known):
    assert typed(tags) is known
