"""The files of models that students keep: written by the page and read by Python, the other way round, or damaged."""

import io
import json
import pickle
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.numpy import load_file, save

from tests.support.fuzzing import KEPT, MORE_MEMORY, SLOW, TIMES
from tests.support.learning import DEFAULTS, Reference
from tests.support.node import computed

GOOD: dict[str, dict[str, Any]] = {
    "dense": {"widths": [12, 6]},
    "convolutional": {"network": "convolutional"},
    "tied": {"network": "tied"},
    "variational": {"kind": "variational"},
    "sparse": {"kind": "sparse_l1"},
}
FACTS = {"name": "Mine", "step": "1500", "mse": "0.0123"}
WEIGHT = "encoder.0.weight"


def arrays(settings: dict) -> dict[str, np.ndarray]:
    """Weights as torch draws them, by the names that a file has; a tied decoder has none of its own."""
    torch.manual_seed(0)
    state = {name: value.numpy() for name, value in Reference(settings).state_dict().items()}
    if settings.get("network") != "tied":
        return state
    return {name: value for name, value in state.items() if not name.startswith("decoder") or "bias" in name}


def file(tensors: dict[str, np.ndarray], settings: Any = None, **facts: str) -> bytes:
    """Write a file as Python's safetensors does."""
    given = settings if isinstance(settings, str) else json.dumps(DEFAULTS | (settings or {}))
    return save(tensors, {"settings": given} | FACTS | facts)


def header(text: bytes | dict, data: bytes = b"") -> bytes:
    """Write a file with a header of one's own."""
    text = text if isinstance(text, bytes) else json.dumps(text).encode()
    return struct.pack("<Q", len(text)) + text + data


def torch_file(**more) -> bytes:
    """Write weights as torch.save does."""
    buffer = io.BytesIO()
    torch.save({name: torch.from_numpy(value) for name, value in arrays({}).items()}, buffer, **more)
    return buffer.getvalue()


def spoilt(name: str, at: int, value: float) -> dict[str, np.ndarray]:
    tensors = {key: array.copy() for key, array in arrays({}).items()}
    tensors[name].flat[at] = value
    return tensors


def without(name: str) -> dict[str, np.ndarray]:
    return {key: array for key, array in arrays({}).items() if key != name}


