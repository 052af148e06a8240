"""Print docs/spec/: what the rules do, as the tests under tests/spec say it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.pages import ROOT, cell, keep

SPEC = ROOT / "tests" / "spec"
HEAD = "Printed from `tests/spec/{name}` by `make docs`. Every row and sentence is a test: `make test`.\n"


def pages() -> dict[str, str]:
    """One page a slice, by its path; an index beside them."""
    slices = sorted(folder for folder in SPEC.iterdir() if any(folder.glob("test_*.py")))
    made = {f"docs/spec/{folder.name}.md": "".join(_slice(folder)) for folder in slices}
    listed = "".join(f"- [{folder.name}]({folder.name}.md)\n" for folder in slices)
    return {"docs/spec/README.md": f"# What the rules do\n\nOne page a slice.\n\n{listed}", **made}


def _slice(folder: Path) -> Iterator[str]:
    yield f"# {folder.name.capitalize()}\n\n{HEAD.format(name=folder.name)}"
    for path in sorted(folder.glob("test_*.py")):
        tree = ast.parse(path.read_text())
        heading, _, rest = (ast.get_docstring(tree) or path.stem.removeprefix("test_")).partition("\n")
        yield f"\n## {heading}\n" + (f"\n{rest.strip()}\n" if rest.strip() else "")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield from _test(node)


def _test(node: ast.FunctionDef) -> Iterator[str]:
    sentence = node.name.removeprefix("test_").replace("_", " ")
    yield f"\n**{sentence[:1].upper()}{sentence[1:]}.**"
    said = ast.get_docstring(node)
    yield f" {' '.join(said.split())}\n" if said else "\n"
    for decorator in node.decorator_list:
        match decorator:
            case ast.Call(func=ast.Name(id="table"), args=[ast.Constant(value=str(text)), *_]):
                yield "\n" + _drawn(text)


def _drawn(text: str) -> str:
    """A table as drawn in a test, as Markdown."""
    lines = [line for line in text.splitlines() if line.strip(" -|")]
    rows = [[cell(part.strip()) for part in line.split("|")] for line in lines]
    drawn = [f"| {' | '.join(row)} |\n" for row in rows]
    return "".join((drawn[0], "|---" * len(rows[0]) + "|\n", *drawn[1:]))


if __name__ == "__main__":
    sys.exit(keep(pages(), sys.argv[1:], folder="docs/spec"))
