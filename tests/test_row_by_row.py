"""Row by row: a code after every row, the last one the model's own, and the page that shows them."""

import numpy as np
import pytest

import aemodels
from aemodels.checkpoints import cards, results
from aemodels.experiments import row_by_row
from tests.support.apptest import open_page, sent

EMPTY = 0.1025
"""Error of an empty sheet: the mean square of the pixels of MNIST's first 2,000 test images."""


@pytest.mark.parametrize("name", row_by_row.MODELS.values())
def test_the_last_row_has_the_models_own_code_and_picture(name, digits):
    reading = row_by_row.read(name, digits[3])
    codes, pictures = aemodels.rebuild(name, digits[3:4])
    assert np.allclose(reading.codes[-1], codes[0], atol=1e-5)
    assert np.allclose(reading.pictures[-1], pictures[0], atol=1e-5)
    assert reading.errors[-1] == pytest.approx(np.square(pictures[0] - digits[3]).mean(), rel=1e-3)


@pytest.mark.parametrize("name", row_by_row.MODELS.values())
def test_a_code_knows_nothing_of_the_rows_below(name, digits):
    upper = digits[3].copy()
    upper[14:] = 1 - upper[14:]
    whole, changed = row_by_row.read(name, digits[3]), row_by_row.read(name, upper)
    assert np.allclose(whole.codes[:14], changed.codes[:14], atol=1e-6)
    assert not np.allclose(whole.codes[14:], changed.codes[14:], atol=1e-2)


def test_the_error_of_test_images_falls_with_the_rows_and_ends_at_the_cards_figure():
    for name, one in results.row_by_row()["models"].items():
        assert one["mean"][-1] == min(one["mean"])
        assert one["mean"][-1] < 0.2 * one["mean"][0]
        assert one["mean"][-1] == pytest.approx(cards.read(name).figures.test["mse"], rel=0.05)
        assert all(low <= high for low, high in zip(one["low"], one["high"], strict=True))


def test_what_the_page_says_of_the_mean_is_what_was_measured():
    mean = results.row_by_row()["models"]["recurrent_digits"]["mean"]
    assert next(row for row, error in enumerate(mean, 1) if error < EMPTY) == 20
    assert (round(mean[23], 2), round(mean[27], 3)) == (0.07, 0.006)


def test_the_page_reads_the_picture_and_keeps_the_row_in_the_address():
    app = open_page("row_by_row", rows="20")
    [(header, arrays)] = sent(app, "row_reader")
    assert (header["rows"], header["size"], header["model"]) == (20, 30, "recurrent_digits")
    assert header["network"]["address"].startswith("networks/")
    assert len(header["usual"]["mean"]) == 28
    assert arrays["codes"].shape == (28 * 30,)
    app.toggle(key="other_reader").set_value(True).run()
    assert sent(app, "row_reader")[0][0]["model"] == "recurrent"
    assert not app.exception
