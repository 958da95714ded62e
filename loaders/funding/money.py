"""Danish amounts of money as printed: "1,68 mio. kr.", "kr. 250.000,-", "½ mio. kr.", "450 t. kr.", a row of a table.

Amounts are kroner, as Decimal. What is read against the letter of the print (a letter O for zero, a decimal point) is
read and says so in `problem`; what cannot be read has no amount. Offsets are those of the string given.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from samspil.loaders.dates import folded

Unit = Literal["kr", "thousand", "million", "billion"]
_FACTORS: dict[Unit, int] = {"kr": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}


@dataclass(frozen=True, slots=True)
class AmountFound:
    """An amount in kroner, None if unreadable or a dash; of a range the lower end, with the upper one in `high`.

    `decimals` counts the printed ones; `unit_assumed` says that the unit is the caller's and not printed at the number.
    """

    text: str
    start: int
    end: int
    amount: Decimal | None
    unit: Unit
    decimals: int = 0
    problem: str | None = None
    unit_assumed: bool = False
    approximate: bool = False
    high: Decimal | None = None


class _Number(NamedTuple):
    """A printed number as read: `value` is None if its separators make no sense."""

    value: Decimal | None
    decimals: int = 0
    problems: tuple[str, ...] = ()


class _Cell(NamedTuple):
    """Where a number or a dash stands in a row, and the unit printed behind it."""

    start: int
    number_end: int
    end: int
    unit: Unit | None


# Every quantifier is bounded and no number starts inside another, so that time is linear in the text.
_KR = r"(?:kr(?:oner)?|dkk)(?![^\W_])\.?"
_PEOPLE = r"(?!\s{0,3}(?:borgere|patienter|danskere|mennesker|personer|indbyggere|besøg|kontakter|eur|dollar|usd))"
_SCALES: dict[Unit, str] = {
    "billion": rf"(?:mia|mrd|milliard(?:er)?)(?![^\W_])\.?+(?:\s{{0,3}}{_KR}|{_PEOPLE})",
    "million": rf"(?:mio|mill|million(?:er)?)(?![^\W_])\.?+(?:\s{{0,3}}{_KR}|{_PEOPLE})",
    "thousand": rf"(?:t\.?|tusinde?)\s{{0,3}}{_KR}",
}
_UNIT = rf"(?:{'|'.join(_SCALES.values())}|{_KR})"
_HEADER_THOUSAND = rf"1[. ]?000 ?{_KR}"
_START = r"(?<![\w§])(?<![0-9][.,/])"
_GROUPED = r"[0-9]{1,3}(?: [0-9]{3}){1,4}(?:,[0-9]{1,4})?(?![0-9]|[.,][0-9])"
_FRACTION = r"(?:[0-9]{1,3} ?)?[½¼¾]|(?:[0-9]{1,3} )?[13]/[24](?![0-9/])"
_PLAIN = r"(?=o{0,9}[.,]?o{0,9}[0-9])[0-9o]{1,18}(?:[.,][0-9o]{1,18}){0,6}(?![0-9])"
_STRAY = r"[0-9o]{1,3},[0-9o] [0-9](?![\w.,]|[.,\s][0-9])"
_NUMBER = rf"{_START}(?:{_GROUPED}|{_FRACTION}|{_STRAY}|{_PLAIN})"
_AMOUNT = re.compile(
    rf"(?:(?<![^\W_])(?P<before>{_UNIT}|\(?(?:i )?{_HEADER_THOUSAND}\)?:?) {{0,3}})?(?P<between>mellem\s)?"
    rf"(?:(?P<low>{_NUMBER})(?:\s?-\s?|\s(?:til|(?(between)og|eller))\s))?"
    rf"(?P<minus>(?<![\w.,)])-|minus )?(?P<number>{_NUMBER})"
    rf"(?:(?P<after>\s{{0,6}}{_UNIT}|,-{{1,2}}(?:\s{{0,3}}{_KR})?)|(?![^\W_])(?!\s?%))"
)
_CELL = re.compile(
    rf"(?P<number>(?:(?<!\S)-)?{_START}(?:{_FRACTION}|{_PLAIN}))(?:\s{{0,3}}(?P<unit>{_UNIT})|(?![^\W_]))|(?<!\S)--?(?!\S)"
)
_FIND_UNIT = re.compile(
    "|".join(rf"(?<![^\W_])(?P<{unit}>{scale})" for unit, scale in _SCALES.items())
    + rf"|(?:^\s{{0,12}}|\(|\bi (?:hele )?|\bhele )(?P<header>{_HEADER_THOUSAND})|(?<![^\W_])(?P<kr>{_KR})"
)
_IN_THOUSANDS = re.compile(r"(?:\(|\bi (?:hele )?|\bhele )$")
_YEAR = re.compile(r"199[0-9]|20[0-6][0-9]")
_APPROXIMATE = re.compile(
    r"(?<!\w)(?:ca\.?|cirka|circa|knap|godt|omkring|omtrent|næsten|op til|maks\.?|max\.?|højst|mindst|over|under|~)"
    r"\s{0,3}$"
)
_DANISH = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:,([0-9]+))?")
_POINT = re.compile(r"(?:[0-9]+\.([0-9]{1,2})|0\.([0-9]+))")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}|(?:,[0-9]{3})+\.([0-9]{1,2}))")
_MIXED = re.compile(r"(?:([0-9]+) ?)?(½|¼|¾|[13]/[24])")
_QUARTERS = {"½": 2, "¼": 1, "¾": 3, "1/2": 2, "1/4": 1, "3/4": 3, "3/2": 6}
_ABSURD = Decimal(10**11)


def find_unit(text: str) -> Unit | None:
    """Return the unit that a heading gives: "Mio. kr.", "(1.000 kr.)", "i hele kr."."""
    match = _FIND_UNIT.search(folded(text))
    return _named(match.lastgroup) if match else None


def _named(name: str | None) -> Unit:
    return next((unit for unit in _SCALES if unit == name), "thousand" if name == "header" else "kr")


def find_amounts(text: str, unit: Unit | None = None) -> list[AmountFound]:
    """Return the amounts of a text in their order; with a heading's `unit`, bare numbers are amounts in it."""
    plain = folded(text)
    found = (_amount(text, plain, match, unit) for match in _AMOUNT.finditer(plain))
    return [amount for amount in found if amount]


