"""What the repository must not hold, and what must agree between its files."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LARGEST_FILE = 3_000_000  # bytes

# Folders that stand at the top of a developer's machine, never in a reader's.
MACHINE_PATH = re.compile(r"(?<![\w.~}-])/(?:work|root|home|tmp|Users)/[\w.]")

# Where packages come from is the installer's affair: a pinned version is all that is said here.
REGISTRIES = "|".join(
    rf"{name}\.{end}"
    for name, end in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("download", "pytorch"),
        ("registry", "npmjs"),
        ("deb", "debian"),
    )
)
REGISTRY = re.compile(rf"{REGISTRIES}|index[-_]url\W{{1,4}}(?:https?|file)://", re.IGNORECASE)


def tracked_files() -> list[Path]:
    """Give the files under version control; in an exported folder, every file not hidden."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
        found = [ROOT / name for name in done.stdout.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        shown = (p for p in ROOT.iterdir() if not p.name.startswith("."))
        found = [p for top in shown for p in ((top,) if top.is_file() else top.rglob("*"))]
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def text_of(path: Path) -> str:
    """Give a text file's words, and nothing for one that is not text."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


def lines_with(pattern: re.Pattern[str], text: str) -> list[str]:
    return [line.strip()[:120] for line in text.splitlines() if pattern.search(line)]


def targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z]+):(?!=)", makefile, re.MULTILINE))


def commands(page: str) -> set[str]:
    """Give the make commands that a page tells its reader to run."""
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", page, re.DOTALL))
    return set(re.findall(r"(?<![\w-])make ([a-z]+)", code))


def normal(name: str) -> str:
    """Give a package's name in the form in which names are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lines: list[str]) -> dict[str, str]:
    """Give each pinned package's version by its name."""
    found = (re.match(r"([\w.-]+)(?:\[.*\])?==([\w.!]+)", line) for line in lines)
    return {normal(pin[1]): pin[2] for pin in found if pin}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.relative_to(ROOT).as_posix(): text_of(path) for path in tracked_files()}


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry"])
def test_nothing_names_a_machine_or_a_registry(
    pattern: re.Pattern[str], texts: dict[str, str]
) -> None:
    assert texts
    named = {name: lines_with(pattern, text) for name, text in texts.items()}
    assert {name: lines for name, lines in named.items() if lines} == {}


def test_no_file_is_large() -> None:
    sizes = {path.relative_to(ROOT).as_posix(): path.stat().st_size for path in tracked_files()}
    assert {name: size for name, size in sizes.items() if size > LARGEST_FILE} == {}


def test_every_make_command_that_a_page_names_exists(texts: dict[str, str]) -> None:
    known = targets(texts["Makefile"])
    named = {name: commands(text) for name, text in texts.items() if name.endswith(".md")}
    assert {"install", "chat", "ask", "test", "eval", "help"} <= named["README.md"]
    assert {name: found - known for name, found in named.items() if found - known} == {}


def test_every_make_command_is_in_its_help(texts: dict[str, str]) -> None:
    shown = set(re.findall(r"^([a-z]+):.*## \S", texts["Makefile"], re.MULTILINE))
    assert targets(texts["Makefile"]) - shown == {"chromium"}  # a step of `make test`


def test_every_requirement_is_pinned_alike(texts: dict[str, str]) -> None:
    lines = texts["constraints.txt"].splitlines()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!]+", line)] == []
    project = tomllib.loads(texts["pyproject.toml"])["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(line for extra in extras for line in extra)]
    assert [line for line in wanted if "==" not in line] == []
    assert pins(wanted).items() - pins(lines).items() == set()


def test_the_catalogue_and_the_documents_agree() -> None:
    catalogue = tomllib.loads((ROOT / "corpus" / "catalog.toml").read_text("utf-8"))
    assert set(catalogue) == {path.name for path in (ROOT / "corpus").glob("*.pdf")}
    wanted = {"title", "organisation", "kind", "date", "as_of", "aliases"}
    assert {name for name, entry in catalogue.items() if wanted - set(entry)} == set()


@pytest.mark.parametrize(
    ("pattern", "folder", "seen"),
    [
        (MACHINE_PATH, "see {}/main", True),
        (MACHINE_PATH, "`{}/x.pdf`", True),
        (MACHINE_PATH, "path={}/.cache", True),
        (MACHINE_PATH, "https://example.org{}/page", False),
        (MACHINE_PATH, "docs{}/page", False),
        (MACHINE_PATH, "the {} folder", False),
    ],
)
@pytest.mark.parametrize("name", ["work", "root", "home", "tmp"])
def test_a_machine_path_is_seen(
    pattern: re.Pattern[str], folder: str, seen: bool, name: str
) -> None:
    assert bool(pattern.search(folder.format(f"/{name}"))) is seen


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("files." + "pythonhosted" + ".org", True),
        ("--extra-" + "index-url" + " https://mirror.example/simple", True),
        ("PIP_EXTRA_" + "INDEX_URL" + "=file://x", True),
        ("set PIP_EXTRA_INDEX_URL to that address", False),
        ("chromadb==1.5.9", False),
    ],
)
def test_a_registry_is_seen(line: str, seen: bool) -> None:
    assert bool(REGISTRY.search(line)) is seen
