"""What a cue says: the content's tokens behind it, before it, or around it, with the source's."""

from collections.abc import Sequence

from quipu.model import Token
from quipu.sentences.attribution_cues import MARKS, AttributionWords, Cue, Range, Rules, is_adverb, is_word
from quipu.sentences.speakers import source_before, source_behind

HEARER_TOKENS = 12
"""How far behind a verb its content may begin: "told a crowd of supporters in the capital on Friday that"."""


def read_according(tokens: Sequence[Token], cue: Cue, rules: Rules) -> tuple[Range | None, Range] | None:
    """ "According to X, …" and "…, according to X"."""
    source = source_behind(tokens, cue.last, rules, over_and=True)
    if source is None:
        return None
    rest = trim(tokens, (source[1], len(tokens)))
    before = trim(tokens, (0, cue.first))
    if before is not None and before[1] - before[0] > 2:
        return source, before
    return (source, rest) if rest is not None else None


def read_saying(tokens: Sequence[Token], cue: Cue, rules: Rules) -> tuple[Range | None, Range] | None:
    words = rules.words
    if cue.passive or (cue.last < len(tokens) and tokens[cue.last].lower in words.passive_by):
        return _passive(tokens, cue, rules)
    before = source_before(tokens, cue.first, rules)
    begin = _content_begin(tokens, cue, words)
    opened = begin < len(tokens) and (tokens[begin].lower in words.that or tokens[begin].text in MARKS | {":"})
    framing = tokens[cue.verb].lower in words.framing
    if framing and opened and tokens[begin].lower in words.that - words.clauses:
        opened = False
    after_comma = before is not None and before[0] > 0 and tokens[before[0] - 1].text in ',"”»'
    if framing and before is not None:
        after_comma = after_comma and any(token.text in MARKS for token in tokens[max(0, before[0] - 2) : before[0]])
    ends_here = (
        cue.last >= len(tokens) or tokens[cue.last].text in '.,;!?—–)"”»' or tokens[cue.last].lower in words.days
    )
    leads = before is not None and (before[0] == 0 or (before[0] <= 2 and not is_word(tokens[before[0] - 1])))
    if cue.speech and (before is None or (not leads and _is_inverted(tokens, cue, words))):
        inverted = _inverted(tokens, cue, rules)
        if inverted is not None:
            return inverted
    if (
        before is not None
        and cue.speech
        and after_comma
        and not opened
        and (ends_here or _tail_only(tokens, cue, words) or tokens[cue.verb].lower in words.tells)
    ):
        return _around(tokens, before, cue)
    if not opened and (before is None or framing or _is_object_relative(tokens, before, words)):
        return None
    if not opened and cue.speech and tokens[cue.verb].lower in words.tells:
        begin = _past_hearer(tokens, cue, words)
    content = trim(tokens, (begin, clause_end(tokens, begin, words, len(tokens)))) if begin < len(tokens) else None
    return (before, content) if content is not None else None


def _is_object_relative(tokens: Sequence[Token], source: Range, words: AttributionWords) -> bool:
    """ "the toll, which the office has not confirmed, …": what is confirmed stands before, what follows is not said."""
    return source[0] > 1 and tokens[source[0] - 1].lower in words.relatives


def _past_hearer(tokens: Sequence[Token], cue: Cue, words: AttributionWords) -> int:
    """Where a clause without "that" begins behind a hearer ("told the paper he would go"); else the end."""
    for ahead in range(cue.last + 1, min(cue.last + 1 + HEARER_TOKENS, len(tokens))):
        if tokens[ahead].lower in words.pronouns | words.subjects:
            return ahead
        if tokens[ahead].text in ".;,":
            break
    return len(tokens)


def _is_inverted(tokens: Sequence[Token], cue: Cue, words: AttributionWords) -> bool:
    """ "…, writes Ana Roe": a name stands right behind the verb, and a comma or a mark right before it."""
    after = tokens[cue.last] if cue.last < len(tokens) else None
    ends = next((i for i in range(cue.last, len(tokens)) if tokens[i].text in ",;.!?"), len(tokens))
    opened = any(token.lower in words.clauses for token in tokens[cue.last : ends])
    follows = after is not None and (after.text[0].isupper() or (after.lower in words.inverted_leads and not opened))
    return follows and 0 < cue.first == cue.verb and tokens[cue.first - 1].text in ',"”»'


def clause_end(tokens: Sequence[Token], begin: int, words: AttributionWords, end: int) -> int:
    """The end of the content in [begin, end): before ", but" the author takes the word back."""
    for at in range(begin + 2, end - 2):
        if tokens[at].text == "," and tokens[at + 1].lower in words.contrasts:
            return at
    return end


