"""What a document is: known by its hash, or told by its head, its foot and its properties."""

from dataclasses import replace
from typing import Any

import pytest

from samspil.loaders.files.document import Document
from samspil.loaders.sources import Metadata, identify, manifest


def document(text: str, **changes: Any) -> Document:
    """Return a text as a document."""
    return replace(Document("en fil.v2.txt", "text", text, "unknown"), **changes)


def test_a_known_document_is_told_by_its_hash() -> None:
    """The manifest's values are taken for the file with that hash, whatever its name and text."""
    (digest,) = (digest for digest, entry in manifest().items() if entry["key"] == "kkr-notat-2019")
    expected = Metadata(
        "kkr-notat-2019", "Tværsektorielt samarbejde på sundhedsområdet", "KKR Hovedstaden", "2019-12", True
    )
    assert expected == identify(document("x", sha256=digest))


def test_the_manifest_says_why_a_date_is_missing() -> None:
    """There are five known documents, each with key, title and publisher, and a date or a note about it."""
    keys = {"oversigt-2019", "pulje-2012", "kkr-notat-2019", "sundhedsaftale-2015", "kbh-strategi"}
    assert keys == {entry["key"] for entry in manifest().values()}
    assert all(len(digest) == 64 for digest in manifest())
    assert all(entry["title"] and entry["publisher"] for entry in manifest().values())
    assert all("date" in entry or "date_note" in entry for entry in manifest().values())


def test_the_key_is_the_file_name_without_its_ending() -> None:
    """Only the last ending goes, and nothing of a folder stays."""
    assert "en fil.v2" == identify(document("x")).key
    assert "b" == identify(document("x", name="C:\\a\\b.pdf")).key


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "NOTAT\nTil: Sundhedsudvalget\n\nOversigt over fælles til-\nbud og projekter\n\nTekst.",
            "Oversigt over fælles tilbud og projekter",
        ),
        (
            "Side 1 af 4\n3. maj 2021\nRegion Sjælland\nPlan for nære tilbud i\nRegion Sjælland\nAlt andet",
            "Plan for nære tilbud i Region Sjælland",
        ),
        ("NOTAT – Samarbejde om ældre.\nKommunen ønsker mere.", "Samarbejde om ældre"),
        ("Til: A\nVedr.: Pulje til svage grupper\n", "Pulje til svage grupper"),
        ("Sundhedsaftale 2024-2027\n\nIndledning\n", "Sundhedsaftale 2024-2027"),
        ("Sundhedsaftale 2024\n\nIndledning\n", "Sundhedsaftale 2024"),
        ("Indledning\nMange borgere er syge.\n\fUdkast – Sundhedsaftale for Nord\n12\n", "Sundhedsaftale for Nord"),
        ("Indledning\nMange borgere er syge.\n", None),
        (
            "Oversigt over hospitaler, kommuner og /eller praksis\n",
            "Oversigt over hospitaler, kommuner og/eller praksis",
        ),
        ("1\n\n- 2 -\n", None),
    ],
)
def test_the_title_is_the_first_prominent_line(head: str, title: str | None) -> None:
    """Labels, dates, letterheads and page numbers are no title; a wrapped title is joined."""
    assert title == identify(document(head)).title


def test_a_title_in_the_properties_comes_first() -> None:
    """What the file's properties say is taken as it is."""
    assert "Aftale om børn" == identify(document("Plan for noget", title="Aftale om børn")).title


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("December 2019\n\nNOTAT\n", "2019-12"),
        ("Titel\n3. oktober 2018\n", "2018-10-03"),
        ("Titel\nDato: 03-10-2018\n", "2018-10-03"),
        ("Hillerød, den 3. oktober 2018\nTitel\n", "2018-10-03"),
        ("Titel\n2017\n", "2017"),
        ("1. maj 2016\nDato: 2. maj 2016\n", "2016-05-02"),
        ("Sundhedsaftale 2015-2018\n", None),
        ("Sundhedsaftale 2015\n", None),
        ("Gældende fra 1. februar 2015\n", None),
        ("Udvalget mødtes\nden 3. oktober 2018. Puljen blev etableret af midler\n", None),
        ("Høringsfrist: 1. maj 2019\n", None),
        ("1. juli 2012 – 31. december 2014\n", None),
        ("Dato: 31. september 2014\n", None),
        ("Titel\n" + "Tekst.\n" * 60 + "Udgivet juni 2020\n", "2020-06"),
    ],
)
def test_the_date_stands_alone_in_head_or_foot(head: str, date: str | None) -> None:
    """A date is taken with its precision, by itself or behind a label or place; a period or deadline dates nothing."""
    assert date == identify(document(head)).date


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Region Sjælland\nTitel på noget\n", "Region Sjælland"),
        ("Aftale mellem Region Nordjylland og kommunerne\n", "Region Nordjylland"),
        ("Region Syddanmarks plan\nAalborg Kommune\n", "Aalborg Kommune"),
        ("KKR Midtjylland har bedt om et notat.\n", "KKR Midtjylland"),
        ("Til: Aalborg Kommune\nTitel\n", None),
        ("Kommunen og regionen\n", None),
    ],
)
def test_the_publisher_is_named_in_the_head(head: str, publisher: str | None) -> None:
    """A name on a line of its own goes before one in a sentence; the addressee did not publish it."""
    assert publisher == identify(document(head)).publisher
