"""Words that take sides, told as the words of whoever uses them, or holds them at arm's length."""

from collections.abc import Iterator, Sequence

from quipu.model import Claim, Naming, RoundupSentence, Span, Stance
from quipu.tallies.roundup_telling import Telling
from quipu.tallies.roundup_words import loaded_pattern

_FORMS = {Stance.USED: "loaded", Stance.DISTANCED: "distanced", Stance.DENIED: "denied"}

Use = tuple[Stance, str]
"""How a word is used, and by whom."""


def tell_loaded(claims: Sequence[Claim], telling: Telling) -> Iterator[RoundupSentence]:
    """One sentence for every loaded word in the sentences of these claims, and way of using it, with all who do.

    Copies of reports add nobody.
    """
    used: dict[tuple[str, Stance], dict[str, Claim]] = {}
    namings: dict[str, list[Naming]] = {}
    for claim in claims:
        id = claim.document_id
        pattern = loaded_pattern(telling.reports.language(id))
        if pattern is None or telling.reports.filed(id).repeats is not None:
            continue
        if id not in namings:
            namings[id] = list(telling.view.namings(document=id))
        span = telling.reports.sentence(claim).span
        for found in pattern.finditer(telling.reports.text(id), span.start, span.end):
            stance, who = _use(claim, Span(*found.span()), namings[id], telling)
            used.setdefault((found.group().casefold(), stance), {}).setdefault(who, claim)
    for (word, stance), users in sorted(used.items(), key=lambda entry: (entry[0][0], list(_FORMS).index(entry[0][1]))):
        form = getattr(telling.words, _FORMS[stance])
        text = form.format(words=telling.words.quote(word), source=telling.words.listed(users))
        yield telling.notes.say(text, list(users.values()))


def _use(claim: Claim, where: Span, namings: Sequence[Naming], telling: Telling) -> Use:
    """Whose word it is: as framing has it; else the source's in whose sentence it stands, else the report's."""
    naming = next((one for one in namings if one.span.meets(where)), None)
    if naming is not None:
        return naming.stance, telling.speakers.name(naming.speaker, claim.document_id)
    said = claim.attribution
    sentence = telling.reports.sentence(claim).span
    own = said if said and said.span and sentence.holds(said.span) and not said.span.meets(where) else None
    return Stance.USED, telling.speakers.name(own, claim.document_id)
