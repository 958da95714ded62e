"""Danish dates and periods as printed: "1.oktober 2012 - 30. september 2013", "3. kvartal 2013", "d. 1/10-12" etc.

An imprecise expression stands for the first and last day it can mean. Conventions: two-digit years 00-69 are 2000s, the
others 1900s; primo, medio and ultimo are the thirds of a year (4 months each) or a month (days 1-10, 11-20, 21-);
spring is March to May, and so on; a start printed without year takes the latest year that puts it before its end.
Impossible dates are reported as such and never repaired. Offsets are those of the string given.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from samspil.ontology.numerals import COUNTS, MONTHS, ORDINALS

Precision = Literal["day", "week", "month", "quarter", "half", "year", "approximate"]


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date expression: first and last day it can mean, or what is impossible about it (then both are None)."""

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    precision: Precision
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class PeriodFound:
    """A period; `open_end` if no end is printed, `computed` if the end follows from a printed duration."""

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    problems: tuple[str, ...] = ()
    open_end: bool = False
    computed: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """A match before it is read: the name of its form and the numbers in it, in printed order."""

    start: int
    end: int
    form: str
    numbers: tuple[int, ...]


_Reading = tuple[date | None, date | None, Precision, str | None]
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")


def folded(text: str) -> str:
    """Return the text in lower case, with plain spaces (but line feeds kept) and hyphens, character for character."""
    spaced = (" " if c.isspace() and c != "\n" else "-" if c in _DASHES else c for c in text)
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in spaced)


_MONTH_NUMBERS = {month[:k]: n for month, n in MONTHS.items() for k in (3, len(month))} | {"sept": 9}
_THIRDS = {"primo": 1, "starten af": 1, "medio": 2, "midten af": 2, "ultimo": 3, "slutningen af": 3}
_SEASONS = {"forår": 3, "foråret": 3, "sommer": 6, "sommeren": 6, "efterår": 9, "efteråret": 9}
_WORDS = _MONTH_NUMBERS | ORDINALS | _THIRDS | _SEASONS | COUNTS


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# Every quantifier is bounded, so that time is linear in the text; 12 white spaces span a blank line between two lines.
_S = r"\s{0,12}"
_AF = rf"{_S}(?:(?:i|af)\s{{1,12}})?"
_D = r"([0-9]{1,2})"
_Y = r"((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
_M = rf"({_any(_MONTH_NUMBERS)})(?![^\W\d_])\.?(?:\s{{1,12}}måned)?"
_NUMBER = r"(?<![\w§])(?<![0-9][.,/])"
_WORD = r"(?<!\w)"
_END = r"(?![0-9]|[./,-][0-9])"
_SHORT = rf"{_NUMBER}(?!(?<![^\n])[0-9.]{{5,8}}\s{{1,3}}(?!til|og)[^\W\d_])"
_NTH = rf"(?:{_NUMBER}([0-9])\.|{_WORD}({_any(ORDINALS)})){_S}"
_THIRD = rf"{_WORD}({_any(_THIRDS)}){_S}"
_LONE_YEAR = r"(?:199[0-9]|20[0-6][0-9])"
_COUNTED = (
    r"(?:kr|kroner|mio|mill|mia|dkk|t\. ?kr|tkr|pct|procent|%|stk|timer|km|m2|borgere|patienter|personer|børn|unge"
    r"|ældre|ansatte|medarbejdere|besøg|forløb|henvendelser|kontakter|indlæggelser|udskrivninger|frederiksberg|københavn)"
)
_FORMS = {
    "iso": rf"{_NUMBER}((?:19|20)[0-9]{{2}})-([0-9]{{2}})-([0-9]{{2}})(?!\w)",
    "day": rf"{_NUMBER}{_D}\.?{_S}{_M},?{_S}{_Y}"
    rf"|{_NUMBER}{_D}(?:/{_D}(?:{_S}[-/]{_S}|\s{{1,12}})|\.\s?{_D}[.-]\s?|-{_D}-){_Y}(?!\w)",
    "short": rf"{_SHORT}(?:{_D}/{_D}[-/]|{_D}\.{_D}\.|([0-9]{{2}})-([0-9]{{2}})-)([0-9]{{2}}){_END}(?!\w|\.?{_S}{_M})",
    "week": rf"{_WORD}uge\s{{1,12}}([0-9]{{1,2}})(?:{_S}[,/])?{_AF}{_Y}",
    "quarter": rf"(?:{_NTH}kvartal|{_WORD}q([0-9])){_AF}{_Y}",
    "half": rf"{_NTH}halvår{_AF}{_Y}",
    "month_third": rf"{_THIRD}{_M}{_S}{_Y}",
    "third": rf"{_THIRD}{_Y}",
    "month_end": rf"{_WORD}udgangen{_AF}{_M}{_S}{_Y}",
    "year_end": rf"{_WORD}udgangen{_AF}{_Y}",
    "season": rf"{_WORD}({_any(_SEASONS)}){_AF}{_Y}",
    "months": rf"{_WORD}{_M}(?:{_S}[-/]{_S}|\s{{1,12}}(?:til|og)\s{{1,12}}){_M}{_S}{_Y}",
    "month": rf"{_WORD}{_M},?{_S}{_Y}|{_NUMBER}{_D}/{_Y}(?![\w/-])",
    "years": rf"{_NUMBER}(?<!-)({_LONE_YEAR})[-/]([0-9]{{2}}){_END}(?![\w%])",
    "year": rf"(?:(?<![\w/§%=&#@+])(?<![0-9][.,])(?<![^\W_]-)|(?<={_LONE_YEAR}[-/]))({_LONE_YEAR})"
    rf"(?![\w%])(?![.,:][0-9])(?![/-](?!{_LONE_YEAR}(?!\w))\w)(?!{_S}{_COUNTED}(?![^\W_]))",
    "yearless": rf"{_NUMBER}{_D}\.{_S}{_M}",
    "yearless_numeric": rf"{_NUMBER}{_D}/{_D}(?![\w/])",
}
_DATE = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()))
_BARE = frozenset({"short", "month", "years", "year"})
_NOT_BEFORE = re.compile(
    r"(?:§|\b(?:nr|nummer|tlf|telefon|afsnit|kapitel|kap|punkt|pkt|stk|side|tabel|figur|bilag|version|kl|dkk|postnr"
    r"|(?<![0-9.])(?<![0-9.] )(?<!mio)(?<!mio )kr))\.?:? {0,3}$"
)
_RANGE = re.compile(r"\s{0,12}(?:-|til|til og med|t\.o\.m\.|og)\s{0,12}(?:den\s|d\.)?\s{0,3}")


