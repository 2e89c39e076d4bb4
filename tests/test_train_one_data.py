"""What the page “Train one” trains on: sheets of pictures over HTTP, and MNIST fetched at the touch of a button."""

import time
from dataclasses import replace

import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from aemodels import datasets
from aemodels.images import normalise
from tests.support.apptest import run_script, unpacked, words
from tests.support.mirror import COUNTS, mirror, small_mnist
from ui import routes, sample
from ui.compression import Compression
from ui.sections.between_two_digits import pair
from ui.sections.train_one import download_job, get_mnist, sheets
from ui.sections.train_one.download_job import DownloadJob

NOBODY = "http://127.0.0.1:9"
PAGE = """
import streamlit as st
from ui.sections.train_one import get_mnist, sheets
st.caption("sheets: " + " ".join(sheet["id"] for sheet in sheets.available()))
get_mnist.offer()
"""


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=routes.routes(), middleware=[Middleware(Compression)]))


@pytest.fixture
def local(tmp_path, without_data, monkeypatch):
    """A small MNIST to download, an empty data folder, and a job that nobody else has."""
    (tmp_path / "patch").mkdir()
    monkeypatch.setenv("AEMODELS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "patch"))
    get_mnist._job.clear()
    with mirror(tmp_path / "patch") as served:
        entry = replace(datasets.TABLE["mnist"], download_bytes=served.size)
        monkeypatch.setitem(datasets.TABLE, "mnist", entry)
        yield served
    get_mnist._job.clear()


def until(holds, seconds: float = 120):
    """Wait until something holds, and return it."""
    deadline = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def test_the_digits_went_through_the_pipeline_and_arrive_gzipped(client):
    digits = sheets.available()[0]
    answer = client.get(f"/{digits['address']}", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    header, arrays = unpacked(answer.content)
    assert (header["count"], header["names"]) == (1797, list("0123456789"))
    assert digits | {"address": ""} == {
        "id": "digits",
        "title": "scikit-learn's digits",
        "address": "",
        "count": 1797,
        "classes": list("0123456789"),
    }
    bundled, pictures = datasets.bundled_digits(), arrays["pictures"].reshape(-1, 28, 28)
    assert (arrays["labels"] == bundled.labels).all()
    for index in (0, 1000, 1796):
        expected = normalise(sample.on_paper(bundled.images[index])).image
        assert np.abs(pictures[index] / 255 - expected).max() <= 0.5 / 255 + 1e-6


@pytest.mark.parametrize("name", ["mnist", "fashion"])
def test_a_sheet_of_the_data_folder_is_the_first_ten_thousand_training_images(name, real, client):
    images = real(name).train.images[:10_000]
    described = {sheet["id"]: sheet for sheet in sheets.available()}[name]
    header, arrays = unpacked(client.get(f"/{described['address']}").content)
    assert header["count"] == described["count"] == 10_000
    assert header["names"] == described["classes"] == list(datasets.TABLE[name].classes)
    assert (arrays["pictures"].reshape(-1, 28, 28) == np.round(images * 255)).all()
    assert (arrays["labels"] == real(name).train.labels[:10_000]).all()


@pytest.mark.parametrize("path", ["digits/0000000000000000", "mnist/0", "phrases/0", "..%2f..%2fetc/passwd", "%00/0"])
def test_what_is_not_there_is_answered_with_a_sentence_that_nobody_keeps(path, client, without_data):
    answer = client.get(f"/training/{path}/pictures")
    assert (answer.status_code, answer.headers["cache-control"]) == (404, "no-store")
    assert "Reload the page" in answer.text


def test_without_a_data_folder_and_with_a_damaged_one_there_are_the_digits(without_data):
    assert [sheet["id"] for sheet in sheets.available()] == ["digits"]
    folder = without_data / "MNIST" / "raw"
    folder.mkdir(parents=True)
    for name, content in small_mnist().items():
        (folder / name).write_bytes(content[:-1])
    assert [sheet["id"] for sheet in sheets.available()] == ["digits"]


def test_mnist_comes_at_a_tap_and_everybody_sees_how_far_it_is(local):
    page = run_script(PAGE)
    assert "sheets: digits" in words(page)
    page.button[0].click().run()
    other = DownloadJob("mnist")  # as in another process: it knows of the download by the folder alone
    share = until(other.progress)
    assert 0 < share < 1
    assert not page.button, "one tap is enough"
    other.begin()
    local.goes_on.set()
    until(lambda: "sheets: digits mnist" in words(page.run()))
    until(lambda: other.progress() is None)
    assert (page.button.values, other.failed) == ([], "")
    assert sorted(local.requests) == sorted(local.files), "each file once"
    assert sheets.find("mnist").count == COUNTS["train"]


def test_pages_that_were_open_before_mnist_came_show_it(without_data):
    def shown() -> np.ndarray:
        return pair._examples("mnist", datasets.available("mnist"))

    before = shown()
    folder = without_data / "MNIST" / "raw"
    folder.mkdir(parents=True)
    for name, content in small_mnist().items():
        (folder / name).write_bytes(content)
    assert (shown() != before).any()


def test_without_a_network_the_page_says_why_and_offers_it_again(without_data, monkeypatch):
    monkeypatch.setenv("http_proxy", NOBODY)
    monkeypatch.setenv("https_proxy", NOBODY)
    get_mnist._job.clear()
    page = run_script(PAGE)
    page.button[0].click().run()
    until(lambda: page.run().error)
    assert "MNIST could not be downloaded" in page.error[0].value
    assert "(Connection refused)" in page.error[0].value
    assert page.button[0].label == "Get MNIST (11 MB)"
    assert list(without_data.iterdir()) == []


def test_a_download_that_stands_still_is_given_up_and_leaves_nothing(local, monkeypatch):
    monkeypatch.setattr(download_job, "PATIENCE", 3.0)
    job = DownloadJob("mnist")
    job.begin()
    until(lambda: job.progress() is None)
    assert job.failed == "Nothing has arrived for 3 seconds. Check the server's network and try again."
    assert not datasets.available("mnist")
    assert datasets.download_progress("mnist") is None
