"""Words that take sides, told as the words of whoever uses them, or holds them at arm's length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quipu.model import Claim, RoundupSentence, Span, Stance
from quipu.sentences.quotes import find_quotes, is_speech
from quipu.tallies.roundup_reports import Place
from quipu.tallies.roundup_telling import Telling
from quipu.tallies.roundup_words import loaded_pattern

# Why a claim of what lies many years back was not made.
_PAST = "historical"
_FORMS = {Stance.USED: "loaded", Stance.DISTANCED: "distanced", Stance.DENIED: "denied"}


@dataclass(frozen=True, slots=True)
class _Use:
    """A loaded word where it stands: how it is used, and by whom."""

    word: str
    stance: Stance
    who: str
    place: Place


def tell_loaded(claims: Sequence[Claim], telling: Telling) -> Iterator[RoundupSentence]:
    """One sentence for every loaded word and way of using it, with all who do.

    Looked for in the sentences of these claims and in all reports of the window. Copies of reports add nobody.
    """
    used: dict[tuple[str, Stance], dict[str, Place]] = {}
    for document, places in _read(claims, telling).items():
        for use in _uses(document, places, telling):
            used.setdefault((use.word, use.stance), {}).setdefault(use.who, use.place)
    for (word, stance), users in sorted(used.items(), key=lambda entry: (entry[0][0], list(_FORMS).index(entry[0][1]))):
        form = getattr(telling.words, _FORMS[stance])
        text = form.format(words=telling.words.quote(word), source=telling.words.listed(users))
        yield telling.notes.say_of(text, list(users.values()))


def _read(claims: Sequence[Claim], telling: Telling) -> dict[str, list[Span]]:
    """The stretches to look in, by report: all of those of the window, of any other the sentences of its claims."""
    found: dict[str, list[Span]] = {}
    for filed in telling.view.documents():
        if filed.repeats is None and filed.unread is None and telling.within(filed.anchor.day):
            found[filed.document.id] = [Span(0, len(telling.reports.text(filed.document.id)))]
    whole = set(found)
    for claim in claims:
        id = claim.document_id
        if id not in whole and telling.reports.filed(id).repeats is None:
            found.setdefault(id, []).append(telling.reports.sentence(claim).span)
    return found


def _uses(document: str, places: Sequence[Span], telling: Telling) -> Iterator[_Use]:
    pattern, text = loaded_pattern(telling.reports.language(document)), telling.reports.text(document)
    if pattern is None:
        return
    namings = list(telling.view.namings(document=document))
    said = list(telling.view.claims(document=document))
    past = [one.span for one in telling.view.refused_claims(document=document) if one.reason == _PAST]
    for span in dict.fromkeys(places):
        for found in pattern.finditer(text, span.start, span.end):
            where = Span(*found.span())
            if any(span.holds(where) for span in past):
                continue
            place = telling.reports.sentence_at(document, where)
            naming = next((one for one in namings if one.span.meets(where)), None)
            who = telling.speakers.name(naming.speaker, document) if naming else _speaker(where, place, said, telling)
            yield _Use(found.group().casefold(), naming.stance if naming else Stance.USED, who, place)


def _speaker(where: Span, place: Place, claims: Sequence[Claim], telling: Telling) -> str:
    """Whose word it is by the claims of its sentence; within speech of nobody known, somebody's; else the report's."""
    for claim in claims:
        said = claim.attribution
        if said and said.span and claim.span.holds(where) and not said.span.meets(where):
            return telling.speakers.name(said, place.document)
    text = telling.reports.text(place.document)
    if any(quote.holds(where) and is_speech(text, quote) for quote in find_quotes(text)):
        return telling.words.unnamed.format(reporter=telling.speakers.reporter(place.document))
    return telling.speakers.reporter(place.document)
