"""Actor and target come from the tree, where the order of words alone would mislead."""

import pytest

from trees_factory import claims_of

CASES = [
    (
        "subject over a relative clause",
        "Officers|NOUN|6|nsubj who|PRON|3|nsubj guarded|VERB|1|acl:relcl the|DET|5|det square|NOUN|3|obj "
        "arrested|VERB|0|root nine|NUM|8|nummod students|NOUN|6|obj .|PUNCT|6|punct",
        ("arrest", "Officers", "students"),
    ),
    (
        "relative pronoun",
        "Soldiers|NOUN|0|root who|PRON|3|nsubj killed|VERB|1|acl:relcl two|NUM|5|nummod nurses|NOUN|3|obj "
        "fled|VERB|1|dep .|PUNCT|1|punct",
        ("killing", "Soldiers", "nurses"),
    ),
    (
        "control by an object",
        "The|DET|2|det minister|NOUN|3|nsubj ordered|VERB|0|root troops|NOUN|3|obj to|PART|6|mark "
        "disperse|VERB|3|xcomp the|DET|8|det crowd|NOUN|6|obj .|PUNCT|3|punct",
        ("repression_force_use", "troops", "the crowd"),
    ),
    (
        "agent of a passive, without a description of the target",
        "The|DET|2|det mayor|NOUN|7|nsubj:pass ,|PUNCT|5|punct a|DET|5|det teacher|NOUN|2|appos was|AUX|7|aux:pass "
        "arrested|VERB|0|root by|ADP|9|case soldiers|NOUN|7|obl:agent .|PUNCT|7|punct",
        ("arrest", "soldiers", "The mayor"),
    ),
    (
        "by whom and by how much",
        "The|DET|2|det bill|NOUN|4|nsubj:pass was|AUX|4|aux:pass rejected|VERB|0|root by|ADP|7|case "
        "75|NUM|7|nummod votes|NOUN|4|obl .|PUNCT|4|punct",
        ("vote", None, "The bill"),
    ),
    (
        "dateline",
        "ELSEWHERE|PROPN|6|nsubj:pass|B-LOC —|PUNCT|1|punct A|DET|4|det nurse|NOUN|1|appos was|AUX|6|aux:pass "
        "killed|VERB|0|root .|PUNCT|6|punct",
        ("killing", None, "A nurse"),
    ),
    (
        "clause hung on a thing",
        "Nurses|NOUN|5|nsubj are|AUX|5|cop on|ADP|5|case the|DET|5|det streets|NOUN|0|root demanding|VERB|5|acl "
        "elections|NOUN|6|obj .|PUNCT|5|punct",
        ("demand", "Nurses", "elections"),
    ),
    (
        "force that a harm is laid to",
        "One|NUM|2|nummod person|NOUN|4|nsubj:pass was|AUX|4|aux:pass killed|VERB|0|root when|ADV|7|advmod "
        "police|NOUN|7|nsubj fired|VERB|4|advcl 15|NUM|9|nummod rounds|NOUN|7|obj .|PUNCT|4|punct",
        ("killing", "police", "person"),
    ),
    (
        "number without a noun",
        "Six|NUM|2|nummod people|NOUN|4|nsubj:pass were|AUX|4|aux:pass hurt|VERB|0|root and|CCONJ|8|cc "
        "nine|NUM|8|nsubj:pass were|AUX|8|aux:pass arrested|VERB|4|conj .|PUNCT|4|punct",
        ("arrest", None, "people"),
    ),
    (
        "cue of another verb",
        "The|DET|2|det police|NOUN|8|nsubj that|PRON|5|nsubj should|AUX|5|aux guard|VERB|2|acl:relcl them|PRON|5|obj "
        "have|AUX|8|aux killed|VERB|0|root two|NUM|10|nummod nurses|NOUN|8|obj .|PUNCT|8|punct",
        ("killing", "The police", "nurses"),
    ),
    (
        "name hung on the town",
        "The|DET|2|det mayor|NOUN|8|nsubj of|ADP|4|case Lima|PROPN|2|nmod|B-LOC ,|PUNCT|6|punct "
        "Qori|PROPN|4|conj|B-LOC ,|PUNCT|2|punct resigned|VERB|0|root .|PUNCT|8|punct",
        ("resignation", "Qori", None),
    ),
    (
        "country hung on the town",
        "The|DET|2|det mayor|NOUN|8|nsubj of|ADP|4|case Lima|PROPN|2|nmod|B-LOC ,|PUNCT|6|punct "
        "Peru|PROPN|4|appos|B-LOC ,|PUNCT|2|punct resigned|VERB|0|root .|PUNCT|8|punct",
        ("resignation", "The mayor of Lima", None),
    ),
    (
        "name hung beside its title",
        "Soldiers|NOUN|2|nsubj arrested|VERB|0|root union|NOUN|4|compound leader|NOUN|2|obj Li|PROPN|2|nsubj|B-PER "
        "Wei|PROPN|5|flat|I-PER .|PUNCT|2|punct",
        ("arrest", "Soldiers", "union leader Li Wei"),
    ),
    (
        "name behind a comma",
        "Soldiers|NOUN|2|nsubj arrested|VERB|0|root a|DET|4|det leader|NOUN|2|obj ,|PUNCT|6|punct "
        "Li|PROPN|4|appos|B-PER Wei|PROPN|6|flat|I-PER .|PUNCT|2|punct",
        ("arrest", "Soldiers", "Li Wei"),
    ),
    (
        "noun hung on its number",
        "Twelve|NUM|4|nsubj thousand|NUM|1|nummod farmers|NOUN|1|nmod marched|VERB|0|root .|PUNCT|4|punct",
        ("protest", "farmers", None),
    ),
    (
        "number hung as a count",
        "Police|NOUN|2|nsubj used|VERB|0|root tear|NOUN|4|compound gas|NOUN|2|obj against|ADP|6|case "
        "thousands|NUM|4|nummod of|ADP|8|case farmers|NOUN|6|nmod .|PUNCT|2|punct",
        ("repression_force_use", "Police", "farmers"),
    ),
    (
        "perfect taken for a passive",
        "Troops|NOUN|3|nsubj:pass had|AUX|3|aux killed|VERB|0|root nine|NUM|5|nummod nurses|NOUN|3|obl .|PUNCT|3|punct",
        ("killing", "Troops", None),
    ),
]


@pytest.mark.parametrize(("told", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_arguments_of_a_trigger(told: str, expected: tuple[str, str | None, str | None]) -> None:
    claims = [claim for claim in claims_of(told) if claim.type == expected[0]]
    assert [(c.actor and c.actor.text, c.target and c.target.text) for c in claims] == [expected[1:]]


def test_arguments_cue_of_another_verb_says_nothing() -> None:
    told = next(case[1] for case in CASES if case[0] == "cue of another verb")
    assert [str(claim.modality) for claim in claims_of(told) if claim.type == "killing"] == ["asserted"]
