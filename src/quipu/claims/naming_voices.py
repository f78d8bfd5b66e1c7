"""Whose word a contested word is: the innermost speaker's around it, by his or her name, or the report's.

"He" and "they" are whoever spoke last in the two sentences before; "I" and "we" outside of speech are the report.
"""

from dataclasses import replace

from quipu.claims.words import lists
from quipu.model import Attribution, Naming, Sentence, Span, Stance, Words
from quipu.sentences.quotes import find_quotes, is_speech

MARKS = frozenset("\"“”«»‘’'„")
# Sentences in which somebody has spoken whom a pronoun may stand for: the one before and the one before that.
_BACK = 2


class NamingVoices:
    """Reads a document sentence by sentence and remembers who spoke."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._quotes = find_quotes(text)
        said = lists(language)
        self._own = said["speaker_pronouns"]
        self._pronouns = said["pronouns"] | said["person_pronouns"] | said["group_pronouns"] | self._own
        self._spoke: list[Words | None] = []

    def heard(self, sent: Sentence) -> None:
        """Remembers the last of a sentence's speakers who has a name."""
        sources = [Words(said.source.of(self._text), said.source) for said in sent.attributions if said.source]
        self._spoke.append(next((source for source in reversed(sources) if not self._is_pronoun(source)), None))

    def placed(self, naming: Naming, sent: Sentence) -> Naming:
        """The naming with whose word it is: that of the innermost attribution's source, else the report's own.

        A word alone in quotation marks is the speaker's very word where the report says whose it is (the minister spoke
        of “terrorists”); else it is held at arm's length.
        """
        inner, text, span = attribution_of(sent, naming.span), self._text, naming.span
        source = inner.source if inner else None
        quoted = any(quote.holds(span) and is_speech(text, quote) for quote in self._quotes)
        alone = not quoted and self._is_alone_in_marks(span)
        if alone and naming.stance is Stance.USED:
            naming = replace(naming, stance=Stance.DISTANCED if source is None else Stance.USED)
            quoted = source is not None
        quoted = quoted or bool(inner and inner.direct)
        speaker = None if source is None else self._named(Words(source.of(text), source), sent, span, quoted)
        return replace(naming, speaker=speaker, quoted=quoted)

    def _named(self, source: Words, sent: Sentence, span: Span, quoted: bool) -> Words | None:
        """A speaker's words; for a pronoun those of whoever it stands for, where that can be told."""
        if not self._is_pronoun(source):
            return source
        outer = [said.source for said in sent.attributions if said.source and said.content.holds(span)]
        named = [words for words in (Words(one.of(self._text), one) for one in outer) if not self._is_pronoun(words)]
        if named:
            return named[-1]
        if source.text.casefold() in self._own and not quoted:
            return None
        return next((words for words in reversed(self._spoke[-_BACK:]) if words), source)

    def _is_alone_in_marks(self, span: Span) -> bool:
        """Whether quotation marks hold the words and nothing else but a full stop."""
        before, behind = self._text[max(0, span.start - 1) : span.start], self._text[span.end : span.end + 2]
        return before != "" and before in MARKS and behind.lstrip(".,;:")[:1] in MARKS and behind.lstrip(".,;:") != ""

    def _is_pronoun(self, words: Words) -> bool:
        return words.text.casefold().strip() in self._pronouns


def attribution_of(sent: Sentence, span: Span) -> Attribution | None:
    """The innermost attribution around words, none that they name the source of."""
    around = [said for said in sent.attributions if said.content.holds(span)]
    around = [said for said in around if said.source is None or not said.source.meets(span)]
    return min(around, key=lambda said: (len(said.content), said.content), default=None)
