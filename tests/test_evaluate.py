"""The table is recomputed from weights, and a lying card is found out."""

import json
import sys

import pytest

from aemodels import evaluate
from aemodels.checkpoints import cards
from aemodels.specs import Target


def run(monkeypatch, capsys, *words) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["evaluate", *words])
    code = evaluate.main()
    return code, capsys.readouterr().out


@pytest.mark.slow
def test_honest_cards_pass(mnist, monkeypatch, capsys, tmp_path):
    code, out = run(monkeypatch, capsys, "simple", "pca_32", "--json", str(tmp_path / "table.json"))
    rows = json.loads((tmp_path / "table.json").read_text())
    assert code == 0
    assert "0.0906" in out
    assert [row["name"] for row in rows] == ["simple", "pca_32"]
    assert all(row["verdict"] == "met" and row.keys() == set(evaluate.COLUMNS) for row in rows)


@pytest.mark.slow
def test_a_lying_card_is_found_out(mnist, monkeypatch, capsys, spoilable):
    card = json.loads((spoilable / "simple.json").read_text())
    card["figures"]["test"]["bce"] *= 0.99
    (spoilable / "simple.json").write_text(json.dumps(card))
    code, out = run(monkeypatch, capsys, "simple")
    assert code == 1
    assert "differs from its card: bce" in out


def test_a_missing_checkpoint_fails(monkeypatch, capsys, spoilable):
    (spoilable / "simple.safetensors").unlink()
    code, out = run(monkeypatch, capsys, "simple")
    assert code == 1
    assert "python -m aemodels.train simple" in out


def test_differences_name_what_differs():
    stated, found = {"a": 1.0, "b": 2.0, "c": 3.0}, {"a": 1.0, "b": 2.1, "d": 4.0}
    assert evaluate.differences(stated, found) == ["b", "c", "d"]
    assert evaluate.differences(stated, stated) == []


@pytest.mark.parametrize(
    ("target", "met"),
    [
        (Target("mse", at_most=0.02), True),
        (Target("mse", at_most=0.005), False),
        (Target("mse", at_least=0.02), False),
        (Target("mse", at_most="pca_mse"), True),
        (Target("pca_mse", at_most="mse"), False),
    ],
)
def test_targets(target, met):
    assert target.met({"mse": 0.01, "pca_mse": 0.02}) is met


def test_the_cards_states_what_evaluate_measures(mnist):
    figures = cards.read("simple").figures.test
    assert figures["bce"] > figures["bce_floor"]
    assert figures["mse"] < figures["pca_mse"]
