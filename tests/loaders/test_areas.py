"""Areas of strategies: what tables and labels say of them; all texts invented."""

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.files.reading import read
from samspil.loaders.naming.groups import Context
from samspil.loaders.plans.boxes import enumerated
from samspil.loaders.records import Plan
from samspil.loaders.strategy import load
from tests.loaders.marked import Rows, marked
from tests.loaders.pages import drawn, made_pdf
from tests.loaders.plans import document as read_text


def word(*parts: str | Rows) -> Document:
    """Return a Word file's paragraphs and tables as a document."""
    return marked(*parts, name="a.docx")


def plan(source: Document) -> Plan:
    """Return what the strategies' loader finds."""
    return load(source, Joiner(source), Context(None, None)).plan


def examples(found: Plan) -> list[tuple[str | None, str]]:
    """Return area and text of the examples."""
    return [(example.area, example.text) for example in found.examples]


def goals(found: Plan) -> list[tuple[str, str]]:
    """Return kind and text of the goals."""
    return [(goal.kind, goal.text) for goal in found.goals]


COLUMNS = (
    ("Område", "Mål", "Eksempler på indsatser"),
    ("Mad", "Alle har råd til frugt.", "Haver\nKøkkener i landsbyerne"),
    ("Bevægelse", "Alle kan røre sig.", "Stier; haller"),
    ("", "Ingen sidder stille.", "• Gårdhave"),
)


def test_columns_hold_policy_and_examples() -> None:
    """A row names the area, an empty cell the one above; a line or a semicolon parts the examples."""
    found = plan(word("Strategi for sundhed", "Der er lang vej. Vi går den.", COLUMNS))
    statements = ["Alle har råd til frugt.", "Alle kan røre sig.", "Ingen sidder stille."]
    assert [("policy_goal", text) for text in statements] == goals(found)
    mad, move = [("Mad", "Haver"), ("Mad", "Køkkener i landsbyerne")], ["Stier", "haller", "Gårdhave"]
    assert [*mad, *(("Bevægelse", item) for item in move)] == examples(found)


def test_promises_in_a_column_of_efforts_are_no_examples() -> None:
    """A bare word for efforts is sure only above phrases."""
    rows = (("Område", "Indsatser"), ("Mad", "Vi planter haver"), ("Bevægelse", "Stier"))
    assert [("Bevægelse", "Stier")] == examples(plan(word("Strategi for sundhed", "Vi går i gang. Nu.", rows)))


def labelled(policy: str, item: str) -> Rows:
    """Return a table whose rows are labels and what they are of."""
    rows = (("Politisk mål", policy), ("Baggrund", "Det er svært."), ("Eksempler på tiltag", item))
    return (*rows, ("Indikatorer", "Andel\nAntal"))


def test_rows_may_be_labelled() -> None:
    """A table an area: its rows are the policy, the examples, what is followed."""
    body = "Der er meget at gøre. Vi er klar."
    tables = labelled("»Alle har råd til frugt.«", "Haver"), labelled("Alle kan røre sig.", "Stier")
    found = plan(word("Strategi for sundhed", "Mad", body, tables[0], "Bevægelse", body, tables[1]))
    assert [("policy_goal", "Alle har råd til frugt."), ("policy_goal", "Alle kan røre sig.")] == goals(found)
    assert [("Mad", "Haver"), ("Bevægelse", "Stier")] == examples(found)


def test_a_box_may_be_a_cell_beside_the_text() -> None:
    """A table that only lays out the page has text in one cell and a box in the other."""
    rows = (("Der er meget at gøre. Vi er klar.", "EKSEMPLER PÅ INDSATSER\nHaver\nKøkkener"),)
    found = plan(word("Strategi", "Mad", "Politisk mål 1: Alle har råd til frugt.", rows, "Bevægelse", "Ja. Nej."))
    assert [("Mad", "Haver"), ("Mad", "Køkkener")] == examples(found)


def test_a_box_on_a_page_is_read_by_its_wraps() -> None:
    """In a PDF file a ruled box keeps its lines; one that has room ends an item."""
    body = "Ensomhed rammer bredt, og hver tiende voksne er alene mindst en gang om ugen i det meste af landet."
    lines = ["EKSEMPLER:", "Spisefællesskaber i hver", "landsby", "Caféer", "Besøg til nye naboer"]
    page = drawn(50, 700, "Strategi for sundhed") + drawn(50, 670, "Trivsel") + drawn(50, 640, body)
    box = "45 530 250 76 re S\n" + "".join(drawn(50, 594 - 14 * n, line) for n, line in enumerate(lines))
    found = examples(plan(read(made_pdf(page + box), "a.pdf")))
    assert ["Spisefællesskaber i hver landsby", "Caféer", "Besøg til nye naboer"] == [text for _, text in found]
    assert {"Trivsel"} == {area for area, _ in found}


def test_a_label_is_no_part_of_an_areas_name() -> None:
    """The word and its key go: "Theme 1"."""
    body = "Der er meget at gøre, og vi er klar til det.\n"
    part = "\nTema {}: {}\n\n{}\nEksempler på indsatser\n• {}\n"
    areas = part.format(1, "Mad", body, "Haver") + part.format(2, "Bevægelse", body, "Stier")
    found = plan(read_text(f"Strategi for sundhed\n\n{body}{areas}"))
    assert [("Mad", "Haver"), ("Bevægelse", "Stier")] == examples(found)
    assert [("focus_area", "Mad"), ("focus_area", "Bevægelse")] == goals(found)


def test_an_enumeration_has_three_members_or_marks() -> None:
    """A mere "and" parts none, a relative clause is part of what it stands behind."""
    texts = ["kurser for børn og unge", "stier, der er nye, haller og haver", "stier | haller"]
    joiner = Joiner(read_text("\n".join(texts)))
    found = [[part.text for part in enumerated(joiner.lines([line]))] for line in joiner.document.lines]
    assert [texts[:1], ["stier, der er nye", "haller", "haver"], ["stier", "haller"]] == found
