"""The money of a proposal: yearly amounts, one-off amounts, printed totals, co-finance; sums are checked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samspil.loaders.files.document import Span
from samspil.loaders.files.passage import Joiner, squeezed
from samspil.loaders.funding.budget import budget_below, budget_of
from samspil.loaders.funding.granted import Money, Setting, doubts, grant, sum_finding
from samspil.loaders.funding.money import AmountFound, Unit, find_unit, read_cells
from samspil.loaders.funding.stated import stated
from samspil.loaders.funding.years import YEAR
from samspil.loaders.records import Finding, Grant, Period
from samspil.loaders.texts.fields import Field

_LONE = 24  # characters of a line that gives a unit and little else


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line as it stands in the document, spacing and all: the spacing of numbers tells their columns."""

    text: str
    start: int

    def place(self, found: AmountFound) -> Span:
        return Span(self.start + found.start, self.start + found.end)


_Cell = tuple[AmountFound, Span]


def applied(field: Field, joiner: Joiner, setting: Setting) -> Money:
    """Return the amounts applied for: from a row of years with a row of amounts, else from the words."""
    document = joiner.document
    budget = budget_of(field, joiner, setting)
    if budget:
        return budget
    label = squeezed(document.text[field.label.start : field.label.end])
    rows = [_Row(document.text[s.start : s.end], s.start) for s in field.lines]
    head = _year_head(rows, setting.words["total"])
    if head is None:
        listed = budget_below(field.lines, label, joiner, setting)
        found = listed or stated(joiner.join(field.lines), find_unit(label), joiner, setting)
        return found if found.grants or found.findings else _unread(field, joiner, setting)
    printed = find_unit(label) or next((u for row in rows if (u := _lone_unit(row.text))), None)
    return _from_rows(rows, head, printed, joiner, setting)


def merged(found: Sequence[Field], joiner: Joiner) -> list[Field]:
    """Return fields of amounts; one that holds a head of years and no more is of the next: its label heads the row."""
    made: list[Field] = []
    for field in found:
        above = made[-1] if made else None
        beside = above is not None and bool(above.lines) and field.label.start - above.lines[-1].end <= 1
        if above and beside and _is_head(joiner.document.text[above.lines[0].start : above.lines[-1].end]):
            made[-1] = Field(field.name, above.label, (*above.lines, field.label, *field.lines))
        else:
            made.append(field)
    return made


def _is_head(text: str) -> bool:
    return YEAR.search(text) is not None and all(map(_is_head_cell, text.split("\n")))


def _unread(field: Field, joiner: Joiner, setting: Setting) -> Money:
    """Return the finding that a field holds numbers and no amount that could be read."""
    passage = joiner.join(field.lines)
    if not re.search(r"\d{3}", YEAR.sub("", passage.text)):
        return Money()
    message = "numbers that could not be read as amounts"
    return Money(findings=(Finding("warning", "unreadable_amount", setting.key, message, joiner.evidence(passage)),))


@dataclass(frozen=True, slots=True)
class _Head:
    """A head of years: the years in order, whether a total's column follows, and the index of the line behind it."""

    years: tuple[int, ...]
    totalled: bool
    after: int


def _year_head(rows: Sequence[_Row], totals: Sequence[str]) -> _Head | None:
    """Return the head of years: one line, or (a table's cells) a year a line."""
    for n in range(len(rows)):
        last = n
        while last < len(rows) and (not rows[last].text.strip() or _is_head_cell(rows[last].text)):
            last += 1
        text = " ".join(squeezed(row.text) for row in rows[n:last])
        years = tuple(int(y) for y in YEAR.findall(text))
        totalled = any(w in text.casefold() for w in totals)
        if len(years) >= 2 or (years and totalled):
            return _Head(years, totalled, last)
    return None


