"""Who passes on whose word: the links of an attribution in order, each with exact offsets."""

import pytest

from claims_factory import claims_in, reading_of
from quipu.claims import read_claims
from quipu.model import Claim, Document
from quipu.sentences import read_sentences
from quipu.sentences.readers import open_reader

# name, language, text, the links of the chain from who is nearest to the fact
CASES = [
    ("citing in a source", "en", "Local media, citing the hospital, said nine miners died.",
     "the hospital|Local media"),
    ("quoting behind a verb", "en", "Nine miners died, the ministry said, quoting police.", "police|the ministry"),
    ("according to one citing", "en", "According to local media citing hospital officials, nine miners died.",
     "hospital officials|local media"),
    ("reported, citing", "en", "Reuters reported, citing two witnesses, that nine miners died.",
     "two witnesses|Reuters"),
    ("cited as saying", "en", "The broadcaster cited police as saying that nine miners died.",
     "police|The broadcaster"),
    ("quoted by", "en", "The hospital, quoted by local media, said nine miners died.", "The hospital|local media"),
    ("as quoted by", "en", "Nine miners died, the ombudsman said, as quoted by the daily La Voz.",
     "the ombudsman|the daily La Voz"),
    ("told a newspaper", "en", "Police told the newspaper that nine miners died.", "Police|the newspaper"),
    ("told a station", "en", "Ana Paz told Radio Onda that nine miners died.", "Ana Paz|Radio Onda"),
    ("told an agency", "en", "Ana Paz told Reuters that nine miners died.", "Ana Paz|Reuters"),
    ("interview", "en", "Nine miners died, the union said in an interview with Radio Onda.", "the union|Radio Onda"),
    ("one telling in another", "en", "Local media reported that hospital officials said nine miners died.",
     "hospital officials|Local media"),
    ("according to, reported", "en", "Nine miners died, according to the hospital, local media reported.",
     "the hospital|local media"),
    ("citando a", "es", "Nueve mineros murieron, informó el ministerio, citando a la policía.",
     "la policía|el ministerio"),
    ("citando al", "es", "Medios locales, citando al hospital, informaron que nueve mineros murieron.",
     "hospital|Medios locales"),
    ("que citan a", "es", "Según medios locales que citan a fuentes del hospital, nueve mineros murieron.",
     "fuentes del hospital|medios locales"),
    ("citado por", "es", "El hospital, citado por medios locales, informó que nueve mineros murieron.",
     "El hospital|medios locales"),
    ("dijo al diario", "es", "La policía dijo al diario La Voz que nueve mineros murieron.",
     "La policía|diario La Voz"),
    ("dijo a la radio", "es", "Nueve mineros murieron, dijo la defensora a Radio Onda.", "la defensora|Radio Onda"),
    ("confirmó dentro de informó", "es",
     "Medios locales informaron que el hospital confirmó que nueve mineros murieron.", "el hospital|Medios locales"),
    ("nobody", "en", "Nine miners died in the blast.", ""),
    ("one source", "en", "Nine miners died, the ministry said.", ""),
    ("told parliament", "en", "Nine miners died, the minister told parliament.", ""),
    ("told reporters", "en", "Police told reporters that nine miners died.", ""),
    ("cited a concern", "en", "Nine miners died, the ministry said, citing bad weather.", ""),
    ("she is the minister", "en", "The minister said she believed nine miners had died.", ""),
    ("a health network is no newsroom", "en", "Nine miners died, the union told the health network.", ""),
    ("no newspaper", "en", "Nine miners died, the minister told them several times.", ""),
    ("its own channel", "en", "Nine miners died, the ministry said on its Telegram channel.", ""),
    ("por medio de", "es", "Nueve mineros murieron, dijo el ministerio por medio de un comunicado.", ""),
    ("dijo a los periodistas", "es", "La policía dijo a los periodistas que nueve mineros murieron.", ""),
    ("una sola fuente", "es", "Nueve mineros murieron, informó el ministerio.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "links"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_chain_of_a_claim(language: str, text: str, links: str) -> None:
    claim = next(c for c in claims_in(text, language=language) if c.type == "killing")
    assert "|".join(link.text for link in claim.chain) == links
    assert all(link.span is not None and link.span.of(text) == link.text for link in claim.chain)


def test_citing_belongs_to_its_own_half_of_a_sentence() -> None:
    text = "Police said nine miners died, and the ministry said, citing doctors, that forty were injured."
    told = {str(c.type): "|".join(link.text for link in c.chain) for c in claims_in(text)}
    assert told == {"killing": "", "injury": "doctors|the ministry"}


@pytest.mark.parametrize(
    ("language", "text", "links"),
    [
        ("en", "Nine miners died, the ministry said, citing local doctors.", "local doctors|the ministry"),
        ("en", "Police told the newspaper that nine miners died.", "Police|the newspaper"),
        ("en", "Police told reporters that nine miners died.", ""),
        ("en", "Nine miners died, the ministry said.", ""),
        ("es", "Nueve mineros murieron, informó el ministerio, citando a la policía.", "la policía|el ministerio"),
        ("es", "Nueve mineros murieron, informó el ministerio.", ""),
    ],
)
def test_chain_without_a_tree(language: str, text: str, links: str) -> None:
    document = Document("d-test", text, language=language)
    found = read_claims(read_sentences(document, reader=open_reader("none", language)))
    claim = next(c for c in found if isinstance(c, Claim) and c.type == "killing")
    assert "|".join(link.text for link in claim.chain) == links


def test_a_source_of_another_sentence_has_no_chain() -> None:
    text = "Local media, citing the hospital, spoke of nine dead. It raised the number of dead to ten."
    found = [c for c in read_claims(reading_of(text)) if isinstance(c, Claim) and c.count and c.count.low == 10]
    assert [c.chain for c in found] == [()]
