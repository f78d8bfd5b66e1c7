"""What holds of the claims of any text: words stand where they are said to, ids are one each, reading repeats."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims_factory import found_in
from quipu.model import Claim, RefusedClaim, Span

# Words that make rules fire, marks that part sentences, and characters that offsets stumble over.
PIECES = (
    'police|soldiers|killed|two people|at least 17|were injured|in Lima|Kano|on Monday|May 3, 2023|said|“|”|"|«|»|.|,|;'
    "|:"
    "|\n|\n\n|\r\n|\t|\u00a0|\u200b|é|e\u0301|👩🏽‍🚒|ﬁ|İ|中|—|-|(|)|Nguyen Van Tam|al-Masri|O'Meara|a 16-year-old"
    "|no|not|will|if|demanded|elections|the resignation of|strike|since|rose to|1,200|3.000|%|?|by 75 votes to 48"
    "|la policía|detuvo a|murieron|heridos|entre ellos|dos menores|según|el lunes|renunció|© 2023|Read more:"
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join),
)
LANGUAGES = st.sampled_from(["en", "es"])


def _named(claim: Claim) -> list[tuple[Span, str]]:
    fields = (claim.actor, claim.target, claim.attribution, claim.place, claim.count)
    return [(field.span, field.text) for field in fields if field is not None and field.span is not None]


def _bare(found: Claim | RefusedClaim) -> list[Span]:
    if isinstance(found, RefusedClaim):
        return [found.span]
    people = [span for victim in found.victims for span in (victim.span, victim.name) if span is not None]
    return [found.span, *people, *([found.date.span] if found.date and found.date.span else [])]


@settings(max_examples=200, deadline=None)
@given(TEXTS, LANGUAGES)
def test_claims_fields_are_verbatim(text: str, language: str) -> None:
    for found in found_in(text, language=language):
        for span in _bare(found):
            assert 0 <= span.start < span.end <= len(text)
        for span, words in _named(found) if isinstance(found, Claim) else ():
            assert text[span.start : span.end] == words


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES)
def test_claims_ids_are_unique_and_reading_repeats(text: str, language: str) -> None:
    found = found_in(text, language=language)
    ids = [one.id for one in found if isinstance(one, Claim)]
    assert len(ids) == len(set(ids))
    assert found_in(text, language=language) == found


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=120), LANGUAGES)
def test_claims_of_any_characters_never_raise(text: str, language: str) -> None:
    assert all(found.reason for found in found_in(text, language=language) if isinstance(found, RefusedClaim))
