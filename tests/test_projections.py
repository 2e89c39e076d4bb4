"""Maps of codes: what galleries hold against recomputation, how maps are measured, where new codes land."""

import sys

import numpy as np
import pytest

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.latent import map_quality, pca, placement, projections
from aemodels.latent.nearest import Known
from aemodels.training import publish

MAPPED = [name for name in aemodels.names() if aemodels.spec(name).data in datasets.PICTURES]
MEASURED_ANEW = ["vae_2d", "deep_30d", "conv"]
HELD_OUT = slice(5000, 5400)


@pytest.fixture
def blobs() -> tuple[np.ndarray, np.ndarray]:
    """Three far-away clouds of codes in five dimensions: (240, 5) and labels (240,)."""
    generator = np.random.default_rng(0)
    labels = np.arange(240) % 3
    return (10 * np.eye(5)[labels] + generator.normal(size=(240, 5))).astype(np.float32), labels


def test_there_are_maps_to_check():
    assert len(MAPPED) > 25


@pytest.mark.parametrize("name", MAPPED)
def test_a_gallery_holds_every_map_and_that_of_pca_is_recomputed(name):
    gallery = cards.load_gallery(name)
    codes = gallery["codes"]
    count, depth = len(codes), min(3, codes.shape[1])
    assert gallery["pca"].shape == (count, depth)
    assert gallery["tsne"].shape == gallery["umap"].shape == (count, 2)
    assert all(np.isfinite(gallery[kind]).all() for kind in projections.KINDS)
    mean, directions = pca.main_directions(codes, depth)
    across = np.abs(gallery["pca"] - (codes - mean) @ directions.T)
    assert across.max() <= 2e-3 * np.abs(gallery["pca"]).max()
    assert gallery["tsne"].std(0).min() > 10, "a map that did not spread"
    figures = cards.read(name).maps
    assert figures.keys() >= {"code", "pca", "tsne", "umap"}
    assert 0 < figures["tsne"]["landing_error"] < 0.1
    assert 0 < figures["umap"]["landing_error"] < 0.1


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.parametrize("name", MEASURED_ANEW)
def test_a_card_states_of_its_maps_what_the_gallery_gives(name):
    gallery = cards.load_gallery(name)
    places = {kind: gallery[kind] for kind in projections.KINDS}
    found = map_quality.measure(gallery["codes"], places, gallery["labels"])
    stated = cards.read(name).maps
    assert found.keys() == stated.keys()
    for kind, figures in found.items():
        assert {key: stated[kind][key] for key in figures} == pytest.approx(figures, rel=1e-3, abs=1e-5)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["deep_30d", "conv"])
def test_test_digits_land_within_the_radius_of_their_own_neighbours(name, real):
    images = real(aemodels.spec(name).data).test.images[HELD_OUT]
    codes = aemodels.encode(name, images)
    gallery = cards.load_gallery(name)
    landed = placement.Settled(gallery["codes"], gallery["tsne"]).settle(codes)
    nearest = gallery["tsne"][Known(gallery["codes"]).nearest(codes, map_quality.NEIGHBOURS).positions]
    middle = nearest.mean(1)
    radius = np.linalg.norm(nearest - middle[:, None], axis=2).mean()
    assert np.linalg.norm(landed - middle, axis=1).mean() < radius


@pytest.mark.slow
def test_following_lands_about_where_settling_does(real):
    codes = aemodels.encode("deep_30d", real("mnist").test.images[HELD_OUT])
    gallery = cards.load_gallery("deep_30d")
    followed = placement.follow(Known(gallery["codes"]), gallery["tsne"], codes)
    settled = placement.Settled(gallery["codes"], gallery["tsne"]).settle(codes)
    width = np.ptp(gallery["tsne"], axis=0).max()
    found = np.median(np.linalg.norm(followed - settled, axis=1)) / width
    assert found == pytest.approx(cards.read("deep_30d").maps["tsne"]["landing_error"], rel=0.5)


def test_a_perfect_map_and_a_random_one_are_told_apart(blobs):
    codes, labels = blobs
    space = map_quality.CodeSpace(codes)
    perfect = map_quality.quality(space, codes, labels)
    assert perfect["trustworthiness"] == perfect["label_agreement"] == 1
    assert perfect["distance_correlation"] == pytest.approx(1)
    chance = map_quality.quality(space, np.random.default_rng(1).normal(size=(240, 2)), labels)
    assert chance["trustworthiness"] == pytest.approx(0.5, abs=0.1)
    assert chance["label_agreement"] == pytest.approx(1 / 3, abs=0.06)
    assert chance["distance_correlation"] == pytest.approx(0, abs=0.05)


