"""Saying a claim: its fields in words, without offsets, so that two readings can be compared and shown side by side."""

from quipu.model.claim import Claim, ClaimDate, ClaimPlace, Count, Victim, Words
from quipu.model.figures import say_range
from quipu.model.mention import gazetteer_id

FIELDS = ("type", "modality", "actor", "target", "place", "date", "count", "attribution", "victims")


def say_fields(claim: Claim) -> dict[str, str]:
    """Every field that the claim has, in the order of `FIELDS`: {"count": "killed 2, this happening"}.

    Equal for two readings that say the same, wherever they stand and whichever rule read them.
    """
    said = {
        "type": claim.type.value,
        "modality": claim.modality.value,
        "actor": _words(claim.actor),
        "target": _words(claim.target),
        "place": _place(claim.place),
        "date": _date(claim.date),
        "count": _count(claim.count),
        "attribution": _words(claim.attribution),
        "victims": "; ".join(map(_victim, claim.victims)),
    }
    return {name: words for name, words in said.items() if words}


def differing(left: Claim, right: Claim) -> tuple[str, ...]:
    """The fields that two readings say otherwise."""
    a, b = say_fields(left), say_fields(right)
    return tuple(name for name in FIELDS if a.get(name) != b.get(name))


def say_source(claim: Claim) -> str:
    """Whose word a claim is, with who passed it on: "the hospital ← local media"; "" for the author's own."""
    return " ← ".join(link.text for link in claim.chain) or _words(claim.attribution)


def _words(words: Words | None) -> str:
    return words.text if words else ""


def _place(place: ClaimPlace | None) -> str:
    if place is None:
        return ""
    id = gazetteer_id(place.geonameid, place.pcode)
    return f"{place.text} ({id})" if id else place.text


def _date(when: ClaimDate | None) -> str:
    if when is None or (when.begin is None and when.finish is None):
        return ""
    if when.begin == when.finish:
        return str(when.begin)
    return f"{when.begin or ''}..{when.finish or ''}"


def _count(count: Count | None) -> str:
    if count is None:
        return ""
    kind = "running total" if count.cumulative else "this happening"
    more = "".join(f", {part}" for part in (count.scope, count.relation) if part)
    return f"{count.what.value} {say_range(count.low, count.high, count.text)}, {kind}{more}"


def _victim(victim: Victim) -> str:
    told = (str(victim.age) if victim.age is not None else "", victim.group or "")
    return " ".join(part for part in told if part) or "described"
