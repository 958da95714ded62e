"""PDF files: lines in reading order, tables cell by cell."""

import logging
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from samspil.loaders.errors import UnreadableDocument
from samspil.loaders.files.columns import flows, goes_on
from samspil.loaders.files.document import Document
from samspil.loaders.files.halves import halves
from samspil.loaders.files.slabs import Interval, Word, bottom, printed, slabbed, top
from samspil.loaders.files.text import Builder, plausible_title
from samspil.loaders.files.unruled import Grid, Rule, blocks, is_table

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

MAX_PAGES = 5000
PARAGRAPH_GAP = 0.9  # white above a paragraph, as a share of its first line's height
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_RUN_OCR = "Run text recognition (OCR) on it first."
_SAVE_AGAIN = "Open it in a PDF reader and save it again, or save it as Word (.docx) or plain text."

Chars = list[dict[str, Any]]
Columns = list[Interval]


def read_pdf(data: bytes, name: str) -> Document:
    """Return the document of a PDF file, with the page of each line."""
    import pdfplumber
    from pdfminer.encodingdb import EncodingDB

    _check(data, name)
    # Code 173 of Windows fonts is a hyphen by the PDF standard; pdfminer takes it for a space and would lose line ends.
    EncodingDB.win2unicode[173] = "-"
    # Its warnings on odd colours and fonts say nothing that the text's reader could use.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    builder = Builder(name)
    with pdfplumber.open(BytesIO(data)) as pdf:
        columns: Columns = []
        for page in pdf.pages:
            columns = _page(page, columns, builder)
            page.close()
        title, created = pdf.metadata.get("Title"), _CREATED.match(str(pdf.metadata.get("CreationDate")))
    document = builder.document(
        "pdf", data, plausible_title(str(title or "")), "-".join(created.groups()) if created else None
    )
    return _legible(document)


def _check(data: bytes, name: str) -> None:
    """Refuse with pdfium, which is a hundred times faster, what could not be read anyway."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocument(name, "is protected by a password", "Save it without a password.") from None
        raise UnreadableDocument(name, "is a damaged PDF file", _SAVE_AGAIN) from None
    try:
        _check_pages(pdf, name)
    finally:
        pdf.close()


def _check_pages(pdf: Any, name: str) -> None:
    if len(pdf) > MAX_PAGES:
        raise UnreadableDocument(name, f"has {len(pdf):,} pages, more than {MAX_PAGES:,}", "Split it.")
    if len(pdf) == 0:
        raise UnreadableDocument(name, "is a PDF file without pages", _SAVE_AGAIN)
    if not any(_has_text(page) for page in pdf):
        raise UnreadableDocument(name, "holds no text, only images of pages", _RUN_OCR)


def _has_text(page: Any) -> bool:
    textpage = page.get_textpage()
    try:
        return bool(textpage.get_text_bounded().strip())
    finally:
        textpage.close()
        page.close()


def _legible(document: Document) -> Document:
    """Return the document unless its fonts do not tell which letters they show."""
    text = document.text
    if not text.strip():
        raise UnreadableDocument(document.name, "holds no text that can be read", _RUN_OCR)
    if text.count("\ufffd") * 5 > len(text.replace("\n", "")):
        raise UnreadableDocument(document.name, "does not tell which letters its fonts show", _RUN_OCR)
    return document


def _page(page: "Page", columns: Columns, builder: Builder) -> Columns:
    """Add a page, one column after the other; `columns` are as for a part."""
    page = page.dedupe_chars()
    x0, y0, x1, y1 = page.bbox
    found = halves(_words(page.chars), float(page.width))
    if found is None:
        return _part(page, columns, builder)
    across = (x0, found.middle), (found.middle, x1)
    parts = [(x0, y0, x1, found.top), *((a, found.top, b, found.bottom) for a, b in across), (x0, found.bottom, x1, y1)]
    for box in parts:
        columns = _part(page.crop(box), columns, builder) if box[3] - box[1] > 1 else columns
    return columns


def _part(page: "Page", columns: Columns, builder: Builder) -> Columns:
    """Add a part of a page; `columns` are an unruled table's that may go on from above; return such for below."""
    chars: Chars = page.chars
    tables = _tables(page, chars)
    rules = [(edge["top"], edge["x0"], edge["x1"]) for edge in page.horizontal_edges]
    outside, inside = _by_cell(chars, tables)
    words = _words(outside)
    for table, cells in zip(tables, inside, strict=True):
        above = [word for word in words if _is_above(word, table)]
        words = [word for word in words if not _is_above(word, table)]
        _runs(above, rules, columns, page, builder)
        _table(table, cells, page.page_number, builder)
        columns = []
    return _runs(words, rules, columns, page, builder)


def _is_above(word: Word, table: "Table") -> bool:
    """Whether a word is read before a table: above it, or beside it at its left, as a label is."""
    left, top_, _, end = map(float, table.bbox)
    middle = (word.top + word.bottom) / 2
    return middle < top_ or (middle < end and word.x1 <= left)


