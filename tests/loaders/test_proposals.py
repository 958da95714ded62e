"""Catalogues of proposals: headings, fields, money, effects, target groups, the overview before them."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from io import BytesIO

import docx
import pytest

from samspil.loaders import proposals
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.files.reading import read
from samspil.loaders.funding.amounts import applied
from samspil.loaders.funding.budget import budget_of
from samspil.loaders.funding.granted import Setting
from samspil.loaders.funding.money import find_amounts
from samspil.loaders.funding.stated import cofinanced, stated
from samspil.loaders.funding.years import is_yearly, repeated, years_of
from samspil.loaders.funding.years import listed as listed_years
from samspil.loaders.genre import GENRES, recognised
from samspil.loaders.loading import load
from samspil.loaders.naming.groups import Context
from samspil.loaders.overview import vocabulary
from samspil.loaders.projects.catalogue import Marks, entries
from samspil.loaders.projects.effects import effects
from samspil.loaders.projects.listing import by_key, listed
from samspil.loaders.projects.targeting import target_groups
from samspil.loaders.projects.undescribed import undescribed
from samspil.loaders.records import Extraction, Initiative
from samspil.loaders.tabular.headers import Headings
from samspil.loaders.texts.fields import Labels, fields
from samspil.loaders.texts.headings import Heads, records

LABELS = Labels(proposals.words()["fields"])
FULL = """Projekt A: Sammen om sår
Deltagende enhe-
der: Holbæk Sygehus og Odsherred Kommune
Projektperiode: 1. maj 2012 - 30. april 2014
Ansøgt beløb:
Mio. kr.
2012 2013 2014 I alt
0,2 0,6 0,1 0,9
Samfinansiering: Kommunen bidrager med 50.000 kr.
Effekt:
• Færre sår
• Færre besøg
Formål
Målgruppen er borgere med kroniske sår, som bor hjemme.
"""


def document(text: str) -> Document:
    """Return a text as a document."""
    return Document("a.txt", "text", text, "0" * 64)


def loaded(text: str) -> Extraction:
    """Return what the proposals' loader finds."""
    return load(document(text), "proposals")


def one(**changes: str) -> Initiative:
    """Return the initiative of the full record with some of its words changed."""
    text = FULL
    for old, new in changes.items():
        text = re.sub(old, new, text)
    return loaded(text).initiatives[0]


def test_a_whole_record_is_read() -> None:
    """Title, parties, period, money, co-finance, effects and target group all come out."""
    found = one()
    assert ("A", "Sammen om sår") == (found.key, found.title)
    assert ["Holbæk Sygehus", "Odsherred Kommune"] == [p.actor.name for p in found.participations]
    assert found.period
    assert (date(2012, 5, 1), date(2014, 4, 30)) == (found.period.start, found.period.end)
    assert [
        ("applied", 2012, Decimal(200000)),
        ("applied", 2013, Decimal(600000)),
        ("applied", 2014, Decimal(100000)),
        ("total", None, Decimal(900000)),
        ("cofinancing", None, Decimal(50000)),
    ] == [(g.kind, g.year, g.amount) for g in found.grants]
    assert ["Færre sår", "Færre besøg"] == [e.text for e in found.effects]
    assert ["borgere med kroniske sår, som bor hjemme"] == [t.phrase for t in found.target_groups]


