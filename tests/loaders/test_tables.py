"""Tables: heads, layouts, page furniture, and the division of flattened lines into cells."""

import random
import re

import pytest

from samspil.loaders import overview
from samspil.loaders.files.document import Document
from samspil.loaders.files.furniture import cleared, without_furniture
from samspil.loaders.files.passage import Joiner
from samspil.loaders.loading import load
from samspil.loaders.projects.keys import Keys
from samspil.loaders.projects.periods import stated_period
from samspil.loaders.records import Extraction
from samspil.loaders.tabular import statuses
from samspil.loaders.tabular.aligned import separator
from samspil.loaders.tabular.cells import Piece, Printed, Scores, Vocabulary, Word, usual_gap
from samspil.loaders.tabular.flatrows import flattened_rows
from samspil.loaders.tabular.flattened import Divider
from samspil.loaders.tabular.headers import Headings, heads
from samspil.loaders.tabular.labelled import labelled_records
from samspil.loaders.tabular.rows import row_of
from samspil.loaders.tabular.tables import tables
from tests.loaders.marked import marked

HEADINGS = Headings(overview.words()["columns"])
VOCABULARY = Vocabulary(frozenset({"borgere"}), ("patienter",), frozenset({"og"}), lambda text: text == "I drift")
TITLES = [
    "Sammen om sår", "Hjem før aften", "Telefonlinje til lungeambulatoriet", "Fælles skolebænk om demens og delir",
    "Udgående team i weekenden", "Genoptræning med udsigt", "Den trygge overgang efter fødslen", "Diætist på hjul",
]  # fmt: skip
TARGETS = [
    "Borgere med KOL", "Patienter med hjertesvigt efter udskrivelse", "Ældre medicinske patienter", "Unge med angst",
    "Børn med overvægt og deres familier", "Borgere med behov for genoptræning",
]  # fmt: skip
PARTIES = [
    "Holbæk Sygehus og Odsherred Kommune", "Rigshospitalet, Hvidovre og Tårnby kommuner samt almen praksis",
    "Sygehus Lillebælt og Vejle Kommune", "Nordsjællands Hospital og kommunerne i planområdet",
    "Aarhus Kommune og Aarhus Universitetshospital",
]  # fmt: skip
STATUSES = ["Igangværende", "Afsluttet", "I drift", "Planlagt"]
LABELS = {"title": "Titel", "target_group": "Målgruppe", "partners": "Samarbejdsparter", "status": "Status"}
WIDTHS = {"title": 26, "target_group": 22, "partners": 34, "status": 14}


def document(text: str) -> Document:
    """Return a text as a document."""
    return Document("a.txt", "text", text, "0" * 64)


def loaded(text: str) -> Extraction:
    """Return what the overview's loader finds."""
    return load(document(text), "overview")


def wrapped(text: str, width: int) -> list[str]:
    """Return a text wrapped at a width, as a table's cell is."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def flattened(rows: list[dict[str, str]], columns: list[str]) -> list[str]:
    """Return rows as extraction flattens them: a one-line cell shares its line with the next cell's first line."""
    lines = [" ".join(LABELS[c] for c in columns)]
    for row in rows:
        share = False
        for column in columns:
            cell = wrapped(row[column], WIDTHS[column])
            if share:
                lines[-1] = f"{lines[-1]} {cell[0]}"
                lines += cell[1:]
            else:
                lines += cell
            share = len(cell) == 1
    return lines


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    "columns", [["title", "target_group", "partners", "status"], ["title", "partners", "target_group"]]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_flattened_rows_are_put_together_again(seed: int, columns: list[str], gap: str) -> None:
    """Whatever the order of columns and the blank lines, at most one row in ten is divided otherwise than it was."""
    chance = random.Random(seed)
    rows = [
        {
            "title": t,
            "target_group": chance.choice(TARGETS),
            "partners": chance.choice(PARTIES),
            "status": chance.choice(STATUSES),
        }
        for t in chance.sample(TITLES, 8)
    ]
    found = loaded(gap.join(["Oversigt over samarbejder", *flattened(rows, columns)])).initiatives
    got = [(i.title, i.target_groups[0].phrase if i.target_groups else "") for i in found]
    want = [(row["title"], row["target_group"]) for row in rows]
    assert sum(a != b for a, b in zip(want, got, strict=True)) <= 0.1 * len(rows) + 0.2


