"""The command line: results on standard output, the rest beside it, exit statuses, a start without heavy libraries."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad
from typer.testing import CliRunner, Result

from samspil.graph.cli import app
from samspil.graph.store import in_memory, replace
from samspil.graph.terms import DCTERMS, RDF
from samspil.graph.validation import Report, Violation
from samspil.ontology import iri
from tests.queries.small import dataset

SPARQL = f"SELECT ?key WHERE {{ ?i a <{iri.ONTOLOGY}Initiative> ; <{DCTERMS}identifier> ?key }} ORDER BY ?key"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the small dataset."""
    folder = tmp_path_factory.mktemp("store")
    replace(folder, dataset().store)
    return folder


@pytest.fixture
def run(store: Path) -> Callable[..., Result]:
    """Return the command, with the small dataset as its store."""

    def running(*arguments: str, stdin: str | None = None, **variables: str) -> Result:
        return CliRunner().invoke(app, arguments, stdin, env={"SAMSPIL_STORE": str(store), **variables})

    return running


def test_a_named_query_gives_csv(run: Callable[..., Result]) -> None:
    """Into a pipe, a query writes CSV with the columns that scripts rely on, and nothing beside it."""
    result = run("query", "initiatives")
    found = list(csv.DictReader(StringIO(result.stdout)))
    assert (0, "") == (result.exit_code, result.stderr)
    assert ["B", "A", "1/7", "1/8"] == [row["key"] for row in found]
    assert "'=Bar" == found[1]["title"]


def test_parameters_select(run: Callable[..., Result]) -> None:
    """Parameters stand behind the name of the query."""
    result = run("query", "participants", "document=alfa", "sector=practice", "--format", "json")
    assert ["Klinik Åsen"] == [row["actor"] for row in json.loads(result.stdout)]


@pytest.mark.parametrize("form", ["csv", "json", "table", "tsv", "xml", "srj"])
def test_every_format_holds_the_title(form: str, run: Callable[..., Result]) -> None:
    """Each format of rows has the titles in it, Danish letters and all."""
    result = run("query", "initiatives", "--format", form)
    assert 0 == result.exit_code
    assert "Fælles indsats" in result.stdout


def test_a_file_and_standard_input_are_asked(run: Callable[..., Result], tmp_path: Path) -> None:
    """A query of one's own may be a file or come through a pipe, and takes its variables as parameters."""
    (tmp_path / "own.rq").write_text(SPARQL)
    expected = "key\n1/7\n1/8\nA\nB\n"
    assert expected == run("query", str(tmp_path / "own.rq")).stdout
    assert expected == run("query", "-", stdin=SPARQL).stdout
    assert "key\nA\n" == run("query", "-", "key=A", stdin=SPARQL).stdout


def test_options_come_before_variables(run: Callable[..., Result], tmp_path: Path) -> None:
    """The command line wins over SAMSPIL_* variables, those over the defaults."""
    assert "[" == run("query", "initiatives", SAMSPIL_FORMAT="json").stdout[0]
    assert "d" == run("query", "initiatives", "--format", "csv", SAMSPIL_FORMAT="json").stdout[0]
    assert 2 == run("query", "initiatives", SAMSPIL_STORE=str(tmp_path)).exit_code


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("query", "initatives"), "Did you mean initiatives"),
        (("query", "initiatives", "colour=red"), "Its parameters are document, key."),
        (("query", "initiatives", "alfa"), "Write key=value"),
        (("query", "participants_of", "document=alfa"), "'key' is missing"),
        (("query", "findings", "severity=bad"), "Possible values: info, warning, error"),
        (("query", "no.rq"), "cannot be read"),
        (("query", "initiatives", "--store", "nowhere"), "samspil build"),
        (("query", "initiatives", "--endpoint", "http://127.0.0.1:9/sparql"), "did not answer"),
        (("query", "initiatives", "--format", "turtle"), "cannot hold rows"),
        (("query", "initiatives", "--format", "pdf"), "--format"),
        (("findings", "--severity", "bad"), "Possible values"),
        (("queries", "initatives"), "Did you mean"),
        (("export", "--output", "nowhere/x.ttl"), "cannot be written"),
        (("build", "nowhere.txt"), "nowhere.txt"),
        (("extract", "nowhere.txt"), "nowhere.txt"),
        (("extract",), "Missing argument"),
        (("nosuch",), "No such command"),
    ],
)
def test_bad_input_is_one_sentence_and_status_2(
    arguments: tuple[str, ...], sentence: str, run: Callable[..., Result]
) -> None:
    """A mistake of the user writes no data and no traceback, and says what to do."""
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_no_control_of_a_query_reaches_the_terminal(run: Callable[..., Result]) -> None:
    """What is said of bad input has the input's controls written out."""
    result = run("query", "-", stdin="SELECT \x1b[2J")
    assert 2 == result.exit_code
    assert "\x1b" not in result.stderr