@pytest.mark.long
@pytest.mark.slow
def test_maps_keep_clouds_apart_and_new_codes_land_in_their_own(blobs):
    codes, labels = blobs
    places, figures = projections.draw(codes[:210], labels[:210], codes[210:])
    assert places["pca"].shape == (210, 3)
    for kind in ("tsne", "umap"):
        assert figures[kind]["label_agreement"] > 0.99
        assert figures[kind]["landing_error"] < 0.1
        landed = placement.follow(Known(codes[:210]), places[kind].astype(np.float32), codes[210:])
        near = Known(places[kind].astype(np.float32)).nearest(landed.astype(np.float32)).positions[:, 0]
        assert (labels[:210][near] == labels[210:]).all()


@pytest.mark.long
@pytest.mark.slow
def test_without_umap_there_are_the_other_maps_and_a_word_about_it(blobs, monkeypatch, caplog):
    monkeypatch.setitem(sys.modules, "umap", None)
    places, figures = projections.draw(*blobs, blobs[0][:0])
    assert places.keys() == {"pca", "tsne"}
    assert "requirements-train.txt" in caplog.text
    assert "landing_error" not in figures["tsne"]


def test_long_codes_are_compared_along_fifty_directions_short_ones_as_they_are():
    generator = np.random.default_rng(0)
    long, short = (generator.normal(size=(300, size)).astype(np.float32) for size in (70, 20))
    assert placement.axes(long).along(long).shape == (300, 50)
    along = placement.axes(short).along(short)
    assert along.std() == pytest.approx(1, abs=1e-3)
    assert np.corrcoef(along[:, 3], short[:, 3])[0, 1] == pytest.approx(1)


def test_codes_that_are_all_alike_have_axes():
    alike = np.ones((40, 2), np.float32)
    assert np.isfinite(placement.axes(alike).along(alike)).all()


@pytest.mark.slow
def test_cards_written_anew_leave_the_maps_of_equal_codes_as_they_are(spoilable, real):
    real("mnist")
    path = cards.gallery_path("pca_2")
    before, maps = path.read_bytes(), cards.read("pca_2").maps
    assert publish.describe_anew("pca_2").maps == maps
    assert path.read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize("name", ["deep_30d", "conv"])
def test_codes_settle_where_open_tsne_puts_them_or_where_less_is_lost(name, real):
    codes = aemodels.encode(name, real(aemodels.spec(name).data).test.images[5000:5040])
    gallery = cards.load_gallery(name)
    along = placement.axes(gallery["codes"]).along
    theirs = _by_open_tsne(along(gallery["codes"]), gallery["tsne"], along(codes))
    ours = placement.Settled(gallery["codes"], gallery["tsne"]).settle(codes)
    apart = np.linalg.norm(ours - theirs, axis=1)
    assert np.median(apart) < 1e-3 * np.ptp(gallery["tsne"])
    near = Known(along(gallery["codes"])).nearest(along(codes), 3 * placement.FEW)
    losses = [_loss(places, near, gallery["tsne"]) for places in (ours, theirs)]
    assert losses[0].mean() < losses[1].mean()


def _by_open_tsne(codes: np.ndarray, places: np.ndarray, others: np.ndarray) -> np.ndarray:
    from openTSNE import TSNEEmbedding
    from openTSNE.affinity import PerplexityBasedNN

    affinities = PerplexityBasedNN(codes, placement.PERPLEXITY, method="exact", n_jobs=1, random_state=0)
    finished = TSNEEmbedding(places.astype(np.float64), affinities, negative_gradient_method="fft", random_state=0)
    finished.prepare_interpolation_grid()
    return np.asarray(finished.transform(others), np.float32)


def _loss(places: np.ndarray, near, map_places: np.ndarray) -> np.ndarray:
    """Return what t-SNE makes small, for each place (M, 2): Kullback-Leibler divergence, attraction exaggerated."""
    losses = []
    for place, rows, distances in zip(places, near.positions, near.distances, strict=True):
        weights = placement.affinities(distances, placement.FEW)
        closeness = 1 / (1 + np.square(map_places - place).sum(1))
        losses.append(np.log(closeness.sum()) - placement.EXAGGERATION * weights @ np.log(closeness[rows]))
    return np.array(losses)


def test_affinities_are_as_wide_as_their_perplexity_says():
    weights = placement.affinities(np.linspace(1, 3, 15).astype(np.float32), 5)
    assert weights.sum() == pytest.approx(1)
    assert np.exp(-(weights * np.log(weights)).sum()) == pytest.approx(5, rel=1e-3)
    assert placement.affinities(np.zeros(15, np.float32), 5) == pytest.approx(np.full(15, 1 / 15))
