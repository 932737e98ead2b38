"""Finds passages by words and by meaning, fuses the rankings, reranks."""
