"""Dates and periods as Danish public documents print them."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.loaders.dates import find_dates, find_period, folded

MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]

DAYS = {
    "1.oktober 2012": "2012-10-01",
    "31.december 2014": "2014-12-31",
    "1. okt. 2012": "2012-10-01",
    "1 oktober 2012": "2012-10-01",
    "1. OKTOBER 2012": "2012-10-01",
    "1. sept. 2012": "2012-09-01",
    "29. februar 2012": "2012-02-29",
    "1.\u00a0oktober\u00a02012": "2012-10-01",
    "1. oktober \n\n2012": "2012-10-01",
    "d. 1/10-2012": "2012-10-01",
    "d.1/10-2012": "2012-10-01",
    "1/10 2012": "2012-10-01",
    "1/10/2012": "2012-10-01",
    "1/10 \u2013 2012": "2012-10-01",
    "01-10-2012": "2012-10-01",
    "01.10.2012": "2012-10-01",
    "1.10.12": "2012-10-01",
    "1/10-12": "2012-10-01",
    "1.10.69": "2069-10-01",
    "1.10.70": "1970-10-01",
    "2012-10-01": "2012-10-01",
    "udgangen af 2015": "2015-12-31",
    "udgangen af februar 2016": "2016-02-29",
}


@pytest.mark.parametrize(("text", "expected"), DAYS.items())
def test_a_day(text: str, expected: str) -> None:
    """A day is read in each of its notations."""
    (found,) = find_dates(f"Aftalt {text}, siden igen.")
    day = date.fromisoformat(expected)
    assert (day, day, "day", None) == (found.first, found.last, found.precision, found.problem)


SPANS = {
    "oktober 2012": ("2012-10-01", "2012-10-31", "month"),
    "oktober måned 2012": ("2012-10-01", "2012-10-31", "month"),
    "okt. 2012": ("2012-10-01", "2012-10-31", "month"),
    "10/2012": ("2012-10-01", "2012-10-31", "month"),
    "oktober-december 2012": ("2012-10-01", "2012-12-31", "month"),
    "oktober \u2013 december 2012": ("2012-10-01", "2012-12-31", "month"),
    "oktober-marts 2014": ("2013-10-01", "2014-03-31", "month"),
    "3. kvartal 2013": ("2013-07-01", "2013-09-30", "quarter"),
    "fjerde kvartal af 2013": ("2013-10-01", "2013-12-31", "quarter"),
    "Q1 2013": ("2013-01-01", "2013-03-31", "quarter"),
    "1. halvår 2013": ("2013-01-01", "2013-06-30", "half"),
    "andet halvår 2013": ("2013-07-01", "2013-12-31", "half"),
    "uge 42, 2012": ("2012-10-15", "2012-10-21", "week"),
    "uge 1 i 2013": ("2012-12-31", "2013-01-06", "week"),
    "primo 2014": ("2014-01-01", "2014-04-30", "approximate"),
    "medio 2014": ("2014-05-01", "2014-08-31", "approximate"),
    "ultimo 2014": ("2014-09-01", "2014-12-31", "approximate"),
    "primo marts 2014": ("2014-03-01", "2014-03-10", "approximate"),
    "medio februar 2014": ("2014-02-11", "2014-02-20", "approximate"),
    "ultimo februar 2014": ("2014-02-21", "2014-02-28", "approximate"),
    "forår 2012": ("2012-03-01", "2012-05-31", "approximate"),
    "sommeren 2012": ("2012-06-01", "2012-08-31", "approximate"),
    "efteråret i 2012": ("2012-09-01", "2012-11-30", "approximate"),
    "2014": ("2014-01-01", "2014-12-31", "year"),
    "2012/13": ("2012-01-01", "2013-12-31", "year"),
}


@pytest.mark.parametrize(("text", "expected"), SPANS.items())
def test_an_imprecise_date(text: str, expected: tuple[str, str, str]) -> None:
    """An imprecise expression stands for the first and last day that it can mean."""
    (found,) = find_dates(f"Fra {text}.")
    assert expected == (str(found.first), str(found.last), found.precision)
    assert text == found.text


IMPOSSIBLE = {
    "31. september 2014": "there is no day 31 in 2014-09",
    "29. februar 2013": "there is no day 29 in 2013-02",
    "30. februar": "there is no day 30 in month 2",
    "0. maj 2013": "there is no day 0 in 2013-05",
    "31.9.14": "there is no day 31 in 2014-09",
    "01.13.2014": "there is no month 13",
    "2014-13-01": "there is no month 13",
    "13/2014": "there is no month 13 in a year",
    "5. kvartal 2013": "there is no quarter 5 in a year",
    "3. halvår 2013": "there is no half 3 in a year",
    "uge 53, 2013": "2013 has no week 53",
}


@pytest.mark.parametrize(("text", "problem"), IMPOSSIBLE.items())
def test_an_impossible_date(text: str, problem: str) -> None:
    """An impossible date has no days but says what is impossible; it is not repaired."""
    (found,) = find_dates(text)
    assert (None, None, problem) == (found.first, found.last, found.problem)


NO_DATES = [
    "", "1.250.000", "1.250.000 kr.", "§ 12", "0-12 år", "2. fase", "5.3.5", "5.2.10 Opsporing", "afsnit 5.3.12",
    "38 16 60 00", "38-16-60-00", "38.16.60.00", "tlf. 20 12 20 13", "2012 kr.", "2000 borgere", "2012,5",
    "1.2012,5", "side 2012", "nr. 2014", "sag nr. 10/2012", "2019-20231", "20192", "2000 Frederiksberg",
    "http://x.dk/2019/September/a-2020.pdf", "2015-priser", "1. januar", "24/7", "8-23", "1/2 mio.", "2070",
    "1989", "2012-10", "maj", "Jan Hansen", "type 2", "12.45.67", "2014 %",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_a_number_that_is_no_date(text: str) -> None:
    """Amounts, sections, phone and case numbers, counts and dates without a year are not found."""
    assert [] == find_dates(text)


def test_the_year_printed_once() -> None:
    """A start without year takes the latest year that puts it before its end."""
    for text, start in [
        ("1. januar - 31. december 2013", date(2013, 1, 1)),
        ("1. oktober til 31. marts 2014", date(2013, 10, 1)),
        ("1/1\u201331/12 2013", date(2013, 1, 1)),
    ]:
        assert start == find_dates(text)[0].first


def test_many_dates() -> None:
    """All dates of a text are found in their order."""
    found = find_dates("Fra 1.10.2012-30.09.2013, i 2014 og 2015 samt uge 3, 2016 (§ 12, 250.000 kr.).")
    assert ["1.10.2012", "30.09.2013", "2014", "2015", "uge 3, 2016"] == [d.text for d in found]


@pytest.mark.parametrize("unit", ["Mio. kr.", "t.kr.", "250.000 kr.", "Mio. kr. \n\n"])
def test_the_years_of_a_table(unit: str) -> None:
    """The unit before a table's years takes none of them away, unlike "kr. 2012"."""
    assert ["2012", "2013"] == [d.text for d in find_dates(f"{unit} 2012 2013")]
    assert [] == find_dates("kr. 2012")


