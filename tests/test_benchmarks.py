"""A benchmark says of every aim whether it is met, and a missed one cannot be overlooked."""

import pytest

from benchmarks import __main__ as benchmarks
from benchmarks.aims import Aim, report

ALL = benchmarks.IN_A_BROWSER | benchmarks.WITHOUT
TSNE = {"2000": {"updates_a_second": 12.345678}, "quality": {"cost": 1.31, "cost_ratio": 1.0566}}
PLANE = {
    "vae_2d": {"frames_a_second": 59.98},
    "deep_2d": {"frames_a_second": 54.6},
    "vae_conv_2d": {"frames_a_second": 60.0},
    "latency_p50_ratio": 0.6,
}


def test_each_aim_of_a_result_gets_a_line():
    printed = report("live_tsne", TSNE, "{…}", ALL["live_tsne"][1]).splitlines()
    assert printed == [
        "live_tsne {…}",
        "live_tsne: 2000.updates_a_second: met (12.35 of at least 10)",
        "live_tsne: quality.cost_ratio: MISSED (1.057 of at most 1.04)",
    ]
    printed = report("plane", PLANE, "{…}", ALL["plane"][1]).splitlines()
    assert printed[1:] == [
        "plane: vae_2d.frames_a_second: met (59.98 of at least 55)",
        "plane: deep_2d.frames_a_second: MISSED (54.6 of at least 55)",
        "plane: vae_conv_2d.frames_a_second: met (60 of at least 55)",
        "plane: latency_p50_ratio: MISSED (0.6 of at most 0.5)",
    ]


@pytest.mark.parametrize(
    ("aim", "number", "verdict"),
    [
        (Aim("ratio", at_most=0.5), 0.5, "ratio: met (0.5 of at most 0.5)"),
        (Aim("ratio", at_most=0.5), 0.50001, "ratio: MISSED (0.50001 of at most 0.5)"),
        (Aim("ratio", at_least=0.9), 0.899996, "ratio: MISSED (0.899996 of at least 0.9)"),
        (Aim("ratio", at_most=1.3), float("nan"), "ratio: MISSED (nan of at most 1.3)"),
        (Aim("other", at_most=1.3), 1.0, "other: MISSED (not measured, at most 1.3 asked)"),
        (Aim("ratio.deeper", at_most=1.3), 1.0, "ratio.deeper: MISSED (not measured, at most 1.3 asked)"),
    ],
)
def test_a_verdict_shows_on_which_side_of_the_bar_a_number_is(aim, number, verdict):
    assert aim.verdict({"ratio": number}) == verdict


def test_without_an_aim_it_says_so():
    assert report("inference", {}, "{}", ()).endswith("inference: no aim is stated, for comparison only")


def test_the_command_prints_and_keeps_a_result(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(benchmarks, "RESULTS", tmp_path)
    benchmarks._report("plane", PLANE, ALL["plane"][1])
    assert "plane: latency_p50_ratio: MISSED (0.6 of at most 0.5)" in capsys.readouterr().out
    assert '"latency_p50_ratio": 0.6' in (tmp_path / "plane.json").read_text()
