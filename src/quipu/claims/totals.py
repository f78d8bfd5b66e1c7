"""Running totals: which figures count the whole crisis, and whose they are."""

from datetime import date

from quipu.claims.carried import has_own_setting, is_carried
from quipu.claims.frames import ACT, NOUN, PEOPLE, UNDERGO
from quipu.claims.match import Hit
from quipu.claims.numbering import is_put_at, mover_at
from quipu.claims.periods import since_at
from quipu.claims.phrases import Range
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.tellers import covers_country, find_teller, is_own_voice, is_pronoun, is_voice, own_places
from quipu.claims.voices import can_act, own_subject
from quipu.model import Count, CountKind, Place, Span

# A keeper's one or two are rather cases that it is looking at than a total.
FEWEST = 3
# Days that a stretch of the calendar has at least to be a year, also one that is not over yet ("so far this year").
_YEAR = 300
# Words from a harm to the "since" behind the one that is joined to it.
_JOINED = 6
# Words behind "toll" within which a town makes it the toll of that town.
_TOWN_REACH = 6


def is_running(scene: Scene, hit: Hit, count: Count, setting: Setting) -> bool:
    """Whether a figure of people is a total of the whole crisis though no plain cue ("since", "so far") says so.

    A total is kept by somebody ("the office counts 49 deaths"), reaches over the country, or lasts up to a day; a
    figure of one named town, or one that a passage about a town goes on with, is an incident's.
    """
    begin, _ = scene.tokens(count.span)
    low, high = min(hit.clause[0], begin), max(hit.clause[1], begin)
    if _is_of_place(scene, min(begin, hit.begin)):
        return False
    if is_case(scene, begin) or is_carried(scene, hit, count, setting) or _is_toll_moved(scene, hit, count, setting):
        return True
    if _is_put(scene, hit, count, setting) or _is_of_unrest(scene, hit, count):
        return True
    if _shares_since(scene, hit) or _is_looked_back_on(scene, hit, count, setting):
        return True
    if _is_of_several(scene, count) or _is_of_year(scene, hit, count, setting.anchor):
        return True
    towns = [scene.tokens(place.span) for place in own_places(scene) if is_town(place)]
    if any(low <= first < high or (first == 0 and scene.words[last] == ":") for first, last in towns):
        return False  # also a headline's: "Dhaka: hospital counts 21 dead"
    if scene.said["up_to"].within(scene.words, scene.tokens(count.span)[1], len(scene.words)) is not None:
        return True
    teller = find_teller(scene, begin)
    named = hit.role in (NOUN, PEOPLE) or scene.tokens(count.span)[1] == hit.begin == hit.front
    if named and scene.said["figures"].within(scene.words, max(0, hit.begin - 3), hit.end) is not None:
        days = [t for t in scene.sent.times if t.begin is not None and t.begin == t.finish]
        since = scene.said["since"].within(scene.words, low, high) is not None
        if since or not any(low <= scene.tokens(t.span)[0] < high for t in days):
            return True
    unset = named or teller is not None or not has_own_setting(scene, (0, hit.clause[1]), count.span)
    if covers_country(scene) and unset:
        return True
    if named and teller is not None and (count.low or count.high or 0) >= FEWEST:
        in_town = setting.place is not None and is_town(setting.place)
        if teller.kind == "keepers" or (teller.kind == "kept" and not in_town):
            return True
    return _lasts(scene, hit, begin, low=low, high=high, setting=setting)


def _shares_since(scene: Scene, hit: Hit) -> bool:
    """ "39 had been killed and 361 injured since 18 June": the period of a joined harm without a verb of its own."""
    words = scene.words
    if hit.end >= len(words) or words[hit.end] not in scene.said["conjunctions"]:
        return False
    for time in scene.sent.times:
        since = since_at(scene, scene.tokens(time.span)[0])
        if since is not None and 0 < since - hit.end <= _JOINED:
            return not any(words[at] in scene.said["have"] for at in range(hit.end, since))
    return False


