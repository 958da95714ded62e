"""The years that an amount in a sentence is for: "400.000 kr. i 2012", "200.000 kr. pr. år i 2013-2015"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from samspil.loaders.funding.money import AmountFound

YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d| ?kr)")
_YEAR = r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d| ?kr)"
_UNTIL = r"(?:-|–|/|til(?: og med)?|t\.o\.m\.)"
_LIST = re.compile(rf"{_YEAR}(?:\s*(?:,|&|\bog\b|\bsamt\b|{_UNTIL})\s*(?:i\s+)?{_YEAR})+")
_RANGE = re.compile(rf"({_YEAR})\s*{_UNTIL}\s*({_YEAR})")
_REACH = 45  # characters between an amount and the years it is for
_AFTER, _AHEAD = 20, 8  # the same for a single year behind and before an amount

Words = Mapping[str, Sequence[str]]


def years_of(found: AmountFound, text: str, around: tuple[int, int], words: Words) -> tuple[int, ...]:
    """Return the years of an amount; none where none is told, or where several share it and the shares are not told.

    `around` bounds the part of the sentence between the amounts before and after it.
    """
    before, after = text[around[0] : found.start], text[found.end : around[1]]
    # What stands between two amounts belongs to the first of them.
    ahead, behind = [] if around[0] else list(_LIST.finditer(before)), _LIST.search(after)
    near = behind if behind and behind.start() <= _REACH else next(iter(ahead[-1:]), None)
    if near is None:
        year = _nearest(text, found, around)
        return () if year is None else (year,)
    said = f"{before} {after[: near.end() if near is behind else _REACH]}"
    return tuple(listed(near.group())) if is_yearly(said, words) else ()


def is_yearly(text: str, words: Words) -> bool:
    """Whether words say that an amount is for each of several years."""
    named = "|".join(map(re.escape, words["each"]))
    return re.search(rf"(?<!\w)(?:{named})(?!\w)", text.casefold()) is not None


def is_for_years(text: str, words: Words) -> bool:
    """Whether the words behind an amount say that it is for several years, of each or of all together."""
    return is_yearly(text, words) or _LIST.match(re.sub(r"^\s*(?:i|for|til)\s+", "", text)) is not None


def repeated(text: str, words: Words) -> Iterable[tuple[int, int, tuple[int, ...]]]:
    """Yield (start, end, years) of each place that repeats an amount for further years: "samme beløb i 2011"."""
    named = "|".join(sorted(map(re.escape, words["same"]), key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{named})\s+(?:i|for|til)\s+({_LIST.pattern}|{_YEAR})", text, re.IGNORECASE):
        yield match.start(), match.end(), tuple(listed(match[1]))


def listed(text: str) -> list[int]:
    """Return the years of a list, those between the ends of a range among them."""
    years = [int(year) for year in YEAR.findall(text)]
    for match in _RANGE.finditer(text):
        years += range(int(match[1]) + 1, int(match[2]))
    return sorted(set(years))


def _nearest(text: str, found: AmountFound, around: tuple[int, int]) -> int | None:
    """Return the year of an amount: "2013: 400.000 kr." or "400.000 kr. i 2013"."""
    years = list(YEAR.finditer(text, max(0, around[0] - _AHEAD), around[1]))
    behind = next(
        (m for m in years if 0 <= m.start() - found.end <= _AFTER and "," not in text[found.end : m.start()]), None
    )
    ahead = next((m for m in reversed(years) if 0 <= found.start - m.end() <= _AHEAD), None)
    year_first = ahead is not None and not re.search(r"\bi\s*$", text[max(0, ahead.start() - 3) : ahead.start()])
    if ahead and (behind is None or (year_first and not re.search(r"\bi\b|\(", text[found.end : behind.start()]))):
        return int(ahead.group())
    return int(behind.group()) if behind else None
