"""The page's JavaScript without a browser: its own unit tests, its rules of size, and what it repeats of Python."""

import re

import numpy as np
import pytest

from aemodels import figures
from aemodels.checkpoints import cards
from aemodels.corruption.stack import KINDS, parse
from aemodels.corruption.strokes import PEN, coverage
from aemodels.images.box import boxed, centred
from aemodels.latent import interpolation, pca, placement
from tests.support.node import ROOT, computed, node
from ui import models
from ui.components.pad import PRESETS, picture_of
from ui.components.shared import modules
from ui.sections.map_of_codes import map_data

LEAST_TESTS = 60
LONGEST_FILE = 200
FILES = sorted([*(ROOT / "ui").rglob("*.js"), *(ROOT / "tests" / "js").rglob("*.js")])
IMPORT = re.compile(r'(?:from |import\(|new URL\()"(\.{1,2}/[^"]+)"')
EXPORTED = re.compile(r"^export (?:default )?(?:async )?(?:function\*?|class) ?(\w+)(.*)$", re.MULTILINE)
STACKS = (
    "none",
    *(f"{kind}:{amount}" for kind in KINDS for amount in (0, 0.37, 0.9)),
    "gaussian:0.5,blur:1.4,contrast:0.3,scribble:0.8",
    "occlusion:0.3,salt_and_pepper:0.2,masking:0.5,dropout:0.4",
)
STROKES = [[100, 120, 500, 480, 900, 200], [250, 800]]
STOPS = {
    "usual": [[1.0, 0.5], [-2.0, 1.5], [0.3, -2.2]],
    "many numbers": [[1.0, 0.5, -1.0, 0.2], [-2.0, 1.5, 0.0, 1.0]],
    "from zero": [[0.0, 0.0], [1.0, 1.0]],
    "hardly away from zero": [[5e-5, 0.0], [0.0, 2.0]],
    "a little away from zero": [[2e-4, 0.0], [0.0, 2.0]],
    "opposite": [[1.0, 1.0], [-2.0, -2.0]],
    "nearly opposite": [[1.0, 0.0], [-1.0, 5e-5]],
    "the same way": [[1.0, 2.0], [2.0, 4.0]],
    "nowhere": [[1.0, 2.0], [1.0, 2.0]],
}


def test_the_modules_pass_their_own_tests():
    run = node("--test", "--test-reporter=tap", "tests/js/*.test.js")
    assert run.returncode == 0, run.stdout
    assert int(re.search(r"^# pass (\d+)$", run.stdout, re.MULTILINE)[1]) >= LEAST_TESTS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_short_says_what_it_is_and_imports_what_there_is(path):
    text = path.read_text()
    assert text.startswith("// ") or path.name.endswith(".test.js")
    assert path.name.endswith(".test.js") or len(text.splitlines()) <= LONGEST_FILE
    for imported in IMPORT.findall(text):
        assert (path.parent / imported).is_file(), imported


@pytest.mark.parametrize("path", modules.sources())
def test_what_a_module_exports_has_its_types_written_down(path):
    text = modules.sources()[path].decode()
    for exported in EXPORTED.finditer(text):
        head = text[: exported.end()].removesuffix(exported[0]).rstrip()
        assert "()" in exported[0] or "class" in exported[0] or "@param" in head[head.rindex("/**") :], exported[1]
    assert not re.search(r"(?<!\*/)\n  constructor\([^)]", text), "a constructor's parameters"


def test_pictures_are_corrupted_as_in_python(tmp_path):
    clean = picture_of(PRESETS["5"])[::4, ::4]
    scribble = coverage(STROKES)
    cases, expected = [], []
    for text in STACKS:
        stack = parse(text)[0]
        fields = stack.fields(clean.shape, 7, scribble)
        cases.append(
            {
                "clean": clean.ravel().tolist(),
                "layers": [{"kind": layer.kind, "amount": layer.amount} for layer in stack.layers],
                "fields": [None if field is None else field.ravel().tolist() for field in fields],
                "strokes": STROKES,
                "pen": PEN,
            }
        )
        expected.append(stack.apply(clean, fields).ravel())
    for text, ours, theirs in zip(STACKS, computed("corruption", cases, tmp_path), expected, strict=True):
        assert np.abs(np.array(ours) - theirs).max() < 2e-6, text


@pytest.mark.parametrize("spherical", [False, True])
def test_walks_take_the_course_that_python_lays(tmp_path, spherical):
    cases = [{"stops": stops, "count": 9, "spherical": spherical} for stops in STOPS.values()]
    for name, ours in zip(STOPS, computed("course", cases, tmp_path), strict=True):
        theirs = interpolation.walk(np.array(STOPS[name]), 9, spherical)
        assert np.abs(np.array(ours) - theirs).max() < 1e-6, name


def test_drawings_are_boxed_and_centred_as_in_python(tmp_path):
    inks = [np.float32(picture_of(strokes)) for strokes in PRESETS.values()]
    inks += [np.pad(ink.T, ((0, 40), (9, 3))) for ink in inks[:4]]
    dot = np.zeros((60, 60), np.float32)
    dot[20:29, 30:38] = 1
    inks.append(dot)
    cases = [{"ink": ink.ravel().tolist(), "width": ink.shape[1], "height": ink.shape[0]} for ink in inks]
    for index, ours in enumerate(computed("normalisation", cases, tmp_path)):
        theirs = centred(boxed(inks[index])).ravel()
        assert np.abs(np.array(ours) - theirs).max() < 1e-4, index


@pytest.mark.parametrize("name", ["deep_30d", "conv", "vae_2d"])
def test_a_code_lands_on_a_map_where_python_puts_it(name, tmp_path):
    card = cards.read(name)
    gallery, views = models.gallery(card.id), map_data.projections(card.id)
    codes = gallery["codes"][:20] + np.random.default_rng(0).normal(scale=0.05, size=(20, card.spec.code_size))
    (tmp_path / "space").write_bytes(map_data.space_message(card.id))
    mean, directions = pca.main_directions(gallery["codes"], 2)
    quick = placement.follow(map_data.code_space(card.id), views["tsne"], codes.astype(np.float32))
    expected = {"pca": (codes - mean) @ directions.T, "tsne": quick}
    for projection, theirs in expected.items():
        case = {"space": str(tmp_path / "space"), "places": views["tsne"].ravel().tolist(), "codes": codes.tolist()}
        (ours,) = computed("landing", [case | {"projection": projection}], tmp_path)
        away = np.abs(np.array(ours) - theirs).max(1) / np.ptp(views["tsne"])
        whole = projection == "pca" or card.spec.code_size <= placement.MOST_NUMBERS
        assert np.median(away) < (1e-3 if whole else 5e-3), "long codes are compared along 50 axes only"
        assert np.quantile(away, 0.8) < 0.01, projection


def test_colours_are_those_of_the_figures(tmp_path):
    ours = computed("colours", None, tmp_path)
    assert ours["classes"] == list(figures.style.CLASS_COLOURS)
    assert ours["clusters"] == list(figures.style.CLUSTER_COLOURS)
    assert ours["ramp"] == [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in figures.maps.RAMP]
