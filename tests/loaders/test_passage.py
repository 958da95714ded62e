"""Running text out of printed lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner, Passage, composed, sentences, squeezed


def joined(text: str) -> Passage:
    """Return the passage of all lines of a text."""
    document = Document("a", "text", text, "0" * 64)
    return Joiner(document).lines(document.lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("indlæggel-\nses- og udskrivningsforløb", "indlæggelses- og udskrivningsforløb"),
        ("KOL-\npatienter", "KOL-patienter"),
        ("Børne- og\nUngdomspsykiatrisk", "Børne- og Ungdomspsykiatrisk"),
        ("Børne-\nog Ungdomspsykiatrisk", "Børne- og Ungdomspsykiatrisk"),
        ("Lyngby-\nTaarbæk", "Lyngby-Taarbæk"),
        ("tele-\n\nmedicin", "telemedicin"),
        ("ikke-\npsykotisk", "ikke-psykotisk"),
        ("opfølgnings-\nmøder. opfølgnings-møder", "opfølgnings-møder. opfølgnings-møder"),
        ("op-\nnå/\nfastholde", "opnå/fastholde"),
        ("a\u200bb \u00a0 c", "ab c"),
        ("A\u030arhus", "Århus"),
    ],
)
def test_wraps_are_undone_and_real_hyphens_stay(text: str, expected: str) -> None:
    """A hyphen of the line's end goes, one of the word stays; the document's other words decide."""
    assert expected == joined(text).text


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=12), max_size=5))
def test_each_character_has_its_place(lines: list[str]) -> None:
    """The character at its place in the document is the passage's, but for blanks put between lines."""
    text = "\n".join(lines)
    passage = joined(text)
    for char, start, end in zip(passage.text, passage.starts, passage.ends, strict=True):
        there = unicodedata.normalize("NFC", text[start:end])
        assert char == " " or char in there or (char == "-" and there in "\u2010\u2011-")


def test_composed_letters_know_their_places() -> None:
    """A letter of two characters stands at the first, and what has no width nowhere."""
    assert ("Mål", [0, 1, 4, 5]) == composed("Ma\u030a\u00adl")
    assert ("", [0]) == composed("")


def test_sentences_end_at_full_stops_of_sentences_only() -> None:
    """Abbreviations, dates and initials end none."""
    text = "Fra 1. Maj deltager bl.a. Nykøbing F. Sygehus. Det koster 2 mio. kr. Derefter evalueres der."
    assert 3 == len(sentences(joined(text)))


def test_squeezing_normalises_as_passages_do() -> None:
    """Blanks become single and odd characters go."""
    assert "a b" == squeezed(" a \u00a0\u200b b ")