def _amount(text: str, plain: str, match: re.Match[str], given: Unit | None) -> AmountFound | None:
    printed = _printed_unit(match)
    unit = printed or given
    if not unit or _is_heading(plain, match, printed):
        return None
    number = _read(match["number"], minus=match["minus"] is not None)
    amount = _found(text, match.start(), match.end(), number, unit, printed is None)
    amount = replace(
        amount, approximate=_APPROXIMATE.search(plain, max(0, match.start() - 12), match.start()) is not None
    )
    return _ranged(text, match, amount) if match["low"] else amount


def _printed_unit(match: re.Match[str]) -> Unit | None:
    units = [find_unit(part) or "kr" for part in (match["before"], match["after"]) if part]
    return max(units, key=_FACTORS.__getitem__, default=None)


def _is_heading(plain: str, match: re.Match[str], printed: Unit | None) -> bool:
    """Whether a unit alone is printed, "(1.000 kr.)", or a unit before a column's year, "mio. kr. 2012"."""
    if match["before"] and not match["after"]:
        return printed != "kr" and _YEAR.fullmatch(match["number"]) is not None
    thousand = match["number"] in ("1.000", "1000", "1 000") and printed == "kr" and not match["before"]
    return thousand and _IN_THOUSANDS.search(plain, max(0, match.start() - 8), match.start()) is not None


def _ranged(text: str, match: re.Match[str], last: AmountFound) -> AmountFound:
    """Return a range, or the one amount where the other number counts something else.

    That is the first one in "kr. 450 til 3 kommuner", where no unit follows, and the last one in "2012 - 4,5 mio. kr.".
    """
    first = _found(text, match.start(), match.end("low"), _read(match["low"]), last.unit, last.unit_assumed)
    first = replace(first, approximate=last.approximate)
    rises = first.amount is not None and last.amount is not None and first.amount < last.amount
    worded = match["between"] is None and text[match.end("low") : match.start("number")].strip().isalpha()
    if not match["after"] and (worded or not rises):
        return first
    if not rises:
        return replace(last, text=text[match.start("number") : last.end], start=match.start("number"))
    problem = "; ".join(p for p in ("range", first.problem, last.problem) if p)
    decimals = min(first.decimals, last.decimals)
    return replace(last, amount=first.amount, high=last.amount, decimals=decimals, problem=problem)


def _found(text: str, start: int, end: int, number: _Number, unit: Unit, assumed: bool) -> AmountFound:
    amount = None if number.value is None else number.value * _FACTORS[unit]
    problems = [*number.problems]
    if amount is not None and abs(amount) > _ABSURD:
        problems.append("absurdly large")
    if unit == "kr" and number.decimals == 3:
        problems.append("three decimals in kroner")
    return AmountFound(text[start:end], start, end, amount, unit, number.decimals, "; ".join(problems) or None, assumed)


def _read(printed: str, minus: bool = False) -> _Number:
    """Return a number as printed, in folded text, with what had to be read into it."""
    problems = ["letter O read as zero"] if "o" in printed else []
    digits = printed.replace("o", "0")
    if re.fullmatch(r"[0-9]+,[0-9] [0-9]", digits):
        digits = digits.replace(" ", "")
        problems.append("space inside number")
    value, decimals, problem = _value(digits)
    problems += [problem] if problem else []
    problems += ["negative"] if minus else []
    return _Number(-value if minus and value is not None else value, decimals, tuple(problems))


