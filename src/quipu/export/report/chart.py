"""The toll chart as SVG made here: x the day a figure holds for, y the number, each figure with its own speaker.

An exact figure is a dot, a range a bar from low to high, "at least" a ring with an arrow up, "up to" a ring with an
arrow down. What separate incidents add up to is a stepped band of its own. Nothing is averaged or joined by a line.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from quipu.export.report.axis import day_ticks, number_ticks
from quipu.export.report.glyphs import ARROW, INK, PAPER, QUIET, RULE, SIZE, SUMMED, glyph, key, line, text
from quipu.export.report.labels import Box, Label, Spot, label_width, place, text_width
from quipu.export.report.words import count_name, day, figure, number
from quipu.model import Tally, TallyPoint, hash_of

_FONT = 'font-family="system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"'
# Below this width (a telephone) the key takes more lines and speakers are told shorter.
_WIDE = 600


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing's size and how days and numbers lie in it."""

    width: int
    first: date
    last: date
    top: float

    @property
    def height(self) -> int:
        return 430 if self.width >= _WIDE else 400

    @property
    def area(self) -> Box:
        """Inside the axes."""
        left = max(40, 14 + text_width(number(self.top), 12))
        return Box(left, 52 if self.width >= _WIDE else 84, self.width - 8, self.height - 34)

    def x(self, on: date) -> float:
        share = (on - self.first).days / max((self.last - self.first).days, 1)
        return round(self.area.left + share * (self.area.right - self.area.left), 1)

    def y(self, value: float) -> float:
        return round(self.area.bottom - value / self.top * (self.area.bottom - self.area.top), 1)


def is_drawable(tally: Tally) -> bool:
    """Whether there is a figure with a day and a number."""
    return any(_has_spot(point) for point in tally.points)


def svg_tolls(
    tally: Tally,
    *,
    width: int = 960,
    link: Callable[[TallyPoint], str] | None = None,
    standalone: bool = False,
) -> Markup:
    """One tally as SVG. `link` gives each figure's address; `standalone` adds what a file of its own needs.

    Returns empty markup where no figure has both a day and a number.
    """
    points = sorted((p for p in tally.points if _has_spot(p)), key=lambda p: (p.as_of or date.min, -_number(p)))
    if not points:
        return Markup("")
    frame = _frame(tally, points, width)
    legend = key(points, sums=bool(tally.incidents), width=width)
    parts = [*_axes(frame), *_sums(tally, frame), *_figures(points, frame, link), *legend]
    return _drawing(tally, frame, parts, standalone=standalone)


def _has_spot(point: TallyPoint) -> bool:
    return point.as_of is not None and (point.low is not None or point.high is not None)


def _number(point: TallyPoint) -> float:
    """The number that a point is drawn at: its lower bound, or the upper where it has no lower."""
    return next(value for value in (point.low, point.high, 0.0) if value is not None)


