"""What a loader returns: plain, immutable records, each fact with its evidence."""

from dataclasses import dataclass
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
class Section:
    """A numbered chapter or section; `number` as printed without marks (`5.3.5`, `IV`)."""

    number: str
    title: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Goal:
    """Something the parties want to reach; `key` the document's own (`1`, `1a`), or `V1`, `F1`, `O1`, `P1` in order.

    `kind` is a code of the scheme `goal-kind`, `parent` and `parent_kind` the key and kind of the goal it stands
    under, `chapter` the number of the chapter. A goal stated again is one goal with `further` evidence.
    """

    kind: str
    key: str
    text: str
    evidence: Evidence
    parent: str | None = None
    parent_kind: str | None = None
    chapter: str | None = None
    target_groups: tuple[Targeting, ...] = ()
    further: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What goals are followed by, numbered from 1 within its chapter."""

    n: int
    text: str
    evidence: Evidence
    chapter: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the parties say that they will do, numbered from 1 within its section; `heading` is the nearest above it."""

    n: int
    text: str
    evidence: Evidence
    section: str | None = None
    heading: str | None = None
    target_groups: tuple[Targeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """An effort that a strategy gives as an example, numbered from 1 in the document, under an `area`."""

    n: int
    text: str
    evidence: Evidence
    section: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """What a document says of an agreement, programme, law, plan or system; of itself with the relation `self`.

    `kind` and `relation` are codes of the schemes `agreement-kind` and `relation`; `start` and `end` keep their
    precision (`2019`, `2019-07-01`); `draft` tells whether it is called one; `place` is the register key of the region
    or municipality it is for.
    """

    name: str
    kind: str
    relation: str
    as_printed: str
    evidence: Evidence
    start: str | None = None
    end: str | None = None
    draft: bool | None = None
    parties: tuple[Participation, ...] = ()
    place: str | None = None
    further: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's membership of a committee; `party` is a letter, `office` what is printed of it ("formand")."""

    committee: Actor
    person: str
    as_printed: str
    evidence: Evidence
    party: str | None = None
    organisation: Actor | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """That a body appoints members of a committee."""

    body: Actor
    committee: Actor
    as_printed: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Plan:
    """What an agreement, a memo or a strategy sets out."""

    sections: tuple[Section, ...] = ()
    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    examples: tuple[Example, ...] = ()
    target_groups: tuple[Targeting, ...] = ()
    citations: tuple[Citation, ...] = ()
    seats: tuple[Seat, ...] = ()
    appointments: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What a genre's loader found in a document."""

    initiatives: tuple[Initiative, ...] = ()
    plan: Plan = Plan()
    findings: tuple[Finding, ...] = ()


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
    findings: tuple[Finding, ...] = ()
    plan: Plan = Plan()
