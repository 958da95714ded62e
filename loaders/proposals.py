"""Loader of catalogues of project proposals: headed records with labelled fields, after an overview table or not."""

import tomllib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from samspil.loaders.files.document import Document, Span
from samspil.loaders.files.furniture import without_furniture
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.funding.amounts import applied, merged
from samspil.loaders.funding.granted import Money, Setting
from samspil.loaders.funding.money import Unit, find_unit
from samspil.loaders.funding.stated import cofinanced
from samspil.loaders.naming.actors import actor_marks, participations, together
from samspil.loaders.naming.groups import Context
from samspil.loaders.overview import vocabulary
from samspil.loaders.projects.catalogue import Entry, Marks, entries
from samspil.loaders.projects.effects import effects
from samspil.loaders.projects.keys import Keys
from samspil.loaders.projects.listing import by_key, listed
from samspil.loaders.projects.periods import labelled_period
from samspil.loaders.projects.targeting import target_groups
from samspil.loaders.projects.undescribed import undescribed
from samspil.loaders.records import Contents, Finding, Initiative, Participation, Period
from samspil.loaders.tabular.headers import Headings
from samspil.loaders.tabular.statuses import status
from samspil.loaders.texts.fields import Field, Labels, fields, with_whole_labels
from samspil.loaders.texts.forms import field_of, form
from samspil.loaders.texts.headings import Heads, Record, records

_HEAD_WORDS = 14


@cache
def words() -> dict[str, Any]:
    """Return the words of `proposals.toml`."""
    return tomllib.loads(files("samspil.loaders").joinpath("proposals.toml").read_text("utf-8"))


def _records(document: Document, joiner: Joiner) -> tuple[list[Record], Labels]:
    """Return a document's records, and the labels of their fields: the usual ones and those of its own form."""
    lines = with_whole_labels(document, without_furniture(document))
    own = form(lines, _field, words()["headings"]["prompts"])
    labels = _labels(tuple(own.labels.items()) if own else ())
    return records(lines, _heads(), labels, joiner, own), labels


def _field(label: str) -> str | None:
    """Return the field that a document's own label names, as a noun or as a question."""
    return field_of(label, words()["stems"]) or _labels(()).asked(label)


@cache
def _labels(own: tuple[tuple[str, str], ...]) -> Labels:
    named = {
        name: [*labels, *(text for text, field in own if field == name)] for name, labels in words()["fields"].items()
    }
    return Labels({"title": [text for text, field in own if field == "title"], **named}, words()["questions"])


@cache
def _heads() -> Heads:
    return Heads(words()["headings"]["words"], words()["headings"]["titles"])


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all records of a document share: the joiner, labels, the context, the unit of most of its amounts."""

    joiner: Joiner
    labels: Labels
    context: Context
    unit: Unit | None


def signs(document: Document) -> list[str]:
    """Return what speaks for this genre: each headed record with the fields of a proposal."""
    found, labels = _records(document, Joiner(document))
    telling = [r for r in found if _is_proposal(r, labels)]
    return [f"line {r.head.number}: a record {r.key or 'without key'} with labelled fields" for r in telling]


def _is_proposal(record: Record, labels: Labels) -> bool:
    names = {f.name for f in fields(record.lines, labels)}
    return "participants" in names and bool(names & {"amount", "effect", "purpose"})


def load(document: Document, joiner: Joiner, context: Context) -> Contents:
    """Return the proposals by their printed keys, and what is doubtful in them."""
    found, labels = _records(document, joiner)
    shared = _Shared(joiner, labels, context, _usual_unit(document))
    overview = _overview(document, found, shared) or _listed(document, found, shared)
    keys = Keys()
    initiatives: list[Initiative] = []
    findings: list[Finding] = []
    for n, record in enumerate(found, start=1):
        printed = record.key or str(n)
        key = keys.unique(printed)
        if key != printed:
            place = joiner.evidence(record.title) if record.title else joiner.located(_whole(record))
            findings.append(Finding("warning", "duplicate_key", key, f"the key {printed} is used again", place))
        initiative, doubts = _initiative(key, record, overview.get(printed) if key == printed else None, shared)
        initiatives.append(initiative)
        findings += doubts
    for key, entry in overview.items():
        if key not in {r.key or str(n) for n, r in enumerate(found, start=1)}:
            if not entry.key and _keyed(overview.values()):
                place = joiner.evidence(entry.topic or entry.parties, section="overview")
                findings.append(Finding("info", "doubtful_row", "", "a row of the overview without a key", place))
                continue
            own = keys.unique(key)
            setting = Setting(own, None, shared.unit, words()["amounts"])
            initiative, doubts = undescribed(own, entry, joiner, context, setting)
            initiatives.append(initiative)
            findings += doubts
    findings += _unlisted(overview, found, joiner)
    return Contents(tuple(initiatives), findings=tuple(findings))


def _overview(document: Document, found: Sequence[Record], shared: _Shared) -> dict[str, Entry]:
    """Return the overview's rows by key; it stands before the first record."""
    if not found:
        return {}
    before = document.lines[: found[0].head.number - 1]
    marks = Marks(_is_overview_head, lambda text: _named(text, shared.context))
    return {e.key: e for e in entries(before, {r.key: r.title.text for r in found if r.key}, shared.joiner, marks)}


