"""Questions: which query a name means, what its parameters become, and how terms become values."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from samspil.graph.query import BadParameter, UnknownQuery, find, pairs, rows, table, terms, value
from samspil.graph.store import QueryError
from samspil.graph.terms import XSD
from samspil.loaders.errors import SamspilError
from tests.queries.small import dataset

FREE = "SELECT ?s WHERE { ?s a ?type } LIMIT 1"


def typed(text: str, datatype: str) -> Literal:
    """Return a literal of an XSD datatype."""
    return Literal(text, datatype=NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, None),
        (NamedNode("http://e.org/æ"), "http://e.org/æ"),
        (BlankNode("b"), "_:b"),
        (Literal("-5"), "-5"),
        (Literal("tekst", language="da"), "tekst"),
        (typed("-5", "integer"), -5),
        (typed("2019", "gYear"), 2019),
        (typed("1000000.50", "decimal"), 1000000.5),
        (typed("300000.0", "decimal"), 300000),
        (typed("INF", "double"), "INF"),
        (typed("1e999999999", "decimal"), "1e999999999"),
        (typed("mange", "integer"), "mange"),
        (typed("2019-01-01", "date"), "2019-01-01"),
    ],
)
def test_terms_become_plain_values(term: NamedNode | Literal | BlankNode | None, expected: object) -> None:
    """Numbers and years are numbers, unknown is None, what is no number of its datatype stays text."""
    assert (expected, type(expected)) == (value(term), type(value(term)))


def test_a_misspelt_name_is_answered_with_the_near_ones() -> None:
    """An unknown query names those that it may have meant."""
    with pytest.raises(UnknownQuery, match="initiatives") as caught:
        find("initatives")
    assert "initiatives" in caught.value.near


@pytest.mark.parametrize(
    ("attempt", "sentence"),
    [
        (lambda: find("no/such.rq"), "no/such.rq: the query cannot be read"),
        (lambda: terms(find("findings"), {"severety": "error"}), "parameters are document, severity, rule"),
        (lambda: terms(find("participants_of"), {"document": "alfa"}), "'key' is missing"),
        (lambda: terms(find("findings"), {"severity": "bad"}), "Possible values: info, warning, error"),
        (lambda: terms(find("evidence"), {"fact": "not an IRI"}), "'not an IRI' is not an IRI"),
        (lambda: pairs(["alfa"]), "Write key=value"),
        (lambda: pairs(["a=1", "a=2"]), "given twice"),
        (lambda: rows(dataset(), "findings", x="1"), "there is no parameter 'x'"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(attempt: Callable[[], object], sentence: str) -> None:
    """Each mistake is a sentence with what was found and what is valid."""
    with pytest.raises(SamspilError, match=sentence):
        attempt()


def test_a_code_may_be_given_by_its_danish_name() -> None:
    """A code or a Danish name of its concept, in any case, is bound as the code."""
    question = find("participants")
    assert {"sector": Literal("municipality")} == terms(question, {"sector": "kommune"})
    assert {"sector": Literal("municipality")} == terms(question, {"sector": "municipality"})


def test_a_value_may_hold_anything() -> None:
    """Only the first equals sign divides a parameter; a value cannot leave its place in the query."""
    hostile = '"} UNION { ?s ?p ?o } #'
    assert {"key": f"a={hostile}"} == pairs([f"key=a={hostile}"])
    assert () == rows(dataset(), "initiatives", key=hostile).rows
    assert () == rows(dataset(), "initiatives", key="\udcff\x00").rows


def test_a_file_without_a_head_takes_its_variables(tmp_path: Path) -> None:
    """Any variable of such a query can be given: an IRI in angle brackets, anything else as text."""
    (tmp_path / "own.rq").write_text(FREE)
    question = find(str(tmp_path / "own.rq"))
    assert {"type": NamedNode("http://e.org/t")} == terms(question, {"type": "<http://e.org/t>"})
    assert {"type": Literal("t")} == terms(question, {"type": "t"})
    with pytest.raises(BadParameter, match="s, type"):
        terms(question, {"kind": "t"})


def test_a_file_with_parameters_in_its_head_has_those(tmp_path: Path) -> None:
    """The head of a file of one's own is read like those of the catalogue."""
    (tmp_path / "own.rq").write_text(f"# params: type (IRI)\n{FREE}")
    with pytest.raises(BadParameter, match="'type' is missing"):
        terms(find(str(tmp_path / "own.rq")), {})
    (tmp_path / "own.rq").write_text(f"# params: type\n{FREE}")
    with pytest.raises(QueryError, match="not a parameter"):
        find(str(tmp_path / "own.rq"))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """A query that is not UTF-8 is an error that names the file."""
    (tmp_path / "own.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(QueryError, match="UTF-8"):
        find(str(tmp_path / "own.rq"))


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """The query may come through a pipe."""
    monkeypatch.setattr("sys.stdin", StringIO(FREE))
    assert FREE == find("-").text


def test_a_question_of_yes_or_no_is_one_row() -> None:
    """ASK answers with one row."""
    assert ((True,),) == table(dataset().query("ASK { ?s ?p ?o }")).rows
