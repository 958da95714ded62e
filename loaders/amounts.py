"""The money of a proposal: yearly amounts, one-off amounts, printed totals, co-finance; sums are checked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samspil.loaders.document import Span
from samspil.loaders.fields import Field
from samspil.loaders.money import AmountFound, Unit, check_sum, find_amounts, find_unit, read_cells
from samspil.loaders.passage import Joiner, Passage, sentences, squeezed
from samspil.loaders.records import Evidence, Finding, Grant, Period

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d| ?kr)")
_LONE = 24  # characters of a line that gives a unit and little else
_RANGE_OF_YEARS = re.compile(r"\b(20\d\d)\s*[-–/]\s*(20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Money:
    """What a field tells: grants and findings."""

    grants: tuple[Grant, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What amounts are read against: the initiative's key and period, the document's usual unit, the words."""

    key: str
    period: Period | None
    usual: Unit | None
    words: Mapping[str, Sequence[str]]


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
    label = squeezed(document.text[field.label.start : field.label.end])
    rows = [_Row(document.text[s.start : s.end], s.start) for s in field.lines]
    head = _year_head(rows, setting.words["total"])
    if head is None:
        return _from_words(joiner.join(field.lines), find_unit(label), joiner, setting)
    printed = find_unit(label) or next((u for row in rows if (u := _lone_unit(row.text))), None)
    return _from_rows(rows, head, printed, joiner, setting)


def stated(passage: Passage, joiner: Joiner, setting: Setting) -> Money:
    """Return the amounts that a cell states."""
    return _from_words(passage, setting.usual, joiner, setting)


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
        years = tuple(int(y) for y in _YEAR.findall(text))
        if len(years) >= 2:
            return _Head(years, any(w in text.casefold() for w in totals), last)
    return None


def _is_head_cell(text: str) -> bool:
    """Whether a line holds only years, words for a total and units."""
    rest = re.sub(r"i\s*alt|total|samlet|sum|år|mio|kr|1\.000|t\.?kr", "", _YEAR.sub("", text), flags=re.IGNORECASE)
    return not re.sub(r"[:|.()\s\u00a0-]", "", rest)


def _lone_unit(text: str) -> Unit | None:
    """Return the unit of a line that holds little else but years."""
    rest = _YEAR.sub("", text)
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
    for row in rows:
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
        findings += _word_doubts(found, year, place, setting)
        if found.amount is not None:
            grants.append(_grant("applied", found, place, year))
    if total:
        grants.append(_grant("total", total[0], joiner.located(total[1]), None))
        findings += _sum_finding([c for c, _ in parts], total[0], joiner.located(total[1]), setting)
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


def _outside(period: Period | None, year: int) -> bool:
    if period is None:
        return False
    early = period.start is not None and year < period.start.year
    return early or (period.end is not None and year > period.end.year)


def _sum_finding(parts: Sequence[AmountFound], total: AmountFound, place: Evidence, setting: Setting) -> list[Finding]:
    difference = check_sum(parts, total)
    if difference is None:
        return []
    message = f"the printed total {total.text} differs by {difference:+,.0f} kr. from the sum of its parts"
    return [Finding("warning", "wrong_sum", setting.key, message, place)]


def _grant(kind: str, found: AmountFound, place: Evidence, year: int | None) -> Grant:
    return Grant(kind, found.amount, found.text, place, year)  # type: ignore[arg-type]


def _from_words(passage: Passage, unit: Unit | None, joiner: Joiner, setting: Setting) -> Money:
    """Return the amounts that sentences name, each with the year nearest to it."""
    grants: list[Grant] = []
    findings: list[Finding] = []
    totals: list[tuple[AmountFound, Evidence]] = []
    parts: list[AmountFound] = []
    if unit is None and not find_amounts(passage.text):
        unit = setting.usual
    for sentence in sentences(passage):
        for found in find_amounts(sentence.text, unit):
            if _YEAR.fullmatch(found.text):
                continue
            place = joiner.evidence(sentence, found.start, found.end)
            kind, year = _kind_and_year(found, sentence.text, setting)
            grants.append(_grant(kind, found, place, year))
            findings += _word_doubts(found, year, place, setting)
            totals += [(found, place)] if kind == "total" else []
            parts += [found] if kind != "total" else []
    if totals and parts:
        findings += _sum_finding(parts, *totals[-1], setting)
    return Money(tuple(grants if parts else map(_as_applied, grants)), tuple(findings))


