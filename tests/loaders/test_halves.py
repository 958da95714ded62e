"""Pages printed in two columns of one width, and tables that look alike. All are invented."""

import random

from samspil.loaders.files.halves import halves
from samspil.loaders.files.reading import read
from samspil.loaders.files.slabs import Word
from tests.loaders.pages import drawn, made_pdf

WIDTH = 595.0
TEXT = "samarbejdet mellem hospital kommune og almen praksis skal give borgeren et forløb uden huller"


def words(lines: list[tuple[float, float, str]]) -> list[Word]:
    """Return the words of lines (left edge, top, text), five points a letter."""
    made = []
    for left, top, text in lines:
        x = left
        for word in text.split():
            made.append(Word(word, x, x + 5 * len(word), top, top + 10))
            x += 5 * len(word) + 4
    return made


def column(x: float, starts: set[int], lines: int = 30) -> list[tuple[float, float, str]]:
    """Return a column of lines, with wider white above those in `starts`."""
    made, top = [], 60.0
    for n in range(lines):
        top += 22.0 if n in starts else 13.0
        made.append((x, top, TEXT[:44]))
    return made


def test_two_columns_of_paragraphs_are_parted_in_the_middle() -> None:
    """Their paragraphs begin where they like."""
    found = halves(words([*column(50, {4, 11, 19}), *column(320, {7, 16, 25})]), WIDTH)
    assert found
    assert 270 < found.middle < 320
    assert found.top < 75 and found.bottom > 440


def test_rows_that_begin_together_are_a_table() -> None:
    """However long its cells are."""
    starts = {3, 8, 12, 17, 22, 26}
    assert halves(words([*column(50, starts), *column(320, starts)]), WIDTH) is None


def test_one_column_and_a_narrow_margin_are_no_halves() -> None:
    """Text over the whole width, and a box at the side."""
    wide = [(50.0, 60.0 + 13 * n, TEXT) for n in range(30)]
    margin = [(450.0, 60.0 + 13 * n, "kort tekst") for n in range(30)]
    assert halves(words(wide), WIDTH) is None
    assert halves(words([*column(50, {5}), *margin]), WIDTH) is None
    assert halves([], WIDTH) is None


def test_a_page_in_two_columns_is_read_column_by_column() -> None:
    """With its head first and its foot last, each line once."""
    rng = random.Random(1)
    left = [f"venstre {n} {' '.join(rng.sample(TEXT.split(), 5))}" for n in range(25)]
    right = [f"til {n} {' '.join(rng.sample(TEXT.split(), 5))}" for n in range(25)]
    body = "".join(
        drawn(x, 740 - 14 * n - 9 * (n // step), line[:48])
        for x, step, lines in ((50, 6, left), (320, 9, right))
        for n, line in enumerate(lines)
    )
    page = drawn(50, 800, "Sundhedsaftale") + body + drawn(50, 40, "Side 1")
    lines = [line for line in read(made_pdf(page), "a.pdf").text.split("\n") if line.strip()]
    heads = [line.split()[0] for line in lines]
    assert ["Sundhedsaftale", *["venstre"] * 25, *["til"] * 25, "Side"] == heads
