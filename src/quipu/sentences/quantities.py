"""Quantities: a number with its bounds, whether it is approximate, and what it counts.

"At least N", "over N": low N, high None. "Nearly N", "up to N": low None, high N. "About N": both N, approximate.
"Between N and M", "N to M": low N, high M. Vague words ("dozens"): both None, and the words are in the span.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from quipu.model import Quantity, Sentence, Span, Token
from quipu.sentences.numbers import number_starters, read_number
from quipu.sentences.quantity_words import (
    AGE,
    LONGEST_PHRASE,
    PERCENT,
    QuantityWords,
    Rules,
    quantity_rules,
    read_phrase,
)

COUNTED_WITHIN = 4
"""Words looked at behind a number for what it counts ("20 local police officers")."""
FIRST_YEAR, LAST_YEAR = 1500, 2100


@dataclass(frozen=True, slots=True)
class Read:
    """A number being grown into a quantity: tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    low: float | None
    high: float | None
    bound: str = ""
    unit: str | None = None
    vague: bool = False


def find_quantities(text: str, sentence: Sentence, language: str) -> tuple[Quantity, ...]:
    """The quantities of one sentence, in order. Numbers that are part of `sentence.times` are left to them.

    `unit` is `percent`, an ISO 4217 code (`money` where a currency's name fits several countries), `age`, or the
    word that what is counted is filed under in the lexicon; None where that is unknown.
    """
    rules = quantity_rules(language)
    tokens = sentence.tokens
    taken = [time.span for time in sentence.times]
    found: list[Quantity] = []
    starters = number_starters(language)
    at = 0
    while at < len(tokens):
        if tokens[at].lower not in starters and not tokens[at].text[0].isdigit():
            at += 1
            continue
        read = _read_at(tokens, at, (rules, language))
        if read is None:
            at += 1
            continue
        span = Span(tokens[read.first].span.start, tokens[read.last - 1].span.end)
        is_time = read.unit != AGE and any(time.meets(span) for time in taken)
        if not is_time and not (found and found[-1].span.meets(span)):
            found.append(_quantity(read, span))
        at = read.last
    return tuple(found)


def _quantity(read: Read, span: Span) -> Quantity:
    low = None if read.bound == "at_most" else read.low
    high = None if read.bound == "at_least" else read.high
    approximate = read.bound == "about" or read.vague
    return Quantity(
        span, None if low is None else float(low), None if high is None else float(high), approximate, read.unit
    )


def _read_at(tokens: tuple[Token, ...], at: int, grammar: tuple[Rules, str]) -> Read | None:
    rules, language = grammar
    number = read_number(tokens, at, language)
    if number is None or _is_name_or_date(tokens, at, at + number.length, rules.words):
        return None
    if number.vague and at and tokens[at - 1].lower in rules.words.vague_not_after:
        return None
    read = Read(at, at + number.length, number.value, number.value, vague=number.vague)
    read = _age(tokens, read, rules)
    if read.unit == AGE:
        return read
    read = _range(tokens, read, grammar)
    read = _currency(tokens, read, rules)
    read = _of_all(tokens, read, grammar)
    read = _bounded(tokens, read, rules)
    read = _unit(tokens, read, rules)
    is_article = tokens[at].lower in _articles(language) and number.length == 1
    return None if _is_empty(tokens, read, rules, is_article) else read


@cache
def _articles(language: str) -> frozenset[str]:
    """Words for one that are mostly articles."""
    return frozenset({"un", "una", "uno"} if language == "es" else {"one"})


def _is_empty(tokens: tuple[Token, ...], read: Read, rules: Rules, is_article: bool) -> bool:
    """Whether "one" is a pronoun ("one of them"), or Spanish "un" an article before anything but a person.

    "Cerca de una barricada" is near it.
    """
    if not is_article:
        return False
    if read.bound:
        return tokens[read.first].lower in rules.words.nearby
    if read.last < len(tokens) and tokens[read.last].lower in rules.words.one_of:
        return True
    if tokens[read.first].lower == "one":
        return read.unit is None
    return read.last >= len(tokens) or tokens[read.last].lower not in rules.words.persons


