"""The table is recomputed from weights, and a card or gallery that states anything else is found out."""

import json
import math

import pytest

from aemodels import evaluate, train
from aemodels.checkpoints import cards
from aemodels.checkpoints.comparison import Within, differences
from aemodels.specs import Target
from tests.support.damage import change_card, forge, forge_gallery

FORGED = {
    "figures.train.mse": (0.0028, "card.figures.train.mse states 0.0028, measured 0.00284791"),
    "figures.validation.mse": (0.0101, "card.figures.validation.mse states 0.0101, measured 0.00338344"),
    "figures.test.principal_angle": (0.3, "card.figures.test.principal_angle states 0.3, measured 0.399723"),
    "figures.test.extra": (1.0, "card.figures.test.extra states 1, measured nothing"),
    "parameters": (16, "card.parameters states 16, measured 17"),
    "shape": ([4], "card.shape[0] states 4, measured 3"),
    "layers[0].weights": (9, "card.layers[0].weights states 9, measured 8"),
    "layers[1].shape": ([3, 1], "card.layers[1].shape states 2 entries, measured 1"),
    "browser": (["encoder"], "card.browser states 1 entries, measured 0"),
    "golden.codes": ([[0.0, 0.0]] * 3, "card.golden.codes[0][0] states 0, measured -1.09603"),
    "golden.means[2]": (0.5, "card.golden.means[2] states 0.5, measured -0.0863064"),
    "targets[0].bar": ("mse ≤ 1", "card.targets[0].bar states mse ≤ 1, measured principal_angle ≤ 1"),
    "targets[0].met": (False, "card.targets[0].met states False, measured True"),
    "units.principal_angle": ("radians", "card.units.principal_angle states radians, in the code degrees away"),
    "formulas.reconstruction": ("x", "card.formulas.reconstruction states x, in the code"),
    "spec.code_size": (3, "card.spec.code_size states 3, in the code 2"),
    "spec.recipe.seed": (1, "card.spec.recipe.seed states 1, in the code 0"),
    "spec.source.figure": ("better", "card.spec.source.figure states better, in the code a picture"),
    "story.idea": ("Magic.", "card.story.idea states Magic., in the code Encodes points"),
    "dtype": ("float16", "card.dtype states float16, measured float32"),
    "seconds": (5.0, "card.seconds states 5, measured 56.1629"),
    "history[3].seconds": (99.0, "card.seconds states 56.1629, measured"),
    "history[3].epoch": (5, "card.history[3].epoch states 5, by its recipe 4"),
    "history[3].phase": ("warm-up", "card.history[3].phase states warm-up, by its recipe end to end"),
    "history[3].learning_rate": (0.1, "card.history[3].learning_rate states 0.1, by its recipe"),
    "history[99].validation": ({"reconstruction": 0.005}, "card.history[99].validation.reconstruction states 0.005, "),
}
UNHEARD_OF_MAP = {"tsne": {"trustworthiness": 1.0, "label_agreement": 1.0, "distance_correlation": 1.0}}
FORGED_MAPS = {
    "maps.tsne.trustworthiness": (1.0, "card.maps.tsne.trustworthiness states 1, measured 0.9"),
    "maps.pca_3d.label_agreement": (0.5, "card.maps.pca_3d.label_agreement states 0.5, measured 0.38"),
    "maps.umap.landing_error": (1.5, "card.maps.umap.landing_error states 1.5, which is no share of a map"),
    "browser": (["encoder"], "card.browser states 1 entries, measured 2"),
}


def run(capsys, *words) -> tuple[int, str, str]:
    """Run the command; its exit code, and what it prints on both streams without the progress bar."""
    code = evaluate.main(words)
    printed = capsys.readouterr()
    return code, printed.out, printed.err.rpartition("\r")[2]


@pytest.mark.slow
def test_honest_cards_pass(mnist, capsys, tmp_path):
    code, out, err = run(capsys, "simple", "linear_3d", "--json", str(tmp_path / "table.json"))
    rows = json.loads((tmp_path / "table.json").read_text())
    assert code == 0
    assert "0.0906" in out
    assert "differs:" not in out + err
    assert [row["name"] for row in rows] == ["simple", "linear_3d"]
    assert all(row["verdict"] == "met" and row.keys() == set(evaluate.COLUMNS) for row in rows)


@pytest.mark.parametrize("place", FORGED)
def test_a_forged_entry_of_a_card_is_named(capsys, spoilable, place):
    value, mismatch = FORGED[place]
    forge(spoilable, "linear_3d", place, value)
    code, out, err = run(capsys, "linear_3d")
    assert code == 1
    assert f"linear_3d: {mismatch}" in err
    assert "differs: card." in out
    assert "--cards linear_3d" in err


def test_a_map_that_was_never_drawn_is_named(capsys, spoilable):
    change_card(spoilable, "linear_3d", maps=UNHEARD_OF_MAP)
    code, _, err = run(capsys, "linear_3d")
    assert code == 1
    assert "linear_3d: card.maps states {'tsne': {'trustworthiness': 1.0" in err


def test_terms_that_no_phase_has_are_named(capsys, spoilable):
    forge(spoilable, "linear_3d", "history[3].train", {"kl": 1.0})
    code, out, _ = run(capsys, "linear_3d")
    assert code == 1
    assert "card.history[3] has other terms in train and validation" in out


def test_a_shortened_history_is_named(capsys, spoilable):
    card = json.loads((spoilable / "linear_3d.json").read_text())
    change_card(spoilable, "linear_3d", history=card["history"][:-1])
    _, _, err = run(capsys, "linear_3d")
    assert "card.history states 99 entries, by its recipe 100" in err
    assert "card.seconds states 56.1629, measured" in err


