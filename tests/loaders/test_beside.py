"""Columns of text and boxes beside it on PDF pages are read one after the other; what stands in rows is not."""

from collections.abc import Sequence

import pytest

from samspil.loaders.files.columns import flows, goes_on
from samspil.loaders.files.reading import read
from samspil.loaders.files.slabs import Word
from tests.loaders.pages import drawn, made_pdf, ruled

ACROSS = "Kommunen og regionen har sammen gjort status over de seneste fire år, og den viser fremgang på alle områder"
MAIN = [
    "Hver tredje voksne lever med en kronisk sygdom. De fleste",
    "klarer sig godt, men nogle bliver indlagt igen, og det er",
    "sjældent, fordi behandlingen er dårlig, men fordi ingen i",
    "hverdagen følger op på den.",
    "",
    "Derfor skal der fremover være en fast kontaktperson, som",
    "ringer hjem efter udskrivelsen og hører, hvordan det går.",
    "Ordningen begynder i de tre største byer og bliver siden",
    "bredt ud til hele området.",
]
BOX = [
    "Eksempler på indsatser",
    "",
    "Rygestop på arbejdet",
    "",
    "Gåture for ældre med",
    "KOL og hjertesvigt",
    "",
    "Madskole",
]
PROSE = [
    "Samarbejdet mellem sygehuset og de",
    "fire kommuner er blevet tættere, og",
    "det mærker de ældre medicinske",
    "patienter, som nu sjældnere bliver",
    "indlagt. Sygeplejersker fra begge",
    "sider mødes hver uge og taler om",
    "de borgere, der er på vej hjem.",
]
"""A column 170 points wide."""
OTHER = [
    "Til gengæld er der stadig lang vej",
    "til en fælles journal. Lægerne må",
    "ringe til hinanden, og breve bliver",
    "væk. Et forsøg i Køge har vist, at",
    "en fælles tavle kan hjælpe, men den",
    "kræver, at alle skriver på den hver",
    "dag, også i ferierne.",
]
THIRD = [
    "Næste år begynder et forsøg med",
    "video, hvor en læge følger med fra",
    "sygehuset, mens hjemmeplejen er",
    "hos borgeren. Det sparer kørsel og",
    "giver ro, og borgeren slipper for",
    "at vente i et fremmed hus på svar,",
    "som lægen kunne give derhjemme.",
]
RECT = "q 0.9 g {} {} {} {} re f Q\n"


def column(x: float, y: float, lines: Sequence[str], pitch: float = 12.0, size: float = 10.0) -> str:
    """Return the drawing of lines below each other."""
    page = ""
    for line in lines:
        if line:
            page += drawn(x, y, line).replace("/F1 10", f"/F1 {size}")
        y -= pitch
    return page


def text(page: str) -> str:
    """Return what is read of a page."""
    return read(made_pdf(page), "a.pdf").text.strip()


def joined(lines: Sequence[str]) -> str:
    """Return lines as they are printed."""
    return "\n".join(lines)


@pytest.mark.parametrize(
    "frame", ["", RECT.format(372, 560, 180, 155), "372 560 180 155 re S\n", "372 560 m 372 715 l S\n"]
)
@pytest.mark.parametrize("shift", [0, 3, 7])
def test_a_box_at_the_right_follows_the_text_beside_it(frame: str, shift: float) -> None:
    """Tinted, framed, behind a line or bare; its lines need not be level with the text's."""
    page = drawn(50, 740, ACROSS) + frame + column(50, 700, MAIN) + column(380, 700 - shift, BOX, 11, 8)
    assert f"{ACROSS}\n\n{joined(MAIN)}\n\n{joined(BOX)}\n\n{ACROSS}" == text(page + drawn(50, 540, ACROSS))


@pytest.mark.parametrize("frame", ["", RECT.format(45, 560, 130, 155)])
def test_a_box_at_the_left_follows_the_text_beside_it(frame: str) -> None:
    """Its side does not matter."""
    page = drawn(50, 740, ACROSS) + frame + column(50, 697, BOX, 11, 8) + column(200, 700, MAIN)
    assert f"{ACROSS}\n\n{joined(MAIN)}\n\n{joined(BOX)}\n\n{ACROSS}" == text(page + drawn(50, 540, ACROSS))


