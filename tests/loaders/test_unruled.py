"""Tables that a PDF page prints without ruling lines between the cells: rows and cells by white space."""

from collections.abc import Sequence

import pytest

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.files.reading import read
from samspil.loaders.files.slabs import Word, bottom, height, printed, slabbed, top
from samspil.loaders.files.unruled import is_table
from samspil.loaders.loading import load
from samspil.loaders.overview import words
from samspil.loaders.tabular.headers import Headings
from samspil.loaders.tabular.marked import marked_rows, marked_tables
from tests.loaders.pages import drawn, made_pdf

PLACES = (50, 190, 320, 480)
HEAD = (["Navn på", "samarbejde"], ["Målgruppe"], ["Parter"], ["Status"])
ROWS = [
    (
        ["Åndenød med", "ro på"],
        ["Borgere med KOL"],
        ["Bispebjerg Hospital,", "Gentofte Kommune", "og Lyngby-Taarbæk", "Kommune"],
        ["I drift"],
    ),
    (["Vægttab"], ["Unge"], ["Vejle Kommune"], ["Planlagt"]),
    (
        ["Rygestop på", "alle afsnit"],
        ["Gravide som", "ryger"],
        ["Kolding Kommune og", "Sygehus Lillebælt"],
        ["Afsluttet i", "foråret"],
    ),
    (["Tryg hjemme"], ["Ældre medicinske", "patienter"], ["Køge Kommune"], ["I drift"]),
]
TITLES = [" ".join(row[0]) for row in ROWS]
WANTED = [tuple(" ".join(cell) for cell in row) for row in ROWS]
PROSE = "Oversigten bygger på indberetninger fra alle kommuner og hospitaler i hele regionen i foråret"

Row = Sequence[Sequence[str]]


def table(rows: Sequence[Row], y: float, padding: float, level: float = 0.0, rule: str = "") -> tuple[str, float]:
    """Return the drawing of rows below y, the cells at the top (0) to the bottom (1) of theirs, and where it ends."""
    page = ""
    for row in rows:
        most = max(map(len, row))
        for x, cell in zip(PLACES, row, strict=True):
            first = y - 12 * level * (most - len(cell))
            page += "".join(drawn(x, first - 12 * n, text) for n, text in enumerate(cell))
        y -= 12 * most + padding
        page += rule.format(y=y + 10 + padding / 2, height=12 * most + padding)
    return page, y


def pdf(*pages: str) -> Document:
    """Return pages as a document."""
    return read(made_pdf(*pages), "a.pdf")


def rows_of(document: Document) -> list[tuple[str, ...]]:
    """Return title, target group, parties as printed and status of what the loader finds."""
    return [
        (i.title, i.target_groups[0].phrase, " ".join(p.as_printed for p in i.participations), i.status.as_printed)
        for i in load(document, "overview").initiatives
        if i.status and i.target_groups
    ]


def cells(document: Document, number: int = 0) -> list[list[str]]:
    """Return the cells of a table."""
    return [[document.text[c.start : c.end] for c in row] for row in document.tables[number].rows]


@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("padding", [8.0, 16.0])
def test_white_space_parts_rows_wherever_cells_stand_in_them(level: float, padding: float) -> None:
    """Cells at the top, in the middle and at the bottom of their rows, with text right above and below."""
    drawing, end = table([HEAD, *ROWS], 700, padding, level)
    found = cells(pdf(drawn(50, 724, PROSE) + drawing + drawn(50, end - 12, PROSE)))
    assert WANTED == [tuple(" ".join(cell.split()) for cell in row) for row in found[1:]]


def test_evenly_spaced_lines_open_rows_where_their_cells_begin() -> None:
    """Without more space between rows, a line opens one where nearly all columns begin anew."""
    drawing, _ = table([HEAD, *ROWS], 700, 0)
    assert WANTED == [tuple(" ".join(cell.split()) for cell in row) for row in cells(pdf(drawing))[1:]]


@pytest.mark.parametrize("rule", ["50 {y} m 560 {y} l S\n", "45 {y} 520 {height} re f\n"])
def test_lines_and_stripes_part_rows(rule: str) -> None:
    """Lines across, and shaded stripes, divide a table into rows, never into tables of their own."""
    drawing, _ = table([HEAD, *ROWS], 700, 4, rule=rule)
    document = pdf(f"0.9 g {drawing}")
    assert 1 == len(document.tables)
    assert WANTED == [tuple(" ".join(cell.split()) for cell in row) for row in cells(document)[1:]]


