"""Plans: goals with keys and parents, restatements, indicators by chapter, commitments by section, target groups."""

import pytest

from samspil.loaders.files.passage import Joiner
from samspil.loaders.genre import recognised
from samspil.loaders.loading import load
from samspil.loaders.plans.goals import goals
from samspil.loaders.plans.parents import Setting
from samspil.loaders.plans.people import groups_in
from samspil.loaders.plans.plantables import with_columns
from samspil.loaders.records import Goal
from samspil.loaders.textgenre import signs
from samspil.loaders.texts.outline import Place
from samspil.loaders.texts.statements import Statement
from tests.loaders.plans import document, plan

BODY = "Samarbejdet om de borgere, der har brug for hjælp fra flere sider, er fortsat under udvikling. Det går fremad."


def of(*stated: tuple[str, str | None, str]) -> list[Goal]:
    """Return the goals of some statements (kind, key, wording)."""
    text = "\n".join(wording for _, _, wording in stated)
    found = document(text)
    joiner = Joiner(found)
    passages = [joiner.lines([line]) for line in found.lines]
    return goals(
        [Statement(k, key, p, Place("2.1", "Mål")) for (k, key, _), p in zip(stated, passages, strict=True)],
        joiner,
        Setting(),
    )


def phrases(text: str) -> list[str]:
    """Return the target groups that a text names."""
    found = document(text)
    joiner = Joiner(found)
    return [t.phrase for t in groups_in(joiner.lines(found.lines), joiner)]


def test_unnumbered_goals_get_keys_of_their_kind() -> None:
    """V1, F1, M1 in the order of print."""
    made = of(("vision", None, "Et helt forløb"), ("focus_area", None, "Børn"), ("goal", None, "Alle børn får hjælp"))
    assert [("V1", None), ("F1", None), ("M1", "F1")] == [(g.key, g.parent) for g in made]


def test_lettered_goals_carry_the_key_of_their_area() -> None:
    """1a stands under 1."""
    made = of(("focus_area", "1", "Børn"), ("goal", "a", "Alle børn får hjælp"), ("goal", "b", "Ingen venter"))
    assert [("1", None), ("1a", "1"), ("1b", "1")] == [(g.key, g.parent) for g in made]


def test_a_goal_stated_again_is_one_goal_with_further_evidence() -> None:
    """Words may be added or left out."""
    first = "Borgere med kronisk sygdom tilbydes genoptræning senest fire uger efter lægens henvisning"
    again = "at borgere med kronisk sygdom får tilbudt genoptræning senest fire uger efter lægens henvisning"
    [goal] = of(("goal", "1", first), ("goal", None, again))
    assert (first, 1) == (goal.text, len(goal.further))


@pytest.mark.parametrize(
    "other",
    [
        "Alle borgere med kronisk sygdom oplever et koordineret forløb ved udskrivning fra sygehuset",
        "Alle borgere med psykisk sygdom oplever et fleksibelt tilbud om hjælp i deres eget hjem",
    ],
)
def test_goals_for_others_or_of_something_else_stay_apart(other: str) -> None:
    """Nearly the same words for other people, or other words for the same, are another goal."""
    one = "Alle borgere med psykisk sygdom oplever et koordineret forløb ved udskrivning fra sygehuset"
    assert 2 == len(of(("goal", None, one), ("goal", None, other)))


def test_a_number_that_begins_anew_in_each_chapter_gets_the_chapters() -> None:
    """No two goals have one key."""
    found = document("Flere får hjælp\nFærre venter længe")
    joiner = Joiner(found)
    made = [
        Statement("goal", "1", joiner.lines([line]), Place(chapter, "Mål"))
        for line, chapter in zip(found.lines, ("2", "3"), strict=True)
    ]
    assert ["1", "3.1"] == [g.key for g in goals(made, joiner, Setting())]


def test_commitments_count_within_their_section() -> None:
    """Section, nearest heading and number tell a commitment."""
    text = (
        f"3.1 Børn\n\n{BODY}\n\nVi vil:\n• begynde tidligt\n\nSkole\n"
        f"{BODY}\n\nVi vil:\n• følge op\n\n3.2 Ældre\n\nVi vil:\n• ringe hjem\n"
    )
    assert [("3.1", "Børn", 1), ("3.1", "Skole", 2), ("3.2", "Ældre", 1)] == [
        (c.section, c.heading, c.n) for c in plan(text).commitments
    ]


def test_an_indicator_to_come_is_a_finding() -> None:
    """It is told, and not counted among the indicators."""
    text = (
        "2.1 Mål\n\nIndikatorer:\n• Der skal udvikles en indikator for området\n\n"
        f"3.1 Mål\n\nIndikatorer:\n• Andel med en plan\n\n{BODY}"
    )
    found = load(document(text), "agreement")
    assert [("3", 1, "Andel med en plan")] == [(i.chapter, i.n, i.text) for i in found.plan.indicators]
    assert ["missing_indicator"] == [f.rule for f in found.findings if f.rule == "missing_indicator"]


def test_an_announcement_without_a_list_is_a_finding() -> None:
    """What extraction lost is told."""
    found = load(document(f"I aftaleperioden vil vi sætte fokus på:\n\n\n\n{BODY}\n"), "agreement")
    assert ["empty_list"] == [f.rule for f in found.findings if f.rule == "empty_list"]


