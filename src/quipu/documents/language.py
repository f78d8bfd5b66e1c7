"""The language of a text, told from a sample of it, or "und"."""

from functools import cache
from typing import Any

from quipu.documents.lists import Candidates
from quipu.lexicon.load import COMMON, languages, load

UNKNOWN = "und"
# Bytes beyond 2,000 characters do not change the answer on news and cost time; the sample is from the middle and the
# beginning, since heads of pages hold names and the ends of pages other languages' links.
SAMPLE = 1000
# Below this many letters ("Lima", "Paro") the answer is no better than chance.
FEWEST_LETTERS = 12
SHOUTED = 0.5
# A language that quipu reads: likelier than not twice over against the next. Others: only when nearly certain, because
# place names alone ("Ayacucho, Andahuaylas, Abancay") look like Quechua.
LEAST_READ, LEAST_LEAD, LEAST_OTHER = 0.4, 2.0, 0.85


def find_language(text: str, declared: str | None = None) -> str:
    """ISO 639-1 code of a text's language, "und" where it is too short or unsure.

    `declared` (a page's own `lang`) decides only where the text itself does not.
    """
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) >= FEWEST_LETTERS:
        if sum(map(str.isupper, sample)) > SHOUTED * len(sample):
            # The model has seen few capitals.
            sample = sample.lower()
        (best, score), (_, next_score), *_ = _identifier().rank(sample)
        if best in languages():
            if score >= LEAST_READ and score >= LEAST_LEAD * next_score:
                return str(best)
        elif score >= LEAST_OTHER:
            return str(best)
    return declared or UNKNOWN


def _sample(text: str) -> str:
    """The whole of a short text; else its beginning and its middle."""
    if len(text) <= 2 * SAMPLE:
        return text
    middle = len(text) // 2
    return text[:SAMPLE] + "\n" + text[max(SAMPLE, middle - SAMPLE // 2) : middle + SAMPLE // 2]


@cache
def _identifier() -> Any:
    # Imported late: the model takes most of a second, and JSON Lines that state their language never need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(load("languages", COMMON, Candidates).candidates)
    return identifier
