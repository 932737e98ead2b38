"""The register of a document: entries of tables and of running text, groups and terms."""
