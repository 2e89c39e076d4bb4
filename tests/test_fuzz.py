"""Ten thousand inputs that nobody meant: none crashes the server, takes it long, or has it hold much memory.

`make fuzz` tries many more, and others at each run.
"""

import io
import json
import resource
import time
from collections.abc import Callable
from contextlib import suppress
from functools import wraps

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from hypothesis.extra import numpy as arrays
from hypothesis.strategies import SearchStrategy
from PIL import Image
from safetensors import SafetensorError
from safetensors.numpy import load_file, save

from aemodels.corruption.strokes import coverage
from aemodels.errors import BadImage
from aemodels.images import Normalised, normalise
from tests.support.fuzzing import ARRAYS, FILES, MESSAGES, MORE_MEMORY, SLOW, STROKES, TENSORS, TIMES
from ui import sample
from ui.components import code_map, corruption, dials, pad, plane, row_reader, training, tsne, walk
from ui.components.pad.raster import picture_of
from ui.components.shared import value


def tried(examples: int, *anything: SearchStrategy, **named: SearchStrategy) -> Callable:
    """Have a test try so many inputs: the same inputs at each run, unless there are more than usual."""
    allowed = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
    often = settings(
        max_examples=TIMES * examples,
        derandomize=TIMES == 1,
        deadline=None,  # that would be of a clock, and other processes hold tests up
        database=None,
        suppress_health_check=allowed,
    )
    return lambda test: often(given(*anything, **named)(quick(test)))


def quick(test: Callable) -> Callable:
    """Let a test fail over an input that takes a processor long."""

    @wraps(test)
    def timed(*given, **named):
        start = time.process_time()
        made = test(*given, **named)
        assert time.process_time() - start < SLOW
        return made

    return timed


@pytest.fixture(autouse=True, scope="module")
def little_memory():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MORE_MEMORY


def normalised_or_refused(make: Callable[..., Normalised], of) -> None:
    """Have a picture made of anything: it is one, or the one error comes that is promised."""
    image, refusal = np.eye(28, dtype=np.float32), "It was read."
    try:
        image = make(of).image
    except BadImage as error:
        refusal = str(error)
    assert refusal.endswith(".")
    assert (image.shape, image.dtype) == ((28, 28), np.float32)
    assert np.isfinite(image).all()
    assert 0 <= image.min() < image.max() <= 1


KINDS = [np.bool_, np.uint8, np.int8, np.int16, np.uint32, np.int64, np.float16, np.float32, np.float64, np.complex64]
SHAPES = arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=12)
PICTURES = some.sampled_from(KINDS).flatmap(lambda kind: arrays.arrays(kind, SHAPES))


@tried(ARRAYS, PICTURES)
def test_any_array_is_a_picture_or_is_refused(picture):
    normalised_or_refused(normalise, picture)


def files() -> list[bytes]:
    """A small digit in every kind of file that is taken."""
    drawn = np.full((24, 30), 240, np.uint8)
    drawn[4:20, 12:16] = 30
    made = []
    for kind in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "ICO", "PPM", "TGA"):
        file = io.BytesIO()
        Image.fromarray(drawn).save(file, kind)
        made.append(file.getvalue())
    return made


CHANGES = some.lists(some.tuples(some.floats(0, 1, exclude_max=True), some.binary(max_size=4)), min_size=1, max_size=6)


def changed(file: bytes, changes: list[tuple[float, bytes]], end: float) -> bytes:
    """Write other bytes into a file here and there, and cut it off."""
    spoilt = bytearray(file)
    for place, content in changes:
        at = int(place**2 * len(spoilt))  # most of what matters stands at the beginning
        spoilt[at : at + len(content)] = content
    return bytes(spoilt[: max(1, int(end * len(spoilt)))])


@pytest.mark.filterwarnings("ignore::UserWarning")
@tried(FILES, some.sampled_from(files()), CHANGES, some.sampled_from([1.0, 1.0, 0.9, 0.3]))
def test_any_file_is_a_picture_or_is_refused(file, changes, end):
    normalised_or_refused(normalise, changed(file, changes, end))


MADE_OF = (value.Name, value.Row, value.Point, code_map._Hand, corruption.Edited, dials._Message, pad.Drawing)
MADE_OF += (plane._Hand, row_reader._Place, training._Sent, tsne._Wish, walk._Laid)
NAMES = sorted({field for kind in MADE_OF for field in getattr(kind, "_fields", ())})
LEAVES = (
    None,
    True,
    0,
    3,
    -1,
    2.5,
    10**400,
    -(2**63),
    float("nan"),
    float("inf"),
    "",
    "3",
    "evil",
    "\ud800",
    "x" * 200,
)
NESTED = (
    [],
    {},
    [[]],
    [1, 2],
    [1.5, 2.5],
    [[0, 5, 9, 9]],
    [[1, 2, 3]],
    [[float("nan"), 1]],
    [None],
    {"a": "b"},
    {"a": []},
)
VALUES = some.sampled_from((*LEAVES, *NESTED, [3] * 5000, dict.fromkeys(map(str, range(99)), "")))
OBJECTS = some.fixed_dictionaries(dict.fromkeys(NAMES[::2], VALUES), optional=dict.fromkeys(NAMES[1::2], VALUES))


@tried(MESSAGES, some.sampled_from(MADE_OF), VALUES | OBJECTS)
def test_any_message_of_a_component_is_what_it_should_be_or_nothing(kind, message):
    taken = value.checked(message, kind)
    if hasattr(kind, "_fields"):
        assert taken is None or isinstance(taken, kind)
    json.dumps(taken, allow_nan=False)


COORDINATES = some.integers(0, 1000) | some.integers(-(10**7), 10**7)
DRAWN = some.lists(some.lists(COORDINATES, max_size=12), max_size=5)


@tried(STROKES, DRAWN)
def test_whatever_is_drawn_is_a_picture_or_is_refused(strokes):
    drawing = value.checked({"strokes": strokes, "live": False}, pad.Drawing)
    assert (drawing is None) == any(
        not stroke or len(stroke) % 2 or max(map(abs, stroke)) > 10**6 for stroke in strokes
    )
    if drawing and drawing.strokes:
        assert np.isfinite(coverage(drawing.strokes)).all()
        normalised_or_refused(sample.of_strokes, drawing.strokes)


@pytest.mark.parametrize("shape", ["one line", "all dots", "to and fro"])
def test_the_longest_drawing_takes_no_longer_than_that(shape):
    chance = np.random.default_rng(0)
    points = chance.integers(0, 1001, 2 * pad.MOST_POINTS).tolist()
    strokes = {
        "one line": [points],
        "all dots": [points[:2]] * pad.MOST_POINTS,
        "to and fro": [[0, 500, 1000, 500] * 50_000],
    }
    assert quick(picture_of)(strokes[shape]).max() == 1


GALLERY = save({"codes": np.zeros((2, 3), np.float32), "labels": np.zeros(2, np.uint8), "errors": np.ones(2)})


@tried(TENSORS, changes=CHANGES, end=some.sampled_from([1.0, 1.0, 0.9, 0.3]))
def test_any_file_of_tensors_is_read_or_refused(changes, end, tmp_path):
    path = tmp_path / "gallery"
    path.write_bytes(changed(GALLERY, changes, end))
    with suppress(SafetensorError):
        assert all(isinstance(array, np.ndarray) for array in load_file(path).values())
