"""Cues of saying among tokens: verbs in all their forms, "according to", and what only looks like one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quipu.lexicon import Entry, load
from quipu.model import Token

Tokens = Sequence[Token]
MARKS = frozenset("\"“”«»„'‘’")
HEADLINE_SHARE = 0.6
VERBAL = frozenset(("VERB", "AUX"))
MODIFYING = frozenset(("amod", "compound"))
"""Relations by which a participle stands before its noun ("the planned march")."""
Range = tuple[int, int]


class AttributionWords(Entry):
    """One language's `attribution.yml`."""

    speech: tuple[str, ...]
    stance: tuple[str, ...]
    stance_seen: tuple[str, ...]
    forms: dict[str, str]
    according: tuple[str, ...]
    that: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: frozenset[str]
    source_stops: frozenset[str]
    source_ends: frozenset[str]
    days: frozenset[str]
    passive_by: frozenset[str]
    nouns: frozenset[str]
    wish_nouns: frozenset[str]
    noun_links: frozenset[str]
    noun_sources: frozenset[str]
    makes: frozenset[str]
    reasons: frozenset[str]
    topics: frozenset[str]
    hearsay: frozenset[str]
    clause_needed: frozenset[str]
    figure_verbs: frozenset[str]
    figures: frozenset[str]
    hearers: frozenset[str]
    not_subject: frozenset[str]
    ambiguous: frozenset[str]
    be: frozenset[str]
    tells: frozenset[str]
    contrasts: frozenset[str]
    framing: frozenset[str]
    source_leads: frozenset[str]
    not_source: frozenset[str]
    conjunctions: frozenset[str]
    clauses: frozenset[str]
    determiners: frozenset[str]
    tails: frozenset[str]
    inverted_leads: frozenset[str]
    relatives: frozenset[str]
    time_words: frozenset[str]
    labels: frozenset[str]
    voices: frozenset[str]
    citing: frozenset[str]
    wishes: frozenset[str]
    deeds: frozenset[str]
    goes: frozenset[str]
    occasions: frozenset[str]
    evidence: frozenset[str]
    subjects: frozenset[str]
    fates: frozenset[str]
    clause_only: frozenset[str]
    not_adverbs: frozenset[str]
    plural_verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first` to `last` (exclusive) that mark a saying; `speech` verbs can frame a quotation."""

    first: int
    last: int
    verb: int
    speech: bool
    according: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """The words of one language, its verbs in all their forms."""

    words: AttributionWords
    speech: frozenset[tuple[str, ...]]
    verbs: frozenset[tuple[str, ...]]
    according: frozenset[tuple[str, ...]]
    seen: frozenset[tuple[str, ...]]
    """Forms that are asked for only where a tree is."""
    firsts: frozenset[str]
    language: str
    bases: dict[tuple[str, ...], str]
    """Every form of a verb to its base."""
    unfactual: frozenset[str]
    """Bases of `stance_seen`: their objects are what is felt or done, not what is said to be so."""


@cache
def attribution_rules(language: str) -> Rules:
    """The rules of one language ("en" or "es")."""
    words: AttributionWords = load("attribution", language, AttributionWords)
    inflect = _inflect_es if language == "es" else _inflect_en
    bases = {
        tuple(form.split()): verb
        for verb in (*words.stance_seen, *words.stance, *words.speech)
        for form in inflect(verb)
    }
    bases |= {tuple(form.split()): base for form, base in words.forms.items()}
    speech = frozenset(form for form, base in bases.items() if base in words.speech)
    according = frozenset(tuple(phrase.split()) for phrase in words.according)
    firsts = frozenset(form[0] for form in (*bases, *according))
    listed = {*words.stance, *words.speech}
    seen = frozenset(form for form, base in bases.items() if base not in listed)
    return Rules(
        words, speech, frozenset(bases), according, seen, firsts, language, bases, frozenset(words.stance_seen) - listed
    )


def _inflect_en(phrase: str) -> Iterator[str]:
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeo":
        forms = [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    else:
        third = verb + ("es" if verb.endswith(("sh", "ch", "s", "x")) else "s")
        forms = [verb, third, stem + "ed", stem + "ing"]
    yield from (form + tail for form in forms)


def _inflect_es(phrase: str) -> Iterator[str]:
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    stem, ending = verb[:-2], verb[-2:]
    ends = (
        ("ó", "aron", "a", "an", "aba", "aban", "ando", "ado", "ada", "ados", "adas", "ará", "ar")
        if ending == "ar"
        else ("ió", "ieron", "e", "en", "ía", "ían", "iendo", "ido", "ida", "idos", "idas", ending)
    )
    yield from (stem + end + tail for end in ends)


def find_cues(tokens: Tokens, rules: Rules) -> list[Cue]:
    """Every cue of a sentence, left to right."""
    cues: list[Cue] = []
    headline: bool | None = None
    for at, token in enumerate(tokens):
        if token.lower in rules.firsts and not (cues and at < cues[-1].last):
            cue = _cue_at(tokens, at, rules)
            if cue is None:
                continue
            if not cue.according and at and token.text[0].isupper():
                headline = _is_headline(tokens) if headline is None else headline
                if not headline:
                    continue
            cues.append(cue)
    return cues


def _cue_at(tokens: Tokens, at: int, rules: Rules) -> Cue | None:
    for length in (4, 3, 2, 1):
        words = tuple(token.lower for token in tokens[at : at + length])
        if len(words) < length:
            continue
        if words in rules.according:
            if words[0] in rules.words.citing and not _is_voice(tokens, at + length, rules.words):
                return None
            last = at + length
            said = last + 1 < len(tokens) and _is_plain_verb(tokens[last], rules)
            return Cue(at, last + said, at, speech=True, according=True)
        if words in rules.verbs and (tokens[at].head is not None or words not in rules.seen):
            first = _with_auxiliaries(tokens, at, rules.words)
            auxiliaries = {token.lower for token in tokens[first:at]}
            speech = words in rules.speech
            if not _is_verb_here(tokens, (first, at), rules.words):
                return None
            passive = bool(auxiliaries & rules.words.be) and not words[0].endswith(("ing", "ndo"))
            return Cue(first, at + length, at, speech, passive=passive)
    return None


def _is_plain_verb(token: Token, rules: Rules) -> bool:
    """ "según informó la policía": a verb of saying that is never a noun."""
    return (token.lower,) in rules.speech and token.lower not in rules.words.ambiguous


def _is_voice(tokens: Tokens, at: int, words: AttributionWords) -> bool:
    """Whether what begins at `at` can have a word of its own: a name, or "officials", "reports", "media"."""
    ahead = tokens[at : at + 6]
    return any(is_name(token) or token.lower in words.voices for token in ahead)


def _is_verb_here(tokens: Tokens, where: Range, words: AttributionWords) -> bool:
    """Whether an ambiguous form is a verb, and an infinitive no mere purpose ("a plan to support …")."""
    first, at = where
    before = tokens[first - 1] if first else None
    if first < at and tokens[at - 1].lower == "to" and not any(t.lower in words.goes for t in tokens[first:at]):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].lower in words.fates:
        return False  # "a man reported dead"
    if first == at and before is not None and before.lower in words.determiners:
        return False  # "the planned reform", "of confirmed deaths"
    if tokens[at].head is not None and (tokens[at].lower in words.ambiguous):
        return tokens[at].pos in VERBAL and tokens[at].relation not in MODIFYING
    if tokens[first].lower in ("'s", "’s") and first + 1 == at and not tokens[at].lower.endswith(("ed", "aid")):
        return before is not None and before.lower in words.pronouns  # "the mayor's remarks"
    if tokens[at].lower not in words.ambiguous:
        return True
    if first < at:
        return True
    if before is None:
        return False
    named = before.text[0].isupper() and before.lower not in words.not_subject
    subject = before.lower in words.pronouns or named
    opened = at + 1 < len(tokens) and (tokens[at + 1].lower in words.that or tokens[at + 1].text in MARKS | {":"})
    if tokens[at].lower.endswith("s") and first > 1 and tokens[first - 2].lower in ("and", "y"):
        return False  # "Shan and Karen states"
    if before.lower in words.evidence and before.lower.endswith("s") != tokens[at].lower.endswith("s"):
        return True  # "polls show", "a study finds"
    if tokens[at].lower in words.clause_only:
        return subject and opened and tokens[at + 1].lower not in words.that - words.clauses
    past = subject and tokens[at].lower.endswith("ed") and at + 1 < len(tokens)
    return (subject and at + 1 < len(tokens) and tokens[at + 1].text[0].islower()) or opened or past


def _is_headline(tokens: Tokens) -> bool:
    """Whether most words are capitalised, so that a capital says nothing."""
    words = [token for token in tokens if token.text[0].isalpha()]
    return sum(token.text[0].isupper() for token in words) > HEADLINE_SHARE * len(words)


def _with_auxiliaries(tokens: Tokens, at: int, words: AttributionWords) -> int:
    first = at
    while first > 0 and first > at - 4 and _is_auxiliary(tokens[first - 1], words):
        first -= 1
    return first


def _is_auxiliary(token: Token, words: AttributionWords) -> bool:
    return token.lower in words.auxiliaries or is_adverb(token, words)


def is_adverb(token: Token, words: AttributionWords) -> bool:
    """Whether the ending says so ("repeatedly", "nuevamente")."""
    return token.lower.endswith(("ly", "mente")) and len(token.lower) > 4 and token.lower not in words.not_adverbs


def is_word(token: Token) -> bool:
    """Whether the token has a letter first."""
    return token.text[0].isalpha()


def is_name(token: Token) -> bool:
    return token.text[0].isupper()
