"""Attributions: whose word a stretch of text is, by cue, source and content.

1. Cues: verbs of saying and stance, "according to"; with a tree also nouns and adverbs (`attribution_tree`, `_nouns`).
2. Where a tree shows clause or object and speaker, they are taken. Otherwise by the words: for each cue the source
   before or behind it, and the content: what follows ("X said that …"), what stands before ("…, X said", "…", said X),
   or both sides of a parenthesis ("The law, X said, is dead").
3. Quotations are taken whole, over as many sentences as they hold; a quotation without a cue of its own belongs to
   the speaker of the quotation just before it, or of its paragraph.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quipu.model import Attribution, Sentence, Span, Token
from quipu.sentences.attribution_content import HEARER_TOKENS, read_according, read_saying, trim
from quipu.sentences.attribution_cues import AttributionWords, Cue, Range, Rules, attribution_rules, find_cues
from quipu.sentences.attribution_nouns import Heard
from quipu.sentences.attribution_tree import told_in
from quipu.sentences.branches import Tree
from quipu.sentences.geography import geography
from quipu.sentences.place_senses import is_city
from quipu.sentences.quotes import find_quotes, is_speech
from quipu.sentences.speakers import opening_subject, source_before

DOUBLED = "''"
SHORTEST = 3
"""Characters of the shortest content."""
DIRECT_SHARE = 0.6
PARAGRAPH_BREAK = 4
LABEL_TOKENS = 4
LABEL_CONTENT = 4


Told = tuple[Range | None, Attribution]
"""The tokens of a source, and the attribution."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in the making, with the sentence that its cue stands in."""

    attribution: Attribution
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What the cues of one sentence are read in: the document's text and quotations, the sentence, the words."""

    text: str
    sent: Sentence
    tokens: Sequence[Token]
    """The sentence's tokens, two marks that make a quotation mark as one."""
    rules: Rules
    quotes: Sequence[Span]

    def widened(self, where: Range) -> Span:
        """Tokens as a span, with the quotation that they fill."""
        return _widened(self.text, _span(self.tokens, where), self.quotes)


def find_attributions(text: str, sentences: Sequence[Sentence], language: str) -> tuple[Attribution, ...]:
    """The attributions of a document, by the start of their content. `language` is "en" or "es".

    Contents may lie inside one another ("A said that B denied it"). `source` is None where nobody is named.
    """
    rules = attribution_rules(language)
    quotes = [quote for quote in find_quotes(text) if is_speech(text, quote)]
    found = [
        Found(attribution, sent.index, sent.paragraph)
        for sent in sentences
        if not sent.furniture
        for attribution in _in_sentence(text, sent, rules, quotes)
    ]
    found = _with_loose_quotes(found, sentences, quotes)
    return tuple(sorted((f.attribution for f in found), key=lambda a: (a.content, a.cue or a.content)))


def _in_sentence(text: str, sent: Sentence, rules: Rules, quotes: Sequence[Span]) -> Iterable[Attribution]:
    tokens = _with_marks(sent.tokens)
    labelled = _labelled(tokens, rules.words, rules.language)
    if labelled is not None:
        name, said = (_span(tokens, where) for where in labelled)
        yield Attribution(_widened(text, said, quotes), name, tokens[labelled[0][1]].span)
    # The Spanish lists for trees were never measured; on a handful of reports the words did better.
    tree = Tree.of(tokens) if rules.language == "en" else None
    scene = Scene(text, sent, tokens, rules, quotes)
    spoke: Range | None = None
    for cue, heard in [(cue, None) for cue in find_cues(tokens, rules)] if tree is None else told_in(tree, rules):
        if _is_quoted(tokens[cue.verb].span, quotes):
            continue
        told = _heard(scene, cue, heard) if heard is not None else None
        told = told or _spelt(scene, cue, spoke)
        if told is not None:
            spoke = told[0] or spoke
            yield told[1]