def _as_applied(grant: Grant) -> Grant:
    """Return a lone total as what is applied for."""
    return Grant("applied", grant.amount, grant.as_printed, grant.evidence, grant.year)


def _word_doubts(found: AmountFound, year: int | None, place: Evidence, setting: Setting) -> Iterable[Finding]:
    if found.problem:
        yield Finding("warning", _rule_of(found.problem), setting.key, f"“{found.text}”: {found.problem}", place)
    if year and _outside(setting.period, year):
        yield Finding("warning", "year_outside_period", setting.key, _outside_message(year, setting), place)


def _rule_of(problem: str) -> str:
    return "absurd_amount" if "absurd" in problem or "negative" in problem else "unreadable_amount"


def _outside_message(year: int, setting: Setting) -> str:
    return f"{year} lies outside the period “{setting.period.as_printed if setting.period else ''}”"


def _kind_and_year(found: AmountFound, text: str, setting: Setting) -> tuple[str, int | None]:
    """Return what an amount is by the words next to it: of a year, a total, a one-off."""
    lowered = text.casefold()
    before = lowered[max(0, found.start - 25) : found.start]
    after = lowered[found.end : found.end + 40]
    if any(w in before for w in setting.words["total"]) or _totals_before(after, setting.words["total"]):
        return "total", None
    if any(w in lowered for w in setting.words["cofinancing"]) and not re.search("ansøg|søges", lowered):
        return "cofinancing", None
    year = _nearest_year(text, found)
    if year is None and any(w in before or w in after for w in setting.words["one_off"]):
        return "one_off", None
    return "applied", year


def _totals_before(after: str, words: Sequence[str]) -> bool:
    """Whether a word for a total behind an amount ("2 mio. kr. i alt") belongs to it, not to an amount that follows."""
    named = "|".join(map(re.escape, words))
    return re.match(rf"[\s(]*(?:{named})\b(?!\s*:?\s*(?:kr\.?|dkk)?\s*\d)", after) is not None


def _nearest_year(text: str, found: AmountFound) -> int | None:
    """Return the year of an amount: "2013: 400.000 kr." or "400.000 kr. i 2013"; a span of years is none."""
    spans = [m.span() for m in _RANGE_OF_YEARS.finditer(text)]
    years = [m for m in _YEAR.finditer(text) if not any(a <= m.start() < b for a, b in spans)]
    behind = next(
        (m for m in years if 0 <= m.start() - found.end <= 20 and "," not in text[found.end : m.start()]), None
    )
    ahead = next((m for m in reversed(years) if 0 <= found.start - m.end() <= 8), None)
    year_first = ahead is not None and not re.search(r"\bi\s*$", text[max(0, ahead.start() - 3) : ahead.start()])
    if ahead and (behind is None or (year_first and not re.search(r"\bi\b|\(", text[found.end : behind.start()]))):
        return int(ahead.group())
    return int(behind.group()) if behind else None


def cofinanced(passage: Passage, joiner: Joiner, setting: Setting, seen: Iterable[Decimal | None]) -> tuple[Grant, ...]:
    """Return the amounts that others pay, by the sentences that say so; the amount applied for is not among them."""
    known = set(seen)
    grants: list[Grant] = []
    for sentence in sentences(passage):
        lowered = sentence.text.casefold()
        others = any(w in lowered for w in setting.words["cofinancing"])
        if others and not any(w in lowered for w in setting.words["not_cofinancing"]):
            found = [a for a in find_amounts(sentence.text) if a.amount is not None and a.amount not in known]
            grants += [_grant("cofinancing", a, joiner.evidence(sentence, a.start, a.end), None) for a in found]
    return tuple(grants)
