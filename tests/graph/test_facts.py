"""Facts-only Turtle: the same text every time, no sentence in it, and the facts that come with the package."""

from dataclasses import replace
from pathlib import Path

import pytest

from samspil.graph import facts
from samspil.graph.rdf import to_quads
from samspil.loaders.records import Finding
from tests.graph.records import SENTENCE, extraction

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
RENEW = (
    "If the change is meant, renew the committed facts: samspil.graph.facts.write(extractions, Path('graph/facts'))."
)


def test_facts_are_written_and_read_alike(tmp_path: Path) -> None:
    """What is read is what the records state without wording, each document in its own graph."""
    written = [extraction("a"), extraction("æ <a>/2")]
    facts.write(written, tmp_path)
    assert {quad for one in written for quad in to_quads(one, wording=False)} == set(facts.read(tmp_path))


def test_facts_hold_no_sentence() -> None:
    """Neither passages nor effects are in the Turtle."""
    turtle = facts.to_turtle(extraction())
    assert SENTENCE not in turtle
    assert "ss:wording" not in turtle
    assert "ss:text" not in turtle


def test_facts_do_not_depend_on_the_order_of_findings() -> None:
    """The Turtle is sorted: the same facts in another order are the same text."""
    found = extraction()
    turned = replace(found, findings=found.findings[::-1])
    assert facts.to_turtle(found) == facts.to_turtle(turned)


def test_each_subject_is_one_block() -> None:
    """A subject has one block, its class first, an empty line before it, and comes before its own evidence."""
    header, *blocks = facts.to_turtle(extraction()).split("\n\n")
    subjects = [block.split(" ", 1)[0] for block in blocks]
    assert header.startswith("@base")
    assert len(subjects) == len(set(subjects))
    assert all(block.split(" ", 2)[1] == "a" for block in blocks)
    mention = next(n for n, subject in enumerate(subjects) if "/mention/" in subject)
    assert subjects[mention + 1] == subjects[mention].replace(">", "/evidence/1>")


def test_equal_facts_have_no_difference(tmp_path: Path) -> None:
    """Facts just written differ in nothing."""
    facts.write([extraction()], tmp_path)
    assert facts.differences([extraction()], tmp_path) == ""


def test_a_changed_fact_shows_in_the_difference(tmp_path: Path) -> None:
    """A changed title shows as one line taken away and one put in."""
    facts.write([extraction(title="Før")], tmp_path)
    lines = facts.differences([extraction(title="Nu")], tmp_path).splitlines()
    titles = [line for line in lines if "dcterms:title" in line and line[0] in "+-"]
    assert ['-\tdcterms:title "Før"@da ;', '+\tdcterms:title "Nu"@da ;'] == titles


def test_documents_that_come_and_go_are_differences(tmp_path: Path) -> None:
    """A document only extracted, or only committed, is a difference that names its file."""
    facts.write([extraction("old")], tmp_path)
    difference = facts.differences([extraction("new")], tmp_path)
    assert "--- committed/old.ttl" in difference
    assert "+++ extracted/new.ttl" in difference


def test_writing_removes_facts_of_no_document(tmp_path: Path) -> None:
    """The folder holds the files of the documents written, and no others."""
    facts.write([extraction("old")], tmp_path)
    facts.write([replace(extraction("new"), findings=(Finding("info", "doubtful_row", "", "…"),))], tmp_path)
    assert ["new.ttl"] == [path.name for path in tmp_path.iterdir()]


def test_extraction_equals_the_committed_facts() -> None:
    """The loaders make of the five documents just the facts that come with the package."""
    if not SOURCES.is_dir():
        pytest.skip(f"THE FACTS ARE NOT CHECKED: the source documents are not at {SOURCES}")
    from samspil.graph.build import extract

    difference = facts.differences(extract([SOURCES]), facts.committed())
    assert not difference, f"{RENEW}\n{difference}"
