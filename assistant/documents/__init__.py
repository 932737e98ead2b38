"""Answers about documents themselves: authors, editions, paragraphs, terms."""
