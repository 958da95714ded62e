"""The marks before items."""

import pytest

from samspil.loaders.texts.marks import is_mark, mark_of


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("• Et mål", ("bullet", "•", 2)),
        (" – et mål", ("bullet", "–", 3)),
        ("2) Et mål", ("number", "2", 3)),
        ("IV. Et mål", ("roman", "IV", 4)),
        ("B2: Et mål", ("letter", "B2", 4)),
        ("B2 Et mål", ("letter", "B2", 3)),
        ("2a) Et mål", ("letter", "2a", 4)),
        ("2a   Et mål", ("letter", "2a", 5)),
        ("\ufffd Et mål", ("bullet", "\ufffd", 2)),
        ("2a er et mål", ("", "", 0)),
        ("  Et mål", ("", "", 2)),
        ("1. maj", ("", "", 0)),
        ("»Et mål«", ("", "", 0)),
    ],
)
def test_a_mark_has_a_form_and_text_behind_it(line: str, found: tuple[str, str, int]) -> None:
    """Form, mark, and where the text begins; a date and a quotation mark are none."""
    assert found == mark_of(line)


@pytest.mark.parametrize(
    ("line", "alone"),
    [("•", True), (" 2a) ", True), ("B.", True), ("1)", True), ("2014", False), ("12", False), ("• Et mål", False)],
)
def test_a_mark_may_stand_on_a_line_of_its_own(line: str, alone: bool) -> None:
    """A year or a page's number is none."""
    assert alone == is_mark(line)
