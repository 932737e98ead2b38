"""How documents write things: dates, identifiers, names of columns, and quotes."""
