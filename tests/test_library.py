"""The library without the app: built by the commands that the README names, installed and used elsewhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from aemodels import __version__, folders, registry

ROOT = Path(__file__).parent.parent
MOST_BYTES = 60_000_000
ONLY_THE_APP_OR_TRAINING = ("streamlit", "plotly", "accelerate", "umap", "openTSNE", "torchvision", "skimage")
USE = f"""
import sys
sys.modules.update(dict.fromkeys({ONLY_THE_APP_OR_TRAINING}))
import numpy as np
import aemodels
from aemodels import datasets, folders
from aemodels.checkpoints import cards
print(aemodels.__file__, aemodels.__version__)
photo = np.full((90, 120), 200, np.uint8)
photo[20:70, 50:56] = 40
image = aemodels.images.normalise(photo).image
print(folders.data().resolve(), folders.runs().resolve(), sep="\\n")
for name in ("simple", "vae_2d", "conv"):
    print(aemodels.reconstruct(name, image[None]).shape)
print(aemodels.rebuild_sentences("sentence_words", "Oil prices rose last week.")[0].rebuilt)
print(len(cards.trained()))
"""
pytestmark = pytest.mark.slow


def make(target: str, **variables: object) -> None:
    """Run a target of the Makefile with this Python, without installing anything."""
    words = [f"{key}={value}" for key, value in {"BIN": Path(sys.executable).parent, **variables}.items()]
    command = ["make", "--silent", "--old-file", ".venv/dev", target, *words]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr


def pip(*words: object) -> None:
    command = [sys.executable, "-m", "pip", *map(str, words), "--quiet", "--no-deps", "--no-index"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def run(folder: Path, library: Path, *words: object, **variables: object) -> subprocess.CompletedProcess:
    """Run Python in a folder, with a library that was installed there and without this project's own variables."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("AEMODELS_", "PYTHON"))}
    environment = inherited | {"PYTHONPATH": str(library)} | {key: str(value) for key, value in variables.items()}
    command = [sys.executable, *map(str, words)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel with weights."""
    dist = tmp_path_factory.mktemp("dist")
    make("wheel", DIST=dist)
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def library(wheel, tmp_path_factory) -> Path:
    """A folder of libraries with the one that has weights."""
    target = tmp_path_factory.mktemp("library")
    pip("install", wheel, "--target", target)
    return target


@pytest.fixture(scope="module")
def bare_library(tmp_path_factory) -> Path:
    """A folder of libraries as `pip install .` fills it: without weights."""
    target = tmp_path_factory.mktemp("bare")
    pip("install", ROOT, "--no-build-isolation", "--target", target)
    return target


def test_the_wheel_has_the_weights_but_neither_galleries_nor_the_app(wheel):
    files = set(zipfile.ZipFile(wheel).namelist())
    assert {name.partition("/")[0] for name in files} == {"aemodels", f"aemodels-{__version__}.dist-info"}
    packed = {Path(name).name for name in files if name.startswith("aemodels/_checkpoints/")}
    assert packed == {path.name for path in (ROOT / "checkpoints").iterdir() if ".gallery." not in path.name}
    assert "aemodels/py.typed" in files
    assert wheel.stat().st_size <= MOST_BYTES


def test_with_weights_inside_it_works_anywhere_with_the_core_alone(library, tmp_path):
    used = run(tmp_path, library, "-c", USE)
    assert used.returncode == 0, used.stderr
    first, data, runs, *shapes, words, trained = used.stdout.splitlines()
    assert first == f"{library / 'aemodels/__init__.py'} {__version__}"
    assert (data, runs) == (str(tmp_path / "data"), str(tmp_path / "runs"))
    assert shapes == ["(1, 28, 28)"] * 3
    assert words == "('oil', 'prices', 'rose', 'last', 'week', '.')"
    assert int(trained) == len(registry.names())


def test_without_weights_it_says_where_it_looks_for_them(bare_library, tmp_path):
    assert not (bare_library / "aemodels/_checkpoints").exists()
    encode = "import aemodels, numpy; print(aemodels.encode('simple', numpy.zeros((1, 28, 28))).shape)"
    refused = run(tmp_path, bare_library, "-c", encode)
    assert "There is no checkpoint of “simple”. Set AEMODELS_CHECKPOINTS to the folder that holds" in refused.stderr
    encoded = run(tmp_path, bare_library, "-c", encode, AEMODELS_CHECKPOINTS=folders.checkpoints().resolve())
    assert encoded.stdout == "(1, 32)\n", encoded.stderr


def test_the_command_is_installed_and_leaves_the_weights_inside_alone(library, tmp_path):
    shown = run(tmp_path, library, library / "bin/aemodels", "--version")
    assert shown.stdout == f"aemodels {__version__}\n"
    trained = run(tmp_path, library, library / "bin/aemodels", "train", "simple")
    assert trained.returncode == 1
    assert "Set AEMODELS_CHECKPOINTS" in trained.stderr


def test_a_foreign_project_around_the_library_is_no_clone(bare_library, tmp_path):
    (bare_library / "pyproject.toml").write_text('[project]\nname = "other"\ndependencies = ["aemodels"]\n')
    script = "from aemodels import folders; print(folders.IN_CLONE, folders.runs(), folders.checkpoints())"
    asked = run(tmp_path, bare_library, "-c", script)
    assert asked.stdout == "False checkpoints/runs checkpoints\n", asked.stderr


def test_an_editable_installation_gives_the_clone_and_nothing_but_the_library(tmp_path):
    build = f"from hatchling.build import build_editable; build_editable({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    pip("install", next(tmp_path.glob("*.whl")), "--target", tmp_path / "library")
    script = (
        f"import site; site.addsitedir({str(tmp_path / 'library')!r}); import importlib.util as found, aemodels;"
        "from aemodels import folders;"
        "print(aemodels.__file__, folders.checkpoints(), *map(found.find_spec, ('ui', 'pages', 'tests', 'benchmarks')))"
    )
    asked = run(tmp_path, tmp_path / "nothing", "-c", script)
    assert asked.stdout.split() == [str(ROOT / "aemodels/__init__.py"), str(ROOT / "checkpoints"), *["None"] * 4]


def test_the_reference_shows_every_function_of_the_door(tmp_path):
    make("docs", API=tmp_path, DOCUMENTED="aemodels.errors")
    page = (tmp_path / "aemodels.html").read_text()
    assert all(f'id="{name}"' in page for name in ("encode", "decode", "reconstruct", "rebuild_sentences"))
    assert "BadInput" in (tmp_path / "aemodels/errors.html").read_text()
