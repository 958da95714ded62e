"""Names of agreements, laws, plans and systems in a sentence: those of the register, and those that look like one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samspil.loaders.cited.citedtitles import (
    PASSIVE,
    WINDOW,
    YEARS,
    Named,
    before,
    head,
    kind_of,
    own_names,
    quoted,
    words,
)
from samspil.ontology.instruments import Instrument, find, in_series, series
from samspil.ontology.numerals import MONTHS, ORDINALS

_MONTH = f"(?:{'|'.join(MONTHS)})"
_BESIDE = re.compile(
    rf" (?:fra|i|af) (?:{_MONTH} )?(?P<first>(?:19|20)\d\d)(?!\d)| \((?:[a-zæøå]+ )?(?P<inside>(?:19|20)\d\d)\)"
)
_OBJECT = re.compile(
    r"(?: nr\.? ?\d+(?: af [\w. ]{4,20}\d{4})?)?(?: i [A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+)?)?"
    r" (?:om|for|til|vedr\.|vedrørende|inden for)(?: (?:borgere|patienter) med)?:? "
)
_AREA = re.compile(r"(?: mellem [\w ]{1,30}?)? på (?P<area>(?:\S+ og )?\S*område(?:t|r|rne)?)\b")
_ADDRESS = re.compile(r"(?<!\S)\S{0,40}?(?:https?:|www\.|://)\S*")
_NTH = f"(?:{'|'.join(ORDINALS)})"
# "de første sundhedsaftaler" without "generation" are only those at the beginning
_GENERATION = re.compile(
    rf"(?i){_NTH} (?:generation (?:af )?sundhed\w{{0,20}}aftale\w*|sundhed\w{{0,20}}aftalen?\b)"
    rf"|sundhedsaftale(?:n|rne) (?:fra|i|af) (?:den )?{_NTH} generation"
)
_EARLIER = re.compile(r"(?:(?:to|tre|fire) )?(?:foregående|tidligere|forrige) sundhedsaftaler(?:ne)?", re.IGNORECASE)
# "siden kommunalreformen": a reform that only tells when
_WHEN = re.compile(r"\b(?:ved|siden|efter|før|med|inden|i forbindelse med) (?:den )?$", re.IGNORECASE)
_ON_ITS_WAY = re.compile(r" er (?:endnu )?(?:på vej|under (?:udarbejdelse|udvikling))")
_LAST_WORD = re.compile(r"(\w+) $")
_TOLD = frozenset({"plan", "strategy", "programme"})
# what a name takes with a capital letter in the middle of a sentence: "Cykelpolitisk", "Dansk"
_ADJECTIVE = re.compile(r"[A-ZÆØÅ]\w*(?:sk|ske|[nr]al|[nr]ale|iel|ielle)")
_OWNER = re.compile(r"(?<![\w-])(?:Danske )?[A-ZÆØÅ]\w+s $")
_NUMERAL = re.compile(r" (?P<number>I{1,3}|IV|V)(?!\w)")
_COUPLED = re.compile(r"(?<![\w-])[A-ZÆØÅ]\w+- og $")  # "Børne- og Ungepolitik"
_PLURAL = frozenset({"r", "er", "rne", "erne", "mer", "merne", "ker"})
_DEFINITE = frozenset({"n", "en", "et", "ken", "met", "rne", "erne", "merne"})
_END = '.,;:)”"'
_LONGEST = 12  # words of a name's object


@dataclass(frozen=True, slots=True)
class _Tail:
    end: int
    object: str = ""
    first: str | None = None
    last: str | None = None


def names(text: str, *, heading: bool = False) -> list[Named]:
    """Return the names in a sentence in the order of print; a heading must show a year or a name of the register."""
    found = [Named(*m.span(), "", "", "") for m in _ADDRESS.finditer(text)]
    for named in (*_registered(text), *_generations(text), *own_names(text), *_compounds(text, heading)):
        if not any(named.start < f.end and f.start < named.end for f in found):
            found.append(named)
    return sorted((f for f in found if f.name), key=lambda n: n.start)


def _registered(text: str) -> Iterator[Named]:
    for place in find(text):
        known, start = place.instrument, place.start
        # "den nationale Demenshandlingsplan": an adjective in small letters stands outside of the name
        adjective = re.match(r"(?:nationale |det )(?=[A-ZÆØÅ])", text[start : place.end])
        start += adjective.end() if adjective else 0
        kind = _called_a(text, start, known)
        period = YEARS.match(text, place.end)
        if period and period["last"]:
            end, (first, last) = period.end(), period.group("first", "last")
            yield Named(start, end, text[start:end], kind, known.key, "", first, last)
            continue
        # what only tells when has no name, so that no other reading takes its place
        name = "" if known.event and _WHEN.search(before(text, start)) else text[start : place.end]
        yield Named(start, place.end, name, kind, known.key, "", _beside(text, place.end) or known.start)


def _called_a(text: str, at: int, known: Instrument) -> str:
    """Return the kind of an instrument of the register, for a plan or a strategy as the noun before it has it."""
    noun = _LAST_WORD.search(before(text, at))
    told = kind_of(noun[1]) if noun else None
    return told if told in _TOLD and known.kind in _TOLD else known.kind


def _beside(text: str, at: int) -> str | None:
    match = _BESIDE.match(text, at)
    return (match["first"] or match["inside"]) if match else None


def _generations(text: str) -> Iterator[Named]:
    """Yield health agreements by their number or as the earlier ones."""
    for match in _GENERATION.finditer(text):
        number = str(series(match[0]))
        yield Named(*match.span(), match[0], "agreement", "sundhedsaftale", number, _beside(text, match.end()))
    for match in _EARLIER.finditer(text):
        yield Named(*match.span(), match[0], "agreement", "sundhedsaftale", "earlier")


def _compounds(text: str, heading: bool) -> Iterator[Named]:
    """Yield the names that a noun such as -aftale or -plan heads, one for each thing that a plural is of."""
    marked = quoted(text)
    for match in head().finditer(text):
        if match[0].casefold() in words()["words"]["false"] or (match["noun"], match["form"]) == ("plan", "et"):
            continue
        named = _compound(text, match)
        inside = any(a <= named.start and named.end <= b for a, b in marked)
        if _accepts(text, match, named, heading, inside):
            yield from _each(text, match, named)


def _compound(text: str, match: re.Match[str]) -> Named:
    start, tail = _with_adjectives(text, match.start()), _tail(text, match.end())
    owner = _OWNER.search(before(text, start)) if match[0] == "pulje" and tail.object else None
    start -= len(owner[0]) if owner else 0
    if text[start:].startswith("generisk") and not tail.first:
        tail = _Tail(match.end())
    end = tail.end - (1 if match["gen"] and tail.end == match.end() else 0)
    area = _AREA.match(text, match.end()) if tail.end > match.end() else None
    name = f"{text[start : match.end()]} på {area['area']}" if area and not tail.first else text[start:end]
    head = f"{text[start : match.start()]}{match['stem']}{match['noun']}".casefold().replace("ssaftale", "saftale")
    return Named(start, end, name, words()["kinds"][match["noun"].casefold()], head, tail.object, tail.first, tail.last)


def _with_adjectives(text: str, start: int) -> int:
    """Return where a name begins whose adjective has the capital letter: "Regional Udviklingsplan"."""
    listed = words()["words"]
    while led := re.search(r"(?<![\w-])(\w+) $", before(text, start)):
        word, begin = led[1], start - len(led[0])
        national = re.match(r"nationale (?:(?:kliniske )?retningslinje|[\w-]*strategi(?![^\W\d]))", text[begin:])
        proper = begin > 1 and text[begin - 2] not in ".:•" and _ADJECTIVE.fullmatch(word)
        capital = word[0].isupper() and (proper or word.casefold() in listed["adjectives"])
        if not capital and not (text[start].islower() and (national or word in listed["naming"])):
            break
        start = begin
    coupled = _COUPLED.search(before(text, start))
    return start - len(coupled[0]) if coupled else start


def _tail(text: str, at: int) -> _Tail:
    """Return what belongs to a name behind its head."""
    if years := YEARS.match(text, at):
        return _Tail(years.end(), "", years["first"], years["last"])
    if numeral := _NUMERAL.match(text, at):
        return _Tail(numeral.end(), numeral["number"])
    if area := _AREA.match(text, at):
        return _Tail(area.end(), area["area"])
    beside = _BESIDE.match(text, at)
    year = _beside(text, at)
    begin = _OBJECT.match(text, beside.end() if beside else at)
    end = _object(text, begin.end()) if begin else at
    if begin is None or end <= begin.end():
        return _Tail(at, "", year)
    told = text[begin.end() : end]
    if years := YEARS.match(text, end):
        return _Tail(years.end(), told, years["first"], years["last"])
    return _Tail(end, told, year or _beside(text, end))


def _object(text: str, at: int) -> int:
    """Return where the object of "aftale om ..." ends."""
    end = at
    for n, match in enumerate(re.finditer(r"\s*(\S+)", text[at : at + WINDOW])):
        word, after = match[1], text[at + match.end() : at + WINDOW].split(maxsplit=2)[:2]
        if n == _LONGEST or _stops(word.strip('”"“').casefold().rstrip(_END), word, after):
            break
        end = at + match.end() - (len(word) - len(word.rstrip(_END)))
        if word[-1] in _END and word != "vedr.":
            break
    return at + len(_without_loose(text[at:end]))


def _stops(bare: str, word: str, after: Sequence[str]) -> bool:
    """Whether an object ends before a word."""
    listed = words()["words"]
    follows = after[0].casefold().rstrip(_END) if after else ""
    if (
        bare in listed["stops"]
        or PASSIVE.fullmatch(bare)
        or word[0] in "(•–-"
        or (re.match(r"(?:19|20)\d\d", bare) and follows != "år")
    ):
        return True
    if bare in ("i", "på", "fra", "med", "for"):
        return follows in listed["open"] or re.match(_MONTH, follows) is not None or follows[:2] in ("19", "20")
    return bare in ("og", "eller") and (follows in ("de", "den", "det", "i", *listed["stops"]) or _heads_next(after))


def _heads_next(after: Sequence[str]) -> bool:
    """Whether one of the next two words heads another name."""
    heads = [m for w in after if (m := head().match(w.strip('”"“,.')))]
    return any(
        m[0][0].isupper()
        or (m["noun"] == "aftale" and m["form"] not in _PLURAL)
        or m["form"] in ("n", "en", "t", "met")
        for m in heads
    ) or (len(after) > 1 and after[1] in ("for", "om") and any(m["stem"] and not m["form"] for m in heads))


def _without_loose(told: str) -> str:
    *first, last = told.split(" ")
    return _without_loose(" ".join(first)) if first and last.casefold() in words()["words"]["loose"] else told


def _accepts(text: str, match: re.Match[str], named: Named, heading: bool, inside: bool) -> bool:
    """Whether a noun names one thing rather than a kind of things."""
    generic, compound = named.head in words()["words"]["generic"], bool(match["stem"])
    plural, capital = match["form"].casefold() in _PLURAL, named.name[0].isupper()
    if inside or heading:
        return (inside and (compound or not named.bare)) or (compound and named.first is not None)
    if named.start < match.start() and match[0][0].isupper() and not plural and (compound or named.kind == "database"):
        return True
    if capital and named.start > 0 and text[named.start - 2] not in ".:•":
        return bool(named.last) or (not plural and (not named.bare or (compound and not generic)))
    single = not plural or _AREA.search(text, match.end(), named.end)
    if (
        (capital and named.first)
        or (compound and named.last)
        or (named.kind == "plan" and compound and named.name[-4:] == named.first)
        or (capital and named.object and single)
    ):
        return True
    return _is_plain_name(text, match, named)


def _is_plain_name(text: str, match: re.Match[str], named: Named) -> bool:
    """Whether a noun in small letters names one thing."""
    listed, form = words()["words"], match["form"].casefold()
    single = form in _DEFINITE and form not in _PLURAL
    if named.object and named.object.split()[0] in listed["vague"]:
        return False
    if in_series(named.head) or (match["stem"] and single and named.first):
        return bool(named.object or named.first) or single
    if named.object and _is_made(text, match, named):
        return True
    compound = bool(match["stem"]) and named.head not in listed["generic"]
    if named.name.split()[0] in (*listed["naming"], "nationale"):
        return compound or bool(named.object) or named.name.startswith(("generisk", "nationale kliniske"))
    if compound and re.search(r"\b(?:nuværende|gældende|eksisterende) $", before(text, named.start)):
        return named.kind == "agreement"
    lasting = named.kind == "database" or named.head.endswith("reform")
    return compound and (lasting or (single and named.kind in ("agreement", "law", "pool", "it_system")))


def _is_made(text: str, match: re.Match[str], named: Named) -> bool:
    """Whether an object makes a name of a noun: of a law, in a year, or of what is to be made."""
    act = named.head in ("bekendtgørelse", "cirkulære") and " om " in named.name
    if named.first or act or named.head == "lov" or named.head[0] == "§":
        return True
    if _AREA.search(text, match.end(), named.end) and (match["stem"] or not _AREA.match(text, match.end())):
        return True
    if re.match(r", som (?:skal )?(?:udarbejdes|udvikles)", text[named.end :]):
        return bool(match["stem"])
    if match["stem"] and _ON_ITS_WAY.match(text, named.end):
        return True
    making = re.search(words()["words"]["making"], before(text, named.start), re.IGNORECASE)
    return making is not None and named.kind == "agreement"


def _each(text: str, match: re.Match[str], named: Named) -> Iterator[Named]:
    """Yield one name, or those of "forløbsprogrammer for A, B og C"."""
    listed = (
        match["form"].casefold() in ("r", "mer", "merne")
        and match["stem"]
        and match["noun"].casefold() != "retningslinje"
    )
    if not listed or not named.object or _AREA.match(text, match.end()):
        yield named
        return
    head = f"{match['stem']}{match['noun']}"
    for start, end in _parts(text, text.index(named.object, match.end())):
        name = f"{head[0].lower()}{head[1:]} for {text[start:end]}"
        yield replace(named, start=start, end=end, name=name, object=text[start:end], cue=named.start)


def _parts(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of an enumeration; only the last of several is parted at "og", for "børn og unge" is one."""
    begin = at
    while at:
        end = _object(text, at)
        again = text[end : end + 2] == ", " and _object(text, end + 2) > end + 2
        last = re.search(r" og (?:på )?", text[at:end]) if at > begin and not again else None
        yield from ((at, at + last.start()), (at + last.end(), end)) if last else ((at, end),)
        at = end + 2 if again else 0
