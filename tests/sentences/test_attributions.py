"""Attributions: source, cue, content."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.sentences.attributions import find_attributions
from quipu.sentences.quotes import find_quotes
from quipu.sentences.split import split_sentences

# Language, text, then (source, cue, content, direct) of every attribution.
CASES = [
    ("en", "The hospital confirmed that two people had died.",
     [("The hospital", "confirmed", "that two people had died", False)]),
    ("en", "Seven people were killed in Ayacucho, the defence minister said on Thursday.",
     [("the defence minister", "said", "Seven people were killed in Ayacucho", False)]),
    ("en", "According to local media and the ombudsman, at least 17 were killed.",
     [("local media and the ombudsman", "According to", "at least 17 were killed", False)]),
    ("en", "Five more died of indirect causes, according to the ombudsman's office.",
     [("the ombudsman's office", "according to", "Five more died of indirect causes", False)]),
    ("en", "The toll, the ministry said, rose to 20.",
     [("the ministry", "said", "The toll, the ministry said, rose to 20", False)]),
    ("en", "“We will stay on,” said the head of the union. “They all know it.”",
     [("the head of the union", "said", "“We will stay on,” said the head of the union. “They all know it.”", True)]),
    ("en", "The deaths were confirmed by the regional health authority.",
     [("the regional health authority", "were confirmed", "The deaths", False)]),
    ("en", "A farmer told reporters on Friday that the strike would go on.",
     [("A farmer", "told", "that the strike would go on", False)]),
    ("en", "The mayor said she would stay, but her deputy left.", [("The mayor", "said", "she would stay", False)]),
    ("en", "Police denied firing live rounds.", [("Police", "denied", "firing live rounds", False)]),
    ("en", "Trucks burned beside the road near the state border.", []),
    ("en", "The reports of the attacks and the plans are old.", []),
    ("es", "El ministro afirmó que el toque de queda sigue.",
     [("El ministro", "afirmó", "que el toque de queda sigue", False)]),
    ("es", "«No nos iremos de la plaza», dijo la dirigente del sindicato.",
     [("la dirigente del sindicato", "dijo", "«No nos iremos de la plaza»", True)]),
    ("es", "Según la Defensoría, al menos 17 personas murieron.",
     [("la Defensoría", "Según", "al menos 17 personas murieron", False)]),
    ("es", "La cifra subió a 20, informó el hospital.", [("el hospital", "informó", "La cifra subió a 20", False)]),
    ("es", "Las muertes fueron confirmadas por la fiscalía.",
     [("la fiscalía", "fueron confirmadas", "Las muertes", False)]),
    ("es", "Dijo que no renunciará.", [(None, "Dijo", "que no renunciará", False)]),
    ("es", "Los camiones ardieron junto a la carretera.", []),
]  # fmt: skip
# Language, text, the sources of what is said in it, in order of content (None: nobody is named).
SOURCES = [
    ("en", "Nobody was hurt, the mayor said", ["the mayor"]),
    ("en", "On Monday the governments of Chile, Bolivia and Peru said that they would close the passes.",
     ["the governments of Chile, Bolivia and Peru"]),
    ("en", "Local media and the ombudsman's office said that nine had died.",
     ["Local media and the ombudsman's office"]),
    ("en", "18:05 The fire brigade says two are missing.", ["The fire brigade"]),
    ("en", "Sen. Pat Roe (D-Va.), who leads the panel, said Poe would go.", ["Sen. Pat Roe (D-Va.)"]),
    ("en", "According to reports from local media, a bridge fell.", ["reports from local media"]),
    ("en", "The envoy to Chile, who had resigned, issued a statement saying he would stay.", ["The envoy to Chile"]),
    ("en", "Polls show that the party lost ground.", ["Polls"]),
    ("en", "The bill was rejected by 71 votes to 40.", []),
    ("en", "The police have been responding to the marches with violence.", []),
    ("en", "The crowd continued to block the bridge that leads north.", []),
    ("en", "The border states that saw fighting are calm.", []),
    ("en", "The planned reform has cost twelve lives.", []),
    ("en", "Correction: we got the number wrong.", []),
    ("en", "Dhaka: hospital has 21 bodies in its morgue.", []),
    ("en", "The toll, which the office has not confirmed, stands at nine.", []),
    ("en", "A man reported dead is alive.", []),
    ("en", "Two ministers left, citing the deaths of students.", []),
    ("es", "Nueve murieron, informó la Defensoría del Pueblo.", ["la Defensoría del Pueblo"]),
    ("es", "El paro sigue, según informó el alcalde.", ["el alcalde"]),
    ("es", "El alcalde, que inició la protesta, dijo el lunes que no irá.", ["El alcalde"]),
]  # fmt: skip
# Language, text, whether anything is said to be so in it.
FACTUAL = [
    ("en", "The crowd demanded the mayor's resignation.", False),
    ("en", "Students are calling for early elections.", False),
    ("en", "The president declared a state of emergency.", False),
    ("en", "The president declared that the emergency was over.", True),
    ("en", "The union condemned the killings.", False),
    ("en", "The union accused the police of beating its members.", True),
    ("en", "The hospital confirmed nine deaths.", True),
    ("en", "A video showed soldiers firing.", True),
    ("es", "Los gremios convocaron un paro.", False),
    ("es", "El ministro anunció que renunciará.", True),
]
QUOTES = [
    ("He said “no more” and “go home”.", ["“no more”", "“go home”"]),
    ('One "is open\n\nand the next is not.', ['"is open']),
    ("''Wires write this,'' he said.", ["''Wires write this,''"]),
    ("The workers’ union isn’t here.", []),
    ("She said ‘it isn’t over’ twice.", ["‘it isn’t over’"]),
]
Row = tuple[str | None, str | None, str, bool]


def read(text: str, language: str) -> list[Row]:
    found = find_attributions(text, split_sentences(text, language), language)
    return [
        (a.source.of(text) if a.source else None, a.cue.of(text) if a.cue else None, a.content.of(text), a.direct)
        for a in found
    ]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES, ids=[case[1][:40] for case in CASES])
def test_attributions_finds(language: str, text: str, wanted: list[Row]) -> None:
    assert read(text, language) == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), SOURCES, ids=[case[1][:40] for case in SOURCES])
def test_attributions_names_sources(language: str, text: str, wanted: list[str | None]) -> None:
    assert [source for source, *_ in read(text, language)] == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), FACTUAL, ids=[case[1][:40] for case in FACTUAL])
def test_attributions_tells_facts_from_wishes_and_deeds(language: str, text: str, *, wanted: bool) -> None:
    found = find_attributions(text, split_sentences(text, language), language)
    assert any(a.factual for a in found) is wanted


@pytest.mark.parametrize(("text", "wanted"), QUOTES, ids=[text[:20] for text, _ in QUOTES])
def test_attributions_quotes(text: str, wanted: list[str]) -> None:
    assert [quote.of(text) for quote in find_quotes(text)] == wanted


def test_attributions_quotation_over_sentences_is_one() -> None:
    text = "The union leader spoke.\n\n“We are tired. We want elections. We want them now,” he said."
    (row,) = read(text, "en")
    assert row == ("he", "said", "“We are tired. We want elections. We want them now,”", True)


def test_attributions_quotation_set_apart_belongs_to_who_announced_it() -> None:
    text = "The mayor of Ilave said:\n\n“Nobody asked us before they came here.”"
    assert read(text, "en") == [("The mayor of Ilave", "said", "“Nobody asked us before they came here.”", True)]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_attributions_never_raises_and_keeps_offsets(text: str, language: str) -> None:
    for found in find_attributions(text, split_sentences(text, language), language):
        spans = [span for span in (found.source, found.cue, found.content) if span is not None]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


WORDS = st.sampled_from(
    ["said", "“", "”", '"', "'", ",", ".", "The", "mayor", "that", "according", "to", "told", "reporters", ":", "and",
     "denied", "was", "confirmed", "by", "he", "\n\n", "dijo", "que", "según", "no", "-", "Police", "adding"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30), st.sampled_from(["en", "es"]))
def test_attributions_holds_on_any_order_of_words(words: list[str], language: str) -> None:
    text = " ".join(words)
    for found in find_attributions(text, split_sentences(text, language), language):
        assert found.content.end <= len(text)
        assert len(found.content) > 0
