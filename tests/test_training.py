"""Training goes on where it was stopped, gives the same twice, and runs on several processes."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from aemodels import datasets, registry, train
from aemodels.checkpoints import cards
from aemodels.corruption import Corruption
from aemodels.errors import MissingData
from aemodels.training import loop
from tests.support.networks import fresh

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def tensors():
    data = datasets.load("digits")
    return [torch.from_numpy(split.images[:300])[:, None] for split in (data.train, data.validation)]


def weights(model):
    return torch.cat([parameter.flatten() for parameter in model.parameters()])


def test_the_loss_falls_and_the_history_tells(tensors, tmp_path):
    history = loop.fit(fresh(epochs=6), *tensors, tmp_path / "state.pt")
    assert [entry["epoch"] for entry in history] == [1, 2, 3, 4, 5, 6]
    assert history[-1]["train"]["reconstruction"] < 0.7 * history[0]["train"]["reconstruction"]
    assert history[-1]["validation"].keys() == {"reconstruction"}


def test_a_run_with_another_recipe_is_not_resumed(tensors, tmp_path):
    loop.fit(fresh(epochs=2), *tensors, tmp_path / "state.pt")
    counted = []
    history = loop.fit(fresh(epochs=3), *tensors, tmp_path / "state.pt", counted.append)
    assert len(history) == sum(counted) == 3


def test_the_estimate_grows_with_the_work():
    short, long = (loop.estimate_seconds(fresh(epochs=epochs)) for epochs in (1, 200))
    assert 0 < short < long


def test_a_closed_form_takes_no_time():
    assert loop.estimate_seconds(registry.build("pca_32")) == 0


@pytest.mark.slow
def test_all_that_is_missing_is_trained(mnist, spoilable, monkeypatch, tmp_path):
    missing = ("linear_3d", "pca_2")
    for name in missing:
        for path in spoilable.glob(f"{name}.*"):
            path.unlink()
    monkeypatch.setattr(sys, "argv", ["train", "--all"])
    monkeypatch.setattr(train.folders, "RUNS", tmp_path)
    assert train.main() == 0
    assert all(all(target.met for target in cards.read(name).targets) for name in missing)


class Stopped(Exception):
    """Stands for the student's Ctrl+C."""


def test_an_interrupted_run_ends_like_an_uninterrupted_one(tensors, tmp_path, monkeypatch):
    changes = {"epochs": 4, "corruption": Corruption("gaussian", 0.3), "affine": 0.5}
    whole = fresh(**changes)
    expected = loop.fit(whole, *tensors, tmp_path / "whole.pt")

    epoch = loop.PhaseRun.epoch

    def stopping(self, number, *images):
        if number == 2:
            raise Stopped
        return epoch(self, number, *images)

    monkeypatch.setattr(loop.PhaseRun, "epoch", stopping)
    with pytest.raises(Stopped):
        loop.fit(fresh(**changes), *tensors, tmp_path / "state.pt")
    monkeypatch.undo()
    resumed = fresh(**changes)
    history = loop.fit(resumed, *tensors, tmp_path / "state.pt")
    assert len(history) == 4
    assert history[-1]["validation"] == pytest.approx(expected[-1]["validation"], rel=1e-5)
    assert torch.allclose(weights(resumed), weights(whole), atol=1e-6)


def test_a_closed_form_needs_no_epoch(tensors, tmp_path):
    model = fresh("pca_32")
    assert loop.fit(model, *tensors, tmp_path / "state.pt") == []
    orthonormal = model.components @ model.components.T
    assert torch.allclose(orthonormal, torch.eye(32), atol=1e-5)


def test_what_is_kept_is_the_average_of_the_weights(tensors, tmp_path):
    raw = fresh(epochs=3, averaging=0.0)
    averaged = fresh(epochs=3, averaging=0.99)
    loop.fit(raw, *tensors, tmp_path / "raw.pt")
    loop.fit(averaged, *tensors, tmp_path / "averaged.pt")
    assert not torch.allclose(weights(raw), weights(averaged))


def command(*words, **environment):
    return subprocess.run(
        words,
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.slow
def test_smoke_rehearses_the_whole_command_and_changes_no_checkpoint():
    before = [cards.weights_path(name).stat() for name in ("simple", "vae_2d")]
    done = command(sys.executable, "-m", "aemodels.train", "simple", "vae_2d", "--smoke")
    assert done.returncode == 0, done.stderr
    assert "vae_2d" in done.stdout
    assert (ROOT / "runs/smoke/vae_2d.safetensors").exists()
    assert [cards.weights_path(name).stat().st_mtime_ns for name in ("simple", "vae_2d")] == [
        stat.st_mtime_ns for stat in before
    ]


@pytest.mark.slow
def test_two_processes_train_together():
    launch = (sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2")
    done = command(*launch, "-m", "aemodels.train", "simple", "--smoke", ACCELERATE_USE_CPU="true")
    assert done.returncode == 0, done.stderr
    assert (ROOT / "runs/smoke/simple.safetensors").exists()


def test_an_unknown_variant_is_refused_in_a_sentence():
    done = command(sys.executable, "-m", "aemodels.train", "vae_9d", "--smoke")
    assert done.returncode == 1
    assert "no model called “vae_9d”" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_data_names_the_folder_and_the_command(without_data):
    with pytest.raises(MissingData, match=r"python -m aemodels\.datasets") as caught:
        datasets.load("mnist")
    assert str(without_data) in str(caught.value)


def test_the_splits_are_the_agreed_ones(mnist):
    assert [len(split.images) for split in (mnist.train, mnist.validation, mnist.test)] == [55_000, 5_000, 10_000]
    assert mnist.train.images.dtype == np.float32
    assert mnist.train.images.max() == 1
    assert mnist.train.images.mean() == pytest.approx(0.1307, abs=2e-3)
