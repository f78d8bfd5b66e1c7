"""Words that take sides, told as the words of whoever uses them."""

from collections.abc import Iterator, Sequence

from quipu.model import Claim, RoundupSentence
from quipu.tallies.roundup_notes import Notes
from quipu.tallies.roundup_words import RoundupWords, loaded_pattern


def tell_loaded(claims: Sequence[Claim], notes: Notes, words: RoundupWords) -> Iterator[RoundupSentence]:
    """One sentence for every loaded word in the words of these claims, with all who use it."""
    used: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        pattern = loaded_pattern(notes.filed(claim.document_id).document.language)
        for found in pattern.finditer(notes.words_of(claim)) if pattern else ():
            used.setdefault(found.group().casefold(), {}).setdefault(claim.id, claim)
    for word, users in sorted(used.items()):
        text = words.loaded.format(words=words.quote(word), source=notes.sources(list(users.values())))
        yield RoundupSentence(text, notes.refer(users.values()))