def test_a_made_up_history_of_a_closed_form_is_named(capsys, spoilable, mnist):
    entry = {"phase": "end to end", "epoch": 1, "learning_rate": 0.1, "seconds": 0.0}
    entry |= {"train": {"reconstruction": 1.0}, "validation": {"reconstruction": 1.0}}
    change_card(spoilable, "pca_2", history=[entry])
    assert "pca_2: card.history states 1 entries, by its recipe 0" in run(capsys, "pca_2")[2]


@pytest.mark.slow
def test_forged_measures_of_maps_are_named(capsys, spoilable, mnist):
    for place, (value, _) in FORGED_MAPS.items():
        forge(spoilable, "simple", place, value)
    code, out, err = run(capsys, "simple")
    assert code == 1
    assert all(f"simple: {mismatch}" in err for _, mismatch in FORGED_MAPS.values())
    assert "and 3 more" in out


@pytest.mark.parametrize("key", ["codes", "labels", "errors"])
def test_a_forged_number_of_a_gallery_is_named(capsys, spoilable, key):
    forge_gallery(spoilable, "linear_3d", key, 3)
    code, _, err = run(capsys, "linear_3d")
    assert code == 1
    assert f"linear_3d: gallery.{key}[0]" in err
    assert "states 3, measured " in err


@pytest.mark.parametrize("damage", ["delete", "garble", "forge"])
def test_the_remedy_for_a_gallery_heals_it(capsys, spoilable, monkeypatch, damage):
    path = spoilable / "linear_3d.gallery.safetensors"
    before = path.read_bytes()
    if damage == "forge":
        forge_gallery(spoilable, "linear_3d", "labels", 3)
    elif damage == "garble":
        path.write_bytes(before[:100])
    else:
        path.unlink()
    code, _, err = run(capsys, "linear_3d")
    assert code == 1
    assert "python -m aemodels.train --cards linear_3d" in err
    monkeypatch.setattr("sys.argv", ["train", "--cards", "linear_3d"])
    assert train.main() == 0
    assert run(capsys, "linear_3d")[0] == 0
    assert path.read_bytes() == before


@pytest.mark.slow
def test_forged_measures_of_maps_are_healed_without_drawing_anew(capsys, spoilable, monkeypatch, mnist):
    forge(spoilable, "simple", "maps.tsne.trustworthiness", 1.0)
    before = cards.gallery_path("simple").read_bytes()
    monkeypatch.setattr("sys.argv", ["train", "--cards", "simple"])
    assert train.main() == 0
    assert cards.gallery_path("simple").read_bytes() == before
    assert math.isclose(cards.read("simple").maps["tsne"]["trustworthiness"], 0.980, abs_tol=1e-3)
    assert run(capsys, "simple")[0] == 0


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("simple.safetensors", "The weights of “simple” are missing"),
        ("simple.json", "There is no checkpoint of “simple”"),
    ],
)
def test_a_broken_model_gets_its_row_and_the_others_are_judged(capsys, spoilable, file, words):
    (spoilable / file).unlink()
    code, out, _ = run(capsys, "simple", "linear_3d")
    assert code == 1
    broken, judged = out.splitlines()[1:]
    assert words in broken
    assert "python -m aemodels.train simple" in broken
    assert judged.startswith("linear_3d")
    assert judged.rstrip().endswith("met")


def test_a_damaged_card_and_missing_data_are_rows_too(capsys, spoilable, without_data):
    (spoilable / "linear.json").write_text("{")
    code, out, _ = run(capsys, "linear", "simple", "linear_3d")
    damaged, without, judged = out.splitlines()[1:]
    assert code == 1
    assert "card linear.json is damaged" in damaged
    assert "python -m aemodels.datasets" in without
    assert judged.rstrip().endswith("met")


def test_an_unknown_name_is_refused_before_the_work_begins(capsys):
    code, out, err = run(capsys, "linear_3d", "vae_9d")
    assert (code, out) == (1, "")
    assert err.startswith("There is no model called “vae_9d”.")


@pytest.mark.parametrize("option", ["--json", "--markdown"])
@pytest.mark.parametrize("place", ["missing/table", ".", "/proc/table"])
def test_an_output_that_cannot_be_written_is_refused_before_the_work_begins(capsys, tmp_path, option, place):
    with pytest.raises(SystemExit) as ended:
        run(capsys, "linear_3d", option, str(tmp_path / place))
    printed = capsys.readouterr()
    assert ended.value.code == 2
    assert "cannot be written" in printed.err
    assert printed.out == ""


def test_nothing_is_left_behind_where_the_work_never_began(capsys, tmp_path):
    assert run(capsys, "vae_9d", "--json", str(tmp_path / "table.json"))[0] == 1
    assert not list(tmp_path.iterdir())


def test_differences_name_the_place():
    stated = {"a": 1.0, "b": [1, 2.0], "c": "x", "d": None}
    assert differences(stated, stated, "card") == []
    assert differences(stated, {"a": 1.0005, "b": (1, 2.0), "c": "x"}, "card") == []
    assert differences(stated, {"a": 1.1, "b": [1, 3.0], "c": "y", "e": 4}, "card", "found") == [
        "card.a states 1, found 1.1",
        "card.b[1] states 2, found 3",
        "card.c states x, found y",
        "card.e states nothing, found 4",
    ]
    assert differences([1.0], [1.0, 2.0], "list") == ["list states 1 entries, measured 2"]
    assert differences(1.0, "1.0", "number") == ["number states 1, measured 1.0"]
    assert differences(1.0, 1.5, "number", within=Within(least=0.6)) == []


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
