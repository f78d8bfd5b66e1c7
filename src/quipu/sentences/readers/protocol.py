"""What every sentence reader promises, whatever stands behind it: a network, a pipeline, nothing at all."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from quipu.model import Sentence


@runtime_checkable
class Reader(Protocol):
    """Fills in what words mean together: parts of speech, lemmas, trees, names, predicates with their roles."""

    @property
    def name(self) -> str:
        """The name that `open_reader` knows it by, such as "small-6" or "none"."""
        ...

    @property
    def version(self) -> str:
        """Which weights or rules it reads with; "" for none. Two readings with one name and version are equal."""
        ...

    def read(self, text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """The same sentences in the same order, their tokens with `pos`, `head`, `relation`, `lemma` and `entity`, and
        with `predicates`, as far as the reader knows them.

        No token is added, lost or cut otherwise, and no mention is touched. A sentence that cannot be read comes back
        as it was. `text` is the document's whole text, which all spans count in.
        """
        ...
