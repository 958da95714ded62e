"""Agreements, programmes, laws, plans, pools and systems that a document cites by name, with its relation to each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from samspil.loaders.cited.citednames import names
from samspil.loaders.cited.citedtitles import YEARS, Named, kind_of, words
from samspil.loaders.dates import find_dates
from samspil.loaders.files.document import Document, Line
from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.records import Citation
from samspil.loaders.texts.structure import Text
from samspil.ontology.instruments import in_series, instruments, series

_AGREED = re.compile(r",? (?:der (?:er|blev) |som (?:er|blev) )?(?:indgået|vedtaget|dateret)(?: den)? (?=\d)")
_UNTIL = re.compile(r".{0,30}?\b(?:løber|gælder|udløber)(?: til)?(?: den)? (?=\d)")
_SUBJECT = re.compile(r"(?:(?P<count>De (?:to|tre|fire) sidste|Begge)|de[nt]?|(?P<noun>\w+n|\w+et))\b", re.IGNORECASE)
_OF_IT = re.compile(r"ventes at (?:vedtage|godkende|indgå) den\b")  # "Udvalget ventes at vedtage den"
_COUNTS = {"begge": 2, "de to sidste": 2, "de tre sidste": 3, "de fire sidste": 4}
_NOTE = re.compile(r"\s*\[?\d{1,2}[\].]?\s+(?=\D)")
_CONTENTS = re.compile(r"(?:\. ?){3}|…\s*\d|(?:\s{2,}|\t)\d{1,3}\s*$")
# "1 Et navn i Region Hovedstaden 2019-2021 https://...": a footnote that gives the title of what the text calls a plan
_TITLED_NOTE = re.compile(
    rf"(?:\d{{1,2}} )?(?P<title>[A-ZÆØÅ][^:/]{{10,90}}?)(?: i [A-ZÆØÅ][\w ]+?)?{YEARS.pattern}\s+(?:https?:|www\.)"
)
_ENDINGS = re.compile(r"(?:erne|ene|en|et|ne|n|s)$")
_BEFORE, _AFTER, _REST = 70, 80, 400  # letters around a name in which a cue counts, or a condition


@dataclass
class _Cited:
    named: Named
    citation: Citation


def citations(text: Text, joiner: Joiner, own: Citation | None = None) -> list[Citation]:
    """Return what a document cites by name, in the order of first places, without its `own` agreement."""
    found: list[_Cited] = []
    for passage, section, heading in _passages(text, joiner):
        before, lead = list[_Cited](), ""
        for sentence in sentences(passage):
            named = [n for n in names(sentence.text, heading=heading) if not _is_own(n, own)]
            _read_later(before, sentence.text)
            made = ((n, _made(n, named, sentence, joiner, section)) for n in named)
            before = [
                _cite(found, _based(_led(c, n, lead, sentence.text), n, sentence.text, own), n) for n, c in made
            ] or before
            lead = sentence.text
        _retitle(found, passage)
    return [c.citation for c in found]


def _passages(text: Text, joiner: Joiner) -> Iterator[tuple[Passage, str | None, bool]]:
    """Yield the blocks but for the headings on the front, then what stands outside of them, as footnotes do."""
    front = next((n for n, _ in enumerate(text.blocks) if n not in text.outline.headings), 0)
    for n, block in enumerate(text.blocks):
        if n >= front:
            yield block.passage, text.outline.places[n].section, n in text.outline.headings
    for part in _outside(text, joiner.document):
        yield joiner.lines(part), None, False


def _outside(text: Text, document: Document) -> Iterator[list[Line]]:
    """Yield the lines of footnotes and the like, parted where a number begins one."""
    taken, part = {line.number for block in text.blocks for line in block.lines}, list[Line]()
    for line in document.lines:
        note = _NOTE.match(line.text)
        if part and (note or line.number in taken or not line.text.strip()):
            yield part
            part = []
        if line.number not in taken and re.search(r"[^\W\d]{4}", line.text) and not _CONTENTS.search(line.text):
            cut = note.end() if note else 0
            part.append(Line(line.number, line.text[cut:], line.start + cut, line.page))
    if part:
        yield part


def _made(named: Named, beside: Sequence[Named], sentence: Passage, joiner: Joiner, section: str | None) -> Citation:
    start, end = _period(named, sentence.text)
    return Citation(
        name=named.name,
        kind=named.kind,
        relation=_relation(named, beside, sentence.text),
        as_printed=sentence.text[named.start : named.end],
        evidence=joiner.evidence(sentence, named.start, named.end, section),
        start=start,
        end=end,
    )


def _led(made: Citation, named: Named, lead: str, text: str) -> Citation:
    """Return a citation; behind "Det gælder ..." it stands as the sentence before says."""
    if made.relation != "refers_to" or not text.startswith("Det gælder "):
        return made
    hits = [(m.end(), r) for side in ("before", "after") for r, m in _found(side, lead)]
    return replace(made, relation=_allowed(max(hits)[1], named)) if hits else made


def _based(made: Citation, named: Named, text: str, own: Citation | None) -> Citation:
    """Return a citation as the document's own agreement tells: the order it is made under, the one before, a later."""
    if own is None or made.relation != "refers_to":
        return made
    if own.start and named.last and named.first and named.first > own.start[:4]:
        return replace(made, relation="planned")
    known = instruments().by_key.get(named.head)
    noted = text[: named.start].casefold() == "jf. "  # a footnote that only names it
    if own.kind == "agreement" and known is not None and known.basis and not noted:
        return replace(made, relation="implements")
    if own.kind == "agreement" and _is_before(named, own):
        return replace(made, relation="builds_on")
    return made