def _is_name_or_date(tokens: tuple[Token, ...], first: int, last: int, words: QuantityWords) -> bool:
    """Whether the number is part of a name, a date or a clock time, and counts nothing."""
    text = tokens[first].text
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if before is not None and before.text in "-–/" and first > 1:
        name = tokens[first - 2]
        together = name.span.end == before.span.start and before.span.end == tokens[first].span.start
        if together and name.text[-1].isalpha():
            return name.text[0].isupper()
    if before is not None and before.lower in words.not_after:
        return True
    if after is not None and (after.lower in words.not_before or (after.text == "/" and text.isdigit())):
        return True
    if ":" in text or not (text[0].isdigit() or text[0].isalpha()):
        return True
    is_year = len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR
    return is_year and last - first == 1 and not (after is not None and after.lower in words.counted)


def _age(tokens: tuple[Token, ...], read: Read, rules: Rules) -> Read:
    """ "26-year-old", "aged 15", "aged 15 and 18", "un joven de 16 años"."""
    words = rules.words
    if read.low is None or read.low > 130:
        return read
    _, last = read_phrase(tokens, read.last, rules.age_after)
    if last:
        return replace(read, last=last, unit=AGE)
    if _is_age_bound(tokens, read, words):
        return replace(read, first=read.first - 1, unit=AGE)
    first = _age_word(tokens, read.first, words)
    if first is not None:
        return replace(read, first=first, unit=AGE)
    years = _years_behind(tokens, read.last, words)
    if years and _is_of_person(tokens, read.first, words):
        return replace(read, last=years, unit=AGE)
    return replace(read, unit=AGE) if _is_listed_age(tokens, read.last, rules) else read


def _is_age_bound(tokens: tuple[Token, ...], read: Read, words: QuantityWords) -> bool:
    """ "Seven of them under 18", "all were under 15": an age, behind whom it is of and with nothing counted behind."""
    if read.first < 2 or tokens[read.first - 1].lower not in words.age_bounds:
        return False
    holder = tokens[read.first - 2].lower
    behind = tokens[read.last].text if read.last < len(tokens) else "."
    held = holder in words.age_holders or holder in words.persons or holder in words.counted
    return held and (not behind[0].isalnum() or behind in words.age_links)


def _is_listed_age(tokens: tuple[Token, ...], at: int, rules: Rules) -> bool:
    """Whether the number that ends at `at` shares the words behind the next one ("15 and 18 years old")."""
    linked = at + 1 < len(tokens) and tokens[at].lower in rules.words.age_links and tokens[at + 1].text.isdigit()
    return linked and read_phrase(tokens, at + 2, rules.age_after)[1] > 0


def _years_behind(tokens: tuple[Token, ...], at: int, words: QuantityWords) -> int:
    """The end of an age whose number ends at `at`: past "años", or `at` itself in "15 y 17 años"; 0 for no age."""
    if at < len(tokens) and tokens[at].lower in words.age_units:
        return at + 1
    is_list = at + 1 < len(tokens) and tokens[at].lower in words.age_links and tokens[at + 1].text.isdigit()
    return at if is_list and _years_behind(tokens, at + 2, words) else 0


def _is_of_person(tokens: tuple[Token, ...], at: int, words: QuantityWords) -> bool:
    """Whether "joven de" leads to the number at `at`, perhaps over other ages ("jóvenes de 15 y 17 años")."""
    while at >= 2 and tokens[at - 1].lower in words.age_links and tokens[at - 2].text.isdigit():
        at -= 2
    return at >= 2 and tokens[at - 1].lower == "de" and tokens[at - 2].lower in words.persons


def _age_word(tokens: tuple[Token, ...], at: int, words: QuantityWords) -> int | None:
    """Where an age begins that leads to token `at` through "aged" and other ages, None for no age."""
    back = at - 1
    while back > 0 and back > at - 6 and (tokens[back].lower in words.age_links or tokens[back].text.isdigit()):
        back -= 1
    if back < 0 or tokens[back].lower not in words.age_before:
        return None
    return back if back == at - 1 else at


