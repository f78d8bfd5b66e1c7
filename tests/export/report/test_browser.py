"""The report in a real browser, from `file://`: links land on words, nothing is fetched, nothing overflows."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from export.factory.crisis import crisis
from quipu.export import write_report
from quipu.export.roundup import render_roundup
from quipu.model import Naming, Span, Stance
from quipu.tallies import read_roundup

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PLACES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PAGES = (
    "index",
    "timeline",
    "timeline-day",
    "timeline-week",
    "timeline-crisis",
    "tolls",
    "disputes",
    "registers",
    "documents",
)
INSIDE = ("documents/roundup-16-may.html", "documents/d-81bb20e94c55.html", "documents/d-aa01bc23de45.html")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crisis as a report."""
    return write_report(crisis(), tmp_path_factory.mktemp("report"), title="Corvane, May–July 2031").parent


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium; a machine without one skips and says so, continuous integration fails."""
    found = next((path for name in PLACES if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("continuous integration must have a Chromium for the browser tests")
        pytest.skip("NO CHROMIUM FOUND: the report was not opened in a browser (apt-get install chromium)")
    with sync_api.sync_playwright() as player:
        opened = player.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


class Visit:
    """A page with what went wrong on it and what it asked for."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: Path, anchor: str = "") -> Any:
        self.page.goto(path.as_uri() + anchor)
        return self.page


@pytest.fixture
def visit(browser: Any) -> Iterator[Visit]:
    """A wide window."""
    made = Visit(browser)
    yield made
    made.context.close()


@pytest.fixture
def narrow(browser: Any) -> Iterator[Visit]:
    """A telephone."""
    made = Visit(browser, viewport={"width": 390, "height": 844})
    yield made
    made.context.close()


@pytest.fixture
def scriptless(browser: Any) -> Iterator[Visit]:
    """A window without scripts."""
    made = Visit(browser, java_script_enabled=False)
    yield made
    made.context.close()


def all_pages(report: Path) -> list[Path]:
    return [report / f"{name}.html" for name in PAGES] + [report / name for name in INSIDE] + events(report)[:3]


def events(report: Path) -> list[Path]:
    return sorted((report / "events").iterdir())


def test_browser_no_errors_and_no_request_beyond_the_folder(visit: Visit, report: Path) -> None:
    for path in sorted(report.rglob("*.html")):
        visit.open(path)
    assert visit.errors == []
    allowed = (report.as_uri(), "data:")
    assert [url for url in visit.asked if not url.startswith(allowed)] == []


def test_browser_styles_apply_under_the_policy(visit: Visit, report: Path) -> None:
    page = visit.open(report / "index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") == "1152px"


def test_browser_clicking_a_toll_lands_on_its_highlighted_words(visit: Visit, report: Path) -> None:
    page = visit.open(report / "tolls.html")
    page.get_by_role("link", name="at least 17", exact=True).click()
    target = page.locator(":target")
    assert target.inner_text() == "The national toll now stands at no fewer than 17 dead"
    assert target.is_visible()
    colour = "(node) => getComputedStyle(node).backgroundColor"
    assert target.evaluate(colour) == "rgb(255, 224, 138)"
    assert target.locator(".count").evaluate(colour) == "rgb(247, 183, 51)"
    box = target.bounding_box()
    assert 0 <= box["y"] < 900


def test_browser_clicking_a_dot_of_the_chart_lands_on_its_words(visit: Visit, report: Path) -> None:
    page = visit.open(report / "index.html")
    page.locator(".chart-wide a.figure[aria-label^='14 on']").click()
    assert page.locator(":target").inner_text() == "The interior ministry counts 14."


