"""The shape of the code: which way imports point, and the one place of each third-party part."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]

# What each package may import of the others.
MAY_IMPORT = {
    "ingest": (),
    "assistant": ("ingest",),
    "evals": ("assistant", "ingest"),
    "ui": ("evals", "assistant", "ingest"),
}

# Where a third-party part may be imported. A part that stands in neither table has one module.
PLACES = {
    "chromadb": ("ingest/index.py",),
    "pypdf": ("ingest/readers/pdf/*.py", "evals/pages.py"),  # there as an independent check
    "pdfplumber": ("ingest/readers/pdf/*.py",),
    "lxml": ("ingest/readers/html/*.py", "ingest/readers/docx/*.py"),
    "markdown_it": ("ingest/readers/markdown.py",),
    "pypdfium2": ("ui/*",),
    "sentence_transformers": ("ingest/embed.py",),
    "torch": ("ingest/embed.py",),
    "bm25s": ("ingest/lexical.py",),
    "Stemmer": ("ingest/lexical.py",),
    "onnxruntime": ("ingest/onnx_model.py",),
    "tokenizers": ("ingest/onnx_model.py",),
    "llama_index": (
        "ingest/passages.py",
        "assistant/interop.py",
        "assistant/writing/writer.py",
        "evals/peers.py",
    ),
    "streamlit": ("ui/*",),
    "typer": ("ui/*",),
    "rich": ("ui/*",),
}
ANYWHERE = {"numpy", "rapidfuzz"}

VAGUE_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "managers"}
LONGEST_MODULE = 400


class Import(NamedTuple):
    """A line that imports: the module it stands in, and the package whose name comes first."""

    module: str
    line: int
    package: str


def imports_of(module: str, source: str) -> Iterator[Import]:
    """Find every import, those within functions and those by name included."""
    for node in ast.walk(ast.parse(source)):
        for name in imported_names(node):
            yield Import(module, getattr(node, "lineno", 0), name.split(".")[0])


def imported_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module]
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        called = ast.unparse(node.func).rsplit(".", 1)[-1]
        named = node.args[0].value
        return [str(named)] if called in {"import_module", "__import__"} else []
    return []


def wrong_ways(imports: list[Import]) -> list[Import]:
    """Give the imports of a package that the importing one may not know, `tests` included."""
    return [
        found
        for found in imports
        if found.package in {*MAY_IMPORT, "tests"}
        and found.package not in (owner := found.module.split("/")[0], *MAY_IMPORT[owner])
    ]


def misplaced(imports: list[Import]) -> list[str]:
    """Give the third-party imports that stand outside their place."""
    third_party = [i for i in imports if i.package not in {*sys.stdlib_module_names, *MAY_IMPORT}]
    modules = defaultdict(set)
    for found in third_party:
        modules[found.package].add(found.module)
    wrong = [
        f"{i.module}:{i.line} imports {i.package}, whose place is {', '.join(PLACES[i.package])}"
        for i in third_party
        if i.package in PLACES and not any(fnmatch(i.module, p) for p in PLACES[i.package])
    ]
    return wrong + [
        f"{package} is imported in {', '.join(sorted(found))}: keep one, or give it its PLACES"
        for package, found in sorted(modules.items())
        if len(found) > 1 and package not in {*PLACES, *ANYWHERE}
    ]


def part_of(module: str) -> str:
    """Give the part of the program that a module belongs to: its folder, or itself at the top."""
    return "/".join(module.removesuffix(".py").split("/")[:2])


def part_imports(modules: dict[str, str]) -> dict[str, set[str]]:
    """Give the parts that each part imports; names a package is asked for may be its modules."""
    graph: dict[str, set[str]] = defaultdict(set)
    for module, source in modules.items():
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.ImportFrom) or not node.module or node.level:
                continue
            within = node.module.replace(".", "/")
            asked = [f"{within}/{alias.name}" for alias in node.names]
            held = [a for a in asked if f"{a}.py" in modules] or [within]
            graph[part_of(module)] |= {part_of(h) for h in held} - {part_of(module)}
    return graph


def comparable(name: str) -> str:
    """Give a package's name in the form in which names are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def modules() -> dict[str, str]:
    """The source of each module of the four packages, by its path."""
    paths = (path for package in MAY_IMPORT for path in sorted((ROOT / package).rglob("*.py")))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