def _is_head_cell(text: str) -> bool:
    """Whether a line holds only years, words for a total and units."""
    rest = re.sub(
        r"i\s*alt|hele|beløb|\bi\b|total|samlet|sum|år|mio|kr|1\.000|t\.?kr",
        "",
        YEAR.sub("", squeezed(text)),
        flags=re.IGNORECASE,
    )
    return not re.sub(r"[:|.()\s\u00a0-]", "", rest)


def _lone_unit(text: str) -> Unit | None:
    """Return the unit of a line that holds little else but years."""
    rest = YEAR.sub("", text)
    return find_unit(rest) if len(squeezed(rest)) < _LONE else None


def _from_rows(rows: Sequence[_Row], head: _Head, printed: Unit | None, joiner: Joiner, setting: Setting) -> Money:
    unit: Unit = printed or setting.usual or "kr"
    cells = _cells_below(rows[head.after :], unit, len(head.years) + head.totalled)
    if not cells:
        place = joiner.located(Span(rows[0].start, rows[-1].start + len(rows[-1].text)))
        return Money(findings=(Finding("warning", "unreadable_amount", setting.key, "years without amounts", place),))
    money = _yearly(cells, head, joiner, setting)
    if printed or any(not found.unit_assumed for found, _ in cells):
        return money
    message = f"no unit is printed; {setting.usual or 'kr'} is taken from the rest of the document"
    doubt = Finding("info", "unit_assumed", setting.key, message, joiner.located(cells[0][1]))
    return Money(money.grants, (*money.findings, doubt))


def _cells_below(rows: Sequence[_Row], unit: Unit, columns: int) -> list[_Cell]:
    """Return the amounts of the first line that holds some; cells on lines of their own are gathered."""
    cells: list[_Cell] = []
    for row in filter(lambda row: row.text.strip(), rows):
        found = [] if _is_prose(row.text) else read_cells(row.text, unit, columns)
        if cells and (not found or len(found) > 1 or len(cells) >= columns):
            break
        cells += [(amount, row.place(amount)) for amount in found]
        if len(found) > 1:
            break
    return cells


def _is_prose(text: str) -> bool:
    return not re.search(r"[\dO–-]", text) or len(re.findall(r"[^\W\d_]{4,}", text)) > 2


def _yearly(cells: Sequence[_Cell], head: _Head, joiner: Joiner, setting: Setting) -> Money:
    total = cells[-1] if head.totalled and len(cells) > 1 else None
    parts = cells[:-1] if total else cells
    placed = _placed(parts, head.years, setting.period)
    grants: list[Grant] = []
    findings: list[Finding] = []
    for (found, span), year in placed:
        place = joiner.located(span)
        findings += doubts(found, year, place, setting)
        if found.amount is not None:
            grants.append(grant("applied", found, place, year))
    if total:
        grants.append(grant("total", total[0], joiner.located(total[1]), None))
        findings += sum_finding([c for c, _ in parts], total[0], joiner.located(total[1]), setting)
    return Money(tuple(grants), tuple(findings))


def _placed(parts: Sequence[_Cell], years: Sequence[int], period: Period | None) -> list[tuple[_Cell, int | None]]:
    """Return each amount with its year.

    Where extraction lost the empty cells, the amounts are taken as consecutive years: the first that the period
    covers, else the first of the row.
    """
    if len(parts) >= len(years):
        return [(c, years[n] if n < len(years) else None) for n, c in enumerate(parts)]
    starts = range(len(years) - len(parts) + 1)
    covered = [s for s in starts if period and _covers(period, years[s], years[s + len(parts) - 1])]
    first = covered[0] if covered else _from_period(years, period, len(parts))
    return [(c, years[first + n]) for n, c in enumerate(parts)]


def _covers(period: Period, first: int, last: int) -> bool:
    begun = period.start is not None and period.start.year == first
    return begun and (period.end is None or last <= period.end.year)


def _from_period(years: Sequence[int], period: Period | None, count: int) -> int:
    if period and period.start and period.start.year in years:
        return min(years.index(period.start.year), len(years) - count)
    return 0