def _keyed(rows: Collection[Entry]) -> bool:
    """Whether most rows have a printed key, so that one without is a heading among them."""
    return 2 * sum(bool(row.key) for row in rows) > len(rows)


def _listed(document: Document, found: Sequence[Record], shared: _Shared) -> dict[str, Entry]:
    """Return by key the rows of an overview that has columns for keys, titles and parties."""
    if not found:
        return {}

    def marks(passage: Passage) -> list[tuple[int, int, bool]]:
        return actor_marks(passage.text, shared.context)

    rows = listed(document, found[0].head.start, shared.joiner, _columns(), vocabulary(), marks)
    return by_key(rows, {r.key or str(n): r.title.text for n, r in enumerate(found, start=1)})


@cache
def _columns() -> Headings:
    return Headings(words()["columns"])


def _is_overview_head(text: str) -> bool:
    """Whether a line is the head of an overview: a column of keys, then one of parties."""
    lowered = text.casefold()
    if len(lowered.split()) > _HEAD_WORDS:
        return False
    for column in words()["headings"]["key_columns"]:
        rest = lowered.removeprefix(column).strip(" .:|")
        if lowered.startswith(column + " ") and any(rest.startswith(w) for w in words()["fields"]["participants"]):
            return True
    return False


def _named(text: str, context: Context) -> int:
    """Return how many characters of a text are actors' names."""
    return sum(end - start for start, end, _ in actor_marks(text, context))


def _usual_unit(document: Document) -> Unit | None:
    units = Counter(u for line in document.lines if len(line.text) < 40 and (u := find_unit(line.text)))
    return units.most_common(1)[0][0] if units else None


def _whole(record: Record) -> Span:
    return Span(record.head.start, record.head.start + len(record.head.text))


def _initiative(key: str, record: Record, row: Entry | None, shared: _Shared) -> tuple[Initiative, list[Finding]]:
    joiner = shared.joiner
    section = " ".join(record.head.text.split()[:2]).rstrip(":.,")
    found = fields(record.lines, shared.labels)
    parts = _by_name(found)
    period, doubts = labelled_period(key, parts.get("period", []), joiner)
    parties, more = _participations(key, parts.get("participants"), row, shared, section)
    money = _money(key, parts, period, shared)
    title = record.title or (row.topic if row else record.title)
    if not title:
        more.append(Finding("warning", "missing_cell", key, "no title", joiner.located(_whole(record))))
    place = joiner.evidence(title, section=section) if title else joiner.located(_whole(record), section)
    expected = next(filter(None, (effects(f.lines, joiner, section) for f in parts.get("effect", []))), [])
    initiative = Initiative(
        key,
        title.text or key,
        place,
        theme=row.theme if row else None,
        status=status(_value(parts["status"][0], joiner), joiner) if "status" in parts else None,
        period=period,
        target_groups=target_groups(record, found, joiner, words()["target"]),
        participations=tuple(parties),
        grants=money.grants,
        effects=tuple(expected),
    )
    return initiative, [*doubts, *more, *money.findings, *_missing(key, parts, place)]


