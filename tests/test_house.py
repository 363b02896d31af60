"""The bounds of the house, as docs/decisions/0001-the-house.md gives them. training/ and benchmarks/ stand outside."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import quantiles

import lagebild

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "lagebild"
MODULES = sorted(SOURCE.rglob("*.py"))

BANNED = frozenset("model data item info process handle manager service util utils helper helpers base common core misc".split())
HEAVY = frozenset("geographiclib jinja2 msgspec numpy onnxruntime rich sqlite3 tokenizers typer".split())
LAZY = {SOURCE / "__init__.py"}  # may ask for a module by name
COMMANDS = set((SOURCE / "cli").glob("*.py"))  # may import what one command needs inside that command

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf8"))


def where(module: Path, node: ast.AST | None = None) -> str:
    return f"{module.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}" if node else str(module.relative_to(ROOT))


def functions() -> Iterator[tuple[int, str]]:
    """Lines and place of every function, decorators left out."""
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, Function):
                yield (node.end_lineno or node.lineno) - node.lineno + 1, f"{where(module, node)} {node.name}"


def modules() -> list[tuple[int, str]]:
    return [(len(module.read_text("utf8").splitlines()), where(module)) for module in MODULES]


def over(bound: int, measured: list[tuple[int, str]]) -> str:
    return ", ".join(f"{place} ({lines})" for lines, place in sorted(measured, reverse=True) if lines > bound)


def ninetieth(measured: list[tuple[int, str]]) -> float:
    return quantiles([lines for lines, _ in measured], n=10, method="inclusive")[8]


def test_functions_are_short() -> None:
    measured = list(functions())
    assert ninetieth(measured) <= 25, f"one function in ten is over 25 lines: {over(25, measured)}"
    assert max(measured)[0] <= 50, f"over 50 lines: {over(50, measured)}"


def test_modules_are_short() -> None:
    measured = modules()
    assert ninetieth(measured) <= 150, f"one module in ten is over 150 lines: {over(150, measured)}"
    assert max(measured)[0] <= 350, f"over 350 lines: {over(350, measured)}"


def test_names_are_of_the_newsroom() -> None:
    named = [(path.stem, where(path)) for path in MODULES]
    named += [(path.parent.name, where(path.parent)) for path in MODULES if path.name == "__init__.py"]
    named += [(node.name, where(path, node)) for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, Function | ast.ClassDef)]
    words = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
    banned = [f"{place} {name}" for name, place in named if BANNED & {word.lower() for word in words.findall(name)}]
    assert not banned, f"say what it is instead: {', '.join(banned)}"


def test_modules_say_what_they_are() -> None:
    silent = [where(module) for module in MODULES if tree(module).body and not ast.get_docstring(tree(module))]
    assert not silent, f"no docstring: {', '.join(silent)}"


def test_no_import_hides() -> None:
    """TYPE_CHECKING, an import inside a function and an import by name are layer errors that no linter of layers sees."""
    hidden = [
        where(module, node)
        for module in MODULES
        for node in ast.walk(tree(module))
        if (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING")
        or (isinstance(node, ast.Name) and node.id in ("import_module", "__import__") and module not in LAZY)
        or (isinstance(node, Function) and module not in COMMANDS and any(isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node)))
    ]
    assert not hidden, f"hidden imports: {', '.join(hidden)}"


def test_domain_needs_the_standard_library_alone() -> None:
    allowed = sys.stdlib_module_names | {"lagebild.domain"}
    foreign = [
        f"{where(module, node)} {name}"
        for module in MODULES
        if SOURCE / "domain" in module.parents
        for node in ast.walk(tree(module))
        for name in imported(node)
        if not any(name == one or name.startswith(f"{one}.") for one in allowed)
    ]
    assert not foreign, f"the domain imports {', '.join(foreign)}"


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_public_names_are_few_and_typed() -> None:
    typed = next(node.value for node in ast.parse((SOURCE / "__init__.pyi").read_text("utf8")).body if isinstance(node, ast.Assign))
    assert sorted(ast.literal_eval(typed)) == dir(lagebild)
    assert len(dir(lagebild)) <= 12
    for name in dir(lagebild):
        assert getattr(lagebild, name), name


def test_importing_is_quick_and_pulls_in_nothing() -> None:
    script = "import sys, time; start = time.perf_counter(); import lagebild; print(time.perf_counter() - start, *sys.modules)"
    runs = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split() for _ in range(3)]  # noqa: S603  our own interpreter
    pulled = {name for name in runs[0][1:] if name.partition(".")[0] in HEAVY or name.startswith("lagebild.")}
    assert not pulled, f"import lagebild pulls in {', '.join(sorted(pulled))}"
    assert min(float(run[0]) for run in runs) < 0.1


def test_no_file_names_a_place_on_a_machine() -> None:
    """Sources, documents and weights alike: exported networks like to remember the folder that they were made in."""
    place = re.compile(rb"(?<![\w.:/~-])/(?:work|tmp|root|home|Users)/[^\s)]*")
    found = [f"{where(path)}: {match[0][:60]!r}" for path in kept_files() for match in place.finditer(path.read_bytes())]
    assert not found, ", ".join(found)


def kept_files() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and not any(part in ("__pycache__", "build", "dist") or (part.startswith(".") and part != ".ci") for part in parts):
            yield path


def test_lock_is_of_this_project_and_of_the_public_index_alone() -> None:
    text = (ROOT / "uv.lock").read_text("utf8")
    hosts = set(re.findall(r"https?://([^/\"]+)", text))
    assert len(hosts) == 2, f"the lock file names more than the default public index and its files: {sorted(hosts)}"
    assert "http://" not in text
    locked = next(package for package in tomllib.loads(text)["package"] if package["name"] == "lagebild")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))
    assert locked["version"] == wanted["project"]["version"]
    assert sorted(f"{one['name']}{one.get('specifier', '')}" for one in locked["metadata"]["requires-dist"]) == sorted(wanted["project"]["dependencies"])
    groups = locked["metadata"]["requires-dev"]["dev"]
    assert sorted(f"{one['name']}{one.get('specifier', '')}" for one in groups) == sorted(re.sub(r"\[.*\]", "", one) for one in wanted["dependency-groups"]["dev"])
