"""Forms that documents make up for themselves: labels, prompts, where records open. All are invented."""

from pathlib import Path

import pytest

from samspil.graph.files import read_path
from samspil.loaders import proposals
from samspil.loaders.files.document import Document, Span, Table
from samspil.loaders.genre import recognised
from samspil.loaders.loading import load
from samspil.loaders.texts.forms import Form, field_of, form

STEMS = proposals.words()["stems"]
PROMPTS = proposals.words()["headings"]["prompts"]

COUNTED = """ANSØGNINGSSKEMA
Ansøgning nr. {key}
(udfyldes af sekretariatet)
1. Projektets titel
{title}
2. Hovedansøger og øvrige deltagende parter
Angiv alle parter, der har sagt ja.
{parties}
3. Kontaktperson hos ansøger
Ida Falk, tlf. 12 34 56 78
4. Den ønskede projektperiode
2014-2015
5. Målgruppen for projektet
Borgere med {illness}
6. Hvilke effekter forventes?
Effekterne er:
- Færre bliver indlagt
7. Budget for projektet
2014: {amount} kr.
"""
PLAIN = """{title}
Deltagende organisationer og parter: {parties}
Ønsket projektperiode: 2014-2015
Ansøgt i puljen: 2014: {amount} kr.
Målgruppen for projektet: Borgere med {illness}
Forventet udbytte for borgerne: Færre bliver indlagt.

"""
ASKED = """SKEMA
A) Hvad hedder projektet?
{title}
B) Hvem søger, og hvem er med?
{parties}
C) Hvem er det til?
Borgere med {illness}
D) Hvornår foregår det?
2014-2015
E) Hvor meget søges der?
2014: {amount} kr.
F) Hvad kommer der ud af det?
- Færre bliver indlagt
"""
VALUES = (
    {
        "key": "4",
        "title": "Tryg nat i Greve",
        "parties": "Greve Kommune og Køge Sygehus",
        "illness": "KOL",
        "amount": "200.000",
    },
    {
        "key": "7",
        "title": "Sammen om sår",
        "parties": "Solrød Kommune og Roskilde Sygehus",
        "illness": "sår",
        "amount": "300.000",
    },
    {
        "key": "9",
        "title": "Hjem før aften",
        "parties": "Lejre Kommune og almen praksis",
        "illness": "demens",
        "amount": "150.000",
    },
)


def document(text: str) -> Document:
    """Return a text as a document."""
    return Document("a.txt", "text", text, "0" * 64)


def catalogue(template: str, count: int = 3) -> Document:
    """Return a catalogue with some records in a form."""
    return document("Ansøgninger til puljen 2014\n\n" + "\n".join(template.format(**v) for v in VALUES[:count]))


def named(label: str) -> str | None:
    """Return the field that a label names."""
    return field_of(label, STEMS)


def formed(source: Document) -> Form:
    """Return the form of a document that has one."""
    found = form(source.lines, named, PROMPTS)
    assert found
    return found


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("øvrige deltagende parter", "participants"),
        ("beløb, der søges", "amount"),
        ("ansøgt beløb fordelt på år", "amount"),
        ("forventede effekter for borgerne", "effect"),
        ("forankring efter projektperioden", "other"),
        ("egenfinansiering i perioden", "cofinancing"),
        ("hvad vi ellers vil sige", None),
        ("tiden efter projektperioden", None),
    ],
)
def test_the_head_of_a_label_tells_its_field(label: str, field: str | None) -> None:
    """What stands behind a preposition does not."""
    assert field == field_of(label, STEMS)


@pytest.mark.parametrize("template", [COUNTED, PLAIN, ASKED], ids=["counted", "colons", "lettered questions"])
@pytest.mark.parametrize("count", [2, 3])
def test_records_of_a_form_are_read_whatever_it_calls_its_parts(template: str, count: int) -> None:
    """Title, parties, target group, period, effects and money, and the lines that the form prints are none's."""
    source = catalogue(template, count)
    assert "proposals" == recognised(source)[0].code
    found = load(source).initiatives
    assert [v["title"] for v in VALUES[:count]] == [i.title for i in found]
    assert [["Greve Kommune", "Køge Sygehus"], ["Solrød Kommune", "Roskilde Sygehus"]] == [
        [p.actor.name for p in i.participations] for i in found[:2]
    ]
    assert ["Borgere med KOL", "Borgere med sår"] == [i.target_groups[0].phrase for i in found[:2]]
    assert [[200000], [300000]] == [[g.amount for g in i.grants] for i in found[:2]]
    assert [1] * count == [len(i.effects) for i in found]
    assert all(i.period for i in found)


