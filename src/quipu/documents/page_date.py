"""The day a web page was published, from what the page states for machines; never from its prose."""

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

from htmldate import find_date
from lxml.etree import SubElement
from lxml.html import HtmlElement

from quipu.documents.dateline import EARLIEST, LATEST, read_day
from quipu.documents.lists import PageMetadata
from quipu.lexicon.load import COMMON, load

# 04/05/2022 is a day in April or in May: nobody can tell, so it is no date.
_NUMBERS_ONLY = re.compile(r"\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")
_DEEPEST = 6


def find_published(tree: HtmlElement, url: str | None) -> date | None:
    """The publication day, from the first of these that states one.

    1. meta tags (Open Graph, Dublin Core …); 2. JSON-LD `datePublished` of an article; 3. microdata
    `itemprop="datePublished"`; 4. `<time datetime>` marked as the publication's, or the only day among the article's
    `<time>` elements; 5. year, month and day in the URL. A day that only "modified" fields state is not one.
    """
    stated = (_in_meta, _in_json, _in_microdata, _in_times)
    found = next((day for look in stated if (day := look(tree))), None)
    return found or _in_url(url)


def read_stamp(stamp: str | None) -> date | None:
    """The day of a machine-written time: ISO 8601, RFC 5322, or a date in full words."""
    if not stamp or len(stamp) > 100:
        return None
    stamp = stamp.strip()
    if iso := re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", stamp):
        return _day(*iso.groups())
    if day := read_day(stamp):
        return day
    try:
        return _plausible(parsedate_to_datetime(stamp).date())
    except (ValueError, TypeError, IndexError):
        return _told_by_htmldate(stamp)


def _told_by_htmldate(stamp: str) -> date | None:
    """Rarer spellings ("Wed Dec 14 2022 10:00 GMT-0500"), through a page that holds nothing but this stamp."""
    if _NUMBERS_ONLY.match(stamp) or not re.search(r"(?:19|20)\d\d", stamp):
        return None
    page = HtmlElement("html")
    try:
        SubElement(SubElement(page, "head"), "meta", {"property": "article:published_time", "content": stamp})
    except ValueError:
        # Control characters, which XML cannot hold.
        return None
    found = find_date(page, extensive_search=False, original_date=True, min_date=f"{EARLIEST}-01-01")
    return _plausible(date.fromisoformat(found)) if found else None


def _in_meta(tree: HtmlElement) -> date | None:
    keys = _lists().published
    for meta in tree.iterfind(".//meta"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        if any(name and name.strip().lower() in keys for name in names) and (day := read_stamp(meta.get("content"))):
            return day
    return None


def _in_json(tree: HtmlElement) -> date | None:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            # Some systems leave line feeds inside strings.
            block = json.loads(script.text or "null", strict=False)
        except (ValueError, RecursionError):
            continue
        for article in _articles(block, 0):
            stamp = article.get("datePublished") or article.get("dateCreated")
            if isinstance(stamp, str) and (day := read_stamp(stamp)):
                return day
    return None


def _articles(block: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Objects of an article's type, in lists and graphs, but not inside other objects (related pages, comments)."""
    if depth > _DEEPEST:
        return
    if isinstance(block, list):
        for part in block:
            yield from _articles(part, depth + 1)
    elif isinstance(block, dict):
        kinds = block.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.rpartition("/")[2] in _lists().article_types for kind in kinds):
            yield block
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(block.get(key), depth + 1)


def _in_microdata(tree: HtmlElement) -> date | None:
    marked = tree.xpath(
        './/*[@itemprop="datePublished" or @property="datePublished" or @property="schema:datePublished"]'
    )
    for element in marked[:20]:
        if day := read_stamp(element.get("datetime") or element.get("content")):
            return day
    return None


def _in_times(tree: HtmlElement) -> date | None:
    for scope in (*tree.xpath(".//article[1]"), tree):
        times = [time for time in scope.iterfind(".//time[@datetime]") if not _is_apart(time)]
        marked = [time for time in times if time.get("pubdate") is not None or "publish" in _class(time)]
        days = {day for time in marked or times if (day := read_stamp(time.get("datetime")))}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _is_apart(time: HtmlElement) -> bool:
    """Whether a time belongs to something beside the article: a list of others, a comment, a note of change."""
    if any(word in _class(time) for word in ("updated", "modified")):
        return True
    return any(
        ancestor.tag in ("aside", "nav", "footer")
        or any(w in _class(ancestor) for w in ("comment", "related", "sidebar"))
        for ancestor in time.iterancestors()
        if ancestor.tag not in ("body", "html")
    )


def _class(element: HtmlElement) -> str:
    return str(element.get("class") or "").lower()


def _in_url(url: str | None) -> date | None:
    match = _URL_DAY.search(url) if url else None
    return _day(*match.groups()) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return _plausible(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _plausible(day: date) -> date | None:
    return day if EARLIEST <= day.year <= LATEST else None


@cache
def _lists() -> PageMetadata:
    lists: PageMetadata = load("page_metadata", COMMON, PageMetadata)
    return lists
