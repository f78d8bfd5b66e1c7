"""ClearNLP trees as Universal Dependencies: drawn by hand, a word a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.sentences.readers.clear_labels import ROOT, to_universal, universal

# Each word: text, tag, governor and label as spaCy's English pipelines give them, then governor and relation in UD.
TREES = {
    "passive with agent and place": """
        Two      NUM   miners  nummod    miners  nummod
        miners   NOUN  killed  nsubjpass killed  nsubj:pass
        were     AUX   killed  auxpass   killed  aux:pass
        killed   VERB  -       ROOT      -       root
        by       ADP   killed  agent     police  case
        police   NOUN  by      pobj      killed  obl:agent
        in       ADP   killed  prep      Calama  case
        Calama   PROPN in      pobj      killed  obl
        .        PUNCT killed  punct     killed  punct""",
    "object and the noun's own phrase": """
        Police   NOUN  fired   nsubj     fired   nsubj
        fired    VERB  -       ROOT      -       root
        gas      NOUN  fired   dobj      fired   obj
        at       ADP   fired   prep      crowd   case
        the      DET   crowd   det       crowd   det
        crowd    NOUN  at      pobj      fired   obl
        of       ADP   crowd   prep      miners  case
        miners   NOUN  of      pobj      crowd   nmod""",
    "copula": """
        Calama   PROPN was     nsubj     calm    nsubj
        was      AUX   -       ROOT      calm    cop
        not      PART  was     neg       calm    advmod
        calm     ADJ   was     acomp     -       root
        .        PUNCT was     punct     calm    punct""",
    "there were": """
        There    PRON  were    expl      were    expl
        were     AUX   -       ROOT      -       root
        deaths   NOUN  were    attr      were    nsubj""",
    "two prepositions": """
        Troops   NOUN  moved   nsubj     moved   nsubj
        moved    VERB  -       ROOT      -       root
        out      ADP   moved   prep      Calama  case
        of       ADP   out     prep      Calama  case
        Calama   PROPN of      pobj      moved   obl""",
    "a chain of conjuncts": """
        Cusco    PROPN close   nsubj     close   nsubj
        ,        PUNCT Cusco   punct     Cusco   punct
        Puno     PROPN Cusco   conj      Cusco   conj
        and      CCONJ Puno    cc        Tacna   cc
        Tacna    PROPN Puno    conj      Cusco   conj
        close    VERB  -       ROOT      -       root""",
    "clause behind a preposition": """
        They     PRON  left    nsubj     left    nsubj
        left     VERB  -       ROOT      -       root
        after    ADP   left    prep      talking mark
        talking  VERB  after   pcomp     left    advcl""",
    "infinitive, hearer, bare time": """
        They     PRON  agreed  nsubj     agreed  nsubj
        agreed   VERB  -       ROOT      -       root
        to       PART  give    aux       give    mark
        give     VERB  agreed  xcomp     agreed  xcomp
        her      PRON  give    dative    give    iobj
        time     NOUN  give    dobj      give    obj
        Monday   PROPN agreed  npadvmod  agreed  obl:unmarked""",
}


def _rows(drawn: str) -> list[list[str]]:
    return [line.split() for line in drawn.strip().splitlines()]


@pytest.mark.parametrize("drawn", TREES.values(), ids=TREES.keys())
def test_to_universal_draws_the_tree_anew(drawn: str) -> None:
    rows = _rows(drawn)
    at = {row[0]: number for number, row in enumerate(rows)} | {"-": ROOT}
    lemmas = ["be" if row[0] in ("was", "were") else row[0].lower() for row in rows]
    heads, relations = to_universal(
        [row[1] for row in rows], lemmas, [at[row[2]] for row in rows], [row[3] for row in rows]
    )
    found = [(rows[n][0], h, relation) for n, (h, relation) in enumerate(zip(heads, relations, strict=True))]
    assert found == [(row[0], at[row[4]], row[5]) for row in rows]


LABELS = [
    "ROOT",
    "prep",
    "pobj",
    "pcomp",
    "attr",
    "acomp",
    "agent",
    "dative",
    "conj",
    "cc",
    "nsubj",
    "expl",
    "aux",
    "odd",
]
TAGS = ["VERB", "AUX", "NOUN", "ADP", "ADJ", "PART"]


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[str], list[str], list[int], list[str]]:
    """Any tree of up to nine words with any labels."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = [ROOT] * size
    for number, at in enumerate(order[1:], start=1):
        heads[at] = order[draw(st.integers(0, number - 1))]
    words = st.lists(st.sampled_from(["be", "x"]), min_size=size, max_size=size)
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=size, max_size=size))
    return draw(st.lists(st.sampled_from(TAGS), min_size=size, max_size=size)), draw(words), heads, labels


@given(trees())
def test_to_universal_gives_a_tree_for_any_tree(drawn: tuple[list[str], list[str], list[int], list[str]]) -> None:
    heads, relations = to_universal(*drawn)
    assert heads.count(ROOT) == relations.count("root") == 1
    for at in range(len(heads)):
        seen = set()
        while at != ROOT:
            assert at not in seen
            seen.add(at)
            at = heads[at]


@pytest.mark.parametrize(
    ("label", "relation"),
    [("nsubj:pass", "nsubj:pass"), ("ROOT", "root"), ("sb", "dep"), ("obl:arg", "obl:arg"), ("", "dep")],
)
def test_universal_keeps_what_is_universal(label: str, relation: str) -> None:
    assert universal(label) == relation
