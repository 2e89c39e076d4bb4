"""Whose figure is quoted, and what is different here, stands wherever the figure stands."""

from aemodels import evaluate
from tests.support.apptest import open_page, table_rows, words

WHOSE = "3rd edition; ReLU, linear output; squared error; 10 epochs"
DIFFERS = "SELU layers, sigmoid output and cross-entropy, as in the 2nd edition"


def test_the_page_of_models_says_it_in_table_and_card():
    app = open_page("models", model="tied")
    (row,) = [row for row in table_rows(app) if row["Model"] == "Tied-weights autoencoder (30-D)"]
    assert row["Printed for"] == WHOSE
    assert row["Different here"] == DIFFERS
    assert f"validation images ({WHOSE})." in words(app)
    assert f"Different here: {DIFFERS}." in words(app)


def test_a_model_that_departs_in_nothing_says_nothing():
    assert "Different here" not in words(open_page("models", model="simple"))


def test_the_results_say_it(spoilable):
    (spoilable / "tied.safetensors").unlink()
    (row,) = evaluate.evaluate("tied")
    assert (row["printed for"], row["different here"]) == (WHOSE, DIFFERS)
    assert f"| {WHOSE} | {DIFFERS} |" in evaluate.markdown([row])


def test_phases_with_losses_of_their_own_are_shown_apart():
    app = open_page("models", model="greedy")
    assert "In the phase “outer layers” and in the phase “fine-tuning”:" in words(app)
    assert "In the phase “inner layers”:" in words(app)
    assert not any(formula.value.strip("$ \n").startswith("+") for formula in app.latex)
    assert sum("code reconstruction" in formula.value for formula in app.latex) == 1


def test_terms_that_are_minimised_together_are_added():
    app = open_page("models", model="sparse_l1")
    assert [formula.value.strip("$ \n").startswith("+") for formula in app.latex] == [False, True]
    assert "In the phase" not in words(app)