def _is_toll_moved(scene: Scene, hit: Hit, count: Count, setting: Setting) -> bool:
    """ "Raised the death toll to seven on Monday": the day is the telling's.

    The toll of one accident is its own, and so is that of a town that the passage or the whole report tells of.
    """
    told_of = setting.place or setting.home
    if told_of is not None and is_town(told_of):
        return False
    opens = scene.words[scene.tokens(count.span)[0]] in scene.said["figure_changes"]  # "the injured exceed 400"
    if count.relation != "revision" or not (
        opens or scene.said["toll"].within(scene.words, hit.begin, hit.end) is not None
    ):
        return False
    near = range(hit.end, min(hit.clause[1], hit.end + _TOWN_REACH))
    towns = any(is_town(place) and scene.tokens(place.span)[0] in near for place in own_places(scene))
    return not towns and not any(scene.words[at] in scene.said["incidents"] for at in near)


def _is_put(scene: Scene, hit: Hit, count: Count, setting: Setting) -> bool:
    """ "Eleva a 12 los fallecidos", "puts the number of people killed at 12": of all, where no town is told of."""
    begin, _ = scene.tokens(count.span)
    told_of = setting.place or setting.home
    runs = scene.said["since"].within(scene.words, 0, len(scene.words)) is not None
    if not is_put_at(scene, begin) or (told_of is not None and is_town(told_of) and not runs):
        return False
    # Behind "the number of people killed at four" a day is the telling's; behind "a cuatro los muertos" it is theirs.
    near = min(mover_at(scene, begin), hit.begin), hit.clause[1] if begin < hit.begin else hit.end
    single = any(scene.words[at] in scene.said["incidents"] for at in range(near[0], max(near[1], begin)))
    if scene.said["since"].within(scene.words, *near) is not None or (
        begin > hit.end and scene.said["since"].within(scene.words, hit.end, begin) is not None
    ):
        return True  # "brought the total killed since 16 July to over 300"
    return not single and not has_own_setting(scene, near, count.span)


def _is_of_unrest(scene: Scene, hit: Hit, count: Count) -> bool:
    """ "61 people had died in the unrest, the minister said on Monday": a perfect without a day or town of its own."""
    at = scene.said["unrest"].within(scene.words, hit.end, hit.clause[1])
    perfect = any(word in scene.said["have"] for word in scene.words[hit.front : hit.begin])
    if at is None or not perfect or (count.low or count.high or 0) < FEWEST:
        return False
    return not has_own_setting(scene, (scene.tokens(count.span)[0], at), count.span)


def _is_looked_back_on(scene: Scene, hit: Hit, count: Count, setting: Setting) -> bool:
    """ "No more than 58 people had been killed, the minister said": of all, where no day, town or clash is told."""
    told_of = setting.place or setting.home
    if (
        count.what is not CountKind.KILLED
        or (told_of is not None and is_town(told_of))
        or (count.low or count.high or 0) < FEWEST
        or count.relation
    ):
        return False
    perfect = hit.role in (UNDERGO, ACT) and any(w in scene.said["have"] for w in scene.words[hit.front : hit.begin])
    said = any(a.factual and a.source is not None and a.content.meets(count.span) for a in scene.sent.attributions)
    single = any(word in scene.said["incidents"] for word in scene.words)
    within = (0, max(hit.clause[1], hit.end))
    return perfect and said and not single and not has_own_setting(scene, within, count.span)


def _is_of_place(scene: Scene, begin: int) -> bool:
    """Whether words behind token `begin` give a figure to a place or day told of: "the dead there", "that night"."""
    if scene.said["since"].within(scene.words, 0, len(scene.words)) is not None:
        return False
    return scene.said["of_place"].within(scene.words, begin, len(scene.words)) is not None


def _is_of_several(scene: Scene, count: Count) -> bool:
    """ "Five people were killed in separate shootings across the city": a sum over happenings is none of them."""
    if (count.low or count.high or 0) < FEWEST - 1:
        return False
    return scene.said["several"].within(scene.words, 0, len(scene.words)) is not None


def _is_of_year(scene: Scene, hit: Hit, count: Count, anchor: date | None) -> bool:
    """ "126 people were murdered this year", "the 15 homicides of 2013": the statistics of a year.

    What was done in a year gone by ("in 1986 the army killed ninety") is a happening.
    """
    low, high = hit.clause
    if (count.low or count.high or 0) < FEWEST or scene.said["incidents"].within(scene.words, low, high) is not None:
        return False
    for time in scene.sent.times:
        if not time.begin or not time.finish or not low <= scene.tokens(time.span)[0] < high:
            continue
        is_now = anchor is not None and time.begin <= anchor <= time.finish
        if (time.finish - time.begin).days >= _YEAR and (is_now or hit.role == NOUN):
            return True
    return False


