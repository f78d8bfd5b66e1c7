"""Which capitalised words of a document name people, so that no town is made of them."""

from collections.abc import Iterable, Sequence

from quipu.model import Sentence, Token
from quipu.sentences.geography import Geography

LONGEST_NAME = 4


def is_capitalised(token: Token) -> bool:
    """Whether the token is a word that begins with a capital."""
    return token.text[0].isupper()


def find_surnames(sentences: Iterable[Sentence], geo: Geography) -> frozenset[str]:
    """Lower-cased family names: the capitalised words that follow a given name or a personal title somewhere."""
    surnames: set[str] = set()
    for sent in sentences:
        tokens = sent.tokens
        for at, token in enumerate(tokens):
            if is_personal(token, geo) or token.lower in geo.words.person_before:
                surnames.update(_name_after(tokens, at, geo))
    return frozenset(surnames)


def is_personal(token: Token, geo: Geography) -> bool:
    """Whether the token is a given name or a title that only people bear."""
    return token.text in geo.given_names or token.text in geo.words.not_place_before


def _name_after(tokens: Sequence[Token], at: int, geo: Geography) -> Iterable[str]:
    """The family name that the given name or title at `at` leads to; nothing where a preposition stands before it."""
    if at and tokens[at - 1].lower in geo.words.place_prepositions and tokens[at].lower in geo.countries:
        return ()
    names = []
    for token in tokens[at + 1 : at + 1 + LONGEST_NAME]:
        if token.text == ".":
            continue
        if not is_capitalised(token) or token.lower in geo.words.streets:
            break
        names.append(token.lower)
    return [name for name in names if name.title() not in geo.given_names and len(name) > 1]
