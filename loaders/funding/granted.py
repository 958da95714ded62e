"""Grants and what is doubtful about them, however an amount is printed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samspil.loaders.files.document import Span
from samspil.loaders.funding.money import AmountFound, Unit, check_sum
from samspil.loaders.records import Evidence, Finding, Grant, Period


@dataclass(frozen=True, slots=True)
class Money:
    """What a field tells: grants and findings, and the range of the table that they stand in."""

    grants: tuple[Grant, ...] = ()
    findings: tuple[Finding, ...] = ()
    table: Span | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What amounts are read against: the initiative's key and period, the document's usual unit, the words."""

    key: str
    period: Period | None
    usual: Unit | None
    words: Mapping[str, Sequence[str]]


def grant(kind: str, found: AmountFound, place: Evidence, year: int | None, printed: str | None = None) -> Grant:
    """Return the grant of an amount; `printed` are its words where they are others than the number's."""
    return Grant(kind, found.amount, printed or found.text, place, year)  # type: ignore[arg-type]


def sum_finding(parts: Sequence[AmountFound], total: AmountFound, place: Evidence, setting: Setting) -> list[Finding]:
    """Return a finding where a printed total is not the sum of its parts."""
    difference = check_sum(parts, total)
    if difference is None:
        return []
    message = f"the printed total {total.text} differs by {difference:+,.0f} kr. from the sum of its parts"
    return [Finding("warning", "wrong_sum", setting.key, message, place)]


def doubts(found: AmountFound, year: int | None, place: Evidence, setting: Setting) -> Iterable[Finding]:
    """Yield what is doubtful about an amount: how it is printed, and a year outside the period."""
    if found.problem:
        yield Finding("warning", _rule_of(found.problem), setting.key, f"“{found.text}”: {found.problem}", place)
    if year and _outside(setting.period, year):
        yield Finding("warning", "year_outside_period", setting.key, _outside_message(year, setting), place)


def _rule_of(problem: str) -> str:
    return "absurd_amount" if "absurd" in problem or "negative" in problem else "unreadable_amount"


def _outside_message(year: int, setting: Setting) -> str:
    return f"{year} lies outside the period “{setting.period.as_printed if setting.period else ''}”"


def _outside(period: Period | None, year: int) -> bool:
    if period is None:
        return False
    early = period.start is not None and year < period.start.year
    return early or (period.end is not None and year > period.end.year)