def _passive(tokens: Sequence[Token], cue: Cue, rules: Rules) -> tuple[Range | None, Range] | None:
    """ "The deaths were confirmed by X" and "It was reported that …"."""
    words = rules.words
    by = next(
        (at for at in range(cue.last, min(cue.last + 3, len(tokens))) if tokens[at].lower in words.passive_by), None
    )
    is_number = by is not None and by + 1 < len(tokens) and tokens[by + 1].text[0].isdigit()
    source = source_behind(tokens, by + 1, rules) if by is not None and not is_number else None
    before = trim(tokens, (0, cue.first))
    if source is not None and before is not None:
        return source, before
    if cue.speech and cue.last < len(tokens) and tokens[cue.last].lower in words.that:
        content = trim(tokens, (cue.last, len(tokens)))
        return (None, content) if content is not None else None
    return None


def _content_begin(tokens: Sequence[Token], cue: Cue, words: AttributionWords) -> int:
    """Past hearers, days and a comma: "told reporters on Friday that"."""
    at = cue.last
    opens = words.that if tokens[cue.verb].lower in words.tells else words.clauses
    for ahead in range(at, min(at + HEARER_TOKENS, len(tokens))):
        token = tokens[ahead]
        set_off = ahead > at and tokens[ahead - 1].text in ",:"
        if (
            token.lower in opens
            and ahead + 1 < len(tokens)
            and tokens[ahead + 1].lower in words.days | words.time_words
        ):
            continue  # "said that day"
        if token.lower in opens and _is_relative(tokens, ahead, cue, words):
            break  # "shout in videos that …"
        if token.lower in opens or token.text == ":" or (token.text in MARKS and set_off):
            return ahead
        if token.text in ".;" or (ahead == at and not _leads_on(tokens, cue, words)):
            break
    return at


def _is_relative(tokens: Sequence[Token], at: int, cue: Cue, words: AttributionWords) -> bool:
    """Whether "that" at `at` hangs on a noun of place or time rather than on the verb of saying."""
    before = tokens[at - 1]
    if at == cue.last or before.text[0].isupper() or not is_word(before) or tokens[cue.verb].lower in words.tells:
        return False
    known = words.hearers | words.days | words.time_words | words.occasions | words.source_ends | words.tails
    return before.lower not in known and not is_adverb(before, words)


def _leads_on(tokens: Sequence[Token], cue: Cue, words: AttributionWords) -> bool:
    """Whether hearers, days or places stand behind the verb, so that "that" opens its content and no relative."""
    token = tokens[cue.last]
    if cue.last + 1 < len(tokens) and tokens[cue.last + 1].lower in words.days:
        return True
    between = token.lower in words.source_ends | words.tails | words.hearers | words.days | words.time_words
    return between or tokens[cue.verb].lower in words.tells or token.text in ",(" or is_adverb(token, words)


def _inverted(tokens: Sequence[Token], cue: Cue, rules: Rules) -> tuple[Range | None, Range] | None:
    """ "…", said X — and Spanish "…, dijo X" and "Dijo que …"."""
    before = trim(tokens, (0, cue.first))
    is_behind = cue.first > 0 and tokens[cue.first - 1].text in ",\"”»’'.?!—–-"
    if before is None or not is_behind or before[1] - before[0] < 2:
        return None
    source = source_behind(tokens, cue.last, rules)
    if source is None or tokens[cue.last].lower in rules.words.that:
        return None
    rest = trim(tokens, (source[1], len(tokens)))
    goes_on = rest is not None and tokens[rest[0] - 1].text in MARKS | {","} and rest[1] - rest[0] > 4
    is_quote = goes_on and rest is not None and any(token.text in MARKS for token in tokens[source[1] : rest[0]])
    return source, (before[0], rest[1]) if is_quote and rest is not None else before


def _tail_only(tokens: Sequence[Token], cue: Cue, words: AttributionWords) -> bool:
    """Whether only a time, place or hearer follows ("…, he said in a statement")."""
    token = tokens[cue.last]
    return token.lower in words.source_ends or token.lower in words.hearers or token.lower in words.tails


def _around(tokens: Sequence[Token], source: Range, cue: Cue) -> tuple[Range | None, Range] | None:
    before = trim(tokens, (0, source[0]))
    rest = trim(tokens, (cue.last, len(tokens)))
    if before is None:
        return (source, rest) if rest is not None else None
    goes_on = rest is not None and cue.last < len(tokens) and tokens[cue.last].text in ",—–" and rest[1] - rest[0] > 2
    return source, (before[0], rest[1]) if goes_on and rest is not None else before


def trim(tokens: Sequence[Token], where: Range) -> Range | None:
    """The range without marks and points at its ends; quotation marks that open or close stay."""
    first, last = where
    while first < last and tokens[first].text in ",;:.—–-)":
        first += 1
    while last > first and tokens[last - 1].text in ",;:.—–-(":
        last -= 1
    if (
        last - first > 2
        and ":" in tokens[first].text
        and tokens[first].text[0].isdigit()
        and tokens[first + 1].text[0].isupper()
    ):
        first += 1  # the hour of a live report's entry
    if not any(token.text[0].isalnum() for token in tokens[first:last]):
        return None
    return first, last
