"""The command line: each command parses, calls one function and prints; errors become exit statuses in one place."""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from samspil.loaders.errors import SamspilError

FINDINGS, BAD_INPUT = 1, 2
_NONE: list[Path] = []


class OneExit(TyperGroup):
    """The group of all commands: bad input is one sentence and status 2, a reader that has gone is no error."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except SamspilError as error:
            _say(str(error))
            raise typer.Exit(BAD_INPUT) from error
        except OSError as error:
            # what is still to be flushed would fail again at the end of the program
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if isinstance(error, BrokenPipeError):
                raise typer.Exit from error
            _say(f"{error.filename or 'Standard output'}: {error.strerror}.")
            raise typer.Exit(BAD_INPUT) from error


app = typer.Typer(
    cls=OneExit,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Source = Annotated[
    str, typer.Argument(metavar="NAME|FILE.rq|-", help="A named query, a file of SPARQL, or - for standard input.")
]
Values = Annotated[list[str] | None, typer.Argument(metavar="KEY=VALUE", help="The parameters of the query.")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Documents, or folders of them: text, PDF, Word.")]
Name = Annotated[str | None, typer.Argument(help="The query to tell all about.")]
Store = Annotated[
    str, typer.Option(envvar="SAMSPIL_STORE", help="A folder, :memory: (the committed facts) or the URL of a server.")
]
Endpoint = Annotated[str | None, typer.Option(envvar="SAMSPIL_ENDPOINT", help="Ask this SPARQL server, not the store.")]
Genre = Annotated[str | None, typer.Option(envvar="SAMSPIL_GENRE", help="Read the documents as this genre.")]
Severity = Annotated[str | None, typer.Option(envvar="SAMSPIL_SEVERITY", help="Only info, warning or error.")]
Key = Annotated[str | None, typer.Option(envvar="SAMSPIL_DOCUMENT", help="Only the document with this key.")]
Output = Annotated[
    Path | None, typer.Option(envvar="SAMSPIL_OUTPUT", help="A file, written whole. Default: standard output.")
]
RowFormat = Annotated[
    Literal["table", "csv", "json"] | None,
    typer.Option("--format", envvar="SAMSPIL_FORMAT", help="Default: table on a terminal, csv otherwise."),
]
AnyFormat = Annotated[
    Literal["table", "csv", "json", "xml", "tsv", "srj", "turtle", "nt"] | None,
    typer.Option(
        "--format", envvar="SAMSPIL_FORMAT", help="Default: table on a terminal, else csv; for a graph turtle."
    ),
]
ExportFormat = Annotated[
    Literal["turtle", "nquads", "jsonld", "csv", "graphml", "gexf"],
    typer.Option("--format", envvar="SAMSPIL_EXPORT_FORMAT", help="turtle: merged facts; nquads, jsonld: all graphs."),
]


@app.callback(invoke_without_command=True)
def version(show: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    """Turn documents on collaboration in health care into a knowledge graph, and ask it.

    Exit status: 0 done, 1 findings or violations, 2 bad input or usage.
    """
    if show:
        from importlib.metadata import version as installed

        typer.echo(f"samspil {installed('samspil')}")
        raise typer.Exit


@app.command()
def build(paths: Paths = _NONE, genre: Genre = None, store: Store = ".samspil") -> None:
    """Build the dataset of documents, or of the committed facts, and put it in the store if it is valid."""
    from samspil.graph.build import build as make

    built = make(paths, store, genre, _progress())
    _check(built.report.conforms, built.report.text)
    typer.echo(f"{built.documents} documents, {built.facts} facts in {store}")


@app.command()
def extract(paths: Paths, genre: Genre = None, form: RowFormat = None) -> None:
    """Show what the loaders find in documents: the records as JSON, or how many of each kind."""
    from samspil.graph import summary
    from samspil.graph.build import extract as read
    from samspil.graph.output import emit, show

    found = read(paths, genre, _progress())
    if form == "json":
        emit(summary.to_json(found))
    else:
        show(summary.counts(found), form)


@app.command()
def query(
    source: Source,
    values: Values = None,
    store: Store = ".samspil",
    endpoint: Endpoint = None,
    form: AnyFormat = None,
) -> None:
    """Ask the dataset a named query or any SPARQL of your own."""
    from samspil.graph.output import show
    from samspil.graph.query import find, pairs, terms
    from samspil.graph.store import open_store

    question = find(source)
    given = terms(question, pairs(values or ()))
    show(open_store(endpoint or store).query(question.text, given), form)


@app.command()
def queries(name: Name = None, form: RowFormat = None) -> None:
    """List the named queries, or tell all about one: what it answers, its parameters and columns, an example."""
    from samspil.graph import reference
    from samspil.graph.output import emit, show

    if name:
        emit(reference.describe(reference.named(name)))
    else:
        show(reference.contents(), form)


@app.command()
def findings(
    severity: Severity = None, document: Key = None, store: Store = ".samspil", form: RowFormat = None
) -> None:
    """List what is doubtful in the documents; exit status 1 if any of it is an error."""
    from samspil.graph.output import show
    from samspil.graph.query import column, rows
    from samspil.graph.store import open_store

    given = {name: value for name, value in (("severity", severity), ("document", document)) if value}
    found = rows(open_store(store), "findings", **given)
    show(found, form)
    _check("error" not in column(found, "severity"))


@app.command()
def validate(store: Store = ".samspil", form: RowFormat = None) -> None:
    """Check the dataset against the shapes; exit status 1 if it breaks one."""
    from samspil.graph.export import quads
    from samspil.graph.output import show
    from samspil.graph.store import in_memory, open_store
    from samspil.graph.summary import violations
    from samspil.graph.validation import validate as check

    found = check(in_memory(quads(open_store(store))))
    show(violations(found), form)
    _check(found.conforms)


@app.command()
def export(form: ExportFormat = "turtle", output: Output = None, store: Store = ".samspil") -> None:
    """Write the dataset as RDF, or its network of actors and initiatives for other programs."""
    from samspil.graph import export as exporting
    from samspil.graph.output import emit
    from samspil.graph.store import open_store

    content = exporting.export(open_store(store), form)
    if output:
        exporting.write(output, content)
    else:
        emit(content.decode())


def main() -> None:
    """Run the command line; what is not read on a terminal is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    app()


def _check(passed: bool, problems: str = "") -> None:
    if not passed:
        _say(problems)
        raise typer.Exit(FINDINGS)


def _progress() -> Callable[[str, int, int], None] | None:
    return (lambda name, n, total: _say(f"[{n}/{total}] {name}")) if sys.stderr.isatty() else None


def _say(text: str) -> None:
    from samspil.graph.output import visible

    for line in text.splitlines():
        typer.echo(visible(line), err=True)
