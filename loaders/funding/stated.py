"""Amounts that sentences state, each with its years: totals, one-off amounts and co-finance are told by their words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.funding.granted import Money, Setting, doubts, grant, sum_finding
from samspil.loaders.funding.money import AmountFound, Unit, find_amounts
from samspil.loaders.funding.years import YEAR, is_for_years, repeated, years_of
from samspil.loaders.records import Evidence, Finding, Grant


def stated(passage: Passage, unit: Unit | None, joiner: Joiner, setting: Setting) -> Money:
    """Return the amounts that sentences name, each with the years next to it."""
    if unit is None and not find_amounts(passage.text):
        unit = setting.usual
    made = [_sentence(sentence, unit, joiner, setting) for sentence in sentences(passage)]
    found = [one for sentence in made for one in sentence]
    totals = [one for one in found if one.kind == "total"]
    parts = [one for one in found if one.kind != "total"]
    found = [one for s in found for one in _spread(s, totals, parts, setting)]
    counted = [one.found for one in found if one.kind != "total"]
    grants = [grant(one.kind, one.found, one.place, one.year, one.printed) for one in found]
    findings = [doubt for one in found for doubt in one.findings(setting)]
    if totals and parts and not any(one.open for one in found):
        findings += sum_finding(counted, totals[-1].found, totals[-1].place, setting)
    return Money(tuple(grants if parts else map(_as_applied, grants)), tuple(findings))


@dataclass(frozen=True, slots=True)
class _Stated:
    """An amount that a sentence states for one year or none; `open` where it is for each of years not told."""

    found: AmountFound
    kind: str
    year: int | None
    place: Evidence
    printed: str
    open: bool = False
    inferred: bool = False

    def findings(self, setting: Setting) -> Iterable[Finding]:
        yield from doubts(self.found, self.year, self.place, setting)
        if self.open:
            message = f"“{self.printed}” is for several years, which or how much of it is not told"
            yield Finding("info", "unreadable_amount", setting.key, message, self.place)
        if self.inferred:
            message = f"“{self.printed}” is taken for each year of the period, as the total says"
            yield Finding("info", "year_inferred", setting.key, message, self.place)


def _sentence(sentence: Passage, unit: Unit | None, joiner: Joiner, setting: Setting) -> list[_Stated]:
    """Return the amounts of a sentence, one for each year, in the order of print."""
    text, words = sentence.text, setting.words
    found = [f for f in find_amounts(text, unit) if not YEAR.fullmatch(f.text)]
    stated: list[_Stated] = []
    for n, one in enumerate(found):
        end = found[n + 1].start if n + 1 < len(found) else len(text)
        again = [place for place in repeated(text[:end], words) if place[0] >= one.end]
        around = found[n - 1].end if n else 0, again[0][0] if again else end
        kind, years = _kind_and_years(one, text, around, setting)
        place = joiner.evidence(sentence, one.start, one.end)
        loose = kind == "applied" and not years and is_for_years(text[one.end : around[1]], words)
        stated += [_Stated(one, kind, y, place, one.text, loose) for y in years or (None,)]
        for start, stop, more in again if kind == "applied" else ():
            stated += [_Stated(one, kind, y, joiner.evidence(sentence, start, stop), text[start:stop]) for y in more]
    return stated


def _spread(one: _Stated, totals: Sequence[_Stated], parts: Sequence[_Stated], setting: Setting) -> list[_Stated]:
    """Return a lone yearly amount for each year of the period, where the printed total is that many times it."""
    period = setting.period
    if not (one.open and totals and len(parts) == 1 and period and period.start and period.end):
        return [one]
    years = range(period.start.year, period.end.year + 1)
    if one.found.amount is None or totals[-1].found.amount != one.found.amount * len(years):
        return [one]
    return [replace(one, year=y, open=False, inferred=True) for y in years]


def _as_applied(grant: Grant) -> Grant:
    """Return a lone total as what is applied for."""
    return Grant("applied", grant.amount, grant.as_printed, grant.evidence, grant.year)


def _kind_and_years(
    found: AmountFound, text: str, around: tuple[int, int], setting: Setting
) -> tuple[str, tuple[int, ...]]:
    """Return what an amount is by the words next to it: of which years, a total, a one-off."""
    lowered = text.casefold()
    before = lowered[max(0, found.start - 25) : found.start]
    after = lowered[found.end : found.end + 40]
    if any(w in before for w in setting.words["total"]) or _totals_before(after, setting.words["total"]):
        return "total", ()
    if any(w in lowered for w in setting.words["cofinancing"]) and not re.search("ansøg|søges", lowered):
        return "cofinancing", ()
    years = years_of(found, text, around, setting.words)
    if not years and any(w in before or w in after for w in setting.words["one_off"]):
        return "one_off", ()
    return "applied", years


def _totals_before(after: str, words: Sequence[str]) -> bool:
    """Whether a word for a total behind an amount ("2 mio. kr. i alt") belongs to it, not to an amount that follows."""
    named = "|".join(map(re.escape, words))
    return re.match(rf"[\s(]*(?:{named})\b(?!\s*:?\s*(?:kr\.?|dkk)?\s*\d)", after) is not None


def cofinanced(passage: Passage, joiner: Joiner, setting: Setting, seen: Iterable[Decimal | None]) -> tuple[Grant, ...]:
    """Return the amounts that others pay, by the sentences that say so; the amount applied for is not among them."""
    known = set(seen)
    grants: list[Grant] = []
    for sentence in sentences(passage):
        lowered = sentence.text.casefold()
        others = any(w in lowered for w in setting.words["cofinancing"])
        if others and not any(w in lowered for w in setting.words["not_cofinancing"]):
            found = [a for a in find_amounts(sentence.text) if a.amount is not None and a.amount not in known]
            grants += [grant("cofinancing", a, joiner.evidence(sentence, a.start, a.end), None) for a in found]
    return tuple(grants)
