"""The script that repeats a training of the page in PyTorch: it runs as it stands, and loses what the page loses."""

import ast
import runpy
import subprocess
import sys
import zipfile
from itertools import product
from pathlib import Path

import pytest

from tests.support.node import computed
from ui.sections.train_one import sheets

STEPS = 100
MOST_LINES, WIDEST = 60, 120
PRESETS = ("readable", "pca", "plane", "dies", "collapses", "memorises")
SMALL = {"widths": [32], "code": 8}
MORE = {
    "tied": {"network": "tied"},
    "convolutional": {"network": "convolutional", "activation": "tanh"},
    "sparse_l1": {"kind": "sparse_l1", "weight": 0.5, "optimiser": "sgd", "rate": 0.01},
    "sparse_kl": {"kind": "sparse_kl", "optimiser": "momentum", "rate": 0.002, "loss": "mse"},
    "tied_variational": {"network": "tied", "kind": "variational"},
    "masking": {"kind": "denoising", "amount": 0.3},
    "salt_and_pepper": {"kind": "denoising", "corruption": "salt_and_pepper", "amount": 0.3},
    "gaussian": {"kind": "denoising", "corruption": "gaussian", "amount": 0.3},
}
RANDOM = {"masking": 0.03, "salt_and_pepper": 0.03, "gaussian": 0.03}
"""How far held-out losses may be apart where both draw noise of their own for held-out pictures, too."""
WRITTEN = [
    {"network": network, "widths": [512, 256, 128, 64], "kind": kind, "corruption": "salt_and_pepper", "rate": 1e-5}
    for network, kind in product(
        ("dense", "convolutional", "tied"), ("plain", "denoising", "sparse_l1", "sparse_kl", "variational")
    )
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("script")


@pytest.fixture(scope="module")
def in_the_page(folder) -> dict:
    """What the page's modules make of all runs."""
    (folder / "sheet").write_bytes(sheets.find("digits").message)
    more = {name: SMALL | settings for name, settings in MORE.items()}
    cases = {"sheet": str(folder / "sheet"), "folder": str(folder), "more": more, "steps": STEPS, "written": WRITTEN}
    return computed("script", cases, folder)


def unpacked(folder: Path, name: str) -> Path:
    with zipfile.ZipFile(folder / f"{name}.zip") as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["train_one.py", "start.safetensors"]
        opened.extractall(folder / name)
    return folder / name / "train_one.py"


def agrees(printed: str, held: dict, within: float = 0.02) -> None:
    """Hold the last line that a script printed against what the page lost."""
    step, terms = printed.splitlines()[-1].split(" ", 1)
    assert step == str(STEPS)
    terms = ast.literal_eval(terms)
    assert terms.keys() == held.keys() - {"total", "mse"}
    assert sum(terms.values()) == pytest.approx(held["total"], rel=within)
    assert terms["reconstruction"] == pytest.approx(held["reconstruction"], rel=within)


def test_every_preset_is_here(in_the_page):
    assert tuple(in_the_page["runs"]) == (*PRESETS, *MORE)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_script_of_a_preset_runs_as_it_stands_and_agrees_with_the_page(preset, in_the_page, folder, tmp_path):
    path = unpacked(folder, preset)
    run = subprocess.run([sys.executable, path, str(STEPS)], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    agrees(run.stdout, in_the_page["runs"][preset])


@pytest.mark.parametrize("name", MORE)
def test_other_settings_agree_too(name, in_the_page, folder, monkeypatch, capsys):
    path = unpacked(folder, name)
    monkeypatch.setattr(sys, "argv", [str(path), str(STEPS)])
    runpy.run_path(str(path))
    agrees(capsys.readouterr().out, in_the_page["runs"][name], RANDOM.get(name, 0.02))


@pytest.mark.parametrize("index", range(len(WRITTEN)), ids=lambda at: "{network} {kind}".format(**WRITTEN[at]))
def test_a_script_is_short_and_clean(index, in_the_page, tmp_path):
    text = in_the_page["scripts"][index]
    assert len(text.splitlines()) <= MOST_LINES
    (tmp_path / "train_one.py").write_text(text)
    words = ("-m", "ruff", "check", "--isolated", "--select", "E,F,I,B", "--line-length", str(WIDEST), "train_one.py")
    run = subprocess.run([sys.executable, *words], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
