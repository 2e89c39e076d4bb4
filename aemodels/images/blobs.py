"""The connected pieces of ink on a picture, and which of them are the digit."""

from collections.abc import Iterator

import numpy as np
from scipy import ndimage

from aemodels.errors import BadImage

EDGE = 0.45
"""A blob that lies along the border for more than this part of its longest side is a table or a shadow."""

INKED = 0.35
"""Ink from this on makes a blob."""

SPECK, NEAR = 0.02, 0.35
"""What has less ink than this part of the best blob's is a speck; what is farther away than this part of its longest
side is another thing."""

LEAST, OTHERS = 6, 2
"""A figure whose longer side is shorter than the picture's shorter one by more than `LEAST` is a speck; so many other
figures than the best one are thought of."""

FILLING = 0.8
"""What is at least as large as this part of the picture may be one figure that fills it, its parts far apart."""

SINGLE, CLEAR, ALL, OTHER = "single", "clear", "all", "other"
"""What may be the whole figure other than what lies together; see `Blobs.wholes`."""


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
        touching: `(H, W)` bool, blobs that reach the border of the picture.
        measures: of the best blob, how much of its longest side lies on the border, and that side.
    """

    def __init__(self, ink: np.ndarray, photo: bool = False):
        mask = ink > INKED
        joined = ndimage.maximum_filter(mask, 2 * max(1, round(0.01 * np.sqrt(ink.size))) + 1)
        self.labels = np.zeros(ink.shape, np.int32)
        count = int(np.asarray(ndimage.label(joined, np.ones((3, 3)), output=self.labels)))
        if count == 0:
            raise BadImage("There is no ink on the picture. Draw or photograph one dark digit on light paper.")
        self.mass = np.asarray(ndimage.sum_labels(ink * mask, self.labels, np.arange(1, count + 1)))
        spans = ndimage.find_objects(self.labels)
        self.low = np.array([(rows.start, columns.start) for rows, columns in spans])
        self.high = np.array([(rows.stop, columns.stop) for rows, columns in spans])
        rim = np.concatenate([self.labels[0], self.labels[-1], self.labels[1:-1, 0], self.labels[1:-1, -1]])
        self.extents = (self.high - self.low).max(1)
        self.contact = np.bincount(rim, minlength=count + 1)[1:] / self.extents
        off = np.abs((self.low + self.high) / ink.shape - 1).max(1)
        lying = np.where(self.contact > EDGE, 0.01, np.where((self.contact > 0) & photo, 0.2, 1))
        self.worth = self.mass * (1 - 0.7 * off) * lying
        self.best = int(np.argmax(self.worth))
        self.measures = float(self.contact[self.best]), int(self.extents[self.best])
        self.kept = self._belonging(self.best, 0 if photo and self.contact[self.best] == 0 else EDGE)
        self.main = self._mask(self.kept)
        self.touching = self._mask(self.contact > 0)

    @property
    def single(self) -> np.ndarray:
        """`(H, W)` bool, `main` without what stands beside the best blob, as in a row of digits."""
        return self._mask(self._single())

    @property
    def near(self) -> np.ndarray:
        """`(H, W)` bool, the best blob and all that is near it, though it lies along the border."""
        return self._mask(self._belonging(self.best, np.inf))

    def wholes(self) -> Iterator[tuple[str, np.ndarray]]:
        """Say what may be the whole figure.

        Yields:
            A name and a mask `(H, W)` bool: what lies together, all of it, or without what stands beside the best blob
            and is about as tall, as in a row of digits, or without what reaches the border; all ink, where it fills the
            picture; and the next best blobs.
        """
        yield "", self.main
        tried = [self.kept]
        for name, chosen in self._choices():
            if chosen.any() and not any((chosen == other).all() for other in tried):
                tried.append(chosen)
                yield name, self._mask(chosen)

    def _choices(self) -> Iterator[tuple[str, np.ndarray]]:
        yield SINGLE, self._single()
        if self.contact[self.best] == 0:
            yield CLEAR, self.kept & (self.contact == 0)
        heavy = self.mass > SPECK * self.mass[self.best]
        if (self.high[heavy].max(0) - self.low[heavy].min(0)).max() > FILLING * max(self.labels.shape):
            yield ALL, heavy
        yield from self._others()

    def _others(self) -> Iterator[tuple[str, np.ndarray]]:
        """Other blobs, also those that the best one surrounds, with what lies near them and without."""
        inside = ((self.low >= self.low[self.best]) & (self.high <= self.high[self.best])).all(1)
        taken = self.kept & ~inside
        taken[self.best] = True
        for _ in range(OTHERS):
            rest = np.where(taken, 0, self.worth)
            at = int(np.argmax(rest))
            if self.extents[at] * LEAST < min(self.labels.shape) or rest[at] <= 0:
                return
            chosen = self._belonging(at, 0 if self.contact[at] == 0 else EDGE) & ~taken
            yield OTHER, chosen
            yield OTHER, np.arange(len(chosen)) == at
            taken |= chosen

    def _single(self) -> np.ndarray:
        return self.kept & ~self._beside(self.best)

    def _mask(self, chosen: np.ndarray) -> np.ndarray:
        return np.concatenate([[False], chosen])[self.labels]

    def _belonging(self, at: int, most: float) -> np.ndarray:
        """Which blobs are parts of one: near it, the farther away the heavier, `most` on the border."""
        low, high = self.low[at], self.high[at]
        gap = np.maximum(low - self.high, self.low - high).max(1).clip(0) / (high - low).max()
        kept = (self.mass > (SPECK + gap) * self.mass[at]) & (gap < NEAR) & (self.contact <= most)
        kept[at] = True
        return kept

    def _beside(self, at: int) -> np.ndarray:
        """Which blobs stand beside one, at least half as tall and nowhere above or below it."""
        tall = self.high[:, 0] - self.low[:, 0] > 0.5 * (self.high - self.low)[at, 0]
        return tall & ((self.low[:, 1] >= self.high[at, 1]) | (self.high[:, 1] <= self.low[at, 1]))
