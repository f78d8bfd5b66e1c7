"""Words in context, with the exact ones marked."""

import sys

from rich.text import Text

from quipu.cli.output import harmless
from quipu.model import Span

STRONG = "bold reverse"


def in_context(text: str, span: Span, *, around: int = 90, strong: Span | None = None) -> Text:
    """The words of `span` bold with `around` code points on both sides; `strong` is marked most.

    Off a terminal, where there is no bold, the words stand between « and ».
    """
    begin, end = span.start, span.end
    if around:
        begin, end = _word_start(text, span.start - around), _word_end(text, span.end + around)
    inner = strong if strong and span.holds(strong) else None
    made = Text("…" if around and begin > 0 else "")
    made.append(harmless(text[begin : span.start]), style="dim")
    made.append("" if sys.stdout.isatty() else "«")
    if inner is None:
        made.append(harmless(text[span.start : span.end]), style="bold")
    else:
        made.append(harmless(text[span.start : inner.start]), style="bold")
        made.append(harmless(text[inner.start : inner.end]), style=STRONG)
        made.append(harmless(text[inner.end : span.end]), style="bold")
    made.append("" if sys.stdout.isatty() else "»")
    made.append(harmless(text[span.end : end]), style="dim")
    return made.append("…" if around and end < len(text) else "")


def _word_start(text: str, at: int) -> int:
    at = max(at, 0)
    while 0 < at < len(text) and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    at = min(at, len(text))
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
