"""Builds src/quipu/sentences/data/lemmas-{en,es}.txt from treebanks. For developers; users get the built files.

    PYTHONPATH=src:bench python training/lemmas.py FOLDER [--target FOLDER]

FOLDER holds `ud_en_ewt.train`, `ud_en_gum.train`, `ud_es_ancora.dev` and `ud_es_gsd.dev` (`.conllu.gz`). For each
language:

1. Count the lemmas of each form and tag; a form that is also written small counts as small, names count as written.
2. Add the other forms of every known verb, noun and adjective by rule (`conjugate.py`), where no counted form says
   otherwise, and the verbs of the lexicon with their irregular forms.
3. For each tag, learn what a word's ending says: the edit (letters to cut, letters to add) that most forms with this
   ending take, kept where it differs from what a shorter ending says.
4. Write down those endings, and the words that they get wrong.

Names keep their form, so single ones are not written down: the file names nobody. The same inputs give the same bytes.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from conjugate import (
    english_degrees,
    english_forms,
    english_plurals,
    listed_verbs,
    spanish_forms,
    spanish_genders,
    spanish_numbers,
)
from conllu import Word, read_trees
from quipu.claims.inflect import EnglishVerbs, SpanishVerbs

from quipu.claims.frames import FrameFile
from quipu.lexicon import load
from quipu.sentences.geography import geography
from quipu.sentences.lemmas import ANYTHING, INFINITIVE, LONGEST_ENDING, VERBS, Ending, Endings, edited

TARGET = Path(__file__).parents[1] / "src/quipu/sentences/data"
SOURCES = {"en": ("ud_en_ewt.train", "ud_en_gum.train"), "es": ("ud_es_ancora.dev", "ud_es_gsd.dev")}
ORIGIN = {
    "en": "UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0)",
    "es": "UD Spanish AnCora (CC BY 4.0) and GSD (CC BY-SA 4.0)",
}
ANY = ""
NAME = "PROPN"
# Numbers and marks are read by rule.
UNLISTED = frozenset({"NUM", "PUNCT", "SYM", "X"})
# Names that were seen less often are not written down. An ending needs this many forms.
LEAST_NAMES, LEAST_FORMS = 3, 2
LONGEST_NAME_ENDING = 3
Forms = dict[tuple[str, str], str]


def main() -> None:
    """Build both files and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    for language, names in SOURCES.items():
        words = [
            word
            for name in names
            for tree in read_trees(options.folder / f"{name}.conllu.gz", merge=language == "es")
            for word in tree.words
            if word.lemma not in ("_", "") and not (name == "ud_es_gsd.dev" and word.tag == NAME)
        ]
        text = table_of(words, language)
        path = options.target / f"lemmas-{language}.txt"
        path.write_text(text, encoding="utf-8")
        print(f"{path.name}: {len(text.encode()):,} bytes, {text.count(chr(10)):,} lines")


def table_of(words: Iterable[Word], language: str) -> str:
    """The text of one language's file."""
    counted, rare = count_forms(words, language)
    forms = dict(_generated(counted, language)) | counted | dict(_corrected(counted, language))
    lines = [
        "# Lemmas by tag: endings (ending, letters cut, letters added), then words that they get wrong (lemma: forms).",
        f"# Built by training/lemmas.py from {ORIGIN[language]}. Licence of this file: CC BY-SA 4.0.",
    ]
    for tag in sorted({tag for tag, _ in forms}):
        own = {form: lemma for (its, form), lemma in forms.items() if its == tag}
        endings = learn_endings(own, longest=LONGEST_NAME_ENDING if tag == NAME else LONGEST_ENDING)
        wrong = defaultdict(list)
        fits = INFINITIVE if language == "es" and tag in VERBS else ANYTHING
        for form, lemma in sorted(own.items()):
            if edited(form, endings, fits=fits) != lemma and (tag, form) not in rare:
                wrong[lemma].append(form)
        lines.append(f"[{tag}]")
        lines += [f"-{ending} {cut} {added}".rstrip() for ending, (cut, added) in sorted(endings.items())]
        lines += [f"{lemma}: {' '.join(found)}" for lemma, found in sorted(wrong.items())]
    return "\n".join(lines) + "\n"


