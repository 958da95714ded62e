"""Budgets in tables that the file marks: years across or down, what is applied for beside what others pay."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from samspil.loaders.files.document import Document, Span, Table
from samspil.loaders.files.passage import Joiner, squeezed
from samspil.loaders.funding.granted import Money, Setting, doubts, grant, sum_finding
from samspil.loaders.funding.money import AmountFound, Unit, find_amounts, find_unit, read_cells
from samspil.loaders.records import Finding, Grant
from samspil.loaders.texts.fields import Field

_MIN_YEARS = 2
_YEAR = re.compile(r"(?:år\s*)?((?:19|20)\d\d)\b[.:]?\s*(?:\(?[^()\d]{0,14}\)?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell's text as it stands in the document, and where it begins."""

    text: str = ""
    start: int = 0

    @property
    def words(self) -> str:
        return squeezed(self.text).casefold()

    @property
    def year(self) -> int | None:
        match = _YEAR.fullmatch(self.words)
        return int(match[1]) if match else None


_Line = Sequence[_Cell]


def budget_of(field: Field, joiner: Joiner, setting: Setting) -> Money | None:
    """Return what a field's table of years tells; None without such a table."""
    document = joiner.document
    table = next((t for t in document.tables if field.label.start <= t.span.start <= _end(field)), None)
    lines = _across(table, document) if table else None
    if not table or not lines:
        return None
    label = squeezed(document.text[field.label.start : field.label.end])
    corner = " ".join(cell.text for cell in (*lines[0], *(line[0] for line in lines)))
    printed = find_unit(label) or find_unit(corner)
    money = _read(lines, printed or setting.usual or "kr", joiner, setting)
    if not money.grants:
        return None
    return Money(money.grants, (*money.findings, *_assumed(table.span, printed, joiner, setting)), table.span)


def budget_below(lines: Sequence[Span], label: str, joiner: Joiner, setting: Setting) -> Money | None:
    """Return what lines tell that begin with a year each; None without such or where their columns are unclear."""
    document = joiner.document
    printed = [_Cell(document.text[s.start : s.end], s.start) for s in lines]
    rows = [_printed(line, setting.words["total"]) for line in printed]
    body = [row for row in rows if row]
    dated = [row for row in body if row[0].year is not None]
    if len(dated) < _MIN_YEARS or len({len(row) for row in dated}) > 1:
        return None
    above = " ".join(line.words for line in printed[: rows.index(dated[0])])
    head = _headings(above, len(dated[0]) - 1, setting)
    if head is None:
        return None
    unit = find_unit(label) or find_unit(above)
    turned = [list(column) for column in zip_longest([_Cell(), *head], *body, fillvalue=_Cell())]
    money = _read(turned, unit or setting.usual or "kr", joiner, setting)
    whole = Span(lines[0].start, lines[-1].end)
    return Money(money.grants, (*money.findings, *_assumed(whole, unit, joiner, setting)))


def _printed(line: _Cell, totals: Iterable[str]) -> list[_Cell]:
    """Return the year (or a total's word) and the numbers of a line; none where a line is of another kind."""
    named = "|".join(map(re.escape, totals))
    match = re.match(rf"\s*((?:år\s*)?(?:19|20)\d\d\b[.:]?|(?:{named})\b:?)\s*(?=[\dO½–-])", line.text, re.IGNORECASE)
    if match is None:
        return []
    rest = line.text[match.end() :]
    numbers = find_amounts(rest) or read_cells(rest, "kr")
    cells = [_Cell(n.text, line.start + match.end() + n.start) for n in numbers]
    return [_Cell(match[1], line.start + match.start(1)), *cells]


def _headings(above: str, count: int, setting: Setting) -> list[_Cell] | None:
    """Return the headings of a number of columns by the words that stand for them, None where they are not as many."""
    kinds = {
        kind: [at for w in setting.words[kind] if (at := above.find(w)) >= 0] for kind in ("applied", "cofinancing")
    }
    found = sorted((min(places), kind) for kind, places in kinds.items() if places)
    if len(found) == count:
        return [_Cell(setting.words[kind][0]) for _, kind in found]
    return [_Cell()] if count == 1 else None


