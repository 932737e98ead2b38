"""The errors of the product, drawn once. Every message says what to do next.

VerseError
├── CorpusError        no documents where they were looked for
├── CatalogError       catalog.toml cannot be used
├── UnreadableFile     one file cannot be read; the others still are
├── IndexMissing       nothing has been ingested yet
├── IndexOutdated      the index was written by another version of the format
├── IndexBusy          another process is writing the index
├── QuestionsError     a file of questions cannot be used
└── PortTaken          the chat's port is in use
"""


class VerseError(Exception):
    """Any error that is told to the user in one line."""


class CorpusError(VerseError):
    """No documents where they were looked for."""


class CatalogError(VerseError):
    """The corpus's `catalog.toml` cannot be used."""


class UnreadableFile(VerseError):
    """One file cannot be read; the others still are."""


class IndexMissing(VerseError):
    """Nothing has been ingested yet."""


class IndexOutdated(VerseError):
    """The index was written by another version of the format."""


class IndexBusy(VerseError):
    """Another process is writing the index."""


class QuestionsError(VerseError):
    """A file of questions cannot be used."""


class PortTaken(VerseError):
    """The chat's port is in use."""
