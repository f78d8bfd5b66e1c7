"""Claims of a sentence whose tree is given by hand, so that rules over trees are tested without any weights."""

from dataclasses import replace

from claims_factory import ANCHOR
from quipu.claims import read_claims
from quipu.model import Claim, Document, Reading, Sentence, Token
from quipu.sentences import read_sentences
from quipu.sentences.readers import open_reader


def claims_of(*sentences: str) -> list[Claim]:
    """The claims of sentences written as `form|tag|head|relation[|entity]`, heads counted from 1, 0 for the root."""
    text = " ".join(" ".join(word.split("|")[0] for word in sent.split()) for sent in sentences)
    document = Document("d-test", text, published=ANCHOR, language="en")
    reading = read_sentences(document, reader=open_reader("none", "en"))
    assert len(reading.sentences) == len(sentences)
    read = tuple(map(_with_tree, reading.sentences, sentences))
    found = read_claims(Reading(document, "en", reading.anchor, read))
    return [claim for claim in found if isinstance(claim, Claim)]


def _with_tree(sent: Sentence, told: str) -> Sentence:
    rows = [word.split("|") for word in told.split()]
    assert [token.text for token in sent.tokens] == [row[0] for row in rows]
    return replace(sent, tokens=tuple(map(_token, sent.tokens, rows)))


def _token(token: Token, row: list[str]) -> Token:
    _, tag, head, relation, *entity = row
    return replace(token, pos=tag, head=int(head) - 1, relation=relation, entity=entity[0] if entity else "")
