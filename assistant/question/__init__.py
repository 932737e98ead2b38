"""What a question asks: its core and parts, of which entries, in which documents."""
