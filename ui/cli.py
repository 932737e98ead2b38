"""The terminal command `verse` with its commands.

Each command is a few steps over the packages; what needs time to import is imported inside the
command that needs it, so that `verse --help` starts at once. Results go to stdout, notes and
progress to stderr.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.errors import VerseError
from ingest.settings import Settings
from ui import exits

if TYPE_CHECKING:
    from ui.register_told import Form

app = typer.Typer(
    name="verse",
    help="Ask your documents; get the right words with the page to show for it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _examples(*lines: str) -> str:
    """Give the end of a command's help; the mark keeps its lines as they are."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


Corpus = Annotated[
    Path | None,
    typer.Option("--corpus", envvar="VERSE_CORPUS", help="The folder of the documents."),
]
Index = Annotated[
    Path | None,
    typer.Option("--index", envvar="VERSE_INDEX", help="The folder of the index."),
]
OnlyDocuments = Annotated[
    list[str] | None,
    typer.Option("--document", "-d", help="Answer from this document only; may be repeated."),
]


@app.command(epilog=_examples("verse ingest", "verse ingest reports/2024.pdf minutes/"))
def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders; without any, everything in the corpus folder."),
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read every file anew, also what has not changed.")
    ] = False,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Read documents into the index.

    Reading the same file again changes nothing; a changed file replaces its old version.
    """
    from ingest.pipeline import ingest as run  # noqa: PLC0415 - slow to import
    from ui.progress import counting  # noqa: PLC0415

    settings = Settings.from_environment(corpus, index)
    with counting("Reading") as progress:
        report = run(settings, tuple(paths or ()), progress, rebuild=rebuild)
    from ui.ingested import tell_ingested  # noqa: PLC0415

    raise typer.Exit(tell_ingested(report))


@app.command(
    epilog=_examples('verse ask "who owns deliverable 2.6c"', 'verse ask --json "list 2.6"')
)
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    json_: Annotated[
        bool, typer.Option("--json", help="Print the answer as one line of JSON.")
    ] = False,
    document: OnlyDocuments = None,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Answer one question, with its citations."""
    from ui.answering import ask_once  # noqa: PLC0415

    settings = Settings.from_environment(corpus, index)
    raise typer.Exit(ask_once(settings, question, tuple(document or ()), json_))


