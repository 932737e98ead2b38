"""Reads PDF files: words and lines, columns, ruled and unruled tables, cards and panels."""
