"""Web pages: the article and its metadata, nothing around it."""

import pytest

from documents import makers
from quipu.documents.page import has_prose, read_page, trim_furniture

FURNITURE = ["cookies", "£10,000", "Politics", "clashes of 2009", "All rights reserved"]


def test_page_text_is_the_article_in_blocks() -> None:
    found = read_page(makers.page("<ul><li>One road opened.</li><li>Two stayed shut.</li></ul>").encode())
    first, second, third, items = found.text.rstrip("\n").split("\n\n")
    assert first == "Two die as bridge is cleared"
    assert [second, third] == makers.REPORT.rstrip("\n").split("\n\n")
    assert items == "- One road opened.\n- Two stayed shut."


@pytest.mark.parametrize("word", FURNITURE)
def test_page_furniture_never_becomes_text(word: str) -> None:
    assert word in makers.page()
    assert word not in read_page(makers.page().encode()).text


def test_page_table_rows_are_lines() -> None:
    rows = "<tr><th>Region</th><th>Dead</th></tr><tr><td>Cusco</td><td>2</td></tr>"
    assert "Region | Dead\nCusco | 2" in read_page(makers.page(f"<table>{rows}</table>").encode()).text


def test_page_metadata() -> None:
    head = (
        '<meta property="og:site_name" content="The Post"><meta name="author" content="Lima Desk">'
        '<meta property="article:published_time" content="2022-12-14T20:00:00-05:00">'
    )
    found = read_page(makers.page(head=head, lang="en-GB").encode(), url="https://post.example/a")
    assert (found.title, found.author, found.publisher) == ("Two die as bridge is cleared", "Lima Desk", "The Post")
    assert (found.published, found.url, found.language) == ("2022-12-14", "https://post.example/a", "en")
    assert found.extractor.startswith("trafilatura ")


def test_page_without_a_stated_day_has_none() -> None:
    """Neither the copyright year nor the days of the prose are the page's own."""
    body = "<p>The strike began on 5 December 2022, the union said.</p>"
    assert read_page(makers.page(body).encode()).published is None


@pytest.mark.parametrize(
    ("encoding", "label", "charset"),
    [
        ("utf-8", '<meta charset="utf-8">', None),
        ("utf-8", "", None),
        ("utf-8-sig", "", None),
        ("utf-16", "", None),
        ("cp1252", '<meta charset="iso-8859-1">', None),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', None),
        ("cp1252", "", "iso-8859-1"),
        ("cp1252", "", "no-such-charset"),
        ("cp1252", "", None),
        ("utf-8", '<meta charset="iso-8859-1">', None),
    ],
)
def test_page_encodings(encoding: str, label: str, charset: str | None) -> None:
    """A charset that the page states wrongly does not beat bytes that are plainly UTF-8."""
    page = makers.page("<p>El niño murió “ayer”, según la policía.</p>").replace('<meta charset="utf-8">', label)
    assert "El niño murió “ayer”, según la policía." in read_page(page.encode(encoding), charset=charset).text


def test_page_stray_byte_outside_the_article_does_no_harm() -> None:
    data = makers.page("<p>Él murió ayer, dijo.</p>").encode().replace(b"</head>", b"<script>'\xff'</script></head>")
    assert read_page(data).code is None


def test_page_stray_byte_inside_the_article_is_refused() -> None:
    data = makers.page("<p>Él murió ayer, dijo el jefe XX de la policía.</p>").encode().replace(b"XX", b"\xff")
    assert read_page(data).code == "encoding"


PROSE = [
    ("Two men died near the bridge on Monday.", True),
    ("El niño murió cerca del puente el lunes.", True),
    ("Home\nPolitics\nSubscribe", False),
    ("We use cookies to improve your visit to our site.", False),
    ("Usamos cookies para mejorar su visita a este sitio.", False),
    ("There are 12 days left to raise £10,000 for our fund.", False),
    ("We use cookies to improve it all.\nTwo men died near the bridge on Monday.", True),
    ("", False),
]


@pytest.mark.parametrize(("text", "is_prose"), PROSE)
def test_page_has_prose(text: str, is_prose: bool) -> None:
    assert has_prose(text) == is_prose


TRIMMED = [
    (
        "after",
        "Two men died near the bridge.\n\nHelp us\n\nWe have 12 days left to raise £10,000.",
        "Two men died near the bridge.",
    ),
    ("before", "We use cookies to improve it.\n\nTwo men died near the bridge.", "Two men died near the bridge."),
    (
        "contact_after_rights",
        "Two men died near the bridge.\n\n© 2022 All rights reserved.\n\nContact: a@b.example",
        "Two men died near the bridge.",
    ),
    ("credit", "Two men died near the bridge.\n\nPhoto: Agency", None),
    ("between", "Two men died near the bridge.\n\nSubscribe now.\n\nA third died in town on Monday.", None),
    ("last_heading", "Two men died near the bridge.\n\nAlso on Monday", None),
    ("nothing_else", "We use cookies to improve it.", None),
]


@pytest.mark.parametrize(("name", "text", "kept"), TRIMMED, ids=[case[0] for case in TRIMMED])
def test_page_trim_furniture(name: str, text: str, kept: str | None) -> None:
    assert trim_furniture(text) == (text if kept is None else kept)


def test_page_appeal_in_the_article_itself_is_trimmed() -> None:
    appeal = "<div><h3>Help us</h3><p>There are 12 days left to raise £10,000. Please give what you can.</p></div>"
    assert "£10,000" not in read_page(makers.page(appeal).encode()).text


def test_page_with_several_articles_keeps_its_main_text() -> None:
    teaser = "<article><h2>Also</h2><p>Short.</p></article>"
    assert "Two men died" in read_page(makers.page().replace("</main>", teaser + "</main>").encode()).text


def test_page_of_breaks_is_read_in_paragraphs() -> None:
    first, second = makers.REPORT.strip().split("\n\n")
    page = f"<html><body><div><h2>Two die</h2>{first}<br><br>{second}<BR/>\n<br></div></body></html>"
    assert read_page(page.encode()).text.endswith(f"{first}\n\n{second}\n")
