"""The connected pieces of ink on a picture, and which of them are the digit."""

import numpy as np
from scipy import ndimage

from aemodels.errors import BadImage

EDGE = 0.45
"""A blob that lies along the border for more than this part of its longest side is a table or a shadow."""

INKED = 0.35
"""Ink from this on makes a blob."""


class Blobs:
    """The connected pieces of ink, neighbours less than a stroke's width apart joined.

    The best is the one with most ink, a little less if far from the middle, hardly any if along the border. What
    is near it belongs to it, unless it is a speck. On a photograph, what reaches the border is rather something that
    lies there, and part of the digit only if the digit itself reaches it.

    Args:
        ink: `(H, W)` float32 in [0,1].
        photo: whether it comes from a photograph.

    Attributes:
        main: `(H, W)` bool, the best blob and what belongs to it.
        single: the same without what stands beside it and is about as tall, as in a row of digits.
        touching: `(H, W)` bool, blobs that reach the border of the picture.
        measures: of the best blob, how much of its longest side lies on the border, and that side.
    """

    def __init__(self, ink: np.ndarray, photo: bool = False):
        mask = ink > INKED
        joined = ndimage.maximum_filter(mask, 2 * max(1, round(0.01 * np.sqrt(ink.size))) + 1)
        labels = np.zeros(ink.shape, np.int32)
        count = int(np.asarray(ndimage.label(joined, np.ones((3, 3)), output=labels)))
        if count == 0:
            raise BadImage("There is no ink on the picture. Draw or photograph one dark digit on light paper.")
        self.mass = np.asarray(ndimage.sum_labels(ink * mask, labels, np.arange(1, count + 1)))
        spans = ndimage.find_objects(labels)
        self.low = np.array([(rows.start, columns.start) for rows, columns in spans])
        self.high = np.array([(rows.stop, columns.stop) for rows, columns in spans])
        rim = np.concatenate([labels[0], labels[-1], labels[1:-1, 0], labels[1:-1, -1]])
        extents = (self.high - self.low).max(1)
        self.contact = np.bincount(rim, minlength=count + 1)[1:] / extents
        off = np.abs((self.low + self.high) / ink.shape - 1).max(1)
        lying = np.where(self.contact > EDGE, 0.01, np.where((self.contact > 0) & photo, 0.2, 1))
        best = int(np.argmax(self.mass * (1 - 0.7 * off) * lying))
        self.measures = float(self.contact[best]), int(extents[best])
        most = 0 if photo and self.contact[best] == 0 else EDGE
        kept = self._belonging(best, most)
        self.main = np.concatenate([[False], kept])[labels]
        kept &= ~self._beside(best)
        self.single = np.concatenate([[False], kept])[labels]
        self.touching = np.concatenate([[False], self.contact > 0])[labels]

    def _belonging(self, best: int, most: float) -> np.ndarray:
        """Which blobs are parts of the best one: near it, the farther away the heavier, `most` on the border."""
        low, high = self.low[best], self.high[best]
        gap = np.maximum(low - self.high, self.low - high).max(1).clip(0) / (high - low).max()
        kept = (self.mass > (0.02 + gap) * self.mass[best]) & (gap < 0.35) & (self.contact <= most)
        kept[best] = True
        return kept

    def _beside(self, best: int) -> np.ndarray:
        """Which blobs stand beside the best one, at least half as tall and nowhere above or below it."""
        tall = self.high[:, 0] - self.low[:, 0] > 0.5 * (self.high - self.low)[best, 0]
        return tall & ((self.low[:, 1] >= self.high[best, 1]) | (self.high[:, 1] <= self.low[best, 1]))
