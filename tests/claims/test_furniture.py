"""Page heads and tails, all our own, around a report: the report keeps its claims, and nothing else makes one."""

import pytest

from claims_factory import claims_in

REPORT = {
    "en": "Two dockers were killed in Gdynia on Monday when police opened fire, the regional hospital said.\n\n"
    "The port union called a strike for Friday and demanded the release of 14 detained members.",
    "es": "Dos estibadores murieron en Callao el lunes cuando la policía abrió fuego, informó el hospital regional.\n\n"
    "El sindicato del puerto convocó a una huelga para el viernes y exigió la liberación de 14 detenidos.",
}
HEADS = [
    ("en", "menu", "Home\nWorld\nPolitics\nSport\nOpinion\nSubscribe"),
    ("en", "byline and credit", "By Ana Roe\nPhoto: Jane Doe / Harbour Press Agency"),
    ("en", "cookies", "We use cookies to improve your visit. By clicking Accept you agree to our cookie policy."),
    ("en", "reading time", "4 min read\nListen to this article\nShare on WhatsApp"),
    ("es", "menú", "Inicio\nPolítica\nEconomía\nDeportes\nOpinión\nSuscríbete"),
    (
        "es",
        "cookies",
        "Utilizamos cookies para mejorar su visita. Al hacer clic en Aceptar usted acepta nuestra política.",
    ),
    ("es", "crédito", "Foto: Agencia Puerto\nCompartir en Facebook"),
]
TAILS = [
    (
        "en",
        "related",
        "Related\nPolice kill three in Lagos\nStrike shuts mines in Zambia\nMinister resigns over ferry deaths",
    ),
    ("en", "related stories", "Related stories\n- Nine injured as bus burns in Quito\n- Court jails two editors"),
    ("en", "more on this", "More on this story\n\nArmy kills five in border village\n\nGovernor quits after march"),
    ("en", "most read", "Most read\n1. Gunmen kill two guards in Kano\n2. Teachers strike in Lima\n3. Curfew in Sfax"),
    ("en", "read more", "Read more: Police arrest 40 in dawn raids"),
    ("en", "you may also like", "You may also like\nSoldiers shot dead at checkpoint\nTwelve arrested after vote"),
    ("en", "newsletter", "Sign up for our weekly briefing on strikes, protests and arrests, straight to your inbox."),
    ("en", "share", "Share on Facebook\nShare on X\nCopy link\nPrint"),
    ("en", "credit", "Photo: Police arrest a man in Gdynia. Jane Doe / Harbour Press Agency"),
    (
        "en",
        "copyright",
        "© 2023 The Harbour Gazette. All rights reserved. Reproduction without permission is prohibited.",
    ),
    ("en", "author", "About the author\nAna Roe covers protests, strikes and police killings for The Harbour Gazette."),
    (
        "en",
        "author in a line",
        "Ana Roe is a reporter who has covered strikes and protests for ten years. Follow her on Twitter.",
    ),
    ("en", "appeal", "Support our journalism: reporting on killings and arrests costs money. Donate today."),
    ("en", "tags", "Tags: strike, police, killings, protest, Gdynia"),
    (
        "es",
        "relacionadas",
        "Noticias relacionadas\nPolicía mata a tres en Lagos\nHuelga paraliza minas en Zambia\nRenuncia ministro",
    ),
    ("es", "te puede interesar", "Te puede interesar\nNueve heridos en Quito\nTribunal condena a dos editores"),
    ("es", "lo más leído", "Lo más leído\n1. Matan a dos guardias en Kano\n2. Paro de maestros en Lima"),
    ("es", "lea también", "Lea también: Detienen a 40 personas en redadas"),
    ("es", "boletín", "Suscríbete a nuestro boletín sobre huelgas, protestas y detenciones."),
    ("es", "derechos", "© 2023 La Gaceta del Puerto. Todos los derechos reservados. Prohibida su reproducción."),
    ("es", "autor", "Sobre el autor\nAna Roe cubre protestas, huelgas y muertes para La Gaceta del Puerto."),
    ("es", "etiquetas", "Etiquetas: huelga, policía, muertes, protesta"),
]


def _said(text: str, language: str) -> list[tuple[object, ...]]:
    return [(c.type, c.actor and c.actor.text, c.count and c.count.low) for c in claims_in(text, language=language)]


@pytest.mark.parametrize(("language", "tail"), [(r[0], r[2]) for r in TAILS], ids=[f"{r[0]} {r[1]}" for r in TAILS])
def test_furniture_behind_a_report_makes_no_claim(language: str, tail: str) -> None:
    report = REPORT[language]
    assert len(_said(report, language)) >= 3
    assert _said(f"{report}\n\n{tail}", language) == _said(report, language)


@pytest.mark.parametrize(("language", "head"), [(r[0], r[2]) for r in HEADS], ids=[f"{r[0]} {r[1]}" for r in HEADS])
def test_furniture_before_a_report_makes_no_claim(language: str, head: str) -> None:
    report = REPORT[language]
    assert _said(f"{head}\n\n{report}", language) == _said(report, language)


STAYS = [
    ("prose behind a heading", "Related\n\nSoldiers arrested nine clerks in Sfax on Monday, a court said on Friday."),
    ("headline alone", "Police kill three in Lagos"),
    ("list of demands", "The union demanded:\n- the release of all prisoners\n- new elections"),
]


@pytest.mark.parametrize("text", [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_furniture_leaves_what_only_looks_like_it(text: str) -> None:
    assert _said(text, "en")
