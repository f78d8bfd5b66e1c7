"""What is planned, demanded, denied or merely possible is never counted as done; a source makes it reported."""

import pytest

from claims_factory import claims_in

CASES = [
    ("asserted", "en", "Soldiers killed two herders.", "killing", "asserted"),
    ("reported", "en", "Soldiers killed two herders, the mayor said.", "killing", "reported"),
    ("by hearsay", "en", "Soldiers allegedly killed two herders.", "killing", "reported"),
    ("denied by not", "en", "Police did not arrest anybody.", "arrest", "denied"),
    ("denied by nobody", "en", "Nobody was injured in the fire.", "injury", "denied"),
    ("denied by verb", "en", "The army denied killing the herders.", "killing", "denied"),
    ("planned by will", "en", "Nurses will march on Friday.", "protest", "planned"),
    ("planned by a call", "en", "The unions called for a general strike on Monday.", "strike", "planned"),
    ("planned behind", "en", "A general strike has been called for by the union.", "strike", "planned"),
    ("planned by plans", "en", "The union plans a strike for 3 January.", "strike", "planned"),
    (
        "planned by a body",
        "en",
        "The General Confederation of Workers plans a strike for 3 January.",
        "strike",
        "planned",
    ),
    ("would, told", "en", "Union leaders said on Sunday that they would march on Monday.", "protest", "planned"),
    ("would have", "en", "The unions said they would have marched on Monday.", "protest", "hypothetical"),
    ("would if", "en", "They said that they would march if the mayor stayed.", "protest", "hypothetical"),
    ("would, untold", "en", "They would march on Monday.", "protest", "hypothetical"),
    ("would, feared", "en", "Experts said police would open fire.", "repression_force_use", "hypothetical"),
    ("forced to", "en", "The mob forced the police to open fire.", "repression_force_use", "asserted"),
    ("was able to", "en", "The police were able to arrest nine dealers.", "arrest", "asserted"),
    ("would be able to", "en", "The police would be able to arrest nine dealers.", "arrest", "hypothetical"),
    ("acted to", "en", "The police acted swiftly to arrest a dealer.", "arrest", "asserted"),
    ("came to", "en", "The police came to arrest a dealer.", "arrest", "hypothetical"),
    ("told to, joined", "en", "The mayor told officers to patrol by night and detain dealers.", "arrest",
     "hypothetical"),
    ("might, joined", "en", "Some might appear in town, shout slogans and attack the guards.", "other", "hypothetical"),
    ("tried, beside", "en", "Nine dealers who tried to flee were arrested.", "arrest", "asserted"),
    ("must, joined", "en", "The dealers must quickly be arrested and jailed.", "arrest", "demanded"),
    ("due to", "en", "Nine deaths have taken place due to police firing.", "repression_force_use", "asserted"),
    ("nearly", "en", "The guard was nearly killed.", "killing", "hypothetical"),
    ("nearly so many", "en", "Nearly 20 guards were killed.", "killing", "asserted"),
    ("let", "en", "She begged them not to let her son die.", "killing", "hypothetical"),
    ("casi", "es", "Casi matan a un guardia en la marcha.", "killing", "hypothetical"),
    ("casi tantos", "es", "Casi 20 guardias murieron en la marcha.", "killing", "asserted"),
    ("instead of", "en", "Instead of arresting the looters, the officers stood by.", "arrest", "denied"),
    ("an inquiry", "en", "Teachers demanded an inquiry into the police firing in which a boy was killed.", "killing",
     "asserted"),
    ("action for", "en", "Teachers demanded action against the officers who killed a boy.", "killing", "asserted"),
    ("demanded deed", "en", "Teachers demanded the arrest of the officers.", "demand", "demanded"),
    ("pudo", "es", "La policía pudo detener a nueve vendedores.", "arrest", "asserted"),
    ("podría", "es", "La policía podría detener a nueve vendedores.", "arrest", "hypothetical"),
    ("en vez de", "es", "En vez de una huelga de los mineros hubo una asamblea.", "strike", "denied"),
    ("una investigación", "es", "Los maestros exigieron una investigación de la represión policial.",
     "repression_force_use", "asserted"),
    ("no one of a group", "en", "No passengers were injured.", "injury", "denied"),
    ("hypothetical if", "en", "If the police arrest him, the road closes.", "arrest", "hypothetical"),
    ("purpose", "en", "They came to kill the mayor.", "killing", "hypothetical"),
    ("purpose shown", "en", "Nurses took to the avenue to condemn the ban.", "condemnation", "asserted"),
    ("purpose wanted", "en", "Nurses wanted to condemn the ban.", "condemnation", "hypothetical"),
    ("would go on", "en", "The unions announced that they would continue to march.", "protest", "planned"),
    ("would perhaps", "en", "Perhaps the unions would continue to march.", "protest", "hypothetical"),
    ("may have", "en", "The raid may have already resulted in nine deaths.", "killing", "reported"),
    ("may yet", "en", "The raid may result in nine deaths.", "killing", "hypothetical"),
    ("another's plan", "en", "Riots followed the crackdown on rallies against the planned tax.", "repression_force_use",
     "asserted"),
    ("protestar", "es", "Miles de obreros salieron a la plaza para protestar contra la ley.", "protest", "asserted"),
    ("protestar, sin hacerlo", "es", "Los obreros podrían salir a protestar contra la ley.", "protest", "hypothetical"),
    ("demanded", "en", "Farmers demanded fresh elections.", "demand", "demanded"),
    ("month, not may", "en", "On May 4 troops killed two herders.", "killing", "asserted"),
    ("afirmado", "es", "Los soldados mataron a dos pastores.", "killing", "asserted"),
    ("negado", "es", "La policía no detuvo a nadie.", "arrest", "denied"),
    ("exigido", "es", "Los campesinos exigen la renuncia del ministro.", "demand", "demanded"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "type", "modality"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_modality_of_claims(language: str, text: str, type: str, modality: str) -> None:
    found = [c for c in claims_in(text, language=language) if c.type == type]
    assert [str(c.modality) for c in found] == [modality]