def cut(row: dict[str, str], columns: list[str], height: int) -> tuple[list[str], list[str]]:
    """Return a row's lines on the page where it begins, as many as fit of each cell, and those on the next page."""
    cells = [wrapped(row[column], WIDTHS[column]) for column in columns]
    return [t for cell in cells for t in cell[:height]], [t for cell in cells for t in cell[height:]]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("furniture", [["", "   Side {}", ""], ["", "- {} -", "", "Notat om samarbejder", ""]])
def test_a_row_that_a_page_cuts_is_put_together(seed: int, furniture: list[str]) -> None:
    """The rests of its cells follow behind the page's edge, column by column."""
    chance = random.Random(seed)
    columns = ["title", "partners", "target_group", "status"]
    long = [("Rigshospitalet, Hvidovre og Tårnby kommuner samt almen praksis", "Borgere med KOL")]
    long += [("Nordsjællands Hospital og kommunerne i planområdet", "Børn med overvægt og deres familier")]
    long += [
        *long,
        ("Sygehus Lillebælt, Vejle Kommune og alment praktiserende læger", "Patienter i ambulant behandling"),
    ]
    rows = [
        {"title": t, "partners": p, "target_group": g, "status": chance.choice(STATUSES)}
        for t, (p, g) in zip(TITLES, 2 * [*long[:3], long[4]], strict=True)
    ]
    lines = [" ".join(LABELS[c] for c in columns)]
    for n, row in enumerate(rows, 1):
        above, below = cut(row, columns, 1 if n in (2, 8) else 9)
        lines += above
        lines += [text.format(n) for text in furniture if n in (2, 8)] + below
    found = loaded("\n".join(["Oversigt over samarbejder", *lines])).initiatives
    got = [(i.title, i.target_groups[0].phrase if i.target_groups else "", len(i.participations)) for i in found]
    want = [(row["title"], row["target_group"], {"R": 4, "N": 2, "S": 3}[row["partners"][0]]) for row in rows]
    assert sum(a != b for a, b in zip(want, got, strict=True)) <= 1


def test_a_paragraph_between_two_rows_is_no_cell() -> None:
    """A table goes on behind it."""
    columns = ["title", "target_group", "partners", "status"]
    rows = [dict(zip(columns, (t, TARGETS[0], PARTIES[2], STATUSES[2]), strict=True)) for t in TITLES[:6]]
    text = "Som det fremgår ovenfor, er der tre samarbejder, som alle er kommet godt fra start i år.\nHer er resten:"
    lines = [*flattened(rows[:3], columns), "", "", text, "", "", *flattened(rows[3:], columns)[1:]]
    assert TITLES[:6] == [i.title for i in loaded("\n".join(["Oversigt over samarbejder", *lines])).initiatives]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I drift", "ongoing"), ("I drift siden 1. marts 2007", "ongoing"),
        ("Projekt afsluttet 31.12.2008", "completed"),
        ("Projektet er afsluttet", "completed"), ("Planlagt, opstart forventes 2. kvartal 2020", "planned"),
        ("Under evaluering (juni 2015)", "ongoing"), ("Afsluttet Kommune", None), ("Siden 2010", None), ("", None),
    ],
)  # fmt: skip
def test_a_status_may_tell_since_when(text: str, code: str | None) -> None:
    """A time and a subject around a status do not change it; other words do."""
    assert code == statuses.code(text)


LAYOUTS = {
    "tabs": "Titel\tMålgruppe\tParter\nKørsel\tÆldre\tHolbæk Sygehus\nSår\tBorgere med sår\tKøge Kommune",
    "bars": "Titel | Målgruppe | Parter\n--- | --- | ---\n"
    "Kørsel | Ældre | Holbæk Sygehus\nSår | Borgere med sår | Køge Kommune",
    "columns": "Titel     Målgruppe          Parter\n\n"
    "Kørsel    Ældre              Holbæk Sygehus\n\nSår       Borgere med sår    Køge Kommune",
    "labels": "Titel: Kørsel\nMålgruppe: Ældre\nParter: Holbæk Sygehus\n\n"
    "Titel: Sår\nMålgruppe: Borgere med sår\nParter: Køge Kommune",
}