def _end(field: Field) -> int:
    return max((span.end for span in field.lines), default=field.label.end)


def _across(table: Table, document: Document) -> list[list[_Cell]] | None:
    """Return the lines of a table from the head of years on, turned where the years stand below each other."""
    rows = [[_Cell(document.text[c.start : c.end], c.start) for c in row] for row in table.rows]
    turned = [list(column) for column in zip_longest(*rows, fillvalue=_Cell())]
    for lines in (rows, turned):
        for n, line in enumerate(lines):
            if sum(cell.year is not None for cell in line) > 1 and n + 1 < len(lines):
                return lines[n:]
    return None


def _read(lines: Sequence[_Line], unit: Unit, joiner: Joiner, setting: Setting) -> Money:
    """Return the grants of what is applied for and of co-finance, by the words in front of each line."""
    head, body = lines[0], [line for line in lines[1:] if _amounts(line, lines[0], unit)]
    others = [line for line in body if _says(line, setting.words["cofinancing"])]
    asked = _asked([line for line in body if line not in others], setting)
    grants: list[Grant] = []
    findings: list[Finding] = []
    for line in [*asked, *others]:
        kind = "applied" if line in asked else "cofinancing"
        parts, totals = _parted(_amounts(line, head, unit), head)
        for found, span, year in parts:
            place = joiner.located(span)
            grants.append(grant(kind, found, place, year))
            findings += doubts(found, year, place, setting) if kind == "applied" else []
        for found, span, _ in totals:
            place = joiner.located(span)
            grants.append(grant("total" if kind == "applied" and parts else kind, found, place, None))
            if kind == "applied":
                findings += sum_finding([f for f, _, _ in parts], found, place, setting)
    return Money(tuple(g for g in grants if g.amount is not None), tuple(findings))


def _says(line: _Line, words: Iterable[str]) -> bool:
    return any(w in line[0].words for w in words)


def _asked(lines: list[_Line], setting: Setting) -> list[_Line]:
    """Return the line of what is applied for: the one that says so, else the total of several, else the only one."""
    for words in (setting.words["applied"], setting.words["total"]):
        named = [line for line in lines if _says(line, words)]
        if named and (len(lines) > 1 or words is setting.words["applied"]):
            return named[:1]
    return lines[:1]


_Amount = tuple[AmountFound, Span, int | None]


def _amounts(line: _Line, head: _Line, unit: Unit) -> list[_Amount]:
    """Return the amounts of a line, each with the year above it, a total without; the line's label is none."""
    found: list[_Amount] = []
    for cell, above in zip(line, head, strict=False):
        amount = _amount(cell, unit) if cell.year is None else None
        if amount and (above.year is not None or cell is not line[0]):
            span = Span(cell.start + amount.start, cell.start + amount.end)
            found.append((amount, span, above.year))
    return found


def _amount(cell: _Cell, unit: Unit) -> AmountFound | None:
    found = find_amounts(cell.text, unit) or read_cells(cell.text, unit, 1)
    return found[0] if found else None


def _parted(found: Sequence[_Amount], head: _Line) -> tuple[list[_Amount], list[_Amount]]:
    """Return the yearly amounts and the total, which stands in the last column without a year."""
    parts = [one for one in found if one[2] is not None]
    totals = [one for one in found if one[2] is None and head[-1].year is None]
    return parts, totals[-1:]


def _assumed(span: Span, printed: Unit | None, joiner: Joiner, setting: Setting) -> Iterable[Finding]:
    text = joiner.document.text[span.start : span.end]
    if printed is None and find_unit(text) is None:
        message = f"no unit is printed; {setting.usual or 'kr'} is taken"
        yield Finding("info", "unit_assumed", setting.key, message, joiner.located(span))
