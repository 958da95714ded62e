"""PDF files made by hand: pages with one font, lines at places, grids."""

from collections.abc import Sequence


def made_pdf(*pages: str, trailer: str = "", info: str = "") -> bytes:
    """Return a PDF file whose pages draw the given content streams with one font, on A4."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
    ]
    for n, content in enumerate(pages):
        box = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {6 + 2 * n} 0 R >>")
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    out, offsets = b"%PDF-1.4\n", []
    for n, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{n} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (head + tail).encode()


def drawn(x: float, y: float, words: str) -> str:
    """Return the drawing of one line of 10-point text."""
    return f"BT /F1 10 Tf {x} {y} Td ({words}) Tj ET\n"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Return the drawing of a grid."""
    across = "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)
    return across + "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)
