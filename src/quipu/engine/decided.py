"""Persons' decisions applied to a record as it is read now, at the beginning of every linking."""

from functools import lru_cache

from quipu.events import Again, Page, block_day, block_of, find_again, rule
from quipu.model import Judgement, SeenClaim
from quipu.store import Draft, ReadPage

# Decisions often come report by report.
_KEPT_PAGES = 16


def apply_decisions(draft: Draft) -> tuple[Judgement, ...]:
    """Files what decisions make of claims, and the conflicts; gives the ties for `link_events`."""
    pages = _Pages(draft)
    rulings = rule(draft.linking.decisions(), pages.look)
    numbers = pages.numbers
    rows = ((numbers[r.claim.document_id], r.claim.id, r.standing, r.decision, r.edited) for r in rulings.claims)
    turned = draft.replace_judged(rows)
    _key(draft, turned)
    draft.add_conflicts(rulings.conflicts)
    return rulings.ties


def _key(draft: Draft, turned: set[tuple[int, str]]) -> None:
    """Edited claims are looked for where what they say now belongs, and no longer once the edit is withdrawn."""
    documents = sorted({number for number, _ in turned})
    keyed = draft.linking.keyed(documents_of=documents) if documents else ()
    mine = [(number, one.claim) for number, one in keyed if (number, one.claim.id) in turned]
    draft.rekey((number, claim.id, block_of(claim), block_day(claim)) for number, claim in mine)


class _Pages:
    """Documents as read now, the last few kept."""

    def __init__(self, draft: Draft) -> None:
        self.numbers: dict[str, int] = {}
        self._page = lru_cache(maxsize=_KEPT_PAGES)(draft.linking.page)

    def look(self, seen: SeenClaim) -> tuple[Again, str]:
        """Where a judged claim is now, and its document's text."""
        found: ReadPage | None = self._page(seen.claim.document_id, seen.text_sha256)
        if found is None:
            return find_again(seen, None), ""
        self.numbers[found.id] = found.number
        return find_again(seen, Page(found.id, found.text, found.text_sha256, found.claims)), found.text
