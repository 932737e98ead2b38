"""The sentences of passages that were found: read, put in order, chosen and quoted."""