def test_the_national_frame_is_one_goal() -> None:
    """The goals it holds are not invented; where they are printed they stand as printed."""
    assert [("national_frame", "N1", "De otte nationale mål for sundhedsvæsenet")] == [
        (g.kind, g.key, g.text)
        for g in plan(f"{BODY} Rammen er de otte nationale mål for sundhedsvæsenet. {BODY}").goals
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi vil hjælpe sårbare gravide og deres familier.", ["sårbare gravide"]),
        ("Tilbuddet er for borgere med psykisk sygdom, når de udskrives.", ["borgere med psykisk sygdom"]),
        ("Ældre medicinske patienter skal have en plan.", ["Ældre medicinske patienter"]),
        ("Børn og unge får hjælp i tide.", ["Børn og unge"]),
        ("Borgere med både psykisk sygdom og misbrug får én plan.", ["Borgere med både psykisk sygdom og misbrug"]),
        ("Samarbejdet med borgeren i forbindelse med udskrivelse styrkes.", []),
        ("Ungdomsuddannelserne og børne- og ungeområdet inddrages.", []),
    ],
)
def test_target_groups_in_running_text(text: str, expected: list[str]) -> None:
    """People with what they have, where they are and how old they are; no institutions."""
    assert [e for e in expected if e not in phrases(text)] == []
    assert expected or not [p for p in phrases(text) if len(p.split()) > 1]


def test_a_table_of_indicators_is_read_by_its_head() -> None:
    """Of a table with columns only the column that is headed so counts."""
    docx = pytest.importorskip("docx")
    from io import BytesIO

    word = docx.Document()
    word.add_paragraph("2.1 Opfølgning")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells),
        ("Indikator", "Kilde", "Andel med en plan", "Register"),
        strict=True,
    ):
        cell.text = text
    stream = BytesIO()
    word.save(stream)
    from samspil.loaders.files.reading import read

    found = read(stream.getvalue(), "aftale.docx")
    assert 1 == len(with_columns(found))
    assert ["Andel med en plan"] == [i.text for i in load(found, "agreement").plan.indicators]


@pytest.mark.parametrize(
    ("genre", "text"),
    [
        (
            "agreement",
            (
                "Sundhedsaftale 2011-2014\nmellem Region Sjælland og kommunerne\n\n"
                "Aftalen gælder fra 1. januar 2011. I aftaleperioden vil parterne mødes."
            ),
        ),
        (
            "memo",
            (
                "NOTAT\nTil: Sundhedskoordinationsudvalget\n\n"
                "Dette notat beskriver, hvem KKR udpeger, og hvad sekretariatet foreslår."
            ),
        ),
        (
            "strategy",
            (
                "Ældrestrategi 2018-2022\nEt godt liv hele livet\n\n"
                "Strategien er vedtaget af byrådet. Pejlemærke 1 handler om tryghed."
            ),
        ),
    ],
)
def test_the_genre_is_known_by_its_words(genre: str, text: str) -> None:
    """The reason names a line."""
    found, reason = recognised(document(text))
    assert genre == found.code
    assert reason.startswith("line ")
    assert signs(genre)(document(text))


def test_a_text_without_signs_is_of_no_genre() -> None:
    """A letter about the weather is unknown."""
    assert "unknown" == recognised(document("Kære alle\n\nDet regner i dag, og bussen er forsinket."))[0].code


def test_a_vision_stated_again_in_a_chapter_has_the_goals_of_that_chapter() -> None:
    """Of several visions the one that the chapter itself states; a chapter without one says nothing of its goals."""
    first, second = "At borgeren er med til at beslutte alt", "At hjælpen kommer, før sygdommen gør"
    text = (
        f"1. Indledning\n\n{BODY}\n\nVi har to visioner:\n• {first}\n• {second}\n\n"
        f"2. Medbestemmelse\n\n{BODY}\n\nVores vision er:\n• {first}\n\nMål 1: Alle har en plan.\n\n"
        f"3. Økonomi\n\n{BODY}\n\nMål 2: Udgifterne følges.\n"
    )
    assert [("V1", None), ("V2", None), ("1", "V1"), ("2", None)] == [(g.key, g.parent) for g in plan(text).goals]


@pytest.mark.parametrize(("one", "two"), [("1", "2"), ("I", "II"), ("A", "B")])
def test_visions_keep_their_printed_keys_and_have_the_goals_that_count_on_from_them(one: str, two: str) -> None:
    """Goal 2.1 serves vision 2; one whose number leads to no vision has none."""
    visions = [("vision", one, "Et helt liv"), ("vision", two, "Lige adgang for alle")]
    goals = [
        ("goal", f"{one}.1", "Alle får en plan"),
        ("goal", f"{two}.1", "Ingen venter"),
        ("goal", "9.1", "Flere ringer"),
    ]
    assert [one, two, None] == [g.parent for g in of(*visions, *goals)[2:]]


@pytest.mark.parametrize("lead", ["Vores vision er:", "Visionen for kapitlet er:", "Kapitlets vision lyder:"])
def test_goals_serve_the_vision_that_their_chapter_states_again(lead: str) -> None:
    """Several visions stand together at first, and each in the chapter of its goals."""
    visions = ("At alle borgere får et helt forløb", "At hjælpen kommer, inden sygdommen gør")
    chapters = "".join(
        f"Kapitel {n}: Indsats\n\n{BODY}\n\n{lead}\n{vision}\n\n"
        f"Målsætninger:\n{n}. At flere får svar {'straks' * n}\n\n{BODY}\n\n"
        for n, vision in enumerate(visions, 1)
    )
    made = plan(f"Vi har to visioner:\n• {visions[0]}\n• {visions[1]}\n\n{BODY}\n\n{chapters}").goals
    assert [("vision", None), ("vision", None), ("goal", "V1"), ("goal", "V2")] == [(g.kind, g.parent) for g in made]
