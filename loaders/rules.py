"""The rules of the grammar: each takes the chunks that its pattern fits, and says whether it could read them."""

from dataclasses import replace

from samspil.loaders import groups
from samspil.loaders.chunks import Chunk, phrases
from samspil.loaders.names import Names
from samspil.loaders.reader import Reader
from samspil.loaders.records import Actor
from samspil.ontology.register import Entry

_DEPARTMENT = (
    "afdeling",
    "afdelingen",
    "afsnit",
    "klinik",
    "klinikken",
    "ambulatorium",
    "ambulatoriet",
    "modtagelse",
    "modtagelsen",
)


def _single(chunk: Chunk, entry: Entry | None = None) -> Actor:
    named = entry or chunk.entry
    if named is None:
        raise ValueError(f"a chunk of class {chunk.kind} carries no register entry")
    return groups.registered(named)


def skip(_reader: Reader, _part: list[Chunk]) -> bool:
    """Take chunks that name nobody: what a list in apposition then names one by one."""
    return True


def municipal_run(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Hillerød, Frederikssund, Hørsholm kommuner [jobcentre]"."""
    places = [c for c in part if c.kind in "PS"]
    head = next(c for c in part if c.kind == "K")
    units = _units(part[part.index(head) + 1 :])
    if any(c.kind == "S" for c in places):
        return False
    for chunk in places:
        last = (part[-1] if units else head) if chunk is places[-1] else chunk
        reader.add(_single(chunk), chunk, last, units)
    return True


def municipal_list(reader: Reader, part: list[Chunk]) -> bool:
    """Read "kommunerne Albertslund, Ballerup og Brøndby", "11 kommuner: ..."; a number printed is checked."""
    places = [c for c in part if c.kind == "P"]
    number = next((c.number for c in part if c.number), None)
    doubt = [("wrong_count", f"{number} announced, {len(places)} named")] if number and number != len(places) else []
    for chunk in places:
        reader.add(_single(chunk), chunk, chunk, (), *doubt)
        doubt = []
    return True


def run_before_name(reader: Reader, part: list[Chunk]) -> bool:
    """Read the bare names of "Hillerød og Frederikssund Kommune", "Herlev og Gentofte Hospital"; the name follows."""
    name = reader.chunks[reader.chunks.index(part[-1])]
    if name.entry is None or name.entry.kind not in ("municipality", "hospital"):
        return False
    places = [c for c in part[:-1] if c.kind in "PS"]
    entries = [_of_kind(c, name.entry.kind, reader.known) for c in places]
    if name.text.casefold() == (name.entry.place or "").casefold() or None in entries:
        return False
    for chunk, entry in zip(places, entries, strict=True):
        reader.add(_single(chunk, entry), chunk, chunk)
    return reader.add(_single(name), name, name)


def _of_kind(chunk: Chunk, kind: str, known: Names) -> Entry | None:
    if chunk.entry and chunk.entry.kind == kind:
        return chunk.entry
    return known.hospital_named(chunk.text) if kind == "hospital" else None


def hospital_run(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Herlev og Gentofte hospitaler"."""
    places = [c for c in part if c.kind in "PS"]
    entries = [_of_kind(c, "hospital", reader.known) for c in places]
    if None in entries:
        return False
    for chunk, entry in zip(places, entries, strict=True):
        reader.add(_single(chunk, entry), chunk, part[-1] if chunk is places[-1] else chunk)
    return True


def centre_run(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Psykiatriske centre Glostrup og Hvidovre"."""
    for chunk in part:
        if chunk.kind in "PSW":
            entry = reader.known.full_name(f"Psykiatrisk Center {chunk.text}")
            name = f"Psykiatrisk Center {chunk.text}"
            actor = groups.registered(entry) if entry else Actor(name, "psychiatric_centre", "psychiatry")
            doubts = [] if entry else [("unknown_actor", f"no register knows “{name}”")]
            reader.add(actor, part[0] if chunk is part[1] else chunk, chunk, (), *doubts)
    return True


def municipalities(reader: Reader, part: list[Chunk]) -> bool:
    """Read "kommunerne i planområdet", "regionens kommuner", "3 udvalgte kommuner"."""
    noun = next(c for c in part if c.kind == "K")
    after = part[part.index(noun) + 1 :]
    units = _units(after) if noun.genitive else ()
    scope = None if units else next((c for c in after if c.kind in "AENW"), None)
    owner = part[0] if part[0].kind in "EN" else None
    if owner and not (owner.genitive and (owner.kind == "E" or (owner.entry and owner.entry.kind == "region"))):
        return False
    if scope and scope.entry and scope.entry.kind != "region":
        return False
    actor = groups.municipalities(noun, [c for c in part if c.kind in "QD"], scope or owner, reader.here())
    return reader.add(actor, part[0], part[-1], units)


def hospitals(reader: Reader, part: list[Chunk]) -> bool:
    """Read "regionens hospitaler", "alle sygehuse"."""
    noun = next(c for c in part if c.kind == "H")
    if noun.fold.rstrip("s") in ("hospital", "sygehu", "hospitalet", "sygehuset"):
        return False
    scope = next((c for c in part if c.kind in "AEN"), None)
    return reader.add(groups.hospitals([c for c in part if c.kind in "QD"], scope, reader.context), part[0], part[-1])


def centres(reader: Reader, part: list[Chunk]) -> bool:
    """Read "alle psykiatriske centre"."""
    return reader.add(groups.psychiatric_centres([c for c in part if c.kind in "QD"]), part[0], part[-1])


def professionals(reader: Reader, part: list[Chunk]) -> bool:
    """Read "3 praktiserende læger", "de praktiserende læger i planområdet"."""
    noun = next(c for c in part if c.kind == "G")
    last = part[-1] if part[-1] is not noun else noun
    quantity = part[: part.index(noun)]
    return reader.add(groups.practices(noun, quantity), part[0] if quantity and quantity[-1].number else noun, last)


def psychiatry(reader: Reader, part: list[Chunk]) -> bool:
    """Read "psykiatrien" as the region's psychiatry."""
    entry = reader.known.psychiatry()
    noun = next(c for c in part if c.kind == "Y")
    units = _units(part[part.index(noun) + 1 :])
    if entry is None:
        return reader.add(Actor("Psykiatrien", "other", "psychiatry"), part[0], part[-1], units)
    return reader.add(groups.registered(entry), part[0], part[-1], units)


def people(reader: Reader, part: list[Chunk]) -> bool:
    """Read "patientrepræsentanter", "frivillige"."""
    return reader.add(groups.people(part[-1].text), part[-1], part[-1])


def region(reader: Reader, part: list[Chunk]) -> bool:
    """Read "regionen" as the document's region."""
    entry = reader.known.region_entry()
    return reader.add(groups.registered(entry), part[0], part[0]) if entry else False


def owned_unit(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Center for Kræft og Sundhed i Københavns Kommune", "sagsbehandlere fra kommunerne"."""
    split = max(i for i, c in enumerate(part) if c.kind == "U")
    turn = next(i for i in range(split + 1, len(part)) if part[i].kind == "i")
    unit = reader.text[part[0].start : part[turn].start].strip()
    owner = Reader(reader.text, reader.known, reader.here(), reader.rules).read(part[turn + 1 :])
    if not owner.found or owner.rest:
        return False
    for index, found in enumerate(owner.found):
        start = part[0].start if index == 0 else found.start
        reader.found.append(replace(found, start=start, units=(_trimmed(unit),), prospective=reader.prospective))
    reader.prospective = False
    return True


def municipal_unit(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Jobcenter Lolland" as a unit of the municipality."""
    unit = reader.text[part[0].start : part[-1].end]
    if groups.guessed(unit).sector != "municipality":
        return False
    return reader.add(_single(part[-1]), part[0], part[-1], (unit,))


def name(reader: Reader, part: list[Chunk]) -> bool:
    """Read a registered name with the units printed behind it in the genitive, after a dash or in brackets."""
    name = part[0]
    behind = part[1:]
    placed = bool(behind) and behind[0].kind == "i" and _is_placed(name.entry, behind[-1])
    if behind and behind[0].kind not in "-(" and not (name.genitive or placed):
        return False
    if behind and behind[-1].kind == "N" and not _is_region(behind[-1].entry):
        return False
    units = _units(behind) if behind and behind[0].kind != "i" else ()
    return reader.add(_single(name), name, part[-1], units)


def _is_placed(entry: Entry | None, place: Chunk) -> bool:
    """Whether "i ..." behind a name tells where it is, not who else takes part."""
    return (
        bool(entry) and (entry.sector == "practice" or place.kind == "E" or _is_region(place.entry)) if entry else False
    )


def _is_region(entry: Entry | None) -> bool:
    return entry is not None and entry.kind == "region"


def part_behind_owner(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Region Hovedstadens Psykiatri - Psykiatriens Centrale Visitation": the second is a unit of the first."""
    owner, unit = (c for c in part if c.kind == "N")
    if not unit.entry or not owner.entry or unit.entry.part_of != owner.entry.key:
        return False
    return reader.add(_single(owner), owner, part[-1], (unit.text,))


def bare_place(reader: Reader, part: list[Chunk]) -> bool:
    """Read a place without a head noun as the municipality, and say that this was concluded."""
    chunk = part[0]
    entry = chunk.entry
    kind = "municipality" if entry and entry.kind == "municipality" else "hospital"
    return reader.add(
        _single(chunk), chunk, chunk, (), ("ambiguous_actor", f"“{chunk.text}” alone is read as the {kind}")
    )


def brackets(reader: Reader, part: list[Chunk]) -> bool:
    """Read what stands in brackets behind an actor: its role, its units, or more actors."""
    inside = part[1:-1]
    words = " ".join(c.fold for c in inside)
    if not inside:
        return True
    if reader.rest and part[0].start - reader.rest[-1][-1].end <= 1 and len(inside) == 1:
        reader.rest[-1].extend(part)
        return True
    if reader.found and any(p in words for p in phrases()["words"]["proposer"]):
        reader.found[-1] = replace(reader.found[-1], proposer=True)
        return True
    if any(c.kind in "NPSKHGYC" for c in inside) and inside[0].kind != "Q":
        return False
    if inside[0].fold not in ("en", "et") and _units(inside):
        reader.extend(part[-1].end, _units(inside))
    return True


def represented(reader: Reader, part: list[Chunk]) -> bool:
    """Read "repræsenteret ved A og B": they are units of the actor before."""
    return reader.extend(part[-1].end, tuple(c.text for c in part if c.kind == "N"))


def department(reader: Reader, part: list[Chunk]) -> bool:
    """Read ", Kardiologisk Afdeling" behind a hospital as its unit."""
    words = [c for c in part if c.kind not in ",-"]
    if not reader.found or reader.found[-1].actor.kind not in ("hospital", "psychiatric_centre"):
        return False
    if not words[-1].fold.endswith(_DEPARTMENT):
        return False
    return reader.extend(words[-1].end, (_trimmed(reader.text[words[0].start : words[-1].end]),))


def _units(part: list[Chunk]) -> tuple[str, ...]:
    """Return the unit names in chunks: divided by marks; "og" divides only behind a unit's head noun."""
    names: list[list[Chunk]] = [[]]
    for chunk in part:
        divides = chunk.kind in ",&:" and (chunk.kind != "&" or (bool(names[-1]) and not _has_for(names[-1])))
        if divides:
            names.append([])
        elif chunk.kind not in "-()QL":
            names[-1].append(chunk)
    return tuple(" ".join(c.text for c in name) for name in names if any(c.kind in "UWA" for c in name))


def _has_for(name: list[Chunk]) -> bool:
    return any(c.kind == "f" for c in name)


def _trimmed(text: str) -> str:
    """Return a unit's name without article and end punctuation."""
    words = text.strip(" ,.;:-–").split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() in phrases()["words"]["article"] else words)
