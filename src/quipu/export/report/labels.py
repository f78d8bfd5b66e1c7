"""Where labels go on a chart: each takes the first free place beside its point, or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

# Average width of a glyph as a share of the font size, swept over system sans faces (0.50 to 0.58).
_GLYPH = 0.56
# Bold digits are wider (0.58 to 0.70 in the same faces).
_BOLD = 0.7


Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def inside(self, other: "Box") -> bool:
        """Whether it lies wholly in the other."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: baseline position and alignment (`start`, `middle` or `end`)."""

    x: float
    y: float
    align: str
    box: Box


def text_width(text: str, size: float) -> float:
    """An estimate that is rather too wide than too narrow."""
    return len(text) * size * _GLYPH


def label_width(number: str, told: str, size: float) -> float:
    """A bold number and words beside it."""
    return len(number) * size * _BOLD + (text_width(told, size) + size * 0.3 if told else 0.0)


def place(
    width: float, x: float, y: float, *, size: float, taken: Iterable[Box], area: Box, points: Iterable[Spot] = ()
) -> Label | None:
    """The first free place for a text of `width` beside the point (x, y): right or left, level, above or below.

    None of `points` may stand as near to the text as its own does, else a reader would take it for theirs.
    """
    busy, rivals = list(taken), list(points)
    for gap_x, gap_y in ((9, 0), (9, -12), (9, 12), (6, -20), (6, 20)):
        for align, left in (("start", x + gap_x), ("end", x - gap_x - width)):
            middle = y + gap_y
            box = Box(left, middle - size * 0.6, left + width, middle + size * 0.6)
            own = hypot(gap_x, gap_y)
            is_clear = not any(box.meets(other) for other in busy)
            if is_clear and box.inside(area) and all(_distance(box, rival) > own for rival in rivals):
                return Label(x + gap_x if align == "start" else x - gap_x, middle + size * 0.35, align, box)
    return None


def _distance(box: Box, spot: Spot) -> float:
    """From a point to the middle line of a text."""
    across = max(box.left - spot[0], 0.0, spot[0] - box.right)
    return hypot(across, spot[1] - (box.top + box.bottom) / 2)
