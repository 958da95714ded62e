"""Overviews written as records: headings with labels or questions below them; and what they leave to proposals."""

import pytest

from samspil.loaders.files.document import Document
from samspil.loaders.loading import load
from samspil.loaders.records import Extraction, Initiative


def loaded(text: str) -> Extraction:
    """Return what is found in a text."""
    return load(Document("a.txt", "text", text, "0" * 64))


def told(initiative: Initiative) -> tuple[str, str, list[str], str | None]:
    """Return title, target group, parties and status."""
    target = "; ".join(t.phrase for t in initiative.target_groups)
    status = initiative.status.as_printed if initiative.status else None
    return initiative.title, target, [p.actor.name for p in initiative.participations], status


FIRST = ("Fælles sårcafé", "Borgere med kroniske sår", "Regionshospitalet Horsens og Odder Kommune", "I drift")
SECOND = ("Nattens telefon", "Pårørende til døende", "Aarhus Kommune og Kræftens Bekæmpelse", "Afsluttet")
WANTED = [
    ("Fælles sårcafé", "Borgere med kroniske sår", ["Regionshospitalet Horsens", "Odder Kommune"], "I drift"),
    ("Nattens telefon", "Pårørende til døende", ["Aarhus Kommune", "Kræftens Bekæmpelse"], "Afsluttet"),
]
FORMS = {
    "numbered questions": "{n}. {0}\n\nHvem er tilbuddet for?\n{1}\nHvem deltager?\n{2}\nHvor langt er vi?\n{3}\n\n",
    "labels on one line": "{0}\n\nMålgruppe: {1}\nParter: {2}\nStatus: {3}\n\n",
    "no blank line": "{n}) {0}\nMålgruppe: {1}\nParter: {2}\nStatus: {3}\n",
    "other questions": "{0}\nTil gavn for hvem?\n{1}\nHvem samarbejder?\n{2}\nHvordan går det?\n{3}\n\n",
    "a word and a number": "Indsats {n}: {0}\nHvem gælder den? {1}\nMed hvem? {2}\nStatus: {3}\n\n",
    "an idle question": "{n}. {0}\n\nHvorfor?\nDet savnes.\nFor hvem?\n{1}\nHvem står bag?\n{2}\nFase\n{3}\n\n",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_the_heading_above_the_labels_is_the_title(form: str) -> None:
    """Numbered or not, with a blank line or without one where it is numbered."""
    records = form.format(*FIRST, n=1) + form.format(*SECOND, n=2)
    found = loaded(f"Samarbejder i Region Midtjylland\n\nListen er fra 2019.\n\n{records}")
    assert found.source.genre == "overview"
    assert [told(i) for i in found.initiatives] == WANTED


def test_a_page_may_turn_within_a_record() -> None:
    """Between a label and its value, with a running head."""
    foot = "\n\n          {}\nNotat om samarbejder i klyngen\n\n"
    one = "1. Sårcafé\n\nHvem er med?\nOdder Kommune" + foot.format(1) + "Hvem er det for?\nBorgere med sår\n\n"
    two = "2. Gåhold\n\nHvem er med?" + foot.format(2) + "Samsø Kommune\nHvem er det for?\nÆldre\n\n"
    found = loaded(one + two).initiatives
    assert [told(i)[:3] for i in found] == [
        ("Sårcafé", "Borgere med sår", ["Odder Kommune"]),
        ("Gåhold", "Ældre", ["Samsø Kommune"]),
    ]


def test_proposals_under_headings_stay_proposals() -> None:
    """Money, effects or a purpose among the labels tell them, though a record may lack them."""
    record = "{}. {}\n\nMålgruppe: Ældre\nDeltagere: {} Kommune\nBudget: 100.000 kr. i 2015\n\n"
    text = record.format(1, "Sårcafé", "Odder") + record.format(2, "Gåhold", "Samsø")
    text += "3. Madklub\n\nMålgruppe: Ældre\nDeltagere: Aarhus Kommune\n\n"
    assert loaded(text).source.genre == "proposals"


def test_one_record_alone_makes_no_overview() -> None:
    """A heading with two labels below it may stand anywhere."""
    assert loaded("Baggrund\n\nMålgruppe: Ældre\nParter: Odder Kommune\n").source.genre == "unknown"
