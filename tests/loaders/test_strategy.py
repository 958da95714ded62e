"""Strategies: aims, policy statements, examples in lists and boxes, target groups; all texts invented."""

import pytest

from samspil.loaders.files.document import Span, Table
from samspil.loaders.files.passage import Joiner
from samspil.loaders.plans.areas import asides
from samspil.loaders.records import Plan
from tests.loaders.strategies import BODY, BOXED, document, examples, goals, plan, two

# Lists under headings, a page a chapter.
LISTED = f"""FJORDLEV KOMMUNE
Ældrepolitik 2018-2022

Vision
I Fjordlev er alderen ingen hindring

Vores mål
Vi styrer efter to overordnede mål:

- Flere ældre klarer sig selv
- Færre ældre føler sig ensomme

Hvem er politikken for
Politikken gælder alle, men retter sin opmærksomhed mod ældre med nedsat syn, enker, der bor på landet, og ældre mænd og
deres familier.

\fHjemmet

Pejlemærke 1: Boligen kan bruges, også af den, der går dårligt.

{BODY}
Det gør vi allerede

• Gennemgang af boligen
• Lånebank for hjælpemidler:
  - senge
  - lifte

Sådan gør vi

• Vi bygger tyve boliger ved fjorden.

\fFællesskabet

Pejlemærke 2: Der er plads til en ven mere ved hvert bord.

{BODY}
Det gør vi allerede

• Spiseklubber i tre landsbyer
"""


def groups(found: Plan) -> list[str]:
    """Return the main target groups as printed."""
    return [group.phrase for group in found.target_groups]


def test_a_strategy_with_boxes_is_read() -> None:
    """Aims, statements and examples come out, each example in the area that its box's head or its page names."""
    found = plan(BOXED)
    assert ["at flere lever sundt", "at færre er alene"] == goals(found, "objective")
    assert [
        "Hvert barn i kommunen skal have adgang til et sundt måltid midt på dagen.",
        "Støtten til at holde op skal findes, hvor folk er.",
    ] == goals(found, "policy_goal")
    assert [
        ("1", "Mad i skolen", "Madskoler for hele familien"),
        ("1", "Mad i skolen", "Skolehaver i alle landsbyer"),
        ("1", "Mad i skolen", "Samarbejde om: Frugtordninger Vandposter"),
        ("1", "Mad i skolen", "Frugt i pausen"),
        ("1", "Fri for røg", "Rådgivning på apoteket"),
        ("1", "Fri for røg", "Røgfri perroner"),
        ("1", "Fri for røg", "Rygeforbud ved indgangene"),
        ("1", "Fri for røg", "Hjælp til gravide, der ryger"),
    ] == examples(found)
    assert ["Unge", "Ældre"] == groups(found)


def test_a_strategy_with_lists_is_read() -> None:
    """Labelled statements keep their keys; what is done already is an example and no promise."""
    found = plan(LISTED)
    assert ["I Fjordlev er alderen ingen hindring"] == goals(found, "vision")
    assert ["Flere ældre klarer sig selv", "Færre ældre føler sig ensomme"] == goals(found, "objective")
    stated = [(goal.key, goal.text) for goal in found.goals if goal.kind == "policy_goal"]
    assert [
        ("1", "Boligen kan bruges, også af den, der går dårligt."),
        ("2", "Der er plads til en ven mere ved hvert bord."),
    ] == stated
    assert [
        (None, "Hjemmet", "Gennemgang af boligen"),
        (None, "Hjemmet", "Lånebank for hjælpemidler: senge lifte"),
        (None, "Fællesskabet", "Spiseklubber i tre landsbyer"),
    ] == examples(found)
    assert ["ældre med nedsat syn", "enker, der bor på landet", "ældre mænd og deres familier"] == groups(found)
    assert ["Vi bygger tyve boliger ved fjorden."] == [commitment.text for commitment in found.commitments]


def test_examples_are_numbered_and_have_evidence() -> None:
    """Each example counts on from the one before and tells its lines."""
    found = plan(BOXED).examples
    assert list(range(1, 9)) == [example.n for example in found]
    lines = BOXED.split("\n")
    first = found[0].evidence
    assert ["Madskoler for", "hele familien"] == lines[first.line_start - 1 : first.line_end]


