"""Every example in a docstring of the library runs, and so does the one in the README."""

import doctest
import importlib
import io
import pkgutil
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import aemodels
from aemodels import datasets, inference
from aemodels.images import normalise
from aemodels.sentences.inference import rebuild

README = Path(__file__).parent.parent / "README.md"
MODULES = ["aemodels", *(found.name for found in pkgutil.walk_packages(aemodels.__path__, "aemodels."))]
SHOWN_ELSEWHERE = {"images", "Spec", "cloud_points", "learn_plane"}
"""Names of the door that its examples leave out: no functions, or slow."""


def examples() -> list[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    modules = [importlib.import_module(name) for name in MODULES if not name.endswith("__main__")]
    return [test for module in modules for test in finder.find(module) if test.examples]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_an_example_runs_as_printed(example):
    said = io.StringIO()
    result = doctest.DocTestRunner().run(example, out=said.write)
    assert not result.failed, said.getvalue()


def test_the_door_shows_everything_that_it_offers():
    assert all(f"aemodels.{name}(" in aemodels.__doc__ for name in set(aemodels.__all__) - SHOWN_ELSEWHERE)


@pytest.mark.parametrize(
    "function", [inference.encode, inference.decode, inference.reconstruct, inference.posterior, normalise, rebuild]
)
def test_what_is_used_most_has_an_example_of_its_own(function):
    assert doctest.DocTestParser().get_examples(function.__doc__)


def test_the_readmes_python_runs(tmp_path, monkeypatch):
    (block,) = re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL)
    digit = np.kron(255 - 255 * datasets.bundled_digits().images[0], np.ones((8, 8))).astype(np.uint8)
    Image.fromarray(digit).save(tmp_path / "photo.jpg")
    monkeypatch.chdir(tmp_path)
    names = {}
    exec(compile(block, "README.md", "exec"), names)
    assert names["code"].shape == (1, 2)
    assert names["x_hat"].shape == (1, 28, 28)