def _range(tokens: tuple[Token, ...], read: Read, grammar: tuple[Rules, str]) -> Read:
    """ "between 20 and 30", "20 to 30", "20-30"."""
    rules, language = grammar
    words = rules.words
    between = read.first > 0 and tokens[read.first - 1].lower in words.between
    links = words.between_links if between else words.range_links
    at = _past_sign(tokens, read.last + 1, rules)
    if read.low is None or read.last >= len(tokens) or tokens[read.last].lower not in links:
        return read
    second = read_number(tokens, at, language)
    if second is None or second.value is None:
        return read
    scale = _scale_of(read.low, second.value)
    if read.low * scale >= second.value:
        return read
    first = read.first - 1 if between else read.first
    return replace(read, first=first, last=at + second.length, low=read.low * scale, high=second.value, bound="range")


def _scale_of(low: float, high: float) -> float:
    """ "2 to 3 million": the scale is said once."""
    for scale in (1e9, 1e6, 1e3):
        if high >= scale and low < 1000 and high % scale == 0 and high / scale > low:
            return scale
    return 1.0


def _past_sign(tokens: tuple[Token, ...], at: int, rules: Rules) -> int:
    """The token after a currency sign at `at`."""
    return (
        at + 1 if at < len(tokens) and (tokens[at].lower,) in rules.currencies and not tokens[at].text.isalpha() else at
    )


def _currency(tokens: tuple[Token, ...], read: Read, rules: Rules) -> Read:
    for length in (2, 1):
        begin = read.first - length
        sign = tuple(token.lower for token in tokens[max(0, begin) : read.first])
        if len(sign) == length and sign in rules.currencies and not sign[-1].isalpha():
            return replace(read, first=begin, unit=rules.currencies[sign])
    name, last = read_phrase(tokens, read.last, rules.currencies)
    if not last:
        skipped = read.last + 1 if read.last < len(tokens) and tokens[read.last].lower in ("de", "us") else 0
        name, last = read_phrase(tokens, skipped, rules.currencies) if skipped else ("", 0)
    return replace(read, last=last, unit=name) if last else read


def _of_all(tokens: tuple[Token, ...], read: Read, grammar: tuple[Rules, str]) -> Read:
    """ "13 of the country's 24 regions": the second number belongs to the first."""
    rules, language = grammar
    _, at = read_phrase(tokens, read.last, rules.of_links)
    if not at or read.low is None:
        return read
    limit = at + 4
    while at < min(limit, len(tokens)) and tokens[at].lower in rules.words.of_between:
        at += 1
    total = read_number(tokens, at, language)
    if total is None or total.value is None or total.value < read.low:
        return read
    return replace(read, last=at + total.length)


def _bounded(tokens: tuple[Token, ...], read: Read, rules: Rules) -> Read:
    """Takes in the words before and behind that bound the number; "at least about 20" keeps the outer one."""
    for length in range(LONGEST_PHRASE, 0, -1):
        begin = read.first - length
        words = tuple(token.lower for token in tokens[max(0, begin) : read.first])
        if begin >= 0 and words in rules.before:
            bound = read.bound if read.bound == "range" else rules.before[words]
            return _bounded(tokens, replace(read, first=begin, bound=bound), rules)
    if not read.bound:
        name, last = read_phrase(tokens, read.last, rules.after)
        if last:
            return replace(read, last=last, bound=name)
    return read


def _unit(tokens: tuple[Token, ...], read: Read, rules: Rules) -> Read:
    if read.unit is not None:
        return read
    _, last = read_phrase(tokens, read.last, rules.percent)
    if last:
        return replace(read, last=last, unit=PERCENT)
    for token in _behind(tokens, read.last):
        if token.lower in rules.words.counted:
            return replace(read, unit=rules.words.counted[token.lower])
        if token.lower not in rules.words.modifiers and not token.text[0].isupper() and not token.lower.endswith("s"):
            break
    return read


def _behind(tokens: tuple[Token, ...], at: int) -> Iterator[Token]:
    for token in tokens[at : at + COUNTED_WITHIN]:
        if not token.text[0].isalpha():
            return
        yield token
