"""Committees: by which names a document calls them, and how lists of their members look."""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from samspil.loaders.naming.groups import Context, guessed, registered
from samspil.loaders.naming.names import names
from samspil.loaders.naming.tokens import tokens
from samspil.loaders.records import Actor
from samspil.loaders.texts.structure import Text
from samspil.ontology.register import Entry, register

LABEL_WORDS = 15
_TITLE_BLOCKS = 4
_STOP = re.compile(r"[a-zæøå]{3}\. [A-ZÆØÅ]")
_ENDING = r"(?:ene|erne|et|en|t|n|ne)?"
_CAPITAL = r"(?!\w*(?:udvalg|klynge|råd\b|rådet\b))[A-ZÆØÅ][\w-]*"
_BODY_KINDS = frozenset({"practice", "ngo", "region", "municipality", "other"})


@cache
def words() -> dict[str, Any]:
    """Return the words by which documents tell of seats."""
    return tomllib.loads(files("samspil.loaders.seating").joinpath("seats.toml").read_text("utf-8"))


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """Return a pattern of the words, for text in any case."""
    return re.compile(words()[table][name], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor named in a text, with its place."""

    start: int
    end: int
    actor: Actor


def entries(text: str, context: Context) -> list[tuple[int, int, Entry]]:
    """Return the full names, aliases and abbreviations of the registers in a text, with their places."""
    known = names(context.on, context.region)
    found, at, listed = [], 0, tokens(text)
    while at < len(listed):
        match = known.match(listed, at) if listed[at].is_word else None
        if match:
            found.append((listed[at].start, listed[at + match.length - 1].end, match.entry))
        at += match.length if match else 1
    return found


def marks(text: str, context: Context) -> list[Named]:
    """Return the actors of the registers in a text."""
    return [Named(start, end, registered(entry)) for start, end, entry in entries(text, context)]


def is_body(entry: Entry) -> bool:
    """Whether a committee is one that appoints: a regional council, the municipalities' contact council."""
    return entry.kind == "committee" and any(b in entry.name.casefold() for b in words()["committees"]["bodies"])


@cache
def _printed() -> re.Pattern[str]:
    """Return the pattern of a committee's name: "Social- og Sundhedsudvalget", "Udvalget for Børn og Skole"."""
    heads = "|".join(words()["committees"]["heads"])
    parts = r"(?:[A-ZÆØÅ]\w*-(?:, (?=[A-ZÆØÅ])| og | & |/))*"
    adjectives = r"(?:[Pp]olitiske|[Aa]dministrative|[Tt]værsektorielle|[Ss]trategiske|[Ff]ælles) "
    described = rf"(?:[Dd]en |[Dd]et )(?![Pp]olitiske \w*gruppe){adjectives}"
    # a group that an adjective tells apart has that for its name: "den politiske styregruppe"
    kind = r"(?P<kind>[Pp]olitiske?|[Ff]ælles politiske?) (?=\w*gruppe)"
    topic = rf"{_CAPITAL}(?: {_CAPITAL}(?! [A-ZÆØÅ]))?"  # "Mental Sundhed"; behind "Sundhed" a person may be named
    coming = r"(?P<coming>[Ff]orberedende (?=\w*råd))?"
    level = r"(?<=klyngens) (?:politiske|faglige|administrative) niveau"
    purpose = rf" (?:for|vedrørende) {topic}(?:(?:, | og | & | samt ){topic})*| for almen praksis"
    place = rf" (?!Region\b|Kommune\b){_CAPITAL}(?:(?: og |/){_CAPITAL})?"
    return re.compile(
        rf"(?<![\w-])(?:{described})?(?P<name>(?:{kind})?{parts}{coming}(?P<stem>\w*?)(?P<head>(?i:{heads}))(?P<end>{_ENDING})(?P<of>s?)(?!\w)"
        rf"(?P<more>{purpose}|{level}|(?<=klynge){place}|(?<=klyngen){place}|(?<=råd){place})?)"
    )


class Committees:
    """The committees of one document: what it calls them in full, and which one its title is about."""

    def __init__(self, text: Text, context: Context) -> None:
        self.context = context
        self.longer: dict[str, Actor] = {}
        self.full = list(dict.fromkeys(n.actor for b in text.blocks for n in self._named(b.text)))
        # "Samarbejdsudvalget" is "Samarbejdsudvalget for almen praksis" where the document calls one so
        self.longer = {a.name: b for a in self.full for b in self.full if b.name.startswith(f"{a.name} for ")}
        self.full = [a for a in self.full if a.name not in self.longer]
        titled = [n for b in text.blocks[:_TITLE_BLOCKS] for n in self._named(b.text)]
        self.main = titled[0].actor if titled else None
        opening = {m.actor for b in text.blocks[:_TITLE_BLOCKS] for m in marks(b.text, context)}
        places = [actor for actor in opening if actor.kind in ("municipality", "region")]
        self.place = places[0] if len(places) == 1 and places[0].kind == "municipality" else None

    def find(self, text: str, scope: Actor | None) -> list[Named]:
        """Return the committees of a text; "udvalget" is the one in scope, else the document's own."""
        named = self._named(text)
        taken = [(n.start, n.end) for n in named]
        for match in _printed().finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                meant = self._meant(match, scope)
                named += [Named(match.start(), match.end(), meant)] if meant else []
        return sorted(named, key=lambda n: n.start)

    def bodies(self, text: str) -> list[Named]:
        """Return what a text names that may appoint members."""
        found = [e for e in entries(text, self.context) if is_body(e[2]) or e[2].kind in _BODY_KINDS]
        councils = [end for _, end, entry in found if is_body(entry)]
        # "regionsrådet, Region Syddanmark" is one body
        apart = (
            e for e in found if e[2].kind != "region" or not any(text[c : e[0]] in (", ", " i ") for c in councils)
        )
        return [Named(start, end, registered(entry)) for start, end, entry in apart]

    def _named(self, text: str) -> list[Named]:
        """Return the committees called by a name of their own."""
        listed = [e for e in entries(text, self.context) if e[2].kind == "committee"]
        bodies = [(start, end) for start, end, entry in listed if is_body(entry)]
        found = [Named(start, end, self._official(entry)) for start, end, entry in listed if not is_body(entry)]
        for match in _printed().finditer(text):
            over = [n for n in found if n.start < match.end() and match.start() < n.end]
            if any(start < match.end() and match.start() < end for start, end in bodies) or not _is_own(match):
                continue
            longer = all(n.end < match.end("name") - len(match["of"]) and match["more"] for n in over)
            if longer or match["coming"]:
                found = [n for n in found if n not in over]
                found.append(Named(match.start(), match.end(), _as_printed(match)))
        named = (replace(n, actor=self.longer.get(n.actor.name, n.actor)) for n in found if not _is_bare(n.actor))
        return sorted(named, key=lambda n: n.start)

    def _official(self, entry: Entry) -> Actor:
        """Return a committee of the registers in the definite form; the region goes without saying where it is ours."""
        if entry.region == self.context.region and entry.region:
            region = register().by_key[entry.region].name
            short = names(self.context.on).full_name(entry.name.removesuffix(f" i {region}"))
            entry = short if short and short.kind == "committee" else entry
        definite = (a for a in entry.aliases if a in (f"{entry.name}et", f"{entry.name}en", f"{entry.name}n"))
        return replace(registered(entry), name=next(definite, entry.name))

    def _meant(self, match: re.Match[str], scope: Actor | None) -> Actor | None:
        """Return the committee that a noun stands for: one whose name begins with it, else one of its kind."""
        if match["end"] in ("ene", "erne") or _is_never(match["name"]):
            return None
        noun = _bare(match)
        if match["stem"]:
            stem = noun.casefold()
            options = [a for a in self.full if a.name.casefold().startswith(stem)]
        else:
            options = [a for a in self.full if match["head"].casefold() in a.name.casefold()]
            if not match["end"]:
                return None
        best = [a for a in (scope, self.main) if a in options]
        return next(iter(best or options), None)


def _bare(match: re.Match[str]) -> str:
    """Return the noun without the endings of definiteness."""
    return f"{match['stem']}{match['head']}"


def _is_never(name: str) -> bool:
    return any(word in name.casefold() for word in words()["committees"]["never"])


def _is_own(match: re.Match[str]) -> bool:
    """Whether a match is a name, not the mere noun: capitalised, with a first part or with what it is for."""
    if match["end"] in ("ene", "erne") or _is_never(match["name"]):
        return False
    if match["kind"]:
        return True
    if not match["name"][0].isupper():
        return bool(match["more"] and match["more"][1].isupper())  # "sundhedsråd Fyn"
    return bool(match["stem"] or match["more"] or "-" in match["name"]) and bool(match["end"] or match["more"])


def _is_bare(actor: Actor) -> bool:
    """Whether a name is a noun for any of its kind: "sundhedsklyngen" is one of many."""
    return actor.register_key in ("sundhedsklynge", "sundhedsraad", "samordningsudvalg")


def _as_printed(match: re.Match[str]) -> Actor:
    name = match["name"]
    if match["kind"]:  # one name for "en politisk styregruppe" and "den politiske styregruppe"
        name = f"{match['kind'].rstrip('e ')} {_bare(match)}{match['more'] or ''}".capitalize()
    name = name[: len(name) - 1] if match["of"] and not match["more"] else name
    name = name[0].upper() + name[1:]
    return Actor(name, "committee", guessed(name).sector)


def towns(text: str, context: Context) -> list[Named]:
    """Return the municipalities that a text names by their bare places."""
    known, listed = names(context.on, context.region), tokens(text)
    found = ((at, known.place(listed, at)) for at in range(len(listed)) if listed[at].is_word)
    return [Named(listed[n].start, listed[n + m.length - 1].end, registered(m.entry)) for n, m in found if m]


def is_entry(text: str) -> bool:
    """Whether a text can be an entry of a list: no sentence, no way to reach somebody."""
    if _STOP.search(text) or (text.endswith(".") and len(text.split()) > LABEL_WORDS):
        return False
    bare = pattern("refusing", "fine").sub("", text)
    return not pattern("refusing", "verb").search(bare) and not pattern("refusing", "contact").search(text)


@cache
def _column() -> re.Pattern[str]:
    longest = sorted(words()["announcing"]["columns"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def titles(text: str) -> list[str]:
    """Return the titles of columns that a line consists of, be they one space apart or many; else nothing."""
    fold = text.casefold()
    return [] if _column().sub("", fold).strip(" ,./|") else _column().findall(fold)


def town_in(text: str, context: Context) -> Actor | None:
    """Return the municipality whose bare place a phrase names first."""
    return next((town.actor for town in towns(text, context)), None)