def _frame(tally: Tally, points: Sequence[TallyPoint], width: int) -> Frame:
    days = [point.as_of for point in points if point.as_of] + [s.as_of for s in tally.incidents]
    first, last = min(days), max(days)
    # Room left and right, for dots on the edge and for the label of the last figure.
    room = max((last - first).days, 6)
    first, last = first - timedelta(days=max(room // 24, 1)), last + timedelta(days=max(room // 6, 2))
    highest = max([*(max(p.low or 0, p.high or 0) for p in points), *(s.high for s in tally.incidents)])
    return Frame(width, first, last, number_ticks(max(highest * 1.12, 1))[-1])


def _axes(frame: Frame) -> Iterator[Markup]:
    area = frame.area
    for value in number_ticks(frame.top):
        y = frame.y(value)
        color, name = (RULE, "grid") if value else (QUIET, "base")
        yield line(area.left, y, area.right, y, color=color, name=name)
        yield text(area.left - 8, y + 4, number(value), align="end")
    most = max(3, int((area.right - area.left) / 74))
    for on, told in day_ticks(frame.first, frame.last, most):
        x = frame.x(on)
        if x + text_width(told, 12) / 2 > frame.width:
            continue
        yield line(x, area.bottom, x, area.bottom + 5, color=QUIET, name="base")
        yield text(x, area.bottom + 20, told, align="middle")


def _sums(tally: Tally, frame: Frame) -> Iterator[Markup]:
    """The incident sum: a band from low to high that steps up on the days of its incidents."""
    steps = sorted(tally.incidents, key=lambda s: s.as_of)
    if not steps:
        return
    end = frame.x(frame.last)
    low = _stairs([(frame.x(s.as_of), frame.y(s.low)) for s in steps], end)
    high = _stairs([(frame.x(s.as_of), frame.y(s.high)) for s in steps], end)
    band = Markup('<polygon class="band" fill="{}" fill-opacity="0.2" points="{}"/>')
    yield band.format(SUMMED, _path([*high, *low[::-1]]))
    edge = Markup('<polyline class="sum" fill="none" stroke="{}" stroke-width="1.5" points="{}"/>')
    yield edge.format(SUMMED, _path(high))


def _stairs(corners: Sequence[Spot], end: float) -> list[Spot]:
    stairs = [corners[0]]
    for x, y in corners[1:]:
        stairs += [(x, stairs[-1][1]), (x, y)]
    return [*stairs, (end, stairs[-1][1])]


def _path(spots: Sequence[Spot]) -> str:
    return " ".join(f"{x},{y}" for x, y in spots)


def _figures(points: Sequence[TallyPoint], frame: Frame, link: Callable[[TallyPoint], str] | None) -> Iterator[Markup]:
    """Shapes first and labels over them, each figure one link."""
    spots = _spread([(frame.x(p.as_of), frame.y(_number(p))) for p in points if p.as_of], frame.area)
    tops = [frame.y(p.high) if p.high is not None and p.low is not None else None for p in points]
    labels = _labels(points, spots, tops, frame)
    for point, (x, y), top, label in zip(points, spots, tops, labels, strict=True):
        full = f"{figure(point.low, point.high)} on {day(point.as_of)}, {point.speaker}"
        inner = Markup("<title>{}</title>{}{}").format(full, glyph(point, x, y, top), label)
        if link is None:
            yield Markup('<g class="figure">{}</g>').format(inner)
        else:
            yield Markup('<a class="figure" href="{}" aria-label="{}">{}</a>').format(link(point), full, inner)


def _spread(spots: Sequence[Spot], area: Box) -> list[Spot]:
    """Figures that would lie on one another step aside to the right, at the edge to the left."""
    placed: list[Spot] = []
    for x, y in spots:
        step = 10
        while any(abs(x - px) < 9 and abs(y - py) < 9 for px, py in placed):
            x, step = (x + step, step) if x + step < area.right else (area.right - 10, -10)
        placed.append((x, y))
    return placed


def _reach(point: TallyPoint, spot: Spot, top: float | None) -> Box:
    """The space that a figure's shape takes."""
    x, y = spot
    if top is not None:
        return Box(x - 6, top - 6, x + 6, y + 6)
    is_up = point.high is None
    return Box(x - 6, y - ARROW - 3 if is_up else y - 6, x + 6, y + 6 if is_up else y + ARROW + 3)


def _labels(
    points: Sequence[TallyPoint], spots: Sequence[Spot], tops: Sequence[float | None], frame: Frame
) -> list[Markup]:
    """The highest, first and latest figures are told before the others; a number alone takes less room."""
    found = [Markup("")] * len(points)
    shapes = [_reach(*told) for told in zip(points, spots, tops, strict=True)]
    area = Box(frame.area.left, frame.area.top - 14, frame.width, frame.area.bottom)
    taken: list[Box] = []
    highest = max(range(len(points)), key=lambda at: _number(points[at]))
    for at in sorted(range(len(points)), key=lambda at: (at != highest, at != 0, -at)):
        brief, speaker = _told(points[at], frame)
        others = [*taken, *shapes[:at], *shapes[at + 1 :]]
        for told in (speaker, ""):
            width, rivals = label_width(brief, told, SIZE), (*spots[:at], *spots[at + 1 :])
            label = place(width, *spots[at], size=SIZE, taken=others, area=area, points=rivals)
            if label is not None:
                found[at] = _label(label, brief, told)
                taken.append(label.box)
                break
    return found


def _told(point: TallyPoint, frame: Frame) -> tuple[str, str]:
    """The bare number (the shape tells "at least" and "up to") and its speaker."""
    most = 30 if frame.width >= _WIDE else 17
    speaker = point.speaker if len(point.speaker) <= most else point.speaker[: most - 1].rstrip() + "…"
    brief = figure(point.low, point.high).removeprefix("at least ").removeprefix("up to ")
    return brief, speaker


def _label(label: Label, brief: str, speaker: str) -> Markup:
    """Number in bold, speaker beside it, over a halo of the paper's colour."""
    return Markup(
        '<text class="label" x="{:.1f}" y="{:.1f}" text-anchor="{}" font-size="{}" fill="{}" stroke="{}" '
        'stroke-width="3" paint-order="stroke" stroke-linejoin="round">'
        '<tspan font-weight="700">{}</tspan> {}</text>'
    ).format(label.x, label.y, label.align, SIZE, INK, PAPER, brief, speaker)


def _drawing(tally: Tally, frame: Frame, parts: Sequence[Markup], *, standalone: bool) -> Markup:
    name = "t" + hash_of(tally.what.value, tally.scope, frame.width)[:8]
    title = f"{count_name(tally.what).capitalize()}, {tally.scope}: every stated figure by the day it holds for"
    own = Markup("")
    if standalone:
        own = Markup(' xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"').format(frame.width, frame.height)
        parts = [Markup('<rect width="100%" height="100%" fill="{}"/>').format(PAPER), *parts]
    opening = Markup('<svg{} class="chart" viewBox="0 0 {} {}" role="group" aria-labelledby="{}" {}>').format(
        own, frame.width, frame.height, name, Markup(_FONT)
    )
    return opening + Markup('<title id="{}">{}</title>{}</svg>').format(name, title, Markup("").join(parts))
