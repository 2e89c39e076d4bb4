"""What is given to a model, checked at the door: numbers of the right shape, finite, and in range if there is one."""

from typing import NamedTuple

import numpy as np

from aemodels.errors import BadInput

TOLERANCE = 1e-6
"""How far out of [0, 1] a value may lie that was rounded."""
LARGEST = np.float32(1 + TOLERANCE).view(np.uint32)
"""The largest value that passes, as bits."""
NUMBERS = "buif"
"""Kinds of dtype that are numbers: bool, integers, floats."""
NO_NUMBERS = {"O": "Python objects", "U": "text", "S": "bytes", "c": "complex numbers"}


class Kind(NamedTuple):
    """What a model takes.

    Attributes:
        noun: In the plural.
        one: Name of a variable that holds one.
        remedy: For a wrong shape.
    """

    noun: str
    one: str
    remedy: str


PICTURES = Kind("pictures", "image", "Send pictures through `aemodels.images.normalise` first.")
POINTS = Kind("points", "point", "Give three numbers for every point.")
CODES = Kind("codes", "code", "Give them as `aemodels.encode` returns them.")


def checked(name: str, kind: Kind, given, shape: tuple[int, ...], bounded: bool) -> np.ndarray:
    """Return what was given to a model as an array that torch can share, or say what is wrong with it.

    Args:
        name: Variant, for the message.
        kind: What it takes.
        given: Anything; an array with any strides and byte order, writable or not, of bool, integers or floats passes.
        shape: Of one.
        bounded: Whether values must lie in [0, 1], give or take `TOLERANCE`.

    Returns:
        (N, *shape) float32, C-contiguous and writable; a copy only where the one given is not so.

    Raises:
        BadInput: It holds no numbers, has another shape, or holds NaN, infinity or values out of range.
    """
    array = _array(name, kind, given, shape)
    if array.shape[1:] != shape:
        raise BadInput(_wrong_shape(name, kind, array.shape, shape))
    numbers = _shareable(array)
    if not (_surely_in_range(numbers) if bounded else _finite(numbers)):
        _refuse_values(name, kind, array, numbers, bounded)
    return numbers


def _array(name: str, kind: Kind, given, shape: tuple[int, ...]) -> np.ndarray:
    remedy = f"Give a NumPy array of numbers, shape {_many(shape)}."
    try:
        array = np.asarray(given)
    except ValueError as error:
        raise BadInput(f"The {kind.noun} for “{name}” are a list whose parts differ in shape. {remedy}") from error
    except (TypeError, RuntimeError) as error:
        raise BadInput(f"The {kind.noun} for “{name}” cannot be read as an array ({error}). {remedy}") from error
    if array.dtype.kind not in NUMBERS:
        came = "None" if given is None else NO_NUMBERS.get(array.dtype.kind, f"of type {array.dtype}")
        raise BadInput(f"The {kind.noun} for “{name}” are {came}, not real numbers. {remedy}")
    return array


def _shareable(array: np.ndarray) -> np.ndarray:
    if array.dtype == np.float32 and array.flags.c_contiguous and array.flags.writeable:
        return array
    with np.errstate(over="ignore"):
        return np.require(array, np.float32, ["C", "W"])


def _wrong_shape(name: str, kind: Kind, came: tuple[int, ...], shape: tuple[int, ...]) -> str:
    remedy = f"Add an axis to a single one: `{kind.one}[None]`." if came == shape else kind.remedy
    return f"“{name}” takes {kind.noun} of shape {_many(shape)}, not {came}. {remedy}"


def _many(shape: tuple[int, ...]) -> str:
    return f"({', '.join(map(str, ('N', *shape)))})"


def _surely_in_range(numbers: np.ndarray) -> bool:
    """Return whether all are in [0, 1], in one pass; a negative zero or a rounded one is not seen as such.

    Read as unsigned integers, floats from 0 up keep their order; NaN, infinity and all that is negative come above 1.
    """
    return not numbers.size or bool(numbers.view(np.uint32).max() <= LARGEST)


def _finite(numbers: np.ndarray) -> bool:
    return bool(np.isfinite(numbers).all())


def _refuse_values(name: str, kind: Kind, array: np.ndarray, numbers: np.ndarray, bounded: bool) -> None:
    """Say what is wrong with values, unless they are out of range by rounding only."""
    subject = f"The {kind.noun} for “{name}”"
    if not _finite(numbers):
        place = tuple(int(index) for index in np.argwhere(~np.isfinite(numbers))[0])
        value = "NaN" if np.isnan(numbers[place]) else f"{float(array[place]):g}"
        remedy = "Replace it by a number from 0 to 1." if bounded else "Replace it by a finite float32 number."
        raise BadInput(f"{subject} hold {value} at {list(place)}, but must be finite. {remedy}")
    low, high = float(array.min()), float(array.max())
    if low >= -TOLERANCE and high <= 1 + TOLERANCE:
        return
    bytes_came = low >= 0 and high <= 255 and (high > 2 or array.dtype.kind in "ui")
    remedy = "Divide them by 255." if bytes_came else "Rescale or clip them; `bounded=False` lets noisy ones pass."
    raise BadInput(f"{subject} have values from {low:.7g} to {high:.7g}, not from 0 (paper) to 1 (ink). {remedy}")
