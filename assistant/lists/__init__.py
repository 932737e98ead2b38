"""Complete lists and counts: the entries that a question means, narrowed condition by condition."""
