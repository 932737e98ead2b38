"""Turns a question into an answer whose every quote is on the page it names."""
