"""A picture to take home: the input and every reconstruction, with names and errors."""

import io

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


def button(image: np.ndarray, rebuilt: list[Rebuilt]) -> None:
    """Offer the comparison as a PNG, made only when somebody asks for it."""
    st.download_button(
        "Download this comparison",
        lambda: sheet(image, rebuilt),
        "reconstructions.png",
        "image/png",
        icon=":material/download:",
        on_click="ignore",
    )


def sheet(image: np.ndarray, rebuilt: list[Rebuilt]) -> bytes:
    """Paint the input and all reconstructions, dark ink on white, captions below.

    Args:
        image: (28, 28) in [0, 1].
        rebuilt: In the order in which they are painted.

    Returns:
        PNG file.
    """
    pictures = [("Input", "", image)]
    pictures += [(each.card["spec"]["title"], f"error {each.error:.4f}", each.x_hat) for each in rebuilt]
    rows = -(-len(pictures) // COLUMNS)
    canvas = Image.new("L", (MARGIN + COLUMNS * (CELL + MARGIN), MARGIN + rows * (CELL + CAPTION + MARGIN)), 255)
    draw = ImageDraw.Draw(canvas)
    font = ImageFont.load_default(14)
    for index, (title, facts, picture) in enumerate(pictures):
        left = MARGIN + index % COLUMNS * (CELL + MARGIN)
        top = MARGIN + index // COLUMNS * (CELL + CAPTION + MARGIN)
        grey = np.round(255 - 255 * np.clip(picture, 0, 1)).astype(np.uint8)
        canvas.paste(Image.fromarray(grey).resize((CELL, CELL), Image.Resampling.NEAREST), (left, top))
        draw.rectangle((left, top, left + CELL - 1, top + CELL - 1), outline=190)
        draw.text((left, top + CELL + 4), f"{title}\n{facts}", fill=0, font=font, spacing=4)
    file = io.BytesIO()
    canvas.save(file, "PNG")
    return file.getvalue()
