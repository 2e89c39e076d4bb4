"""Files appear whole or not at all: on a full disk, at Ctrl-C, when something fails between two of them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from aemodels import files
from aemodels.errors import CannotWrite

WRITE_TOO_MUCH = """
import resource, sys
from pathlib import Path
from aemodels import files
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
files.write(Path(sys.argv[1]), bytes(5000))
"""


def test_a_file_replaces_the_one_before(tmp_path):
    path = tmp_path / "new" / "card.json"
    for content in (b"old", b"new"):
        files.write(path, content)
    assert path.read_bytes() == b"new"
    assert os.listdir(path.parent) == ["card.json"]


def test_what_does_not_fit_leaves_the_old_file_and_no_half_one(tmp_path):
    path = tmp_path / "weights"
    path.write_bytes(b"old")
    run = subprocess.run([sys.executable, "-c", WRITE_TOO_MUCH, str(path)], capture_output=True, text=True)
    assert "CannotWrite" in run.stderr
    assert "File too large. Make room" in run.stderr
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["weights"]


def test_a_folder_that_cannot_be_is_said(tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(CannotWrite, match="choose another folder"):
        files.write(tmp_path / "taken" / "card.json", b"")


def put(folder: Path, names: str, error: type[BaseException] | None = None) -> None:
    """Let files appear in a folder together, or fail when all are written."""
    with files.appearing_together(folder, folder / "beside") as beside:
        for name in names.split():
            (beside / name).write_text("new")
        if error:
            raise error


def test_files_appear_together(tmp_path):
    (tmp_path / "card").write_text("old")
    with files.appearing_together(tmp_path, tmp_path / "runs" / "beside") as beside:
        for name in ("card", "weights"):
            (beside / name).write_text("new")
        assert (tmp_path / "card").read_text() == "old"
    assert [(tmp_path / name).read_text() for name in ("card", "weights")] == ["new", "new"]
    assert not beside.exists()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_before_the_end_moves_nothing(tmp_path, error):
    (tmp_path / "card").write_text("old")
    with pytest.raises(error):
        put(tmp_path, "card", error)
    assert os.listdir(tmp_path) == ["card"]
    assert (tmp_path / "card").read_text() == "old"


def test_ctrl_c_between_two_files_waits_for_both(tmp_path, monkeypatch):
    move = os.replace

    def interrupted(*paths):
        move(*paths)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(files.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, "card weights")
    assert [(tmp_path / name).read_text() for name in ("card", "weights")] == ["new", "new"]


def test_what_a_killed_run_left_is_cleared(tmp_path):
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "stale").write_text("half")
    with files.appearing_together(tmp_path, tmp_path / "beside"):
        pass
    assert os.listdir(tmp_path) == []