def test_labels_of_figures_are_no_examples_and_head_nothing() -> None:
    """What ends a page behind a caption is a figure's text."""
    found = plan(BOXED)
    assert not {"Skolen", "Foreningen"} & {text for _, _, text in examples(found)}
    assert "Skolen" not in groups(found)


def test_labels_of_a_figure_above_a_box_are_none_of_its_items() -> None:
    """A caption parts them from what belongs to the box."""
    text = two(
        "",
        "\nFigur 2: Tallene\n\nBørn\n\nVoksne\n\nINDSATSER -\nBEVÆGELSE\n\nEKSEMPLER:\n\nNye stier\n\nÅbne haller\n",
    )
    assert [(None, "Bevægelse", "Nye stier"), (None, "Bevægelse", "Åbne haller")] == examples(plan(text))


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ("EKSEMPLER:\n\nNye stier langs\nåen\n\nÅbne haller", ["Nye stier langs åen", "Åbne haller"]),
        ("EKSEMPLER:\nNye stier langs\nåen\nÅbne haller", ["Nye stier langs åen", "Åbne haller"]),
        ("EKSEMPLER:\n\nNye stier:\n• ved åen\n• ved havnen\n\nHaver", ["Nye stier: ved åen ved havnen", "Haver"]),
        ("EKSEMPLER:\nHold på\nFjordcentret", ["Hold på Fjordcentret"]),
        ("TILTAG –\nBEVÆGELSE\n\n• Nye stier\n• Åbne haller", ["Nye stier", "Åbne haller"]),
        ("Eksempler på indsatser:\n• Nye stier\n• Åbne haller", ["Nye stier", "Åbne haller"]),
        ("Eksempler\n\n• Nye stier:\n  - ved åen\n  - ved havnen", ["Nye stier: ved åen ved havnen"]),
        ("Konkrete eksempler på tiltag\n\n1. Nye stier\n2. Åbne haller", ["Nye stier", "Åbne haller"]),
        ("Vi er allerede i gang:\n\n• Nye stier", ["Nye stier"]),
        ("INITIATIVER\n\n• Nye stier\n• Åbne haller", ["Nye stier", "Åbne haller"]),
        ("INDSATSER\nEKSEMPLER:\nNye stier langs\nåen\nÅbne haller", ["Nye stier langs åen", "Åbne haller"]),
        ("EKSEMPLER:\nStier\nÅbne haller ved\nåen\n\nHaver i\nbyen", ["Stier", "Åbne haller ved åen", "Haver i byen"]),
        ("Inspiration til handling\n• Nye stier\n• Åbne haller", ["Nye stier", "Åbne haller"]),
        ("Det kunne være:\n• Nye stier\n• Åbne haller", ["Nye stier", "Åbne haller"]),
        ("Eksempler på indsatser: nye stier; åbne haller.", ["nye stier", "åbne haller"]),
        ("Eksempler: Nye stier · Åbne haller", ["Nye stier", "Åbne haller"]),
        ("Eksempler: gå- og cykelture, haller og stier.", ["gå- og cykelture", "haller", "stier"]),
    ],
)
def test_examples_stand_in_many_shapes(box: str, expected: list[str]) -> None:
    """Blank lines, capitals or bullets part them, under a head, a word for examples, or words for what is done."""
    found = examples(plan(f"Strategi for sundhed\n\n{BODY}\nBevægelse\n{BODY}\n{box}\n\n{BODY}"))
    assert [(None, "Bevægelse", text) for text in expected] == found


def test_boxes_are_told_from_the_text() -> None:
    """A box has its head's area, or none; what stands in it is no more of the text; a lone space is a page's top."""
    source = document(BOXED)
    found = asides(source, source.lines, Joiner(source))
    assert ["mad i sko- len", "fri for røg", ""] == [box.area for box in found.boxes]
    lines = BOXED.split("\n")
    assert {"EKSEMPLER:", "Røgfri perroner", "Skolen"} < {lines[number - 1] for number in found.lines}
    assert " Fri for røg" in {lines[number - 1] for number in found.tops}


def test_a_list_of_something_else_gives_no_example() -> None:
    """Only words for examples announce some."""
    assert () == plan(two("", "Området omfatter:\n\n• Stier\n• Haller\n")).examples


