"""Who was told wounded and died later: the number of wounded that no report states says why, and leads to the death."""

import re
from pathlib import Path

import pytest

from cli.conftest import quipu
from quipu.export.public import public_view
from quipu.export.report import write_report
from quipu.store import Store

REPORTS = {
    "1.txt": "Five hurt at a march\n\nTAMALE, Ghana, May 6, 2031 (Coast Tribune) - Five people were wounded in Tamale "
    "on Tuesday when police fired on a march, the regional hospital said.\n",
    "2.txt": "A death in hospital\n\nTAMALE, Ghana, May 8, 2031 (Volta Post) - One person was killed in Tamale on "
    "Tuesday when police fired on a march, the ombudsman said.\n",
    "3.txt": "Six hurt at a march\n\nTAMALE, Ghana, May 6, 2031 (Sunyani Ledger) - Six people were wounded in Tamale "
    "on Tuesday when police fired on a march, witnesses said.\n",
}
LEAVES_OUT = "The best number of injured leaves out who was counted among them and died later"


@pytest.fixture(scope="module", params=[True, False], ids=["a death told", "no death told"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bool]:
    """A record with the report of the death, and one without."""
    folder = tmp_path_factory.mktemp("record")
    names = [name for name in REPORTS if request.param or name != "2.txt"]
    for name in names:
        (folder / name).write_text(REPORTS[name], encoding="utf-8")
    assert quipu("build", *(folder / name for name in names), "--record", folder / "record", "--quiet") == 0
    return folder / "record", request.param


def test_later_dead_are_told_by_show(record: tuple[Path, bool], capsys: pytest.CaptureFixture[str]) -> None:
    place, has_died = record
    with Store.open(place) as store, store.view() as view:
        (event,) = [event for event in view.events() if event.counts]
    assert quipu("show", event.id, "--record", place) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert ("the best number of injured leaves out who was counted among them and died later (c-" in told) is has_died


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "4 to 6 people were injured, not counting those who died later (5"),
        ("es", "resultaron heridas de 4 a 6 personas, sin contar a quienes murieron después (5"),
    ],
)
def test_later_dead_are_told_by_the_digest(
    language: str, words: str, record: tuple[Path, bool], capsys: pytest.CaptureFixture[str]
) -> None:
    place, has_died = record
    assert quipu("roundup", "--record", place, "--lang", language) == 0
    assert (words in capsys.readouterr().out) is has_died


def test_later_dead_have_their_words_linked_on_the_page(record: tuple[Path, bool], tmp_path: Path) -> None:
    place, has_died = record
    with Store.open(place) as store, store.view() as view:
        write_report(public_view(view), tmp_path, title="A march")
        (event,) = [event for event in view.events() if event.counts]
        died = dict(event.counts).popitem()[1].later_dead
        claims = [view.claim(id) for id in died]
    (page,) = (tmp_path / "events").glob(f"{event.id}*.html")
    html = page.read_text(encoding="utf-8")
    assert (LEAVES_OUT in html) is has_died
    assert bool(claims) is has_died
    note = html.partition(LEAVES_OUT)[2].partition("</p>")[0]
    assert all(re.search(rf'href="[^"]*#{claim.id}"', note) for claim in claims)
