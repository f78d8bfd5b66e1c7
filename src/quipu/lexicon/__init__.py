"""Words as data: YAML files, the same names in every language, and their loader.

`load(name, language, shape)` reads one file into a pydantic model that refuses unknown keys, `load_parts` those of a
folder; `spelt_out` takes the alternatives of a phrase apart; `languages()` lists the languages that quipu reads;
`lexicon_hash()` names the exact words a record was read with.
"""

from quipu.lexicon.load import Entry, languages, lexicon_hash, load, load_parts
from quipu.lexicon.phrases import spelt_out

__all__ = ["Entry", "languages", "lexicon_hash", "load", "load_parts", "spelt_out"]
