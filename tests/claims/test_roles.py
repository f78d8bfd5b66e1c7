"""Actor and target stand where role and voice put them."""

import pytest

from claims_factory import claims_in

CASES = [
    ("active", "en", "Troops killed eleven villagers.", "killing", "Troops", "villagers"),
    ("passive", "en", "Eleven villagers were killed by troops.", "killing", "troops", "villagers"),
    ("passive like a base", "en", "Two marchers were hurt by troops.", "injury", "troops", "marchers"),
    ("most", "en", "Up to 50 marchers were hurt by troops.", "injury", "troops", "marchers"),
    ("adverb between", "en", "The police had actually arrested forty rioters.", "arrest", "The police", "rioters"),
    ("forced to", "en", "The police were forced to use tear gas.", "repression_force_use", "The police", None),
    ("perception", "en", "Officers were seen beating students.", "repression_force_use", "Officers", "students"),
    ("joined noun and verb", "en", "The police baton-charged the strikers.", "repression_force_use", "police",
     "the strikers"),
    ("charge at", "en", "Policemen charged at the crowd with batons.", "repression_force_use", "Policemen",
     "the crowd"),
    ("force before a relative", "en", "An inquiry began into the police firing in which one man was killed.", "killing",
     "the police", "man"),
    ("police noun", "en", "Two men died in police firing.", "killing", "police", "men"),
    ("hands of", "en", "Ten marchers have died at the hands of state forces.", "killing", "state forces", "marchers"),
    ("owner", "en", "Castillo's ouster set off anger.", "removal_from_office", None, "Castillo"),
    ("words behind", "en", "The forceful removal of the mayor led to rallies by nurses.", "removal_from_office", None,
     "the mayor"),
    ("one thing told twice", "en", "The king was overthrown in a coup led by officers.", "removal_from_office",
     "officers", "The king"),
    ("outcome", "en", "The crackdown by the army has resulted in nine deaths.", "killing", "the army", None),
    ("no outcome", "en", "The strike by nurses has resulted in nine deaths.", "killing", None, None),
    ("he died of it", "es", "La policía le disparó en el pecho y murió horas después.", "killing", "La policía", None),
    ("who did both", "es", "El guardia abrió fuego y murió horas después.", "killing", None, "El guardia"),
    ("whoever they are", "en", "Soldiers beat those they arrested.", "repression_force_use", "Soldiers",
     "those they arrested"),
    ("where they stood", "en", "Nurses all over Lima protested.", "protest", "Nurses", None),
    ("opponent", "en", "Paz won the election by nine votes against Rojas.", "election", "Paz", "Rojas"),
    ("no opponent", "en", "Paz won the election in June.", "election", "Paz", None),
    ("things do not act", "en", "Live rounds were used on Monday, killing two.", "killing", None, None),
    ("list of doings", "en", "Farmers organised marches, strikes and road blockades.", "blockade", "Farmers", None),
    ("fuera", "es", "Desde que Rojas fuera derrocado el martes, hay calma.", "removal_from_office", None, "Rojas"),
    ("heridas", "es", "Había diez mujeres heridas en la violencia.", "injury", None, "mujeres"),
    ("relative", "en", "The mayor, who was arrested on Friday, is ill.", "arrest", None, "The mayor"),
    ("apposition", "en", "Two protesters, 15 and 18 years old, were killed.", "killing", None, "protesters"),
    (
        "light verb",
        "en",
        "On Monday Boluarte declared a “state of emergency” in Puno.",
        "emergency_decree",
        "Boluarte",
        None,
    ),
    ("day before verb", "en", "The junta this week banned rallies.", "other", "The junta", "rallies"),
    ("absolute", "en", "It ended with nurses calling for elections.", "demand", "nurses", "elections"),
    ("shared subject", "en", "Police dispersed the march and arrested nine men.", "arrest", "Police", "men"),
    ("told of nearby", "en", "Police came at dawn. Nine men were arrested.", "arrest", "Police", "men"),
    ("an emergency is no actor", "en", "The emergency decreed on Monday bans rallies.", "emergency_decree", None, None),
    ("how long", "es", "Los médicos de Puno iniciaron un paro de 48 horas.", "strike", "Los médicos de Puno", None),
    ("newborns", "en", "Three newborns died in Puno.", "killing", None, "newborns"),
    ("whose conduct is condemned", "en", "Bishops condemned the crackdown by the army.", "condemnation", "Bishops",
     "the army"),
    ("an owner's conduct", "en", "The EU condemned the government's reaction.", "condemnation", "The EU",
     "the government"),
    ("a conduct without its doer", "en", "Bishops condemned the killings of nine farmers.", "condemnation", "Bishops",
     "the killings of nine farmers"),
    ("who suffered it", "en", "Bishops denounced the blows that nurses have suffered.", "condemnation", "Bishops",
     "the blows"),
    ("conducta de alguien", "es", "La ONU condenó la represión por parte de la policía.", "condemnation", "La ONU",
     "la policía"),
    ("who keeps a figure", "en", "The ministry's register holds 42 deaths in the protests up to 13 January.", "killing",
     None, None),
    ("who did what a figure counts", "en", "The army carried out nine killings.", "killing", "The army", None),
    ("nobody", "en", "Tear gas was fired.", "repression_force_use", None, None),
    ("activa", "es", "La policía detuvo a sesenta estudiantes.", "arrest", "La policía", "estudiantes"),
    ("a personal", "es", "Los soldados habían matado a nueve campesinos.", "killing", "Los soldados", "campesinos"),
    ("pasiva perfecta", "es", "Nueve campesinos habían sido asesinados por soldados.", "killing", "soldados",
     "campesinos"),
    ("hyphen in a name", "en", "Park Ji-hoon, the governor of Cuenca, resigned.", "resignation", "Park Ji-hoon", None),
    ("dash of a dateline", "en", "LIMA - Nurses, teachers and farmers marched.", "protest",
     "Nurses, teachers and farmers", None),
    ("how long is not who", "en", "A strike of 48 hours began.", "strike", None, None),
    ("who strikes", "en", "A strike of the miners began.", "strike", "the miners", None),
    ("what is held", "en", "The blockade of the highway goes on.", "blockade", None, "the highway"),
    ("who blocks", "en", "The blockade by farmers goes on.", "blockade", "farmers", None),
    ("who must obey", "en", "In Puno people must stay indoors from 8 p.m.", "curfew", None, "people"),
    ("speakers before crowds", "en", "Students are marching. Unions said they would strike.", "strike", "Unions", None),
    ("cuántas horas", "es", "La federación, que había convocado un paro de 48 horas, esperó.", "strike",
     "La federación", None),
    ("bloqueo de qué", "es", "El bloqueo de la carretera sigue.", "blockade", None, "la carretera"),
    ("pasiva", "es", "El alcalde fue asesinado por pistoleros.", "killing", "pistoleros", "El alcalde"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "type", "actor", "target"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_roles_of_claims(language: str, text: str, type: str, actor: str | None, target: str | None) -> None:
    claim = next(c for c in claims_in(text, language=language) if c.type == type)
    assert (claim.actor and claim.actor.text, claim.target and claim.target.text) == (actor, target)


def test_roles_state_force_decides_the_type() -> None:
    assert [str(c.type) for c in claims_in("Police opened fire on the marchers.")] == ["repression_force_use"]
    assert [str(c.type) for c in claims_in("Bandits opened fire on the marchers.")] == ["other"]
