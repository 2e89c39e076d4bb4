"""Anything that shows a picture → an array of colours, upright and of a bearable size."""

import io
import math
import warnings
from typing import IO

import numpy as np
from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from aemodels.errors import BadImage

Picture = Image.Image | bytes | bytearray | memoryview | np.ndarray
"""Whatever shows a picture."""
MOST_PIXELS = 100_000_000
"""A file that claims more pixels than this is refused before it is decoded."""
KEPT_PIXELS = 1_000_000
"""A larger picture is reduced by a whole factor to about this many pixels."""


def colours(picture: Picture) -> np.ndarray:
    """The pixels of a picture as numbers.

    Args:
        picture: a PIL image in any mode; the bytes of an image file; or an array `(H, W)`, `(H, W, 1)`,
            `(H, W, 3)` or `(H, W, 4)` of bool, integers or floats.

    Returns:
        `(H, W, C)` float32 in [0,1], `C` 1 or 3, about `KEPT_PIXELS` pixels at most, EXIF rotation applied.
        Where there was transparency, either the opaque part on its own median colour, or, for strokes of one
        colour, the opacity itself.

    Raises:
        BadImage: no picture, a damaged one, one without pixels, or one with numbers that are not finite.
    """
    if isinstance(picture, np.ndarray):
        return _opaque(_in_unit_range(_checked(picture)))
    if isinstance(picture, JpegImageFile) and picture.fp:
        picture = _content(picture.fp)
    if isinstance(picture, (bytes, bytearray, memoryview)):
        picture = _opened(bytes(picture))
    if not isinstance(picture, Image.Image):
        raise BadImage(
            f"A {type(picture).__name__} is no picture. Give a PIL image, the bytes of an image file or a numpy array."
        )
    try:
        return _opaque(_in_unit_range(_checked(np.asarray(_reduced(picture)))))
    except BadImage:
        raise
    except Exception as error:
        raise BadImage(f"The picture is damaged ({error}). Save it again, or send another one.") from error


def _opened(file: bytes) -> Image.Image:
    """The image in a file, not yet decoded; a large JPEG is set to decode at an eighth, fourth or half."""
    if not file:
        raise BadImage("The file is empty. Choose a picture that has content.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(file))
        _refuse_bomb(image)
        side = math.ceil(math.sqrt(KEPT_PIXELS / (image.width * image.height)) * max(image.size))
        image.draft(None, (side, side))
        return image
    except BadImage:
        raise
    except Image.DecompressionBombError as error:
        raise BadImage("The picture is too large. Send one of less than 100 megapixels.") from error
    except Exception as error:
        raise BadImage("This file is no picture that can be read. Send a PNG, JPEG, GIF, TIFF or WebP file.") from error


def _content(file: IO[bytes]) -> bytes:
    """Read the file behind a photo that is not decoded yet, so that it can be decoded at a reduced size."""
    place = file.tell()
    file.seek(0)
    content = file.read()
    file.seek(place)
    return content


def _refuse_bomb(image: Image.Image):
    if image.width * image.height > MOST_PIXELS:
        raise BadImage("The picture is too large. Send one of less than 100 megapixels.")


def _reduced(image: Image.Image) -> Image.Image:
    """The first frame, upright, in a mode of plain numbers, of about `KEPT_PIXELS` pixels."""
    if not image.width * image.height:
        raise BadImage("The picture has no pixels. Send one with content.")
    _refuse_bomb(image)
    image.load()
    if image.has_transparency_data:
        image = image.convert("RGBA")
    elif image.mode in ("1", "L"):
        image = image.convert("L")
    elif image.mode.startswith(("I", "F")):
        image = image.convert("F")
    else:
        image = image.convert("RGB")
    factor = math.ceil(math.sqrt(image.width * image.height / KEPT_PIXELS) - 0.25)
    if factor > 1:
        image = image.reduce((min(factor, image.width), min(factor, image.height)))
    return ImageOps.exif_transpose(image)


def _checked(array: np.ndarray) -> np.ndarray:
    """`(H, W, C)` of bool or real numbers, all finite, of about `KEPT_PIXELS` pixels."""
    if array.dtype.kind not in "buif":
        raise BadImage(f"An array of {array.dtype} is no picture. Give bool, integers or floats.")
    if array.ndim == 2:
        array = array[..., None]
    if array.ndim != 3 or array.shape[2] not in (1, 3, 4):
        raise BadImage(f"The array has shape {array.shape}. Give one picture: (H, W), (H, W, 3) or (H, W, 4).")
    if array.size == 0:
        raise BadImage("The picture has no pixels. Send one with content.")
    step = math.ceil(math.sqrt(array.shape[0] * array.shape[1] / KEPT_PIXELS) - 0.25)
    array = _block_means(array, step) if step > 1 else array
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise BadImage("The picture holds NaN or infinite values. Replace them with numbers from 0 to 1.")
    return array


def _block_means(array: np.ndarray, step: int) -> np.ndarray:
    rows, columns = min(step, array.shape[0]), min(step, array.shape[1])
    height, width = array.shape[0] // rows, array.shape[1] // columns
    blocks = array[: height * rows, : width * columns].reshape(height, rows, width, columns, -1)
    means = blocks.mean(axis=(1, 3), dtype=np.float32)
    return means.astype(array.dtype) if array.dtype == np.uint8 else means


def _in_unit_range(array: np.ndarray) -> np.ndarray:
    """To float32 in [0,1]: bytes by their range, everything that does not fit by its own minimum and maximum."""
    if array.dtype == np.uint8:
        return array.astype(np.float32) * np.float32(1 / 255)
    array = array.astype(np.float64 if array.dtype.itemsize > 4 else np.float32)
    low, high = min(array.min(), 0), array.max()
    if low < 0 or high > 1:
        low = array.min()
        array = (array - low) / max(high - low, 1e-12)
    return array.astype(np.float32)


def _opaque(array: np.ndarray) -> np.ndarray:
    """Drop the fourth channel, see `colours`."""
    if array.shape[2] < 4:
        return array
    rgb, alpha = array[..., :3], array[..., 3:]
    if alpha.min() > 0.99:
        return np.ascontiguousarray(rgb)
    seen = rgb[alpha[..., 0] > 0.9]
    if len(seen) == 0:
        return alpha
    low, high = np.quantile(seen, [0.03, 0.97], axis=0)
    if (high - low).max() < 0.2 or len(seen) < 0.3 * alpha.size:
        return alpha
    return rgb * alpha + np.median(seen, axis=0) * (1 - alpha)