def is_case(scene: Scene, begin: int) -> bool:
    """ "Our tally is higher because it holds one death in the port": a case inside a tally, no new happening."""
    teller = find_teller(scene, begin)
    if teller is None or teller.kind != "keepers":
        return False
    return scene.said["figures"].within(scene.words, 0, teller.at) is not None


def is_of_town(scene: Scene, hit: Hit, count: Count) -> bool:
    """ "The toll in Juliaca has risen to 14", "the toll of the blast": an incident's, unless it runs "since" a day."""
    begin, _ = scene.tokens(count.span)
    if _is_of_place(scene, min(begin, hit.begin)):
        return True
    if scene.said["toll"].within(scene.words, hit.begin, hit.end) is None:
        return False
    if scene.said["since"].within(scene.words, 0, len(scene.words)) is not None:
        return False
    near = range(hit.end, min(begin, hit.end + _TOWN_REACH))
    if any(scene.words[at] in scene.said["incidents"] for at in near):
        return True
    return any(is_town(place) and scene.tokens(place.span)[0] in near for place in own_places(scene))


def _lasts(scene: Scene, hit: Hit, begin: int, *, low: int, high: int, setting: Setting) -> bool:
    """ "Hospitals have treated about 300 injured", "60 people are dead", "five died as an indirect result of"."""
    days = [t for t in scene.sent.times if t.begin is not None and t.begin == t.finish]
    if any(low <= scene.tokens(t.span)[0] < high for t in days):
        return False
    before = range(max(low, begin - 5), begin)
    if any(scene.words[at] in scene.said["perfect"] for at in before) and (
        scene.said["kept_perfect"].within(scene.words, before.start, begin) is not None
    ):
        return True
    if setting.place is not None and is_town(setting.place):
        return False
    if hit.role == UNDERGO and scene.words[hit.begin] in scene.said["present"] and not _is_incident(scene, hit, begin):
        return True
    return hit.role == UNDERGO and any(word.startswith("indirect") for word in scene.words[low:high])


def _is_incident(scene: Scene, hit: Hit, begin: int) -> bool:
    """ "One man is dead", "four people are injured after a shooting": one happening, though told in the present."""
    single = any(q.low == q.high == 1 and scene.tokens(q.span)[0] == begin for q in scene.sent.quantities)
    of_one = single or begin not in scene.numbers
    return of_one or scene.said["incidents"].within(scene.words, hit.end, len(scene.words)) is not None


def is_town(place: Place) -> bool:
    """Whether a place is a settlement or smaller, not a country or region."""
    return (place.kind or "").startswith(("P", "S"))


def told_by(scene: Scene, number: Span, setting: Setting) -> tuple[bool, Range | None]:
    """Whether a figure is somebody's, and the tokens of who that is; (True, None) for a pronoun or nobody named."""
    begin = scene.tokens(number)[0]
    teller = find_teller(scene, begin)
    if teller is None and is_put_at(scene, begin):
        return _told_by_mover(scene, begin, setting)
    if teller is None or is_own_voice(scene, teller.subject):
        return False, None
    if teller.subject is None or is_pronoun(scene, teller.subject):
        return setting.teller is not None, None
    return _is_somebody(scene, teller.subject), teller.subject if _is_somebody(scene, teller.subject) else None


def _told_by_mover(scene: Scene, number: int, setting: Setting) -> tuple[bool, Range | None]:
    """Who puts a figure at a number, by the tree: "la Defensoría eleva a 12 los muertos", "it put the toll at 12"."""
    tree = scene.tree
    subject = None if tree is None else own_subject(tree, mover_at(scene, number))
    if tree is None or subject is None:
        return False, None
    if tree.pos(subject) == "PRON":
        return setting.teller is not None and scene.words[subject] in scene.said["pronouns"], None
    return (True, tree.phrase(subject)) if can_act(scene, subject) else (False, None)


def _is_somebody(scene: Scene, phrase: Range) -> bool:
    """Whether a subject can give figures: named, determined, or a people noun; not a stray adjective."""
    begin, end = phrase
    if not is_voice(scene, phrase):
        return False
    named = any(scene.is_capital(at) for at in range(begin, end))
    people = any(scene.said.group_at(scene.words, at)[1] for at in range(begin, end))
    headline = begin == 0 or scene.words[begin - 1] == ":"  # "Dhaka: hospital counts 21 dead" has no articles
    return named or people or headline or scene.words[begin] in scene.said["determiners"]
