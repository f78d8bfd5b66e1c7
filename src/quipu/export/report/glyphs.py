"""The shapes of a toll chart: what a figure looks like, and the key that explains it.

Colours stand as attributes, so that the drawing is whole without a style sheet; a page's own style overrides them.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from quipu.export.report.labels import text_width
from quipu.model import TallyPoint

STATED, SUMMED, INK, QUIET, RULE, PAPER = "#9b2226", "#5c7285", "#1d1d1b", "#5f5e5a", "#d9d5cb", "#fffdf9"
ARROW = 17
"""Length of the arrow of an open bound, in drawing units."""
SIZE = 12.5
"""Font size of labels and key."""


def glyph(point: TallyPoint, x: float, y: float, top: float | None) -> Markup:
    """A figure at (x, y); `top` is the height of its upper bound. A finger needs more than a dot: the hit area."""
    hit = Markup('<circle class="hit" cx="{}" cy="{}" r="12" fill="transparent"/>').format(x, y)
    if top is not None:
        return hit + (_bar(x, y, top) if top < y else Markup("")) + _dot(x, y, 4.5)
    sign = -1 if point.high is None else 1
    return hit + _arrow(x, y, sign * ARROW, 4.2)


def key(points: Sequence[TallyPoint], *, sums: bool, width: float) -> Iterator[Markup]:
    """The key: only the shapes that are used, in as many lines as the width asks for."""
    used = [
        ("dot", "stated", any(p.low is not None and p.low == p.high for p in points)),
        ("bar", "stated as a range", any(_is_range(p) for p in points)),
        ("up", "“at least”", any(p.high is None for p in points)),
        ("down", "“up to”", any(p.low is None for p in points)),
        ("band", "sum of separate incidents", sums),
    ]
    x, y = 0.0, 16.0
    for kind, told, is_used in used:
        if not is_used:
            continue
        need = 22 + text_width(told, SIZE) + 14
        if x and x + need > width:
            x, y = 0.0, y + 22
        yield _sample(kind, x + 8, y) + text(x + 22, y + 4.5, told, size=SIZE)
        x += need


def _is_range(point: TallyPoint) -> bool:
    return point.low is not None and point.high is not None and point.low < point.high


def _sample(kind: str, x: float, y: float) -> Markup:
    if kind == "band":
        box = '<rect class="band" x="{}" y="{}" width="16" height="10" fill="{}" fill-opacity="0.2"/>'
        return Markup(box).format(x - 8, y - 5, SUMMED) + line(x - 8, y - 5, x + 8, y - 5, color=SUMMED, name="sum")
    if kind == "dot":
        return _dot(x, y, 4.5)
    if kind == "bar":
        return _bar(x, y + 6, y - 7) + _dot(x, y + 6, 3)
    sign = -1 if kind == "up" else 1
    return _arrow(x, y - sign * 5, sign * 13, 3.4)


def _dot(x: float, y: float, radius: float) -> Markup:
    return Markup('<circle class="dot" cx="{}" cy="{}" r="{}" fill="{}"/>').format(x, y, radius, STATED)


def _bar(x: float, low: float, high: float) -> Markup:
    shaft = f"M{x} {low}V{high}M{x - 4} {high}H{x + 4}"
    return Markup('<path class="stated" d="{}" fill="none" stroke="{}" stroke-width="1.8"/>').format(shaft, STATED)


def _arrow(x: float, y: float, length: float, radius: float) -> Markup:
    """A ring with an arrow; a negative `length` points up."""
    tip, barb = y + length, 4 if length > 0 else -4
    shaft = f"M{x} {y}V{tip}M{x - 3.5} {tip - barb}L{x} {tip}L{x + 3.5} {tip - barb}"
    arrow = Markup('<path class="stated" d="{}" fill="none" stroke="{}" stroke-width="1.8"/>').format(shaft, STATED)
    ring = '<circle class="ring" cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="1.8"/>'
    return arrow + Markup(ring).format(x, y, radius, PAPER, STATED)


def line(x1: float, y1: float, x2: float, y2: float, *, color: str, name: str) -> Markup:
    """A straight line."""
    drawn = '<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"/>'
    return Markup(drawn).format(name, x1, y1, x2, y2, color)


def text(x: float, y: float, told: str, *, align: str = "start", size: float = 12) -> Markup:
    """Quiet text, for axes and key."""
    drawn = '<text class="quiet" x="{}" y="{}" text-anchor="{}" font-size="{}" fill="{}">{}</text>'
    return Markup(drawn).format(x, y, align, size, QUIET, escape(told))
