"""A walk to take home: its strip as a PNG, its film as a GIF."""

import io

import numpy as np
from PIL import Image

import aemodels
from aemodels.latent import interpolation
from ui.components.shared.message import ink_bytes
from ui.download import png

STRIP_FRAMES = 12
STRIP_SCALE = 6
FRAMES_A_LEG = 16
FILM_SCALE = 10
FRAME_MILLISECONDS = 60
END_MILLISECONDS = 500


def strip(name: str, stops: np.ndarray, spherical: bool) -> bytes:
    """Paint twelve pictures of a walk side by side, dark ink on white.

    Args:
        name: Variant.
        stops: (S, 2) codes, S at least 2.
        spherical: Course, as in `interpolation.walk`.

    Returns:
        PNG file.
    """
    pictures = aemodels.decode(name, interpolation.walk(stops, STRIP_FRAMES, spherical))
    return png(_on_paper(np.concatenate(list(pictures), axis=1), STRIP_SCALE))


def film(name: str, stops: np.ndarray, spherical: bool) -> bytes:
    """Film a walk there and back; arguments as in `strip`.

    Returns:
        GIF file that begins anew for ever and rests a moment at both ends.
    """
    count = FRAMES_A_LEG * (len(stops) - 1) + 1
    there = [
        _on_paper(picture, FILM_SCALE) for picture in aemodels.decode(name, interpolation.walk(stops, count, spherical))
    ]
    frames = there + there[-2:0:-1]
    resting = (0, count - 1)
    durations = [END_MILLISECONDS if index in resting else FRAME_MILLISECONDS for index in range(len(frames))]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=durations, loop=0)
    return file.getvalue()


def _on_paper(picture: np.ndarray, scale: int) -> Image.Image:
    image = Image.fromarray(255 - ink_bytes(picture))
    return image.resize([side * scale for side in image.size], Image.Resampling.NEAREST)
