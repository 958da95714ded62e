"""The people whom a text names, with what is printed of each: party letter, organisation, office."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from samspil.loaders.naming.groups import Context, registered
from samspil.loaders.records import Actor
from samspil.loaders.seating.committees import Named, marks, pattern, town_in, towns, words
from samspil.ontology.register import Entry, register

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?")
_PARTS = re.compile(r"[,;:()/|–—]|\s-\s|\b(?:og|samt)\b")
LETTER = re.compile(r"\s*([A-ZÆØÅ])\.?\s*")
_BEFORE = re.compile(r"(?:^|[,;:.•–-]|\bog)\s*\(([A-ZÆØÅ])\)\s*$")
_BARE = re.compile(r"(?:\s*\([^)]*\))*\s([A-ZÆØÅ])(?=\s|,|$)")
_BARE_LAST = re.compile(r"\w\s([A-ZÆØÅ])\s*$")
_BARE_BEFORE = re.compile(r"(?:^|\s)([A-ZÆØÅ])\s+$")
_COORDINATED = re.compile(r"\s*(?:\([A-ZÆØÅ]+\)\s*)?(?:og|samt|,)(?: (?:i|af|til))?\s*")
_TURN = re.compile(r"\b(?:fra|for|de|samt)\b")
_MOST_WORDS = 5  # of a person's name


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(words()["names"][name])


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in a text, with its place."""

    text: str
    start: int
    end: int


def _people(text: str, masked: Sequence[Named]) -> list[Name]:
    """Return the names of people: two to five capitalised words that are no title, place or organisation."""
    found: list[Name] = []
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if (
            run
            and text[run[-1].end() : word.start()] == " "
            and (_may_name(word, masked) or word.group() in _listed("particles"))
        ):
            run.append(word)
        else:
            found += _person(run)
            run = [word] if _may_name(word, masked) else []
    return [*found, *_person(run)]


def _is_surname(text: str, mark: Named) -> bool:
    """Whether a register's name of one word is the last word of a person's name: "Ida Falck"."""
    word = text[mark.start : mark.end]
    before = re.search(r"[^\W\d_][\w-]+ $", text[: mark.start])
    first = before and _WORD.match(text, before.start())
    return bool(first and _may_name(first, ()) and word.isalpha() and word.istitle() and len(word) > 3)


def _may_name(word: re.Match[str], masked: Sequence[Named]) -> bool:
    text, fold = word.group(), word.group().casefold().rstrip(".")
    if any(m.start < word.end() and word.start() < m.end for m in masked) or not text[0].isupper():
        return False
    if not any(map(str.islower, text)) and not (len(text) == 2 and text[1] == "."):
        return False
    return fold not in _listed("not") and not fold.endswith(tuple(_listed("endings")))


def _person(run: list[re.Match[str]]) -> Iterator[Name]:
    while run and not run[-1].group()[0].isupper():
        run = run[:-1]
    if 2 <= len(run) <= _MOST_WORDS and not (len(run[-1].group()) == 2 and run[-1].group()[1] == "."):
        whole = run[0].string[run[0].start() : run[-1].end()].rstrip(".")
        yield Name(whole, run[0].start(), run[0].start() + len(whole))


def _without_town(name: Name, context: Context, placed: bool) -> Iterator[Name]:
    """Yield a name without the town that a list prints directly before it, or behind it where `placed`."""
    found = towns(name.text, context)
    start = next((t.end + 1 for t in found if t.start == 0), 0)
    ends = (t.start - 1 for t in found if placed and t.end == len(name.text) and " " in name.text[: t.start - 1])
    rest = name.text[start : next(ends, None)]
    if not start or " " in rest:
        yield Name(rest, name.start + start, name.start + start + len(rest))


def _parts(text: str, start: int, end: int, masked: Sequence[Named]) -> list[tuple[int, int]]:
    """Return the pieces between commas, brackets and "og"; a name of the registers stays whole."""
    cuts = [(c.start(), c.end()) for c in _PARTS.finditer(text, start, end)]
    apart = [(a, b) for a, b in cuts if not any(m.start < b and a < m.end for m in masked)]
    return [(a[1], b[0]) for a, b in pairwise([(start, start), *apart, (end, end)])]


@dataclass(frozen=True, slots=True)
class Traits:
    """What stands with a person: party letter, organisation, office, the bare town; whether they left.

    `local` says that a title ("borgmester") makes the town the municipality that they sit for.
    """

    party: str | None = None
    organisation: Actor | None = None
    office: str | None = None
    town: Actor | None = None
    local: bool = False
    gone: bool = False


