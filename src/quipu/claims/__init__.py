"""What a document's sentences claim: `read_claims(reading)` yields claims and refused claims."""

from quipu.claims.read import read_claims

__all__ = ["read_claims"]
