"""Catalogues of proposals: headings, fields, money, effects, target groups, the overview before them."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from samspil.loaders import proposals
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.funding.granted import Setting
from samspil.loaders.funding.stated import cofinanced
from samspil.loaders.genre import GENRES, recognised
from samspil.loaders.loading import load
from samspil.loaders.naming.groups import Context
from samspil.loaders.overview import vocabulary
from samspil.loaders.projects.catalogue import Marks, entries
from samspil.loaders.projects.effects import effects
from samspil.loaders.projects.listing import by_key, listed
from samspil.loaders.projects.targeting import target_groups
from samspil.loaders.projects.undescribed import undescribed
from samspil.loaders.records import Initiative
from samspil.loaders.tabular.headers import Headings
from samspil.loaders.texts.fields import fields
from samspil.loaders.texts.headings import Heads, records
from tests.loaders.catalogues import FULL, LABELS, document, loaded


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