PERIODS = {
    "1.oktober 2012 \u2013 30. september 2013": ("2012-10-01", "2013-09-30"),
    "fra 1. januar 2013 til 31. december 2015": ("2013-01-01", "2015-12-31"),
    "fra d. 1/1 2013 til og med d. 31/12 2014": ("2013-01-01", "2014-12-31"),
    "1/1 2013 - 31/12 2014": ("2013-01-01", "2014-12-31"),
    "01.10.2012-30.09.2013": ("2012-10-01", "2013-09-30"),
    "1. januar - 31. december 2013": ("2013-01-01", "2013-12-31"),
    "2012-2014": ("2012-01-01", "2014-12-31"),
    "2012 \u2013 2014": ("2012-01-01", "2014-12-31"),
    "2012/2013": ("2012-01-01", "2013-12-31"),
    "2012-14": ("2012-01-01", "2014-12-31"),
    "i 2013 og 2014": ("2013-01-01", "2014-12-31"),
    "2013, 2014 og 2015": ("2013-01-01", "2015-12-31"),
    "oktober 2012 til marts 2014": ("2012-10-01", "2014-03-31"),
    "oktober-december 2012": ("2012-10-01", "2012-12-31"),
    "fra medio 2013 til ultimo 2015": ("2013-05-01", "2015-12-31"),
    "3. kvartal 2013 til 1. halvår 2014": ("2013-07-01", "2014-06-30"),
    "start: 1.10.2012, slut: 30.9.2013": ("2012-10-01", "2013-09-30"),
    "begynder 1. maj 2014 og slutter 1. maj 2015": ("2014-05-01", "2015-05-01"),
    "i 2013": ("2013-01-01", "2013-12-31"),
    "frem til udgangen af 2015": ("None", "2015-12-31"),
    "senest 1. marts 2015": ("None", "2015-03-01"),
}


@pytest.mark.parametrize(("text", "expected"), PERIODS.items())
def test_a_period(text: str, expected: tuple[str, str]) -> None:
    """A period has its first and last day, as far as they are printed."""
    found = find_period(f"Projektet løb. {text}")
    assert found is not None
    assert (*expected, (), False, False) == (
        str(found.first),
        str(found.last),
        found.problems,
        found.open_end,
        found.computed,
    )


COMPUTED = {
    "18 måneder fra 1. januar 2013": ("2013-01-01", "2014-06-30"),
    "2-årigt projekt med start 1. august 2014": ("2014-08-01", "2016-07-31"),
    "det toårige projekt": None,
    "det 2-årige projekt fra 2013": ("2013-01-01", "2014-12-31"),
    "start 31. august 2013, varighed 6 mdr.": ("2013-08-31", "2014-02-27"),
    "fra 1. marts 2014 i tre år": ("2014-03-01", "2017-02-28"),
}


