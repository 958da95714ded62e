"""Strategies: aims, policy statements, examples in lists and boxes, target groups; all texts invented."""

import pytest

from samspil.loaders.files.document import Document, Span, Table
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.plans.areas import asides
from samspil.loaders.plans.boxes import policies
from samspil.loaders.records import Plan
from samspil.loaders.strategy import load
from samspil.loaders.texts.structure import parsed

BODY = (
    "Kommunen har gennem flere år arbejdet med emnet, og erfaringerne peger i samme retning. Der er brug for folk og\n"
    "bedre lokaler, og der er brug for, at de gode ideer spredes fra den ene ende af kommunen til den anden ende.\n"
)

# Boxes whose wraps and blank lines extraction kept; a lone space stands where a page began.
BOXED = f"""Godt på vej
Strategi for sundhed i Bakkeby Kommune
2013 – 2016

Indledning

{BODY}
Udvalget har det mål at sikre:

• at flere lever sundt
• at færre er alene

Målgrupper

Unge

{BODY}
Ældre

{BODY}
Figur 1: Sundhed i kommunen

Skolen

Hjemmet Jobbet

Foreningen
 1. Hverdagen
{BODY}

Mad i skolen


Hvert barn i kommunen skal have adgang til et sundt måltid midt på dagen.



{BODY}
Madskoler for
hele familien

INITIATIVER -
MAD I SKO-
LEN



EKSEMPLER:

Skolehaver i alle
landsbyer

Samarbejde om:
 Frugtordninger
 Vandposter

Frugt i pausen
 Fri for røg


{BODY}

Støtten til at holde op skal findes, hvor folk er.


INITIATIVER -
FRI FOR RØG

EKSEMPLER:

Rådgivning på
apoteket

Røgfri perroner
 {BODY}

Rygeforbud ved
indgangene

Hjælp til gravide,
der ryger
 2. Opfølgning
{BODY}
Strategien følges op hvert år med blik for de to mål: at flere lever sundt, og at færre er alene.
"""

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


def document(text: str, **changes: object) -> Document:
    """Return a text as a document."""
    return Document("a.txt", str(changes.get("format", "text")), text, "0" * 64, tables=changes.get("tables", ()))  # type: ignore[arg-type]


def plan(text: str, **changes: object) -> Plan:
    """Return what the strategies' loader finds."""
    source = document(text, **changes)
    return load(source, Joiner(source), Context(None, None)).plan


def goals(found: Plan, kind: str) -> list[str]:
    """Return the texts of the goals of a kind."""
    return [goal.text for goal in found.goals if goal.kind == kind]


def examples(found: Plan) -> list[tuple[str | None, str | None, str]]:
    """Return section, area and text of the examples."""
    return [(example.section, example.area, example.text) for example in found.examples]


def groups(found: Plan) -> list[str]:
    """Return the main target groups as printed."""
    return [group.phrase for group in found.target_groups]


def two(first: str, second: str) -> str:
    """Return two areas, each a heading with what stands below it."""
    return f"Strategi for sundhed\n\n{BODY}\nMad\n{first}\n{BODY}\nBevægelse\n{second}\n{BODY}"


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


def test_an_aim_stated_again_has_further_evidence() -> None:
    """A sentence that recalls the aims is evidence of each, and no goal of its own."""
    aims = [goal for goal in plan(BOXED).goals if goal.kind == "objective"]
    assert ["at flere lever sundt", "at færre er alene"] == [goal.further[0].wording for goal in aims]


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


def test_no_sentence_states_policy_where_lists_do() -> None:
    """A strategy has one manner: where enough was announced, what stands by itself is text."""
    source = document(two("\n\nAlle skal have råd til frugt.\n\n\n", "\n\nAlle skal kunne røre sig.\n\n\n"))
    text = parsed(source, Joiner(source))
    assert [2, 0] == [len(policies(source, text, (), known)) for known in (0, 2)]


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


