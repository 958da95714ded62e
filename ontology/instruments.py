"""The register of instruments: laws, agreements, plans, systems known beforehand; generations of health agreements."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from samspil.ontology.numerals import ORDINALS

KINDS = frozenset({"agreement", "programme", "strategy", "law", "plan", "pool", "database", "it_system"})
_ORDINAL = re.compile(
    rf"\b({'|'.join(ORDINALS)}|[1-5]\.)\s+(?:generation|sundheds(?:samarbejds)?aftale)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument: with `series`, one of many of its name; with `annual`, that of one year; `start` is its year.

    With `basis` it is what health agreements are made under. With `event` its name also tells a time, as a reform does.
    """

    key: str
    name: str
    kind: str
    source: str
    verified: bool
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    series: bool = False
    annual: bool = False
    basis: bool = False
    event: bool = False
    start: str | None = None
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name in full, the official one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation of the health agreements, with the years that it is named after."""

    n: int
    start: int
    end: int
    source: str
    verified: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Instruments:
    """The register: its instruments by key, and the generations in order."""

    by_key: Mapping[str, Instrument]
    generations: tuple[Generation, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text names an instrument of the register: its range without a genitive's s."""

    start: int
    end: int
    instrument: Instrument


@cache
def instruments() -> Instruments:
    """Return the register that comes with the package."""
    return parse((files("samspil.ontology") / "instruments.toml").read_text("utf-8"))


def parse(text: str) -> Instruments:
    """Return the register that a TOML text makes up; a mistake is a ValueError that names the key."""
    tables = tomllib.loads(text)
    found = [Instrument(**_values(row, Instrument)) for row in tables.pop("instrument", [])]
    generations = tuple(Generation(**_values(row, Generation)) for row in tables.pop("generation", []))
    rows: tuple[Instrument | Generation, ...] = (*found, *generations)
    for row in rows:
        _check(row)
    if tables or len({i.key for i in found}) < len(found):
        raise ValueError(f"instruments: unknown tables {sorted(tables)}, or a key that is used twice")
    return Instruments(MappingProxyType({i.key: i for i in found}), generations)


def _values(row: Mapping[str, Any], wanted: type[Instrument | Generation]) -> dict[str, Any]:
    """Return the values of a row by field; a list is a tuple, and a field that the record lacks is a mistake."""
    unknown = row.keys() - {f.name for f in fields(wanted)}
    missing = {f.name for f in fields(wanted) if f.default is MISSING} - row.keys()
    if unknown or missing:
        label, names = row.get("key", row.get("n")), ", ".join(sorted(unknown | missing))
        raise ValueError(f"instruments: {label}: unknown or missing field {names}")
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}


def _check(row: Instrument | Generation) -> None:
    label = row.key if isinstance(row, Instrument) else str(row.n)
    if isinstance(row, Instrument) and row.kind not in KINDS:
        raise ValueError(f"instruments: {label}: unknown kind {row.kind!r}")
    if not row.verified and row.note is None:
        raise ValueError(f"instruments: {label}: a note must say what is not verified")


def series(name: str, start: str | None = None, end: str | None = None) -> int | None:
    """Return the generation, 1 to 5, of a health agreement, from its years or from words ("tredje generation").

    Years that are not given are looked for in the name. Of two generations the one that shares more years is meant.
    """
    told = _ORDINAL.search(name)
    if told:
        word = told[1].casefold()
        return ORDINALS.get(word) or int(word[0])
    if "aftale" not in name.casefold():
        return None
    first, last = _years(name, start, end)
    shared = {g.n: min(last, g.end) - max(first, g.start) + 1 for g in instruments().generations} if first else {}
    best = max(shared, key=lambda n: (shared[n], n), default=0)
    return best if best and shared[best] > 0 else None


def _years(name: str, start: str | None, end: str | None) -> tuple[int, int]:
    printed = [int(y) for y in _YEAR.findall(name)] or [0]
    first = int(start[:4]) if start else printed[0]
    return first, int(end[:4]) if end else max(first, printed[-1])


def find(text: str) -> Iterator[Place]:
    """Yield the places where a text names an instrument; series are left out, as a year or an owner makes each of them.

    Hyphens and spaces may differ. The name of a programme or a system in small letters is a phrase like any other.
    """
    for match in _pattern().finditer(text):
        printed = match["name"] or match["short"]
        instrument = _by_name()[_squeezed(printed)]
        if not (printed.islower() and instrument.kind in ("it_system", "programme") and "." not in printed):
            yield Place(match.start(), match.end("name" if match["name"] else "short"), instrument)


@cache
def in_series(head: str) -> Instrument | None:
    """Return the series that a noun names ("praksisplan"), whatever its case."""
    listed = (i for i in instruments().by_key.values() if i.series)
    return next((i for i in listed if head.casefold() in (n.casefold() for n in i.names)), None)


@cache
def _pattern() -> re.Pattern[str]:
    listed = [i for i in instruments().by_key.values() if not i.series]
    names = sorted((n for i in listed for n in i.names), key=len, reverse=True)
    spaced = "|".join(re.sub(r"\\[- ]", r"[-\\s]?", re.escape(n)) for n in names)
    brief = "|".join(re.escape(a) for i in listed for a in i.abbreviations)
    return re.compile(rf"(?<![\w-])(?:(?P<name>(?i:{spaced}))|(?P<short>{brief}))s?(?=\d?(?![\w-]))")


@cache
def _by_name() -> Mapping[str, Instrument]:
    listed = [i for i in instruments().by_key.values() if not i.series]
    return {_squeezed(n): i for i in listed for n in (*i.abbreviations, *i.names)}


def _squeezed(name: str) -> str:
    return re.sub(r"[-\s]", "", name.casefold())
