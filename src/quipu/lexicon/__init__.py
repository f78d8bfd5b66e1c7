"""Words as data: YAML files, the same names in every language, and their loader.

`load(name, language, shape)` reads one file into a pydantic model that refuses unknown keys; `languages()` lists
the languages that quipu reads; `lexicon_hash()` names the exact words a record was read with.
"""

from quipu.lexicon.load import Entry, languages, lexicon_hash, load

__all__ = ["Entry", "languages", "lexicon_hash", "load"]
