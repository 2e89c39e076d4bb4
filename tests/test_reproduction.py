"""The report on a repetition shows differences, in deviations of seeds, and what was missed or left out."""

import shutil

from aemodels import folders
from aemodels.checkpoints import cards
from aemodels.experiments import reproduction
from tests.support.damage import change_card


def test_a_repetition_is_held_against_what_is_shipped(tmp_path, monkeypatch, capsys):
    repeated = tmp_path / "repeated"
    repeated.mkdir()
    for name in ("pca_2", "simple"):
        shutil.copy(folders.checkpoints() / f"{name}.json", repeated)
    shipped = cards.read("simple")
    figures = shipped.figures._asdict()
    worse = figures["test"] | {"bce": 0.0926}
    change_card(repeated, "simple", figures=figures | {"test": worse})
    report = tmp_path / "report.md"
    monkeypatch.setattr("sys.argv", ["reproduction", str(repeated), "--markdown", str(report)])
    assert reproduction.main() == 1
    text = report.read_text()
    assert "| simple | bce ≤ 0.0908 | 0.090644 | 0.0926 | +2.16% |  | MISSED | 23 |" in text
    assert "| pca_2 | mse ≤ 0.05567 |" in text
    assert "Not repeated: `conv`," in text
    assert "`simple`" not in text
    assert capsys.readouterr().out.strip() == text.strip()


def test_differences_are_told_in_deviations_of_seeds():
    card = cards.read("simple")
    (row,) = reproduction.rows(card, card, {"bce": 0.001})
    assert row["in seeds' deviations"] == "+0.0"
    assert row["verdict"] == "met"
