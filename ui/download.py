"""Pictures to download: the input and every reconstruction with titles and errors, or a plain grid."""

import io
from collections.abc import Callable

import numpy as np
import streamlit as st
from PIL import Image, ImageDraw, ImageFont

from aemodels.images import SIDE
from ui.models import Rebuilt

SCALE = 6
CELL = SIDE * SCALE
MARGIN = 16
CAPTION = 44
COLUMNS = 4


def offer(label: str, make: Callable[[], bytes], name: str, kind: str) -> None:
    """Offer a file, made only when somebody asks for it.

    Args:
        label: On the button.
        make: Returns the file.
        name: Of the file.
        kind: Its MIME type.
    """
    st.download_button(label, make, name, kind, icon=":material/download:", on_click="ignore")


def png(image: Image.Image, **options) -> bytes:
    """Return a picture as a PNG file; options as for `Image.save`."""
    file = io.BytesIO()
    image.save(file, "PNG", **options)
    return file.getvalue()


def button(image: np.ndarray, rebuilt: list[Rebuilt]) -> None:
    """Offer the comparison as a PNG, made only when somebody asks for it."""
    offer("Download this comparison", lambda: sheet(image, rebuilt), "reconstructions.png", "image/png")


def sheet(image: np.ndarray, rebuilt: list[Rebuilt]) -> bytes:
    """Paint the input and all reconstructions, dark ink on white, captions below.

    Args:
        image: (28, 28) in [0, 1].
        rebuilt: In the order in which they are painted.

    Returns:
        PNG file.
    """
    pictures = [("Input", "", image)]
    pictures += [(model.card.spec.title, f"error {model.error:.4f}", model.x_hat) for model in rebuilt]
    rows = -(-len(pictures) // COLUMNS)
    canvas = Image.new("L", (MARGIN + COLUMNS * (CELL + MARGIN), MARGIN + rows * (CELL + CAPTION + MARGIN)), 255)
    draw = ImageDraw.Draw(canvas)
    font = ImageFont.load_default(14)
    for index, (title, facts, picture) in enumerate(pictures):
        left = MARGIN + index % COLUMNS * (CELL + MARGIN)
        top = MARGIN + index // COLUMNS * (CELL + CAPTION + MARGIN)
        _paint(canvas, picture, left, top)
        draw.text((left, top + CELL + 4), f"{title}\n{facts}", fill=0, font=font, spacing=4)
    return png(canvas)


def grid_button(label: str, pictures: np.ndarray, columns: int, name: str) -> None:
    """Offer pictures (N, 28, 28) in rows of `columns` as a PNG of that name, made only when somebody asks for it."""
    offer(label, lambda: grid(pictures, columns), name, "image/png")


def grid(pictures: np.ndarray, columns: int) -> bytes:
    """Paint pictures in rows, dark ink on white.

    Args:
        pictures: (N, 28, 28) in [0, 1].
        columns: Pictures a row.

    Returns:
        PNG file.
    """
    rows, step = -(-len(pictures) // columns), CELL + MARGIN
    canvas = Image.new("L", (MARGIN + columns * step, MARGIN + rows * step), 255)
    for index, picture in enumerate(pictures):
        _paint(canvas, picture, MARGIN + index % columns * step, MARGIN + index // columns * step)
    return png(canvas)


def _paint(canvas: Image.Image, picture: np.ndarray, left: int, top: int) -> None:
    grey = np.round(255 - 255 * np.clip(picture, 0, 1)).astype(np.uint8)
    canvas.paste(Image.fromarray(grey).resize((CELL, CELL), Image.Resampling.NEAREST), (left, top))
    ImageDraw.Draw(canvas).rectangle((left, top, left + CELL - 1, top + CELL - 1), outline=190)
