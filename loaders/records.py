"""What a loader returns: plain, immutable records, each fact with its evidence."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands: 1-based lines, half-open character range of the document's text, and the wording there."""

    line_start: int
    line_end: int
    char_start: int
    char_end: int
    wording: str
    page: int | None = None
    section: str | None = None

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the wording, the passage's fingerprint where the wording itself is not kept."""
        return sha256(self.wording.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Group:
    """Actors meant but not named one by one.

    `scope` says which set they come from: `all` or `some` municipalities of a `place` (region, planning area, area
    of a hospital), or None. `size` is the number printed or known; `members` the official names where the set is known.
    """

    scope: str | None = None
    place: str | None = None
    size: int | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor: the official name of the document's time, codes of kind and sector, its key in the registers if any."""

    name: str
    kind: str
    sector: str
    register_key: str | None = None
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor in an initiative; `units` are parts of it named there, `further` is evidence beyond the first."""

    actor: Actor
    as_printed: str
    evidence: Evidence
    role: str = "partner"
    units: tuple[str, ...] = ()
    further: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Targeting:
    """A target-group phrase as printed, with the notations of the concepts it was recognised as (none if unknown)."""

    phrase: str
    concepts: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Grant:
    """An amount in kroner, None if unreadable: `applied` for a `year`, `one_off`, printed `total`, `cofinancing`."""

    kind: Literal["applied", "total", "one_off", "cofinancing"]
    amount: Decimal | None
    as_printed: str
    evidence: Evidence
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """An expected effect, numbered from 1 within its initiative."""

    n: int
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Period:
    """A period as printed; `start` or `end` is None where it is missing or impossible (then `as_printed` holds it)."""

    as_printed: str
    start: date | None
    end: date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Status:
    """A status as printed, with its code in the status scheme (None if unknown)."""

    as_printed: str
    code: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Finding:
    """Something doubtful in the source or its reading; `subject` is an initiative's key, or empty for the document."""

    severity: Severity
    rule: str
    subject: str
    message: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    """A collaboration, project or proposal; `key` is the document's own (`A`, `1/7`), with `~2` if it repeats."""

    key: str
    title: str
    evidence: Evidence
    theme: str | None = None
    status: Status | None = None
    period: Period | None = None
    target_groups: tuple[Targeting, ...] = ()
    participations: tuple[Participation, ...] = ()
    grants: tuple[Grant, ...] = ()
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor that the document names anywhere, at its first place."""

    actor: Actor
    as_printed: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of the document itself; `date` keeps its precision (`2019`, `2019-12`, `2019-12-03`)."""

    key: str
    name: str
    sha256: str
    format: str
    genre: str
    genre_reason: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that a loader found in one document."""

    source: Source
    initiatives: tuple[Initiative, ...] = ()
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
