"""Columns of tables: headings that are not known, several columns of parties, paragraphs in a cell."""

from io import BytesIO

import docx
import pytest

from samspil.loaders import overview
from samspil.loaders.files.document import Document, Span
from samspil.loaders.files.furniture import without_furniture
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.files.reading import read
from samspil.loaders.loading import load
from samspil.loaders.naming.actors import actor_marks
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Extraction, Initiative
from samspil.loaders.tabular.contents import told_by
from samspil.loaders.tabular.parties import row_parties
from samspil.loaders.tabular.rows import Row


def loaded(text: str) -> Extraction:
    """Return what is found in a text."""
    return load(Document("a.txt", "text", text, "0" * 64))


def word(*rows: list[str], caption: str = "") -> Extraction:
    """Return what is found in a Word file with one table."""
    file = docx.Document()
    file.add_paragraph("Fælles indsatser i Region Syddanmark, 2018")
    if caption:
        file.add_paragraph(caption)
    table = file.add_table(len(rows), len(rows[0]))
    for n, row in enumerate(rows):
        for m, cell in enumerate(row):
            table.cell(n, m).text = cell
    out = BytesIO()
    file.save(out)
    return load(read(out.getvalue(), "a.docx"))


def parties(initiative: Initiative) -> list[str]:
    """Return the names of an initiative's actors."""
    return [p.actor.name for p in initiative.participations]


def phrases(extraction: Extraction) -> list[str]:
    """Return the target groups of all initiatives."""
    return [t.phrase for i in extraction.initiatives for t in i.target_groups]


ROWS = [
    ["Madklub", "Ensomme ældre", "Nyborg Kommune og Ældre Sagen"],
    ["Lungekor", "Borgere med KOL", "Assens Kommune"],
    ["Fødselscafé", "Gravide under 25 år", "Odense Universitetshospital"],
]


@pytest.mark.parametrize("heading", ["Hvis hverdag bliver bedre", "Fokus", "Hvem vi vil nå"])
@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_a_column_of_people_is_the_target_group_whatever_it_is_called(heading: str, mark: str) -> None:
    """The cells tell it, and a finding says so."""
    found = loaded("\n".join(["Overblik", "", *(mark.join(r) for r in [["Indsats", heading, "Parter"], *ROWS])]))
    assert phrases(found) == [row[1] for row in ROWS]
    assert any("unknown heading is read as target_group" in f.message for f in found.findings)
    assert phrases(word(["Indsats", heading, "Parter"], *ROWS)) == [row[1] for row in ROWS]


def test_a_column_of_actors_is_that_of_the_parties() -> None:
    """Also in aligned columns."""
    lines = [f"{a:20}{b:28}{c}" for a, b, c in [["Indsats", "Målgruppe", "Hvem løfter opgaven"], *ROWS]]
    found = loaded("\n".join(["Overblik", "", *lines])).initiatives
    assert [parties(i) for i in found] == [
        ["Nyborg Kommune", "Ældre Sagen"],
        ["Assens Kommune"],
        ["Odense Universitetshospital"],
    ]


def test_an_unknown_column_that_says_nothing_is_reported() -> None:
    """It is not read, and that is told."""
    found = word(["Indsats", "Målgruppe", "Parter", "Kode"], *([*row, "x7"] for row in ROWS))
    assert any("column 4 is not read" in f.message for f in found.findings)


@pytest.mark.parametrize(
    "head", [["Navn", "Kommune", "Periode"], ["Navn", "Udpeget af", "Periode"], ["Navn", "Kommer fra", "Kommune"]]
)
def test_a_table_of_people_and_places_is_no_overview(head: list[str]) -> None:
    """Names, municipalities and terms of office are no collaborations, whatever their columns are called."""
    rows = [["Bo Friis", "Vejle Kommune", "2014-2017"], ["Lis Holm", "Kolding Kommune", "2014-2017"]]
    assert word(head, *rows).source.genre == "unknown"


def test_two_unknown_columns_are_told_by_their_cells() -> None:
    """People and actors under headings that say nothing, beside a title and a status."""
    rows = [[title, people, actors, "I drift"] for title, people, actors in ROWS]
    found = word(["Indsats", "Fokus", "Hold", "Status"], *rows)
    assert phrases(found) == [row[1] for row in ROWS]
    assert parties(found.initiatives[0]) == ["Nyborg Kommune", "Ældre Sagen"]


