"""The house around the code: what stands in the repository, what its folders may touch, and a README that is true."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COPIED = ROOT.parent / "shared" / "checks" / "copied-sentences"
LOCKS = ("requirements.lock", "requirements-test.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# What reaches the disk or the terminal without an import that import-linter could see; ruff watches the clock.
IMPURE = {"input", "open", "print"}
PATHS = re.compile(r"""(?<![\w./:>~-])(?:/(?:home|root|tmp|Users|work)/\w|[A-Z]:\\\w)""")
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)")
EXAMPLE = re.compile(r"^\$ (?P<command>.*samspil .+)\n(?P<output>(?:(?!\$ |```).*\n)*)", re.MULTILINE)
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = list(EXAMPLE.finditer(README))


def repository() -> list[str]:
    """Return the files that are tracked or would be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def modules(*folders: str) -> list[Path]:
    """Return the Python files of some folders."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def nodes(path: Path) -> Iterator[ast.AST]:
    """Yield the syntax tree of a Python file, node by node."""
    return ast.walk(ast.parse(path.read_text("utf-8")))


def imported(path: Path) -> Iterator[str]:
    """Yield what a Python file imports, as dotted names."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(path: Path) -> Iterator[str]:
    """Yield the bare names that a Python file calls."""
    functions = (node.func for node in nodes(path) if isinstance(node, ast.Call))
    yield from (function.id for function in functions if isinstance(function, ast.Name))


@pytest.mark.skipif(not COPIED.is_file(), reason="NOT CHECKED for copied sentences: ../shared is missing")
def test_no_tracked_file_holds_a_sentence_of_the_sources() -> None:
    """The documents' wording stays out of the repository."""
    done = subprocess.run([sys.executable, COPIED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stdout)


def test_no_file_names_a_path_of_one_machine() -> None:
    """What is here runs in any folder of any machine."""
    # The bytes of a compressed file may spell anything.
    plain = (name for name in repository() if name not in LOCKS and not name.endswith((".pdf", ".docx")))
    texts = {name: (ROOT / name).read_text("utf-8", "replace") for name in plain}
    assert {} == {name: found[0] for name, text in texts.items() if (found := PATHS.search(text))}


def test_links_between_pages_lead_somewhere() -> None:
    """What a page links to inside the repository exists."""
    pages = [ROOT / name for name in repository() if name.endswith(".md")]
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text("utf-8"))]
    assert [] == [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_hashes_and_no_addresses(lock: str) -> None:
    """Every pinned package has a hash, and where it is fetched from is the user's choice."""
    text = (ROOT / lock).read_text("utf-8")
    pins = re.split(r"\n(?=[a-z])", text)[1:]
    assert "://" not in text
    assert "index-url" not in text
    assert [] == [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin]


def test_every_dependency_is_locked() -> None:
    """A dependency added without `make lock` is found out."""
    groups = PROJECT["dependency-groups"]
    locked = set(
        re.findall(r"^([a-z0-9-]+)==", "\n".join((ROOT / lock).read_text("utf-8") for lock in LOCKS), re.MULTILINE)
    )
    wanted = [*PROJECT["project"]["dependencies"], *groups["build"], *groups["test"]]
    assert set() == {re.split(r"[^\w-]", name)[0].lower() for name in wanted} - locked


def test_every_folder_of_code_is_in_the_wheel_and_in_the_layers() -> None:
    """A new package folder is packaged, type-checked and has its place in the layers."""
    folders = {f"samspil.{path.parent.name}" for path in ROOT.glob("*/__init__.py")}
    inner = {f"samspil.loaders.{path.parent.name}" for path in ROOT.glob("loaders/*/__init__.py")}
    assert folders | inner == set(PROJECT["tool"]["setuptools"]["packages"])
    assert folders == set(PROJECT["tool"]["mypy"]["packages"])
    assert folders == set(PROJECT["tool"]["importlinter"]["root_packages"])


def test_every_data_file_is_in_the_wheel() -> None:
    """What code reads beside itself is packaged."""
    settings = PROJECT["tool"]["setuptools"]
    folders = [ROOT.joinpath(*package.split(".")[1:]) for package in settings["packages"]]
    held = {path for pattern in settings["package-data"]["*"] for folder in folders for path in folder.glob(pattern)}
    files = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
    assert held == {path for path in files if path.suffix not in {".py", ".pyc"}}


@pytest.mark.parametrize(
    "path", modules("loaders", "ontology", "queries"), ids=lambda path: f"{path.parent.name}.{path.stem}"
)
def test_pure_folders_touch_neither_disk_nor_terminal(path: Path) -> None:
    """Values in, values out: package data comes through importlib.resources, everything else through arguments."""
    assert set() == IMPURE.intersection(called(path))
    assert {"pathlib.PurePath"} >= {name for name in imported(path) if name.startswith("pathlib")}


def test_every_loader_module_has_tests() -> None:
    """Each module of the loaders is imported by a test beside it."""
    tested = {part for path in modules("tests/loaders") for name in imported(path) for part in name.split(".")}
    assert [] == [path.stem for path in modules("loaders") if path.stem not in {*tested, "__init__"}]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return the store that `make` makes, and what building it prints."""
    store = tmp_path_factory.mktemp("store")
    return store, run("samspil build", store)


def run(command: str, store: Path) -> str:
    """Return what a command line prints where the results are tables, with this Python's `samspil`."""
    settings = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "SAMSPIL_STORE": str(store),
        "SAMSPIL_FORMAT": "table",
    }
    environment = os.environ | settings
    done = subprocess.run(["sh", "-c", command], env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout + done.stderr


def untrue(shown: str, printed: str) -> list[str]:
    """Return the lines shown that no line printed holds; `…` stands for anything, the width of columns for nothing."""
    lines = [" ".join(line.split()) for line in printed.splitlines()]
    return [line for line in shown.splitlines() if not any(all(part in one for part in parts(line)) for one in lines)]


def parts(line: str) -> list[str]:
    """Return what a line shows between its `…`."""
    return [" ".join(part.split()) for part in line.split("…")]


def test_the_readme_has_an_example_for_each_user() -> None:
    """Planner, researcher and analyst each find a command with its output."""
    assert len(EXAMPLES) >= 3
    assert all(example["output"].strip() for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["command"])
def test_the_readme_is_true(example: re.Match[str], built: tuple[Path, str]) -> None:
    """Each command of the README prints what the README shows."""
    assert [] == untrue(example["output"], run(example["command"], built[0]))


def test_the_readme_shows_what_make_prints(built: tuple[Path, str]) -> None:
    """The output of `make` is what the Makefile says, what the build prints and how many initiatives there are."""
    store, output = built
    said = (ROOT / "Makefile").read_text("utf-8").replace("$(BIN)", ".venv/bin")
    printed = [said, output.replace(str(store), ".samspil"), run("samspil query status_counts", store)]
    assert [] == untrue(README.split("$ make\n", 1)[1].split("```", 1)[0], "\n".join(printed))
