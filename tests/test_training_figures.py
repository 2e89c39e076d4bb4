"""Figures of a training."""

import math

import pytest

from aemodels import figures
from aemodels.checkpoints import cards


@pytest.mark.parametrize(("name", "decades"), [("simple", False), ("vae_collapsed", True)])
def test_a_curve_that_spans_many_powers_of_ten_has_ticks_at_these_alone(name, decades):
    ticks = figures.training.learning_curves(cards.read(name)).layout.yaxis.tickvals
    assert len(ticks) > 10
    assert all(math.isclose(math.log10(tick), round(math.log10(tick)), abs_tol=1e-9) for tick in ticks) == decades
