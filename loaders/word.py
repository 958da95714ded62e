"""Word files (.docx): paragraphs and tables in their order, with list numbers as Word would show them."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

from samspil.loaders.document import Document, Span
from samspil.loaders.errors import UnreadableDocument
from samspil.loaders.text import SAVE_AS, Builder, plausible_title

MAX_MEMBERS = 10_000
MAX_UNPACKED = 300_000_000
MAX_XML = 100_000_000
MAX_RATIO = 200
# Text that packs extremely well is only suspicious once there is much of it.
RATIO_FROM = 20_000_000
MAX_NESTING = 20
BULLET = "•"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = _W + "txbxContent"
_P, _TBL, _TR, _TC = _W + "p", _W + "tbl", _W + "tr", _W + "tc"
# Deleted or moved away by a tracked change, or shown twice for older programs.
_LEFT_OUT = frozenset({_W + "del", _W + "moveFrom", _FALLBACK, _W + "pPr", _W + "rPr", _BOX})
_CHARACTERS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "ptab": "\t"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"))
_ROMAN_LOW = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACEHOLDER = re.compile(r"%([1-9])")
_REFUSED = "Open it in Word and save it again, or save it as PDF."


def read_word(data: bytes, name: str) -> Document:
    """Return the document of a Word file; its pages are not known before it is printed."""
    _check(data, name)
    import docx

    try:
        word = docx.Document(BytesIO(data))
    except ValueError:
        cause = "is a Word template or a Word file with macros, which is not read"
        raise UnreadableDocument(name, cause, SAVE_AS) from None
    builder = Builder(name)
    _blocks(word.element.body, builder, Numbering(word.part), 0)
    created = word.core_properties.created
    title = plausible_title(word.core_properties.title)
    document = builder.document("docx", data, title, created.date().isoformat() if created else None)
    if not document.text.strip():
        raise UnreadableDocument(name, "holds no text", "Check that the text is not a picture.")
    return document


def _check(data: bytes, name: str) -> None:
    """Refuse what would unpack to a flood, before anything is unpacked."""
    with ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        unpacked, packed = sum(m.file_size for m in members), max(1, sum(m.compress_size for m in members))
        if len(members) > MAX_MEMBERS:
            raise UnreadableDocument(name, f"holds more than {MAX_MEMBERS:,} parts", _REFUSED)
        if unpacked > MAX_UNPACKED or (unpacked > RATIO_FROM and unpacked > MAX_RATIO * min(packed, len(data))):
            raise UnreadableDocument(name, f"would unpack to {unpacked // 1_000_000} MB", _REFUSED)
        for member in members:
            if member.flag_bits & 1:
                raise UnreadableDocument(name, "is protected by a password", "Save it without a password.")
            if member.filename.lower().endswith((".xml", ".rels")):
                _check_xml(archive, member.filename, member.file_size, name)


def _check_xml(archive: ZipFile, part: str, size: int, name: str) -> None:
    if size > MAX_XML:
        raise UnreadableDocument(name, f"holds a part of {size // 1_000_000} MB ({part})", _REFUSED)

    def refuse(*_: object) -> None:
        raise UnreadableDocument(name, f"declares a document type or entities in {part}", _REFUSED)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    with archive.open(part) as stream:
        parser.ParseFile(stream)


def _blocks(container: Any, builder: Builder, numbering: "Numbering", depth: int) -> None:
    for element in container.iterchildren("{*}*"):
        if element.tag == _P:
            _paragraph(element, builder, numbering, depth)
        elif element.tag == _TBL:
            _table(element, builder, numbering)
        elif element.tag not in _LEFT_OUT and depth < MAX_NESTING:
            # Content controls and the like, which only wrap paragraphs.
            _blocks(element, builder, numbering, depth + 1)


def _paragraph(paragraph: Any, builder: Builder, numbering: "Numbering", depth: int) -> None:
    for text in _paragraph_lines(paragraph, numbering):
        builder.line(text)
    if depth < MAX_NESTING:
        for box in _boxes(paragraph):
            _blocks(box, builder, numbering, depth + 1)


def _paragraph_lines(paragraph: Any, numbering: "Numbering") -> list[str]:
    text = "".join(_characters(paragraph))
    mark = paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del")
    if not text.strip():
        return [] if mark is not None else [""]
    label = numbering.label(paragraph)
    lines = (f"{label} {text}" if label else text).split("\n")
    return [line[:-1] + "-" if line.endswith("\u00ad") else line for line in lines]


def _characters(element: Any) -> Iterator[str]:
    for child in element.iterchildren("{*}*"):
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag == _W + "softHyphen":
            yield "\u00ad"
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _characters(child)


def _boxes(paragraph: Any) -> list[Any]:
    """Return the text boxes anchored in a paragraph, without their doubles for older programs."""
    return [box for box in paragraph.iter(_BOX) if next(box.iterancestors(_P, _FALLBACK)) is paragraph]


def _table(table: Any, builder: Builder, numbering: "Numbering") -> None:
    builder.table([list(_row(row, builder, numbering)) for row in _rows(table)])


def _rows(table: Any) -> Iterator[Any]:
    for row in _wrapped(table, _TR):
        if row.find(f"{_W}trPr/{_W}del") is None:
            yield row


def _wrapped(container: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those inside content controls."""
    for child in container.iterchildren("{*}*"):
        if child.tag == tag:
            yield child
        elif child.tag in {_W + "sdt", _W + "sdtContent", _W + "customXml", _W + "ins"}:
            yield from _wrapped(child, tag)


