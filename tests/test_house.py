"""The direction of imports is checked, the check can fail, and the picture of the packages is the present one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs import draw_house

ROOT = Path(__file__).parent.parent
LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"


def lint_imports(tree: Path) -> subprocess.CompletedProcess:
    command = [LINT_IMPORTS, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path) -> Path:
    for folder in ("aemodels", "ui", "serve"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_run_downwards():
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("aemodels/errors.py", "from aemodels import registry", "aemodels.errors is not allowed to import"),
        ("aemodels/latent/scales.py", "from aemodels.figures import maps", "aemodels.latent is not allowed to import"),
        ("aemodels/datasets/tokens.py", "from aemodels.images import blobs", ""),
        ("aemodels/images/blobs.py", "from aemodels.baselines import linear", "No cycles are allowed in aemodels"),
        ("aemodels/specs.py", "import streamlit", "aemodels.specs -> streamlit"),
        ("ui/layout.py", "import torch", "ui.layout -> torch"),
        ("ui/components/tiles/__init__.py", "from ui import state", "ui.components is not allowed to import ui.state"),
    ],
)
def test_an_import_in_the_wrong_direction_is_found(copy, file, line, broken):
    source = (copy / file).read_text()
    (copy / file).write_text(f"{source}\n{line}\n")
    if "baselines" in line:  # closes a circle together with this one, which is allowed alone
        table = copy / "aemodels/baselines/linear.py"
        table.write_text(table.read_text() + "\nfrom aemodels.images import blobs\n")
    result = lint_imports(copy)
    assert (result.returncode == 0) == (not broken), result.stdout
    assert broken in " ".join(result.stdout.split())


def test_the_picture_shows_the_packages_as_they_are():
    assert draw_house.PICTURE.read_text() == draw_house.drawing(), "run `python -m docs.draw_house`"
