"""The timeline at each scale: what stands out of each day, of each week, of the whole crisis; a page a scale."""

from itertools import groupby

from quipu.export.report.pages import EVENTS_A_PAGE, Entry, entry, list_page
from quipu.export.report.shelf import Shelf, page_file
from quipu.export.report.site import Site, chunks
from quipu.model.scales import MOST, Scale, most_salient, period

NAMES = {Scale.DAY: "Each day", Scale.WEEK: "Each week", Scale.CRISIS: "The whole crisis"}
EXPLAINED = {
    Scale.DAY: f"At most {MOST['day']} of each day, by what stands out beside the day and the day before.",
    Scale.WEEK: f"At most {MOST['week']} of each week, Monday to Sunday, by what stands out beside the week before.",
    Scale.CRISIS: f"The {MOST['crisis']} that stand out most of the whole record.",
}
SWITCH = ((None, "All events"), *NAMES.items())


def scale_file(scale: Scale | None) -> str:
    """The first page of a scale; `timeline.html` has every event."""
    return page_file("timeline" if scale is None else f"timeline-{scale.value}", 0)


def switch(chosen: Scale | None) -> list[tuple[str, str, bool]]:
    """Links to all scales: file, name, and whether it is the one shown."""
    return [(scale_file(scale), name, scale is chosen) for scale, name in SWITCH]


def write_scales(site: Site, shelf: Shelf) -> None:
    """A list for each scale, with links to the others."""
    entries = list(shelf.view.timeline())
    for scale in Scale:
        kept = most_salient(entries, scale)
        name = f"timeline-{scale.value}"
        for at, (found, more) in enumerate(chunks(kept, EVENTS_A_PAGE)):
            by_period = scale if scale is Scale.WEEK else Scale.DAY
            days = [
                (first, [_entry(one.event, shelf) for one in together])
                for first, together in groupby(found, key=lambda one: period(one, by_period))
            ]
            told = {"days_listed": days, "switch": switch(scale), "scale": scale.value, "explained": EXPLAINED[scale]}
            list_page(site, name, at, more, template="timeline.html", **told)


def _entry(id: str, shelf: Shelf) -> Entry:
    return entry(shelf.view.event(id), shelf)