def test_labels_with_decomposed_letters_and_soft_hyphens_are_labels() -> None:
    """What looks the same is read the same; values keep their places."""
    text = FULL.replace("Formål\n", "Målgruppe: Ældre på Ærø. Formål: Hjælp\n").replace("periode", "\u00adperiode")
    (plain,), (odd,) = (loaded(t).initiatives for t in (text, unicodedata.normalize("NFD", text)))
    for found in (plain, odd):
        assert ["Ældre på Ærø"] == [t.phrase for t in found.target_groups]
        assert found.period and date(2012, 5, 1) == found.period.start
    assert [g.amount for g in plain.grants] == [g.amount for g in odd.grants]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("0,9", "1,1", "wrong_sum"),
        ("30. april 2014", "31. april 2014", "impossible_date"),
        ("30. april 2014", "30. april 2013", "year_outside_period"),
        ("30. april 2014", "30. april 2011", "date_order"),
        ("Mio. kr.\n", "", "unit_assumed"),
        ("0,2 0,6", "O,2 0,6", "unreadable_amount"),
        ("Holbæk Sygehus", "Foreningen Stjernevej", "unknown_actor"),
        ("Projektperiode: .*\n", "", "missing_label"),
    ],
)
def test_what_is_doubtful_is_said(old: str, new: str, rule: str) -> None:
    """Each defect has a finding, and the record is kept."""
    extraction = loaded(re.sub(old, new, FULL))
    assert rule in {f.rule for f in extraction.findings}
    assert 1 == len(extraction.initiatives)


@pytest.mark.parametrize(
    "lines",
    [
        "Opstart: 1. maj 2012\nVarighed: 2 år",
        "Projektstart: 1. maj 2012\nProjektslut: 30. april 2014",
        "Startdato:\n1. maj 2012\n\nSlutdato:\n30. april 2014",
    ],
)
def test_a_start_and_what_stands_right_behind_it_are_one_period(lines: str) -> None:
    """An end or a duration with a label of its own."""
    found = loaded(re.sub("Projektperiode: .*", lines, FULL)).initiatives[0].period
    assert found and (date(2012, 5, 1), date(2014, 4, 30)) == (found.start, found.end)


@pytest.mark.parametrize(
    ("words", "grants"),
    [
        ("1,5 mio. kr. (engangsbeløb til lokaler)", [("one_off", None, 1500000)]),
        (
            "400.000 kr. i 2012 og 300.000 kr. i 2013, i alt 700.000 kr.",
            [("applied", 2012, 400000), ("applied", 2013, 300000), ("total", None, 700000)],
        ),
        ("2012: 0,5 mio. kr.; 2013: 1 mio. kr.", [("applied", 2012, 500000), ("applied", 2013, 1000000)]),
        (
            "Der søges kr. 150.000,- i 2012 og samme beløb i 2013, i alt kr. 300.000,-",
            [("applied", 2012, 150000), ("applied", 2013, 150000), ("total", None, 300000)],
        ),
        ("75.000 kr. pr. år i 2012, 2013 og 2014", [("applied", y, 75000) for y in (2012, 2013, 2014)]),
        ("0,2 mio. kr. årligt i 2012-2014", [("applied", y, 200000) for y in (2012, 2013, 2014)]),
        (
            "60.000 kr. i både 2012 og 2014 samt 90.000 kr. i 2013. I alt 210.000 kr.",
            [("applied", 2012, 60000), ("applied", 2014, 60000), ("applied", 2013, 90000), ("total", None, 210000)],
        ),
        ("I hvert af årene 2012 og 2013 søges 80.000 kr.", [("applied", 2012, 80000), ("applied", 2013, 80000)]),
        ("I 2012 søges 100.000 kr. og det samme i 2013 og 2014.", [("applied", y, 100000) for y in (2012, 2013, 2014)]),
        ("900.000 kr. i 2012 og 2013", [("applied", None, 900000)]),
        (
            "200.000 kr. årligt, i alt 600.000 kr.",
            [*(("applied", y, 200000) for y in (2012, 2013, 2014)), ("total", None, 600000)],
        ),
        ("200.000 kr. årligt", [("applied", None, 200000)]),
    ],
)  # fmt: skip
def test_amounts_in_words(words: str, grants: list[tuple[str, int | None, int]]) -> None:
    """Sentences give amounts with the year next to them, totals and one-off amounts told apart."""
    text = re.sub(r"Ansøgt beløb:\n(.*\n){3}Samfinansiering: .*\n", f"Ansøgt beløb: {words}\n", FULL)
    assert grants == [(g.kind, g.year, int(g.amount or 0)) for g in loaded(text).initiatives[0].grants]


