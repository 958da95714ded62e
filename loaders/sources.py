"""What a document is: key, title, publisher and date, known beforehand or told by the document itself."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from samspil.loaders.dates import DateFound, find_dates
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner, squeezed
from samspil.ontology.register import register

HEAD_LINES = 20
HEAD_LENGTH = 3000
FOOT_LINES = 6
TITLE_LINES = 4
TITLE_LENGTH = 200
_PUBLISHERS = frozenset({"region", "municipality", "national_authority"})
_DASH = "[-\u2010-\u2015]"
_LABEL = re.compile(
    r"(?:til|fra|cc|kopi|dato|mødedato|sags?(?:nr|nummer|behandler|id)?|journal(?:nr|nummer)?|j\.? ?nr"
    r"|dok(?:ument)?(?:nr|nummer)?|tlf|telefon|direkte|e?-?mail|web|www|ean|cvr"
    r"|ref|reference|att|afsender|modtager|initialer|forfatter|bilag til)"
    r"\b\.?(?:\s*:|$)",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(r"(?:til|cc|kopi|att|modtager)\b\.?\s*:", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:vedr|vedrørende|emne|titel|angående|ang)\b\s*[.:]+\s*", re.IGNORECASE)
_KIND = (
    r"(?:notat|referat|bilag(?: ?[\dA-Z]{1,3})?|(?:endeligt? |foreløbigt? )?udkast|høringsversion|mødesag"
    r"|sagsfremstilling|dagsorden|brev|orientering|indstilling|fortroligt|pixi(?:udgave)?|version ?[\d.]*)"
)
_KIND_BEFORE = re.compile(rf"{_KIND}\s*(?:{_DASH}|:)\s+", re.IGNORECASE)
_NO_TITLE = re.compile(
    rf"(?:{_KIND}|side \d+(?: (?:af|/) \d+)?|[\W\d_]+|\S*(?:https?:|www\.|@)\S*"
    r"|\S+(?:vej|gade|allé|plads|stræde|vænge)(?:en|et)? \d.*|\d{4} [A-ZÆØÅ][\w ]+"
    r"|(?:center|afdeling|enhed|forvaltning|stab|sekretariat)(?:et|en)? for .*"
    r"|\S+(?:forvaltningen|afdelingen|sekretariatet|udvalget|centret|centeret|direktionen|administrationen))[.:]?",
    re.IGNORECASE,
)
_FIRST_HEADING = re.compile(
    r"(?:\d+\.?\s*)?(?:indledning|forord|baggrund|resumé|resume|sammenfatning|læsevejledning|formål|indhold(?:sfortegnelse)?)[.:]?",
    re.IGNORECASE,
)
_TITLE_NOUN = re.compile(
    r"(?:strategi|aftale|plan|politik|program|notat|oversigt|redegørelse|rapport|projekt|pulje|retningslinje|koncept)"
    r"(?:er|r|en|n|et|t|ne|katalog|forslag)*\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    rf"(?:[-,/:–]|{_DASH}|\b(?:og|eller|og/eller|for|af|i|på|til|med|mellem|om|over|under|ved|fra|samt|den|det|de|en|et))$",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"(?:(?:dato|udgivet|udarbejdet|revideret|opdateret|version|notat|referat|mødedato|side \d+(?: af \d+)?)"
    r"\b\s*[:.]?\s*|©|(?-i:[A-ZÆØÅ])\w+(?: (?-i:[A-Z]))?,?\s+|den\b\s*|d\.\s*|[|,;.:/\s–-])*",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(r"[\s.,;|–-]*(?:side \d+(?: af \d+)?|\d{1,3})?[\s.]*", re.IGNORECASE)
_NOT_PUBLISHED = re.compile(
    r"\b(?:frist|gældende|senest|inden|periode|fra|til|efter|siden|budget|puljen?)\b|frist:", re.IGNORECASE
)
_PRECISION = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document is; `known` if by its hash, and None for what it does not tell."""

    key: str
    title: str | None
    publisher: str | None
    date: str | None
    known: bool


def identify(document: Document) -> Metadata:
    """Return what is known of a document beforehand, or what the document tells of itself."""
    known = manifest().get(document.sha256)
    if known is not None:
        return Metadata(known["key"], known["title"], known.get("publisher"), known.get("date"), True)
    return Metadata(_key(document.name), _title(document), _publisher(document), _date(document), False)


@cache
def manifest() -> Mapping[str, Mapping[str, str]]:
    """Return what is known of documents beforehand, by the SHA-256 of their files."""
    return tomllib.loads((files("samspil.loaders") / "manifest.toml").read_text("utf-8"))


def _key(name: str) -> str:
    path = PurePath(name.replace("\\", "/"))
    return path.stem or path.name


def _head(document: Document) -> list[str]:
    """Return the first lines that hold text; an empty text among them is a gap."""
    return list(_bounded(document.text[:HEAD_LENGTH].split("\n"), HEAD_LINES))


def _bounded(lines: Iterable[str], limit: int) -> Iterator[str]:
    for line in lines:
        text = squeezed(line)
        limit -= bool(text)
        if limit < 0:
            return
        yield text


