"""How long the common commands take, as multiples of an empty Python started in the same run.

`python bench/ratios.py [PATH...]`: the documents named are extracted too. Each figure is the best of some runs, which
other work on the machine disturbs least; ratios can be compared between machines, milliseconds cannot.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

RUNS = 5
SAMSPIL = str(Path(sys.executable).with_name("samspil"))


def best(action: Callable[[], object], runs: int = RUNS) -> float:
    """Return the seconds of the fastest run."""
    return min(seconds(action) for _ in range(runs))


def seconds(action: Callable[[], object]) -> float:
    """Return the seconds that an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def command(*words: str) -> Callable[[], object]:
    """Return the running of a command line, its output thrown away."""
    return lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def loading(store: str) -> Callable[[], object]:
    """Return the loading of a store in this process."""
    from samspil.graph.store import open_store

    return lambda: open_store(store)


def measured(store: str, documents: list[str]) -> Iterator[tuple[str, float]]:
    """Yield what is measured with its seconds, the reference first."""
    yield "python -c pass", best(command(sys.executable, "-c", "pass"))
    yield "samspil --help", best(command(SAMSPIL, "--help"))
    yield "samspil build", best(command(SAMSPIL, "build", "--store", store), runs=2)
    yield "load the store", best(loading(store))
    for name in ("initiatives", "participants", "sector_pairs"):
        yield f"samspil query {name}", best(command(SAMSPIL, "query", name, "--store", store))
    if documents:
        yield "samspil extract", best(command(SAMSPIL, "extract", *documents), runs=1)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as store:
        rows = list(measured(store, sys.argv[1:]))
    reference = rows[0][1]
    print(f"{'what':<30}{'ms':>10}{'ratio':>10}")
    for what, taken in rows:
        print(f"{what:<30}{taken * 1000:>10.1f}{taken / reference:>10.1f}")


if __name__ == "__main__":
    main()
