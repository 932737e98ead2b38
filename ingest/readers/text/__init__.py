"""Reads plain text: lines, headings, tables laid out with spaces, records, pages."""
