"""Keys of initiatives within one document, made unique."""

from dataclasses import dataclass, field


@dataclass
class Keys:
    """Hands out keys; one that was given before gets `~2`, `~3`, ..."""

    given: set[str] = field(default_factory=set)

    def unique(self, key: str) -> str:
        """Return the key, or its next free variant."""
        made, n = key, 2
        while made in self.given:
            made, n = f"{key}~{n}", n + 1
        self.given.add(made)
        return made
