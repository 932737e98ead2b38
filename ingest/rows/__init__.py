"""Entries that tables hold: a row, a card or a column each, with their groups."""
