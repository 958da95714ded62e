"""Groups of actors that a document means but does not name one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samspil.loaders.naming.chunks import Chunk, phrases
from samspil.loaders.records import Actor, Group
from samspil.ontology.register import Area, Entry, register


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against: the document's day, its region, in a cell the hospital last named.

    `declared` are the short names that the document gives to actors, each with the actor's key; `title` and
    `publisher` are those of the document.
    """

    on: date | None = None
    region: str | None = None
    hospital: Entry | None = None
    declared: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    publisher: str | None = None


def registered(entry: Entry) -> Actor:
    """Return the actor of a register entry."""
    return Actor(entry.name, entry.kind, entry.sector, entry.key)


def municipalities(noun: Chunk, quantity: list[Chunk], scope: Chunk | None, context: Context) -> Actor:
    """Return the group that "kommunerne i planområdet", "3 udvalgte kommuner", "alle kommuner" means."""
    number = next((c.number for c in quantity if c.number), None)
    if noun.fold == "kommune" and any(c.fold in ("en", "én") for c in quantity):
        number = 1
    every = any(c.fold in phrases()["words"]["all"] for c in quantity)
    loose = any(c.fold in phrases()["words"]["some"] for c in quantity)
    if scope and scope.kind == "A":
        return _of_area(scope, number, context)
    region = _region(scope, context) if scope or every else None
    if scope and not region:
        name = f"{number} kommuner" if number else f"Kommunerne i {scope.text}"
        return _group(name, "municipality", Group("some", scope.text, number))
    # "regionens kommuner" are all of them, as "kommunerne i regionen" are.
    owned = scope is not None and scope.genitive
    if region and not loose and (every or owned or noun.definite or number == _count(region, context.on)):
        return _all_of(region, context.on)
    if every:
        return _group("Alle kommuner", "municipality", Group("all"))
    if number == _count(register().by_key.get(context.region or ""), context.on):
        return _all_of(register().by_key[context.region or ""], context.on)
    return _some(noun, number, region)


def _some(noun: Chunk, number: int | None, region: Entry | None) -> Actor:
    if number:
        return _group(
            f"{number} {'kommune' if number == 1 else 'kommuner'}",
            "municipality",
            Group("some", region.name if region else None, number),
        )
    if _own_name(noun):
        return _group(noun.text[0].upper() + noun.text[1:], "municipality", Group("some", noun.text))
    name = f"Kommuner i {region.name} (uspecificeret)" if region else "Kommuner (uspecificeret)"
    return _group(name, "municipality", Group("some", region.name if region else None))


def _own_name(noun: Chunk) -> bool:
    """Whether a group carries a name of its own: "Vestegnskommunerne"."""
    return noun.fold.rstrip("s") not in {w.lstrip("*") for w in phrases()["words"]["municipality"]}


def _of_area(scope: Chunk, number: int | None, context: Context) -> Actor:
    area = _area(scope, context)
    members = tuple(register().by_key[m].name for m in area.members) if area else ()
    if scope.fold.split()[0] != scope.fold and area:
        name = f"Kommunerne i planområdet ({area.name.split()[-1]})"
        return _group(name, "municipality", Group("all", area.name, len(members), members))
    if scope.fold.split()[0] != scope.fold:
        return _group(f"Kommunerne i {scope.text}", "municipality", Group("all", scope.text, number))
    whose = context.hospital.name if context.hospital else None
    size = len(members) or number
    word = phrases()["area_names"].get(scope.fold, "planområdet")
    name = f"Kommunerne i {word} ({whose})" if whose else f"Kommunerne i {word}"
    return _group(name, "municipality", Group("all", area.name if area else whose, size, members))


def _area(scope: Chunk, context: Context) -> Area | None:
    words = scope.text.split()
    if len(words) > 1:
        found = register().areas_named(f"Planområde {words[-1].capitalize()}", context.region)
        return next((a for a in found if _current(a, context.on)), None)
    return register().area_of_hospital(context.hospital.key, context.on) if context.hospital else None


def _current(area: Area, on: date | None) -> bool:
    if on is None:
        return area.valid_until is None
    return (area.valid_from is None or area.valid_from <= on) and (area.valid_until is None or on <= area.valid_until)


