"""Initiatives that only the overview of a catalogue names: no description follows."""

from samspil.loaders.files.passage import Joiner
from samspil.loaders.funding.granted import Money, Setting
from samspil.loaders.funding.stated import stated
from samspil.loaders.naming.actors import participations
from samspil.loaders.naming.groups import Context
from samspil.loaders.projects.catalogue import Entry
from samspil.loaders.records import Finding, Initiative


def undescribed(
    key: str, entry: Entry, joiner: Joiner, context: Context, setting: Setting
) -> tuple[Initiative, list[Finding]]:
    """Return the initiative that a row of the overview is, with the finding that it is nowhere described."""
    named = entry.topic or entry.parties
    place = joiner.evidence(named, section="overview")
    findings = [Finding("warning", "missing_description", key, "it stands in the overview only", place)]
    if not entry.topic:
        findings.append(Finding("warning", "missing_cell", key, "no title", place))
    parties, doubts = participations(entry.parties, joiner, context, key, "overview") if entry.parties else ([], [])
    money = stated(entry.amount, setting.usual, joiner, setting) if entry.amount else Money()
    initiative = Initiative(
        key,
        entry.topic.text or key,
        place,
        theme=entry.theme,
        participations=tuple(parties),
        grants=money.grants,
    )
    return initiative, [*findings, *doubts, *money.findings]