def _heard(scene: Scene, cue: Cue, heard: Heard) -> Told | None:
    """What the tree tells of a cue; the words are asked for a source that it does not show."""
    tokens, rules = scene.tokens, scene.rules
    part = trim(tokens, heard.content)
    span = scene.widened(part) if part is not None else None
    if span is None or len(span) < SHORTEST or _is_parted(tokens, heard, cue):
        return None
    source = heard.source
    if source is None and cue.speech and not cue.passive:
        read = read_saying(tokens, cue, rules)
        source = read[0] if read else None
    direct = _quoted_share(span, scene.quotes) >= DIRECT_SHARE
    cue_span = _span(tokens, (cue.first, heard.cue_end or cue.last))
    whose = None if source is None else _span(tokens, source)
    return source, Attribution(span, whose, cue_span, direct, _is_told(tokens, cue, heard, rules))


def _is_parted(tokens: Sequence[Token], heard: Heard, cue: Cue) -> bool:
    """Whether a semicolon stands between the speaker and what comes before: "the office has 58; the union says 65"."""
    first = cue.first if heard.source is None else min(cue.first, heard.source[0])
    return any(token.text == ";" for token in tokens[max(heard.content[1] - 1, 0) : first])


def _spelt(scene: Scene, cue: Cue, spoke: Range | None) -> Told | None:
    """What the order of the words tells of a cue, with who spoke before in the sentence."""
    tokens, rules = scene.tokens, scene.rules
    read = read_according(tokens, cue, rules) if cue.according else read_saying(tokens, cue, rules)
    span = scene.widened(read[1]) if read else _next_quote(scene.sent, tokens, cue, scene.quotes)
    if span is None or len(span) < SHORTEST:
        return None
    source = read[0] if read else source_before(tokens, cue.first, rules)
    if _is_participle(tokens, cue, rules.words):
        source = spoke or opening_subject(tokens, rules)
    elif source is None and not cue.passive and _goes_on(tokens, cue, rules.words):
        source = spoke
    direct = _quoted_share(span, scene.quotes) >= DIRECT_SHARE
    factual = direct or _is_factual(tokens, cue, read, rules)
    whose = None if source is None else _span(tokens, source)
    return source, Attribution(span, whose, _span(tokens, (cue.first, cue.last)), direct, factual)


def _is_told(tokens: Sequence[Token], cue: Cue, heard: Heard, rules: Rules) -> bool:
    """Whether something is said to be so by the tree: a clause, or the object of a verb that tells ("confirmed nine
    deaths"), unless it is wished for."""
    base = rules.bases.get(tuple(token.lower for token in tokens[cue.verb : cue.last]), "")
    if base in rules.words.wishes:
        return False
    shown = heard.source and any(t.lower in rules.words.evidence for t in tokens[slice(*heard.source)])
    return heard.is_clause or bool(shown) or (base not in rules.words.deeds and base not in rules.unfactual)


def _is_factual(tokens: Sequence[Token], cue: Cue, read: tuple[Range | None, Range] | None, rules: Rules) -> bool:
    """Whether something is said to be so: not where it is wished for, nor where a deed is done to a thing."""
    base = rules.bases.get(tuple(token.lower for token in tokens[cue.verb : cue.last]), "")
    if base in rules.words.wishes:
        return False
    told = read is not None and read[0] and any(t.lower in rules.words.evidence for t in tokens[slice(*read[0])])
    if base not in rules.words.deeds or read is None or told:
        return True
    begin = read[1][0]
    behind = begin < cue.first and not cue.passive and cue.last < len(tokens)
    return tokens[begin].lower in rules.words.clauses or (
        behind and tokens[cue.last].lower not in rules.words.passive_by
    )


def _goes_on(tokens: Sequence[Token], cue: Cue, words: AttributionWords) -> bool:
    """ "…, adding that …", "… and vowed to …": the speaker is the one who spoke before in the sentence."""
    return cue.first > 0 and (tokens[cue.first - 1].text == "," or tokens[cue.first - 1].lower in words.conjunctions)


