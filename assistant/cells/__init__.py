"""Answers from tables of data: the cell under a head and beside a label."""