def _months(first: int, last: int, year: int, precision: Precision = "month") -> _Reading:
    return date(year - (first > last), first, 1), date(year, last, monthrange(year, last)[1]), precision, None


def _nth(n: int, months: int, precision: Precision, year: int) -> _Reading:
    if not 1 <= n <= 12 // months:
        return None, None, precision, f"there is no {precision} {n} in a year"
    return _months(months * (n - 1) + 1, months * n, year, precision)


def _day(day: int, month: int, year: int) -> _Reading:
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    if not 1 <= month <= 12:
        return None, None, "day", f"there is no month {month}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return None, None, "day", f"there is no day {day} in {year}-{month:02}"
    return date(year, month, day), date(year, month, day), "day", None


def _week(week: int, year: int) -> _Reading:
    try:
        first = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None, None, "week", f"{year} has no week {week}"
    return first, first + timedelta(days=6), "week", None


def _month_third(third: int, month: int, year: int) -> _Reading:
    last = 10 * third if third < 3 else monthrange(year, month)[1]
    return date(year, month, 10 * third - 9), date(year, month, last), "approximate", None


_READERS: dict[str, Callable[..., _Reading]] = {
    "iso": lambda year, month, day: _day(day, month, year),
    "day": _day,
    "short": _day,
    "week": _week,
    "quarter": lambda n, year: _nth(n, 3, "quarter", year),
    "half": lambda n, year: _nth(n, 6, "half", year),
    "month_third": _month_third,
    "third": lambda third, year: _nth(third, 4, "approximate", year),
    "month_end": lambda month, year: _day(monthrange(year, month)[1], month, year),
    "year_end": lambda year: _day(31, 12, year),
    "season": lambda month, year: _months(month, month + 2, year, "approximate"),
    "months": _months,
    "month": lambda month, year: _nth(month, 1, "month", year),
    "years": lambda year, last: (date(year, 1, 1), date(year - year % 100 + last, 12, 31), "year", None),
    "year": lambda year: _months(1, 12, year, "year"),
    "yearless": lambda day, month: (None, None, "day", f"there is no day {day} in month {month}"),
}


def find_dates(text: str) -> list[DateFound]:
    """Return the date expressions of a text in their order; numbers that are no dates are left out."""
    plain = folded(text)
    hits = (hit for hit in _with_years(plain, list(_hits(plain))) if not _has_no_year(hit))
    return [DateFound(text[h.start : h.end], h.start, h.end, *_READERS[h.form](*h.numbers)) for h in hits]


def _hits(plain: str) -> Iterator[_Hit]:
    for match in _DATE.finditer(plain):
        form = match.lastgroup or ""
        inner = match.groups()[match.re.groupindex[form] :]
        hit = _Hit(*match.span(), form, tuple(_value(part) for part in inner if part))
        if not _is_number_only(plain, hit):
            yield hit


def _value(part: str) -> int:
    return int(part) if part.isdigit() else _WORDS[part]


def _is_number_only(plain: str, hit: _Hit) -> bool:
    """Whether something looks like a date but is a section, a phone number, a count or a case number."""
    if hit.form == "short" and not (1 <= hit.numbers[0] <= 31 and 1 <= hit.numbers[1] <= 12):
        return True
    if hit.form == "years" and hit.numbers[1] <= hit.numbers[0] % 100:
        return True
    return hit.form in _BARE and _NOT_BEFORE.search(plain, max(0, hit.start - 12), hit.start) is not None


