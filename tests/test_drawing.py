"""Strokes of the pad become the same 28 x 28 pixels in the page as on the server."""

import numpy as np
import pytest

from aemodels.errors import BadImage
from tests.support.node import computed
from ui.components.pad import PRESETS, picture_of
from ui.sample import of_strokes

COUNT = 100
SAME = 1e-3
MOST_OTHER = 0.003
"""The largest share of all pixels that may differ by more than `SAME`: a centre of mass between two pixels falls on
either side."""


def by_hand(seed: int) -> list[list[int]]:
    """Distort a preset as a hand would: moved, sized and sheared, trembling, with a speck now and then."""
    dice = np.random.default_rng(seed)
    shear = np.eye(2) + dice.normal(scale=0.15, size=(2, 2))
    scale, shift = dice.uniform(0.25, 1.1), dice.uniform(-150, 150, 2)
    strokes = []
    for stroke in PRESETS[str(seed % 10)]:
        points = np.array(stroke).reshape(-1, 2)
        moved = (points - 500) @ shear * scale + 500 + shift + dice.normal(scale=3, size=points.shape)
        strokes.append(np.clip(moved, 0, 1000).round().astype(int).ravel().tolist())
    if seed % 4 == 0:
        strokes.append(dice.integers(0, 1000, 2).tolist())
    return strokes


def test_a_hundred_drawings_become_the_same_pixels_in_the_page(tmp_path):
    drawings = [*map(by_hand, range(COUNT - 2)), [[500, 500]], [[10, 3, 990, 5]]]
    ours = np.array(computed("drawing", drawings, tmp_path))
    theirs = np.stack([of_strokes(strokes).image.ravel() for strokes in drawings])
    assert ours.shape == theirs.shape == (COUNT, 784)
    assert (np.abs(ours - theirs) > SAME).mean() <= MOST_OTHER


def test_specks_far_away_are_dropped_by_both(tmp_path):
    drawing = [*PRESETS["1"], [60, 60]]
    (ours, alone) = np.array(computed("drawing", [drawing, PRESETS["1"]], tmp_path))
    assert np.array_equal(ours, alone)
    assert np.array_equal(of_strokes(drawing).image, of_strokes(PRESETS["1"]).image)


def test_an_empty_pad_has_no_ink_for_either(tmp_path):
    assert computed("drawing", [[]], tmp_path) == [None]
    with pytest.raises(BadImage):
        of_strokes([])


def test_a_brush_is_round_and_soft_at_its_edge():
    dot = picture_of([[500, 500]])
    assert dot[56, 56] == 1
    assert np.allclose(dot, dot.T)
    assert np.allclose(dot, dot[::-1])
    assert 0 < dot[56].min() + dot[dot > 0].min() < 1
    assert abs(dot.sum() - np.pi * 4.76**2) < 1