def test_a_box_in_the_text_waits_for_the_paragraph_to_end() -> None:
    """Text that runs across, beside and across again stays one paragraph."""
    lines = [*MAIN[:4], *MAIN[5:8]]
    box = ["Vidste du?", "", "Hver tiende har KOL", "", "Kun halvdelen ved", "det selv"]
    page = column(50, 700, [ACROSS], 12) + column(50, 688, lines) + column(50, 604, [f"og {ACROSS}.", "", "Bagefter."])
    page += RECT.format(375, 610, 170, 85) + column(380, 684, box, 11, 8)
    want = [ACROSS, *lines, f"og {ACROSS}.", "", *box, "", "Bagefter."]
    assert joined(want) == text(page)


def test_bullets_in_a_box_stay_with_their_text() -> None:
    """The white behind bullets makes no table of a box."""
    items = ["tilbyde hjælp til alle", "som har brug for det", "ringe til borgeren", "følge op i hjemmet"]
    page = column(50, 700, MAIN) + RECT.format(365, 620, 180, 95) + drawn(372, 702, "Vi vil")
    for n, item in enumerate(items):
        page += (drawn(372, 687 - 13 * n, "-") if n != 1 else "") + drawn(386, 687 - 13 * n, item)
    want = ["Vi vil", f"- {items[0]}", items[1], f"- {items[2]}", f"- {items[3]}"]
    assert f"{joined(MAIN)}\n\n{joined(want)}" == text(page)


def test_boxes_follow_their_own_sections() -> None:
    """A heading that nothing beside it reaches ends a section, and so does one beside the end of a box."""
    page = ""
    for y, length in ((700, 6), (560, 8)):
        page += column(50, y, ["Afsnit"], 16, 13) + column(50, y - 20, MAIN) + RECT.format(372, y - 118, 180, 110)
        page += column(380, y - 24, BOX[:length], 14, 8)
    one = ["Afsnit", *MAIN, "", *BOX[:6]]
    assert [line for line in [*one, "Afsnit", *MAIN, *BOX] if line] == [line for line in text(page).split("\n") if line]


@pytest.mark.parametrize("shift", [0, 2, 6])
def test_two_columns_of_prose_are_read_one_after_the_other(shift: float) -> None:
    """Level or not; a heading above both comes first, what follows both last."""
    page = drawn(50, 740, ACROSS) + column(50, 700, PROSE) + column(310, 700 - shift, OTHER)
    want = f"{ACROSS}\n\n{joined(PROSE)}\n\n{joined(OTHER)}\n\n{ACROSS}"
    assert want == text(page + drawn(50, 580, ACROSS))


def test_a_sentence_may_go_on_in_the_next_column() -> None:
    """No empty line parts it."""
    lines = joined([*PROSE[:6], *OTHER[1:]])
    assert lines == text(column(50, 700, PROSE[:6]) + column(310, 700, OTHER[1:]))


def test_three_columns_of_prose_are_read_one_after_the_other() -> None:
    """Paragraphs in them begin at different heights."""
    columns = [PROSE, OTHER, THIRD]
    page = "".join(column(40 + 182 * n, 700, lines, 12, 9) for n, lines in enumerate(columns))
    assert "\n\n".join(map(joined, columns)) == text(page)


def rows(cells: Sequence[Sequence[Sequence[str]]], xs: Sequence[float], padding: float) -> tuple[str, list[str]]:
    """Return the drawing of rows of cells, and the lines that stand level."""
    page, lines, y = "", [], 700.0
    for row in cells:
        for n in range(max(map(len, row))):
            level = [cell[n] if n < len(cell) else "" for cell in row]
            page += "".join(drawn(x, y, words) for x, words in zip(xs, level, strict=True) if words)
            lines.append(" ".join(filter(None, level)))
            y -= 12
        y -= padding
    return page, lines