def _tables(page: "Page", chars: Chars) -> list["Table"]:
    """Return the ruled tables and boxes from top to bottom, without frames around a page or around tables."""
    found = [table for table in page.find_tables() if table.cells and not _is_stripe(table, chars)]
    inner = [table for table in found if not _is_frame(table, found, page)]
    return sorted(inner, key=lambda table: (round(table.bbox[1]), table.bbox[0]))


def _is_stripe(table: "Table", chars: Chars) -> bool:
    """Whether a box lies behind or around rows of a table, whose columns no line parts."""
    if any(len(row.cells) > 1 for row in table.rows):
        return False
    within = [c for c in chars if _within(_middle((c["x0"], c["top"], c["x1"], c["bottom"])), table.bbox)]
    return is_table(_words(within))


def _is_frame(table: "Table", others: Sequence["Table"], page: "Page") -> bool:
    if len(table.cells) > 1:
        return False
    area = (table.bbox[2] - table.bbox[0]) * (table.bbox[3] - table.bbox[1])
    holds = any(other is not table and _within(_middle(other.bbox), table.bbox) for other in others)
    return holds or area > 0.5 * float(page.width) * float(page.height)


def _middle(box: Sequence[float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _within(point: tuple[float, float], box: Sequence[float]) -> bool:
    return box[0] <= point[0] < box[2] and box[1] <= point[1] < box[3]


def _by_cell(chars: Chars, tables: Sequence["Table"]) -> tuple[Chars, list[dict[Any, Chars]]]:
    """Return the characters outside of all cells, and for each table the characters of each of its cells."""
    outside: Chars = []
    inside: list[dict[Any, Chars]] = [{} for _ in tables]
    for char in chars:
        point = _middle((char["x0"], char["top"], char["x1"], char["bottom"]))
        number, cell = _cell_at(point, tables)
        (outside if cell is None else inside[number].setdefault(cell, [])).append(char)
    return outside, inside


def _cell_at(point: tuple[float, float], tables: Sequence["Table"]) -> tuple[int, Any]:
    for number, table in enumerate(tables):
        if _within(point, table.bbox):
            return number, next((cell for cell in table.cells if _within(point, cell)), None)
    return -1, None


def _table(table: "Table", cells: dict[Any, Chars], page: int, builder: Builder) -> None:
    # One cell is a box around text, which only keeps its lines together.
    builder.blank(page)
    rows = [
        [builder.cell(_cell_lines(cells.get(cell, [])) if cell else (), page) for cell in row.cells]
        for row in table.rows
    ]
    if len(table.cells) > 1:
        builder.table(rows)
    builder.blank(page)


def _cell_lines(chars: Chars) -> list[str]:
    return [printed(slab) for slab in slabbed(_words(chars))]


def _words(chars: Chars) -> list[Word]:
    from pdfplumber.utils.text import extract_words

    # A gap of a seventh of the letters' size parts words where the file holds no spaces.
    found = extract_words(chars, x_tolerance_ratio=0.15)
    return [Word(_clean(w["text"]), w["x0"], w["x1"], w["top"], w["bottom"]) for w in found]


def _clean(text: str) -> str:
    return _CONTROL.sub("", _UNMAPPED.sub("\ufffd", text))


def _runs(words: Iterable[Word], rules: Sequence[Rule], columns: Columns, page: "Page", builder: Builder) -> Columns:
    """Add text and what stands beside it in columns or boxes, one after the other; return the columns of a table."""
    edges = [(edge["x0"], edge["top"], edge["bottom"]) for edge in page.vertical_edges]
    runs = flows(words, edges, float(page.width))
    for n, run in enumerate(runs):
        if n and not goes_on(runs[n - 1], run):
            builder.blank(page.page_number)
        columns = _unruled(run, rules, [] if n else columns, page, builder)
    return columns


def _unruled(words: Iterable[Word], rules: Sequence[Rule], columns: Columns, page: "Page", builder: Builder) -> Columns:
    """Add running text and the tables in it that no lines divide into cells; return the columns of the last table."""
    number = page.page_number
    for block in blocks(words, rules, columns):
        if isinstance(block, Grid):
            builder.blank(number)
            builder.table([[builder.cell(cell, number) for cell in row] for row in block.rows])
            builder.blank(number)
            columns = block.columns
        else:
            _running_text(block, number, builder)
    return columns


def _running_text(words: Iterable[Word], page: int, builder: Builder) -> None:
    """Add the lines of running text, an empty one where a paragraph ends."""
    above: float | None = None
    for slab in slabbed(words):
        if above is not None and top(slab) - above > PARAGRAPH_GAP * max(word.bottom - word.top for word in slab):
            builder.blank(page)
        builder.line(printed(slab), page)
        above = bottom(slab)
