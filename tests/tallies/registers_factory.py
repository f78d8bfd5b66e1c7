"""Registers of short texts, read by the real rooms, for tables of expectations."""

from collections.abc import Sequence
from datetime import date

from claims_factory import ANCHOR
from events.story import link
from quipu.claims import read_claims
from quipu.model import Claim, Document, RegisterEntry, SourcedClaim
from quipu.sentences import read_sentences
from quipu.tallies import read_registers


def entries_of(
    *texts: str, language: str = "en", published: Sequence[date] = (ANCHOR,), home: str | None = None
) -> list[RegisterEntry]:
    """The register entries of reports that say `texts`, each of its own day where there are several days."""
    days = [*published, *[published[-1]] * len(texts)]
    documents = {
        f"d{at}": Document(f"d{at}", text, published=day, language=language)
        for at, (text, day) in enumerate(zip(texts, days, strict=False))
    }
    claims = [
        SourcedClaim(claim, doc.id, doc.published)
        for doc in documents.values()
        for claim in read_claims(read_sentences(doc))
        if isinstance(claim, Claim)
    ]
    by_id = {one.claim.id: one for one in claims}
    told = [(event, [by_id[id] for id in event.claims]) for event in link(claims)]
    entries = list(read_registers(told, documents, home=home))
    for entry in entries:
        _check_words(entry, by_id, documents)
    return entries


def values(entries: Sequence[RegisterEntry], register: str, name: str) -> set[str]:
    """The values of all details of that name in one register."""
    return {value for entry in entries if entry.register == register for value in entry.values(name)}


def _check_words(entry: RegisterEntry, claims: dict[str, SourcedClaim], documents: dict[str, Document]) -> None:
    """Whatever is stated is stated by a claim of the line, in its document's words, or by a report's words."""
    for detail in entry.details:
        assert detail.stated, f"{detail.name} has no claim behind it"
        for stated in detail.stated:
            assert stated.claim in entry.claims or (stated.claim is None and stated.document in entry.documents)
            document = claims[stated.claim].claim.document_id if stated.claim else stated.document or ""
            text = documents[document].text
            assert stated.span is None or stated.span.of(text).strip()
