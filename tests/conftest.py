"""No deadline per Hypothesis example: a lexicon loaded for the first time on a busy machine is no failure. No test sees
the gazetteers that the developer has added."""

import os

from hypothesis import settings

settings.register_profile("quipu", deadline=None)
settings.load_profile("quipu")

os.environ["QUIPU_GAZETTEER"] = os.devnull