def test_what_an_amount_is_for_is_not_guessed() -> None:
    """Years taken from the period, and an amount for years that are not told, have findings; repeated sums add up."""
    said = (
        "200.000 kr. årligt, i alt 600.000 kr.",
        "200.000 kr. årligt",
        "80.000 kr. både 2012 og 2013. I alt 160.000 kr.",
    )
    texts = [re.sub("Ansøgt beløb:\n(.*\n){3}", f"Ansøgt beløb: {words}\n", FULL) for words in said]
    inferred, unknown, told = ({f.rule for f in loaded(text).findings} for text in texts)
    assert "year_inferred" in inferred and "wrong_sum" not in inferred
    assert "unreadable_amount" in unknown
    assert not {"year_inferred", "unreadable_amount", "wrong_sum"} & told


BUDGETS = {
    "across": "| 2012 | 2013 | 2014 | I alt\nAnsøgt | 200.000 | 600.000 | 100.000 | 900.000\n"
    "Medfinansiering | | 50.000 | |",
    "down": "Kr. | Ansøgt | Egne midler\n2012 | 200.000 |\n2013 | 600.000 | 50.000\n2014 | 100.000 |\n"
    "I alt | 900.000 |",
    "own share first": "År | Egenfinansiering | Søgt fra puljen\n2012 | | 0,2 mio. kr.\n"
    "2013 | 50.000 kr. | 0,6 mio. kr.\n2014 | | 0,1 mio. kr.\nI alt | | 0,9 mio. kr.",
    "items": "1.000 kr. | 2012 | 2013 | 2014 | I alt\nLøn | 150 | 500 | 100 | 750\nKørsel | 50 | 100 | - | 150\n"
    "I alt | 200 | 600 | 100 | 900\nKommunernes bidrag | | 50 | |",
    "years only": "2012 | 2013 | 2014 | Total\n200.000 | 600.000 | 100.000 | 900.000",
}


def in_word(paragraphs: list[str], table: str, further: list[str]) -> bytes:
    """Return a Word file of paragraphs around a table."""
    file = docx.Document()
    for line in paragraphs:
        file.add_paragraph(line)
    rows = [[cell.strip() for cell in row.split("|")] for row in table.split("\n")]
    made = file.add_table(len(rows), len(rows[0]))
    for cells, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    for line in further:
        file.add_paragraph(line)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


@pytest.mark.parametrize("budget", BUDGETS.values(), ids=BUDGETS.keys())
def test_budgets_in_tables(budget: str) -> None:
    """Years across or down, with co-finance, items or neither: what is applied for in each year, and the total."""
    above = FULL.partition("Ansøgt beløb:")[0].splitlines()
    data = in_word([*above, "Ansøgt beløb:"], budget, ["Effekt:", "Færre sår", "Formål", "Flere hjemme."])
    (found,) = load(read(data, "a.docx"), "proposals").initiatives
    grants = [(g.kind, g.year, int(g.amount or 0)) for g in found.grants]
    wanted = [("applied", 2012, 200000), ("applied", 2013, 600000), ("applied", 2014, 100000), ("total", None, 900000)]
    assert wanted == grants[:4]
    assert [("cofinancing", 2013, 50000)] * (budget is not BUDGETS["years only"]) == grants[4:]
    assert ["Færre sår"] == [e.text for e in found.effects]