def _title(document: Document) -> str | None:
    if document.title:
        return document.title
    head = _head(document)
    first = next((n for n, line in enumerate(head) if line and not _is_letterhead(line)), None)
    # The heading of a first chapter before any title says that the title page is missing.
    if first is None or _FIRST_HEADING.fullmatch(head[first]):
        return _running_head(document)
    lines = list(_wrapped(head[first:]))
    title = _joined(lines)
    if _is_titular(title) and any(map(_TITLE_NOUN.search, lines)):
        return title
    return _running_head(document) or (title if _is_titular(title) else None)


def _is_letterhead(line: str) -> bool:
    if _LABEL.match(line) or _NO_TITLE.fullmatch(line) or _date_of(line) is not None:
        return True
    return _publisher_of(line) == line.rstrip(".")


def _wrapped(lines: list[str]) -> Iterator[str]:
    """Yield the lines of a title: it goes on where a line cannot be its end or the next cannot begin anew."""
    for line, after in zip(lines[:TITLE_LINES], [*lines[1:], ""], strict=False):
        yield line
        if not after or not (_UNFINISHED.search(line) or after[0].islower()):
            return


def _joined(lines: Iterable[str]) -> str:
    head = Document("", "text", "\n".join(lines), "")
    text = _KIND_BEFORE.sub("", Joiner(head).lines(head.lines).text, count=1)
    return re.sub(r"\s+(?=/\w)", "", _SUBJECT.sub("", text, count=1)).rstrip(" .:–-")


def _is_titular(title: str) -> bool:
    """Whether a text can be a title: neither a sentence nor a mere letter."""
    return 2 < len(title) <= TITLE_LENGTH and not re.search(r"[.!?] [A-ZÆØÅ]\w+ \w+ \w+", title) and "•" not in title


def _running_head(document: Document) -> str | None:
    """Return the head of a page that names a document: a line with such a noun before a page number."""
    lines = [text for line in document.lines if (text := line.text.strip())]
    for line, *after in zip(lines, lines[1:], [*lines[2:], ""], strict=False):
        if not any(re.fullmatch(r"\d{1,3}", text) for text in after):
            continue
        if len(line.split()) > 2 and line[0].isupper() and line[-1] != "." and _TITLE_NOUN.search(line):
            return _KIND_BEFORE.sub("", squeezed(line)).rstrip(" .:–-")
    return None


def _publisher(document: Document) -> str | None:
    head = [line for line in _head(document) if line and not _ADDRESSEE.match(line)]
    foot = _foot(document)
    alone = (line.rstrip(".") for line in [*head, *foot] if _publisher_of(line) == line.rstrip("."))
    named = (name for line in head if (name := _publisher_of(line)))
    return next(alone, None) or next(named, None)


def _foot(document: Document) -> list[str]:
    """Return the last lines that hold text, of the first page and of the document."""
    lines = [line for line in document.lines if line.text.strip() and len(line.text) <= TITLE_LENGTH]
    first = [line for line in lines if line.page == 1]
    return [squeezed(line.text) for line in [*first[-FOOT_LINES:], *lines[-FOOT_LINES:]]]


def _publisher_of(line: str) -> str | None:
    match = _publishers().search(line)
    return match.group("name") if match else None


@cache
def _publishers() -> re.Pattern[str]:
    names = sorted((e.name for e in register().entries if e.kind in _PUBLISHERS), key=len, reverse=True)
    generic = (
        r"KKR [A-ZÆØÅ]\w+",
        r"[A-ZÆØÅ][\w-]+ (?:Kommune|Regionskommune|Amt)",
        r"Region [A-ZÆØÅ]\w+",
        r"[A-ZÆØÅ]\w+(?:ministeriet|styrelsen)",
    )
    return re.compile(rf"(?<!\w)(?P<name>{'|'.join([*map(re.escape, names), *generic])})(?=s?(?!\w))")


def _date(document: Document) -> str | None:
    head = [line for line in _head(document) if line]
    labelled = (line for line in head if re.match(r"dato\b", line, re.IGNORECASE))
    return next(filter(None, map(_date_of, [*labelled, *head, *_foot(document)])), None)


def _date_of(line: str) -> str | None:
    """Return the date in a line that holds nothing else but a place, a label or a page number."""
    found = find_dates(line)
    if len(found) != 1 or found[0].first is None or found[0].precision not in _PRECISION:
        return None
    return found[0].first.isoformat()[: _PRECISION[found[0].precision]] if _stands_alone(line, found[0]) else None


def _stands_alone(line: str, found: DateFound) -> bool:
    before, after = line[: found.start], line[found.end :]
    if _NOT_PUBLISHED.search(before) or len(before.split()) > 4:
        return False
    # "Sundhedsaftale 2019" is a title, "Hillerød, 2019" a date.
    if found.precision == "year" and before.strip() and before.strip()[-1] not in ",:©":
        return False
    return bool(_BEFORE_DATE.fullmatch(before) and _AFTER_DATE.fullmatch(after))