def test_a_heading_above_policy_is_no_item() -> None:
    """It may stand as near to the items of the area before as they do to each other."""
    part = "EKSEMPLER:\nHaver\n\nKøkkener\n\n"
    text = f"Strategi for sundhed\n\nMad\n\nAlle skal have råd til frugt.\n\n{BODY}\n{part}Bevægelse\n\n"
    found = plan(f"{text}Alle skal kunne røre sig.\n\n{BODY}\n{part}Opfølgning\n\n{BODY}")
    areas = [(None, area, item) for area in ("Mad", "Bevægelse") for item in ("Haver", "Køkkener")]
    assert areas == examples(found)
    assert ["Alle skal have råd til frugt.", "Alle skal kunne røre sig."] == goals(found, "policy_goal")


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
    ("lead", "kind"),
    [
        ("Strategiens to overordnede mål:", "objective"),
        ("Kommunen har som mål at sikre:", "objective"),
        ("Politiske målsætninger:", "policy_goal"),
        ("Strategien skal bidrage til:", "objective"),
        ("Formålet med strategien er", "objective"),
    ],
)
def test_the_lead_in_tells_aims_from_policy(lead: str, kind: str) -> None:
    """What it says of itself decides."""
    text = f"Strategi for sundhed\n\n{BODY}\n{lead}\n\n• Flere lever sundt\n• Færre er alene\n\nMad\n{BODY}"
    assert ["Flere lever sundt", "Færre er alene"] == goals(plan(text), kind)


def test_lists_of_purposes_and_of_guiding_statements_are_goals() -> None:
    """A strategy may call its aims purposes, and announce its policy in one list."""
    aims = "Formålet med strategien er at:\n\n- styrke trivslen\n- mindske uligheden\n"
    found = plan(
        f"Strategi for sundhed\n\n{BODY}\n{aims}\nVi har to pejlemærker:\n\n1. Vi taler om det.\n2. Vi når ud.\n"
    )
    assert ["styrke trivslen", "mindske uligheden"] == goals(found, "objective")
    assert ["Vi taler om det.", "Vi når ud."] == goals(found, "policy_goal")


def test_a_lead_in_that_recurs_is_of_policy() -> None:
    """Goals under one and the same word in each area are its policy."""
    found = plan(two("\nMål\n• Alle børn spiser frugt\n", "\nMål\n• Alle voksne rører sig\n"))
    assert ["Alle børn spiser frugt", "Alle voksne rører sig"] == goals(found, "policy_goal")
    assert [] == goals(found, "objective")


def test_aims_may_stand_in_a_sentence() -> None:
    """Where no list has them, the clauses of the sentence that calls itself so are the aims."""
    aims = "Det overordnede mål er, at flere lever sundt, og at færre er alene."
    text = f"Strategi for sundhed\n\n{BODY}\n{aims}\n\nMad\n{BODY}"
    assert ["at flere lever sundt", "at færre er alene"] == goals(plan(text), "objective")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Politisk målsætning: Alle skal have råd til frugt.", "Politisk målsætning: Alle skal kunne røre sig."),
        ("Politisk målsætning:\nAlle skal have råd til frugt.", "Politisk målsætning:\nAlle skal kunne røre sig."),
        ("Byrådets ambition: Alle skal have råd til frugt.", "Byrådets ambition: Alle skal kunne røre sig."),
        ("\n»Alle skal have råd til frugt.«\n", "\n»Alle skal kunne røre sig.«\n"),
        ("\nAlle skal have råd til frugt.\n", "\nAlle skal kunne røre sig.\n"),
        ("\n\nAlle skal have råd til frugt.\n\n\n", "\n\nAlle skal kunne røre sig.\n\n\n"),
    ],
)
def test_policy_statements_stand_in_many_shapes(first: str, second: str) -> None:
    """A label names them, or they stand by themselves below the heading of their area."""
    assert ["Alle skal have råd til frugt.", "Alle skal kunne røre sig."] == goals(
        plan(two(first, second)), "policy_goal"
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "Derfor skal der flere haver til.",
        "Denne strategi skal vise vejen.",
        "Maden i kantinen",
        "Hvem skal have råd til frugt?",
        "»Min datter har fået mad igen.«",
        "Alle skal spise frugt. Ingen skal sulte. Det er målet.",
    ],
)
def test_other_paragraphs_state_no_policy(paragraph: str) -> None:
    """One that goes on from another, speaks of the strategy, has no verb, asks, or is of several sentences."""
    found = plan(two(f"\n{paragraph}\n", "\nAlle skal kunne røre sig.\n"))
    assert paragraph not in goals(found, "policy_goal")


