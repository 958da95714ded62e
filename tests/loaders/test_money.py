"""Amounts as Danish public documents print them."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.loaders.funding.money import AmountFound, Unit, check_sum, find_amounts, find_unit, read_cells

AMOUNTS: dict[str, tuple[int, Unit, int]] = {
    "1,68 mio. kr.": (1_680_000, "million", 2),
    "4,5 mio.kr.": (4_500_000, "million", 1),
    "50 mio. kr": (50_000_000, "million", 0),
    "0,8\nmio. kr.": (800_000, "million", 1),
    "kr. 4,5 mio.": (4_500_000, "million", 1),
    "mio. kr. 4,5": (4_500_000, "million", 1),
    "3 millioner kroner": (3_000_000, "million", 0),
    "1.250 mio. kr.": (1_250_000_000, "million", 0),
    "2,5 mia. kr.": (2_500_000_000, "billion", 1),
    "kr. 250.000,-": (250_000, "kr", 0),
    "250.000,-": (250_000, "kr", 0),
    "250.000 kr.": (250_000, "kr", 0),
    "250.000kr.": (250_000, "kr", 0),
    "2012 kr.": (2012, "kr", 0),
    "73.500,50 kroner": (73_500, "kr", 2),
    "DKK 1.250.000": (1_250_000, "kr", 0),
    "1\u00a0250\u00a0000 kr.": (1_250_000, "kr", 0),
    "1\u2009250\u2009000 kr.": (1_250_000, "kr", 0),
    "t.kr. 450": (450_000, "thousand", 0),
    "450 t. kr.": (450_000, "thousand", 0),
    "450 tkr.": (450_000, "thousand", 0),
    "i 1.000 kr.: 450": (450_000, "thousand", 0),
    "½ mio. kr.": (500_000, "million", 1),
    "1 ½ mio. kr.": (1_500_000, "million", 1),
    "1¼ mio. kr.": (1_250_000, "million", 2),
    "1/2 mio. kr.": (500_000, "million", 1),
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items())
def test_an_amount(text: str, expected: tuple[int, Unit, int]) -> None:
    """An amount is read in each of its notations; the unit is the printed one."""
    (found,) = find_amounts(f"Der søges {text} til 3 kommuner.")
    assert expected == (found.amount and int(found.amount), found.unit, found.decimals)
    assert (text, None, False, False) == (found.text, found.problem, found.unit_assumed, found.approximate)


PROBLEMS: dict[str, tuple[str | None, str]] = {
    "-500.000 kr.": ("-500000", "negative"),
    "minus 500.000 kr.": ("-500000", "negative"),
    "1.25 mio": ("1250000", "decimal point read as comma"),
    "0.125 mio. kr.": ("125000", "decimal point read as comma"),
    "1,250,000 kr.": ("1250000", "English separators"),
    "1,250.50 kr.": ("1250.5", "English separators"),
    "1,250 kr.": ("1.25", "three decimals in kroner"),
    "O,2 mio. kr.": ("200000", "letter O read as zero"),
    "0,2 5 mio. kr.": ("250000", "space inside number"),
    "O,2 5 mio. kr.": ("250000", "letter O read as zero; space inside number"),
    "1.000.000.000.000 kr.": ("1000000000000", "absurdly large"),
    "1.25.000 kr.": (None, "unreadable number"),
}


@pytest.mark.parametrize(("text", "expected"), PROBLEMS.items())
def test_a_doubtful_amount(text: str, expected: tuple[str | None, str]) -> None:
    """What is read against the letter says so; what cannot be read has no amount."""
    (found,) = find_amounts(f"I alt: {text}")
    value, problem = expected
    assert (Decimal(value) if value else None, problem) == (found.amount, found.problem)


@pytest.mark.parametrize("text", ["2-3 mio. kr.", "2 \u2013 3 mio. kr.", "2 til 3 mio. kr.", "mellem 2 og 3 mio. kr."])
def test_a_range(text: str) -> None:
    """A range has its lower and upper end, and is a problem."""
    (found,) = find_amounts(text)
    assert (Decimal(2_000_000), Decimal(3_000_000), "range") == (found.amount, found.high, found.problem)


def test_a_number_before_an_amount_is_no_range() -> None:
    """A year and a dash before an amount do not make it a range."""
    (found,) = find_amounts("2012 - 4,5 mio. kr.")
    assert ("4,5 mio. kr.", Decimal(4_500_000), None) == (found.text, found.amount, found.high)


@pytest.mark.parametrize("text", ["kr. 450 til 500 borgere", "DKK 450 - 3 kommuner", "kr. 450 til 3 kommuner"])
def test_a_number_after_an_amount_is_no_range(text: str) -> None:
    """Behind a unit and its amount, a count does not make it a range."""
    (found,) = find_amounts(text)
    assert (Decimal(450), None) == (found.amount, found.high)


@pytest.mark.parametrize("word", ["ca.", "knap", "omkring", "op til", "godt"])
def test_an_approximate_amount(word: str) -> None:
    """An amount behind "ca." and its like is approximate."""
    (found,) = find_amounts(f"{word} 2 mio. kr.")
    assert (Decimal(2_000_000), True) == (found.amount, found.approximate)


NO_AMOUNTS = [
    "", "§ 12", "4 krav", "2 mio. borgere", "i 1.000 kr.", "(1.000 kr.)", "Mio. kr.", "Mio. kr. 2012 2013",
    "kr.", "5.3.5", "1. oktober 2012", "38 16 60 00", "o", "50 %",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_a_number_that_is_no_amount(text: str) -> None:
    """Numbers without a unit, people and bare units are no amounts."""
    assert [] == find_amounts(text)


def test_bare_numbers_with_a_heading() -> None:
    """With the unit of a heading, bare numbers are amounts in it; a printed unit still wins; shares are none."""
    found = find_amounts("0,5 og 300.000 kr. (50 %)", "million")
    assert [(Decimal(500_000), True), (Decimal(300_000), False)] == [(a.amount, a.unit_assumed) for a in found]


UNITS: dict[str, Unit | None] = {
    "Mio. kr.": "million",
    "Mio.kr.": "million",
    "Beløb (mio.\u00a0kr.)": "million",
    "mia. kr.": "billion",
    "(1.000 kr.)": "thousand",
    "1.000 kr.": "thousand",
    "Beløb i 1.000 kr.": "thousand",
    "t.kr.": "thousand",
    "T. kr.": "thousand",
    "i hele kr.": "kr",
    "kr.": "kr",
    "DKK": "kr",
    "Ansøgt beløb": None,
    "krav": None,
    "akr.": None,
}


@pytest.mark.parametrize(("text", "unit"), UNITS.items())
def test_the_unit_of_a_heading(text: str, unit: Unit | None) -> None:
    """A heading gives its unit, or none."""
    assert unit == find_unit(text)


ROWS: list[tuple[str, int | None, list[str | None]]] = [
    ("2\u00a0 3\u00a0\u00a0 \u00a0 1,25\u00a0  6,25 mio. kr.", None, ["2", "3", "1.25", "6.25"]),
    ("0,31 0,64 0,55 0,5 2,00", 5, ["0.31", "0.64", "0.55", "0.5", "2.00"]),
    ("\u00a0\u00a0 0,2\u00a0 0,8\u00a0 \u00a0 1,0", 5, ["0.2", "0.8", "1.0"]),
    ("O,3\u00a05  1,15  0,45  1,95", None, ["0.35", "1.15", "0.45", "1.95"]),
    ("O,3\u00a05\u00a0 1,15\u00a0 0,45\u00a0 \u00a0 1,95\u00a0", 5, ["0.35", "1.15", "0.45", "1.95"]),
    ("0,2 5 0,3 0,4", 3, ["0.25", "0.3", "0.4"]),
    ("0,2 5 0,3 0,55", None, ["0.25", "0.3", "0.55"]),
    ("0,2 5 0,3 0,4", None, ["0.2", "5", "0.3", "0.4"]),
    ("0,2 5 5,2", 2, ["0.2", "5", "5.2"]),
    ("1 250  2 000  3 250", None, ["1250", "2000", "3250"]),
    ("1\u202f250 300 1\u202f550", None, ["1250", "300", "1550"]),
    ("100 200 300 600", 4, ["100", "200", "300", "600"]),
    ("- 0,5 \u2013 0,5", None, [None, "0.5", None, "0.5"]),
    ("-0,5 0,5", None, ["-0.5", "0.5"]),
    ("ingen", None, []),
]


@pytest.mark.parametrize(("row", "columns", "expected"), ROWS)
def test_a_row_of_a_table(row: str, columns: int | None, expected: list[str | None]) -> None:
    """A flattened row gives its numbers; a blank inside one is told by columns, sum, spacing or its kind."""
    found = read_cells(row, "million", columns)
    assert [v and Decimal(v) * 1_000_000 for v in expected] == [a.amount for a in found]
    assert all(row[a.start : a.end] == a.text for a in found)


def test_a_row_says_what_it_read() -> None:
    """A blank inside a number is flagged, and a unit printed in the row counts for its own number only."""
    first, *_, last = read_cells("0,2 5  1,25  1,5 mio. kr.", "thousand")
    assert ("space inside number", True) == (first.problem, first.unit_assumed)
    assert (Decimal(1_500_000), False) == (last.amount, last.unit_assumed)


SUMS: list[tuple[str, str, str | None]] = [
    ("0,14 0,7 0,59", "1,4", None),
    ("0,14 0,7 0,59", "1,43", None),
    ("0,2 1,3 0,6", "2,2", "100000"),
    ("0,16 1,42 1,73", "3,30", "-10000"),
    ("2 3 1,25", "6,25", None),
    ("0,25 0,2", "0,5", None),
    ("- 0,5", "0,5", None),
    ("-", "0,5", None),
    ("1.25.000 0,5", "0,5", None),
]


@pytest.mark.parametrize(("parts", "total", "difference"), SUMS)
def test_a_sum(parts: str, total: str, difference: str | None) -> None:
    """A total differs from its sum only by more than half a unit of its last printed decimal."""
    (whole,) = read_cells(total, "million")
    expected = None if difference is None else Decimal(difference)
    assert expected == check_sum(read_cells(parts, "million"), whole)


def test_a_sum_with_a_range_is_unknown() -> None:
    """A range cannot be added up."""
    assert check_sum(find_amounts("2-3 mio. kr."), find_amounts("9 mio. kr.")[0]) is None


def danish(value: Decimal, dot: str) -> str:
    """Return a number in Danish notation."""
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", dot)


number = st.decimals(Decimal("0.01"), Decimal("9999999.99"), places=2)


@given(
    number, st.sampled_from([".", "\u00a0", "\u2009", ""]), st.sampled_from(["{} kr.", "kr. {},-", "DKK {}", "{},-"])
)
def test_an_amount_written_is_read(value: Decimal, dot: str, form: str) -> None:
    """Every amount in kroner comes back from every notation."""
    (found,) = find_amounts(f"Budget: {form.format(danish(value, dot))}")
    assert (value, 2, None) == (found.amount, found.decimals, found.problem)


@given(number, st.sampled_from(["{} mio. kr.", "{} mio.kr.", "mio. kr. {}", "kr. {} mio.", "{}\u00a0millioner kroner"]))
def test_millions_written_are_read(value: Decimal, form: str) -> None:
    """Every amount in millions comes back from every notation."""
    (found,) = find_amounts(form.format(danish(value, ".")))
    assert (value * 1_000_000, "million") == (found.amount, found.unit)


@given(st.lists(number, min_size=1, max_size=6), st.sampled_from(["  ", "\u00a0 ", " \u00a0 \u00a0", "   "]))
def test_a_row_written_is_read(values: list[Decimal], gap: str) -> None:
    """Every row of numbers comes back, and adds up to its own sum."""
    row = [*values, Decimal(sum(values))]
    found = read_cells(gap.join(danish(value, ".") for value in row), "kr", len(row))
    assert row == [a.amount for a in found]
    assert check_sum(found[:-1], found[-1]) is None


pieces = st.sampled_from(
    [
    "1", "25", "000", "O", ",", ".", " ", "\u00a0", "\u2009", "\n", "-", "\u2013", "kr.", "mio.", "t.kr.",
    "DKK ", "½", "1/2", "mellem ", " og ", " til ", "(1.000 kr.)", "ca. ", ",-", "\u0660", "²", "\u0130", "%",
    ]
)  # fmt: skip
anything = st.text() | st.lists(pieces, max_size=30).map("".join)


@given(anything, st.sampled_from([None, "kr", "million"]))
def test_no_text_breaks_it(text: str, unit: Unit | None) -> None:
    """Any text is read without a crash, offsets give the text found, and findings stand in order."""
    rows: list[list[AmountFound]] = [
        find_amounts(text, unit),
        read_cells(text, unit or "kr"),
        read_cells(text, "kr", 3),
    ]
    find_unit(text)
    for found in rows:
        assert all(text[a.start : a.end] == a.text for a in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(isinstance(a.amount, Decimal | None) for a in found)


@pytest.mark.parametrize(
    "piece", ["1", " ", "1 ", "123 ", "1.", "1,", "o", "O,2 5 ", "mio. ", "kr. ", "1-", "1 til ", "mellem "]
)
def test_time_is_linear(piece: str) -> None:
    """Repetitive text takes time in proportion to its length."""
    begin = time.perf_counter()
    find_amounts(piece * 5_000, "kr")
    read_cells(piece * 5_000, "kr", 5)
    assert time.perf_counter() - begin < 1