@pytest.mark.parametrize(
    ("lines", "grants"),
    [
        (
            "2012 200.000\n2013 600.000\nI alt 800.000",
            [("applied", 2012, 200000), ("applied", 2013, 600000), ("total", None, 800000)],
        ),
        ("Mio. kr.\nÅr 2012: 0,2\nÅr 2013: 0,6", [("applied", 2012, 200000), ("applied", 2013, 600000)]),
        (
            "År Egne midler Ansøgt\n2012 10.000 200.000\n2013 20.000 600.000",
            [
                ("applied", 2012, 200000),
                ("applied", 2013, 600000),
                ("cofinancing", 2012, 10000),
                ("cofinancing", 2013, 20000),
            ],
        ),
        ("År Ansøgt Egne midler\n2012 200.000\n2013 600.000 50.000", []),
    ],
)
def test_lines_of_years_are_a_budget(lines: str, grants: list[tuple[str, int | None, int]]) -> None:
    """Amounts below each other by year; where a column is not told, nothing is taken and a finding says so."""
    text = re.sub(r"Ansøgt beløb:\n(.*\n){3}Samfinansiering: .*\n", f"Ansøgt beløb:\n{lines}\n", FULL)
    found = loaded(text)
    assert grants == [(g.kind, g.year, int(g.amount or 0)) for g in found.initiatives[0].grants]
    assert bool(grants) != ("unreadable_amount" in {f.rule for f in found.findings})


def test_the_parts_of_amounts_agree() -> None:
    """Lists of years with ranges, words for each year, repeated amounts; a field without a table has no budget."""
    words = proposals.words()["amounts"]
    assert [2012, 2013, 2014, 2016] == listed_years("2012-2014 og 2016")
    assert is_yearly("pr. år", words) and not is_yearly("i forårlig", words)
    assert [(3, 26, (2013, 2014))] == list(repeated("og samme beløb i 2013-2014", words))
    text = "2 mio. kr. i 2012"
    (amount,) = find_amounts(text)
    assert (2012,) == years_of(amount, text, (0, len(text)), words)
    doc = document(f"Budget: {text}")
    joiner = Joiner(doc)
    (field,) = fields(doc.lines, LABELS)
    setting = Setting("A", None, None, words)
    assert budget_of(field, joiner, setting) is None
    assert applied(field, joiner, setting) == stated(joiner.join(field.lines), None, joiner, setting)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• En\n• To\nfortsat", ["En", "To fortsat"]),
        ("Det ene sker. Det andet sker også.", ["Det ene sker.", "Det andet sker også."]),
        ("Projektet vil:\n- give ro\n- give tid", ["give ro", "give tid"]),
        (" Et tegn gik tabt\n Et til", ["Et tegn gik tabt", "Et til"]),
        ("1. Hurtigere hjem. 2. Færre fald.", ["Hurtigere hjem.", "Færre fald."]),
    ],
)
def test_effects_are_items_or_sentences(text: str, expected: list[str]) -> None:
    """One a bullet, in running text one a sentence; a lead-in is none."""
    (field,) = fields(document(f"Effekt:\n{text}").lines, LABELS)
    joiner = Joiner(document(f"Effekt:\n{text}"))
    assert expected == [e.text for e in effects(field.lines, joiner, "A")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Deltagere: A", "participants"),
        ("DELTAGERE", "participants"),
        ("3. Økonomi", "amount"),
        ("HVORNÅR? 2019", "period"),
        ("Projektets formål er at", None),
        ("Effekten af indsatsen måles", None),
    ],
)
def test_labels_are_told_from_sentences(line: str, name: str | None) -> None:
    """A label ends in a colon or question mark, stands alone or in capitals; a sentence that begins so is none."""
    hit = LABELS.at(line)
    assert name == (hit and hit[0])


def test_several_labels_may_stand_on_one_line() -> None:
    """Each has the words up to the next."""
    found = fields(document("Ansøger: Thisted Kommune   Partnere: Morsø Kommune").lines, LABELS)
    assert ["participants", "participants"] == [f.name for f in found]


def test_the_overview_adds_parties_and_themes_and_may_disagree() -> None:
    """Rows of the table before the records are merged by key; who stands in one of the two only is told."""
    table = "Projekter inden for kirurgien\nNr. Deltager Emne\nA Holbæk Sygehus og Lejre Kommune Sammen om sår\n\n"
    extraction = loaded(table + FULL)
    (initiative,) = extraction.initiatives
    assert "kirurgien" == initiative.theme
    assert ["Holbæk Sygehus", "Odsherred Kommune", "Lejre Kommune"] == [p.actor.name for p in initiative.participations]
    assert ["overview_disagrees"] == [f.rule for f in extraction.findings if f.rule == "overview_disagrees"]