def test_a_statement_printed_late_belongs_to_the_heading_above() -> None:
    """Behind the body of an area without one, it is the area's."""
    text = two("\n\nAlle skal have råd til frugt.\n\n\n", f"{BODY}\n\n\nAlle skal kunne røre sig, hvor de bor.\n\n\n")
    assert ["Alle skal have råd til frugt.", "Alle skal kunne røre sig, hvor de bor."] == goals(
        plan(text), "policy_goal"
    )


def test_statements_have_the_chapter_of_their_area() -> None:
    """The number of the chapter that the area stands in."""
    assert ["1", "1"] == [goal.chapter for goal in plan(BOXED).goals if goal.kind == "policy_goal"]


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


@pytest.mark.parametrize("word", ["FOKUSOMRÅDE: ", "Tema: ", "Indsatsområde – "])
def test_a_heading_with_the_label_of_a_focus_area_states_it(word: str) -> None:
    """It needs no number; the same word within the text is none."""
    text = f"Plan\n\n{word}Mad og måltider\n\n{BODY}\n{word}Bevægelse i byen\n\n{BODY}\nEt tema: ro.\n"
    found = [goal.text for goal in plan(text).goals if goal.kind == "focus_area"]
    assert ["Mad og måltider", "Bevægelse i byen"] == found


@pytest.mark.parametrize("label", ["Politisk pejlemærke:", "Ledestjerne:", "Byrådets mål:"])
def test_a_label_is_no_heading_of_what_follows(label: str) -> None:
    """A promise stands below the area's heading."""
    promise = "I perioden vil vi:\n\n– åbne to haller\n– plante træer ved alle skoler\n"
    text = "\n".join(f"{area}\n\n{label}\n\n{area} skal være for alle.\n\n{BODY}\n{promise}" for area in ("Ro", "Leg"))
    found = [(commitment.heading, commitment.text) for commitment in plan(text).commitments]
    assert [("Ro", "åbne to haller"), ("Leg", "åbne to haller")] == found[::2]


@pytest.mark.parametrize(
    "contact", ["Spørgsmål: Konsulent Bo Vig, Ry", "Kontakt: Plan og Sundhed", "Udgivet af: Ry Kommune"]
)
def test_a_contact_right_below_the_last_aim_is_no_part_of_it(contact: str) -> None:
    """A colon within an aim stays."""
    aims = "1. Flere i job\n2. Mere af det gode: mad og ro"
    text = f"Plan\n\n{BODY}\nStrategiens overordnede mål er:\n\n{aims}\n{contact}\n"
    assert ["Flere i job", "Mere af det gode: mad og ro"] == [goal.text for goal in plan(text).goals]


def test_labelled_aims_that_look_like_headings_are_aims_of_one_list() -> None:
    """They stand under one heading, so that no label recurs from area to area."""
    text = (
        "Sundhedsstrategi for Fjordlev\n\nDet vil vi opnå\n\nVisionen er oversat til to mål, som alle kender.\n\n"
        "Mål 1: Flere ældre klarer sig selv\n\nMål 2: Ingen ældre er alene\n\n"
        "Vi følger målene i de kommende år. Det gør vi hvert år.\n"
    )
    assert ["Flere ældre klarer sig selv", "Ingen ældre er alene"] == goals(plan(text), "objective")
