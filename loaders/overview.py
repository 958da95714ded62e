"""Loader of overview memos: tables of collaborations with title, target group, parties and, often, status."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from samspil.loaders.files.document import Document
from samspil.loaders.files.furniture import without_furniture
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.naming.actors import actor_marks
from samspil.loaders.naming.groups import Context
from samspil.loaders.projects.keys import Keys
from samspil.loaders.projects.periods import stated_period
from samspil.loaders.records import Contents, Finding, Initiative, Targeting
from samspil.loaders.tabular import statuses
from samspil.loaders.tabular.cells import Vocabulary, base
from samspil.loaders.tabular.contents import told_by
from samspil.loaders.tabular.headers import Headings, heads, is_head
from samspil.loaders.tabular.labelled import is_headed, labelled_records
from samspil.loaders.tabular.marked import marked_tables
from samspil.loaders.tabular.parties import row_parties
from samspil.loaders.tabular.rows import Row
from samspil.loaders.tabular.tables import Found, tables
from samspil.loaders.targets import concepts_in

MAX_TITLE = 60  # words; a longer title is more likely several cells


@cache
def words() -> dict[str, Any]:
    """Return the words of `overview.toml`."""
    return tomllib.loads(files("samspil.loaders").joinpath("overview.toml").read_text("utf-8"))


@cache
def _headings() -> Headings:
    return Headings(words()["columns"], words()["questions"])


def _is_status(text: str) -> bool:
    return statuses.code(text) is not None


@cache
def vocabulary() -> Vocabulary:
    """Return the words that tell the columns of flattened tables apart."""
    return Vocabulary(
        frozenset(words()["words"]["starter"]),
        tuple(words()["words"]["starter_endings"]),
        frozenset(words()["words"]["joining"]),
        _is_status,
    )


def signs(document: Document) -> list[str]:
    """Return what speaks for this genre: each head of a table that names a title and parties or a target group."""

    def marks(passage: Passage) -> list[tuple[int, int, bool]]:
        return actor_marks(passage.text, Context())

    joiner = Joiner(document)
    marked = marked_tables(document, joiner, _headings(), lambda _: None, told_by(vocabulary(), marks))
    ruled = [f"a table with {len(t.rows) + 1} rows and the columns of an overview" for t in marked]
    found = list(heads(document.lines, _headings()))
    printed = [f"line {h.first + 1}: columns {', '.join(h.columns)}" for h in found if is_head(h.columns)]
    if found and not printed and not ruled:
        # The cells below must say what an unknown heading means.
        read = tables(document, joiner, _headings(), vocabulary(), marks)
        printed = [f"a table with the columns {', '.join(t.columns)}" for t in read]
    listed = labelled_records(without_furniture(document), _headings())
    # Records under headings say little, since proposals are written so too: they count as one sign.
    telling = listed[:1] if listed and is_headed(listed[0]) else listed
    labelled = [
        f"line {document.line_at(r[0].label.start).number}: a record with the labels of an overview" for r in telling
    ]
    return ruled or printed or labelled


def load(document: Document, joiner: Joiner, context: Context) -> Contents:
    """Return the initiatives of all tables, keyed table/row, and what is doubtful in them."""
    keys = Keys()
    initiatives: list[Initiative] = []
    findings: list[Finding] = []
    for table in tables(document, joiner, _headings(), vocabulary(), lambda p: actor_marks(p.text, context)):
        findings += _unknown_headings(table)
        for number, row in enumerate(table.rows, start=1):
            key = keys.unique(f"{number}" if table.layout == "labelled" else f"{table.number}/{number}")
            initiative, doubts = _initiative(key, row, table, joiner, context)
            findings += doubts
            initiatives += [initiative] if initiative else []
    return Contents(tuple(initiatives), findings=tuple(findings))


def _unknown_headings(table: Found) -> Iterable[Finding]:
    for column in table.guessed:
        message = f"table {table.number}: a column with an unknown heading is read as {column} by what it holds"
        yield Finding("info", "doubtful_row", "", message)
    for place, column in enumerate(table.columns, start=1):
        if base(column) == "unknown":
            message = f"table {table.number}: column {place} is not read, since its heading is unknown"
            yield Finding("info", "missing_label", "", message)


def _initiative(
    key: str, row: Row, table: Found, joiner: Joiner, context: Context
) -> tuple[Initiative | None, list[Finding]]:
    title = row.cells.get("title")
    place = joiner.located(row.span, f"Tabel {table.number}")
    if title is None:
        return None, [Finding("warning", "doubtful_row", key, "a row without a title is left out", place)]
    findings = list(_missing(key, row, table, joiner))
    parties, doubts = row_parties(row, table.columns, joiner, context, key, place.section)
    findings += doubts
    status = statuses.status(row.cells.get("status"), joiner)
    if status and status.code is None:
        findings.append(
            Finding("info", "unknown_status", key, f"“{status.as_printed}” is no known status", status.evidence)
        )
    targets = _targets(row.cells.get("target_group"), joiner)
    findings += [
        Finding("info", "unknown_target_group", key, f"no concept for “{t.phrase}”", t.evidence)
        for t in targets
        if not t.concepts
    ]
    period, doubts = stated_period(key, row.cells.get("period"), joiner)
    findings += doubts
    initiative = Initiative(
        key,
        title.text,
        joiner.evidence(title, section=place.section),
        theme=row.theme,
        status=status,
        period=period,
        target_groups=targets,
        participations=tuple(parties),
    )
    return initiative, findings


def _missing(key: str, row: Row, table: Found, joiner: Joiner) -> Iterable[Finding]:
    place = joiner.located(row.span)
    for column in table.columns:
        if column in ("target_group", "partners", "status") and column not in row.cells:
            rule = "missing_status" if column == "status" else "missing_cell"
            yield Finding("warning", rule, key, f"the row has no {column.replace('_', ' ')}", place)
    if len(row.cells["title"].text.split()) > MAX_TITLE:
        yield Finding("warning", "doubtful_row", key, "the title is unusually long; cells may have run together", place)


def _targets(cell: Passage | None, joiner: Joiner) -> tuple[Targeting, ...]:
    if cell is None:
        return ()
    phrase = cell.text
    return (Targeting(phrase, concepts_in(phrase), joiner.evidence(cell)),)
