"""The register over all documents: entries, levels, editions, and conditions on values."""
