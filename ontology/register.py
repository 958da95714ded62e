"""The registers: actors, planning areas and change events known beforehand, read from the TOML files in `registers`."""

import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

_KINDS = """municipality hospital psychiatric_centre region practice committee national_authority research ngo
    social_institution unit group person_group other"""
_SECTORS = "hospital psychiatry municipality practice region state civil_society research other"
KINDS = frozenset(_KINDS.split())
SECTORS = frozenset(_SECTORS.split())
_TABLES = ("actor", "area", "change")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Belonging:
    """A stretch of time, first and last day, in which an actor belongs to the region `key`; None is an open end."""

    key: str
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor: `valid_until` is its last day, `regions` the history of `region` where that changes.

    `verified` is False where the facts could not be looked up; `note` then says which.
    """

    key: str
    name: str
    kind: str
    sector: str
    source: str
    verified: bool
    place: str | None = None
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    region: str | None = None
    regions: tuple[Belonging, ...] = ()
    part_of: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict, hash=False)
    valid_from: date | None = None
    valid_until: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A planning area (or cluster) of a region: its hospitals and the municipalities wholly or partly in it."""

    key: str
    name: str
    region: str
    source: str
    verified: bool
    aliases: tuple[str, ...] = ()
    hospitals: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A merger, split or renaming: the keys of the actors before (`originals`) and from `date` on (`results`)."""

    key: str
    label: str
    date: date
    originals: tuple[str, ...]
    results: tuple[str, ...]
    source: str
    verified: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """All registers together; a day of None asks without regard to time."""

    entries: tuple[Entry, ...]
    changes: tuple[Change, ...]
    areas: tuple[Area, ...]
    by_key: Mapping[str, Entry] = field(hash=False, compare=False, repr=False)

    @staticmethod
    def valid(entry: Entry | Area | Belonging, on: date | None) -> bool:
        """Tell whether an actor, an area or a belonging is in force on a day."""
        starts, ends = entry.valid_from, entry.valid_until
        return on is None or ((starts is None or starts <= on) and (ends is None or on <= ends))

    def regions_of(self, entry: Entry, on: date | None = None) -> tuple[str, ...]:
        """Return the keys of the regions that an actor belongs to on a day (one or none), or ever."""
        history = entry.regions or ((Belonging(entry.region),) if entry.region else ())
        return tuple(b.key for b in history if self.valid(b, on) and self.valid(self.by_key[b.key], on))

    def municipalities(self, region_key: str, on: date | None = None) -> tuple[Entry, ...]:
        """Return the municipalities of a region on a day, in the order of the register."""
        existing = (e for e in self.entries if e.kind == "municipality" and self.valid(e, on))
        return tuple(e for e in existing if region_key in self.regions_of(e, on))

    def area_of_hospital(self, hospital_key: str, on: date | None = None) -> Area | None:
        """Return the planning area of a hospital on a day; None where the register knows none, or more than one."""
        found = [a for a in self.areas if hospital_key in a.hospitals and self.valid(a, on)]
        return found[0] if len(found) == 1 else None

    def areas_named(self, name: str, region: str | None = None) -> tuple[Area, ...]:
        """Return the areas with a name or alias, whatever its case and spacing, in one region or in all."""
        wanted = name.casefold().split()
        here = (a for a in self.areas if region in (None, a.region))
        return tuple(a for a in here if wanted in (n.casefold().split() for n in (a.name, *a.aliases)))


@cache
def register() -> Register:
    """Return the registers that come with the package."""
    folder = files("samspil.ontology") / "registers"
    return parse({f.name: f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".toml")})


def parse(texts: Mapping[str, str]) -> Register:
    """Return the register that TOML texts, by file name, make up; a mistake is a ValueError that names file and key."""
    rows = [row for file in sorted(texts) for row in _rows(file, texts[file])]
    used = Counter(row.key for row in rows)
    entries = tuple(_entry(row) for row in rows if row.table == "actor")
    areas = tuple(_area(row) for row in rows if row.table == "area")
    changes = tuple(_change(row) for row in rows if row.table == "change")
    made = Register(entries, changes, areas, MappingProxyType({e.key: e for e in entries}))
    for row in rows:
        row.finish(used[row.key])
    _check_references(made, {row.key: row for row in rows})
    return made


@dataclass(frozen=True, slots=True)
class _Row:
    """One table of a file, emptied field by field, so that what nobody asked for is left over and can be refused."""

    file: str
    table: str
    key: str
    values: dict[str, object]

    def error(self, problem: str) -> ValueError:
        return ValueError(f"{self.file}: {self.key}: {problem}")

    def take(self, name: str, wanted: type[_T]) -> _T | None:
        value = self.values.pop(name, None)
        # a TOML date-time is a date too in Python, but no day
        if value is None or (isinstance(value, wanted) and not isinstance(value, datetime)):
            return value
        raise self.error(f"{name} is not of the type {wanted.__name__}")

    def need(self, name: str, wanted: type[_T]) -> _T:
        value = self.take(name, wanted)
        if value is None or value == "":
            raise self.error(f"{name} is missing")
        return value

    def optional(self, name: str) -> str | None:
        return self.take(name, str) or None

    def text(self, name: str) -> str:
        return self.need(name, str)

    def code(self, name: str, codes: frozenset[str]) -> str:
        value = self.text(name)
        if value not in codes:
            raise self.error(f"unknown {name} {value!r}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        values = self.take(name, list) or []
        if not all(isinstance(v, str) and v.strip() for v in values):
            raise self.error(f"{name} is not a list of texts")
        return tuple(values)

    def codes(self, name: str) -> Mapping[str, str]:
        values = self.take(name, dict) or {}
        if not all(isinstance(v, str) for v in values.values()):
            raise self.error(f"{name} is not a table of texts")
        return MappingProxyType(values)

    def parts(self, name: str) -> list["_Row"]:
        values = self.take(name, list) or []
        if not all(isinstance(v, dict) for v in values):
            raise self.error(f"{name} is not a list of tables")
        return [_Row(self.file, name, f"{self.key} {number}", dict(v)) for number, v in enumerate(values, 1)]

    def period(self, first: str, last: str) -> tuple[date | None, date | None]:
        starts, ends = self.take(first, date), self.take(last, date)
        if starts and ends and ends < starts:
            raise self.error(f"{last} {ends} lies before {first} {starts}")
        return starts, ends

    def provenance(self) -> tuple[str, bool, str | None]:
        source, verified, note = self.text("source"), self.need("verified", bool), self.optional("note")
        if not verified and note is None:
            raise self.error("a note must say what is not verified")
        return source, verified, note

    def finish(self, used: int = 1) -> None:
        if self.values:
            raise self.error(f"unknown field {', '.join(sorted(self.values))}")
        if used > 1:
            raise self.error(f"the key is used {used} times")


def _rows(file: str, text: str) -> Iterator[_Row]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error
    for table in tuple(tables):
        top = _Row(file, table, table, tables)
        if table not in _TABLES:
            raise top.error(f"none of the tables {', '.join(_TABLES)}")
        yield from (replace(row, key=row.text("key")) for row in top.parts(table))


def _entry(row: _Row) -> Entry:
    source, verified, note = row.provenance()
    valid_from, valid_until = row.period("valid_from", "valid_until")
    return Entry(
        key=row.key,
        name=row.text("name"),
        kind=row.code("kind", KINDS),
        sector=row.code("sector", SECTORS),
        source=source,
        verified=verified,
        place=row.optional("place"),
        aliases=row.texts("aliases"),
        abbreviations=row.texts("abbreviations"),
        region=row.optional("region"),
        regions=tuple(_belonging(part) for part in row.parts("regions")),
        part_of=row.optional("part_of"),
        codes=row.codes("codes"),
        valid_from=valid_from,
        valid_until=valid_until,
        note=note,
    )


def _belonging(row: _Row) -> Belonging:
    belonging = Belonging(row.text("key"), *row.period("from", "until"))
    row.finish()
    return belonging


def _area(row: _Row) -> Area:
    source, verified, note = row.provenance()
    valid_from, valid_until = row.period("valid_from", "valid_until")
    return Area(
        key=row.key,
        name=row.text("name"),
        region=row.text("region"),
        source=source,
        verified=verified,
        aliases=row.texts("aliases"),
        hospitals=row.texts("hospitals"),
        members=row.texts("members"),
        valid_from=valid_from,
        valid_until=valid_until,
        note=note,
    )


def _change(row: _Row) -> Change:
    label, day, before, after = row.text("label"), row.need("date", date), row.texts("originals"), row.texts("results")
    return Change(row.key, label, day, before, after, *row.provenance())


def _check_references(made: Register, rows: Mapping[str, _Row]) -> None:
    for owner, name, kinds, keys in _references(made):
        for key in filter(None, keys):
            if key not in made.by_key or made.by_key[key].kind not in kinds:
                raise rows[owner].error(f"{name}: no {'/'.join(sorted(kinds))} of the registers has the key {key!r}")


def _references(made: Register) -> Iterator[tuple[str, str, Collection[str], tuple[str | None, ...]]]:
    for e in made.entries:
        yield e.key, "region", {"region"}, (e.region, *(b.key for b in e.regions))
        yield e.key, "part_of", KINDS, (e.part_of,)
    for a in made.areas:
        yield a.key, "region", {"region"}, (a.region,)
        yield a.key, "members", {"municipality"}, a.members
        yield a.key, "hospitals", {"hospital", "psychiatric_centre"}, a.hospitals
    for c in made.changes:
        yield c.key, "originals", KINDS, c.originals
        yield c.key, "results", KINDS, c.results
