"""How a roundup names whose word something is: one name for one voice, in words that take no side.

A name stands as its report has it. It stands in quotation marks where it takes a side, where it says more than a name,
or where it is in another language than the digest and the record has no name of its own for that voice.
"""

import re
from collections.abc import Sequence
from functools import cache
from textwrap import shorten

from quipu.lexicon import languages
from quipu.model import Claim, RecordView, Words
from quipu.tallies.roundup_reports import Reports
from quipu.tallies.roundup_words import RoundupWords, is_loaded, roundup_words
from quipu.tallies.voices import Voice, holds_office, is_short, known_voice, same_voice, voice_of

# Words of a name; more are a clause.
_LONGEST = 9
# Letters of a particle in a name: "de", "van", "bin".
_PARTICLE = 3
# Characters of a title within a sentence; its footnote has the whole.
_LONGEST_TITLE = 48


class Speakers:
    """Names of sources, in one language."""

    def __init__(self, view: RecordView, reports: Reports, words: RoundupWords, language: str) -> None:
        self._view = view
        self._reports = reports
        self._words = words
        self._language = language
        self._named: dict[str, list[Words]] = {}

    def reporter(self, document: str) -> str:
        """Who published a report; where that is not known, the report by its title or id."""
        doc = self._reports.filed(document).document
        title = shorten(doc.title or "", _LONGEST_TITLE, placeholder=" …")
        return doc.publisher or self._words.report.format(title=self._words.quote(title) if title else doc.id)

    def publication(self, document: str) -> str:
        """Who published a report, else its whole title or its id, as a list of sources has it."""
        doc = self._reports.filed(document).document
        return doc.publisher or (self._words.quote(doc.title) if doc.title else doc.id)

    def of(self, claim: Claim) -> str:
        """Whose word a claim is: the source that its report names, else the report."""
        return self.name(claim.attribution, claim.document_id)

    def teller(self, claim: Claim) -> str:
        """Who tells what is quoted: the report, whose sentence names its source; else the source with the report."""
        said, sentence = claim.attribution, self._reports.sentence(claim).span
        reporter = self.reporter(claim.document_id)
        if said is None or said.span is None or sentence.holds(said.span):
            return reporter
        source = self.name(said, claim.document_id)
        unnamed = self._words.unnamed.format(reporter=reporter)
        return source if source in (reporter, unnamed) else self._words.within.format(source=source, reporter=reporter)

    def name(self, said: Words | None, document: str) -> str:
        """A source that a report names, "the office" by the last full name before it; the report itself for None."""
        if said is None:
            return self.reporter(document)
        told = said.known_as
        if told.casefold() in self._speaks_of_itself(document):
            return self.reporter(document)
        if is_short(voice_of(told)):
            told = self._before(said, document) or told
        if not voice_of(told):
            return self._words.unnamed.format(reporter=self.reporter(document))
        first, _, rest = " ".join(told.split()).partition(" ")
        cut = rest and first in self._words.particles and first.capitalize() not in _articles()
        return self._shown(rest if cut else f"{first} {rest}".strip(), document)

    def listed(self, claims: Sequence[Claim]) -> str:
        """Whose word the claims are, each voice once."""
        found: dict[str, Voice] = {}
        for claim in claims:
            name = self.of(claim)
            voice = voice_of(claim.attribution.known_as if claim.attribution else name) or frozenset((name,))
            same = next((other for other, known in found.items() if same_voice(voice, known)), None)
            if same is None or len(voice) > len(found[same]):
                found = {name if other == same else other: v for other, v in found.items()}
                found[name] = voice
        return self._words.listed(found)

    def _before(self, said: Words, document: str) -> str | None:
        """The last source before an offset that "the office" may be."""
        if document not in self._named:
            all_named = (claim.attribution for claim in self._view.claims(document=document))
            self._named[document] = [words for words in all_named if words and words.span]
        at, voice = said.span.start if said.span else 0, voice_of(said.text)
        found = [
            (words.span.start, words.known_as)
            for words in self._named[document]
            if words.span and words.span.start < at and not is_short(other := voice_of(words.known_as))
            if other and same_voice(voice, other)
        ]
        return max(found)[1] if found else None

    def _speaks_of_itself(self, document: str) -> frozenset[str]:
        language = self._reports.language(document)
        words = roundup_words(language) if language in languages() else self._words
        return frozenset(word.casefold() for word in words.first_person)

    def _shown(self, name: str, document: str) -> str:
        if self._reports.language(document) not in ("", self._language) and name != self.reporter(document):
            voice = known_voice(name)
            return self._words.voices[voice] if voice in self._words.voices else self._own_or_quoted(name)
        name = _with_title(name)
        if is_loaded(name) or len(name.split()) > _LONGEST or set(name) & set(',;:"“”«»…'):
            return self._words.quote(name)
        if name.partition(" ")[0] in self._words.whose:
            return self._words.quote(name)
        return self._within_a_sentence(name, document)

    def _within_a_sentence(self, name: str, document: str) -> str:
        """A name that began its sentence, without the capital that it had from there: "peasant communities"."""
        first, _, rest = name.partition(" ")
        second = rest.partition(" ")[0]
        if rest:
            named = any(part[:1].isupper() for part in rest.split())
            common = second[:1].islower() and (second not in self._words.particles or not named)
        else:
            common = re.search(rf"\b{re.escape(first.lower())}\b", self._reports.text(document)) is not None
        return f"{name[:1].lower()}{name[1:]}" if first in self._words.articles or common else name

    def _own_or_quoted(self, name: str) -> str:
        """A proper name is the same in every language, without article or title; other words are their report's."""
        parts = (_proper(name) or name).split()
        if len(parts) > 2 and parts[0].capitalize() in _articles():
            parts = parts[1:]
        proper = all(part[:1].isupper() for part in parts) and parts[0] not in _articles()
        proper &= not holds_office(" ".join(parts))
        return " ".join(parts) if proper and not is_loaded(name) and len(parts) <= _LONGEST else self._words.quote(name)


def _with_title(name: str) -> str:
    """ "the interior minister, Nana Owusu" without its comma; "Yaw Boateng, leader of the union" by the name alone."""
    before, comma, behind = name.partition(", ")
    if not comma or "," in behind:
        return name
    if _is_proper(before):
        return before
    return f"{before} {behind}" if _is_proper(behind) else name


def _proper(name: str) -> str | None:
    """The person's name beside a title, where a comma parts them."""
    return next((part for part in name.split(", ") if ", " in name and _is_proper(part)), None)


def _is_proper(words: str) -> bool:
    """Whether words are a name of two words or more: "Nana Owusu", "José de la Riva"; "The Minister" is none."""
    parts = words.split()
    named = [part for part in parts if part[:1].isupper()]
    small = all(part[:1].isupper() or len(part) <= _PARTICLE for part in parts)
    return len(named) > 1 and named[0] == parts[0] and parts[0] not in _articles() and small


@cache
def _articles() -> frozenset[str]:
    """Of all languages."""
    return frozenset().union(*(roundup_words(language).articles for language in languages()))
