"""Forms of verbs and nouns by rule, for building the table of lemmas (`training/lemmas.py`).

The forms are for *reading*: a form that nobody writes ("edditted") does no harm, a form that is missing does. So both
spellings are made where a rule cannot know, and only clashes are avoided by the caller.
"""

import re
from collections.abc import Collection, Iterator

VOWELS = "aeiou"
# Irregular verbs that treebanks of this size may not hold: lemma, past, participle.
IRREGULAR_EN = """
arise arose arisen; awake awoke awoken; bear bore borne; befall befell befallen; beget begot begotten; beset beset
beset; bid bade bidden; bind bound bound; bite bit bitten; bleed bled bled; breed bred bred; cling clung clung; creep
crept crept; deal dealt dealt; dig dug dug; dwell dwelt dwelt; fling flung flung; flee fled fled; forbear forbore
forborne; foresee foresaw foreseen; forsake forsook forsaken; freeze froze frozen; grind ground ground; hang hung
hung; hide hid hidden; kneel knelt knelt; lead led led; leap leapt leapt; lend lent lent; light lit lit; mistake
mistook mistaken; partake partook partaken; plead pled pled; rend rent rent; rid rid rid; ring rang rung; rise rose
risen; seek sought sought; shake shook shaken; shed shed shed; shine shone shone; shrink shrank shrunk; sink sank
sunk; slide slid slid; sling slung slung; slit slit slit; smite smote smitten; sow sowed sown; spill spilt spilt; spin
spun spun; spit spat spat; split split split; spring sprang sprung; steal stole stolen; stick stuck stuck; sting stung
stung; stink stank stunk; strew strewed strewn; stride strode stridden; string strung strung; strive strove striven;
sweep swept swept; swell swelled swollen; swim swam swum; swing swung swung; tear tore torn; thrust thrust thrust;
tread trod trodden; wake woke woken; weave wove woven; weep wept wept; wind wound wound; wring wrung wrung; forgo
forwent forgone
"""
# The shortest Spanish verbs follow no rule.
IRREGULAR_ES = """
ser: soy eres es somos son era eras éramos eran fui fuiste fue fuimos fueron fuera fueran fuese fuesen sea seas seamos
sean sido siendo será serán seré seremos sería serían
estar: estoy estás está estamos están estuve estuvo estuvimos estuvieron estuviera estuvieran estuviese esté estén
estemos
haber: he has ha hemos han había habíamos habían hubo hubieron hubiera hubieran hubiese hubiesen habrá habrán habría
habrían haya hayan hayamos hay habido habiendo
ir: voy vas va vamos van iba ibas íbamos iban vaya vayan vayamos irá irán iría irían ido yendo irse
dar: doy das da damos dan di diste dio dimos dieron diera dieran diese dé den dado dada dados dadas dando dará darán
daría
ver: veo ves ve vemos ven vi viste vio vimos vieron viera vieran vea vean visto vista vistos vistas viendo verá verán
vería
saber: sé sabe supo supe supieron supiera sepa sepan sepamos sabrá sabrán sabría sabrían
oír: oigo oye oyen oyó oyeron oyendo oído
caer: caigo caiga caigan
andar: anduvo anduvieron anduve
caber: quepo cupo cupieron quepa cabrá cabría
poder: pudo pude pudieron pudiera pudieran pudiese podrá podrán podría podrían podríamos puedo pudiendo
querer: quiso quise quisieron quisiera quisieran querrá querrán querría querrían
romper: roto rota rotos rotas
escribir: escrito escrita escritos escritas
cubrir: cubierto cubierta cubiertos cubiertas
morir: muerto muerta muertos muertas
freír: frito frita
resolver: resuelto resuelta resueltos resueltas
"""
# Present, preterite, imperfect, future and conditional, subjunctives, participles, gerund, imperative. The endings of
# one group share a stem where a verb is irregular ("tuve, tuvo, tuvieron": one stem, one group).
# Second persons plural are left to the endings: reports do not address their readers.
PRESENT = {
    "ar": "o as a amos an e es emos en ad",
    "er": "o es e emos en a as amos an ed",
    "ir": "o es e imos en a as amos an id",
}
PAST = {
    "ar": "é aste ó asteis aron ara aras áramos aran ase asen",
    "er": "í iste ió imos isteis ieron iera ieras iéramos ieran iese iesen",
}
IMPERFECT = {"ar": "aba abas ábamos aban", "er": "ía ías íamos ían"}
FUTURE = "é ás á emos éis án ía ías íamos ían"
PARTICIPLE = {"ar": "ado ada ados adas ando", "er": "ido ida idos idas iendo"}
STRESSED = {"ar": "o as a an e es en", "er": "o es e en a as an"}
"""Where "pensar" has "piensa"."""
RAISED = "ió ieron iera ieras iéramos ieran iese iesen iendo amos"
"""Where "pedir" and "dormir" have "pid-" and "durm-" beside the stressed forms."""
STRONG_PAST = "e iste o imos ieron iera ieras iéramos ieran iese iesen eron era eran"
STRONG_STEM = re.compile(r"(?:[uo]v|[uo]p|us|ud|[iau]j|[^u]i[cnsz])$")
YOD_PAST = "yó yeron yera yeras yéramos yeran yese yesen yendo"
G_PRESENT = "o a as amos an"
FUTURE_STEM, G_STEM = re.compile(r"[bdl]r$"), re.compile(r"[nlia]g$|[aeou]zc$")
CHANGES = (("e", "ie"), ("e", "i"), ("o", "ue"), ("u", "ue"), ("o", "u"), ("i", "í"), ("u", "ú"))
LEAST_STEM = 2
"""Verbs with shorter stems (ser, ir, dar, ver) are not conjugated by rule."""
BASES = ("tener", "poner", "venir", "hacer", "decir", "traer", "ducir", "salir", "seguir", "mover", "volver", "poseer")


