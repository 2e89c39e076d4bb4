"""The live t-SNE in a real Chromium: the algorithm against openTSNE, and the map under the student's hand."""

import csv
import re

import numpy as np
import openTSNE
import pytest
from playwright.sync_api import Locator, Page, expect
from sklearn.manifold import trustworthiness

from aemodels.checkpoints import cards
from tests.support.browser import eventually, frames, open_at, pixels
from tests.support.node import computed

READY = "[data-testid=tsne][data-ready]"
ADDRESS = "/map_of_codes?maps_view=run&tsne_codes=500"
COUNT, COLUMNS, PERPLEXITY = 500, 30, 30
WANTED = 3 * PERPLEXITY


@pytest.fixture(scope="module")
def codes() -> np.ndarray:
    return cards.load_gallery("deep_30d")["codes"][:COUNT]


@pytest.fixture(scope="module")
def ours(codes, tmp_path_factory) -> dict[str, np.ndarray]:
    """A whole run of the worker's own modules, from codes to map."""
    settings = {"exaggeration": 12, "rate": "auto", "start": "PCA", "seed": 0}
    shape = {"count": COUNT, "columns": COLUMNS, "perplexity": PERPLEXITY}
    run = {"codes": codes.ravel().tolist(), "settings": settings, **shape}
    return {name: np.array(value) for name, value in computed("tsne", run, tmp_path_factory.mktemp("tsne")).items()}


@pytest.fixture(scope="module")
def reference(codes) -> tuple[np.ndarray, np.ndarray]:
    """What openTSNE makes of the same codes with the same settings: its map, and its P."""
    affinities = openTSNE.affinity.PerplexityBasedNN(codes, perplexity=PERPLEXITY, method="exact", n_jobs=1)
    made = openTSNE.TSNE(
        perplexity=PERPLEXITY, neighbors="exact", negative_gradient_method="bh", random_state=0, n_jobs=1
    )
    return np.asarray(made.fit(codes)), affinities.P.toarray()


def divergence(p: np.ndarray, places: np.ndarray) -> float:
    """Compute KL(P || Q) exactly, over all pairs."""
    q = 1 / (1 + np.square(places[:, None] - places[None]).sum(2))
    np.fill_diagonal(q, 0)
    q /= q.sum()
    kept = p > 0
    return float((p[kept] * np.log(p[kept] / q[kept])).sum())


def test_neighbours_are_the_nearest(ours, codes):
    squares = np.square(codes[:, None].astype(np.float64) - codes[None]).sum(2)
    np.fill_diagonal(squares, np.inf)
    right = np.sort(np.argsort(squares, 1)[:, :WANTED], 1)
    assert np.array_equal(np.sort(ours["indices"].reshape(COUNT, WANTED), 1), right)


def test_bisection_finds_the_perplexity(ours):
    p = ours["probabilities"].reshape(COUNT, WANTED)
    entropies = -(p * np.log(np.maximum(p, 1e-300))).sum(1)
    assert np.allclose(p.sum(1), 1)
    assert np.abs(entropies - np.log(PERPLEXITY)).max() < 1e-5


def test_affinities_are_those_of_open_tsne(ours, reference):
    assert ours["weights"].sum() == pytest.approx(1)
    assert np.allclose(np.sort(ours["weights"]), np.sort(reference[1][reference[1] > 0]), atol=1e-8)


def test_start_is_small_and_along_the_principal_components(ours, codes):
    start = ours["start"].reshape(COUNT, 2)
    centred = codes - codes.mean(0)
    components = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
    assert start[:, 0].std() == pytest.approx(1e-4, rel=0.01)
    for axis in (0, 1):
        assert abs(np.corrcoef(start[:, axis], components[:, axis])[0, 1]) > 0.999


def test_quad_tree_pushes_nearly_as_all_pairs_do(ours):
    places = ours["places"].reshape(COUNT, 2)
    gaps = places[:, None] - places[None]
    q = 1 / (1 + np.square(gaps).sum(2))
    exact = (np.square(q)[..., None] * gaps).sum(1)
    assert ours["total"] == pytest.approx(q.sum() - COUNT, rel=0.01)
    wrong = np.linalg.norm(ours["push"].reshape(COUNT, 2) - exact, axis=1)
    assert np.median(wrong) < 0.02 * np.median(np.linalg.norm(exact, axis=1))


def test_cost_and_trustworthiness_are_those_of_open_tsne(ours, reference, codes):
    theirs, p = reference
    places = ours["places"].reshape(COUNT, 2)
    cost = divergence(p, places)
    assert ours["cost"] == pytest.approx(cost, rel=0.015)
    assert cost < 1.04 * divergence(p, theirs)
    assert trustworthiness(codes, places, n_neighbors=10) > trustworthiness(codes, theirs, n_neighbors=10) - 0.01


def opened(visit, url: str, **context) -> tuple[Page, Locator]:
    page = open_at(visit(**context), url, READY)
    return page, page.locator(READY)


def state(board: Locator, word: str) -> None:
    expect(board).to_have_attribute("data-state", word, timeout=60_000)


def iteration(board: Locator) -> int:
    return int(board.get_attribute("data-iteration"))


def picture(page: Page) -> bytes:
    return pixels(page, "tsne-map")