FORM = [
    (["Titel:"], ["Sammen om de ældre medicinske patienter i Nordsjælland"]),
    (["Formål:"], [*MAIN[:4]]),
    (["Målgruppe:"], [*MAIN[5:]]),
    (["Økonomi:"], ["Der er sat 2,4 mio. kr. af i alt til og med udgangen af 2014"]),
]
WIDE = [
    (["Fast kontaktperson til alle, som", "bliver udskrevet"], [*MAIN[:4]]),
    (["Rygestop på arbejdspladsen for", "alle ansatte"], [*MAIN[5:]]),
    (["Gåture for ældre med KOL, og", "hvad de ellers ønsker"], [*MAIN[:3]]),
]
MEMBERS = [
    ([name], [party], [place])
    for name, party, place in [
        ("Bent Hansen", "Socialdemokratiet", "Viborg"), ("Karin Friis Bach", "Radikale Venstre", "Allerød"),
        ("Ole Stark", "Venstre", "Lyngby-Taarbæk"), ("Anne-Marie Vestergaard Lund", "SF", "Køge"),
        ("Per Holm", "Dansk Folkeparti", "Sorø"), ("Inger Juhl", "Konservative", "Ringsted"),
    ]
]  # fmt: skip
PAIRS = [(row[0], row[1]) for row in MEMBERS]
CONTENTS = [([f"{n}. Et afsnit om noget, som er vigtigt for alle kommuner"], [f"{4 * n}"]) for n in range(1, 9)]
BUDGET = [([f"Post {n}: løn, kørsel og lokaler for hele projektet"], [f"{n}50.000 kr."]) for n in range(1, 9)]


@pytest.mark.parametrize("padding", [0.0, 3.0, 9.0])
@pytest.mark.parametrize(
    ("cells", "xs"),
    [(FORM, (50, 150)), (WIDE, (50, 250)), (PAIRS, (50, 300)), (CONTENTS, (50, 500)), (BUDGET, (50, 450))],
    ids=["form", "wide", "pairs", "contents", "budget"],
)
def test_rows_are_not_torn_apart(cells: Sequence[Sequence[Sequence[str]]], xs: Sequence[float], padding: float) -> None:
    """Labels and values, tables of two columns, names and parties, contents and amounts stay side by side."""
    page, lines = rows(cells, xs, padding)
    assert lines == [line for line in text(page).split("\n") if line]


@pytest.mark.parametrize("padding", [0.0, 9.0])
def test_members_in_columns_are_no_columns_of_text(padding: float) -> None:
    """They read as they would without anything on the page."""
    page, _ = rows(MEMBERS, (50, 250, 420), padding)
    (table,) = read(made_pdf(page), "a.pdf").tables
    assert 6 == len(table.rows)


def test_labels_in_the_middle_of_their_rows_are_cells() -> None:
    """White between rows goes across both columns."""
    page, y = "", 700.0
    for n in range(4):
        page += column(200, y, MAIN[:4]) + drawn(50, y - 18, f"Indsats nummer {n}")
        y -= 60
    lines = text(page).split("\n")
    assert 0 < lines.index("Indsats nummer 0") < 4 and "Indsats nummer 3" in lines[-4:]


def test_a_ruled_table_beside_text_is_a_table() -> None:
    """Lines between cells tell more than white."""
    page = ruled((50, 250, 545), (715, 640, 580)) + column(55, 700, PROSE[:5]) + column(255, 700, MAIN[:4])
    assert 1 == len(read(made_pdf(page), "a.pdf").tables)


def test_no_words_are_no_runs() -> None:
    """One run where nothing stands side by side; a run goes on in letters of the same height only."""
    words = [Word("ord", 10, 30, 10, 20), Word("til", 34, 50, 10, 20)]
    assert [] == flows([], [], 595) and [words] == flows(words, [], 595)
    assert goes_on(words, words)
    assert not goes_on(words, [Word("små", 10, 30, 10, 18)]) and not goes_on([Word("slut.", 10, 30, 10, 20)], words)


def test_a_note_with_nothing_level_beside_it_stays() -> None:
    """Text that ends above it or begins below it is not beside it."""
    note = ["Sagsnr. 14", "Dato 2. juni", "Til orientering"]
    page = drawn(50, 710, "Notat") + column(400, 710, note) + column(50, 600, MAIN)
    assert ["Notat Sagsnr. 14", *note[1:], "", *MAIN] == text(page).split("\n")