def _is_participle(tokens: Sequence[Token], cue: Cue, words: AttributionWords) -> bool:
    if cue.first == 0 or cue.according or not tokens[cue.verb].lower.endswith(("ing", "ando", "iendo")):
        return False
    return tokens[cue.first - 1].text == "," or tokens[cue.first - 1].lower in words.occasions


def _next_quote(sent: Sentence, tokens: Sequence[Token], cue: Cue, quotes: Sequence[Span]) -> Span | None:
    """The quotation that stands by itself behind "X said:"."""
    if tokens[-1].text != ":" or cue.last < len(tokens) - HEARER_TOKENS:
        return None
    return next((quote for quote in quotes if 0 <= quote.start - sent.span.end <= PARAGRAPH_BREAK), None)


def _labelled(tokens: Sequence[Token], words: AttributionWords, language: str) -> tuple[Range, Range] | None:
    """ "Roe: we did not fire" in a headline or an interview: a name, a colon, and its words."""
    colon = next((at for at, token in enumerate(tokens[: LABEL_TOKENS + 1]) if token.text == ":"), 0)
    is_name = colon > 0 and all(token.text[0].isupper() or token.text == "." for token in tokens[:colon])
    is_name = is_name and not any(token.lower in words.labels for token in tokens[:colon])
    label = " ".join(token.lower for token in tokens[:colon])
    is_name = is_name and label not in geography(language).countries and not is_city(label)
    content = trim(tokens, (colon + 1, len(tokens))) if is_name else None
    return ((0, colon), content) if content is not None and content[1] - content[0] >= LABEL_CONTENT else None


def _with_marks(tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens where two single marks together stand for a quotation mark, as wires write them."""
    return [replace(token, text='"') if token.text == DOUBLED else token for token in tokens]


def _span(tokens: Sequence[Token], where: Range) -> Span:
    return Span(tokens[where[0]].span.start, tokens[where[1] - 1].span.end)


def _is_quoted(span: Span, quotes: Sequence[Span]) -> bool:
    return any(quote.holds(span) for quote in quotes)


def _widened(text: str, span: Span, quotes: Sequence[Span]) -> Span:
    """The content with every quotation that it meets taken whole."""
    start, end = span.start, span.end
    for quote in quotes:
        if quote.meets(span):
            start, end = min(start, quote.start), max(end, quote.end)
    return Span(start, end)


def _quoted_share(span: Span, quotes: Sequence[Span]) -> float:
    shared = sum(max(0, min(span.end, quote.end) - max(span.start, quote.start)) for quote in quotes)
    return shared / len(span) if len(span) else 0.0


def _with_loose_quotes(found: list[Found], sentences: Sequence[Sentence], quotes: Sequence[Span]) -> list[Found]:
    """Gives quotations without a cue to the last speaker: in the same paragraph, or in the one just before."""
    result = list(found)
    for quote in quotes:
        if any(f.attribution.content.meets(quote) for f in result):
            continue
        sent = next((s for s in sentences if s.span.meets(quote) and not s.furniture), None)
        if sent is None or quote.start > sent.span.start + 3:
            continue
        last = _last_speaker(result, sent)
        if last is None:
            result.append(Found(Attribution(quote, None, None, direct=True), sent.index, sent.paragraph))
            continue
        old = last.attribution
        if last.paragraph == sent.paragraph and old.direct:
            joined = Span(min(old.content.start, quote.start), max(old.content.end, quote.end))
            result[result.index(last)] = Found(
                Attribution(joined, old.source, old.cue, True), sent.index, sent.paragraph
            )
        else:
            result.append(Found(Attribution(quote, old.source, None, direct=True), sent.index, sent.paragraph))
    return result


def _last_speaker(found: Iterable[Found], sent: Sentence) -> Found | None:
    near = [f for f in found if sent.paragraph - 1 <= f.paragraph <= sent.paragraph and f.sentence <= sent.index]
    return max(near, key=lambda f: f.sentence, default=None)