def _row(row: Any, builder: Builder, numbering: "Numbering") -> Iterator[Span]:
    """Yield the cells of a row on the table's grid: merged cells hold their text once and are empty where continued."""
    for _ in range(_number(row, "trPr/gridBefore", 0)):
        yield builder.cell(())
    for cell in _wrapped(row, _TC):
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        continued = merge is not None and merge.get(_W + "val", "continue") == "continue"
        yield builder.cell(() if continued else _cell_lines(cell, numbering))
        for _ in range(_number(cell, "tcPr/gridSpan", 1) - 1):
            yield builder.cell(())


def _number(element: Any, path: str, default: int) -> int:
    found = element.find("/".join(_W + step for step in path.split("/")))
    value = found.get(_W + "val", "") if found is not None else ""
    # A row of Word has at most 63 cells.
    return min(int(value), 63) if value.isdigit() else default


def _cell_lines(cell: Any, numbering: "Numbering") -> Iterator[str]:
    """Yield the lines of a cell; those of a table within it follow one another in reading order."""
    for paragraph in cell.iter(_P):
        if next(paragraph.iterancestors(*_LEFT_OUT - {_BOX}), None) is None:
            yield from _paragraph_lines(paragraph, numbering)


class Numbering:
    """Counts the numbered paragraphs as Word does, to give each its bullet or number."""

    def __init__(self, part: Any) -> None:
        root = _related(part, "numbering")
        self._abstract = {n.get(_W + "abstractNumId"): n for n in _children(root, "abstractNum")}
        self._instances = {n.get(_W + "numId"): n for n in _children(root, "num")}
        self._styles = {s.get(_W + "styleId"): s for s in _children(_related(part, "styles"), "style")}
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: Any) -> str:
        """Return the bullet or number in front of a paragraph, and count it."""
        number, level = self._place(paragraph)
        levels = self._levels(number)
        if level not in levels:
            return ""
        kind = _value(levels[level], "numFmt") or "decimal"
        if kind in ("bullet", "none"):
            return BULLET if kind == "bullet" else ""
        counts = self._count(number, level, levels)
        pattern = _value(levels[level], "lvlText")
        return _PLACEHOLDER.sub(lambda m: _shown(int(m[1]) - 1, counts, levels), pattern).strip()

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and level of a paragraph: its own, or those of its style or of one that is based on."""
        number, level = _numbered(paragraph)
        style = _value(paragraph, "pPr/pStyle")
        for name, element in self._chain(style):
            inherited, depth = _numbered(element)
            number = number or inherited
            level = level or depth or (self._level_of_style(number, name) if inherited else "")
        return number, int(level) if level.isdigit() else 0

    def _chain(self, style: str) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style, self._styles[style]
            style = _value(self._styles[style], "basedOn")

    def _level_of_style(self, number: str, style: str) -> str:
        levels = self._levels(number).items()
        return next((str(level) for level, element in levels if _value(element, "pStyle") == style), "")

    def _levels(self, number: str) -> dict[int, Any]:
        instance = self._instances.get(number)
        abstract = self._abstract.get(_value(instance, "abstractNumId"))
        found = {int(level.get(_W + "ilvl", "0")): level for level in _children(abstract, "lvl")}
        for override in _children(instance, "lvlOverride"):
            found |= {int(level.get(_W + "ilvl", "0")): level for level in _children(override, "lvl")}
        return found

    def _count(self, number: str, level: int, levels: dict[int, Any]) -> dict[int, int]:
        instance = self._instances[number]
        # Lists of one definition count on together, unless one starts anew by itself.
        own_start = any(_value(o, "startOverride") for o in _children(instance, "lvlOverride"))
        key = f"num {number}" if own_start else f"abstract {_value(instance, 'abstractNumId')}"
        counts = self._counts.setdefault(key, {})
        for deeper in [depth for depth in counts if depth > level]:
            del counts[deeper]
        for depth in range(level):
            counts.setdefault(depth, _start(instance, levels, depth))
        counts[level] = counts[level] + 1 if level in counts else _start(instance, levels, level)
        return counts


def _related(part: Any, kind: str) -> Any:
    relations = (rel for rel in part.rels.values() if not rel.is_external and rel.reltype.endswith(f"/{kind}"))
    return next((rel.target_part.element for rel in relations), None)


def _children(element: Any, tag: str) -> Iterable[Any]:
    return element.iterchildren(_W + tag) if element is not None else ()


def _value(element: Any, path: str) -> str:
    found = element.find("/".join(_W + step for step in path.split("/"))) if element is not None else None
    return found.get(_W + "val", "") if found is not None else ""


def _numbered(element: Any) -> tuple[str, str]:
    return _value(element, "pPr/numPr/numId"), _value(element, "pPr/numPr/ilvl")


def _start(instance: Any, levels: dict[int, Any], level: int) -> int:
    for override in _children(instance, "lvlOverride"):
        if override.get(_W + "ilvl") == str(level) and _value(override, "startOverride"):
            return _counted(_value(override, "startOverride"))
    return _counted(_value(levels.get(level), "start") or "1")


def _counted(value: str) -> int:
    # The greatest number that Word counts to.
    return min(int(value), 32_767) if value.isdigit() else 1


def _shown(level: int, counts: dict[int, int], levels: dict[int, Any]) -> str:
    number, kind = counts.get(level, 0), _value(levels.get(level), "numFmt")
    if kind.endswith("Letter") and number:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if kind.startswith("upper") else letters
    if kind.endswith("Roman"):
        return _roman(number).upper() if kind.startswith("upper") else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN + _ROMAN_LOW:
        letters += letter * (number // value)
        number %= value
    return letters
