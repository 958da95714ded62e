"""What an agreement, a memo or a strategy sets out, gathered from its statements."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samspil.loaders.cited.citations import citations
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.plans.goals import KINDS, goals
from samspil.loaders.plans.parents import setting
from samspil.loaders.plans.people import groups_in
from samspil.loaders.plans.plantables import tabled
from samspil.loaders.records import Citation, Commitment, Contents, Finding, Indicator, Plan
from samspil.loaders.seating.appointments import appointments
from samspil.loaders.seating.committees import Committees
from samspil.loaders.seating.seats import seats
from samspil.loaders.texts.announce import frame, is_not_yet
from samspil.loaders.texts.statements import Scan, Statement
from samspil.loaders.texts.structure import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """What a plan is gathered from: the document, its text, and the agreement that it is or calls its own."""

    document: Document
    text: Text
    joiner: Joiner
    context: Context
    own: Citation | None = None


def gathered(source: Reading, found: Scan) -> Contents:
    """Return the sections, goals, indicators, commitments, citations and seats of a text."""
    text, joiner, context = source.text, source.joiner, source.context
    known = Committees(text, context)
    stated = sorted([*found.statements, *tabled(source.document, text, joiner), *_frames(text)], key=_start)
    indicators = [s for s in stated if s.kind == "indicator"]
    missing = [s for s in indicators if is_not_yet(s.passage.text)]
    plan = Plan(
        sections=text.outline.sections,
        goals=tuple(goals((s for s in stated if s.kind in KINDS), joiner, setting(text))),
        indicators=tuple(_indicators((s for s in indicators if s not in missing), joiner)),
        commitments=tuple(_commitments((s for s in stated if s.kind == "commitment"), joiner)),
        citations=tuple(_citations(source)),
        seats=tuple(seats(source.document, text, joiner, known)),
        appointments=tuple(appointments(text, joiner, known)),
    )
    return Contents(plan=plan, findings=(*_missing(missing, joiner), *_empty(found, joiner)))


def _citations(source: Reading) -> Iterable[Citation]:
    if source.own:
        yield source.own
    yield from citations(source.text, source.joiner, source.own)


def _start(statement: Statement) -> int:
    return statement.passage.starts[0]


def _frames(text: Text) -> Iterable[Statement]:
    """Yield where a text names a national set of goals most fully, as a heading if there is one."""
    framed = [(n, at) for n, block in enumerate(text.blocks) if (at := frame(block.text))]
    headings = text.outline.headings
    if framed:
        n, at = max(framed, key=lambda hit: (hit[1][1] - hit[1][0], hit[0] in headings, -hit[0]))
        yield Statement("national_frame", None, text.blocks[n].passage.slice(*at), text.outline.places[n])


def _indicators(statements: Iterable[Statement], joiner: Joiner) -> Iterable[Indicator]:
    count: Counter[str | None] = Counter()
    for s in statements:
        count[s.place.chapter] += 1
        evidence = joiner.evidence(s.passage, section=s.place.section)
        yield Indicator(count[s.place.chapter], s.passage.text, evidence, s.place.chapter)


def _commitments(statements: Iterable[Statement], joiner: Joiner) -> Iterable[Commitment]:
    count: Counter[str | None] = Counter()
    for s in statements:
        count[s.place.section] += 1
        yield Commitment(
            count[s.place.section],
            s.passage.text,
            joiner.evidence(s.passage, section=s.place.section),
            s.place.section,
            s.place.nearest,
            groups_in(s.passage, joiner),
        )


def _missing(statements: Sequence[Statement], joiner: Joiner) -> Iterable[Finding]:
    for s in statements:
        message = f"chapter {s.place.chapter or '-'}: instead of an indicator, that there is none yet"
        yield Finding("info", "missing_indicator", "", message, joiner.evidence(s.passage))


def _empty(found: Scan, joiner: Joiner) -> Iterable[Finding]:
    for lead in found.leads:
        if not lead.items and lead.block.text.endswith(":"):
            message = f"“{lead.block.text[-80:]}” announces {lead.kind.replace('_', ' ')}s, and no list follows"
            yield Finding("info", "empty_list", "", message, joiner.evidence(lead.block.passage))