def test_two_records_with_one_key_are_both_kept() -> None:
    """The second has a key of its own, and a finding."""
    extraction = loaded(FULL + "\n" + FULL)
    assert ["A", "A~2"] == [i.key for i in extraction.initiatives]
    assert "duplicate_key" in {f.rule for f in extraction.findings}


def test_a_genre_is_recognised_with_a_reason() -> None:
    """The reason names where its signs stand; a name given overrules; a text of no genre keeps its mentions."""
    genre, reason = recognised(document(FULL))
    assert ("proposals", "line 1: a record A with labelled fields") == (genre.code, reason)
    assert "overview" == recognised(document(FULL), "overview")[0].code
    other = load(document("Region Sjælland skriver til Holbæk Kommune om vejret."))
    assert "unknown" == other.source.genre
    assert {"Region Sjælland", "Holbæk Kommune"} == {m.actor.name for m in other.mentions}
    assert "unknown_genre" in {f.rule for f in other.findings}
    assert {"overview", "proposals", "agreement", "memo", "strategy"} == set(GENRES)


def test_the_parts_of_a_catalogue_agree() -> None:
    """Records carry their keys, an overview without a head is none, co-finance leaves out what is applied for."""
    doc = document(FULL)
    joiner = Joiner(doc)
    heads = Heads(proposals.words()["headings"]["words"], proposals.words()["headings"]["titles"])
    (record,) = records(doc.lines, heads, LABELS, joiner)
    assert "A" == record.key
    assert target_groups(record, fields(record.lines, LABELS), joiner, proposals.words()["target"])
    assert [] == entries(doc.lines, {"A": "x"}, joiner, Marks(lambda _: False, len))
    line = Joiner(document("Kommunen bidrager med 2 mio. kr."))
    setting = Setting("A", None, None, proposals.words()["amounts"])
    passage = line.lines(line.document.lines)
    assert 1 == len(cofinanced(passage, line, setting, ()))
    assert () == cofinanced(passage, line, setting, (Decimal(2000000),))


LISTED = {
    "flattened": """Nr. Projekt Parter Ansøgt i alt

1 Sammen om sår Holbæk Sygehus og Odsherred Kommune

0,9 mio. kr.

2 Hjem før aften Køge og Solrød kommuner -

3 Tryg nat Roskilde Sygehus og Lejre Kommune

1,2 mio. kr.
""",
    "bars": """Nr. | Projekt | Parter | Beløb
1 | Sammen om sår | Holbæk Sygehus og Odsherred Kommune | 0,9 mio. kr.
2 | Hjem før aften | Køge og Solrød kommuner | -
3 | Tryg nat | Roskilde Sygehus og Lejre Kommune | 1,2 mio. kr.
""",
    "without keys": """Projekt\tDeltagere\tAnsøgt beløb
Sammen om sår\tHolbæk Sygehus og Odsherred Kommune\t0,9 mio. kr.
Hjem før aften\tKøge og Solrød kommuner\t-
Tryg nat\tRoskilde Sygehus og Lejre Kommune\t1,2 mio. kr.
""",
}


def described(key: str, title: str) -> str:
    """Return a short record."""
    return (
        f"Projekt {key}: {title}\nDeltagere: Holbæk Sygehus\nProjektperiode: 2012-2013\nAnsøgt beløb: 900.000 kr.\n\n"
    )


