"""The command `aemodels`, and what commands say when they cannot do their work."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import aemodels
from aemodels import __main__ as cli
from aemodels import datasets
from aemodels.experiments import anomaly_detection, few_labels

ROOT = Path(__file__).parent.parent
NOBODY = "http://127.0.0.1:9"
"""A proxy that refuses every connection: as good as no network."""


@pytest.mark.parametrize("command", [few_labels, anomaly_detection], ids=lambda command: command.__name__)
def test_missing_data_ends_the_command_with_a_sentence(command, without_data, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", [command.__name__, "--json", str(without_data / "found.json")])
    assert command.main() == 1
    assert "python -m aemodels.datasets" in capsys.readouterr().err
    assert not (without_data / "found.json").exists()


def datasets_command(*words: str, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "aemodels.datasets", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | environment)


@pytest.mark.parametrize("there", [False, True], ids=["no folder", "a folder"])
def test_downloading_without_a_network_is_one_sentence_and_leaves_nothing(tmp_path, there):
    folder = tmp_path / "data"
    if there:
        folder.mkdir()
    done = datasets_command(AEMODELS_DATA=str(folder), http_proxy=NOBODY, https_proxy=NOBODY)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "MNIST could not be downloaded" in done.stderr
    assert done.stderr.endswith(f"put its four files into {folder}/MNIST/raw.\n")
    assert [path.name for path in tmp_path.rglob("*")] == (["data"] if there else [])


def test_data_that_are_there_are_not_fetched_again(mnist):
    done = datasets_command("mnist", http_proxy=NOBODY, https_proxy=NOBODY)
    assert done.returncode == 0
    assert done.stdout.startswith("MNIST is in ")


def test_help_names_the_data_and_an_unknown_one_is_refused():
    assert "mnist or fashion" in datasets_command("--help").stdout
    refused = datasets_command("minst")
    assert refused.returncode == 2
    assert "no data set “minst” to download; choose mnist or fashion" in refused.stderr


@pytest.fixture
def photo(tmp_path) -> Path:
    """A digit, dark on light paper."""
    digit = 255 - 255 * np.kron(datasets.bundled_digits().images[3], np.ones((10, 10)))
    Image.fromarray(digit.astype(np.uint8)).save(tmp_path / "photo.jpg")
    return tmp_path / "photo.jpg"


def test_a_picture_is_reconstructed_by_the_command(photo, capsys):
    out = photo.with_name("back.png")
    assert cli.main(["reconstruct", str(photo), "--model", "conv", "--out", str(out)]) == 0
    image = aemodels.images.normalise(photo.read_bytes()).image
    x_hat = 1 - np.asarray(Image.open(out)) / 255
    assert np.abs(x_hat - aemodels.reconstruct("conv", image[None])[0]).max() < 0.003
    said = capsys.readouterr().out
    assert said.startswith(f"Wrote {out}: mean squared error ")
    assert abs(float(said.split()[5]) - np.square(x_hat - image).mean()) < 1e-3


def test_without_more_words_the_picture_goes_here_through_a_model_that_does_it_well(photo, monkeypatch):
    monkeypatch.chdir(photo.parent)
    assert cli.main(["reconstruct", "photo.jpg"]) == 0
    x_hat = 1 - np.asarray(Image.open("reconstruction.png")) / 255
    assert np.square(x_hat - aemodels.images.normalise(photo.read_bytes()).image).mean() < 0.02


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nowhere.jpg"], "nowhere.jpg cannot be read (No such file or directory). Name"),
        (["."], ". cannot be read (Is a directory). Name"),
        (["text.png"], "This file is no picture that can be read. Send"),
        (["photo.jpg", "--model", "nobody"], "There is no model called “nobody”. Choose one of"),
        (["photo.jpg", "--model", "sentence_words"], "“sentence_words” reads sentences"),
        (["photo.jpg", "--model", "linear_3d"], "“linear_3d” takes points of shape (N, 3)"),
        (["photo.jpg", "--out", "no/folder.png"], "no/folder.png cannot be written (No such file or directory). Name"),
        (["photo.jpg", "--out", "folder.png"], "folder.png cannot be written (Is a directory). Name"),
        (["photo.jpg", "--out", "back.jpg"], "back.jpg is no name of a PNG file. Let"),
        (["nowhere.jpg", "--out", "no/folder.png"], "no/folder.png cannot be written"),
    ],
)
def test_what_cannot_be_reconstructed_ends_in_one_sentence_and_leaves_no_file(
    words, sentence, photo, monkeypatch, capsys
):
    monkeypatch.chdir(photo.parent)
    Path("text.png").write_text("no picture")
    Path("folder.png").mkdir()
    before = sorted(Path().iterdir())
    assert cli.main(["reconstruct", *words]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1
    assert not said.out
    assert sorted(Path().iterdir()) == before


def test_a_file_that_was_there_survives_a_picture_that_cannot_be_read(photo, monkeypatch):
    monkeypatch.chdir(photo.parent)
    Path("kept.png").write_bytes(b"kept")
    assert cli.main(["reconstruct", "nowhere.jpg", "--out", "kept.png"]) == 1
    assert Path("kept.png").read_bytes() == b"kept"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["--help"], "reconstruct"),
        (["reconstruct", "--help"], "--model NAME"),
        (["train", "--help"], "--word-vectors"),
        (["evaluate", "--help"], "--markdown"),
        (["datasets", "--help"], "Download every data set"),
        (["--version"], f"aemodels {aemodels.__version__}\n"),
    ],
)
def test_help_and_version_are_shown(words, shown, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["aemodels"])
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 0
    assert shown in capsys.readouterr().out


def test_the_words_behind_a_command_reach_it(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["aemodels", "evaluate", "linear_3d"])
    assert cli.main() == 0
    assert "principal_angle" in capsys.readouterr().out
    assert cli.main(["train", "nobody"]) == 1
    assert "nobody" in capsys.readouterr().err
