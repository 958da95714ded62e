"""The outline: numbered sections and headings, also where extraction printed them behind their text."""

import pytest

from samspil.loaders.texts.outline import Place
from tests.loaders.plans import parsed_text

BODY = "Samarbejdet om de borgere, der har brug for hjælp fra flere sider, er fortsat under udvikling i hele regionen."


def sections(text: str) -> list[tuple[str, str]]:
    """Return number and title of the sections of a text."""
    return [(s.number, s.title) for s in parsed_text(text).outline.sections]


def place_of(text: str, wording: str) -> Place:
    """Return the place of the block that holds some words."""
    found = parsed_text(text)
    return next(found.outline.places[n] for n, block in enumerate(found.blocks) if wording in block.text)


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        (("1.1 Formål", "1.2 Parter", "2.1 Mål for børn"), ["1.1", "1.2", "2.1"]),
        (("Kapitel 1: Formål", "Kapitel 2. Parter"), ["1", "2"]),
        (("Afsnit 3.1 Træning", "Afsnit 3.2 Medicin"), ["3.1", "3.2"]),
        (("I. Formål", "II. Parter", "III. Mål for børn"), ["I", "II", "III"]),
        (("1. Formål", "2. Parter"), ["1", "2"]),
        (("1 Formål", "2 Parter"), ["1", "2"]),
        (("II.1 Træning", "II.2 Medicin"), ["II.1", "II.2"]),
        (("5.1Tværgående emner", "5.2 Børn"), ["5.1", "5.2"]),
        (("Punkt 3. Økonomi", "Punkt 3.1. Budget"), ["3", "3.1"]),
    ],
)
def test_sections_are_numbered_in_many_ways(heads: tuple[str, ...], numbers: list[str]) -> None:
    """Numbers of all these forms head a section."""
    assert numbers == [number for number, _ in sections("\n\n".join(f"{head}\n\n{BODY}" for head in heads))]


def test_a_numbered_list_is_no_outline() -> None:
    """Items that follow one another head nothing."""
    assert [] == sections(
        f"{BODY}\n\nDer er tre muligheder:\n1. Fælles drift\n2. Fælles ledelse\n3. Fælles økonomi\n\n{BODY}"
    )


@pytest.mark.parametrize("line", ["1.2.2015 er fristen udløbet.", "2.5 mio. kr. er afsat til formålet."])
def test_dates_and_amounts_head_nothing(line: str) -> None:
    """A number with a full stop in it need not be a section's."""
    assert [] == sections(f"{BODY}\n\n{line}\n\n{BODY}")


def test_a_heading_printed_behind_its_first_part_changes_nothing() -> None:
    """Section "5.2" behind "5.2.1" is a section, and what follows still stands in 5.2.1."""
    text = f"5.2.1 Synlige tilbud\n\n{BODY}\n\n5.2 Forebyggelse\n\nEt tilbud skal kunne findes.\n"
    assert [("5.2.1", "Synlige tilbud"), ("5.2", "Forebyggelse")] == sections(text)
    assert "5.2.1" == place_of(text, "kunne findes").section


def test_an_unnumbered_heading_is_the_nearest() -> None:
    """Below a sub-heading, that is what stands nearest above."""
    text = f"3.2 Udskrivelse\n\n{BODY}\n\nBørn som pårørende\n{BODY} Det gælder især børn.\n"
    assert ("3.2", "Børn som pårørende", "3") == (
        (place := place_of(text, "især børn")).section,
        place.nearest,
        place.chapter,
    )


def test_a_title_goes_on_in_lower_case() -> None:
    """A wrapped title is one."""
    text = f"5.2.6 Forebyggelse for borgere med afhængigt forbrug af rusmidler\nog deres familier\n\n{BODY}"
    assert [("5.2.6", "Forebyggelse for borgere med afhængigt forbrug af rusmidler og deres familier")] == sections(
        text
    )


@pytest.mark.parametrize(
    "label", ["Vision {n}: Et liv med værdi", "Mål 1.{n}: Alle har en plan", "Fokusområde {n} – Børn"]
)
def test_a_section_goes_on_behind_a_labelled_statement(label: str) -> None:
    """What a label states right above a numbered heading makes the heading no item."""
    text = f"1. Formål\n{BODY}\n\n{label.format(n=1)}\n\n{label.format(n=2)}\n\n2. Status\n{BODY}\n\n3. Økonomi\n{BODY}"
    assert ["1", "2", "3"] == [number for number, _ in sections(text)]


def test_chapters_may_be_told_by_a_bar() -> None:
    """A number, a bar and a title."""
    text = "1 | Derfor en aftale\n\nVi er mange, og vi vil det.\n\n2 | Vision og mål\n\nVi har en vision.\n"
    assert [("1", "Derfor en aftale"), ("2", "Vision og mål")] == [
        (s.number, s.title) for s in parsed_text(text).outline.sections
    ]


def test_a_list_of_areas_with_goals_is_no_row_of_chapters() -> None:
    """Roman numbers with nothing but lettered items between them."""
    text = "Mål\n\nI. Sunde børn\na. Alle trives\nb. Ingen venter\nII. Trygge ældre\na. Ingen er alene\n\nSlut.\n"
    assert () == parsed_text(text).outline.sections


def test_a_wrapped_entry_of_the_contents_is_no_section() -> None:
    """Its first line has no leader."""
    contents = "Kapitel 1: Rammerne ..... 2\nKapitel 2: Ældre og\nborgere i nød ..... 3\nKapitel 3: Børn ..... 4\n"
    body = "".join(
        f"Kapitel {n}: {title}\n\nDer er meget at sige om det.\n\n"
        for n, title in enumerate(["Rammerne", "Ældre og borgere i nød", "Børn"], 1)
    )
    found = parsed_text(f"Indhold\n{contents}\n{body}").outline.sections
    assert [("1", "Rammerne"), ("2", "Ældre og borgere i nød"), ("3", "Børn")] == [(s.number, s.title) for s in found]
