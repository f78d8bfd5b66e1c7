"""Saying a figure: the bounds of a count in a few neutral characters."""


def say_number(value: float) -> str:
    """A number with thousands separated: 1857 is "1,857", 12.5 is "12.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def say_range(low: float | None, high: float | None, words: str = "") -> str:
    """ "≥17" (at least), "≤50" (at most), "7–24", "22"; vague words as they stand, where there is no number."""
    if low is None and high is None:
        return f"“{words}”" if words else "not stated"
    if high is None and low is not None:
        return f"≥{say_number(low)}"
    if low is None and high is not None:
        return f"≤{say_number(high)}"
    assert low is not None
    assert high is not None
    return say_number(low) if low == high else f"{say_number(low)}–{say_number(high)}"