@pytest.mark.parametrize(("text", "expected"), COMPUTED.items())
def test_a_computed_end(text: str, expected: tuple[str, str] | None) -> None:
    """A duration and a start give the end, marked as computed."""
    found = find_period(text)
    assert expected == (found and (str(found.first), str(found.last)))
    assert found is None or found.computed


@pytest.mark.parametrize("text", ["projekt for 5-årige børn i 2013", "borgere over 18 år i 2013", "0-2 år i 2013"])
def test_an_age_is_no_duration(text: str) -> None:
    """The age of a target group does not move the end of a period."""
    found = find_period(text)
    assert found is not None
    assert (date(2013, 12, 31), False) == (found.last, found.computed)


OPEN = {
    "løbende": "None",
    "Permanent tilbud": "None",
    "fra 1. januar 2013": "2013-01-01",
    "2013 og frem": "2013-01-01",
    "2013 \u2013": "2013-01-01",
    "løbende siden 2013": "2013-01-01",
}


@pytest.mark.parametrize(("text", "first"), OPEN.items())
def test_an_open_period(text: str, first: str) -> None:
    """A period without a printed end is open."""
    found = find_period(text)
    assert found is not None
    assert (first, None, True) == (str(found.first), found.last, found.open_end)


PROBLEMS = {
    "1. oktober 2014 \u2013 30. september 2012": ("2014-10-01", "2012-09-30", "ends before it starts"),
    "1.oktober 2012 \u2013 31. september 2014": ("2012-10-01", "None", "there is no day 31 in 2014-09"),
    "31. juni 2012 - 1. juli 2013": ("None", "2013-07-01", "there is no day 31 in 2012-06"),
    "1. oktober 2012": ("2012-10-01", "None", "only one date is printed"),
}


@pytest.mark.parametrize(("text", "expected"), PROBLEMS.items())
def test_a_doubtful_period(text: str, expected: tuple[str, str, str]) -> None:
    """A doubtful period keeps what is printed and says what is wrong."""
    found = find_period(text)
    assert found is not None
    assert (*expected[:2], expected[2:]) == (str(found.first), str(found.last), found.problems)


def test_no_period() -> None:
    """A text without dates has no period."""
    assert find_period("Der er afsat 2 mio. kr.") is None


day = st.dates(date(1950, 1, 1), date(2069, 12, 31))
Notation = Callable[[date], str]
NOTATIONS: list[Notation] = [
    lambda d: f"{d.day}. {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day}.{MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day}. {MONTHS[d.month - 1][:3].upper()}. {d.year}",
    lambda d: f"{d.day}/{d.month}-{d.year}",
    lambda d: f"{d.day}/{d.month} {d.year}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: d.isoformat(),
]


@given(day, st.sampled_from(NOTATIONS))
def test_a_date_written_is_read(expected: date, notation: Notation) -> None:
    """Every day comes back from every notation."""
    (found,) = find_dates(f"Den {notation(expected)} mødes de.")
    assert expected == found.first == found.last


@given(
    day,
    st.integers(1, 3000),
    st.sampled_from(NOTATIONS),
    st.sampled_from([" - ", " \u2013 ", "\u2013", " til ", " \n- "]),
)
def test_a_period_written_is_read(start: date, length: int, notation: Notation, dash: str) -> None:
    """Every period comes back from every notation."""
    end = start + timedelta(days=length)
    found = find_period(notation(start) + dash + notation(end))
    assert found is not None
    assert (start, end, ()) == (found.first, found.last, found.problems)


pieces = st.sampled_from(
    [
    *MONTHS, "1", "31", "12", "2012", "99", ".", "/", "-", "\u2013", " ", "\u00a0", "\n", "uge", "kvartal",
    "primo", "til", "fra", "løbende", "årigt", "måneder", "i", "og", "\u0130", "\u0660", "²", "å", "a\u030a",
    ]
)  # fmt: skip
anything = st.text() | st.lists(pieces, max_size=30).map("".join)


@given(anything)
def test_no_text_breaks_it(text: str) -> None:
    """Any text is read without a crash, offsets give the text found, and findings stand in order."""
    found, period = find_dates(text), find_period(text)
    assert all(text[d.start : d.end] == d.text for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all((d.first is None) == (d.problem is not None) for d in found)
    assert period is None or text[period.start : period.end] == period.text
    assert len(text) == len(folded(text))


@pytest.mark.parametrize(
    "piece", ["1", " ", "1 ", "1.", "1/", "1. oktober ", "oktober-", "primo ", "2012-", "2012, ", "til "]
)
def test_time_is_linear(piece: str) -> None:
    """Repetitive text takes time in proportion to its length."""
    begin = time.perf_counter()
    find_period(piece * 5_000)
    assert time.perf_counter() - begin < 1
