"""What goes wrong around a running server or a training, and how they survive it: really killed, cut off, removed."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import torch

from aemodels import folders
from aemodels.checkpoints import cards
from tests.support import elsewhere
from tests.support.crowd import Session
from tests.support.server import ROOT, server, streamlit
from tests.support.socket_session import SocketSession

FEW = ("deep_30d", "simple", "vae_2d")
ENDS = ("gallery.safetensors", "json", "safetensors")
FAILED, LARGEST = "Something went wrong", 10 * 2**20
SEVEN = [[300, 250, 700, 250, 450, 800]]
PICTURE = (ROOT / "docs/reconstruct.png").read_bytes()
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def places(tmp_path_factory) -> tuple[Path, Path]:
    """A folder of a few checkpoints, and one of the real data, both to be damaged."""
    folder = tmp_path_factory.mktemp("faults")
    checkpoints, data = folder / "checkpoints", folder / "data"
    checkpoints.mkdir()
    for path in [path for name in FEW for path in folders.checkpoints().glob(f"{name}.*")]:
        shutil.copy(path, checkpoints)
    data.symlink_to(folders.data().resolve())
    return checkpoints, data


@pytest.fixture(scope="module")
def running(places):
    checkpoints, data = map(str, places)
    with server(*streamlit("app.py"), AEMODELS_CHECKPOINTS=checkpoints, AEMODELS_DATA=data) as address:
        yield address


def visited(address: str, page: str, query: str = "") -> list[str]:
    """Visit a page, draw where that is possible, and return what it said; nothing may have failed."""

    async def visit() -> SocketSession:
        async with SocketSession(address, page, query) as session:
            if session.has_pad:
                await session.draw(SEVEN, live=False)
            return session

    session = elsewhere.run(visit())
    assert session.exceptions == 0
    assert not [said for said in session.said if FAILED in said]
    return session.said


def test_a_drawing_whose_connection_is_cut_disturbs_nobody(running):
    async def cut_off() -> None:
        async with SocketSession(running, "reconstruct") as here, SocketSession(running, "reconstruct") as there:
            under_way = asyncio.create_task(there.draw(SEVEN, live=True))
            await asyncio.sleep(0)
            there.cut()
            assert await here.draw(SEVEN, live=False) > 0
            with pytest.raises(Exception, match="close"):
                await under_way
            assert here.exceptions == 0

    elsewhere.run(cut_off())
    visited(running, "reconstruct")


def test_an_upload_that_is_cut_off_at_half_leaves_room_for_the_next(running):
    async def upload() -> list[int]:
        session = Session(running)
        await session.open()
        sent = [await session.upload(bytes(LARGEST - 1000), share=0.5) for _ in range(3)]
        sent.append(await session.upload(PICTURE))
        await session.draw()
        await session.close()
        assert session.errors == []
        return sent

    assert elsewhere.run(upload()) == [0, 0, 0, 204]


def test_a_checkpoint_that_is_cut_short_is_said_and_the_others_go_on(running, places):
    assert visited(running, "models", "model=simple") == []
    whole = {path: path.read_bytes() for path in places[0].glob("simple.*")}
    for path, content in whole.items():
        path.write_bytes(content[:1000])
    for page in ("reconstruct", "latent_plane", "models"):
        assert any("python -m aemodels.train simple" in said for said in visited(running, page))
    assert urllib.request.urlopen(f"{running}/ready").status == 200
    for path, content in whole.items():
        path.write_bytes(content)
    assert visited(running, "models", "model=simple") == []


def test_data_that_vanish_are_missed_in_a_sentence(running, places):
    assert visited(running, "reconstruct", "source=pick&samples=mnist") == []
    places[1].unlink()
    said = visited(running, "reconstruct", "source=pick&samples=mnist")
    assert any("is not on this computer" in sentence for sentence in said)
    visited(running, "map_of_codes", "model=vae_2d")


def training(folder: Path) -> subprocess.Popen:
    words = [sys.executable, "-m", "aemodels.train", "simple", "--smoke"]
    variables = {"OMP_NUM_THREADS": "1", "AEMODELS_CHECKPOINTS": str(folder)}
    return subprocess.Popen(words, cwd=ROOT, env=os.environ | variables, stderr=subprocess.PIPE, text=True)


def test_a_training_that_was_killed_goes_on_where_it_was(tmp_path):
    state, card = (tmp_path / "runs/smoke" / name for name in ("runs/simple.pt", "simple.json"))
    first, deadline = training(tmp_path), time.monotonic() + 240
    while not state.exists():
        assert first.poll() is None, first.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.002)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert not card.exists(), "nothing half-done is there"
    before = [epoch["seconds"] for epoch in torch.load(state, weights_only=True)["state"]["history"]]
    second = training(tmp_path)
    assert second.wait(240) == 0, second.communicate()
    after = [epoch["seconds"] for epoch in cards.from_file(card).history]
    assert 0 < len(before) <= len(after)
    assert after[: len(before)] == pytest.approx(before, rel=1e-4)
    assert sorted(path.name for path in card.parent.glob("simple.*")) == [f"simple.{end}" for end in ENDS]


def test_a_card_of_before_the_clock_was_set_back_is_read_anew(spoilable):
    path = spoilable / "simple.json"
    seconds, now = cards.read("simple").seconds, path.stat().st_mtime
    text = path.read_text()
    path.write_text(text.replace('"seconds": ', '"seconds": 1', 1))
    os.utime(path, (now - 3600, now - 3600))
    assert cards.read("simple").seconds != seconds
