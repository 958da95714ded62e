"""The money of proposals: in words, in tables, in lines of years. All are invented."""

import re
from io import BytesIO

import docx
import pytest

from samspil.loaders import proposals
from samspil.loaders.files.passage import Joiner
from samspil.loaders.files.reading import read
from samspil.loaders.funding.amounts import applied
from samspil.loaders.funding.budget import budget_of
from samspil.loaders.funding.granted import Setting
from samspil.loaders.funding.money import find_amounts
from samspil.loaders.funding.stated import stated
from samspil.loaders.funding.years import is_yearly, repeated, years_of
from samspil.loaders.funding.years import listed as listed_years
from samspil.loaders.loading import load
from samspil.loaders.texts.fields import fields
from tests.loaders.catalogues import FULL, LABELS, document, loaded


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
