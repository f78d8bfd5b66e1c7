"""A language model behind a chat endpoint as a reader: "endpoint:URL". Off unless it is named.

The model is asked for names and roles as words of the sentence; words that do not stand there are dropped and counted,
so that nothing of the model's own gets in. Reports are data: they go into the question as JSON, and whatever they say,
an answer can only mark their words. The texts of reports leave the machine unless the endpoint is on it.
"""

import json
import logging
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files

from pydantic import ValidationError

from quipu.errors import ReaderError
from quipu.model import Sentence
from quipu.model.ids import hash_of
from quipu.sentences.readers.answers import Answers, answers_folder
from quipu.sentences.readers.protocol_client import ChatClient, Endpoint, NoAnswer, based
from quipu.sentences.readers.spans import ENTITY_LABELS, ROLE_LABELS, ToldSentence, ToldSentences, with_told

UNPARSED, UNANSWERED, UNCACHED = "unparsed", "unanswered", "uncached"
"""Sentences in an answer that is not JSON of the form asked for; sentences that got no answer; answers not kept."""
MOST_SENTENCES, MOST_TEXT = 8, 2000
"""Of one question: sentences, and code points where more than one sentence."""
PATIENCE = 3
"""Questions without an answer, one after another, until no more are asked."""
_SPAN = {"type": "string"}
_LOG = logging.getLogger(__name__)


def _object(**fields: object) -> dict[str, object]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _list(of: object) -> dict[str, object]:
    return {"type": "array", "items": of}


_ROLE = _object(label={"type": "string", "enum": list(ROLE_LABELS)}, text=_SPAN)
_ENTITY = _object(text=_SPAN, type={"type": "string", "enum": list(ENTITY_LABELS)})
_SENTENCE = _object(
    number={"type": "integer"}, entities=_list(_ENTITY), predicates=_list(_object(word=_SPAN, roles=_list(_ROLE)))
)
SCHEMA = _object(sentences=_list(_SENTENCE))
"""What an answer is asked to be, in the strict subset of JSON Schema that servers share."""