def test_a_row_that_a_page_cuts_is_one_row() -> None:
    """The head printed again, the page's foot, and the rest of the cut row below the head."""
    cut = (["Hjælp i"], ["Borgere i eget"], ["Aarhus Kommune og"], ["I drift"])
    rest: Row = (["hverdagen"], ["hjem"], ["Odder Kommune"], [])
    first, end = table([HEAD, *ROWS, cut], 700, 10)
    second, _ = table([HEAD, rest, ROWS[1]], 700, 10)
    foot = drawn(50, end - 40, "Region Midt") + drawn(250, end - 40, "Udgave 3") + drawn(480, end - 40, "Side 1")
    found = rows_of(pdf(first + foot, second))
    assert ("Hjælp i hverdagen", "Borgere i eget hjem", "Aarhus Kommune Odder Kommune", "I drift") == found[4]
    assert [*TITLES, "Hjælp i hverdagen", "Vægttab"] == [row[0] for row in found]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_table_goes_on_without_a_head(count: int) -> None:
    """On the next page stand rows in the same columns, below a running head, be it one row alone."""
    first, _ = table([HEAD, *ROWS], 700, 10)
    second, _ = table(ROWS[:count], 700, 10)
    running = drawn(50, 760, "Region Midt") + drawn(480, 760, "Side 2")
    document = pdf(first, running + second)
    assert [*TITLES, *TITLES[:count]] == [i.title for i in load(document, "overview").initiatives]
    assert [*TITLES, *TITLES[:count]] == [row[0] for row in rows_of(document)]


def test_a_heading_across_the_columns_is_the_theme_of_the_rows_below() -> None:
    """It does not end the table."""
    first, end = table([HEAD, *ROWS[:2]], 700, 10)
    second, _ = table(ROWS[2:], end - 22, 10)
    document = pdf(first + drawn(50, end, "Samarbejder om forebyggelse og rehabilitering i kommunerne") + second)
    found = load(document, "overview").initiatives
    assert [None, None, *2 * ["Samarbejder om forebyggelse og rehabilitering i kommunerne"]] == [i.theme for i in found]


def test_contents_figures_and_columns_of_text_are_no_tables() -> None:
    """Columns of numbers, and lines of text side by side, stay lines."""
    contents = "".join(
        drawn(50, y, f"{n}") + drawn(80, y, "Et afsnit om noget") + drawn(500, y, f"{7 * n}")
        for n, y in enumerate(range(700, 580, -14), 1)
    )
    newsletter = "".join(
        drawn(x, y, f"spalte {x} med linje {y} i") for x in (50, 230, 410) for y in range(700, 500, -12)
    )
    assert () == pdf(contents).tables == pdf(newsletter).tables


def test_words_stand_side_by_side_where_their_middles_do() -> None:
    """A taller mark belongs to its line; a soft hyphen at the line's end is a hyphen."""
    line = [Word("2", 30, 33, 9, 23), Word("samar\u00ad", 10, 30, 10, 20), Word("under", 10, 30, 22, 32)]
    found = slabbed(line)
    assert ["samar\u00ad 2", "under"] == [printed(slab) for slab in found]
    assert "samar-" == printed(found[0][:1])
    assert (9, 23, 10) == (top(found[0]), bottom(found[0]), height(found))


def test_a_frame_around_columns_is_none_around_text() -> None:
    """What leaves wide gaps is a table's stripe."""
    wide, close = ([Word("ord", x, x + 18, 10, 20) for x in range(0, 3 * step, step)] for step in (60, 21))
    assert is_table(wide) and not is_table(close) and not is_table([])


def test_a_table_on_two_pages_is_one_table() -> None:
    """Its rows are those of both, under the head of the first."""
    first, _ = table([HEAD, *ROWS], 700, 10)
    second, _ = table([HEAD, *ROWS[1:]], 700, 10)
    document = pdf(first, second)
    joiner = Joiner(document)
    (found,) = marked_tables(document, joiner, Headings(words()["columns"]), lambda _: None, lambda columns, _: columns)
    assert ("title", "target_group", "partners", "status") == found.columns
    assert [*TITLES, *TITLES[1:]] == [row.cells["title"].text for row in marked_rows(found, joiner)]