def side_of(text: str, found: Sequence[Named], region: Entry | None) -> tuple[bool, Actor | None]:
    """Return whether a phrase names a side, and the actor its people sit for; none for the municipalities together."""
    own = [m.actor for m in found if m.actor.kind not in ("region", "committee", "practice")]
    regions = [m.actor for m in found if m.actor.kind == "region"]
    if pattern("sides", "practice").search(text):
        return True, _practice()
    if own or pattern("sides", "municipal").search(text):
        return True, own[-1] if own else None
    if regions or pattern("sides", "regional").search(text):
        return True, regions[-1] if regions else registered(region) if region else None
    return False, None


@cache
def _practice() -> Actor:
    return registered(register().by_key["praktiserende-laegers-organisation"])


class People:
    """The people whom a text names, with what is printed of each."""

    def __init__(self, text: str, context: Context, committees: Sequence[Named], placed: bool = False) -> None:
        self.text, self.context, self.committees = text, context, committees
        self.region = register().by_key.get(context.region or "")
        self.marks = [m for m in marks(text, context) if not _is_surname(text, m)]
        self.masked = [*self.marks, *committees]
        named = [
            p
            for name in _people(text, self.masked)
            for p in _without_town(name, context, placed and text[name.end :][:1] != ",")
        ]
        self.names = [p for p in named if not pattern("refusing", "possession").match(text[p.end :])]

    def __len__(self) -> int:
        return len(self.names)

    def side(self, start: int = 0, end: int | None = None) -> tuple[bool, Actor | None]:
        """Return the side that a part of the text names; what committees are called does not count."""
        end = len(self.text) if end is None else end
        inside = [c for c in self.committees if start <= c.start and c.end <= end]
        plain = self.text[start:end]
        for one in inside:
            plain = plain[: one.start - start] + " " * (one.end - one.start) + plain[one.end - start :]
        return side_of(plain, self._within(start, end), self.region)

    def label(self) -> str:
        """Return what stands before the first person up to a colon, without the colon."""
        return (self.text[: self.names[0].start] if self.names else self.text).rpartition(":")[0]

    def lead(self, n: int) -> int:
        """Return where the words directly before a person begin: a title, a verb, a preposition."""
        start = self.names[n - 1].end if n else 0
        return _parts(self.text, start, self.names[n].start, self.masked)[-1][0]

    def until(self, n: int) -> int:
        """Return where what is said of a person ends."""
        return self.lead(n + 1) if n + 1 < len(self) else len(self.text)

    def before(self, n: int) -> str:
        """Return the text from the person before up to a person."""
        return self.text[self.names[n - 1].end if n else 0 : self.names[n].start]

    def behind(self, n: int) -> str:
        """Return the text from a person up to the next, or to the end."""
        return self.text[self.names[n].end : self.until(n)]

    def turn(self, n: int) -> tuple[bool, Actor | None]:
        """Return the side that a sentence turns to before a person: "..., mens kommunerne er repræsenteret ved"."""
        start = self.names[n].start - len(self.before(n)) if n == 0 else self.lead(n)
        clause = max(self.text.rfind(cut, start, self.names[n].start) for cut in (", mens ", "; ", ", og "))
        found = self.side(max(start, clause), self.names[n].start)
        told = self.text[start : self.names[n].start]
        if n and not (_TURN.search(told) or pattern("sitting", "before").search(told)):
            return False, None
        return found if found[0] else self.side(start, self.names[n].start)

    def seated(self) -> list[bool]:
        """Return of whom a sentence says that they sit in a committee: one by one, or as those beside them."""
        made: list[bool] = []
        for n in range(len(self)):
            made.append(self._sits(n) or (n > 0 and made[-1] and self._beside(n)))
        for n in reversed(range(len(self) - 1)):
            made[n] = made[n] or (self._sits_by_verb(n + 1) and self._beside(n + 1))
        return made

    def _beside(self, n: int) -> bool:
        """Whether a person is listed with the one before."""
        return not pattern("refusing", "verb").search(pattern("refusing", "fine").sub("", self.before(n)))

    def _sits_by_verb(self, n: int) -> bool:
        return bool(pattern("sitting", "behind").match(re.sub(r"\([^)]*\)", "", self.behind(n))))

    def _sits(self, n: int) -> bool:
        if self.chairs(n) or self.headed(n) or (self._sits_by_verb(n) and not self._other_group(self.names[n].start)):
            return True
        told = [m.end() for m in pattern("sitting", "before").finditer(self.text[: self.names[n].start])]
        if not told or self._other_group(self.names[n].start):
            return False
        # without a letter, the words must stand between this person and the one before
        return bool(self.traits(n, listed=False).party) or told[-1] > self.names[n].start - len(self.before(n))

    def headed(self, n: int) -> bool:
        """Whether a committee's name and a colon stand before the first person, whose party is told."""
        label = self.label() if n == 0 and self.names else ""
        named = bool(self.committees) and self.committees[0].start <= len(label) <= self.committees[0].end + 1
        return named and label[:1].isupper() and bool(self.traits(n, listed=False).party)

    def _other_group(self, end: int) -> bool:
        return not self.committees and any(w in self.text[:end].casefold() for w in words()["committees"]["others"])

    def chairs(self, n: int) -> str | None:
        """Return the office of a committee that stands with a person: "..., formand for Sundhedsudvalget"."""
        office = pattern("sitting", "office_of").match(self.behind(n))
        return office["office"].casefold() if office and self._named_behind(n) else None

    def seats_in(self, n: int) -> list[Actor]:
        """Return the committees that are named with a person, else the nearest before them, else the next behind."""
        before = [c for c in self.committees if c.end <= self.names[n].start]
        behind = self._named_behind(n)
        if behind and (self.chairs(n) or not before):
            return [behind]
        if not before:
            return [c.actor for c in self.committees if c.start >= self.names[n].end][:1]
        listed = [before[-1]]
        for one in reversed(before[:-1]):
            if not _COORDINATED.fullmatch(self.text[one.end : listed[0].start]):
                break
            listed.insert(0, one)
        return [c.actor for c in listed]

    def _named_behind(self, n: int) -> Actor | None:
        start, end = self.names[n].end, self.until(n)
        return next((c.actor for c in self.committees if start <= c.start < end), None)

    def _within(self, start: int, end: int) -> list[Named]:
        return [m for m in self.marks if start <= m.start and m.end <= end]

    def traits(self, n: int, listed: bool) -> Traits:
        """Return what is printed with a person; in a list also what stands before the first name."""
        person, lead = self.names[n], self.lead(n)
        pieces = _parts(self.text, person.end, self.until(n), self.masked)
        if n == 0 and listed:
            first = len(self.label()) + 1 if ":" in self.text[: person.start] else 0
            pieces = [*pieces, *_parts(self.text, first, person.start, self.masked)]
        else:
            pieces = [*pieces, (lead, person.start)]
        made = Traits()
        for start, end in pieces:
            made = self._with(made, start, end)
        ahead = _BEFORE.search(self.text[: person.start])
        if listed and not ahead:
            ahead = _BARE.match(self.text[person.end :]) or _BARE_BEFORE.search(self.text[lead : person.start])
            ahead = ahead or _BARE_LAST.search(self.text[slice(*pieces[0])])
        gone = pattern("refusing", "gone").search(self.behind(n))
        left = pattern("refusing", "leaver").search(self.text[lead : person.start])
        away = left and pattern("refusing", "away").search(self.behind(n))  # who is on leave keeps the seat
        return replace(made, party=ahead[1] if ahead else made.party, gone=bool(gone or (left and not away)))

    def _with(self, made: Traits, start: int, end: int) -> Traits:
        """Return the traits with what one piece tells, where they do not know it yet."""
        text = self.text[start:end].strip()
        if not text or pattern("sitting", "before").search(text):
            return made
        letter = LETTER.fullmatch(text)
        party = letter[1] if letter else words()["parties"].get(text.casefold().rstrip("."))
        if party:
            return replace(made, party=made.party or party)
        found = self._within(start, end)
        office = pattern("offices", "words").search(text)
        town = None if found else town_in(text, self.context)
        return replace(
            made,
            organisation=made.organisation or self._organisation(text, found),
            office=made.office or (office.group().casefold() if office else None),
            town=made.town or town,
            local=made.local or bool(pattern("sides", "local").search(text)),
        )

    def _organisation(self, text: str, found: Sequence[Named]) -> Actor | None:
        """Return whom one person sits for; a regional branch of the practitioners sits for their organisation."""
        if pattern("sides", "practitioner").search(text) or any(m.actor.kind == "practice" for m in found):
            return _practice()
        named = next((m.actor for m in found if m.actor.kind != "committee"), None)
        if named or not self.region or not pattern("sides", "councillor").search(text):
            return named
        return registered(self.region)