def _is_before(named: Named, own: Citation) -> bool:
    """Whether a health agreement is of the generation before the document's own."""
    mine = series(own.name, own.start, own.end)
    return named.head == "sundhedsaftale" and mine is not None and _generation(named) == str(mine - 1)


def _cite(found: list[_Cited], made: Citation, named: Named) -> _Cited:
    """Add a citation to what is found, or its evidence to the one that it repeats."""
    known = next((c for c in found if _same(c.named, named)), None)
    if known is None:
        found.append(_Cited(named, made))
        return found[-1]
    known.citation = _merged(known.citation, made)
    if known.named.bare and not named.bare:
        known.citation, known.named = replace(known.citation, name=named.name), named
    elif known.named.first is None:
        known.named = replace(known.named, first=named.first, last=named.last)
    return known


def _merged(known: Citation, again: Citation) -> Citation:
    return replace(
        known,
        relation=again.relation if _is_weaker(known.relation, again.relation) else known.relation,
        start=known.start or again.start,
        end=known.end or again.end,
        further=(*known.further, again.evidence),
    )


def _is_weaker(known: str, again: str) -> bool:
    """Whether a relation told again says more: any more than a mention, a revision more than that it is used."""
    return known == "refers_to" or (known == "implements" and again == "revises")


def _same(one: Named, other: Named) -> bool:
    """Whether two names are of one thing: the same head and object, no other years; a bare head repeats any."""
    same_head = one.head == other.head or (other.bare and one.head.endswith(f" {other.head}"))
    if one.object and one.head.endswith(other.head) and _folded(one.object) == _folded(other.object):
        same_head = True  # "Programmet for gigt" behind "Forløbsprogram for gigt"
    if not same_head or (one.first and other.first and one.first != other.first):
        return False
    if one.head == "sundhedsaftale":
        return _generation(one) == _generation(other)
    return one.bare or other.bare or _folded(one.object) == _folded(other.object)


def _generation(named: Named) -> str:
    return named.object or str(series(named.name, named.first, named.last))


def _is_own(named: Named, own: Citation | None) -> bool:
    """Whether a name is that of the document's own agreement."""
    if own is None:
        return False
    if named.kind == own.kind == "agreement" and named.head == "sundhedsaftale":
        if named.first and own.start and named.name.endswith(named.first) and named.first < own.start[:4]:
            return False  # "Sundhedsaftale 2007" beside the document's own of 2008
        return _generation(named) == str(series(own.name, own.start, own.end))
    years = YEARS.search(own.name)
    if named.last and years and years.groups() == (named.first, named.last) and not named.object:
        return own.name.casefold().startswith(f"{named.head} ")  # as the heads of pages have it, without the place
    return _folded(named.name) == _folded(own.name)