def _by_name(found: Sequence[Field]) -> dict[str, list[Field]]:
    """Return the fields by name; of a repeated field all, in order."""
    named: dict[str, list[Field]] = {}
    for field in found:
        named.setdefault(field.name, []).append(field)
    return named


def _missing(key: str, parts: dict[str, list[Field]], place: Any) -> list[Finding]:
    wanted = ("participants", "period", "amount")
    return [
        Finding("info", "missing_label", key, f"no field for the {name}", place) for name in wanted if name not in parts
    ]


def _value(found: Field, joiner: Joiner) -> Passage:
    return joiner.join(found.lines)


def _participations(
    key: str, found: list[Field] | None, row: Entry | None, shared: _Shared, section: str
) -> tuple[list[Participation], list[Finding]]:
    """Return the parties of the description and of the overview together, one participation an actor."""
    described: list[Participation] = []
    findings: list[Finding] = []
    for field in found or []:
        for paragraph in _paragraphs(field, shared.joiner):
            more, doubts = participations(paragraph, shared.joiner, shared.context, key, section)
            described = together(described, more)
            findings += doubts
    if row is None or not row.parties:
        return described, findings
    listed, doubts = participations(row.parties, shared.joiner, shared.context, key, "overview")
    findings += doubts
    if described and listed:
        findings += _disagreement(key, described, listed)
    return together(described, listed), findings


def _paragraphs(field: Field, joiner: Joiner) -> list[Passage]:
    """Return a field's paragraphs: blank lines divide, where what follows begins with a capital."""
    groups: list[list[Any]] = [[]]
    text = joiner.document.text
    for span in field.lines:
        if not text[span.start : span.end].strip():
            groups.append([])
        elif groups[-1] or not groups[:-1] or text[span.start : span.end].strip()[0].isupper():
            groups[-1].append(span)
        else:
            groups[-2].append(span)
            groups.pop()
    return [p for g in groups if (p := joiner.join(g))]


def _disagreement(key: str, described: Sequence[Participation], listed: Sequence[Participation]) -> list[Finding]:
    names = {p.actor.name for p in described}
    return [
        Finding("info", "overview_disagrees", key, f"{p.actor.name} stands in the overview only", p.evidence)
        for p in listed
        if p.actor.name not in names and p.actor.kind != "group"
    ]


def _money(key: str, parts: dict[str, list[Field]], period: Period | None, shared: _Shared) -> Money:
    setting = Setting(key, period, shared.unit, words()["amounts"])
    money = Money()
    # A label may be a column's head within the field: "Økonomi", "Beløb".
    for field in merged(parts.get("amount", []), shared.joiner):
        more = applied(field, shared.joiner, setting)
        money = more if more.grants or not money.findings else money
        if money.grants:
            break
    seen = {g.amount for g in money.grants}
    others = [
        g
        for field in parts.get("cofinancing", [])
        if not _within(field, money.table) and (passage := _value(field, shared.joiner))
        for g in cofinanced(passage, shared.joiner, setting, seen)
    ]
    return Money((*money.grants, *others), money.findings)


def _within(field: Field, table: Span | None) -> bool:
    """Whether what looks like a label is the heading of a table's row or column."""
    return table is not None and table.start <= field.label.start < table.end


def _unlisted(overview: dict[str, Entry], found: Sequence[Record], joiner: Joiner) -> list[Finding]:
    """Return a finding for each record that an overview should list and does not."""
    if not overview:
        return []
    return [
        Finding("info", "missing_overview", r.key, "the overview does not list it", joiner.located(_whole(r)))
        for r in found
        if r.key and r.key not in overview
    ]
