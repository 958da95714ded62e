"""Word files (.docx): paragraphs and tables in their order, with list numbers as Word would show them, and notes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

from samspil.loaders.errors import UnreadableDocument
from samspil.loaders.files.document import Document, Span
from samspil.loaders.files.numbering import Numbering
from samspil.loaders.files.text import SAVE_AS, Builder, plausible_title
from samspil.loaders.files.wordparts import RULE, edges, notes

MAX_MEMBERS = 10_000
MAX_UNPACKED = 300_000_000
MAX_XML = 100_000_000
MAX_RATIO = 200
# Text that packs extremely well is only suspicious once there is much of it.
RATIO_FROM = 20_000_000
MAX_NESTING = 20

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = _W + "txbxContent"
_P, _TBL, _TR, _TC = _W + "p", _W + "tbl", _W + "tr", _W + "tc"
# Deleted or moved away by a tracked change, or shown twice for older programs.
_LEFT_OUT = frozenset({_W + "del", _W + "moveFrom", _FALLBACK, _W + "pPr", _W + "rPr", _BOX})
_CHARACTERS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "ptab": "\t"}
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
    _whole(word.part, builder)
    created = word.core_properties.created
    title = plausible_title(word.core_properties.title)
    document = builder.document("docx", data, title, created.date().isoformat() if created else None)
    if not document.text.strip():
        raise UnreadableDocument(name, "holds no text", "Check that the text is not a picture.")
    return document


def _whole(part: Any, builder: Builder) -> None:
    """Add the headers, the text, and below a line the notes and footers."""
    numbering = Numbering(part)

    def lines(paragraph: Any) -> list[str]:
        return _paragraph_lines(paragraph, numbering)

    for line in edges(part, "header", lines):
        builder.line(line)
    builder.blank()
    _blocks(part.element.body, builder, numbering, 0)
    beside = [*notes(part, lines), *edges(part, "footer", lines)]
    if beside:
        builder.blank()
        for line in [RULE, *beside]:
            builder.line(line)


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


def _blocks(container: Any, builder: Builder, numbering: Numbering, depth: int) -> None:
    for element in container.iterchildren("{*}*"):
        if element.tag == _P:
            _paragraph(element, builder, numbering, depth)
        elif element.tag == _TBL:
            _table(element, builder, numbering)
        elif element.tag not in _LEFT_OUT and depth < MAX_NESTING:
            # Content controls and the like, which only wrap paragraphs.
            _blocks(element, builder, numbering, depth + 1)


def _paragraph(paragraph: Any, builder: Builder, numbering: Numbering, depth: int) -> None:
    for text in _paragraph_lines(paragraph, numbering):
        builder.line(text)
    if depth < MAX_NESTING:
        for box in _boxes(paragraph):
            _blocks(box, builder, numbering, depth + 1)


def _paragraph_lines(paragraph: Any, numbering: Numbering) -> list[str]:
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


def _table(table: Any, builder: Builder, numbering: Numbering) -> None:
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


def _row(row: Any, builder: Builder, numbering: Numbering) -> Iterator[Span]:
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


def _cell_lines(cell: Any, numbering: Numbering) -> Iterator[str]:
    """Yield the lines of a cell; those of a table within it follow one another in reading order."""
    for paragraph in cell.iter(_P):
        if next(paragraph.iterancestors(*_LEFT_OUT - {_BOX}), None) is None:
            yield from _paragraph_lines(paragraph, numbering)
