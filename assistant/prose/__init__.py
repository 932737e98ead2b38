"""Answers from running text, and the refusals when it does not hold what is asked."""