def moved(*offsets: int) -> bytes:
    """Two tensors of two numbers each whose places are these."""
    places = zip(("one", "other"), (offsets[:2], offsets[2:]), strict=True)
    return header({name: {"dtype": "F32", "shape": [2], "data_offsets": place} for name, place in places}, bytes(16))


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "This file is empty."),
    "a few bytes": (b"\x10\0\0", "cut short, its end is missing"),
    "cut in the header": (file(arrays({}))[:200], "cut short, its end is missing"),
    "cut in the numbers": (file(arrays({}))[:-1], "cut short, its end is missing"),
    "something behind the end": (file(arrays({})) + b"\0", "longer than it says"),
    "a pickle": (pickle.dumps(arrays({})), "This file is a pickle"),
    "a tiny pickle": (pickle.dumps(1), "This file is a pickle"),
    "what torch saves": (torch_file(), "This file is a pickle"),
    "what torch saved once": (torch_file(_use_new_zipfile_serialization=False), "This file is a pickle"),
    "a header of a gigabyte": (struct.pack("<Q", 2**30) + b"{}", "its header has 1.0 GB; none has more than 1 MB"),
    "a header without end": (struct.pack("<Q", 2**64 - 1) + b"{}", "none has more than 1 MB"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "none has more than 1 MB"),
    "no JSON": (header(b"{nothing}"), "no safetensors file"),
    "no object": (header(b"[1, 2, 3]"), "no safetensors file"),
    "no text": (header(b"{\xff\xfe}"), "no safetensors file"),
    "brackets": (header(b'{"a":' + b"[" * 900_000), "no safetensors file"),
    "other numbers": (file({"one": np.zeros(2, np.int64)}), "of the kind “I64”"),
    "no kind": (header({"one": None}), "of the kind “undefined”"),
    "a kind of every object": (
        header({"one": {"dtype": "constructor", "shape": [], "data_offsets": [0, 4]}}, bytes(4)),
        "of the kind “constructor”",
    ),
    "too many numbers": (
        header({"one": {"dtype": "F32", "shape": [2**40, 2**40], "data_offsets": [0, 4]}}, bytes(4)),
        "where the numbers of “one” are",
    ),
    "a negative shape": (
        header({"one": {"dtype": "F32", "shape": [-1, -1], "data_offsets": [0, 4]}}, bytes(4)),
        "where the numbers of “one” are",
    ),
    "on top of each other": (moved(0, 8, 4, 12), "where the numbers of “other” are"),
    "the same place": (moved(0, 8, 0, 8), "where the numbers of “other” are"),
    "a gap": (moved(0, 8, 12, 20), "where the numbers of “other” are"),
    "outside": (moved(0, 8, 8, 2**53), "where the numbers of “other” are"),
    "no settings": (save(arrays({})), "does not say with which settings"),
    "settings that are none": (file(arrays({}), "{"), "The settings in this file make no sense"),
    "settings that are nothing": (file(arrays({}), "null"), "The settings in this file make no sense"),
    "settings out of range": (file(arrays({}), {"code": 10**9}), "The settings in this file make no sense"),
    "a missing tensor": (file(without("decoder.2.bias")), "lacks “decoder.2.bias”"),
    "one too many": (file(arrays({}) | {"extra": np.zeros(1, np.float32)}), "has “extra”"),
    "another network": (file(arrays({}), {"network": "convolutional"}), "which a network with its settings"),
    "another shape": (
        file(arrays({}), {"widths": [13]}),
        f"“{WEIGHT}” has the shape {arrays({})[WEIGHT].shape[0]} × 784, but",
    ),
    "not a number": (file(spoilt(WEIGHT, 5, np.nan)), f"“{WEIGHT}” holds numbers that are none"),
    "infinity": (file(spoilt("decoder.0.bias", 0, -np.inf)), "“decoder.0.bias” holds numbers that are none"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("keeping")


@pytest.fixture(scope="module")
def in_the_page(folder) -> dict:
    """What the page's modules make of all files."""
    halves = {name: array.astype(np.float16) for name, array in arrays({}).items()}
    files = {name: file(arrays(settings), settings) for name, settings in GOOD.items()}
    files |= {"halves": file(halves, name=" " * 80), "without facts": save(halves, {"settings": json.dumps(DEFAULTS)})}
    files |= {name: content for name, (content, _) in BAD.items()}
    paths = [folder / f"{index}.safetensors" for index in range(len(files))]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    copied = [[str(path), str(folder / f"{name}.copy")] for name, path in zip(GOOD, paths, strict=False)]
    cases = {"read": list(map(str, paths)), "copied": copied, "arrays": str(folder / "arrays"), "huge": 60 * 2**20}
    made = computed("keeping", cases, folder)
    return dict(zip(files, made["answers"], strict=True)) | {"vast": made["vast"]}


@pytest.mark.parametrize("case", GOOD)
def test_the_page_reads_what_python_writes_and_python_what_the_page_writes(case, in_the_page, folder):
    read = in_the_page[case]["model"]
    expected = arrays(GOOD[case])
    assert {key: read["settings"][key] for key in DEFAULTS} == DEFAULTS | GOOD[case]
    assert (read["name"], read["step"], read["mse"]) == ("Mine", 1500, 0.0123)
    assert sorted(tensor["name"] for tensor in read["tensors"]) == sorted(expected)
    for tensor in read["tensors"]:
        array = expected[tensor["name"]]
        assert tensor["shape"] == list(array.shape)
        assert (np.float32(tensor["values"]) == array.ravel()).all()
    copy = load_file(folder / f"{case}.copy")
    assert copy.keys() == expected.keys()
    assert all((copy[name] == expected[name]).all() for name in copy)
    with safe_open(folder / f"{case}.copy", "np") as opened:
        assert opened.metadata() == FACTS | {"settings": json.dumps(read["settings"], separators=(",", ":"))}


def test_half_precision_is_read_and_what_a_file_does_not_say_is_left_open(in_the_page):
    read = in_the_page["halves"]["model"]
    for tensor in read["tensors"]:
        expected = arrays({})[tensor["name"]].astype(np.float16).ravel()
        assert (np.float32(tensor["values"]) == expected).all()
    assert read["name"] == in_the_page["without facts"]["model"]["name"] == "Without a name"
    bare = in_the_page["without facts"]["model"]
    assert (bare["step"], bare["mse"]) == (0, None), "no number, in JSON"


@pytest.mark.parametrize("case", BAD)
def test_each_damage_has_a_sentence_of_its_own(case, in_the_page):
    answer = in_the_page[case]
    assert BAD[case][1] in answer.get("sentence", "")
    assert answer["sentence"].endswith(".")


def test_a_file_that_is_too_large_is_not_even_read(in_the_page):
    assert in_the_page["vast"]["sentence"].startswith("This file has 60 MB; a model of this page has at most 50 MB.")


def test_arrays_of_every_kind_are_written(in_the_page, folder):
    assert in_the_page
    written = load_file(folder / "arrays")
    expected = {
        "floats": np.float32([[0.5], [-2]]),
        "bytes": np.uint8([[7], [255], [0]]),
        "whole": np.int32([[-1], [2**31 - 1]]),
    }
    assert written.keys() == expected.keys()
    for name, array in expected.items():
        assert written[name].dtype == array.dtype
        assert (written[name] == array).all()
    with safe_open(folder / "arrays", "np") as opened:
        assert opened.metadata() == {"“key”": "ü"}


def test_the_page_reads_any_file_of_a_model_or_refuses_it_in_a_sentence(tmp_path):
    contents = [file(arrays(changes), changes) for changes in GOOD.values()] + [content for content, _ in BAD.values()]
    paths = [tmp_path / f"{index}.safetensors" for index in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    asked = {"files": list(map(str, paths)), "count": TIMES * KEPT, "seed": TIMES}
    made = computed("fuzzed_models", asked, tmp_path)
    assert made["refused"] + made["read"] == TIMES * KEPT
    assert made["refused"] > KEPT / 2
    assert made["sentences"] > 10
    assert made["slowest"] < SLOW
    assert made["megabytes"] < MORE_MEMORY