@app.command(
    epilog=_examples(
        'verse explain "who owns deliverable 2.6c"',
        'verse explain "and the next one?" --after "who owns 2.6c"',
    )
)
def explain(
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    after: Annotated[
        list[str] | None,
        typer.Option("--after", help="A question asked before it; may be repeated."),
    ] = None,
    json_: Annotated[
        bool, typer.Option("--json", help="Print every step as one line of JSON.")
    ] = False,
    document: OnlyDocuments = None,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Show how a question is answered.

    How it is understood, what is tried and found, the scores, and what decides.
    """
    from ui.explaining import explain_once  # noqa: PLC0415

    settings = Settings.from_environment(corpus, index)
    wanted = tuple(document or ())
    raise typer.Exit(explain_once(settings, question, tuple(after or ()), wanted, as_json=json_))


@app.command(epilog=_examples("verse answer questions.jsonl --out answers.jsonl"))
def answer(
    questions: Annotated[
        Path, typer.Argument(help="A line of JSON each: `question`, and if wanted `history`, `id`.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The file of answers to write.")],
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Answer a file of questions.

    A line of JSON each, answered in order.
    """
    from ui.batch import answer_file  # noqa: PLC0415

    answer_file(Settings.from_environment(corpus, index), questions, out)


@app.command(
    name="eval",
    epilog=_examples("verse eval evals/questions/dev.jsonl", "verse eval dev.jsonl --out results"),
)
def evaluate(
    file: Annotated[Path, typer.Argument(help="Questions with their right answers and evidence.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="A folder to write the figures and every answer into."),
    ] = None,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Measure answers against known ones.

    Prints a table of figures; what was answered wrongly is named on stderr.
    """
    from ui.measuring import measure  # noqa: PLC0415

    measure(Settings.from_environment(corpus, index), file, out)


@app.command(epilog=_examples("verse chat", "verse chat --port 8600"))
def chat(
    port: Annotated[
        int, typer.Option("--port", "-p", min=1, max=65535, help="The port on 127.0.0.1.")
    ] = 8501,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Open the chat for the browser."""
    from ui.serve import serve  # noqa: PLC0415

    serve(Settings.from_environment(corpus, index), port)


@app.command(epilog=_examples("verse status", "verse status --index other/.index"))
def status(corpus: Corpus = None, index: Index = None) -> None:
    """Say what has been ingested.

    Names the files that have changed since, or are gone.
    """
    from ui.standing import tell_standing  # noqa: PLC0415

    tell_standing(Settings.from_environment(corpus, index))


@app.command(
    epilog=_examples(
        "verse register --owner inspector --csv > owned.csv",
        "verse register --document strategy --json",
    )
)
def register(
    document: Annotated[
        list[str] | None,
        typer.Option("--document", "-d", help="Entries of this document only; may be repeated."),
    ] = None,
    owner: Annotated[
        str, typer.Option("--owner", help="Entries whose owner has these words.")
    ] = "",
    status_: Annotated[
        str, typer.Option("--status", help="Entries whose status has these words.")
    ] = "",
    csv: Annotated[bool, typer.Option("--csv", help="Print a CSV file.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print a line of JSON for each.")] = False,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """List the entries of the documents' registers.

    With their fields, their group, their page and the document they stand in.
    """
    from ui.register_told import tell_register  # noqa: PLC0415

    if csv and json_:
        raise typer.BadParameter("choose one of --csv and --json")
    settings = Settings.from_environment(corpus, index)
    form: Form = "csv" if csv else "json" if json_ else "text"
    raise typer.Exit(tell_register(settings, tuple(document or ()), owner, status_, form))


@app.command(epilog=_examples("verse inspect plan.pdf", "verse inspect plan.pdf --all"))
def inspect(
    file: Annotated[Path, typer.Argument(help="A file; it is not ingested.")],
    whole: Annotated[bool, typer.Option("--all", help="Show every block and item, too.")] = False,
    corpus: Corpus = None,
) -> None:
    """Show how a file is read.

    What it is, its pages, blocks and items, and the warnings.
    """
    from ui.inspecting import tell_reading  # noqa: PLC0415

    tell_reading(Settings.from_environment(corpus), file, whole)


@app.command(
    epilog=_examples(
        "verse feedback",
        "verse feedback --good --to questions.jsonl",
        "verse feedback 2 5 --to questions.jsonl",
    )
)
def feedback(
    numbers: Annotated[
        list[int] | None, typer.Argument(help="Numbers from the list; without any, all.")
    ] = None,
    good: Annotated[bool, typer.Option("--good", help="Only of good answers.")] = False,
    bad: Annotated[bool, typer.Option("--bad", help="Only of bad answers.")] = False,
    to: Annotated[
        Path | None, typer.Option("--to", help="A new file to write them into as questions.")
    ] = None,
    index: Index = None,
) -> None:
    """List what people said of answers in the chat.

    With --to, make questions for `verse eval` of it.
    """
    from ui.feedback_told import tell_feedback  # noqa: PLC0415

    if good and bad:
        raise typer.BadParameter("choose one of --good and --bad")
    verdict = "good" if good else "bad" if bad else ""
    tell_feedback(Settings.from_environment(None, index), tuple(numbers or ()), verdict, to)


def main() -> None:
    """Run the command; every error of the product is one line and an exit code."""
    try:
        app()
    except VerseError as error:
        sys.exit(exits.tell(error))
    except OSError as error:
        sys.exit(exits.tell_file(error))