def english_forms(verb: str) -> Iterator[str]:
    """Third person, past and gerund of a regular English verb, with and without a doubled last letter."""
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
        return
    yield verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")
    if verb.endswith("e"):
        gerund = verb[:-2] + "ying" if verb.endswith("ie") else verb + "ing" if verb[-2:] == "ee" else verb[:-1] + "ing"
        yield from (verb + "d", gerund)
        return
    single = re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]", verb)
    if not single:
        yield from (verb + "ed", verb + "ing")
    if single or (
        re.search(r"[^aeiou][aeiou][bdglmnprt]$", verb) and not re.search(r"(?:en|er|or|on|an|it|op)$", verb)
    ):
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def listed_verbs(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Irregular verbs with their forms."""
    if language == "en":
        for row in IRREGULAR_EN.split(";"):
            verb, *forms = row.split()
            yield verb, tuple(forms)
    else:
        for block in re.split(r"\n(?=\w+:)", IRREGULAR_ES.strip()):
            verb, forms = block.split(":")
            yield verb, tuple(forms.split())


def english_plurals(noun: str) -> Iterator[str]:
    """The plural of a regular English noun."""
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        yield noun[:-1] + "ies"
    else:
        yield noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")


def english_degrees(adjective: str) -> Iterator[str]:
    """Comparative and superlative of a short English adjective."""
    if len(re.findall(r"[aeiouy]+", adjective.rstrip("e"))) > 2 or len(adjective) > 7:
        return
    stem = adjective.rstrip("e")
    if adjective.endswith("y"):
        stem = adjective[:-1] + "i"
    elif re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", adjective):
        stem = adjective + adjective[-1]
    yield from (stem + "er", stem + "est")


def spanish_forms(verb: str, observed: Collection[str]) -> Iterator[str]:
    """The forms of a Spanish verb; `observed` forms show which changes of the stem it knows."""
    stem, ending = verb[:-2], verb[-2:].replace("í", "i")
    if len(stem) < LEAST_STEM:
        return
    regular = set(_regular(stem, ending))
    if observed and not any(form == verb or form in regular for form in observed):
        return  # most likely an error of the treebank
    yield from regular
    for base in BASES:
        if verb.endswith(base) and verb != base:
            yield from (verb[: -len(base)] + form for form in BASE_FORMS.get(base, ()))
    for old, new, changed in _changed(stem):
        ends = STRESSED["ar" if ending == "ar" else "er"] + (
            f" {RAISED}" if (old, new) in (("e", "i"), ("o", "u")) else ""
        )
        forms = {_written(changed, ending, end) + end for end in ends.split()}
        if any(form in forms and form not in regular for form in observed):
            yield from forms
    for form in observed:
        if form not in regular:
            yield from _like(form)


BASE_FORMS = {
    "tener": [
        "tengo",
        "tenga",
        "tengan",
        "tengas",
        "tengamos",
        "tiene",
        "tienen",
        "tienes",
        "tuve",
        "tuvo",
        "tuvieron",
        "tuviera",
        "tuvieran",
        "tuvimos",
        "tuviste",
        "tuviese",
        "tuviesen",
        "tendrá",
        "tendrán",
        "tendré",
        "tendremos",
        "tendría",
        "tendrían",
        "ten",
    ],
    "poner": [
        "pongo",
        "ponga",
        "pongan",
        "pongamos",
        "puse",
        "puso",
        "pusieron",
        "pusiera",
        "pusieran",
        "pusimos",
        "pusiese",
        "pondrá",
        "pondrán",
        "pondré",
        "pondremos",
        "pondría",
        "pondrían",
        "puesto",
        "puesta",
        "puestos",
        "puestas",
    ],
    "venir": [
        "vengo",
        "venga",
        "vengan",
        "vengamos",
        "viene",
        "vienen",
        "vienes",
        "vine",
        "vino",
        "vinieron",
        "viniera",
        "vinieran",
        "vinimos",
        "viniese",
        "vendrá",
        "vendrán",
        "vendré",
        "vendremos",
        "vendría",
        "vendrían",
        "viniendo",
    ],
    "hacer": [
        "hago",
        "haga",
        "hagan",
        "hagamos",
        "hice",
        "hizo",
        "hicieron",
        "hiciera",
        "hicieran",
        "hicimos",
        "hiciese",
        "hará",
        "harán",
        "haré",
        "haremos",
        "haría",
        "harían",
        "hecho",
        "hecha",
        "hechos",
        "hechas",
    ],
    "decir": [
        "digo",
        "diga",
        "digan",
        "digamos",
        "dice",
        "dicen",
        "dices",
        "dije",
        "dijo",
        "dijeron",
        "dijera",
        "dijeran",
        "dijimos",
        "dijese",
        "diciendo",
        "dicho",
        "dicha",
        "dichos",
        "dichas",
        "dirá",
        "dirán",
        "diría",
        "dirían",
    ],
    "traer": [
        "traigo",
        "traiga",
        "traigan",
        "traje",
        "trajo",
        "trajeron",
        "trajera",
        "trajeran",
        "trajimos",
        "trayendo",
    ],
    "ducir": [
        "duzco",
        "duzca",
        "duzcan",
        "duzcamos",
        "duje",
        "dujo",
        "dujeron",
        "dujera",
        "dujeran",
        "dujimos",
        "dujese",
    ],
    "salir": [
        "salgo",
        "salga",
        "salgan",
        "salgamos",
        "saldrá",
        "saldrán",
        "saldré",
        "saldremos",
        "saldría",
        "saldrían",
    ],
    "seguir": [
        "sigo",
        "sigue",
        "siguen",
        "sigues",
        "siga",
        "sigan",
        "sigamos",
        "siguió",
        "siguieron",
        "siguiera",
        "siguieran",
        "siguiendo",
    ],
    "mover": ["muevo", "mueve", "mueven", "mueves", "mueva", "muevan"],
    "volver": ["vuelvo", "vuelve", "vuelven", "vuelves", "vuelva", "vuelvan", "vuelto", "vuelta", "vueltos", "vueltas"],
    "poseer": ["poseyó", "poseyeron", "poseyera", "poseyeran", "poseyendo"],
}


def spanish_numbers(noun: str) -> Iterator[str]:
    """The plural of a Spanish noun or adjective."""
    if re.search(r"[aeiouáéó]$", noun):
        yield noun + "s"
    elif noun.endswith("z"):
        yield noun[:-1] + "ces"
    elif re.search(r"[áéíóú][ns]$", noun):
        yield noun[:-2] + noun[-2].translate(str.maketrans("áéíóú", "aeiou")) + noun[-1] + "es"
    elif not noun.endswith("s"):
        yield noun + "es"


def spanish_genders(adjective: str) -> Iterator[str]:
    """Feminine and plurals of a Spanish adjective."""
    yield from spanish_numbers(adjective)
    if adjective.endswith("o"):
        yield from (adjective[:-1] + "a", adjective[:-1] + "as")
    elif adjective.endswith("or"):
        yield from (adjective + "a", adjective + "as")
    elif re.search(r"[áéíó][ns]$", adjective):
        bare = adjective[:-2] + adjective[-2].translate(str.maketrans("áéíó", "aeio")) + adjective[-1]
        yield from (bare + "a", bare + "as")


def _regular(stem: str, ending: str) -> Iterator[str]:
    group = "ar" if ending == "ar" else "er"
    for endings in (PRESENT[ending], PAST[group], IMPERFECT[group], PARTICIPLE[group]):
        yield from (_written(stem, ending, end) + end for end in endings.split())
    yield from (stem + ending + end for end in FUTURE.split())
    if group == "er" and stem[-1:] in "aeou" and not stem.endswith(("gu", "qu")):
        yield from (stem + end for end in YOD_PAST.split())
        yield from (stem + "íd" + end for end in ("o", "a", "os", "as"))
        yield from (stem + "y" + end for end in ("o", "e", "es", "en", "a", "as", "an"))
    if stem.endswith(("ñ", "ll")):
        yield from (stem + end for end in ("ó", "eron", "endo", "era", "eran"))


def _written(stem: str, ending: str, end: str) -> str:
    """The stem as it is spelt before an ending: "atac" before "é" is "ataqu", "proteg" before "o" is "protej"."""
    soft = end[0] in "eéií"
    if ending == "ar" and soft:
        for last, written in (("c", "qu"), ("gu", "gü"), ("g", "gu"), ("z", "c")):
            if stem.endswith(last):
                return stem[: -len(last)] + written
    if ending != "ar" and not soft:
        if stem.endswith("gu"):
            return stem[:-1]
        if stem.endswith("g"):
            return stem[:-1] + "j"
        if stem.endswith("c"):
            return stem[:-1] + ("zc" if stem[-2:-1] in VOWELS else "z")
    return stem


def _changed(stem: str) -> Iterator[tuple[str, str, str]]:
    """The stem with its last vowel changed, in each way that Spanish verbs know."""
    at = max(stem.rfind(vowel) for vowel in VOWELS)
    for old, new in CHANGES:
        if at >= 0 and stem[at] == old:
            yield old, new, stem[:at] + new + stem[at + 1 :]


def _like(form: str) -> Iterator[str]:
    """What goes with an irregular form: "tuvo" makes "tuvieron", "tendrá" "tendrían", "salga" "salgan"."""
    for endings, stems in ((STRONG_PAST, STRONG_STEM), (FUTURE, FUTURE_STEM), (G_PRESENT, G_STEM)):
        ends = endings.split()
        for end in sorted(ends, key=len, reverse=True):
            stem = form.removesuffix(end)
            if form.endswith(end) and stems.search(stem):
                yield from (stem + other for other in ends)
                break