@pytest.fixture(scope="module")
def imports(modules: dict[str, str]) -> list[Import]:
    return [found for module, source in modules.items() for found in imports_of(module, source)]


def test_imports_point_one_way(imports: list[Import]) -> None:
    assert imports
    assert wrong_ways(imports) == []


def test_folders_import_one_way(modules: dict[str, str]) -> None:
    graph = part_imports(modules)
    assert "ingest/wording" in graph["ingest/rows"]
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("assistant/wording") < order.index("assistant/prose")


def test_a_circle_of_folders_is_seen() -> None:
    there = "from ingest.rows.cards import as_rows"
    back = "from ingest.items import nouns"
    circle = {"ingest/items/nouns.py": there, "ingest/rows/cards.py": back}
    with pytest.raises(CycleError):
        TopologicalSorter(part_imports(circle)).prepare()


def test_every_folder_stands_in_the_contributors_table(modules: dict[str, str]) -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    folders = {part_of(module) for module in modules if module.count("/") > 1}
    assert folders
    assert {folder for folder in folders if f"`{folder}/`" not in table} == set()


def test_each_third_party_part_has_its_place(imports: list[Import]) -> None:
    assert misplaced(imports) == []


def test_each_third_party_part_is_a_requirement(imports: list[Import]) -> None:
    lines = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    required = {comparable(line.split("==")[0]) for line in lines}
    providers = packages_distributions()
    named = {i.package for i in imports} - {*sys.stdlib_module_names, *MAY_IMPORT}
    assert named
    assert {n for n in named if not required & {*map(comparable, providers.get(n, ()))}} == set()


def test_names_say_what_a_module_is_for(modules: dict[str, str]) -> None:
    assert [m for m in modules if VAGUE_NAMES & set(Path(m).with_suffix("").parts)] == []


def test_modules_stay_short(modules: dict[str, str]) -> None:
    lengths = {module: source.count("\n") for module, source in modules.items()}
    assert {m: n for m, n in lengths.items() if n > LONGEST_MODULE} == {}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ingest/index.py", "from assistant.types import Answer"),
        ("ingest/index.py", "def f():\n    import ui.cli"),
        ("assistant/answer.py", "import evals"),
        ("assistant/answer.py", "if True:\n    from ui import view"),
        ("evals/report.py", "import numpy, ui.view"),
        ("ui/cli.py", "from tests.data import x"),
        ("ingest/index.py", "importlib.import_module('assistant.types')"),
    ],
)
def test_a_wrong_way_is_seen(module: str, source: str) -> None:
    assert len(wrong_ways(list(imports_of(module, source)))) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ui/app.py", "import chromadb"),
        ("ingest/readers/docx/reader.py", "from pypdf import PdfReader"),
        ("ingest/embed_fast.py", "def f():\n    import torch.nn"),
        ("evals/peers.py", "import streamlit"),
        ("ui/app.py", "from llama_index.core import Document"),
        ("assistant/retrieval/rerank.py", "import_module('onnxruntime')"),
    ],
)
def test_a_misplaced_part_is_seen(module: str, source: str) -> None:
    assert len(misplaced(list(imports_of(module, source)))) == 1


def test_a_part_without_a_place_has_one_module() -> None:
    once = list(imports_of("evals/peers.py", "import tantivy"))
    assert misplaced(once) == []
    assert len(misplaced([*once, *imports_of("evals/bench.py", "import tantivy")])) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ui/cli.py", "import typer\nfrom assistant.types import Answer\nimport evals.report"),
        ("ingest/readers/pdf/tables.py", "import pdfplumber"),
        ("assistant/answer.py", "import numpy as np\nfrom . import ui\nimport json"),
    ],
)
def test_what_is_allowed_passes(module: str, source: str) -> None:
    found = list(imports_of(module, source))
    assert (wrong_ways(found), misplaced(found)) == ([], [])
