"""Several machines that share a folder divide all variants among themselves, and none is trained twice."""

import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from aemodels import folders
from aemodels.checkpoints import cards
from aemodels.training import claims, shards

ROOT = Path(__file__).parent.parent
VARIABLES = ("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_COUNT", "JOB_COMPLETION_INDEX")
LEFT = ("linear", "linear_3d", "pca_2", "pca_30_fashion", "pca_32", "simple")


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch):
    for name in (*VARIABLES, "SLURM_ARRAY_TASK_STEP", "AEMODELS_SHARDS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shared(tmp_path, monkeypatch) -> Path:
    """An empty folder of checkpoints, and in it the one of claims."""
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(tmp_path))
    folders.runs().mkdir()
    return folders.runs()


def test_a_share_is_read_from_its_text_or_from_what_started_the_process(monkeypatch):
    assert shards.read("2/3") == (1, 3)
    monkeypatch.setenv("JOB_COMPLETION_INDEX", "3")
    monkeypatch.setenv("AEMODELS_SHARDS", "4")
    assert shards.read("") == (3, 4)
    for name, value in zip(VARIABLES, ("14", "10", "3"), strict=False):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SLURM_ARRAY_TASK_STEP", "2")
    assert shards.read("") == (2, 3)


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "x/2", "1/", ""])
def test_no_share_is_said_with_what_to_write(text):
    with pytest.raises(shards.NoShard, match=r"--shard 1/3.*SLURM.*AEMODELS_SHARDS"):
        shards.read(text)


def test_a_kubernetes_job_that_does_not_say_its_size_is_told_so(monkeypatch):
    monkeypatch.setenv("JOB_COMPLETION_INDEX", "0")
    with pytest.raises(shards.NoShard, match="AEMODELS_SHARDS"):
        shards.read("")


def test_of_many_who_claim_at_once_one_gets_it_and_after_it_the_next(shared):
    with ThreadPoolExecutor(16) as pool:
        taken = [claim for claim in pool.map(claims.take, ["simple"] * 64) if claim]
    assert len(taken) == 1
    taken[0].release()
    assert list(shared.iterdir()) == []
    again = claims.take("simple")
    assert again
    again.release()


def elsewhere(shared: Path, age: float) -> Path:
    """Write the claim of another machine that gave its last sign of life a while ago."""
    path = shared / "simple.claim.0"
    path.write_text("another-machine 1\n")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


def test_a_claim_from_elsewhere_holds_until_its_owner_has_been_silent_for_long(shared):
    elsewhere(shared, claims.STALE / 2)
    assert claims.take("simple") is None
    elsewhere(shared, claims.STALE + 5)
    claim = claims.take("simple")
    assert claim
    assert claims.take("simple") is None
    claim.release()
    assert list(shared.iterdir()) == []


def test_a_claim_of_before_the_clock_was_set_back_holds_nobody_up(shared):
    elsewhere(shared, -3600)
    claim = claims.take("simple")
    assert claim
    claim.release()


def test_a_claim_of_a_process_of_this_machine_that_is_gone_is_taken_over_at_once(shared):
    claim = "from aemodels.training import claims; import os; claims.take('simple'); os._exit(0)"
    subprocess.run([sys.executable, "-c", claim], cwd=ROOT, check=True)
    assert [path.name for path in shared.iterdir()] == ["simple.claim.0"]
    mine = claims.take("simple")
    assert mine
    mine.release()


def test_a_living_owner_gives_signs_of_life(shared, monkeypatch):
    monkeypatch.setattr(claims, "BEAT", 0.02)
    claim = claims.take("simple")
    assert claim
    path = shared / "simple.claim.0"
    os.utime(path, (0, 0))
    deadline = time.monotonic() + 30
    while path.stat().st_mtime == 0:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    claim.release()


def test_who_was_taken_over_leaves_the_new_owners_claim_alone(shared):
    first = claims.take("simple")
    assert first
    elsewhere(shared, claims.STALE + 5)
    second = claims.take("simple")
    assert second
    first.release()
    assert claims.take("simple") is None
    second.release()


def start(share: int, checkpoints: Path, log: Path) -> subprocess.Popen:
    words = [sys.executable, "-m", "aemodels.train", "--all", "--smoke", "--shard", f"{share}/3"]
    variables = {"OMP_NUM_THREADS": "1", "AEMODELS_CHECKPOINTS": str(checkpoints)}
    with log.open("w") as printed:
        return subprocess.Popen(words, cwd=ROOT, env=os.environ | variables, stdout=printed, stderr=printed)


@pytest.mark.slow
def test_three_processes_train_all_that_is_left_once_though_one_is_killed(spoilable, tmp_path, monkeypatch):
    folder = spoilable / "runs" / "smoke"
    shutil.copytree(spoilable, folder, ignore=shutil.ignore_patterns("runs"))
    for path in [path for name in LEFT for path in folder.glob(f"{name}.*")]:
        path.unlink()
    logs = [tmp_path / f"log{share}" for share in (1, 2, 3)]
    running = [start(share, spoilable, log) for share, log in enumerate(logs, 1)]
    deadline = time.monotonic() + 240
    while not (claimed := list(folder.glob("runs/*.claim.0"))) or not claimed[0].read_text():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    victim = next(each for each in running if each.pid == int(claimed[0].read_text().split()[-1]))
    victim.kill()
    victim.wait()  # else its number is still in use
    codes = [process.wait(240) for process in running]
    printed = "\n".join(log.read_text() for log in logs)
    assert sorted(codes) == [-signal.SIGKILL, 0, 0], printed
    assert {name: printed.count(f"{name}: rehearsed") for name in LEFT} == dict.fromkeys(LEFT, 1)
    assert sum(line.count(": rehearsed") for line in printed.splitlines()) == len(LEFT)
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(folder))
    assert set(LEFT) <= set(cards.trained())
    assert list(folder.glob("runs/*.claim.*")) == []
