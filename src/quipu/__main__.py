"""`python -m quipu` is `quipu`."""

from quipu.cli import run

run()
