"""What commands say when they cannot do their work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