class EndpointReader:
    """Reads names and roles; parts of speech, trees and lemmas stay as they were."""

    def __init__(self, client: ChatClient, language: str, answers: Answers | None) -> None:
        self.dropped: Counter[str] = Counter()
        """What was told and not taken, by reason, since the reader was opened (`spans`, and this module's)."""
        self._client, self._language, self._answers = client, language, answers
        self._prompt = (files("quipu.sentences.readers") / "endpoint_prompt.txt").read_text(encoding="utf-8")
        self._misses = 0

    @property
    def name(self) -> str:
        """`endpoint:` and the URL."""
        return f"endpoint:{self._client.endpoint.url}"

    @property
    def version(self) -> str:
        """The model's name, and the prompt's hash."""
        return f"{self._client.endpoint.model} prompt {hash_of(self._prompt)[:12]}"

    def read(self, text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """The sentences with `entity` on their tokens and with `predicates`; unread ones come back as they were.

        Raises:
            ReaderError: `reader_refused`, the endpoint refuses; `reader_failed`, several questions in a row got no
                answer.
        """
        before = self.dropped.copy()
        read = list(sentences)
        for numbers in _questions(sentences):
            for at, told in self._told(text, sentences, numbers):
                read[at] = with_told(text, sentences[at], told, self.dropped)
        new = self.dropped - before
        if new:
            counts = ", ".join(f"{reason} {count}" for reason, count in sorted(new.items()))
            _LOG.info("endpoint %s: dropped %s", self._client.endpoint.host, counts)
        return tuple(read)

    def _told(self, text: str, sentences: Sequence[Sentence], numbers: list[int]) -> Iterator[tuple[int, ToldSentence]]:
        """What is told of each sentence of a question, once; counts those of which nothing usable is told."""
        answer = self._answer(_question(text, sentences, numbers, self._language), len(numbers))
        if answer is None:
            return
        told = _parsed(answer)
        # Numbers are positions in the question, from 1; one that was not asked about, or comes again, is nothing.
        by_number = {one.number: one for one in reversed(told.sentences)} if told else {}
        for position, at in enumerate(numbers, start=1):
            if position in by_number:
                yield at, by_number[position]
            else:
                self.dropped[UNPARSED] += 1

    def _answer(self, question: str, count: int) -> str | None:
        endpoint = self._client.endpoint
        key = ("markup 1", endpoint.url, endpoint.model, self._prompt, question)
        known = self._answers.find(*key) if self._answers else None
        if known is not None and _parsed(known) is not None:
            return known
        if self._misses >= PATIENCE:
            raise ReaderError("the endpoint does not answer; see to it", where=endpoint.host, code="reader_failed")
        messages = ({"role": "system", "content": self._prompt}, {"role": "user", "content": question})
        try:
            answer = self._client.ask(messages, SCHEMA)
        except NoAnswer as error:
            self._misses += 1
            self.dropped[UNANSWERED] += count
            _LOG.warning("endpoint %s", error)
            return None
        self._misses = 0
        if _parsed(answer) is not None:
            self._keep(answer, key)
        return answer

    def _keep(self, answer: str, key: tuple[str, ...]) -> None:
        try:
            if self._answers:
                self._answers.keep(answer, *key)
        except OSError as error:
            self.dropped[UNCACHED] += 1
            _LOG.warning("an answer could not be kept: %s", error.strerror)


def _questions(sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    """Sentences asked about together: neighbours, so that one explains the next."""
    group: list[int] = []
    length = 0
    for at, sent in enumerate(sentences):
        if sent.furniture or not sent.tokens:
            continue
        size = sent.span.end - sent.span.start
        if group and (len(group) == MOST_SENTENCES or length + size > MOST_TEXT):
            yield group
            group, length = [], 0
        group.append(at)
        length += size
    if group:
        yield group


def _question(text: str, sentences: Sequence[Sentence], numbers: list[int], language: str) -> str:
    asked = [{"number": n, "text": sentences[at].span.of(text)} for n, at in enumerate(numbers, start=1)]
    return json.dumps({"language": language, "sentences": asked}, ensure_ascii=False)


def _parsed(answer: str) -> ToldSentences | None:
    """The answer's one JSON object, also where a model wraps it in words or a fence; None if it is not as asked."""
    begin, end = answer.find("{"), answer.rfind("}")
    try:
        return ToldSentences.model_validate_json(answer[begin : end + 1])
    except (ValidationError, ValueError):
        return None


def open_endpoint(url: str, language: str) -> EndpointReader:
    """A reader that asks the endpoint at `url` (its base; `/v1` where it has no path).

    Settings: `$QUIPU_ENDPOINT_MODEL` (needed), `$QUIPU_ENDPOINT_KEY`, `$QUIPU_ENDPOINT_SECONDS` (of one attempt, 120),
    `$QUIPU_ENDPOINT_ALLOW_HTTP=1`, `$QUIPU_CACHE` (where answers are kept).

    Raises:
        ReaderError: `reader_refused`, the URL or a setting is not one that is used.
    """
    model = os.environ.get("QUIPU_ENDPOINT_MODEL", "")
    if not model:
        raise ReaderError("set QUIPU_ENDPOINT_MODEL to the model's name", code="reader_refused")
    seconds = os.environ.get("QUIPU_ENDPOINT_SECONDS", "120")
    if not seconds.isdecimal() or not 0 < int(seconds) <= 3600:
        raise ReaderError("QUIPU_ENDPOINT_SECONDS must be 1 to 3600", code="reader_refused")
    endpoint = Endpoint(
        based(url), model, os.environ.get("QUIPU_ENDPOINT_KEY", ""), float(seconds),
        allow_http=os.environ.get("QUIPU_ENDPOINT_ALLOW_HTTP") == "1",
    )  # fmt: skip
    return EndpointReader(ChatClient(endpoint), language, Answers(answers_folder()))
