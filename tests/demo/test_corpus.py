"""The demonstration reports: enough of them, of every kind, as expected.yml says, and naming no private person."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import trafilatura
import yaml

from demo.reports import corpus, doc, is_page, pieces, raw, squeeze, visible
from demo.shape import load

EXPECTED = load()
DOCS = EXPECTED.documents
PAGES = [d for d in DOCS if is_page(d)]
FACTS = EXPECTED.facts()
KNOWN = yaml.safe_load(Path(__file__).with_name("known_names.yml").read_text(encoding="utf-8"))
FORMATS = (".html", ".txt", ".md", ".pdf", ".warc.gz")


def main_text(key: str) -> str:
    """What trafilatura takes for the report itself; other formats have no furniture."""
    text = raw(doc(key))
    return squeeze(trafilatura.extract(text, include_comments=False) or "") if is_page(doc(key)) else visible(key)


def test_corpus_has_fourteen_to_twenty_files_all_expected() -> None:
    files = {path.name for path in corpus().iterdir()}
    assert 14 <= len(files) <= 20
    assert files == {d.file for d in DOCS}


@pytest.mark.parametrize("suffix", FORMATS)
def test_corpus_has_format(suffix: str) -> None:
    assert any(path.name.endswith(suffix) for path in corpus().iterdir())


@pytest.mark.parametrize("doc", DOCS, ids=lambda d: d.key)
def test_corpus_report_is_short(doc) -> None:
    assert 80 <= len(main_text(doc.key).split()) <= 260


def test_corpus_languages_and_anchors() -> None:
    assert Counter(d.language for d in DOCS) == {"en": 17, "es": 2, "pt": 1}
    assert sum(d.basis == "inferred" for d in DOCS) == 2
    assert {d.key for d in DOCS if d.language == "pt"} == set(EXPECTED.unread)


@pytest.mark.parametrize("key", [d.key for d in DOCS if d.basis == "inferred"])
def test_corpus_undated_report_has_no_year_of_its_own(key: str) -> None:
    """No metadata, no dateline, no copyright year: the day must come from what the text says."""
    told = raw(doc(key)).lower()
    assert "published_time" not in told
    assert "ld+json" not in told
    assert not re.search(
        r"20\d\d-\d\d|(january|december|february) \d+,? 20\d\d|\d+ (january|december|february) 20\d\d", told
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda d: d.key)
def test_corpus_page_has_furniture_and_a_story(page) -> None:
    everything, story = visible(page.key), main_text(page.key)
    assert len(everything) > len(story) + 60, "a page without furniture shows nothing"
    assert len(story.split()) >= 80, "a page of furniture only is no report"
    assert raw(page).count("<nav") == 1
    assert "<footer" in raw(page)


@pytest.mark.parametrize("fact", FACTS, ids=lambda f: f"{f.doc}: {f.words[:40]}")
def test_expected_words_stand_in_the_report(fact) -> None:
    assert fact.words in visible(fact.doc)
    is_furniture = getattr(fact, "reason", None) == "furniture"
    assert (fact.words in main_text(fact.doc)) is not is_furniture


@pytest.mark.parametrize("fact", [f for f in FACTS if hasattr(f, "low")], ids=lambda f: f"{f.doc}: {f.words[:40]}")
def test_expected_figures_are_a_range(fact) -> None:
    assert fact.low is None or fact.high is None or fact.low <= fact.high


@pytest.mark.parametrize("side", [s for d in EXPECTED.disputes for s in (d.left, d.right)], ids=lambda s: s.words[:40])
def test_expected_dispute_rests_on_figures_of_its_own_list(side) -> None:
    figures = [*EXPECTED.tolls, *EXPECTED.incidents]
    assert any(f.doc == side.doc and f.words == side.words and side.figure in (f.low, f.high) for f in figures)


def test_expected_keys_are_reports_of_the_corpus() -> None:
    keys = {d.key for d in DOCS}
    named = {fact.doc for fact in FACTS} | set(EXPECTED.unread)
    named |= {key for copy in EXPECTED.copies for key in (copy.doc, copy.of)}
    named |= {row.undone_in for row in EXPECTED.never_happened if row.undone_in}
    assert named - keys == set()


def test_expected_undated_reports_are_of_the_crisis() -> None:
    assert all(date(2022, 12, 7) <= d.anchor <= date(2023, 2, 28) for d in DOCS)


def test_corpus_roundup_copies_two_paragraphs_of_two_others_verbatim() -> None:
    passages = [copy for copy in EXPECTED.copies if copy.kind == "passage"]
    assert len({copy.of for copy in passages}) == 2
    for copy in passages:
        [paragraph] = [p for p in re.split(r"\n\s*\n|</?p>", raw(doc(copy.of))) if copy.words in p]
        assert len(paragraph.split()) > 30
        assert paragraph.strip() in raw(doc(copy.doc))


def test_corpus_copy_is_the_agency_report_but_for_headline_and_end() -> None:
    [copy] = [copy for copy in EXPECTED.copies if copy.kind == "document"]
    ours, theirs = (set(re.findall(r"<p>(.+?)</p>", raw(doc(key)))) for key in (copy.doc, copy.of))
    assert len(ours & theirs) >= 5
    assert theirs - ours


# Two capitalised words in a row: a person, a place or an institution. Each has to be let in by hand.
_CAPITALISED = r"[A-ZÁÉÍÓÚÑ][\w’-]+"
_PAIR = re.compile(rf"\b{_CAPITALISED}(?: (?:(?:de|del|la|los|of|the|do|da) )*{_CAPITALISED})+")


def unknown_names(text: str) -> list[str]:
    """Capitalised runs that are not known names, nor one capitalised word beside sentence openers and titles."""
    for name in sorted(KNOWN["officials"] + KNOWN["other"], key=len, reverse=True):
        text = text.replace(name, "·")
    ordinary = set(KNOWN["ordinary"])
    return [
        run
        for run in _PAIR.findall(text)
        if sum(word[0].isupper() and word not in ordinary for word in run.split()) > 1
    ]


@pytest.mark.parametrize("key", [d.key for d in DOCS])
def test_corpus_names_no_private_person(key: str) -> None:
    assert [name for piece in pieces(key) for name in unknown_names(piece)] == []


def test_corpus_name_check_would_find_one() -> None:
    assert unknown_names("A man called Juan Ejemplo died; President Dina Boluarte spoke.") == ["Juan Ejemplo"]
