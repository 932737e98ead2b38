"""Reads Word files: runs, styles, numbering, tables, text boxes and tracked changes."""