def test_promises_under_a_word_for_efforts_are_no_examples() -> None:
    """What the items say decides."""
    assert () == plan(two("", "\nIndsatser\n\n• Vi anlægger nye stier\n• Hallerne skal være åbne\n")).examples


def test_a_heading_behind_a_box_is_no_item() -> None:
    """It stands further off than the items do."""
    text = f"Strategi for sundhed\n\n{BODY}\nMad\n{BODY}\nEKSEMPLER:\n\nHaver\n\nKøkkener\n\n\n\nBevægelse\n{BODY}"
    assert ["Haver", "Køkkener"] == [example.text for example in plan(text).examples]


def test_an_item_between_paragraphs_is_of_the_area_above() -> None:
    """Behind the first box, its narrow wrap shows it; a line alone is a heading."""
    box = "INDSATSER -\nMAD\n\nEKSEMPLER:\n\nSkolehaver i alle\nlandsbyer\n"
    text = f"Strategi for sundhed\n\nMad\n\n{BODY}\n{box}\n{BODY}\nKurser i grøn\nmad\n\n\nBevægelse\n\n\n{BODY}"
    assert [(None, "Mad", "Skolehaver i alle landsbyer"), (None, "Mad", "Kurser i grøn mad")] == examples(plan(text))


def test_a_recurring_heading_is_no_area() -> None:
    """Under "Udfordringen" in each area stand examples of the area."""
    part = f"Udfordringen\n{BODY}\nEksempler på indsatser:\n• "
    text = f"Strategi for sundhed\n\n1. Mad\n{BODY}\n{part}Haver\n\n2. Bevægelse\n{BODY}\n{part}Stier\n"
    assert [("1", "Mad", "Haver"), ("2", "Bevægelse", "Stier")] == examples(plan(text))


def test_a_box_in_a_word_file_is_a_cell() -> None:
    """A table of one cell with a head holds an example a line."""
    text = (
        "Sundhed\nBevægelse\nDer er gode stier. De bruges.\nINDSATSER - BEVÆGELSE\nEKSEMPLER:\nNye stier\nÅbne haller\n"
    )
    start = text.index("INDSATSER")
    box = Table(((Span(start, len(text) - 1),),))
    found = examples(plan(text, format="docx", tables=(box,)))
    assert [(None, "Bevægelse", "Nye stier"), (None, "Bevægelse", "Åbne haller")] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Politikken er målrettet især mod tre grupper: unge mødre, ledige og ældre medicinske patienter.",
            ["unge mødre", "ledige", "ældre medicinske patienter"],
        ),
        ("Målgruppen udgøres af borgere med KOL og voksne, der er alene.", ["borgere med KOL", "voksne, der er alene"]),
        ("Målgruppe\nBørn i udsatte familier og gravide.", ["Børn i udsatte familier", "gravide"]),
        ("Målgrupper\n\n• Unge: De er mange.\n• Ældre\n", ["Unge", "Ældre"]),
        ("Strategien henvender sig til alle borgere. Den har særligt fokus på enlige ældre.", ["enlige ældre"]),
        ("Strategien er rettet mod:\n\n• Børn og unge med overvægt\n• Ældre\n", ["Børn og unge med overvægt", "Ældre"]),
        ("Strategien gælder børn og unge i Sølund og deres familier.", ["børn og unge i Sølund og deres familier"]),
        ("Vi har især tre målgrupper: gravide, ældre med KOL og unge mænd.", ["gravide", "ældre med KOL", "unge mænd"]),
        ("Vi tænker derfor især på børn af forældre med misbrug.", ["børn af forældre med misbrug"]),
        ("Kommunen har mange borgere.", []),
    ],
)
def test_main_target_groups_are_read(text: str, expected: list[str]) -> None:
    """They are listed under their heading or named in a sentence; everyone is nobody in particular."""
    found = plan(f"Strategi for sundhed\n\n{text}\n\nMad\n{BODY}")
    assert expected == groups(found)


def test_a_target_group_has_its_concepts() -> None:
    """The phrase as printed, and what it is recognised as."""
    found = plan(f"Strategi for sundhed\n\nMålgruppen er især ældre med demens.\n\nMad\n{BODY}").target_groups
    assert [("ældre med demens", ("older-people", "dementia"))] == [(g.phrase, g.concepts) for g in found]
