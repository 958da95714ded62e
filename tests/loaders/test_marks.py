"""The marks before items."""

import pytest

from samspil.loaders.texts.marks import mark_of


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("• Et mål", ("bullet", "•", 2)),
        (" – et mål", ("bullet", "–", 3)),
        ("2) Et mål", ("number", "2", 3)),
        ("IV. Et mål", ("roman", "IV", 4)),
        ("B2: Et mål", ("letter", "B2", 4)),
        ("  Et mål", ("", "", 2)),
        ("1. maj", ("", "", 0)),
        ("»Et mål«", ("", "", 0)),
    ],
)
def test_a_mark_has_a_form_and_text_behind_it(line: str, found: tuple[str, str, int]) -> None:
    """Form, mark, and where the text begins; a date and a quotation mark are none."""
    assert found == mark_of(line)
