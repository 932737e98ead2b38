"""Answers about single entries: their fields, their contents, their history."""
