"""The words that name a speaker: before a verb of saying, behind it, or at the sentence's beginning."""

from quipu.model import Token
from quipu.sentences.attribution_cues import AttributionWords, Rules, Tokens, is_name, is_word

LONGEST_SOURCE = 22


def source_before(tokens: Tokens, at: int, rules: Rules) -> tuple[int, int] | None:
    """The source whose verb begins at token `at`: the words back to a comma, a mark or a word that ends it."""
    words = rules.words
    if at == 0:
        return None
    if tokens[at - 1].text == ",":
        return _with_apposition(tokens, at - 1, rules)
    first = _without_times(tokens, _back(tokens, at, rules), at, words)
    if first < at and tokens[first].lower in words.source_leads:
        first += 1
    if first == at or tokens[first].lower in words.not_source:
        return None
    at = _before_times(tokens, first, at, words)
    named = [token for token in tokens[first:at] if token.text[0].isalnum() and token.lower not in words.not_subject]
    return (first, at) if named else None


def _without_times(tokens: Tokens, first: int, at: int, words: AttributionWords) -> int:
    """Past what stands before a source in a line: "22:40", "4.", a dash, "on Monday", "later"."""
    while first + 1 < at:
        token, after = tokens[first], tokens[first + 1]
        dated = after.lower in words.days or after.lower in words.time_words
        marked = token.text[0].isdigit() and (":" in token.text or after.text in ".)")
        if marked or token.lower in words.days or token.lower in words.time_words or not token.text[0].isalnum():
            first += 1
        elif dated and token.lower in ("on", "el", "by", "late", "early", "this", "that", "last"):
            first += 2
        else:
            break
    return first


def _before_times(tokens: Tokens, first: int, at: int, words: AttributionWords) -> int:
    """Back from "this week", "on Monday" and "late Sunday" at a source's end."""
    last = at
    while last - 1 > first and (tokens[last - 1].lower in words.days or tokens[last - 1].lower in words.time_words):
        last -= 1
    while last < at and last - 1 > first and tokens[last - 1].lower in ("on", "this", "last", "late", "early", "el"):
        last -= 1
    return last


def _back(tokens: Tokens, at: int, rules: Rules) -> int:
    words = rules.words
    if tokens[at - 1].lower in words.pronouns:
        return at - 1
    first = at
    while first > 0 and at - first < LONGEST_SOURCE:
        token = tokens[first - 1]
        if token.text == ")" and (opened := _opening(tokens, first - 1)) and is_name(tokens[opened - 1]):
            first = opened
            continue
        joins = token.lower in ("and", "y", "e") and first >= 2 and _joins(tokens, first - 1, at, words)
        is_point = token.text == "." and first > 1 and len(tokens[first - 2].text) <= 4 and is_word(tokens[first - 2])
        if token.text in ",;:—–.()" and not is_point and not (token.text == "," and _is_listed(tokens, first - 1, at)):
            break
        if (token.lower in words.source_stops and not joins) or token.text in '"“”«»' or _is_verb(token, rules):
            break
        first -= 1
    return first


def _opening(tokens: Tokens, closing: int) -> int:
    """The bracket that a short aside in a name begins with ("Sen. Roe (D-Va.)"); 0 where none does."""
    return next((at for at in range(closing - 1, max(closing - 8, 0), -1) if tokens[at].text == "("), 0)


def opening_subject(tokens: Tokens, rules: Rules) -> tuple[int, int] | None:
    """Who a sentence begins with: a pronoun or a name; its participles ("…, saying that") are theirs."""
    words = rules.words
    first = _without_times(tokens, 0, len(tokens), words)
    if tokens[first].lower in words.pronouns:
        return first, first + 1
    common = words.source_stops | words.not_source | words.source_leads | words.source_ends
    if tokens[first].lower in common:
        return None
    last = first + (tokens[first].lower in words.not_subject)
    while last < len(tokens) and last - first < LONGEST_SOURCE and (is_name(tokens[last]) or tokens[last].text == "."):
        last += 1
    end = next((at for at in range(last, min(len(tokens), first + 12)) if _ends_subject(tokens[at], words)), last)
    return (
        (first, end)
        if any(is_word(token) and token.lower not in words.not_subject for token in tokens[first:end])
        else None
    )


def _ends_subject(token: Token, words: AttributionWords) -> bool:
    return (
        token.text in ",(—–" or token.lower in words.auxiliaries - {"'s", "to", "on"} or token.lower in words.relatives
    )


def _joins(tokens: Tokens, conjunction: int, at: int, words: AttributionWords) -> bool:
    """Whether "and" joins two sources of the verb at `at`, rather than two clauses."""
    left, right = tokens[conjunction - 1], tokens[conjunction + 1]
    if is_name(left) and is_name(right):
        return True
    plural = at < len(tokens) and tokens[at].lower in words.plural_verbs
    return left.lower in words.voices or (plural and is_name(left))


def _is_listed(tokens: Tokens, comma: int, at: int) -> bool:
    """Whether a comma stands in a list of names that ends in a conjunction ("Peru, Chile and Brazil said")."""
    if comma == 0 or not is_name(tokens[comma - 1]):
        return False
    behind = [token for token in tokens[comma + 1 : at] if token.text != ","]
    joined = [i for i, token in enumerate(behind) if token.lower in ("and", "y", "e")]
    return (
        len(joined) == 1
        and 0 < joined[0] < len(behind) - 1
        and all(is_name(token) for i, token in enumerate(behind) if i != joined[0])
    )


def _is_verb(token: Token, rules: Rules) -> bool:
    return (token.lower,) in rules.speech and not is_name(token)


def _with_apposition(tokens: Tokens, comma: int, rules: Rules) -> tuple[int, int] | None:
    """ "Pat Roe, who leads the union, said": back over the stretch between commas, and the name before it."""
    for at in range(comma - 1, max(0, comma - LONGEST_SOURCE), -1):
        if tokens[at].text in '"”»':
            return None
        if tokens[at].text == ",":
            first = _without_times(tokens, _back(tokens, at, rules), at, rules.words)
            if first == at or tokens[first].lower in rules.words.not_source:
                return None
            return (first, at) if tokens[at + 1].lower in rules.words.relatives else (first, comma)
    return None


def source_behind(tokens: Tokens, at: int, rules: Rules, *, over_and: bool = False) -> tuple[int, int] | None:
    """The source that begins at token `at` ("said the minister", "according to X")."""
    words = rules.words
    if at < len(tokens) and tokens[at].lower in words.source_ends | words.relatives | words.not_source:
        return None
    last = at
    while last < len(tokens) and last - at < LONGEST_SOURCE:
        token = tokens[last]
        is_point = token.text == "." and last > at and len(tokens[last - 1].text) <= 4 and last + 1 < len(tokens)
        if (token.text in ',;:—–()"“”«»' or token.text in ".!?…") and not is_point:
            break
        joins = (
            token.lower in ("and", "y", "e")
            and last > at
            and last + 1 < len(tokens)
            and (over_and or (is_name(tokens[last + 1]) and is_name(tokens[last - 1])))
        )
        if token.lower in words.days or (last > at and token.lower in words.source_ends and not joins):
            break
        last += 1
    return (at, last) if last > at and any(token.text[0].isalnum() for token in tokens[at:last]) else None
