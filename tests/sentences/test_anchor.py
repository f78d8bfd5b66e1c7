"""The anchor: published, inferred from the text's own words, or unknown."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.model import Anchor, AnchorBasis, Document
from quipu.sentences.anchor import find_anchor
from quipu.sentences.split import split_sentences

INFERRED = [
    (
        "weekday dates fix the year, a bare weekday the day",
        "en",
        "Two ministers quit on Thursday as the sit-in grew.\n\n"
        "The assembly was elected in April 2018. Since October 17, thousands have filled the squares. "
        "One man was killed on Saturday, October 19. On Monday, October 21, banks were shut.",
        date(2019, 10, 24),
    ),
    (
        "months since a dated event, the year from the last months after a named year",
        "en",
        "It is three months now since the army seized the palace.\n\n"
        "The president was elected in 2018. But the last 30 months have seen one crisis after another.\n\n"
        "Since the army seized power on August 18, the borders have been closed.",
        date(2020, 11, 18),
    ),
    (
        "weeks since a full date",
        "en",
        "It has been three weeks since the palace was seized. On 18 August 2020 the army seized the palace. "
        "On 20 August 2020 it closed the borders.",
        date(2020, 9, 8),
    ),
    ("dateline", "en", "Tunis, 14 January 2011\n\nThe president fled on Friday.", date(2011, 1, 14)),
    ("updated line", "en", "Page last updated at 11:51 GMT, Friday, 14 January 2011. He fled.", date(2011, 1, 14)),
    (
        "today beside a date",
        "en",
        "The strike goes on. Today, 3 June 2014, the port was shut. It began on 1 June 2014.",
        date(2014, 6, 3),
    ),
    (
        "spanish weekday dates",
        "es",
        "Dos ministros renunciaron el jueves.\n\nLa asamblea fue elegida en abril de 2018. "
        "Un hombre murió el sábado 19 de octubre. El lunes 21 de octubre cerraron los bancos.",
        date(2019, 10, 24),
    ),
    (
        "ago beside its date",
        "es",
        "Hace dos meses, el 18 de agosto de 2020, el ejército tomó el palacio. Ese mismo mes cerró la frontera.",
        date(2020, 10, 18),
    ),
]
ABSTAINS = [
    ("nothing dated", "en", "Two ministers quit on Thursday. The sit-in grew last week."),
    ("weekday dates and no year", "en", "Two quit on Thursday. One man was killed on Saturday, October 19."),
    ("only a year", "en", "The assembly was elected in 2018. Two ministers quit on Thursday."),
    ("a date long past beside a weekday", "en", "He was freed on Friday. The bomb of Aug. 7, 1998 killed 200 people."),
    (
        "months since an undated event",
        "en",
        "It is three months now since the army seized the palace. The president was elected in 2018.",
    ),
    (
        "months since, two dated events that fit alike",
        "en",
        "It is two months now since the fighting began. Since the fighting on May 3 roads are shut. "
        "Since the fighting on June 9 shops are shut. The vote was in 2018, and the last 12 months were hard.",
    ),
    (
        "a length told in the past",
        "en",
        "He was arrested two months after the coup. The coup took place on 18 August 2020.",
    ),
    ("spanish, only a weekday", "es", "Dos ministros renunciaron el jueves. La protesta creció."),
]


def _anchor(text: str, language: str, published: date | None = None) -> Anchor:
    doc = Document("d-1", text, published=published)
    return find_anchor(doc, split_sentences(text, language), language)


@pytest.mark.parametrize(("language", "text", "day"), [c[1:] for c in INFERRED], ids=[c[0] for c in INFERRED])
def test_anchor_is_inferred_with_its_words(language: str, text: str, day: date) -> None:
    anchor = _anchor(text, language)
    assert (anchor.day, anchor.basis) == (day, AnchorBasis.INFERRED)
    assert anchor.evidence
    assert all(span.of(text).strip() for span in anchor.evidence)


@pytest.mark.parametrize(("language", "text"), [c[1:] for c in ABSTAINS], ids=[c[0] for c in ABSTAINS])
def test_anchor_abstains(language: str, text: str) -> None:
    assert _anchor(text, language) == Anchor()


def test_anchor_published_wins() -> None:
    anchor = _anchor(INFERRED[0][2], "en", date(2001, 2, 3))
    assert anchor == Anchor(date(2001, 2, 3), AnchorBasis.PUBLISHED)


def test_anchor_ignores_page_furniture() -> None:
    assert _anchor("Two ministers quit on Thursday.\n\n© 14 January 2011. All rights reserved.", "en") == Anchor()


@settings(max_examples=60)
@given(st.text(max_size=150), st.sampled_from(["en", "es"]))
def test_anchor_never_raises(text: str, language: str) -> None:
    assert all(span.end <= len(text) for span in _anchor(text, language).evidence)