def _with_years(plain: str, hits: list[_Hit]) -> list[_Hit]:
    """Complete "1. januar" in "1. januar - 31. december 2013"."""
    for i in range(len(hits) - 2, -1, -1):
        hit, after = hits[i], hits[i + 1]
        if hit.form.startswith("yearless") and after.form == "day" and _RANGE.fullmatch(plain, hit.end, after.start):
            day, month, year = after.numbers
            earlier = (hit.numbers[1], hit.numbers[0]) > (month, day)
            hits[i] = replace(hit, form="day", numbers=(*hit.numbers, year - earlier))
    return hits


def _has_no_year(hit: _Hit) -> bool:
    """Whether nothing can be said of a date without year; "30. februar" is impossible in every year."""
    if hit.form != "yearless":
        return hit.form == "yearless_numeric"
    return 1 <= hit.numbers[0] <= monthrange(2000, hit.numbers[1])[1] or hit.numbers[0] > 39


_JOIN = re.compile(
    r"\s{0,12}(?:(?:-|/|,|&|og med|og|til|frem|indtil|t\.o\.m\.?|med|den|d\."
    r"|(?:af|projekt)?slut[a-z]{0,9}|ende[a-z]{0,3})[\s:]{0,12}){1,6}"
)
_LEAD = re.compile(
    r"(?<!\w)(?:(?P<until>(?:frem )?(?:ind)?til(?: og med)?|senest|inden|(?:af|projekt)?slut[a-z]{0,9}|ophør[a-z]{0,3})"
    r"|(?P<since>fra(?: og med)?|(?:op|projekt)?start[a-z]{0,9}|(?:på)?begynde[a-z]{0,2}|pr\.)|i|mellem)"
    r"(?: den| d\.)?[\s:]{0,3}$"
)
_ONWARD = re.compile(r"\s{0,3}(?:og frem|og derefter|ff\.|-\s{0,3}(?:$|[.,;)]))")
_OPEN = re.compile(r"(?<!\w)(?:løbende|permanent|varigt?|tidsubegrænset|vedvarende|indtil videre)(?!\w)")
_DURATION = re.compile(
    rf"(?<![\w,.-])(?<!over )(?<!under )([0-9]{{1,2}}|{_any(COUNTS)})[\s-]{{0,3}}"
    r"(?:(år(?:igt?)?(?!\w)|årige (?=projekt|periode|forsøg|indsats|bevilling|aftale))|(?:måned(?:ers?)?|mdr)(?!\w))"
)


def find_period(text: str) -> PeriodFound | None:
    """Return the first period of a text, or None; a lone date is the period itself, its start or its end."""
    plain, dates = folded(text), find_dates(text)
    if not dates:
        match = _OPEN.search(plain)
        return PeriodFound(text[slice(*match.span())], *match.span(), None, None, open_end=True) if match else None
    chain = _chain(plain, dates)
    lead = _LEAD.search(plain, max(0, chain[0].start - 30), chain[0].start)
    found = _between(chain[0], chain[-1]) if len(chain) > 1 else _around(plain, chain[0], lead)
    start = min(lead.start() if lead else found.start, found.start)
    return replace(found, text=text[start : found.end], start=start)


def _chain(plain: str, dates: list[DateFound]) -> list[DateFound]:
    """Return the first dates that words such as "til" and "og" join, or the first date alone."""
    chain = dates[:1]
    for found in dates[1:]:
        joined = _JOIN.fullmatch(plain, chain[-1].end, found.start)
        if not joined and len(chain) > 1:
            break
        if not joined:
            chain.clear()
        chain.append(found)
    return chain if len(chain) > 1 else dates[:1]


def _between(start: DateFound, end: DateFound) -> PeriodFound:
    problems = [found.problem for found in (start, end) if found.problem]
    if start.first and end.last and end.last < start.first:
        problems.append("ends before it starts")
    return PeriodFound("", start.start, end.end, start.first, end.last, tuple(problems))


def _around(plain: str, found: DateFound, lead: re.Match[str] | None) -> PeriodFound:
    near = max(0, found.start - 40), found.end + 40
    problems = (found.problem,) if found.problem else ()
    period = PeriodFound("", found.start, found.end, found.first, found.last, problems)
    duration = _DURATION.search(plain, *near)
    if lead and lead["until"]:
        return replace(period, first=None)
    if duration:
        return _lasting(period, duration)
    if (lead and lead["since"]) or _ONWARD.match(plain, found.end) or _OPEN.search(plain, *near):
        return replace(period, last=None, open_end=True)
    if found.first and found.first == found.last:
        return replace(period, last=None, open_end=True, problems=("only one date is printed",))
    return period


def _lasting(period: PeriodFound, duration: re.Match[str]) -> PeriodFound:
    months = _value(duration[1]) * (12 if duration[2] else 1)
    last = _months_later(period.first, months) - timedelta(days=1) if period.first else None
    start, end = min(period.start, duration.start()), max(period.end, duration.end())
    return replace(period, start=start, end=end, last=last, computed=last is not None)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