def places(page: Page) -> np.ndarray:
    """Read the map's places from the table that can be downloaded."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Places as CSV").click()
    rows = list(csv.reader(waiting.value.path().read_text().splitlines()))
    assert rows[0] == ["row", "class", "x", "y"]
    return np.array([[float(x), float(y)] for _, _, x, y in rows[1:]])


def test_it_moves_pauses_steps_and_begins_anew(address, visit):
    page, board = opened(visit, address + ADDRESS)
    run, step = page.get_by_test_id("tsne-run"), page.get_by_test_id("tsne-step")
    start = places(page)
    assert start.shape == (500, 2)
    before = picture(page)
    run.click()
    expect(board).to_have_attribute("data-iteration", re.compile(r"^\d{2,}$"), timeout=30_000)
    assert picture(page) != before
    run.click()
    state(board, "paused")
    stopped, seen = places(page), iteration(board)
    assert np.abs(stopped - start).max() > 0
    frames(page, 30)
    assert iteration(board) == seen
    assert np.array_equal(places(page), stopped)
    step.click()
    expect(page.get_by_test_id("tsne-iteration")).to_have_text(f"{seen + 1} of 750")
    state(board, "paused")
    assert not np.array_equal(places(page), stopped)
    page.get_by_test_id("tsne-anew").click()
    expect(board).to_have_attribute("data-iteration", "0")
    assert np.array_equal(places(page), start)
    for _ in range(2):
        step.focus()
        page.keyboard.press("Enter")
    expect(board).to_have_attribute("data-iteration", "2")


@pytest.mark.long
def test_another_perplexity_noise_and_the_maps_before(address, visit):
    page, board = opened(visit, address + ADDRESS)
    page.get_by_test_id("tsne-run").click()
    state(board, "finished")
    assert iteration(board) == 750
    cost = page.get_by_test_id("tsne-cost").inner_text()
    assert "times" in page.get_by_test_id("tsne-worst").inner_text()
    assert "Rank correlation" in page.get_by_test_id("tsne-rank").inner_text()
    page.get_by_test_id("tsne-other").select_option("5")
    page.get_by_test_id("tsne-again").click()
    expect(page).to_have_url(re.compile("perplexity=5"))
    expect(page.get_by_test_id("tsne-said")).to_contain_text("Begun anew: perplexity 5")
    kept = page.get_by_test_id("tsne-earlier")
    expect(kept).to_contain_text("Perplexity 30")
    expect(kept).to_contain_text(f"cost {float(cost):.3f} after 750")
    state(board, "finished")
    page.get_by_test_id("tsne-noise").click()
    expect(page).to_have_url(re.compile("tsne_of=noise"))
    expect(page.get_by_test_id("tsne-said")).to_contain_text("perplexity 2, pure noise")
    expect(page.get_by_test_id("tsne-spreads")).to_be_hidden()
    expect(kept.locator("figure")).to_have_count(2)
    state(board, "running")


def test_the_seed_decides_where_a_random_start_begins(address, visit):
    starts = [places(opened(visit, f"{address}{ADDRESS}&tsne_start=random&tsne_seed={seed}")[0]) for seed in (1, 1, 2)]
    assert np.array_equal(starts[0], starts[1])
    assert not np.array_equal(starts[0], starts[2])
    assert starts[0].std() == pytest.approx(1e-4, rel=0.1)


def test_a_dot_says_its_class_and_row_and_classes_can_be_hidden(address, visit):
    page, board = opened(visit, address + ADDRESS, viewport={"width": 390, "height": 844}, color_scheme="dark")
    labels = cards.load_gallery("deep_30d")["labels"]
    page.get_by_test_id("tsne-map").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text(f"Row 0: {labels[0]}")).to_be_visible()
    page.get_by_test_id("tsne-map").hover()
    expect(board).not_to_have_attribute("data-pointed", "0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    before = picture(page)
    page.get_by_role("button", name="1", exact=True).click()
    assert picture(page) != before


def test_a_changed_control_begins_anew_and_says_so(address, visit):
    page, board = opened(visit, f"{address}{ADDRESS}&perplexity=10", reduced_motion="reduce")
    page.get_by_role("button", name="More settings").click()
    page.get_by_role("spinbutton", name="Seed of the map").fill("4")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("tsne-said")).to_have_text(re.compile("Begun anew: seed 4. Ready"))
    page.get_by_test_id("tsne-run").click()
    expect(board).to_have_attribute("data-iteration", re.compile("[1-9]"))
    page.get_by_role("combobox", name="How many codes").click()
    page.get_by_role("option", name="5,000").click()
    expect(page.get_by_test_id("tsne-said")).to_contain_text("Begun anew: 5,000 codes")
    state(board, "running")
    page.get_by_test_id("tsne-run").click()
    state(board, "paused")
    assert places(page).shape == (5000, 2)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("matchMedia('(prefers-color-scheme: dark)').matches")
    frames(page, 30)
    assert iteration(board) > 0


def test_a_run_waits_while_another_page_is_looked_at_and_all_is_in_view_on_a_small_laptop(address, visit):
    page, board = opened(visit, address + ADDRESS, viewport={"width": 1024, "height": 768})
    for name in ("Look at finished maps", "Run t-SNE yourself", "Pure noise"):
        expect(page.get_by_role("radio", name=name)).to_be_in_viewport(ratio=1)
    page.get_by_test_id("tsne-run").click()
    eventually(page, lambda: iteration(board) > 3, "it runs")
    page.get_by_role("link", name="Models", exact=True).click()
    expect(page.get_by_role("heading", name="Models", level=1)).to_be_visible()
    page.go_back()
    expect(page.get_by_test_id("tsne-said")).to_have_text(re.compile("Paused after"))
    stopped = iteration(board)
    assert stopped > 3
    page.get_by_test_id("tsne-run").click()
    eventually(page, lambda: iteration(board) > stopped, "it goes on where it was")
