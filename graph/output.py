"""Answers as text: tables for people, CSV and JSON for programs, the standard formats of SPARQL results and graphs."""

import csv
import json
import sys
from collections.abc import Mapping
from io import StringIO
from itertools import islice
from typing import TypeVar

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat

from samspil.graph.query import Table, Value, table
from samspil.graph.store import Result
from samspil.loaders.errors import SamspilError

RESULTS = {"xml": QueryResultsFormat.XML, "tsv": QueryResultsFormat.TSV, "srj": QueryResultsFormat.JSON}
GRAPHS = {"turtle": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES}
# A spreadsheet takes a cell that begins so for a formula; OWASP's remedy is an apostrophe in front of it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# Controls drive a terminal; marks of direction make it show another order than the one that is there.
_DRIVING = (*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_WRITTEN_OUT = {number: f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" for number in _DRIVING}
_KEEPING_LINES = {number: text for number, text in _WRITTEN_OUT.items() if chr(number) not in "\n\t"}
_ONE_LINE = _WRITTEN_OUT | dict.fromkeys(map(ord, "\n\r\t"), " ")
# Wide enough for any row where no terminal limits it.
_NO_TERMINAL = 10_000
_T = TypeVar("_T")


class UnfitFormat(SamspilError):
    """A format that cannot hold what is to be written."""

    def __init__(self, form: str, what: str, fit: Mapping[str, object]) -> None:
        self.form, self.fit = form, tuple(fit)
        super().__init__(f"The format {form!r} cannot hold {what}. Use one of {', '.join(fit)}.")


def show(answer: Result | Table, form: str | None = None) -> None:
    """Write an answer to standard output; without a format as a table on a terminal, otherwise as CSV or Turtle."""
    if isinstance(answer, QueryTriples):
        emit((answer.serialize(format=_chosen(form or "turtle", GRAPHS, "a graph")) or b"").decode())
    elif isinstance(answer, Table):
        _show_rows(answer, form or _default())
    elif form in RESULTS:
        emit((answer.serialize(format=RESULTS[form]) or b"").decode())
    else:
        _show_rows(table(answer), form or _default())


def emit(text: str) -> None:
    """Write text to standard output; on a terminal without characters that could drive it."""
    sys.stdout.write(text.translate(_KEEPING_LINES) if sys.stdout.isatty() else text)
    # here and not at the end of the program, where a reader that has gone could not be caught any more
    sys.stdout.flush()


def visible(text: str) -> str:
    """Return the text in one line, with what a terminal would obey written out."""
    return text.translate(_ONE_LINE)


def to_csv(answer: Table) -> str:
    """Return rows as CSV; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_cell(value) for value in row] for row in answer.rows)
    return text.getvalue()


def to_json(answer: Table) -> str:
    """Return rows as a JSON list of objects; what is unknown is null."""
    objects = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def to_text(answer: Table) -> str:
    """Return rows as a table as wide as the terminal, or without one as wide as it needs to be."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=SIMPLE_HEAD, pad_edge=False)
    for n, name in enumerate(answer.columns):
        grid.add_column(name, justify="right" if _numeric(answer, n) else "left", overflow="fold")
    for row in answer.rows:
        grid.add_row(*(Text(visible(str(_plain(value)))) for value in row))
    console = Console(file=StringIO(), width=None if sys.stdout.isatty() else _NO_TERMINAL, color_system=None)
    with console.capture() as captured:
        console.print(grid)
    return "\n".join(line.rstrip() for line in captured.get().strip("\n").split("\n")) + "\n"


def _show_rows(answer: Table, form: str) -> None:
    emit(_chosen(form, _TABLES, "rows")(answer))
    if not answer.rows:
        sys.stderr.write("No rows.\n")


def _default() -> str:
    return "table" if sys.stdout.isatty() else "csv"


def _chosen(form: str, forms: Mapping[str, _T], what: str) -> _T:
    if form not in forms:
        raise UnfitFormat(form, what, forms)
    return forms[form]


def _plain(value: Value) -> str | int | float:
    return {None: "", True: "true", False: "false"}[value] if value is None or isinstance(value, bool) else value


def _cell(answer: Value) -> str | int | float:
    value = _plain(answer)
    if not isinstance(value, str):
        return value
    # a lone carriage return would stand unquoted and break the row in two
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if value.startswith(_FORMULA) else text


def _numeric(answer: Table, column: int) -> bool:
    values = [row[column] for row in islice(answer.rows, 100) if row[column] is not None]
    return bool(values) and not any(isinstance(value, str) for value in values)


_TABLES = {"table": to_text, "csv": to_csv, "json": to_json}
