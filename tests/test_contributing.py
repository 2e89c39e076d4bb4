"""Whoever follows CONTRIBUTING.md word by word gets a variant and a page that are found everywhere."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch

ROOT = Path(__file__).parent.parent
FOLDERS = ("aemodels", "ui", "pages", "serve", "tests", "docs")
BLOCKS = re.findall(r"`([\w/]+\.py)`[^`]*```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(), re.DOTALL)
TRY_OUT = ("-m", "aemodels.train")
SHOW_FORMULAS = "from aemodels import registry; print(*sorted(registry.build('contractive').formulas()))"
SHOW_MENU_AND_TABLE = """
import json
from streamlit.testing.v1 import AppTest
from ui.pages import PAGES
app = AppTest.from_file("ui/frame.py", default_timeout=120).run()
print("shown:", [page.title for page in PAGES])
app.switch_page("../pages/9_reference/1_models.py").run()
assert not app.exception, app.exception
(league,) = [each.proto for each in app.get("bidi_component") if each.proto.component_name == "table"][:1]
print("shown:", [row[0] for row in json.loads(league.bytes[4:])["rows"]])
app.query_params["ink_unit"] = "pixels"
app.switch_page("../pages/2_see/9_darkness.py").run()
assert not app.exception, app.exception
print("shown:", app.metric[0].value)
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the tree with the two files of CONTRIBUTING.md, the variant trained by the command named there."""
    tree = tmp_path_factory.mktemp("copy")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tree / "checkpoints").mkdir()
    for path in (ROOT / "checkpoints").glob("deep_30d.*"):
        shutil.copy(path, tree / "checkpoints")
    for name in ("app.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tree)
    for name, source in BLOCKS:
        (tree / name).write_text(source)
    return tree


def run(tree: Path, *command: str, **more: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("AEMODELS_")} | more
    result = subprocess.run([sys.executable, *command], cwd=tree, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout + result.stderr


def test_the_guide_has_a_variant_and_a_page():
    assert [name for name, _ in BLOCKS] == [
        "aemodels/variants/narrow.py",
        "aemodels/variants/contractive.py",
        "pages/2_see/9_darkness.py",
    ]


def test_the_variant_is_trained_and_shown_and_the_page_stands_in_the_menu(copy):
    assert "published; mse ≤ 0.05 met on the test examples" in run(copy, "-m", "aemodels.train", "narrow")
    for suffix in ("safetensors", "json", "gallery.safetensors"):
        assert (copy / f"checkpoints/narrow.{suffix}").exists()
    printed = run(copy, "-c", SHOW_MENU_AND_TABLE).splitlines()
    titles, models, ink = (line for line in printed if line.startswith("shown:"))
    assert "Darkness" in titles
    assert "Narrow autoencoder (8-D)" in models
    assert ink.endswith("pixels")


@pytest.mark.long
def test_the_loss_of_its_own_is_trained_shown_and_does_what_it_is_for(copy, tmp_path):
    source = (copy / "aemodels/variants/contractive.py").read_text()
    assert "WEIGHT = 1.0" in source
    (copy / "aemodels/variants/free.py").write_text(source.replace("WEIGHT = 1.0", "WEIGHT = 0.0"))
    folder = str(tmp_path)
    try:
        printed = run(copy, *TRY_OUT, "contractive", "free", "--validate", "--fresh", AEMODELS_CHECKPOINTS=folder)
    finally:
        (copy / "aemodels/variants/free.py").unlink()
    jacobian, free_jacobian = map(
        float, re.findall(r"squared_jacobian .* on the validation examples \((.*)\)", printed)
    )
    assert jacobian < free_jacobian / 10
    assert "contractive: mse ≤ 0.012 met on the validation examples" in printed
    assert "contractive: squared_jacobian ≤ 12 met on the validation examples" in printed
    history = torch.load(tmp_path / "runs/contractive.pt", weights_only=True)["state"]["history"]
    terms = {"reconstruction", "contraction"}
    assert all(entry["train"].keys() == entry["validation"].keys() == terms for entry in history)
    assert run(copy, "-c", SHOW_FORMULAS).split() == sorted(terms)
    assert not list((copy / "checkpoints").glob("contractive*"))


def test_the_tests_find_both(copy):
    collected = run(copy, "-m", "pytest", "--collect-only", "-q", "tests/test_variants.py", "tests/test_pages.py")
    assert "[narrow]" in collected
    assert "darkness" in collected
