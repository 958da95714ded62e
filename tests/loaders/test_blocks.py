"""Blocks: where paragraphs, headings and items begin and end, however the lines are spaced."""

import pytest

from samspil.loaders.files.passage import Joiner
from samspil.loaders.texts.blocks import Block, blocks
from tests.loaders.plans import document

WIDE = "Hjemmeplejen og sygehuset mødes hver uge og gennemgår de borgere, der er på vej hjem, så"


def made(text: str) -> list[Block]:
    """Return the blocks of a text."""
    found = document(text)
    return blocks(found, found.lines, Joiner(found))


def texts(text: str) -> list[str]:
    """Return the wording of the blocks of a text."""
    return [block.text for block in made(text)]


def test_wrapped_lines_are_one_block() -> None:
    """A paragraph is one block, its hyphen at a line's end undone."""
    assert [f"{WIDE} alle ved besked om udskrivningen."] == texts(f"{WIDE} alle ved\nbesked om udskriv-\nningen.")


def test_spaced_out_lines_are_one_block_too() -> None:
    """Where each line has a blank one below it, a paragraph ends at two."""
    text = (
        f"{WIDE}\n\nalle ved besked, og så ingen venter forgæves på hjælp eller på medicin den første dag\n\n"
        "hjemme.\n\n\n\nNæste afsnit\n"
    )
    assert 2 == len(texts(text))


def test_a_heading_ends_before_its_text() -> None:
    """A line that ends although the next word would have fitted is a block of its own."""
    assert ["Baggrund", f"{WIDE} alle ved besked."] == texts(f"Baggrund\n{WIDE}\nalle ved besked.")


@pytest.mark.parametrize("sign", ["•", "-", "–", "o", "*", "▪", "\uf0b7", "§", "+", ">", "›", "→"])
def test_a_sign_begins_an_item(sign: str) -> None:
    """Bullets of any sign are items, and a wrapped item is one."""
    found = made(
        f"Vi vil:\n{sign} åbne et fælles tilbud til unge, der mistrives, i alle kommuner\n"
        f"inden sommer\n{sign} lukke ventelisten\n"
    )
    assert [
        ("", "Vi vil:"),
        ("bullet", "åbne et fælles tilbud til unge, der mistrives, i alle kommuner inden sommer"),
    ] == [(b.form, b.text) for b in found[:2]]
    assert "lukke ventelisten" == found[2].text


@pytest.mark.parametrize(
    ("line", "form", "mark"),
    [
        ("1. Et mål", "number", "1"),
        ("b) Et mål", "letter", "b"),
        ("IV. Et mål", "roman", "IV"),
        ("A2: Et mål", "letter", "A2"),
    ],
)
def test_numbers_and_letters_are_marks(line: str, form: str, mark: str) -> None:
    """The mark is told apart from the text."""
    [block] = made(line)
    assert (form, mark, "Et mål") == (block.form, block.mark, block.text)


@pytest.mark.parametrize("line", ["f.eks. når borgeren flytter", "14. januar 2019", "2.5 mio. kr. i alt"])
def test_what_only_looks_like_a_mark_is_text(line: str) -> None:
    """An abbreviation, a date and an amount begin no item."""
    assert [("", line)] == [(b.form, b.text) for b in made(line)]


def test_lost_bullets_are_known_by_their_indent() -> None:
    """Lines that a single space indents below an announcement are items."""
    found = made("Vores mål er at sikre:\n\n at flere kommer hjem til tiden\n at færre kommer igen\n")
    assert ["", "lost", "lost"] == [b.form for b in found]


def test_the_top_of_a_page_does_not_end_a_sentence() -> None:
    """Where only a space is left of a form feed, a sentence goes on over it."""
    text = (
        f"{WIDE} alle ved besked om det, der skal ske i de næste dage og hvem de kan ringe til, når de har\n"
        " spørgsmål om medicin.\n"
    )
    assert 1 == len(texts(text))


def test_narrow_lines_are_joined() -> None:
    """A box at the side has a width of its own."""
    assert ["Etablering af fælles sundhedshuse i byen"] == texts("Etablering af fælles\nsundhedshuse i\nbyen\n")


def test_a_label_begins_a_block() -> None:
    """Goals on lines of their own are not joined."""
    assert ["Mål 1: Flere får hjælp", "Mål 2: Færre venter"] == texts("Mål 1: Flere får hjælp\nMål 2: Færre venter\n")


def test_one_before_two_is_roman() -> None:
    """A single "i" or "v" is a letter unless the next mark counts on from it in Roman."""
    assert [("roman", "i"), ("roman", "ii")] == [(b.form, b.mark) for b in made("i) Et mål\nii) Et til\n")]
    assert [("letter", "h"), ("letter", "i")] == [(b.form, b.mark) for b in made("h) Et mål\ni) Et til\n")]


def test_a_word_that_announces_ends_an_item() -> None:
    """Right below an item and above another list it is a title."""
    text = f"• {WIDE}\nalle ved besked\nIndikatorer\n• Andel med en plan\n"
    assert [f"{WIDE} alle ved besked", "Indikatorer", "Andel med en plan"] == texts(text)


def test_a_sentence_right_below_an_item_is_none_of_it() -> None:
    """Where the item itself ends as no sentence."""
    text = f"Vi vil:\n• {WIDE}\nalle ved besked\nHer følger udvalget op hvert år.\n"
    assert "Her følger udvalget op hvert år." == texts(text)[-1]


def test_marks_without_width_are_no_line() -> None:
    """Nor a block."""
    assert ["Vi mødes.", "Vi ringer."] == texts("Vi mødes.\n\u200b\n\ufeff\nVi ringer.\n")


def test_a_lead_in_ends_an_item_whatever_its_last_word() -> None:
    """An item may end in a word that often leads on."""
    text = f"1. {WIDE}\nnår borgeren ønsker det\nIndikatorer:\n• Andel med en plan\n"
    assert "Indikatorer:" in texts(text)


@pytest.mark.parametrize("label", ["Politisk pejlemærke:", "Det vil vi:", "Målgruppe:"])
def test_a_label_on_a_line_of_its_own_ends_the_title_above(label: str) -> None:
    """Also where no gap parts them."""
    text = f"{WIDE}\nalle ved besked.\n\nUnge i balance\n{label}\n\nUnge skal kunne få hjælp samme uge."
    assert ["Unge i balance", label] == texts(text)[1:3]


@pytest.mark.parametrize("lead", ["Indikatorer:", "Politiske målsætninger:", "Vores mål:"])
@pytest.mark.parametrize("end", ["får en plan", "kan sige, at de ønsker det"])
def test_a_word_that_announces_begins_a_block(lead: str, end: str) -> None:
    """Right below a line that no full stop ends, and whatever word that ends with."""
    text = f"1. {WIDE} {end}\n{lead}\n• {WIDE} {end}\n"
    assert [f"{WIDE} {end}", lead, f"{WIDE} {end}"] == texts(text)