def _value(digits: str) -> tuple[Decimal | None, int, str | None]:
    if match := _MIXED.fullmatch(digits):
        quarters = _QUARTERS[match[2]]
        return int(match[1] or 0) + Decimal(quarters) / 4, 2 if quarters % 2 else 1, None
    if match := _DANISH.fullmatch(digits):
        return Decimal(re.sub("[. ]", "", digits).replace(",", ".")), len(match[1] or ""), None
    if match := _POINT.fullmatch(digits):
        return Decimal(digits), len(match[1] or match[2]), "decimal point read as comma"
    if match := _ENGLISH.fullmatch(digits):
        return Decimal(digits.replace(",", "")), len(match[1] or ""), "English separators"
    return None, 0, "unreadable number"


_THIN = "\u2009\u202f"
_BLANK = _THIN + " \u00a0"
_HEAD_AND_DIGIT = re.compile(r"[0-9o]{1,3},[0-9o] [0-9]")
_HEAD_AND_GROUP = re.compile(r"-?[0-9]{1,3}(?: [0-9]{3}){1,4}(?:,[0-9]+)?")


def read_cells(text: str, unit: Unit, columns: int | None = None) -> list[AmountFound]:
    """Return the numbers of a flattened table row, and its dashes, which have no amount.

    A blank may stand inside a number ("0,2 5", "1 250"). A thin space always does; another one does where the row as
    printed does not add up to its last number and else would, or has more numbers than `columns`, or is spaced wider.
    """
    plain = folded(text)
    cells = [_cell(match) for match in _CELL.finditer(plain)]
    cells = _joined(text, plain, cells, _THIN)
    loose = [_amount_of(text, plain, cell, unit) for cell in cells]
    tight_cells = _joined(text, plain, cells, _BLANK)
    tight = [_amount_of(text, plain, cell, unit) for cell in tight_cells]
    if len(loose) == len(tight) or _adds_up(loose):
        return loose
    overfull = columns is not None and len(loose) > columns and len(tight) > 1
    return tight if _adds_up(tight) or overfull or _widely_spaced(tight_cells) else loose


def _cell(match: re.Match[str]) -> _Cell:
    end = match.end("number") if match["number"] else match.start()
    return _Cell(match.start(), end, match.end(), find_unit(match["unit"]) if match["unit"] else None)


def _joined(text: str, plain: str, cells: list[_Cell], blanks: str) -> list[_Cell]:
    """Join neighbours that one of `blanks` parts and that together look like one number."""
    out: list[_Cell] = []
    for cell in cells:
        joins = bool(out) and _is_one_number(text, plain, out[-1], cell, blanks)
        out.append(cell._replace(start=out.pop().start) if joins else cell)
    return out


def _is_one_number(text: str, plain: str, left: _Cell, right: _Cell, blanks: str) -> bool:
    if left.end != left.number_end or right.start != left.end + 1 or text[left.end] not in blanks:
        return False
    if right.number_end - left.start > 24:
        return False
    whole = plain[left.start : right.number_end]
    return bool(_HEAD_AND_DIGIT.fullmatch(whole) or _HEAD_AND_GROUP.fullmatch(whole))


def _amount_of(text: str, plain: str, cell: _Cell, given: Unit) -> AmountFound:
    unit = cell.unit or given
    printed = plain[cell.start : cell.number_end]
    number = _read(printed.removeprefix("-"), minus=printed.startswith("-")) if printed else _Number(None)
    return _found(text, cell.start, cell.end, number, unit, cell.unit is None)


def _adds_up(row: list[AmountFound]) -> bool:
    values = [found for found in row if found.amount is not None]
    return len(values) > 2 and check_sum(values[:-1], values[-1]) is None


def _widely_spaced(cells: list[_Cell]) -> bool:
    return len(cells) > 1 and all(b.start - a.end > 1 for a, b in pairwise(cells))


def check_sum(parts: Sequence[AmountFound], total: AmountFound) -> Decimal | None:
    """Return total minus sum, if that is more than rounding at the total's last printed decimal explains.

    None if it adds up, and if it cannot be known: no parts, a range, an unreadable number. Dashes count for nothing.
    """
    unknown = any(p.high is not None or (p.amount is None and p.problem) for p in (*parts, total))
    values = [part.amount for part in parts if part.amount is not None]
    if unknown or total.amount is None or not values:
        return None
    difference = total.amount - sum(values)
    rounding = Decimal(_FACTORS[total.unit]).scaleb(-total.decimals) / 2
    return difference if abs(difference) > rounding else None