def count_forms(words: Iterable[Word], language: str) -> tuple[Forms, set[tuple[str, str]]]:
    """The commonest lemma of each (tag, form), and the rare names among them. The tag "" stands for all."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    small: dict[str, Counter[str]] = defaultdict(Counter)
    words = list(words)
    for word in words:
        if word.form.islower():
            small[word.form][word.lemma] += 1
    for form, lemma, tag, _, _ in words:
        if tag in UNLISTED or " " in form or " " in lemma or ":" in form + lemma:
            continue
        if tag in VERBS and language == "es" and not INFINITIVE.search(lemma):  # their errors
            continue
        written = form if tag == NAME else form.lower()
        if tag != NAME and small[written][lemma] < small[written][lemma.lower()]:
            lemma = lemma.lower()
        counts[tag, written][lemma] += 1
        if tag != NAME:
            counts[ANY, written][lemma] += 1
    best = {key: max(sorted(found), key=lambda lemma: found[lemma]) for key, found in counts.items()}
    return best, {key for key, found in counts.items() if key[0] == NAME and found.total() < LEAST_NAMES}


def learn_endings(forms: Mapping[str, str], *, longest: int = LONGEST_ENDING) -> Endings:
    """What the endings of `forms` (to lemmas) say, the shortest that are enough."""
    edits: dict[str, Counter[Ending]] = defaultdict(Counter)
    for form, lemma in forms.items():
        edit = edit_of(form, lemma)
        if edit[0] < len(form):
            for size in range(min(longest, len(form)) + 1):
                edits[form[len(form) - size :]][edit] += 1
    endings: Endings = {}
    for ending in sorted(edits, key=lambda ending: (len(ending), ending)):
        edit = max(sorted(edits[ending]), key=lambda each: edits[ending][each])
        share = edits[ending][edit] / edits[ending].total()
        known = next((endings[ending[at:]] for at in range(len(ending) + 1) if ending[at:] in endings), (0, ""))
        if edit != known and edits[ending].total() >= LEAST_FORMS and share > 0.5:
            endings[ending] = edit
    return endings


def edit_of(form: str, lemma: str) -> Ending:
    """What to cut off a form and what to add to get its lemma."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def _generated(counted: Forms, language: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Forms by rule of the lemmas that were counted, the rarer first so that the commoner win."""
    observed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (tag, form), lemma in counted.items():
        observed[tag, lemma].append(form)
    if language == "en":
        yield from ((("ADJ", name), name.capitalize()) for name in geography("en").demonyms if name.isalpha())
    for (tag, lemma), forms in sorted(observed.items(), key=lambda item: len(item[1])):
        if lemma.isalpha() and lemma.islower() and len(lemma) > 2:
            yield from (((tag, form), lemma) for form in _forms(lemma, tag, forms, language))
    for verb, forms in _listed(language):
        made = (*_forms(verb, "VERB", list(forms), language), verb, *forms)
        yield from (((tag, form), verb) for form in made for tag in _verb_tags(verb))


def _corrected(counted: Forms, language: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Listed forms to which the treebank gives a lemma that nobody ever writes ("flead" of "fled")."""
    written = {form for _, form in counted}
    for verb, forms in listed_verbs(language):
        for key in (("VERB", form) for form in forms):
            if key in counted and counted[key] not in written:
                yield key, verb


def _verb_tags(verb: str) -> tuple[str, ...]:
    return ("VERB", "AUX") if verb in ("ser", "estar", "haber", "ir", "poder") else ("VERB",)


def _forms(lemma: str, tag: str, observed: list[str], language: str) -> Iterator[str]:
    if language == "en":
        makers = {"VERB": english_forms, "NOUN": english_plurals, "ADJ": english_degrees}
    else:
        makers = {"NOUN": spanish_numbers, "ADJ": spanish_genders}
        if tag in VERBS and lemma[-2:] in ("ar", "er", "ir", "ír"):
            yield from spanish_forms(lemma, observed)
    if tag in makers:
        yield from makers[tag](lemma)


def _listed(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Verbs of the frames, and irregular verbs with their forms, the surest last."""
    frames: FrameFile = load("frames", language, FrameFile)
    for frame in frames.frames.values():
        for said in (*frame.act, *frame.undergo, *frame.do):
            verb = (said if isinstance(said, str) else said.say).split()[0]
            if verb.isalpha() and (language == "en" or verb.endswith(("ar", "er", "ir"))):
                yield verb, ()
    if language == "en":
        yield from load("verbs", "en", EnglishVerbs).irregular.items()
    else:
        for verb, forms in load("verbs", "es", SpanishVerbs).irregular.items():
            yield verb, (*forms.finite, *forms.participle, *forms.gerund)
    yield from listed_verbs(language)


if __name__ == "__main__":
    main()
