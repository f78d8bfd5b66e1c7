"""The demands of a window: each thing once, in the shortest words for it, with everybody who demands it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from quipu.lexicon import languages
from quipu.model import Claim, RegisterEntry, RoundupSentence
from quipu.tallies.register_words import register_words
from quipu.tallies.roundup_telling import Telling
from quipu.tallies.roundup_words import roundup_words


@dataclass(slots=True)
class _Demanding:
    """What the same people demand."""

    things: list[str] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)


def tell_demands(claims: Collection[Claim], telling: Telling) -> Iterator[RoundupSentence]:
    """One sentence for all lines of the register of demands that these claims stand in and the same people demand."""
    mine = {claim.id: claim for claim in claims}
    by_whom: dict[str, _Demanding] = {}
    for entry in telling.view.registers(register="demands"):
        used = [mine[id] for id in entry.claims if id in mine]
        wanted = _wanted(entry, used)
        if used and wanted and not _is_told_before(wanted, used, telling):
            demanding = by_whom.setdefault(_by_whom(used, telling), _Demanding())
            demanding.things.append(wanted)
            demanding.claims |= {claim.id: claim for claim in telling.notes.some(used)}
    for end, demanding in by_whom.items():
        things = telling.words.listed(map(telling.words.quote, demanding.things))
        yield telling.notes.say(end.replace(_THINGS, things), list(demanding.claims.values()))


# Where the things demanded will stand.
_THINGS = "\x00"


def _wanted(entry: RegisterEntry, used: Collection[Claim]) -> str:
    return " ".join(entry.subject.split()) or next((claim.target.text for claim in used if claim.target), "")


def _is_told_before(wanted: str, used: Collection[Claim], telling: Telling) -> bool:
    """Whether the words only point to demands told before ("these demands")."""
    spoken = {telling.reports.language(claim.document_id) for claim in used} & set(languages())
    return any(wanted.casefold() in roundup_words(language).anaphora for language in spoken)


def _by_whom(used: Collection[Claim], telling: Telling) -> str:
    """The sentence without what is demanded; where nobody is named, with the reports that have the demand."""
    names = [name for name in (_who(claim, telling) for claim in used) if name]
    if names:
        return telling.words.demand.format(words=_THINGS, who=telling.words.listed(names))
    reporters = (telling.speakers.reporter(claim.document_id) for claim in used)
    return telling.words.demand_unsaid.format(words=_THINGS, reporter=telling.words.listed(reporters))


def _who(claim: Claim, telling: Telling) -> str | None:
    """Who demands it; nobody for a pronoun that no name stands behind."""
    if claim.actor is None:
        return None
    language = telling.reports.language(claim.document_id)
    if claim.actor.known_as.casefold().strip() in register_words(language).pronouns:
        return None
    return telling.speakers.name(claim.actor, claim.document_id)
