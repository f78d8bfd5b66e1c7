"""Sentences with trees drawn by hand, so that what reads trees is tested without weights."""

from quipu.model import Sentence, Span, Token


def drawn(tree: str) -> tuple[str, Sentence]:
    """The text and sentence of words written `word/TAG/relation>head`, heads counted from 0, -1 for the root."""
    tokens, at = [], 0
    for number, word in enumerate(tree.split()):
        text, tag, rest = word.rsplit("/", 2)
        relation, _, head = rest.partition(">")
        at += number > 0
        tokens.append(Token(Span(at, at + len(text)), text, text.lower(), tag, int(head), relation))
        at += len(text)
    return " ".join(token.text for token in tokens), Sentence(Span(0, at), 0, 0, tuple(tokens))
