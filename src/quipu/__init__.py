"""quipu: from news reports of an unfolding political crisis to a sourced, checkable record."""

__version__ = "0.1.0"
