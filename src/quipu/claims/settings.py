"""What a passage has said so far, for the sentences behind it: when, where, who, and the last figure."""

from dataclasses import dataclass, field
from datetime import date

from quipu.claims.draft import Draft
from quipu.claims.periods import is_start
from quipu.claims.scene import Scene
from quipu.claims.tellers import own_places
from quipu.model import ClaimPlace, CountKind, Place, Time, Words

# Sentences for which a named police force is taken as who arrests or uses force without being named. Swept on the
# IndiaPoliceEvents development set: 2 gives macro F1 .718, 8 .734, the whole document .736, each at a little less
# precision for actors elsewhere. The same reach behind an arrest gives 15 more of them an actor there, 13 rightly.
_REMEMBERED = 8


@dataclass(slots=True)
class Setting:
    """What a passage has said so far about when and where; one for each document, moved on by each sentence."""

    anchor: date | None
    country: ClaimPlace | None
    crisis_began: date | None
    story_day: Time | None
    """The day that the document tells of, where it names one shortly before its anchor ("yesterday")."""
    paragraph: int = -1
    time: Time | None = None
    place: Place | None = None
    crowd: tuple[str, object] | None = None
    police_told: tuple[tuple[int, Words], ...] = ()
    """Every sentence of the document that names the police, and its words."""
    told_in: int = -1
    """The paragraph in which somebody last gave a figure or a statement."""
    teller: Words | None = None
    """Who gave the last figure or statement, for "it puts the number at"."""
    figure: Draft | None = None
    """The last figure of people told, the sentence and the paragraph it stands in."""
    figure_at: int = -1
    figure_in: int = -1
    total: Draft | None = None
    """The last running total told."""
    totals: dict[CountKind, Draft] = field(default_factory=dict)
    """The last running total told of each kind."""
    asking: Draft | None = None
    """A demand whose list follows ("we ask the government to:")."""
    nation: ClaimPlace | None = None
    """The document's country for running totals: as named, else the one that its places lie in."""
    subjects: tuple[tuple[int, bool, Words], ...] = ()
    """Who the last sentences told of: the sentence, whether they are many, and their words."""
    home: Place | None = None
    """The town that the document tells of."""
    writer: Words | None = None
    """Who the document's own "we" is said to be."""
    now: date | None = None
    """The day up to which the document tells: its anchor, or the day that a daily digest is about."""
    counted_from: date | None = None
    """The day from which running totals count."""
    counted_to: date | None = None
    """The day of the document's totals, where it says when they were given; else they are of `now`."""

    def enter(self, paragraph: int) -> None:
        """Forgets time and place at the start of a new paragraph."""
        if paragraph != self.paragraph:
            self.paragraph, self.time, self.place = paragraph, None, None

    def police_near(self, index: int, *, behind: bool) -> Words | None:
        """The police as named in a sentence just before sentence `index`, else with `behind` in one just behind it."""
        before = [words for at, words in self.police_told if 0 < index - at <= _REMEMBERED]
        later = [words for at, words in self.police_told if behind and 0 < at - index <= _REMEMBERED]
        return next(iter((*before[-1:], *later)), None)

    def remember(self, scene: Scene, drafts: list[Draft]) -> None:
        """Keeps the last figure of people for the numbers that speak of it without saying so."""
        people = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
        told = [d for d in drafts if d.count and d.count.what in people and d.count.relation != "subset"]
        for draft in sorted(told, key=lambda d: d.count.span.start if d.count else 0):
            self.figure, self.figure_at, self.figure_in = draft, scene.sent.index, scene.sent.paragraph
            if draft.attribution:
                self.teller, self.told_in = draft.attribution, scene.sent.paragraph
            if draft.count and draft.count.cumulative:
                self.totals[draft.count.what] = draft
            if draft.count and draft.count.cumulative and draft.count.scope != "indirect":
                self.total = draft

    def leave(self, scene: Scene) -> None:
        """Remembers what a sentence named last, for the sentences behind it; a dateline's day is the report's own."""
        days = [t for t in scene.sent.times if t.begin is not None and t.begin == t.finish and not scene.sent.dateline]
        days = [t for t in days if not is_start(scene, t)]
        if days:
            self.time = days[-1]
        for attribution in scene.sent.attributions:
            source = attribution.source
            if source is not None and scene.sent.span.holds(source):
                begin, end = scene.tokens(source)
                self.told_in = scene.sent.paragraph
                if not all(word in scene.said["pronouns"] for word in scene.words[begin:end]):
                    self.teller = Words(source.of(scene.text), source)
        places = own_places(scene) or list(scene.sent.places)
        places = [place for place in places if not self._acts_abroad(scene, place)]
        if places:
            self.place = places[0]

    def _acts_abroad(self, scene: Scene, place: Place) -> bool:
        """ "Britain has said nothing": another country that does something is nowhere that the next thing happens."""
        home = self.nation.country if self.nation else None
        if scene.tree is None or home in (None, place.country) or not (place.kind or "").startswith("A.PCL"):
            return False
        return scene.tree.relation(scene.tree.top(*scene.tokens(place.span))) in ("nsubj", "nsubj:pass")
