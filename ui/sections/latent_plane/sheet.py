"""The manifold for print: n x n pictures with axes in units of z."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ui.components.manifold import mosaic
from ui.components.shared.message import ink_bytes
from ui.download import png

PRINT_SIDE = 3000  # pixels at least, 25 cm at 300 dots an inch
DOTS_AN_INCH = 300
LEFT, BELOW, MARGIN = 240, 220, 40
MOST_TICKS = 11


def sheet(pictures: np.ndarray, values: np.ndarray) -> bytes:
    """Paint the figure, dark ink on white.

    Args:
        pictures: (n * n, 28, 28) in [0, 1], row by row from the largest second number down.
        values: (n,) of either number, rising.

    Returns:
        PNG file of at least 3000 pixels a side.
    """
    count = len(values)
    cell = 28 * -(-PRINT_SIDE // (28 * count))
    side = cell * count
    ink = Image.fromarray(255 - ink_bytes(mosaic(pictures))).resize((side, side), Image.Resampling.BICUBIC)
    page = Image.new("L", (LEFT + side + MARGIN, MARGIN + side + BELOW), 255)
    page.paste(ink, (LEFT, MARGIN))
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(44)
    for index in range(0, count, -(-count // MOST_TICKS)):
        text, middle = f"{values[index]:.2f}", (index + 0.5) * cell
        draw.text((LEFT + middle, MARGIN + side + 20), text, 0, font, anchor="mt")
        draw.text((LEFT - 20, MARGIN + side - middle), text, 0, font, anchor="rm")
    named = ImageFont.load_default(56)
    draw.text((LEFT + side / 2, MARGIN + side + 110), "z1", 0, named, anchor="mt")
    draw.text((20, MARGIN + side / 2), "z2", 0, named, anchor="lm")
    return png(page, dpi=(DOTS_AN_INCH, DOTS_AN_INCH))
