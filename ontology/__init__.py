"""The vocabulary, the concept schemes, the registers, the shapes, and all minting of IRIs.

`SS` and the other rdflib namespaces load with their first use: who only needs IRIs as strings does not wait for rdflib.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samspil.ontology.terms import GRAPHS, ID, SS, SSC

__all__ = ["GRAPHS", "ID", "SS", "SSC"]


def __getattr__(name: str) -> object:
    """Return a namespace of `terms`, imported now."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("samspil.ontology.terms"), name)
