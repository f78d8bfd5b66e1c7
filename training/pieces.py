"""Words to WordPieces and case classes, and the vocabulary pruned to what news in Latin script needs."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

PAD, UNK, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
_SPECIAL = (PAD, UNK, CLS, SEP)
_LONGEST = 100


class Pieces:
    """Greedy longest match over lower-cased words, as BERT's uncased models cut them: without accents, unless the
    vocabulary has Latin pieces with accents (`accents`)."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.vocabulary = tuple(vocabulary)
        self.accents = any(_has_accent(piece) for piece in vocabulary)
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.cut = cache(self._cut)

    def of(self, language: str) -> "Pieces":
        """The pieces for words of `language`: these, whatever it is."""
        return self

    def _cut(self, word: str) -> tuple[int, ...]:
        """The pieces of one word; at least one."""
        found: list[int] = []
        for part in _parts(normal(word, self.accents)):
            found.extend(self._match(part))
        return tuple(found) or (self.ids[UNK],)

    def _match(self, part: str) -> list[int]:
        found, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                piece = part[at:end] if at == 0 else "##" + part[at:end]
                if piece in self.ids:
                    found.append(self.ids[piece])
                    at = end
                    break
            else:
                return [self.ids[UNK]]
        return found if len(part) <= _LONGEST else [self.ids[UNK]]


def case_of(word: str) -> int:
    """0 no letter, 1 lower, 2 first letter a capital, 3 all capitals (two letters or more), 4 mixed."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return 0
    if word.lower() == word:
        return 1
    if len(letters) > 1 and word.upper() == word:
        return 3
    first = letters[0]
    return 2 if first.isupper() and all(not char.isupper() for char in letters[1:]) else 4


def prune(vocabulary: Sequence[str], seen: Iterable[str], keep: int) -> list[int]:
    """The rows of the `keep` pieces worth keeping: the special ones, single characters of Latin script and marks,
    those the training data uses, then the most frequent (the base vocabulary stands in order of frequency)."""
    chosen = {number for number, piece in enumerate(vocabulary) if piece in _SPECIAL or _single(piece)}
    cutter = Pieces(vocabulary)
    for word in seen:
        chosen.update(cutter.cut(word))
    for number, piece in enumerate(vocabulary):
        if len(chosen) >= keep:
            break
        if _latin(piece) and not piece.startswith("[unused"):
            chosen.add(number)
    return sorted(chosen)


def _single(piece: str) -> bool:
    return len(piece.removeprefix("##")) == 1 and _latin(piece)


def _latin(piece: str) -> bool:
    text = piece.removeprefix("##")
    return all(ord(char) < 0x250 or 0x2010 <= ord(char) < 0x2100 for char in text)


def normal(word: str, accents: bool) -> str:
    """Lower case, without accents; `accents`: keep those that make one character with their letter."""
    form = unicodedata.normalize("NFC" if accents else "NFD", word.lower())
    return "".join(char for char in form if unicodedata.category(char) != "Mn")


def plain(word: str) -> str:
    """Lower case without accents."""
    return normal(word, False)


def _has_accent(piece: str) -> bool:
    """Whether a piece holds a Latin letter with an accent."""
    return any("\u00c0" <= char < "\u0250" and len(unicodedata.normalize("NFD", char)) > 1 for char in piece)


def _parts(folded: str) -> list[str]:
    """No control characters; cut at every mark."""
    parts: list[str] = []
    inside = False
    for char in folded:
        if _is_mark(char):
            parts.append(char)
            inside = False
        elif char.isspace() or unicodedata.category(char) in ("Cc", "Cf"):
            inside = False
        elif inside:
            parts[-1] += char
        else:
            parts.append(char)
            inside = True
    return parts


def _is_mark(char: str) -> bool:
    code = ord(char)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(char).startswith("P")