@pytest.mark.parametrize("table", LISTED.values(), ids=LISTED.keys())
def test_a_project_without_a_description_is_an_initiative_all_the_same(table: str) -> None:
    """What the overview tells of it is kept, with a finding; so is what it tells of the others."""
    text = f"{table}\n\n{described('1', 'Sammen om sår')}{described('3', 'Tryg nat')}"
    found = loaded(text)
    *others, lone = found.initiatives
    if "Nr." in table:
        assert ["1", "3", "2"] == [i.key for i in found.initiatives]
    assert "Hjem før aften" == lone.title
    assert ["Køge Kommune", "Solrød Kommune"] == [p.actor.name for p in lone.participations]
    assert () == lone.grants and lone.period is None
    assert ["Odsherred Kommune", "Roskilde Sygehus", "Lejre Kommune"] == [
        p.actor.name for i in others for p in i.participations if p.actor.name != "Holbæk Sygehus"
    ]
    assert [lone.key] == [f.subject for f in found.findings if f.rule == "missing_description"]


def test_a_gap_in_the_keys_is_a_project_without_a_description() -> None:
    """A letter that stands alone between the rows of described projects opens a row; its amounts are not guessed."""
    head = "Projekter inden for ambulant behandling\nProjekt Deltagende enheder Emne\n"
    rows = [
        "Holbæk Sygehus\nSammen om sår",
        "Køge Kommune og Lejre Kommune\nHjem før aften",
        "Næstved Kommune\nTryg nat",
    ]
    table = "\n".join(f"{key}\n{row}" for key, row in zip("ABC", rows, strict=True))
    found = loaded(f"{head}{table}\n\n{described('A', 'Sammen om sår')}{described('C', 'Tryg nat')}")
    lone = next(i for i in found.initiatives if i.key == "B")
    assert ("Hjem før aften", "ambulant behandling") == (lone.title, lone.theme)
    assert ["Køge Kommune", "Lejre Kommune"] == [p.actor.name for p in lone.participations]
    assert ["B"] == [f.subject for f in found.findings if f.rule == "missing_description"]


def test_titles_stand_for_keys() -> None:
    """A row without a key belongs to the description with the same title, else it has a key of its own."""
    doc = document("Projekt\tParter\nSammen om sår\tKøge Kommune\nTryg nat\tLejre Kommune\n")
    joiner = Joiner(doc)
    headings = Headings(proposals.words()["columns"])
    rows = listed(doc, len(doc.text), joiner, headings, vocabulary(), lambda _: [])
    assert ["A", "(2)"] == list(by_key(rows, {"A": "Sammen om sår!"}))
    setting = Setting("(2)", None, None, proposals.words()["amounts"])
    initiative, findings = undescribed("(2)", rows[1], joiner, Context(), setting)
    assert ("Tryg nat", ["missing_description"]) == (initiative.title, [f.rule for f in findings])


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Målgruppen er rygere, der venter på en operation.", "rygere, der venter på en operation"),
        ("Målgruppen er nyopererede med behov for støtte.", "nyopererede med behov for støtte"),
        ("Målgruppen er hjemmeboende over 80 år, som bor alene.", "hjemmeboende over 80 år, som bor alene"),
        ("Målgruppen er unge mellem 15 og 25 år, der skader sig selv.", "unge mellem 15 og 25 år, der skader sig selv"),
        ("Projektet henvender sig til sygemeldte med rygsmerter.", "sygemeldte med rygsmerter"),
        ("Målgruppen er den samme som i Projekt A.", None),
        ("Målgruppen er endnu ikke beskrevet.", None),
        ("Målgruppen er større end ventet.", None),
    ],
)
def test_a_sentence_says_whom_a_project_is_for(sentence: str, phrase: str | None) -> None:
    """Whatever they are called; of people of an age the clause says which, and what names nobody is no target group."""
    record = (
        f"Projekt A: Kaffe og kager\n\nDeltagere:\nKøge Kommune\n\nBudget: 1 mio. kr. i 2012\n\nBaggrund\n{sentence}\n"
    )
    (found,) = load(Document("a.txt", "text", record, "0" * 64), "proposals").initiatives
    assert [t.phrase for t in found.target_groups] == ([phrase] if phrase else [])
