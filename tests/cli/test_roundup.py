"""A digest of an invented crisis, read as an editor reads it: each line that was once wrong, and what it says now."""

from pathlib import Path

import pytest

from cli.conftest import quipu

HEAD = '<meta property="og:site_name" content="{name}"><meta property="article:published_time" content="{day}">'
PAGE = '<html lang="{lang}"><head>{head}<title>{title}</title></head>'
PAGE += "<body><article><h1>{title}</h1>{text}</article></body></html>"
LEDGER, CORREO = "Sunyani Ledger", "El Correo del Volta"


def page(lang: str, head: str, title: str, *paragraphs: str) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return PAGE.format(lang=lang, head=head, title=title, text=text)


REPORTS = {
    "1.html": page(
        "en",
        HEAD.format(name=LEDGER, day="2031-03-05"),
        "Five die on the Kumasi road",
        "KUMASI, Ghana, March 5, 2031 - Five people were killed and more than 30 injured in Kumasi on Tuesday when "
        "soldiers fired on protesters, the Ashanti regional hospital said.",
        "The interior minister, Nana Owusu, said that three rioters had died in Kumasi. He said that terrorists had "
        "joined the march.",
        "Police arrested 41 people in Kumasi.",
    ),
    "2.txt": "Strike empties the ports\n\n"
    "ACCRA, March 10, 2031 (Coast Tribune) - A general strike shut ports and markets in Accra on Monday. Strikers set "
    "up road blocks at 23 points in Accra on Monday, according to the highway authority.\n\n"
    "In 1979 a coup led by junior officers had ended in the execution of three heads of state.\n",
    "3.html": page(
        "en",
        HEAD.format(name=LEDGER, day="2031-03-13"),
        "Twelve dead since March 2",
        "ACCRA, Ghana, March 13, 2031 - The human rights commission said that 12 people had died since "
        "March 2, ten of them by gunfire and two in road accidents at barricades.",
        "Our martyrs will not be forgotten, the dockworkers' union said. They condemned the labelling of farmers as "
        "“terrorists”.",
    ),
    "4.html": page(
        "es",
        HEAD.format(name=CORREO, day="2031-03-14"),
        "Detienen a 25 manifestantes en Acra",
        "Acra, 14 de marzo de 2031.- La Policía detuvo el viernes a 25 manifestantes en Acra, informó la Defensoría "
        "del Pueblo.",
        "«Fue una respuesta a una turba de vándalos», dijo el ministro del Interior, Nana Owusu.",
    ),
    "5.txt": "Curfew in Tamale\n\n"
    "TAMALE, February 27, 2031 (Coast Tribune) - The government imposed a night curfew in Tamale on February 27 for "
    "ten days.\n\nThe government imposed a curfew in Bolgatanga on February 20 for two days.\n",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports as a record."""
    folder = tmp_path_factory.mktemp("digest")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    record = folder / "record"
    assert quipu("build", *(folder / name for name in REPORTS), "--record", record, "--quiet") == 0
    return record


@pytest.fixture(scope="module")
def digests(record: Path) -> dict[str, str]:
    """The digest in both languages, and in English once a figure was set by hand."""
    return {language: digest(record, language) for language in ("en", "es")} | {"edited": edited(record)}


def digest(record: Path, language: str, *options: str) -> str:
    from datetime import date

    from quipu.export.public import public_view
    from quipu.export.roundup import render_roundup
    from quipu.store import Store
    from quipu.tallies import read_roundup

    with Store.open(record) as store, store.view() as view:
        made = read_roundup(public_view(view), date(2031, 3, 1), date(2031, 3, 20), language=language)
    return render_roundup(made, "text")


WINDOWS = [
    ("the whole record", (), "Roundup: 20 February 2031 to 14 March 2031"),
    ("to a day", ("--to", "2031-03-05"), "Roundup: 20 February 2031 to 5 March 2031"),
    ("from a day", ("--from", "2031-03-10"), "Roundup: 10 to 14 March 2031"),
    ("before all", ("--to", "2031-01-05"), "Roundup: 5 January 2031"),
]


@pytest.mark.parametrize(("options", "title"), [row[1:] for row in WINDOWS], ids=[row[0] for row in WINDOWS])
def test_roundup_window_may_be_left_open(
    options: tuple[str, ...], title: str, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quipu("roundup", "--record", record, *options) == 0
    assert capsys.readouterr().out.splitlines()[0] == title


def edited(record: Path) -> str:
    from quipu.store import Store

    with Store.open(record) as store, store.view() as view:
        killed = next(c for c in view.claims(type="killing") if c.count and c.count.low == c.count.high == 5)
    options = ("--record", record, "--coder", "Efe", "--reason", "the list of names")
    assert quipu("judge", "edit", killed.id, "count=6", *options) == 0
    return digest(record, "en")


SAYS = [
    ("each figure with who gives it", "en", "3 according to the interior minister Nana Owusu; 5 according to the"),
    ("one source said once", "en", "at least 30 people were injured, according to the Ashanti regional hospital"),
    ("a strike with its blockades", "en", "a road blockade and a strike: “Strikers set up road blocks at 23 points"),
    ("whole sentences", "en", "“A general strike shut ports and markets in Accra on Monday”"),
    ("the parts of a total in its words", "en", "among them “ten of them by gunfire” and “two in road"),
    ("he by his name", "en", "“_terrorists_” is a word of the interior minister Nana Owusu"),
    ("labelling is no use", "en", "“_terrorists_” is held at arm's length, as the word of others, by"),
    ("loaded words without a claim", "en", "“_martyrs_” is a word of the dockworkers' union"),
    ("a publisher's name", "en", "Sunyani Ledger"),
    ("a report without one", "en", "the report “Strike empties the ports”"),
    ("the record's own name for a voice", "en", "25 people were arrested, according to the ombudsman's office"),
    ("its own in Spanish", "es", "fueron detenidas 25 personas, según la Defensoría del Pueblo"),
    ("verbs in Spanish", "es", "murieron de 3 a 5 personas (3 según Nana Owusu; 5 según «the Ashanti regional"),
    ("run together", "es", "informe «Strike empties the ports»"),
    ("a person is no ministry", "en", "“_turba_” is a word of “el ministro del Interior"),
    ("in force since before", "en", "Since 27 February 2031, Tamale, Northern: the report “Curfew in Tam"),
    ("in force since before, in Spanish", "es", "un toque de queda, con duración declarada de 10 días: «"),
    ("set by hand", "edited", "(As edited by coder 1.)"),
    ("set by hand, in the note", "edited", "figure edited by coder 1"),
]  # fmt: skip


@pytest.mark.parametrize(("which", "words"), [row[1:] for row in SAYS], ids=[row[0] for row in SAYS])
def test_roundup_says(which: str, words: str, digests: dict[str, str]) -> None:
    assert words in digests[which]


NEVER = [
    ("a coup of long ago", "en", "_coup_"),
    ("a person as a ministry", "en", "word of the interior ministry"),
    ("English among Spanish", "es", "gave a total of"),
    ("contractions left apart", "es", " de el "),
    ("English scopes", "es", "part of the whole"),
    ("a curfew that was over", "en", "Bolgatanga: "),
    ("a mark where nothing was set by hand", "en", "edited"),
]


@pytest.mark.parametrize(("which", "words"), [row[1:] for row in NEVER], ids=[row[0] for row in NEVER])
def test_roundup_never_says(which: str, words: str, digests: dict[str, str]) -> None:
    assert words not in digests[which]


def test_roundup_quotes_no_sentence_twice_in_a_section(digests: dict[str, str]) -> None:
    body = digests["en"].split("SOURCES")[0].split("WHAT HAPPENED")[1]
    quoted = [line.split(": “", 1)[1] for line in body.splitlines() if ": “" in line]
    assert quoted
    assert len(quoted) == len(set(quoted))
