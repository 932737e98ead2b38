"""Reads HTML pages: their text, lists, tables and definition lists."""
