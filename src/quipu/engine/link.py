"""From the claims of a record to its events and lists: everything derived, made anew in one transaction.

1. What persons' decisions mean for the claims as they are read now.
2. Copies of documents, copied passages, and so the source of every claim.
3. Events and the judgements behind them, streamed from the claims in linking order.
4. Tallies, disputes, days, timeline and registers.
Nothing here holds all claims; what is held grows with copies, counted events and totals.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from quipu import __version__
from quipu.engine.decided import apply_decisions
from quipu.engine.light import Light
from quipu.engine.progress import Progress, Silent
from quipu.events import (
    SCHEME_VERSION,
    Clues,
    CopiedPassage,
    Passage,
    Sketch,
    block_day,
    block_of,
    find_copied,
    group_copies,
    link_events,
    origin_of,
    sketch,
)
from quipu.lexicon.load import lexicon_hash
from quipu.model import CountKind, Dispute, Event, Span
from quipu.store import Draft, Linking, Store, View, Writer
from quipu.tallies import (
    DayWeight,
    Wordings,
    claims_of_low_totals,
    count_tallies,
    find_disputes,
    read_registers,
    read_timeline,
    tell_days,
    weigh_days,
)

Value = TypeVar("Value")

COUNTED = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
STEPS = 7
# Texts held at a time while days are told: the reports around a day are asked for again and again.
_HELD_TEXTS = 512
# Texts kept while registers are read: one event's reports come again in the next.
_KEPT_TEXTS = 32


def made_by() -> str:
    """The version and the words that reading and linking use."""
    return f"quipu {__version__} {lexicon_hash()}"


def rebuild_derived(store: Store, progress: Progress | None = None, *, language: str = "en") -> dict[str, int]:
    """Links a record anew, after an undo or a decision; gives how many events and so on there are now."""
    with store.writer() as writer:
        return link_record(store, writer, progress or Silent(), language=language, always=True)


def undo_run(record: Path, run: str, progress: Progress | None = None, *, language: str = "en") -> int:
    """Withdraws a run's documents and links the rest anew; gives how many were withdrawn.

    Raises:
        NotFound: no such run.
        RecordError: the record is missing, damaged or locked.
    """
    with Store.open(record) as store, store.writer() as writer:
        withdrawn = writer.withdraw(run)
        link_record(store, writer, progress or Silent(), language=language)
    return withdrawn


def link_record(
    store: Store, writer: Writer, progress: Progress, *, language: str, always: bool = False
) -> dict[str, int]:
    """Makes the derived layer unless it follows already from the claims, by this version and its words."""
    maker = made_by()
    with store.view() as view:
        if not always and not view.is_stale() and view.linked_by() == maker:
            return view.derived_counts()
        is_mixed = any(f"quipu {run.quipu_version} {run.lexicon_hash}" != maker for run in view.runs())
    progress.start("linking", STEPS)
    with writer.derive(maker) as draft:
        ties = apply_decisions(draft)
        if is_mixed:
            _renew_keys(draft)
        _find_sources(draft)
        progress.advance()
        draft.add_links(link_events(draft.linking.claims(), ties, _clues(draft)))
        progress.advance()
        _tell_figures(draft, language, progress)
        weights = _tell_days(draft, progress)
        _tell_events(draft, weights, language, progress)
    progress.done()
    with store.view() as view:
        return view.derived_counts()


def _renew_keys(draft: Draft) -> None:
    """Claims that another version read are looked for where this version looks, and sketches can be compared."""
    linking = draft.linking
    keys = ((number, keyed, block_of(keyed.claim), block_day(keyed.claim)) for number, keyed in linking.keyed())
    moved = (
        (number, keyed.claim.id, block, day)
        for number, keyed, block, day in keys
        if (block, day) != (keyed.block, keyed.day)
    )
    draft.rekey(moved)
    otherwise = linking.texts_sketched_otherwise(SCHEME_VERSION)
    draft.replace_sketches((number, sketch(text)) for number, text in otherwise)


def _clues(draft: Draft) -> Clues:
    return Clues(((one.id, one.day) for one in draft.linking.sketches()), _Asked(draft.view, draft.view.text))


def _find_sources(draft: Draft) -> None:
    """Which documents are copies, which passages are copied, and whose word each claim therefore is."""
    linking = draft.linking
    originals = group_copies(
        (one.id, one.day, Sketch(one.exact, one.minhash, one.scheme_version)) for one in linking.sketches()
    )
    draft.add_copies((one.number, originals[one.id]) for one in linking.sketches() if one.id in originals)
    draft.add_copied_passages(_copied(linking))
    draft.add_origins(_origins(linking, originals))


def _copied(linking: Linking) -> Iterator[tuple[int, Span, str]]:
    for group in linking.shared_passages():
        numbers = {one.id: one.number for one in group}
        for id, found in find_copied((one.id, one.day, Passage(one.hash, one.span)) for one in group).items():
            yield from ((numbers[id], passage.span, passage.original) for passage in found)


def _origins(linking: Linking, originals: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    """Claims whose source is another than that of their whole document."""
    for number, claims, passages in linking.claims_beside_copied():
        copied = [CopiedPassage(span, original) for span, original in passages]
        for claim in claims:
            id = claim.document_id
            origin = origin_of(claim, originals, {id: copied})
            if origin != originals.get(id, id):
                yield number, claim.id, origin


def _tell_figures(draft: Draft, language: str, progress: Progress) -> None:
    """Tallies, and disputes between them and within events."""
    view, light = draft.view, Light()
    counted = list(light.events(event for event in view.events() if any(what in COUNTED for what, _ in event.counts)))
    claims = light.counted(draft.linking.counted([what.value for what in COUNTED]))
    days, publishers = _Asked(view, view.day_of), _Asked(view, view.publisher_of)
    draft.add_tallies(count_tallies(claims, counted, days, speakers=publishers, language=language))
    progress.advance()
    draft.add_disputes(_disputes(draft, counted, language))
    progress.advance()


def _tell_days(draft: Draft, progress: Progress) -> Mapping[date, DayWeight]:
    """The days, each with the words that say most about it; gives how much is told of each."""
    linking, texts = draft.linking, _Asked(draft.view, lru_cache(_HELD_TEXTS)(draft.view.text))
    independent = (filed for filed in draft.view.documents() if filed.repeats is None)
    spoken = {filed.document.id: filed.anchor.day for filed in independent}
    weights = weigh_days(linking.told_days(), {id: day for id, day in spoken.items() if day is not None})
    wordings = Wordings(one.span.of(texts[one.document_id]) for one in linking.told_days())
    draft.add_days(tell_days(linking.told_days(), weights, texts, wordings))
    progress.advance()
    return weights


def _tell_events(draft: Draft, weights: Mapping[date, DayWeight], language: str, progress: Progress) -> None:
    """The timeline and the registers, event by event."""
    told = ((event, [one.claim for one in members]) for event, members in draft.linking.told())
    view = draft.view
    days = _Asked(view, view.day_of)
    draft.add_timeline(read_timeline(told, anchors=days, weights=weights, language=language))
    progress.advance()
    documents = _Asked(view, lru_cache(maxsize=_KEPT_TEXTS)(lambda id: view.document(id).document))
    told_again = draft.linking.told()
    draft.add_registers(read_registers(told_again, documents, home=_home(view), language=language))
    progress.advance()


def _home(view: View) -> str | None:
    """The country that most events are placed in."""
    often = Counter(event.place.country for event in view.events() if event.place and event.place.country)
    return min(often, key=lambda country: (-often[country], country), default=None)


def _disputes(draft: Draft, counted: list[Event], language: str) -> Iterator[Dispute]:
    """Those between totals first; then event by event, so that one event's claims are held at a time."""
    wanted = claims_of_low_totals(draft.view.tallies(), counted)
    told = draft.linking.counted([what.value for what in COUNTED]) if wanted else ()
    claims = [one for one in told if one.claim.id in wanted]
    yield from find_disputes(draft.view.tallies(), counted, claims, within_events=False, language=language)
    for event, members in draft.linking.told():
        yield from find_disputes((), (event,), members, language=language)


class _Asked(Mapping[str, Value]):
    """What documents say of themselves, by id, asked of the record one by one instead of held."""

    def __init__(self, view: View, ask: Callable[[str], Value | None]) -> None:
        self._view = view
        self._ask = ask

    def __getitem__(self, id: str) -> Value:
        value = self._ask(id)
        if value is None:
            raise KeyError(id)
        return value

    def __iter__(self) -> Iterator[str]:
        return (id for filed in self._view.documents() if self._ask(id := filed.document.id) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True
