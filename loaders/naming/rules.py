"""The rules of the grammar: each takes the chunks that its pattern fits, and says whether it could read them."""

from samspil.loaders.naming import groups
from samspil.loaders.naming.chunks import Chunk, phrases
from samspil.loaders.naming.names import Names
from samspil.loaders.naming.reader import Reader
from samspil.loaders.naming.units import single, unit_names
from samspil.loaders.records import Actor
from samspil.ontology.register import Entry


def skip(_reader: Reader, _part: list[Chunk]) -> bool:
    """Take chunks that name nobody: what a list in apposition then names one by one."""
    return True


def municipal_run(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Hillerød, Frederikssund, Hørsholm kommuner [jobcentre]"."""
    places = [c for c in part if c.kind in "PS"]
    head = next(c for c in part if c.kind == "K")
    units = unit_names(part[part.index(head) + 1 :])
    if any(c.kind == "S" for c in places):
        return False
    for chunk in places:
        last = (part[-1] if units else head) if chunk is places[-1] else chunk
        reader.add(single(chunk), chunk, last, units)
    return True


def municipal_list(reader: Reader, part: list[Chunk]) -> bool:
    """Read "kommunerne Albertslund, Ballerup og Brøndby", "11 kommuner: ..."; a number printed is checked."""
    places = [c for c in part if c.kind == "P"]
    number = next((c.number for c in part if c.number), None)
    doubt = [("wrong_count", f"{number} announced, {len(places)} named")] if number and number != len(places) else []
    for chunk in places:
        reader.add(single(chunk), chunk, chunk, (), *doubt)
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
        reader.add(single(chunk, entry), chunk, chunk)
    return reader.add(single(name), name, name)


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
        reader.add(single(chunk, entry), chunk, part[-1] if chunk is places[-1] else chunk)
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
    units = unit_names(after) if noun.genitive else ()
    scope = None if units else next((c for c in after if c.kind in "AENW"), None)
    owner = next((c for c in part[: part.index(noun)] if c.kind in "EN"), None)
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


def shared_scope(reader: Reader, part: list[Chunk]) -> bool:
    """Read "hospitaler og kommunerne i Fjordprojektet": where both are is said once."""
    scope, head = part[-1], next(n for n, c in enumerate(part) if c.kind == "&")
    if scope.kind != "W":
        return False
    reader.add(groups.hospitals_of(scope), part[0], part[head - 1])
    return municipalities(reader, part[head + 1 :])


def counted(reader: Reader, part: list[Chunk]) -> bool:
    """Read "de fire kommuner på Sydvestjylland": a number of municipalities of a place that is no region."""
    noun = next(n for n, c in enumerate(part) if c.kind == "K")
    if part[-2].kind == "&" and not (part[-1].kind in "PS" or groups.fits(part[-1].fold, phrases()["words"]["land"])):
        return False
    return reader.add(groups.municipalities(part[noun], part[:noun], None, reader.here()), part[0], part[-1])


def misspelt(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Hernig Kommune", "Steno Diabtes Center Aarhus" as the one actor with nearly that name; else a new one."""
    text = reader.text[part[0].start : part[-1].end]
    entry = reader.known.like(text)
    if entry is None and part[-1].fold == "kommune":
        return reader.add(groups.guessed(text), part[0], part[-1], (), ("unknown_actor", f"no register knows “{text}”"))
    if entry is None:
        return False
    doubt = ("misspelt_actor", f"“{text}” is read as {entry.name}")
    return reader.add(groups.registered(entry), part[0], part[-1], (), doubt)


def site(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Rigshospitalet – Glostrup", "Sygehus Lillebælt, Vejle" as the hospital's site of that name, if known."""
    entry = reader.known.full_name(f"{part[0].text} {part[-1].text}")
    return reader.add(groups.registered(entry), part[0], part[-1]) if entry else False


def branch(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Ældre Sagen Roskilde" as the association, whose branch it is, and not as the municipality too."""
    owner, place = part
    if not owner.entry or owner.entry.sector != "civil_society":
        return False
    return reader.add(single(owner), owner, place, (place.text,))


def association(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Diætfagligt Netværk": an adjective and a noun with capitals are one name."""
    text = reader.text[part[0].start : part[-1].end]
    if not (part[1].text[0].isupper() and part[0].fold.endswith(("sk", "ske", "skt", "gt"))):
        return False
    return reader.add(groups.guessed(text), part[0], part[-1], (), ("unknown_actor", f"no register knows “{text}”"))


def psychiatry(reader: Reader, part: list[Chunk]) -> bool:
    """Read "psykiatrien" as the region's psychiatry."""
    entry = reader.known.psychiatry()
    if part[-1].kind == "N" and part[-1].entry != reader.known.region_entry():
        return False
    noun = next(c for c in part if c.kind == "Y")
    units = unit_names(part[part.index(noun) + 1 :])
    if entry is None:
        return reader.add(Actor("Psykiatrien", "other", "psychiatry"), part[0], part[-1], units)
    return reader.add(groups.registered(entry), part[0], part[-1], units)


def people(reader: Reader, part: list[Chunk]) -> bool:
    """Read "patientrepræsentanter", "frivillige"."""
    # "andre i barnets netværk": what stands before the preposition belongs to the name.
    first = part[0] if any(c.kind == "i" for c in part) else part[-1]
    return reader.add(groups.people(reader.text[first.start : part[-1].end]), first, part[-1])


def region(reader: Reader, part: list[Chunk]) -> bool:
    """Read "regionen" as the document's region."""
    entry = reader.known.region_entry()
    return reader.add(groups.registered(entry), part[0], part[0]) if entry else False


def name(reader: Reader, part: list[Chunk]) -> bool:
    """Read a registered name with the units printed behind it in the genitive, after a dash or in brackets."""
    name = part[0]
    behind = part[1:]
    placed = bool(behind) and behind[0].kind == "i" and _is_placed(name.entry, behind[-1])
    if behind and behind[0].kind not in "-(" and not (name.genitive or placed):
        return False
    if behind and behind[-1].kind == "N" and not _is_region(behind[-1].entry):
        return False
    units = unit_names(behind) if behind and behind[0].kind != "i" else ()
    return reader.add(single(name), name, part[-1], units)


def _is_placed(entry: Entry | None, place: Chunk) -> bool:
    """Whether "i ..." behind a name tells where it is, not who else takes part."""
    return (
        bool(entry) and (entry.sector == "practice" or place.kind == "E" or _is_region(place.entry)) if entry else False
    )


def _is_region(entry: Entry | None) -> bool:
    return entry is not None and entry.kind == "region"


def bare_place(reader: Reader, part: list[Chunk]) -> bool:
    """Read a place without a head noun as the municipality, and say that this was concluded."""
    chunk = part[0]
    entry = chunk.entry
    kind = "municipality" if entry and entry.kind == "municipality" else "hospital"
    return reader.add(
        single(chunk), chunk, chunk, (), ("ambiguous_actor", f"“{chunk.text}” alone is read as the {kind}")
    )
