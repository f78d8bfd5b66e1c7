"""Sentences: ends, abbreviations, lines, lists, paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.sentences.split import split_sentences

CASES = [
    ("two", "en", "Roads closed. Shops shut.", ["Roads closed.", "Shops shut."]),
    (
        "title",
        "en",
        "It rained. Gen. Okoro spoke to Sen. Diaz. He left.",
        ["It rained.", "Gen. Okoro spoke to Sen. Diaz.", "He left."],
    ),
    ("month", "en", "On Dec. 7 he fell. On Jan. 9 she rose.", ["On Dec. 7 he fell.", "On Jan. 9 she rose."]),
    (
        "initials",
        "en",
        "The U.S. Embassy closed. He left the U.S. The embassy stayed.",
        ["The U.S. Embassy closed.", "He left the U.S.", "The embassy stayed."],
    ),
    (
        "number",
        "en",
        "Decree No. 14 passed. They said no. It rained.",
        ["Decree No. 14 passed.", "They said no.", "It rained."],
    ),
    ("hour", "en", "It began at 9 p.m. Friday near the port.", ["It began at 9 p.m. Friday near the port."]),
    ("decimal", "en", "Prices rose 4.5 percent. Wages fell.", ["Prices rose 4.5 percent.", "Wages fell."]),
    ("quotation", "en", "“We will stay.” The crowd sang.", ["“We will stay.”", "The crowd sang."]),
    ("question asked", "en", "“Why now?” Okoro asked. Nobody knew.", ["“Why now?” Okoro asked.", "Nobody knew."]),
    ("no space", "en", "Two were killed.The police denied it.", ["Two were killed.", "The police denied it."]),
    (
        "lower case",
        "en",
        "police fired at the crowd. two men died there.",
        ["police fired at the crowd.", "two men died there."],
    ),
    (
        "careless question",
        "en",
        "Is the bridge shut? nobody in Lima knows.",
        ["Is the bridge shut?", "nobody in Lima knows."],
    ),
    ("careless stop", "en", "The Port is shut. they sent us home.", ["The Port is shut.", "they sent us home."]),
    ("a name that calls", "en", "Shares of Yahoo! fell in Lima.", ["Shares of Yahoo! fell in Lima."]),
    ("asked in small letters", "en", "Will Lima listen? she asked.", ["Will Lima listen? she asked."]),
    (
        "known abbreviation",
        "en",
        "The Congress met approx. twice and Okoro left.",
        ["The Congress met approx. twice and Okoro left."],
    ),
    ("ellipsis goes on", "en", "They waited … and left.", ["They waited … and left."]),
    (
        "heading",
        "en",
        "Port strike spreads\nDockers walked out on Monday.",
        ["Port strike spreads", "Dockers walked out on Monday."],
    ),
    (
        "list",
        "en",
        "They demand:\n- early elections\n- the release of prisoners",
        ["They demand:", "- early elections", "- the release of prisoners"],
    ),
    ("numbered", "en", "1. Free all prisoners\n2. Hold a vote", ["1. Free all prisoners", "2. Hold a vote"]),
    ("goes on", "en", "The council of\nministers resigned", ["The council of\nministers resigned"]),
    ("footnote", "en", "Ten died. [3] It rained.", ["Ten died. [3]", "It rained."]),
    ("spaced dots", "en", "They ran . . . and hid.", ["They ran . . . and hid."]),
    ("item", "en", "Vote now. 2. Free all.", ["Vote now.", "2. Free all."]),
    ("born", "en", "Roe (b. June 1960) won.", ["Roe (b. June 1960) won."]),
    ("address", "en", "Write to Ann.Roe@example.org now.", ["Write to Ann.Roe@example.org now."]),
    (
        "credit",
        "en",
        "Dockers march in Gdynia, May 3 -- Photo by A. Nowak",
        ["Dockers march in Gdynia, May 3", "-- Photo by A. Nowak"],
    ),
    (
        "spanish",
        "es",
        "El Dr. Paz viajó a EE.UU. ayer. ¿Volverá? No se sabe.",
        ["El Dr. Paz viajó a EE.UU. ayer.", "¿Volverá?", "No se sabe."],
    ),
    (
        "spanish sra",
        "es",
        "La Sra. Paz habló. Según el art. 12, no hay veto.",
        ["La Sra. Paz habló.", "Según el art. 12, no hay veto."],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_split_cuts(language: str, text: str, expected: list[str]) -> None:
    assert [sentence.span.of(text) for sentence in split_sentences(text, language)] == expected


WRAPPED = """The dockers of the northern port walked out at dawn and
marched with their families to the town hall, where the
mayor refused to meet them for the third day running and
asked the governor for more police. Nobody was hurt there.

On the next day the strike spread to the railway yards of
the capital."""


def test_split_joins_wrapped_prose_and_counts_paragraphs() -> None:
    sentences = split_sentences(WRAPPED, "en")
    assert [sentence.paragraph for sentence in sentences] == [0, 0, 1]
    assert sentences[0].span.of(WRAPPED).endswith("more police.")


def test_split_counts_lines_as_paragraphs_where_prose_is_not_wrapped() -> None:
    text = "Dockers walked out. Trains stood still.\nThe mayor resigned."
    assert [sentence.paragraph for sentence in split_sentences(text, "en")] == [0, 0, 1]


def test_split_numbers_sentences_and_fills_tokens() -> None:
    sentences = split_sentences("One. Two men.\n\nThree.", "en")
    assert [sentence.index for sentence in sentences] == [0, 1, 2]
    assert [token.text for token in sentences[1].tokens] == ["Two", "men", "."]


@given(st.text(max_size=300), st.sampled_from(["en", "es"]))
def test_split_covers_every_letter_once_in_order(text: str, language: str) -> None:
    sentences = split_sentences(text, language)
    spans = [sentence.span for sentence in sentences]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