def _region(scope: Chunk | None, context: Context) -> Entry | None:
    if scope and scope.entry:
        return scope.entry if scope.entry.kind == "region" else None
    if scope is None or scope.kind == "E":
        return register().by_key.get(context.region or "")
    return None


def _count(region: Entry | None, on: date | None) -> int:
    return len(register().municipalities(region.key, on)) if region else -1


def _all_of(region: Entry, on: date | None) -> Actor:
    members = tuple(m.name for m in register().municipalities(region.key, on))
    return _group(f"Alle kommuner i {region.name}", "municipality", Group("all", region.name, len(members), members))


def hospitals(quantity: list[Chunk], scope: Chunk | None, context: Context) -> Actor:
    """Return the group that "regionens hospitaler", "alle hospitaler" means."""
    number = next((c.number for c in quantity if c.number), None)
    region = _region(scope, context) if scope or quantity else None
    if number:
        return _group(f"{number} hospitaler", "hospital", Group("some", region.name if region else None, number))
    if region:
        return _group(f"Hospitaler i {region.name}", "hospital", Group("all", region.name))
    return _group("Hospitaler (uspecificeret)", "hospital", Group("some"))


def hospitals_of(scope: Chunk) -> Actor:
    """Return the group that "hospitalerne i Fjordprojektet" means."""
    return _group(f"Hospitaler i {scope.text}", "hospital", Group("some", scope.text))


def psychiatric_centres(quantity: list[Chunk]) -> Actor:
    """Return the group that "alle psykiatriske centre" means."""
    number = next((c.number for c in quantity if c.number), None)
    every = any(c.fold in phrases()["words"]["all"] for c in quantity)
    name = "Alle psykiatriske centre" if every else f"{number} psykiatriske centre" if number else "Psykiatriske centre"
    return _group(name, "psychiatry", Group("all" if every else "some", None, number))


def practices(noun: Chunk, quantity: list[Chunk]) -> Actor:
    """Return the group of so many practices, or the practice sector's actor that professionals stand for."""
    number = next((c.number for c in quantity if c.number), None)
    if number:
        return _group(f"{number} {noun.fold}", "practice", Group("some", None, number))
    name = next((n for w, n in phrases()["practices"].items() if _wild(w, noun.fold)), noun.text)
    entry = next((e for e in register().entries if e.name == name), None)
    return registered(entry) if entry else Actor(name, "practice", "practice")


def people(text: str) -> Actor:
    """Return people who take part without being an organisation: relatives, patients, volunteers, "erhvervslivet"."""
    actor = guessed(text)
    return actor if actor.kind == "group" else Actor(actor.name, "person_group", "civil_society")


def guessed(text: str, number: int | None = None) -> Actor:
    """Return an actor that no register knows; a word in its name tells kind and sector, else they are `other`.

    Of a `number` of actors ("4 fysioterapiklinikker") it is the group.
    """
    actor = _guessed(text if number is None else f"{number} {text.partition(' ')[2]}")
    return _group(actor.name, actor.sector, Group("some", None, number)) if number else actor


def _guessed(text: str) -> Actor:
    words = text.casefold().replace("(", " ").split()
    for guess in phrases()["guess"]:
        if any(fits(word.strip(".,;:)"), guess["words"]) for word in words):
            return Actor(_named(text), guess["kind"], guess["sector"])
    return Actor(text[0].upper() + text[1:], "other", "other")


def _named(text: str) -> str:
    """Return a name as an actor's: "foreningen Solstrejf" is called Solstrejf, "Foreningen Solstrejf" so."""
    first, _, rest = text.partition(" ")
    own = rest if first in phrases()["words"]["apposition"] and rest[:1].isupper() else text
    return own[0].upper() + own[1:]


def _group(name: str, sector: str, group: Group) -> Actor:
    return Actor(name, "group", sector, None, group)


def fits(word: str, patterns: Sequence[str]) -> bool:
    """Whether a word fits one of the patterns."""
    return any(_wild(pattern, word) for pattern in patterns)


def _wild(pattern: str, word: str) -> bool:
    """Whether a word fits a pattern with "*" at its beginning, its end or both."""
    core = pattern.strip("*")
    if pattern.startswith("*") and pattern.endswith("*"):
        return core in word
    if pattern.startswith("*"):
        return word.endswith(core)
    return word.startswith(core) if pattern.endswith("*") else word == core
