"""What lines of running text tell of an entry: its opening, labelled lines, its tail."""
