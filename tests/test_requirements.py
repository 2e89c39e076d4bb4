"""Dependencies are declared in pyproject.toml; the requirements files pin each of them, within its bounds."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
FILES = {
    "requirements.txt": [*PROJECT["dependencies"], *EXTRAS["app"]],
    "requirements-train.txt": EXTRAS["train"],
    "requirements-dev.txt": EXTRAS["dev"],
    "requirements-audit.txt": EXTRAS["audit"],
}
MODULES = {"scikit-learn": "sklearn", "scikit-image": "skimage", "pillow": "PIL", "umap-learn": "umap"}


def declared(lines: list[str]) -> dict[str, Requirement]:
    """Requirements by name, without the project's own extras."""
    found = {Requirement(line).name.lower(): Requirement(line) for line in lines}
    return {name: requirement for name, requirement in found.items() if name != "aemodels"}


def pinned(file: str) -> dict[str, str]:
    """Versions by name that installing a requirements file gives, those of the file that it includes among them."""
    versions = {}
    for line in (ROOT / file).read_text().splitlines():
        included = re.fullmatch(r"-r (\S+)", line)
        if included:
            versions |= pinned(included[1])
        else:
            name, version = line.partition(";")[0].split("==")
            versions[name.lower()] = version
    return versions


def imported(folder: str) -> set[str]:
    """Top-level modules from elsewhere that the files of a folder import anywhere."""
    found = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            found |= {name.partition(".")[0] for name in names}
    return found - set(sys.stdlib_module_names) - {"aemodels"}


@pytest.mark.parametrize("file", FILES)
def test_a_file_pins_what_is_declared_and_nothing_else(file):
    before = {"requirements-train.txt": "requirements.txt", "requirements-dev.txt": "requirements-train.txt"}
    included = set(pinned(before[file])) if file in before else set()
    assert set(pinned(file)) - included == set(declared(FILES[file])) - included


@pytest.mark.parametrize("file", FILES)
def test_every_pin_is_within_its_bound(file):
    versions = pinned(file)
    outside = [name for name, bound in declared(FILES[file]).items() if not bound.specifier.contains(versions[name])]
    assert outside == []


def test_bounds_leave_room_above():
    bounds = [line for lines in (PROJECT["dependencies"], *EXTRAS.values()) for line in lines if ">=" in line]
    assert [line for line in bounds if {spec.operator for spec in Requirement(line).specifier} != {">="}] == []


def test_the_library_and_its_extras_declare_all_that_it_imports():
    everything = declared([*PROJECT["dependencies"], *EXTRAS["app"], *EXTRAS["train"]])
    assert imported("aemodels") <= {MODULES.get(name, requirement.name) for name, requirement in everything.items()}


def test_the_core_does_without_what_only_the_app_or_training_needs():
    extra = {"streamlit", "plotly", "accelerate", "umap-learn", "opentsne", "torchvision", "scikit-image"}
    assert not extra & set(declared(PROJECT["dependencies"]))
    assert extra <= set(declared([*EXTRAS["app"], *EXTRAS["train"]]))
