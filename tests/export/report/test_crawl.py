"""Every link and anchor of a whole report leads somewhere, told by reading the files alone."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from export.factory.crisis import crisis
from quipu.export import write_report


class Page(HTMLParser):
    """A page's ids and links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.assets: list[str] = []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if tag == "a" and told.get("href") else []
        self.assets += [value for name in ("src", "href") if tag != "a" and (value := told.get(name))]
        self.inline += [name for name in told if name.startswith("on") or name == "style"]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crisis as a report."""
    return write_report(crisis(), tmp_path_factory.mktemp("report"), title="Corvane").parent


@pytest.fixture(scope="module")
def pages(report: Path) -> dict[Path, Page]:
    """Every page, read once."""
    return {path: Page(path.read_text(encoding="utf-8")) for path in report.rglob("*.html")}


def test_crawl_every_internal_link_and_anchor_resolves(report: Path, pages: dict[Path, Page]) -> None:
    lost = []
    for path, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if re.match(r"https?://", target):
                continue
            goal = (path.parent / unquote(target)).resolve() if target else path
            if not goal.is_file() or (anchor and unquote(anchor) not in pages[goal].ids):
                lost.append(f"{path.relative_to(report)} → {link}")
    assert lost == []


def test_crawl_every_page_is_reached_from_the_first(report: Path, pages: dict[Path, Page]) -> None:
    reached, waiting = set(), [report / "index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in pages:
            continue
        reached.add(path)
        waiting += [(path.parent / unquote(link.partition("#")[0])).resolve() for link in pages[path].links]
    assert set(pages) - reached == set()


def test_crawl_ids_stand_once_on_a_page(pages: dict[Path, Page]) -> None:
    assert all(len(page.ids) == len(set(page.ids)) for page in pages.values())


def test_crawl_every_claim_has_its_anchor_and_its_card(report: Path, pages: dict[Path, Page]) -> None:
    ids = {id for path, page in pages.items() if path.parent.name == "documents" for id in page.ids}
    assert {claim.id for claim in crisis().claims()} <= ids
    assert {f"k-{claim.id}" for claim in crisis().claims()} <= ids


def test_crawl_pages_load_only_files_of_the_report(report: Path, pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        for asset in page.assets:
            assert asset == "data:," or (path.parent / asset).resolve().is_relative_to(report.resolve())


def test_crawl_no_page_has_inline_script_or_style_attributes(pages: dict[Path, Page]) -> None:
    assert [path for path, page in pages.items() if page.inline] == []


def test_crawl_every_page_has_a_policy(pages: dict[Path, Page]) -> None:
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert "default-src 'none'" in html
        assert "unsafe-inline" not in html


def test_crawl_every_permalink_of_the_data_resolves(report: Path, pages: dict[Path, Page]) -> None:
    links = re.findall(r'"permalink": "([^"]+)"', "".join(p.read_text() for p in (report / "data").glob("*.jsonl")))
    assert len(links) > 100
    for link in links:
        target, _, anchor = link.partition("#")
        assert not anchor or unquote(anchor) in pages[report / target].ids
        assert (report / target).is_file()


def test_crawl_numbers_of_lists_lead_to_words_or_to_a_page(report: Path, pages: dict[Path, Page]) -> None:
    for name in ("index", "timeline", "tolls", "disputes", "registers"):
        html = (report / f"{name}.html").read_text()
        links = re.findall(r'<a class="num" href="([^"]+)"', html)
        assert links or name == "disputes", name
        assert all(re.match(r"documents/.+#c-|events/", link) for link in links), name
