"""Training goes on where it was stopped, gives the same twice, and runs on several processes."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from aemodels import datasets, registry, train
from aemodels.checkpoints import cards
from aemodels.checkpoints import weights as weights_file
from aemodels.corruption import Corruption
from aemodels.datasets import splits
from aemodels.errors import MissingData, UnfinishedRun
from aemodels.training import loop, processes, publish, resume, variant
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


def test_a_run_with_another_recipe_is_not_resumed_but_said(tensors, tmp_path):
    loop.fit(fresh(epochs=2), *tensors, tmp_path / "state.pt")
    with pytest.raises(UnfinishedRun, match=r"another recipe\. Give `--fresh`"):
        loop.fit(fresh(epochs=3), *tensors, tmp_path / "state.pt")


def test_a_run_with_other_code_is_not_resumed_but_said(tensors, tmp_path):
    state_file = tmp_path / "state.pt"
    loop.fit(fresh(epochs=2), *tensors, state_file)
    kept = torch.load(state_file, weights_only=True)
    kept["identity"]["code"] = 64 * "0"
    torch.save(kept, state_file)
    with pytest.raises(UnfinishedRun, match=r"another code\. Give `--fresh`"):
        loop.fit(fresh(epochs=2), *tensors, state_file)


@pytest.mark.parametrize("content", [b"", b"no state at all", 2000 * b"PK"], ids=["empty", "text", "half a zip"])
def test_a_damaged_state_is_said(tensors, tmp_path, content):
    (tmp_path / "state.pt").write_bytes(content)
    with pytest.raises(UnfinishedRun, match=r"damaged\. Give `--fresh`"):
        loop.fit(fresh(epochs=2), *tensors, tmp_path / "state.pt")


def test_a_state_cut_short_is_said(tensors, tmp_path):
    state_file = tmp_path / "state.pt"
    loop.fit(fresh(epochs=2), *tensors, state_file)
    state_file.write_bytes(state_file.read_bytes()[:-1000])
    with pytest.raises(UnfinishedRun, match="damaged"):
        loop.fit(fresh(epochs=2), *tensors, state_file)


def test_the_estimate_grows_with_the_work():
    short, long = (loop.estimate_seconds(fresh(epochs=epochs)) for epochs in (1, 200))
    assert 0 < short < long


def test_a_closed_form_takes_no_time():
    assert loop.estimate_seconds(registry.build("pca_32")) == 0


@pytest.mark.long
@pytest.mark.slow
def test_all_that_is_missing_is_trained(spoilable, monkeypatch, capsys):
    for path in spoilable.glob("linear_3d.*"):
        path.unlink()
    monkeypatch.setattr(sys, "argv", ["train", "--all"])
    assert train.main() == 0
    assert all(target.met for target in cards.read("linear_3d").targets)
    printed = capsys.readouterr().out
    assert "linear_3d: principal_angle ≤ 1 met on the validation examples" in printed
    assert "linear_3d: published; principal_angle ≤ 1 met on the test examples" in printed
    assert train.main() == 0
    assert "Every variant has a checkpoint" in capsys.readouterr().out


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


def command(*words: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        words,
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def module_command(*words: str, **environment: str) -> subprocess.CompletedProcess:
    return command(sys.executable, "-m", "aemodels.train", *words, **environment)


@pytest.fixture
def rehearsed(tmp_path, monkeypatch) -> Path:
    """The folder that rehearsals write to, below an empty one of checkpoints."""
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(tmp_path))
    return tmp_path / "runs" / "smoke"


def contents(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_smoke_rehearses_all_that_has_not_been_rehearsed_and_touches_nothing_else(spoilable):
    folder = spoilable / "runs" / "smoke"
    shutil.copytree(spoilable, folder, ignore=shutil.ignore_patterns("runs"))
    left = ("linear_3d", "pca_2", "simple", "vae_2d")
    for path in [path for name in left for path in folder.glob(f"{name}.*")]:
        path.unlink()
    published = {path: time for path, time in contents(spoilable).items() if str(folder) not in path}
    done = module_command("--all", "--smoke")
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.splitlines()) == [
        "linear_3d: rehearsed on the cloud of points; its figures say nothing.",
        *(f"{name}: rehearsed on scikit-learn's digits; its figures say nothing." for name in left[1:]),
    ]
    assert cards.from_file(folder / "simple.json").provenance.command == "python -m aemodels.train simple --smoke"
    assert {path: time for path, time in contents(spoilable).items() if "/runs/" not in path} == published


README = (ROOT / "README.md").read_text()
TORCHRUN = re.search(r"`(torchrun [^`]*)`", README)


@pytest.mark.long
@pytest.mark.slow
def test_two_processes_train_together_as_the_readme_says_and_give_what_one_gives(rehearsed):
    assert TORCHRUN, "README names no torchrun"
    words = TORCHRUN[1].split()
    launch = str(Path(sys.executable).with_name(words[0]))
    done = command(launch, *words[1:], "--smoke")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("simple: rehearsed") == 1
    together = cards.from_file(rehearsed / "simple.json")
    assert together.provenance.processes == 2
    assert module_command("simple", "--smoke", "--fresh").returncode == 0
    alone = cards.from_file(rehearsed / "simple.json")
    assert alone.provenance.processes == 1
    assert together.figures.validation["bce"] == pytest.approx(alone.figures.validation["bce"], rel=1e-3)
    assert len(together.history) == len(alone.history)


def test_a_second_training_of_the_same_is_refused(rehearsed, monkeypatch):
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(rehearsed))
    with resume.alone("simple"):
        done = module_command("simple")
    assert done.returncode == 1
    assert done.stderr == f"“simple” is being trained into {rehearsed} already. Wait for it, or stop it.\n"
    with resume.alone("simple"):
        pass


def test_choosing_a_recipe_looks_at_no_test_image(tensors, tmp_path, monkeypatch, capsys):
    digits = datasets.load("digits")
    unseen = replace(splits.shortened(digits, 200), test=None)
    monkeypatch.setattr(variant, "load_or_download", lambda _: unseen)
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["train", "sparse_l1", "--validate"])
    assert train.main() == 0
    assert "on the validation examples" in capsys.readouterr().out
    assert [path.name for path in tmp_path.glob("*.*")] == []


@pytest.mark.long
def test_what_was_validated_is_published_without_another_epoch(rehearsed):
    told = module_command("simple", "--smoke", "--validate")
    assert told.returncode == 0, told.stderr
    assert re.fullmatch(r"simple: bce ≤ 0.0908 MISSED on the validation examples \(0\.\d+\)\n", told.stdout)
    assert not (rehearsed / "simple.json").exists()
    state = rehearsed / "runs" / "simple.pt"
    seconds = [entry["seconds"] for entry in torch.load(state, weights_only=True)["state"]["history"]]
    assert module_command("simple", "--smoke").returncode == 0
    assert cards.from_file(rehearsed / "simple.json").seconds == pytest.approx(sum(seconds), rel=1e-4)
    assert not state.exists()


def test_fresh_drops_what_an_interrupted_run_left(rehearsed):
    state = rehearsed / "runs" / "simple.pt"
    state.parent.mkdir(parents=True)
    state.write_bytes(b"damaged")
    refused = module_command("simple", "--smoke")
    assert refused.returncode == 1
    assert "is damaged. Give `--fresh` to start anew" in refused.stderr.splitlines()[-1]
    assert "Traceback" not in refused.stderr
    assert module_command("simple", "--smoke", "--fresh").returncode == 0


FULL_DISK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
from aemodels import train
sys.exit(train.main())
"""