def _folded(name: str) -> str:
    parts = re.sub(r"[-\s]+", " ", YEARS.sub("", name)).casefold().split()
    return " ".join(_ENDINGS.sub("", part) for part in parts)


def _period(named: Named, text: str) -> tuple[str | None, str | None]:
    """Return start and end: the days that the sentence gives, else the years of the name."""
    known = in_series(named.head)
    end = named.last or (named.first if known and known.annual else None)
    begun = text.endswith("trådte ", 0, named.start) and text.startswith(" i kraft", named.end)
    start = _day(text, 0, named.start) if begun else _day_behind(_AGREED, text, named.end)
    return start or named.first, _day_behind(_UNTIL, text, named.end) or end


def _day_behind(pattern: re.Pattern[str], text: str, at: int) -> str | None:
    match = pattern.match(text, at)
    return _day(text, match.end(), match.end() + 24) if match else None


def _day(text: str, start: int, end: int) -> str | None:
    """Return the first date within a range, if it is a day."""
    found = next((d for d in find_dates(text) if start <= d.start < end), None)
    return found.first.isoformat() if found and found.first and found.precision == "day" else None


@cache
def _cues(side: str) -> list[tuple[str, re.Pattern[str]]]:
    listed = words()[side].items()
    return [(code, re.compile(rf"\b(?:{'|'.join(cues)})(?!\w)", re.IGNORECASE)) for code, cues in listed]


def _relation(named: Named, beside: Sequence[Named], text: str) -> str:
    """Return how the document stands to what it names: by the first cue behind the name, else the nearest before it."""
    stop = min((n.start for n in beside if n.start >= named.end), default=len(text))
    after = text[named.end : min(stop, named.end + _AFTER)]
    if "hvis" not in text[named.end : named.end + _REST].split() and (
        hits := [(m.start(), r) for r, m in _found("after", after)]
    ):
        return _allowed(min(hits)[1], named)
    start = named.start if named.cue < 0 else named.cue
    before = text[max(0, start - _BEFORE) : start]
    # what is to be made is made in the same clause
    nearest = [(m.end(), r) for r, m in _found("before", before) if r != "planned" or "," not in before[m.end() :]]
    told = max(nearest)[1] if nearest else "refers_to"
    return "refers_to" if told == "planned" and named.kind == "database" else _allowed(told, named)


def _found(side: str, text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for code, pattern in _cues(side):
        for match in pattern.finditer(text):
            yield code, match


def _allowed(relation: str, named: Named) -> str:
    """Return the relation, but for what a system or a law cannot be to a document."""
    if named.kind == "it_system" or (named.kind == "database" and relation != "planned"):
        return "refers_to"
    if relation == "answers":  # an agreement on one year's economy is answered by doing what it says
        known = in_series(named.head)
        return "implements" if known and known.annual else "refers_to"
    if named.kind == "law" and relation == "revises" and named.head.endswith(("lov", "loven")):
        return "refers_to"
    return "implements" if named.kind == "law" and relation == "builds_on" else relation


def _read_later(cited: Sequence[_Cited], text: str) -> None:
    """Read what the next sentence says of the names before it: "Planen ventes vedtaget", "De to sidste er på vej"."""
    subject = _SUBJECT.match(text)
    told = next((r for r, _ in _found("later", text)), None) if subject else None
    if subject is None or told is None:
        return
    noun = None if _OF_IT.search(text) else subject["noun"]
    meant = [c for c in cited if not noun or kind_of(noun) == c.citation.kind]
    for one in meant[-_COUNTS.get((subject["count"] or "").casefold(), 1) :]:
        if one.citation.relation == "refers_to":
            one.citation = replace(one.citation, relation=_allowed(told, one.named))


def _retitle(found: Sequence[_Cited], passage: Passage) -> None:
    """Give a plan or a strategy the title that a footnote prints with the same years."""
    match = _TITLED_NOTE.match(passage.text)
    for cited in found:
        years = (cited.named.first, cited.named.last)
        if (
            match
            and years == (match["first"], match["last"])
            and cited.named.last
            and cited.named.head in ("plan", "strategi")
        ):
            cited.citation = replace(cited.citation, name=match["title"])
