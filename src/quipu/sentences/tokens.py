"""Words, numbers and marks of a stretch of text, each with its exact offsets.

Cut as Universal Dependencies cuts English: hyphens and clitics stand alone ("16-year-old" is five tokens,
"country's" two, "don't" is "do" + "n't", "cannot" "can" + "not"); abbreviations with their full stop, initials,
prefixes ("anti-government"), decimals, dates in digits, clock times, ordinals and addresses stay whole, and a mark
written several times over is one token. Nothing but white space is lost.
"""

import re
from collections.abc import Iterable
from functools import cache

from quipu.lexicon import Entry, load
from quipu.model import Span, Token

# A letter may carry combining marks (decomposed accents), which \w does not match.
_TOKEN = r"""
      (?:https?://|www\.)[^\s<>"“”»]*[^\s<>"“”».,;:!?)\]'’]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | [\w-]+(?:\.[\w-]+)*\.(?-i:(?:DOMAINS)(?:\.[a-z]{2})?(?:/[^\s<>"“”»]*[^\s<>"“”».,;:!?)\]'’])?|(?i:FILES))(?![\w-])
    | (?<![^\s("“])[@\#][^\W\d_]\w+
    | (?:EE\.\s?UU\.|(?:[^\W\d_]\.){2,})                        # U.S. a.m. EE.UU.
    | (?<![\w.-])(?-i:ABBREVIATIONS)\.(?=\s+[^\s"”)\]]|[,;:)])    # Dec. Inc.
    | (?<![\w.-])(?-i:NUMBERED)\.(?=\s?\d)                       # No. 5
    | (?<![\w.'’-])(?-i:[^\W\d_a-záéíóúñü])\.(?=\s*(?-i:[^\W\d_a-zà-ÿ])[\w.])   # J. Doe
    | \d{3}-\d{3}-\d{4}(?!\w)
    | \d+(?:/\d+)+(?![\w/])                                     # 1/2 07/12/2022
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|º|ª|°|\.º|\.ª)(?![^\W_]) # 1st 1990s 2.º
    | \d+(?:[.,:]\d+)*                                          # 1,857 12.5 10:30
    | n['’]t(?![^\W_])
    | (?:['’`](?:s|re|ve|ll|d|m)|['’](?=\d\ds))(?![^\W\d_])
    | (?:do|does|did|is|was|were|are|has|have|had|would|could|should|ai|ca|wo)(?=nt(?![^\W_]))     # dont
    | can(?=not(?![^\W_])) | (?:gon|wan)(?=na(?![^\W_])) | got(?=ta(?![^\W_]))
    | [^\W\d_]+?(?=n['’]t(?![^\W_]))
    | (?:PREFIXES)-(?=[^\W\d_])[^\W_][\w\u0300-\u036f]*
    | [^\W\d_]+['’](?!(?:ll|re|ve)(?![^\W_]))[^\W\d_]{2,}      # O'Higgins
    | (?-i:[A-Z]+&[A-Z]+)(?![^\W_])                             # R&D
    | [^\W_][\w\u0300-\u036f]*
    | (?<!\S)[:;=][-']?[()DP/|\[\]](?!\S)                       # :-)
    | [!?]{2,} | \.{2,} | -{2,} | ={2,} | \*{2,} | _{2,} | ~{2,} | \#{2,} | <{2,} | >{2,} | \${2,} | \+{2,}
    | '' | `` | ’’ | ‘‘
    | \S
    """


class TokenWords(Entry):
    """`common/tokens.yml`."""

    abbreviations: frozenset[str]
    before_number: frozenset[str]
    prefixes: frozenset[str]
    domains: frozenset[str]
    files: frozenset[str]


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of `text` inside `span`, which is a sentence or a phrase.

    `lemma` is the form in small letters, without the full stop of an abbreviation ("Dec." has "dec"), until a parser
    knows better.
    """
    return tuple(
        Token(Span(match.start(), match.end()), match.group(), _lemma(match))
        for match in _pattern().finditer(text, span.start, span.end)
    )


def _lemma(match: re.Match[str]) -> str:
    text = match.group()
    return (text[:-1] if match["short"] is not None else text).lower()


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern of a token with the lists put in."""
    words = load("tokens", "common", TokenWords)
    pattern = _TOKEN.replace("NUMBERED", _either(words.before_number)).replace("PREFIXES", _either(words.prefixes))
    pattern = pattern.replace("DOMAINS", _either(words.domains)).replace("FILES", _either(words.files))
    pattern = pattern.replace("(?-i:ABBREVIATIONS)", f"(?P<short>(?-i:{_either(words.abbreviations)}))")
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
