"""Invented documents with tables that their file marks."""

from collections.abc import Sequence

from samspil.loaders.files.document import Document, Span, Table

Rows = Sequence[Sequence[str]]


def marked(*parts: str | Rows, name: str = "a.pdf") -> Document:
    """Return a document of lines and tables, the cells of a table one after the other in its text."""
    text, tables = "", []
    for part in parts:
        if isinstance(part, str):
            text += f"{part}\n"
            continue
        rows = []
        for row in part:
            spans = []
            for cell in row:
                spans.append(Span(len(text), len(text) + len(cell)))
                text += f"{cell}\n"
            rows.append(tuple(spans))
        tables.append(Table(tuple(rows)))
        text += "\n"
    return Document(name, name.rpartition(".")[2], text, "0" * 64, tables=tuple(tables))
