"""Words, numbers and marks of a stretch of text, each with its exact offsets.

Cut as Universal Dependencies cuts English: hyphens and clitics stand alone ("16-year-old" is five tokens,
"country's" two, "don't" is "do" + "n't"); initialisms, decimals, clock times, ordinals and URLs stay whole.
Nothing but white space is lost.
"""

import re

from quipu.model import Span, Token

# A letter may carry combining marks (decomposed accents), which \w does not match.
_TOKEN = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"“”»]*[^\s<>"“”».,;:!?)\]'’]
    | (?:EE\.\s?UU\.|(?:[^\W\d_]\.){2,})                        # U.S. a.m. EE.UU.
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|º|ª|°|\.º|\.ª)(?![^\W_]) # 1st 1990s 2.º
    | \d+(?:[.,:]\d+)*                                          # 1,857 12.5 10:30
    | n['’]t(?![^\W_])
    | (?:['’](?:s|re|ve|ll|d|m)|['’](?=\d\ds))(?![^\W\d_])
    | [^\W\d_]+?(?=n['’]t(?![^\W_]))
    | [^\W_][\w\u0300-\u036f]*
    | \.{2,} | -{2,}
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of `text` inside `span`; `lemma` is the lower-cased form, until a reader knows better."""
    return tuple(
        Token(Span(match.start(), match.end()), match.group(), match.group().lower())
        for match in _TOKEN.finditer(text, span.start, span.end)
    )
