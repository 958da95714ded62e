"""Reading one phrase chunk by chunk: tries the rules of a grammar at each place and gathers what they find."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from samspil.loaders.naming.chunks import Chunk, chunks, phrases
from samspil.loaders.naming.groups import Context
from samspil.loaders.naming.names import Names
from samspil.loaders.naming.spelling import respelt
from samspil.loaders.records import Actor

Doubt = tuple[str, str]
_CENTRES = ("hospital", "psychiatric_centre")


@dataclass(frozen=True, slots=True)
class Found:
    """An actor in a phrase: its range of characters, the units named with it, and what is doubtful (rule, message)."""

    actor: Actor
    start: int
    end: int
    units: tuple[str, ...] = ()
    prospective: bool = False
    proposer: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass
class Reader:
    """Reads one phrase; `found` and `rest` (chunk runs that no rule took) grow as it goes."""

    text: str
    known: Names
    context: Context
    rules: Sequence["tuple[re.Pattern[str], Rule]"]
    found: list[Found] = field(default_factory=list)
    rest: list[list[Chunk]] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    code: str = ""
    prospective: bool = False

    def read(self, part: list[Chunk] | None = None) -> "Reader":
        """Read the whole phrase, or a part of its chunks."""
        self.chunks = respelt(chunks(self.text, self.known), self.known) if part is None else part
        self.code = "".join(c.kind for c in self.chunks)
        at = 0
        while at < len(self.chunks):
            at = self._step(at)
        return self

    def _step(self, at: int) -> int:
        for pattern, rule in self.rules:
            match = pattern.match(self.code, at)
            if match and match.end() > at and rule(self, self.chunks[at : match.end()]):
                return match.end()
        self._left_over(at)
        return at + 1

    def _left_over(self, at: int) -> None:
        chunk = self.chunks[at]
        if chunk.kind in "WwUDH":
            if self.rest and at > 0 and self.rest[-1][-1] is self.chunks[at - 1]:
                self.rest[-1].append(chunk)
            else:
                self.rest.append([chunk])
        elif chunk.fold in phrases()["words"]["prospective"]:
            self.prospective = True

    def add(self, actor: Actor, first: Chunk, last: Chunk, units: tuple[str, ...] = (), *doubts: Doubt) -> bool:
        """Note an actor that stands in the chunks from first to last; returns True, a rule's sign of success."""
        misspelt = tuple(
            ("misspelt_actor", f"“{c.text}” is read as {actor.name}")
            for c in self.chunks
            if c.misspelt and first.start <= c.start < last.end
        )
        self.found.append(Found(actor, first.start, last.end, units, self.prospective, doubts=(*misspelt, *doubts)))
        self.prospective = False
        return True

    def extend(self, end: int, units: tuple[str, ...]) -> bool:
        """Give the actor noted last more units, which end at `end`; False if there is none."""
        if self.found:
            self.found[-1] = replace(self.found[-1], end=end, units=(*self.found[-1].units, *units))
        return bool(self.found)

    def here(self) -> Context:
        """Return the context with the hospital last named in this phrase, else the first one named in it.

        Areas are those of somatic hospitals; a psychiatric centre counts where no such hospital is named before.
        """
        named = [
            f.actor.register_key for f in self.found if f.actor.kind == "hospital" and f.actor.sector == "hospital"
        ]
        named = named or [f.actor.register_key for f in self.found if f.actor.kind in _CENTRES]
        later = [c.entry for c in self.chunks if c.entry and c.entry.kind in _CENTRES]
        entry = next((e for e in later if named and e.key == named[-1]), later[0] if later else self.context.hospital)
        return replace(self.context, hospital=entry)


Rule = Callable[[Reader, list[Chunk]], bool]
