"""Pieces of rules that the languages share (letters: times_words.py)."""

# Prefixes and counts that many rules share.
MOD = r"(?:t?(?P<B>B)>?t?|t?(?P<B3>G)ot?|(?P<Be>[er])(?=[ijWMDNPSt]))?"
COUNT = r"(?:(?P<n>[123n])|(?P<v>v)|(?P<a>a))"
SHIFT = r"(?P<s>[lxijbfAV])"
HALF = r"(?P<half>&a?½)?"
OTHER_COUNT = COUNT.replace("<", "<x")