@pytest.mark.parametrize("table", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_gives_the_same_rows(table: str) -> None:
    """Tabs, bars, aligned columns and labelled records are the same table."""
    found = loaded(f"Overblik\n\n{table}").initiatives
    assert [("Kørsel", "Ældre", "Holbæk Sygehus"), ("Sår", "Borgere med sår", "Køge Kommune")] == [
        (i.title, i.target_groups[0].phrase, i.participations[0].actor.name) for i in found
    ]


def test_text_behind_a_table_is_no_row() -> None:
    """A sentence after the last row is left out."""
    text = "Titel\tMålgruppe\tParter\nKørsel\tÆldre\tHolbæk Sygehus\n\nRettelser sendes til sekretariatet."
    assert ["Kørsel"] == [i.title for i in loaded(text).initiatives]


def test_the_heading_of_the_next_section_ends_a_table_in_columns() -> None:
    """It stands in the first column with nothing beside it; a numbered title has cells beside it."""
    rows = [
        ("Titel", "Målgruppe", "Parter"),
        ("1. Kørsel", "Ældre", "Køge Kommune"),
        ("Sår", "Borgere", "Holbæk Sygehus"),
    ]
    table = "\n\n".join(f"{title:20}{group:15}{parties}" for title, group, parties in rows)
    found = loaded(f"Overblik\n\n{table}\n\n\n4. Bemærkninger\n\nAlle parter er glade for det.").initiatives
    assert [("1. Kørsel", 1), ("Sår", 1)] == [(i.title, len(i.participations)) for i in found]


HEAD = ["Titel", "Parter", "Målgruppe", "Status"]
ROWS = [["Kørsel", "Køge Kommune", "Ældre", "I drift"], ["Sår", "Holbæk Sygehus", "Borgere med sår", "Afsluttet"]]


@pytest.mark.parametrize(
    "tables",
    [
        [[HEAD, ROWS[0], ["Psykiatri", "", "", ""], HEAD, ROWS[1]]],
        [[HEAD], ROWS],
        [[[*HEAD[:3], "Notat"]], [row[:3] for row in ROWS]],
    ],
    ids=["repeated within the table", "a table of its own", "wider than what stands below"],
)
def test_the_head_of_a_marked_table_is_no_row_and_is_found(tables: list[list[list[str]]]) -> None:
    """Whether extraction repeats it or takes it for a table."""
    found = load(marked(*tables)).initiatives
    assert [("Kørsel", "Køge Kommune"), ("Sår", "Holbæk Sygehus")] == [
        (i.title, i.participations[0].actor.name) for i in found
    ]


def test_captions_number_the_tables_and_a_continuation_counts_on() -> None:
    """Keys are table/row as printed; a repeated head goes on with the table before it."""
    head = "Titel\tMålgruppe\tParter"
    rows = [f"{name}\tÆldre\tKøge Kommune" for name in "ABC"]
    text = "\n".join(["Tabel 3: Et", head, rows[0], head, rows[1], "Tabel 4: To", head, rows[2]])
    assert ["3/1", "3/2", "4/1"] == [i.key for i in loaded(text).initiatives]


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("Titel Målgruppe Samarbejdsparter/type Status", ("title", "target_group", "partners", "status")),
        ("Nr. Projekt Hvem deltager For hvem", ("number", "title", "partners", "target_group")),
        ("Initiativ Parter Målgruppe Status pr. 1. maj 2019", ("title", "partners", "target_group", "status")),
        ("Nye spirer Hvem er med? For hvem?", ("title", "partners", "target_group")),
    ],
)
def test_heads_are_known_by_their_words(line: str, columns: tuple[str, ...]) -> None:
    """Headings of other words, with additions of their own, are a head."""
    assert [columns] == [head.columns for head in heads(document(line).lines, HEADINGS)]


def test_prose_is_no_head() -> None:
    """A sentence with such words in it is none."""
    assert [] == list(heads(document("Projekter med fælles målgruppe og flere parter").lines, HEADINGS))


def test_page_numbers_and_running_heads_are_no_text() -> None:
    """What recurs at the pages' edges is left out, a status that recurs is not."""
    edge = "Side {}\nPuljen for alle 2018\n\n"
    text = f"En tekst som\n\n{edge.format(1)}fortsætter.\nI drift\nMere\n\n{edge.format(2)}I drift"
    kept = [line.text for line in without_furniture(document(text)) if line.text]
    assert ["En tekst som", "fortsætter.", "I drift", "Mere", "I drift"] == kept