def test_findings_fail_only_on_errors(run: Callable[..., Result]) -> None:
    """An error among what is listed is status 1, a warning is not; both are on standard output."""
    assert (1, 3) == (run("findings").exit_code, len(run("findings").stdout.splitlines()))
    assert (0, 2) == ((warned := run("findings", "--severity", "warning")).exit_code, len(warned.stdout.splitlines()))
    assert 0 == run("findings", "--document", "beta").exit_code


def test_the_catalogue_is_shown(run: Callable[..., Result]) -> None:
    """Without a name the list of queries, with one all about it."""
    assert "who_works_with" in run("queries").stdout
    assert 'samspil query who_works_with actor="Hillerød Kommune"' in run("queries", "who_works_with").stdout


def test_an_export_goes_to_standard_output_or_a_file(run: Callable[..., Result], tmp_path: Path) -> None:
    """Both ways give the same text, whole."""
    result = run("export", "--format", "csv", "--output", str(tmp_path / "network.csv"))
    assert (0, "") == (result.exit_code, result.stdout)
    assert run("export", "--format", "csv").stdout == (tmp_path / "network.csv").read_text("utf-8")


def test_a_construct_is_a_graph(run: Callable[..., Result]) -> None:
    """CONSTRUCT gives Turtle, or N-Triples if asked."""
    graph = "CONSTRUCT { ?i a ?t } WHERE { ?i <http://purl.org/dc/terms/identifier> 'A' ; a ?t }"
    assert iri.initiative("alfa", "A") in run("query", "-", stdin=graph).stdout
    assert 1 == len(run("query", "-", "--format", "nt", stdin=graph).stdout.splitlines())


def test_validation_fails_on_a_broken_shape(run: Callable[..., Result], tmp_path: Path) -> None:
    """An initiative without anything breaks the shapes; that is status 1 with the results on standard output."""
    broken = NamedNode(iri.initiative("x", "1"))
    replace(tmp_path, in_memory([Quad(broken, NamedNode(RDF + "type"), NamedNode(iri.ONTOLOGY + "Initiative"))]))
    result = run("validate", "--store", str(tmp_path))
    assert 1 == result.exit_code
    assert broken.value in result.stdout


def test_a_build_that_breaks_a_shape_is_reported(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not conform is told on standard error, status 1, and not stored."""
    report = Report((Violation("Violation", "http://e.org/x", "", "", "broken"),))
    monkeypatch.setattr("samspil.graph.build.validate", lambda _: report)
    result = run("build", "--store", ":memory:")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "broken" in result.stderr


def test_the_version_is_told(run: Callable[..., Result]) -> None:
    """`--version` names program and version."""
    assert run("--version").stdout.startswith("samspil 0.")


def test_a_query_starts_without_heavy_libraries(store: Path) -> None:
    """A named query as CSV needs none of the libraries that take long to import."""
    heavy = ("rdflib", "networkx", "pdfplumber", "rich", "SPARQLWrapper", "pyshacl", "docx")
    code = (
        f"import sys; sys.argv = ['samspil', 'query', 'initiatives', '--store', {str(store)!r}]\n"
        "from samspil.graph.cli import main\n"
        "try: main()\n"
        f"finally: print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]\n" == result.stderr
    assert 5 == len(result.stdout.splitlines())


def test_a_reader_that_goes_away_is_no_error(store: Path) -> None:
    """`samspil query ... | head -0` ends silently."""
    command = [sys.executable, "-c", "from samspil.graph.cli import main; main()", "export", "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert b"" == process.stderr.read()
    assert 0 == process.returncode


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_one_sentence(store: Path) -> None:
    """Where standard output cannot take the data, that is said, with status 2."""
    code = "from samspil.graph.cli import main; main()"
    command = [sys.executable, "-c", code, "query", "documents", "--store", str(store)]
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (2, "Standard output: No space left on device.\n") == (result.returncode, result.stderr)
