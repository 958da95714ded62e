"""The rules of the grammar for units: a part of the actor before it, in it, in brackets behind it, or unknown."""

import re
from dataclasses import replace

from samspil.loaders.naming import groups
from samspil.loaders.naming.chunks import SEP, Chunk, phrases
from samspil.loaders.naming.reader import Reader
from samspil.loaders.records import Actor
from samspil.ontology.register import Entry

_SITED = ("hospital", "psychiatry")
# How the parts of an organisation are called, by its kind.
_PARTED = {
    **dict.fromkeys(("hospital", "psychiatric_centre"), "department"),
    **dict.fromkeys(("municipality", "region"), "administration"),
}


def single(chunk: Chunk, entry: Entry | None = None) -> Actor:
    """Return the actor that a chunk names."""
    named = entry or chunk.entry
    if named is None:
        raise ValueError(f"a chunk of class {chunk.kind} carries no register entry")
    return groups.registered(named)


def unknown_unit(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Center for Rolig Søvn", "Foreningen mod støj og larm": the words behind "for" belong to the name."""
    text = reader.text[part[0].start : part[-1].end]
    head = next(c for c in reversed(part[: next(n for n, c in enumerate(part) if c.kind == "f")]) if c.kind in "UW")
    if not text[0].isupper() or (head.kind == "W" and groups.guessed(head.text).kind != "ngo"):
        return False
    return reader.add(groups.guessed(text), part[0], part[-1], (), ("unknown_actor", f"no register knows “{text}”"))


def dashed_unit(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Sygehus Vendsyssel – Neurorehabiliteringen –": one definite noun behind a dash is a unit."""
    noun = part[2]
    if noun.kind not in "WwU" or not noun.definite:
        return False
    unit = reader.text[noun.start : part[-1].end]
    return reader.add(single(part[0]), part[0], part[-1], (unit,))


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
    return reader.add(single(part[-1]), part[0], part[-1], (unit,))


def part_behind_owner(reader: Reader, part: list[Chunk]) -> bool:
    """Read "Region Hovedstadens Psykiatri - Psykiatriens Centrale Visitation": the second is a unit of the first."""
    owner, unit = (c for c in part if c.kind == "N")
    if not unit.entry or not owner.entry or unit.entry.part_of != owner.entry.key:
        return False
    return reader.add(single(owner), owner, part[-1], (unit.text,))


def brackets(reader: Reader, part: list[Chunk]) -> bool:
    """Read what stands in brackets behind an actor: its role, its units, or more actors."""
    inside = part[1:-1]
    words = " ".join(c.fold for c in inside)
    if not inside:
        return True
    if reader.rest and part[0].start - reader.rest[-1][-1].end <= 1 and len(inside) == 1:
        reader.rest[-1].extend(part)
        return True
    if reader.found and inside[0].fold in phrases()["words"]["now"]:
        return _renamed(reader, part)
    if reader.found and any(p in words for p in phrases()["words"]["proposer"]):
        reader.found[-1] = replace(reader.found[-1], proposer=True)
        return True
    return _more_in_brackets(reader, part)


def _more_in_brackets(reader: Reader, part: list[Chunk]) -> bool:
    inside = part[1:-1]
    if _is_placed_unit(reader, inside):
        return reader.extend(part[-1].end, (reader.text[inside[0].start : inside[-1].end],))
    if any(c.kind in "NPSKHGYC" for c in inside) and inside[0].kind != "Q":
        return False
    if inside[0].fold not in ("en", "et") and unit_names(inside):
        reader.extend(part[-1].end, unit_names(inside))
    return True


def _renamed(reader: Reader, part: list[Chunk]) -> bool:
    """Read "(nu Rigshospitalet)" as the name of today of the actor before."""
    today = Reader(reader.text, reader.known, reader.here(), reader.rules).read(part[2:-1])
    if len(today.found) != 1:
        return False
    last = reader.found[-1]
    reader.found[-1] = replace(last, actor=today.found[0].actor, end=part[-1].end)
    return True


def _is_placed_unit(reader: Reader, inside: list[Chunk]) -> bool:
    """Whether brackets hold a unit of the actor before and where it is: "(FAM Hillerød)", "(Vejle)" of a hospital.

    Of a municipality only what the words call a unit is one: "(Sundhedscenter Viborg)".
    """
    owner = reader.found[-1].actor if reader.found else None
    code = "".join(c.kind for c in inside)
    if owner is None or owner.kind == "municipality":
        return owner is not None and re.fullmatch(r"[Ww]*UP", code) is not None
    return owner.sector in _SITED and re.fullmatch(rf"[WU][WwU]*,?[PS]|[PS](?:{SEP}[PS])*", code) is not None


def represented(reader: Reader, part: list[Chunk]) -> bool:
    """Read "repræsenteret ved A og B": they are units of the actor before."""
    return reader.extend(part[-1].end, tuple(c.text for c in part if c.kind == "N"))


def department(reader: Reader, part: list[Chunk]) -> bool:
    """Read ", Kardiologisk Afdeling" behind a hospital, ", Ældreforvaltningen" behind a municipality as its unit."""
    words = [c for c in part if c.kind not in ",-"]
    kind = _PARTED.get(reader.found[-1].actor.kind) if reader.found else None
    if kind is None or not groups.fits(words[-1].fold, phrases()["words"][kind]):
        return False
    return reader.extend(words[-1].end, (_trimmed(reader.text[words[0].start : words[-1].end]),))


def unit_names(part: list[Chunk]) -> tuple[str, ...]:
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