def test_a_full_disk_is_one_sentence_and_the_old_model_stays(rehearsed):
    assert module_command("simple", "--smoke").returncode == 0
    before = contents(rehearsed)
    full = command(sys.executable, "-c", FULL_DISK, "simple", "--smoke")
    assert full.returncode == 1
    assert "cannot be written: File too large. Make room" in full.stderr.splitlines()[-1]
    assert "Traceback" not in full.stderr
    assert contents(rehearsed) == before


def test_ctrl_c_while_maps_are_drawn_leaves_the_published_model(mnist, spoilable, monkeypatch):
    (spoilable / "pca_2.gallery.safetensors").unlink()  # so that maps have to be drawn

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(publish.projections, "draw", interrupted)
    before = contents(spoilable)
    with pytest.raises(KeyboardInterrupt):
        publish.describe_anew("pca_2")
    assert contents(spoilable) == before
    assert weights_file.load("pca_2").spec.code_size == 2


def test_a_card_says_what_a_repetition_needs(rehearsed):
    assert module_command("simple", "--smoke").returncode == 0
    made = cards.from_file(rehearsed / "simple.json").provenance
    assert made.optimiser.startswith("AdamW, fused")
    assert "up to 0.01 in the first 20% of the steps" in made.schedule
    assert (made.processes, made.threads, made.device) == (1, 1, processes.device_name())
    assert made.versions["torch"] == torch.__version__.split("+")[0]
    assert made.versions.keys() == {"python", "torch", "accelerate", "numpy"}
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    assert made.commit.removesuffix("+") == head


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
