"""A page's day: only from what it states for machines, and the publication's, not a change's."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trafilatura.utils import load_html

from quipu.documents.page_date import find_published, read_stamp

D = date(2022, 12, 14)
BODY = "<p>On 3 January 2021 a bridge was built; on 5 May 2022 it was blocked, the town hall said.</p>"


def _json(block: str) -> str:
    return f'<script type="application/ld+json">{block}</script>'


CASES = [
    ("open_graph", '<meta property="article:published_time" content="2022-12-14T03:00:00Z">', "", None, D),
    (
        "beats_modified",
        '<meta name="lastmod" content="2022-12-20"><meta property="article:published_time" content="2022-12-14">',
        "",
        None,
        D,
    ),
    ("dublin_core", '<meta name="DC.date.issued" content="2022-12-14">', "", None, D),
    ("name", '<meta name="pubdate" content="20221214">', "", None, D),
    ("rfc", '<meta name="date" content="Wed, 14 Dec 2022 20:00:00 GMT">', "", None, D),
    ("words", '<meta name="date" content="December 14, 2022">', "", None, D),
    ("odd", '<meta name="date" content="Wed Dec 14 2022 20:00:00 GMT-0500 (Peru Standard Time)">', "", None, D),
    ("itemprop_meta", '<meta itemprop="datePublished" content="2022-12-14">', "", None, D),
    (
        "json_ld",
        _json('{"@type": "NewsArticle", "datePublished": "2022-12-14T01:00:00-05:00", "dateModified": "2022-12-20"}'),
        "",
        None,
        D,
    ),
    (
        "json_graph",
        _json('{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2022-12-14"}]}'),
        "",
        None,
        D,
    ),
    (
        "json_list",
        _json(
            '[{"@type": "Place", "datePublished": "2020-01-01"}, {"@type": "Article", "datePublished": "2022-12-14"}]'
        ),
        "",
        None,
        D,
    ),
    (
        "json_related",
        _json('{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2020-01-01"}]}'),
        "",
        None,
        None,
    ),
    ("json_broken", _json('{"@type": "NewsArticle", "datePublished": "2022-12-14"'), "", None, None),
    ("microdata", "", '<span itemprop="datePublished" content="2022-12-14">yesterday</span>', None, D),
    ("time_pubdate", "", '<time datetime="2022-12-10">x</time><time pubdate datetime="2022-12-14">x</time>', None, D),
    (
        "time_class",
        "",
        '<time datetime="2022-12-10">x</time><time class="entry-date published" datetime="2022-12-14">x</time>',
        None,
        D,
    ),
    ("time_alone", "", '<article><time datetime="2022-12-14T10:00">x</time></article>', None, D),
    (
        "time_in_article",
        "",
        '<time datetime="2020-01-01">x</time><article><time datetime="2022-12-14">x</time></article>',
        None,
        D,
    ),
    ("time_updated", "", '<time class="updated" datetime="2022-12-20">x</time>', None, None),
    ("time_related", "", '<aside><time datetime="2020-01-01">x</time></aside>', None, None),
    ("times_differ", "", '<time datetime="2022-12-14">x</time><time datetime="2022-12-15">y</time>', None, None),
    ("time_words_only", "", "<time>14 December 2022</time>", None, None),
    ("url", "", "", "https://a.example/2022/12/14/bridge", D),
    ("url_dashes", "", "", "https://a.example/news/bridge-2022-12-14.html", D),
    ("url_month", "", "", "https://a.example/2022/12/bridge", None),
    ("url_number", "", "", "https://a.example/120221214/", None),
    ("meta_beats_url", '<meta name="pubdate" content="2022-12-14">', "", "https://a.example/2022/12/15/x", D),
    ("modified_only", '<meta property="article:modified_time" content="2022-12-14">', "", None, None),
    ("copyright_year", '<meta itemprop="copyrightYear" content="2022">', "<footer>© 2022</footer>", None, None),
    ("last_modified", '<meta http-equiv="last-modified" content="2022-12-14">', "", None, None),
    ("ambiguous", '<meta name="date" content="04/05/2022">', "", None, None),
    ("generator", '<meta name="generator" content="CMS 2022-12-14">', "", None, None),
    ("year_only", '<meta name="date" content="2022">', "", None, None),
    ("no_such_day", '<meta name="date" content="2022-02-31">', "", None, None),
    ("prose_only", "", "", None, None),
]


@pytest.mark.parametrize(("name", "head", "body", "url", "day"), CASES, ids=[case[0] for case in CASES])
def test_page_date(name: str, head: str, body: str, url: str | None, day: date | None) -> None:
    tree = load_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}{BODY}</body></html>")
    assert find_published(tree, url) == day


@given(st.datetimes())
def test_page_date_reads_iso_times(moment: datetime) -> None:
    day = moment.date()
    stamp = moment.isoformat()
    assert read_stamp(stamp) == (day if 1900 <= day.year <= 2100 else None)


@given(st.text(max_size=60))
def test_page_date_never_raises(stamp: str) -> None:
    read_stamp(stamp)