def passage(text: str) -> Passage:
    """Return a text as a passage."""
    return Passage(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


def test_cells_name_their_column_where_most_of_them_agree() -> None:
    """Below that share a column stays unknown."""
    told = told_by(overview.vocabulary(), lambda p: actor_marks(p.text, Context()))
    columns = ("title", "partners", "unknown/2")
    people = [[passage("A"), passage("Vejle Kommune"), passage(text)] for text in ("Ældre", "Unge", "Se side 4")]
    assert told(columns, people) == ("title", "partners", "target_group")
    assert told(columns, people[1:]) == columns


def test_parties_of_several_columns_are_one_list() -> None:
    """An actor in two of them takes part once, with both places as evidence."""
    cells = {"lead": passage("Vejle Kommune"), "partners": passage("Vejle Kommune og Ældre Sagen")}
    document = Document("a.txt", "text", "Vejle Kommune og Ældre Sagen", "0")
    row = Row(cells, Span(0, 5))
    found, _ = row_parties(row, ("title", "lead", "partners"), Joiner(document), Context(), "1", None)
    assert [p.actor.name for p in found] == ["Vejle Kommune", "Ældre Sagen"]


def test_the_coordinator_is_a_party_and_the_host() -> None:
    """A person there is none, and that is told."""
    head = ["Indsats", "Målgruppe", "Tovholder", "Øvrige parter"]
    first, second = word(
        head,
        ["Sårcafé", "Borgere med sår", "Varde Kommune", "Sydvestjysk Sygehus"],
        ["Gåhold", "Ældre", "Kirsten Bro", "Fanø Kommune"],
    ).initiatives
    assert [(p.actor.name, p.role) for p in first.participations] == [
        ("Varde Kommune", "host"),
        ("Sydvestjysk Sygehus", "partner"),
    ]
    assert parties(second) == ["Fanø Kommune"]


def test_each_sector_may_have_a_column() -> None:
    """The parties of all of them are the row's."""
    head = ["Indsats", "Målgruppe", "Sygehus", "Kommune", "Praksis"]
    row = ["Sårcafé", "Borgere med sår", "Sygehus Lillebælt", "Vejle Kommune, Kolding Kommune", "3 praktiserende læger"]
    (found,) = word(head, row).initiatives
    assert parties(found) == ["Sygehus Lillebælt", "Vejle Kommune", "Kolding Kommune", "3 praktiserende læger"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sygehus Lillebælt\nVejen og Billund Kommuner\nGigtforeningen", 4),
        ("Kommunerne i Sønderjylland\n5 praktiserende læger", 2),
        ("Odense Kommune,\nNyborg Kommune og\nAssens Kommune", 3),
    ],
)
def test_each_paragraph_of_a_cell_names_parties_of_its_own(cell: str, expected: int) -> None:
    """Without a comma between them; one that goes on with the last is no new one."""
    (found,) = word(["Indsats", "Målgruppe", "Parter"], ["Gåhold", "Ældre", cell]).initiatives
    assert len(found.participations) == expected


def test_a_caption_may_be_the_first_row_of_its_table() -> None:
    """It numbers the table."""
    rows = [["Tabel 4. Kræft", "", ""], ["Indsats", "Målgruppe", "Parter"], *ROWS]
    assert [i.key for i in word(*rows).initiatives] == ["4/1", "4/2", "4/3"]


@pytest.mark.parametrize(
    "foot",
    [
        "Notat om fælles indsatser          Side {} af 3",
        "Notat om fælles indsatser     - {} -",
        "{}    Notat om tilbud",
    ],
)
def test_a_running_head_with_its_page_number_is_furniture(foot: str) -> None:
    """The words recur with a rising number; neither is a row's."""
    lines = ["Første linje", "", foot.format(1), "", "anden linje", "", foot.format(2), "", "tredje linje"]
    kept = without_furniture(Document("a.txt", "text", "\n".join(lines), "0"))
    assert [line.text for line in kept if line.text] == ["Første linje", "anden linje", "tredje linje"]


def test_equal_cells_before_numbers_are_no_furniture() -> None:
    """Their numbers do not rise."""
    lines = ["Projekt om kost      3", "Projekt om kost      3", "Andet tilbud      4"]
    assert len(without_furniture(Document("a.txt", "text", "\n".join(lines), "0"))) == 3


def test_a_running_head_is_no_caption_of_the_table_below_it() -> None:
    """A table goes on behind "Bilag 2 ..." at the page's foot, in the middle of a row."""
    head = f"{'Nr.':5}{'Titel':22}{'Målgruppe':22}Parter"
    foot = ["", f"Bilag 2 til punkt 6{'':40}Side {{}} af 2", "Notat om samarbejder i Region Sjælland", ""]
    lines = [
        head,
        f"{'1':5}{'Fælles skole for':22}{'Borgere med':22}Køge Kommune og",
        *(f.format(1) for f in foot),
        head,
    ]
    lines += [f"{'':5}{'diabetes':22}{'diabetes':22}Faxe Kommune", f"{'2':5}{'Gåhold':22}{'Ældre':22}Sorø Kommune"]
    found = loaded("\n".join(["Oversigt", "", *lines, *(f.format(2) for f in foot)])).initiatives
    assert [(i.title, parties(i)) for i in found] == [
        ("Fælles skole for diabetes", ["Køge Kommune", "Faxe Kommune"]),
        ("Gåhold", ["Sorø Kommune"]),
    ]


def test_bars_may_frame_the_rows() -> None:
    """The bar at a line's beginning divides no cells."""
    rows = [["Nr.", "Indsats", "Til glæde for", "Hvem løfter"], *([str(n), *row] for n, row in enumerate(ROWS, 1))]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    found = loaded("\n".join(["Overblik", "", lines[0], "|---|---|---|---|", *lines[1:]]))
    assert [i.title for i in found.initiatives] == [row[0] for row in ROWS]
    assert phrases(found) == [row[1] for row in ROWS]