def test_the_head_of_a_single_page_is_known_by_its_place() -> None:
    """Set at the right between a page's foot and a blank line; what stands there at the left is text."""
    foot, head = f"{'Side 1':>70}", f"{'Bilag 2 til mødet i maj':>60}"
    for line, kept in ((head, ["Før.", "Efter."]), (head.strip(), ["Før.", head.strip(), "Efter."])):
        text = f"Før.\n{foot}\n{line}\n\nEfter."
        assert kept == [k.text for k in without_furniture(document(text)) if k.text]


def test_a_cleared_document_keeps_its_places() -> None:
    """Page numbers become blanks; all else stands where it stood."""
    source = document("Før.\nSide 1\nEfter.")
    assert source.text.replace("Side 1", " " * 6) == cleared(source).text


def test_the_parts_of_a_table_agree() -> None:
    """Separators are seen, labelled records listed, empty rows none, keys unique, periods read."""
    lines = document("Titel\tParter\tMålgruppe").lines
    (head,) = heads(lines, HEADINGS)
    assert "\t" == separator(head, lines[0], lines)
    records = labelled_records(document("Titel: A\nParter: B\n\nTitel: C\nParter: D").lines, HEADINGS)
    assert [["title", "partners"]] * 2 == [[f.name for f in record] for record in records]
    assert row_of(["title"], []) is None
    keys = Keys()
    assert ["A", "A~2", "A~3"] == [keys.unique("A") for _ in range(3)]
    joiner = Joiner(document("1. maj 2019 - 31. april 2020"))
    period, findings = stated_period("A", joiner.lines(joiner.document.lines), joiner)
    assert period
    assert period.end is None
    assert ["impossible_date"] == [f.rule for f in findings]


def test_a_cell_is_scored_by_what_its_column_holds() -> None:
    """A known status fits its column better than the title's; a hyphen ends no cell."""
    lines = [Printed((Word("I", 0, False), Word("drift", 2, False))), Printed((Word("Sam-", 0, False),), gap=1)]
    scores = Scores(lines, ["title", "status"], VOCABULARY, usual_gap(lines) + 1)
    assert scores.cell(1, Piece(0, 0, 0, 2)) > scores.cell(0, Piece(0, 0, 0, 2))
    assert scores.cell(0, Piece(1, 0, 1, 1)) < scores.cell(0, Piece(0, 0, 0, 1))
    assert [{"title": [Piece(0, 0, 0, 1)]}] == Divider(
        [Printed((Word("Sår", 0, False),))], ["title"], VOCABULARY
    ).rows()


def test_no_lines_are_no_rows() -> None:
    """An empty table has no rows, a text without a head no tables."""
    empty = document("")
    assert [] == flattened_rows(empty, Joiner(empty), ("title",), [], VOCABULARY, lambda _: [])
    assert [] == tables(empty, Joiner(empty), HEADINGS, VOCABULARY, lambda _: [])
    assert re.fullmatch("overview", load(document("x"), "overview").source.genre)


def test_a_period_behind_the_parties_takes_none_of_them() -> None:
    """A cell of years holds no actor, however the line is divided."""
    head = "Projekt Målgruppe Parter Periode"
    rows = ["Madklub Ensomme ældre Nyborg Kommune og Ældre Sagen 2020-2021", "Løbehold Unge Assens Kommune 2021"]
    rows += ["Nattevagt Borgere med KOL Sygehus Lillebælt og", "Røde Kors", "2019-2022"]
    first, _, last = loaded("\n".join([head, *rows])).initiatives
    assert [p.actor.name for p in first.participations] == ["Nyborg Kommune", "Ældre Sagen"]
    assert [p.actor.name for p in last.participations] == ["Sygehus Lillebælt", "Røde Kors"]
    assert last.period is not None
    assert last.period.as_printed == "2019-2022"


def test_a_heading_of_a_section_is_no_running_head() -> None:
    """Though the same words stand beside several page numbers."""
    text = "".join(f"Tekst nummer {n}.\n\nSide {n}\n{n}.1 Målsætning\nMere tekst.\n" for n in range(1, 5))
    assert 4 == sum("Målsætning" in line.text for line in without_furniture(document(text)))
