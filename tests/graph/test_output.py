"""Answers as text: every format, and nothing in them that a spreadsheet runs or a terminal obeys."""

import csv
import json
from io import StringIO

import pytest

from samspil.graph.output import UnfitFormat, show, to_csv, to_json, to_text, visible
from samspil.graph.query import Table
from tests.queries.small import dataset

ANSWER = Table(("text", "number"), (("=1+1", -5), ("æ, ø", None), ('"to"\nlinjer', 1.5), ("-", True)))
SELECT = 'SELECT ?a ?b WHERE { VALUES (?a ?b) { ("æ" 1) ("=x" UNDEF) } } ORDER BY ?b'
CONSTRUCT = "CONSTRUCT { <http://e.org/a> <http://e.org/b> 'c' } WHERE {}"


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Tell so."""
        return True


def test_csv_guards_text_and_leaves_numbers() -> None:
    """What begins like a formula gets an apostrophe, a negative number none; unknown is empty."""
    read = list(csv.reader(StringIO(to_csv(ANSWER))))
    assert [["text", "number"], ["'=1+1", "-5"], ["æ, ø", ""], ['"to"\nlinjer', "1.5"], ["'-", "true"]] == read


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "\N{FULLWIDTH EQUALS SIGN}"])
def test_each_start_of_a_formula_is_guarded(start: str) -> None:
    """All that OWASP names, and the wide forms that spreadsheets read alike."""
    assert [["a"], [f"'{start}cmd"]] == list(csv.reader(StringIO(to_csv(Table(("a",), ((f"{start}cmd",),))))))


def test_a_carriage_return_breaks_no_row() -> None:
    """Old line breaks become new ones, inside their cell; one in front is guarded."""
    read = csv.reader(StringIO(to_csv(Table(("a", "b"), (("\rx\r\ny", "z"),))), newline=""))
    assert [["a", "b"], ["'\nx\ny", "z"]] == list(read)


def test_json_is_exact() -> None:
    """JSON has the text as it is, numbers as numbers, null for what is unknown."""
    assert [
        {"text": "=1+1", "number": -5},
        {"text": "æ, ø", "number": None},
        {"text": '"to"\nlinjer', "number": 1.5},
        {"text": "-", "number": True},
    ] == json.loads(to_json(ANSWER))


def test_a_table_shows_every_cell_in_one_line() -> None:
    """Markup of a document is text, a line break a space."""
    shown = to_text(Table(("a",), (("[red]x[/red]\ny",),)))
    assert "[red]x[/red] y" in shown
    assert "x" * 300 in to_text(Table(("a",), (("x" * 300,),)))


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x9b2J", "\x07", "\x7f", "\u202e", "\u2066"])
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_terminal_gets_no_controls(hostile: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No text of a document can drive the terminal, whatever the format."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    show(Table(("a",), ((f"x{hostile}y",),)), form)
    assert hostile[0] not in terminal.getvalue()
    assert "x" in terminal.getvalue()
    assert hostile[0] not in visible(hostile)


def test_a_pipe_gets_the_text_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get what the dataset holds."""
    show(Table(("a",), (("x\x1by",),)), "csv")
    assert "a\nx\x1by\n" == capsys.readouterr().out


@pytest.mark.parametrize(
    ("sparql", "form", "expected"),
    [
        (SELECT, None, "a,b\n'=x,\næ,1\n"),
        (SELECT, "tsv", '?a\t?b\n"=x"\t\n"æ"\t1'),
        (SELECT, "xml", "<literal>æ</literal>"),
        (SELECT, "srj", '{"type":"literal","value":"æ"}'),
        ("ASK { ?s ?p ?o }", None, "answer\ntrue\n"),
        ("ASK { ?s ?p ?o }", "srj", '"boolean":true'),
        (CONSTRUCT, None, '<http://e.org/a> <http://e.org/b> "c" .'),
        (CONSTRUCT, "nt", '<http://e.org/a> <http://e.org/b> "c" .'),
    ],
)
def test_results_come_in_their_formats(
    sparql: str, form: str | None, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows, yes or no and graphs each have a default and their standard formats."""
    show(dataset().query(sparql), form)
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize(("sparql", "form"), [(SELECT, "turtle"), (CONSTRUCT, "csv"), (CONSTRUCT, "srj")])
def test_a_format_that_does_not_fit_is_refused(sparql: str, form: str) -> None:
    """Rows are no Turtle and a graph is no CSV; the error says which formats there are."""
    with pytest.raises(UnfitFormat, match="Use one of"):
        show(dataset().query(sparql), form)


def test_an_empty_answer_says_so_beside_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    """The head stands on standard output, the remark on standard error."""
    show(Table(("a",), ()), "csv")
    assert ("a\n", "No rows.\n") == capsys.readouterr()
