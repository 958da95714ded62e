"""The parties of a table's row, which may stand in several columns: the coordinator's, each sector's, the others'."""

from collections.abc import Sequence
from dataclasses import replace

from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.actors import participations, together
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Finding, Participation
from samspil.loaders.tabular.cells import base
from samspil.loaders.tabular.headers import PARTIES
from samspil.loaders.tabular.rows import Row


def row_parties(
    row: Row, columns: Sequence[str], joiner: Joiner, context: Context, key: str, section: str | None
) -> tuple[list[Participation], list[Finding]]:
    """Return the actors of a row's party columns, one participation an actor, and the findings."""
    found: list[Participation] = []
    findings: list[Finding] = []
    for column in columns:
        cell = row.cells.get(column)
        if cell is None or base(column) not in PARTIES:
            continue
        more, doubts = participations(cell, joiner, context, key, section)
        if base(column) == "lead":
            more, doubts = _leading(more, doubts, key)
        elif not more:
            doubts = [*doubts, Finding("warning", "unknown_actor", key, "no actor recognised", joiner.evidence(cell))]
        found = together(found, more)
        findings += doubts
    return found, findings


def _leading(
    found: Sequence[Participation], doubts: list[Finding], key: str
) -> tuple[list[Participation], list[Finding]]:
    """Return the hosts among those who coordinate: a person's name or a job there is no actor."""
    actors = [replace(p, role="host") for p in found if p.actor.kind != "other"]
    dropped = [
        Finding("info", "unknown_actor", key, f"“{p.as_printed}” coordinates, and is not read as an actor", p.evidence)
        for p in found
        if p.actor.kind == "other"
    ]
    return actors, [*(d for d in doubts if d.rule != "unknown_actor"), *dropped]