def test_browser_target_that_is_cut_in_pieces_lights_up_whole(visit: Visit, report: Path) -> None:
    crossing = next(claim for claim in crisis().claims() if claim.type == "statement" and len(claim.span) > 50)
    words = crossing.span.of(crisis().text(crossing.document_id))
    page = visit.open(report / "documents" / f"{crossing.document_id}.html", f"#{crossing.id}")
    pieces = page.locator(f'[data-c="{crossing.id}"]')
    assert pieces.count() > 1
    assert "".join(pieces.nth(at).text_content() for at in range(pieces.count())) == words
    colours = pieces.evaluate_all("(all) => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert set(colours) == {"rgb(255, 224, 138)"}


def test_browser_text_on_the_page_is_the_stored_text(visit: Visit, report: Path) -> None:
    page = visit.open(report / "documents" / "roundup-16-may.html")
    shown = page.evaluate("[...document.querySelectorAll('.row .text')].map((p) => p.textContent).join('')")
    assert shown == crisis().text("roundup-16-may")


def test_browser_nothing_overflows_on_a_telephone(narrow: Visit, report: Path) -> None:
    for path in sorted(report.rglob("*.html")):
        page = narrow.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path.name


def test_browser_chart_on_a_telephone_has_readable_text(narrow: Visit, report: Path) -> None:
    page = narrow.open(report / "tolls.html")
    assert not page.locator(".chart-wide").first.is_visible()
    heights = page.locator(".chart-narrow .label").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 10


def test_browser_works_without_scripts(scriptless: Visit, report: Path) -> None:
    page = scriptless.open(report / "index.html")
    page.get_by_role("link", name="Tolls", exact=True).click()
    page.get_by_role("link", name="at least 17", exact=True).click()
    assert page.locator(":target").inner_text().startswith("The national toll")


def test_browser_filter_hides_what_does_not_match(visit: Visit, report: Path) -> None:
    page = visit.open(report / "timeline.html")
    page.get_by_label("Filter events").fill("ostrow killed")
    shown = page.locator(".entry:visible")
    assert shown.count() == 1
    assert "Nine to ten killed in Ostrow" in shown.inner_text()
    assert page.locator(".day:visible").count() == 1


def test_browser_timeline_goes_from_scale_to_scale(scriptless: Visit, report: Path) -> None:
    page = scriptless.open(report / "timeline.html")
    every = page.locator(".entry").count()
    headings = {"Each day": "6 May 2031", "Each week": "Week of 5 May 2031", "The whole crisis": "6 May 2031"}
    for name, heading in headings.items():
        page.get_by_role("navigation", name="Scale").get_by_role("link", name=name).click()
        assert page.locator(".switch [aria-current=page]").inner_text() == name
        assert page.get_by_role("heading", name=heading, exact=True).count() == 1
        assert 0 < page.locator(".entry").count() < every
    page.get_by_role("navigation", name="Scale").get_by_role("link", name="All events").click()
    assert page.locator(".entry").count() == every
    page.get_by_role("navigation", name="Scale").get_by_role("link", name="Each week").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline-week.html")


@pytest.mark.parametrize("language", ["en", "es"])
def test_browser_digest_leads_to_its_words_and_back(language: str, visit: Visit, tmp_path: Path) -> None:
    made = read_roundup(crisis(), date(2031, 5, 1), date(2031, 7, 4), language=language)
    (tmp_path / "roundup.html").write_text(render_roundup(made, "html"), encoding="utf-8")
    page = visit.open(tmp_path / "roundup.html")
    assert page.locator("h1").inner_text() == made.title
    told = page.locator("section:not(.notes) li")
    assert told.count() == sum(len(section.sentences) for section in made.sections)
    last = told.last.locator("sup a").last
    number = int(last.get_attribute("href").removeprefix("#note-"))
    last.click()
    note = page.locator("li:target")
    assert " ".join(made.notes[number - 1].words.split()) in note.inner_text()
    note.locator("a.back").click()
    assert f"[{number}]" in page.locator("li:target").inner_text()
    assert page.locator("section:not(.notes) em").count() == sum(
        len(one.loaded) for section in made.sections for one in section.sentences
    )
    assert visit.errors == []
    assert visit.asked == [page.url.split("#")[0]]


def test_browser_framing_counts_sources_by_terms(visit: Visit, tmp_path: Path) -> None:
    document = next(filed.document for filed in crisis().documents() if filed.document.language == "en").id
    words = [Span(0, 4), Span(5, 9), Span(10, 14)]
    namings = [
        Naming(document, span, "people_who_protest", term, stance)
        for span, term, stance in zip(
            words, ("rioters", "protesters", "rioters"), (Stance.USED, Stance.USED, Stance.DISTANCED), strict=True
        )
    ]
    index = write_report(replace(crisis(), all_namings=namings), tmp_path / "report", title="Words")
    page = visit.open(index.parent / "framing.html")
    heads = page.locator("table.matrix thead th").all_inner_texts()
    assert [head.casefold() for head in heads] == ["source", "whose word", "rioters", "protesters"]
    cells = page.locator("table.matrix tbody tr td.n").all_inner_texts()
    assert [" ".join(cell.split()) for cell in cells] == ["2 1 held off", "1"]
    page.locator("table.matrix a.num").first.click()
    assert f"documents/{document}.html" in page.url
    assert visit.errors == []


def test_browser_keyboard_focus_is_seen(visit: Visit, report: Path) -> None:
    page = visit.open(report / "tolls.html")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("(node) => getComputedStyle(node).outlineStyle") == "solid"


CONTRAST = """(least) => {
  const parse = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const ground = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]);
  };
  const light = (c) => { const [r, g, b] = c.map((v) => { v /= 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest("svg, .anchor, .skip")) continue;
    const under = ground(node), ink = over(parse(getComputedStyle(node).color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < least) bad.push(ratio.toFixed(2) + " " + walker.currentNode.data.trim().slice(0, 40));
  }
  return bad;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_browser_text_has_contrast(browser: Any, report: Path, scheme: str) -> None:
    """WCAG 2.2 AA, 1.4.3: 4.5 to 1 for text of any size, also on a highlighted claim."""
    visit = Visit(browser, color_scheme=scheme)
    claim = next(claim for claim in crisis().claims(document="roundup-16-may"))
    for path in all_pages(report):
        page = visit.open(path, f"#{claim.id}" if path.name == "roundup-16-may.html" else "")
        assert page.evaluate(CONTRAST, 4.5) == [], path.name
    visit.context.close()