def test_a_key_stands_in_what_the_form_prints_above_a_record() -> None:
    """The number of each application, not of its place in the catalogue."""
    assert ["4", "7", "9"] == [i.key for i in load(catalogue(COUNTED)).initiatives]


def test_one_form_alone_is_told_by_its_numbers() -> None:
    """Nothing repeats, but what is counted names fields."""
    source = catalogue(COUNTED, 1)
    assert 1 == len(formed(source).openers)
    assert ["Tryg nat i Greve"] == [i.title for i in load(source).initiatives]


def test_prompts_are_no_values() -> None:
    """What a form asks for, in whole sentences or brackets; a label or a unit is none."""
    source = document(catalogue(COUNTED).text + "\n(1.000 kr.)\nBeskrivelse: Vi angiver alt.\n(maks. 15 linjer)")
    printed = {source.lines[n].text for n in formed(source).printed}
    assert {"Angiv alle parter, der har sagt ja.", "(udfyldes af sekretariatet)", "(maks. 15 linjer)"} <= printed
    assert not printed & {"(1.000 kr.)", "Beskrivelse: Vi angiver alt.", "1. Projektets titel"}


@pytest.mark.parametrize(
    "text",
    [
        "Status\nParter\nBudget\nMålgruppe\nI drift\n\nStatus\nParter\nBudget\nMålgruppe\nAfsluttet\n",
        "Parter: Greve Kommune\nMålgruppe: Ældre\nPeriode: 2014\n",
        "1. Parter\t3\n2. Målgrupper\t4\n3. Økonomi\t7\n\n1. Parter\nVi.\n2. Målgrupper\nAlle.\n3. Økonomi\nIngen.\n",
        "Vi vil måle resultater.\nVi vil inddrage parter.\nVi vil måle resultater.\nVi vil inddrage parter.\n",
    ],
    ids=["heads of columns", "nothing recurs or counts", "a table of contents", "sentences"],
)
def test_what_only_looks_alike_is_no_form(text: str) -> None:
    """Heads of a table that a page repeats, a single record without numbers, and prose."""
    assert form(document(text).lines, named, PROMPTS) is None


def test_a_title_on_two_lines_and_a_key_of_its_own_line(tmp_path: Path) -> None:
    """A title goes on where its line leads on; above it a line may hold the key alone."""
    records = [
        f"Projekt {key}\n{title}\nParter: {v['parties']}\nPeriode: 2014-2015\nAnsøgt beløb: 2014: {v['amount']} kr.\n\n"
        for v, key, title in zip(VALUES, "BDF", ["Tryg nat for\nalle i Greve", "Sår", "Hjem før aften"], strict=True)
    ]
    path = tmp_path / "katalog.txt"
    path.write_text("Katalog\n\n" + "".join(records), "utf-8")
    found = load(read_path(path)).initiatives
    assert [("B", "Tryg nat for alle i Greve"), ("D", "Sår"), ("F", "Hjem før aften")] == [
        (i.key, i.title) for i in found
    ]


def test_labels_that_wrap_in_their_cells_and_years_above_a_row() -> None:
    """A cell's lines are one label; a head of years belongs to the row below it."""
    text, rows = "Ansøgninger\n", []
    for v in VALUES:
        for label, value in (
            ("Projekttitel", v["title"]),
            ("Ansøgere", v["parties"]),
            ("Hvem er målgruppen for\nprojektet?", f"Borgere med {v['illness']}"),
            ("Startdato", "1. marts 2014"),
            ("Slutdato", "30. april 2015"),
        ):
            cells = []
            for cell in (label, value):
                cells.append(Span(len(text), len(text) + len(cell)))
                text += f"{cell}\n"
            rows.append(tuple(cells))
        text += f"Økonomi\nHele kr.\n2014\n2015\nAnsøgt beløb i kr.\n{v['amount']} 40.000\n\n"
    found = load(Document("a.pdf", "pdf", text, "0" * 64, tables=(Table(tuple(rows)),))).initiatives
    assert ["Borgere med KOL", "Borgere med sår", "Borgere med demens"] == [i.target_groups[0].phrase for i in found]
    assert {2014: 200000, 2015: 40000} == {g.year: int(g.amount or 0) for g in found[0].grants}


def test_a_number_before_a_title_is_its_key() -> None:
    """Where the form's labels open the records."""
    records = "".join(f"{n}.1 {v['title']}\n{PLAIN.format(**v).partition(chr(10))[2]}" for n, v in enumerate(VALUES, 1))
    assert ["1.1", "2.1", "3.1"] == [i.key for i in load(document(f"Katalog\n\n{records}")).initiatives]
