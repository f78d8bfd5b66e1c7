"""The lemma of a word: what its ending says for its part of speech, or what a list of exceptions says.

Both come from treebanks (`training/lemmas.py` builds `data/lemmas-*.txt`); English prefixes on irregular verbs and
Spanish pronouns behind imperatives are read here.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

LONGEST_ENDING = 8
NAME = "PROPN"
Ending = tuple[int, str]
"""Letters to cut and letters to add."""
Endings = dict[str, Ending]
_MARKS = frozenset({"NUM", "PUNCT", "SYM"})
_UNKNOWN = frozenset({"", "X"})
_NUMBER = {"en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"), "es": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")}
_ROMAN = re.compile(r"[IVXLC]+")
_PLAIN = {"–": "-", "“": '"', "”": '"', "``": '"', "''": '"', "‘": "'", "’": "'"}
# Without an accent "-me" and "-te" are more often a verb's own end ("confirme", "reparte").
_PRONOUNS = re.compile(
    r"(?P<verb>\w+?[aei]r)(?:l[oae]s?|se|nos|os)|(?P<two>\w+?[áéí]r)(?:me|te|se|nos|os)l[oae]s?"
    r"|(?P<gerund>\w+?[áé]ndo)(?:me|te|se|nos|os)?(?:l[oae]s?|me|te|se|nos|os)"
)
_BARE = str.maketrans("áéí", "aei")
INFINITIVE = re.compile(r"[aeií]r(?:se)?$")
ANYTHING = re.compile("")
VERBS = frozenset({"VERB", "AUX"})
_PREFIX = re.compile(r"(?:over|under|out|mis|re|un|with|fore|up|inter)(?=[a-z]{3})")


@dataclass(frozen=True, slots=True)
class _Table:
    """The endings and exceptions of one tag."""

    endings: Endings
    words: dict[str, str]


@lru_cache(maxsize=50_000)
def lemma_of(word: str, tag: str, language: str) -> str:
    """The dictionary form of `word`: "killed" as VERB is "kill", as ADJ "killed".

    `tag` is a universal part of speech, or "" where none is known; `language` is "en" or "es", in any other the word
    comes back in small letters. A name (PROPN) keeps its capitals, everything else is in small letters unless always
    written otherwise ("I", "Peruvian").
    """
    if language not in _LANGUAGES:
        return word.lower()
    if tag in _MARKS or (tag in _UNKNOWN and not any(map(str.isalpha, word))):
        return _mark_lemma(word, language)
    table = _tables(language).get(tag) or _EMPTY
    form = word if tag == NAME else word.lower().replace("’", "'")
    known = table.words.get(form)
    if known is not None:
        return known
    if language == "en" and tag in VERBS and (prefix := _PREFIX.match(form)):
        base = table.words.get(form[prefix.end() :])
        if base is not None:
            return prefix.group() + base
    if language == "es" and tag in VERBS:
        bare = _without_pronouns(form)
        return lemma_of(bare, tag, language) if bare else edited(form, table.endings, fits=INFINITIVE)
    return edited(form, table.endings)


def _without_pronouns(form: str) -> str | None:
    """The infinitive or gerund that Spanish pronouns hang on: "llevar" of "llevárselo", "llevando" of "llevándola"."""
    found = _PRONOUNS.fullmatch(form)
    return found[found.lastgroup or 0].translate(_BARE) if found else None


def _mark_lemma(word: str, language: str) -> str:
    """Numbers in plain digits ("12,500" is "12500"), Roman numerals as written, marks in their plainest form."""
    if _NUMBER[language].fullmatch(word):
        return word.replace(",", "") if language == "en" else word.replace(".", "").replace(",", ".")
    if _ROMAN.fullmatch(word):
        return word
    return _PLAIN.get(word) or word.lower()


def edited(form: str, endings: Endings, *, fits: re.Pattern[str] = ANYTHING) -> str:
    """The form with the edit of its longest known ending that gives a word that `fits`; without one, as it is."""
    for size in range(min(LONGEST_ENDING, len(form)), -1, -1):
        found = endings.get(form[len(form) - size :])
        if found is not None and found[0] < len(form):
            word = form[: len(form) - found[0]] + found[1]
            if fits.search(word):
                return word
    return form


_LANGUAGES = frozenset({"en", "es"})
_EMPTY = _Table({}, {})


@cache
def _tables(language: str) -> dict[str, _Table]:
    """The tables of one language by tag."""
    text = files("quipu.sentences").joinpath("data", f"lemmas-{language}.txt").read_text(encoding="utf-8")
    tables: dict[str, _Table] = {}
    table = _EMPTY
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            table = tables.setdefault(line[1:-1], _Table({}, {}))
        elif line.startswith("-"):
            ending, cut, *added = line[1:].split(" ")
            table.endings[ending] = int(cut), "".join(added)
        else:
            lemma, forms = line.split(": ")
            table.words.update(dict.fromkeys(forms.split(), lemma))
    return tables
