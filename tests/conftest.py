"""No deadline per Hypothesis example: a lexicon loaded for the first time on a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("quipu", deadline=None)
settings.load_profile("quipu")
