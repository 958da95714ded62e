"""Running text without what stands around it: page numbers, running heads, tables of contents, footnotes."""

import pytest

from samspil.loaders.files.passage import Joiner
from samspil.loaders.texts.blocks import blocks
from samspil.loaders.texts.prose import prose, without_marks
from tests.loaders.plans import document


def kept(text: str) -> list[str]:
    """Return the printed lines that stay."""
    return [line.text.strip() for line in prose(document(text)).lines if line.text.strip()]


@pytest.mark.parametrize("foot", ["Side {n} af 9", "{n}", "- {n} -", "side {n}"])
def test_page_numbers_and_what_recurs_beside_them_go(foot: str) -> None:
    """A running head stands beside a page number on several pages."""
    pages = [
        f"Teksten på side {w} er ny.\n\nUdkast – juni 2023\n\n{foot.format(n=n)}\n"
        for n, w in enumerate(("et", "to", "tre"), 3)
    ]
    assert [f"Teksten på side {w} er ny." for w in ("et", "to", "tre")] == kept("\n".join(pages))


def test_a_line_that_counts_pages_goes() -> None:
    """Title and page number on one line recur with a number that grows."""
    pages = [
        f"Et afsnit om {w}.\n\nSundhedsaftale 2007-2010 - {n} -\n"
        for n, w in enumerate(("træning", "medicin", "børn"), 2)
    ]
    assert ["Et afsnit om træning.", "Et afsnit om medicin.", "Et afsnit om børn."] == kept("\n".join(pages))


def test_headings_that_recur_with_a_number_stay() -> None:
    """A line as "Sådan følger vi op på tema 2" is no running head."""
    text = "\n\n".join(f"Sådan følger vi op på tema {n}\n\nDer er et mål for tema {n}." for n in (1, 2, 3))
    assert 6 == len(kept(text))


@pytest.mark.parametrize("leader", [" ........ ", "\t", "      "])
def test_a_table_of_contents_goes(leader: str) -> None:
    """Entries with leaders and their heading are no text."""
    entries = [f"{n} {title}{leader}{n + 2}" for n, title in enumerate(("Indledning", "Mål", "Økonomi"), 1)]
    assert ["1 Indledning", "Her begynder teksten."] == kept(
        "\n".join(["Indhold", *entries, "", "1 Indledning", "Her begynder teksten."])
    )


def test_a_footnote_goes_with_its_mark() -> None:
    """A note at the foot of a page is known by its number behind a word before."""
    text = "Fristen er tre hverdage1.\n\nDet gælder alle.\n\n1 Fristen regnes fra modtagelsen.\n\n Næste side.\n"
    found = document(text)
    noted = prose(found)
    assert {"1"} == noted.notes
    assert "Fristen regnes fra modtagelsen." not in " ".join(line.text for line in noted.lines)
    [first, *_] = blocks(found, noted.lines, Joiner(found))
    assert "Fristen er tre hverdage." == without_marks(first.passage, noted.notes).text


def test_a_numbered_heading_is_no_footnote() -> None:
    """The line "2 Vision" stays although the text has a footnote."""
    text = "Alle 17 kommuner er med1.\n\n1 Opgjort i 2018.\n\n 2 Vision\n\nBorgeren er med.\n"
    assert "2 Vision" in kept(text)


def test_addresses_on_a_line_of_their_own_go() -> None:
    """Extraction repeats the address behind a link."""
    assert ["Se aftalen."] == kept("Se aftalen.\nhttps://www.example.dk/aftalen\n")


@pytest.mark.parametrize(
    "head", ["Ringby Kommune · Notat · 3. maj 2016", "Udvalget | Status 2017", "KKR • Bilag • Juni 2020"]
)
def test_a_running_head_of_parts_goes_also_where_it_stands_once(head: str) -> None:
    """Beside a page number, names and a date set apart by signs are no text; elsewhere they stay."""
    assert ["Vi følger to tal.", "Det er nok."] == kept(
        f"Vi følger to tal.\n\nSide 1\n{head}\n\nDet er nok.\n\nSide 2\n"
    )
    assert 3 == len(kept(f"Vi følger to tal.\n\n{head}\n\nDet er nok.\n"))


@pytest.mark.parametrize("foot", ["UDKAST   Side {} af 9", "Plan for Ry, side {} af 12", "Ry 2015   Side {}"])
def test_a_line_that_counts_pages_of_all_goes(foot: str) -> None:
    """Be the word for a page in capitals or not."""
    text = "".join(f"Vi følger {word}.\n\n{foot.format(n)}\n\n" for n, word in enumerate(("tal", "mål", "råd"), 1))
    assert ["Vi følger tal.", "Vi følger mål.", "Vi følger råd."] == kept(text)
