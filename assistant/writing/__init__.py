"""The optional language model, and the check of every sentence that it writes."""
