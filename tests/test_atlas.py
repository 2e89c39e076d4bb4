"""The page with the map of codes and what its maps fetch: contents against the gallery, sentences for troubles."""

import csv
import io

import numpy as np
import pytest
import streamlit as st
from PIL import Image
from safetensors.numpy import load_file, save_file
from starlette.applications import Starlette
from starlette.testclient import TestClient

import aemodels
from aemodels import datasets, figures
from aemodels.checkpoints import cards
from aemodels.latent import clusters
from tests.support.apptest import charts, components, header, open_page, sent, tile_ids, unpacked, words
from tests.support.damage import change_card
from ui.sections.map_of_codes import map_data, map_details, map_marks, map_routes
from ui.sections.map_of_codes.map_views import View, choices

PAGE = "map_of_codes"
SOME = [0, 1, 17, 4999]
HALF_A_SHADE = 0.5 / 15 + 0.002


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=map_routes.routes()))


def digest(name: str) -> str:
    return cards.read(name).digest


def get(client: TestClient, name: str, part: str):
    return client.get(f"/atlas/{name}/{digest(name)}/{part}")


def fetched(client: TestClient, name: str, part: str) -> tuple[dict, dict[str, np.ndarray]]:
    answer = get(client, name, part)
    assert answer.status_code == 200
    return unpacked(answer.content)


def pictures(answer) -> np.ndarray:
    assert answer.headers["content-type"] == "image/png"
    sheet = np.asarray(Image.open(io.BytesIO(answer.content)).convert("L"))
    return sheet.reshape(-1, 28, 100, 28).swapaxes(1, 2).reshape(-1, 28, 28)


@pytest.mark.parametrize(
    ("name", "columns"), [("deep_30d", {"pca": 3}), ("mlp_3d", {"code": 3}), ("vae_2d", {"code": 2})]
)
def test_places_are_those_of_the_gallery(client, name, columns):
    header, arrays = fetched(client, name, "places")
    gallery = cards.load_gallery(name)
    assert header["columns"] == {"pca": min(3, gallery["codes"].shape[1]), "tsne": 2, "umap": 2} | columns
    for key, width in header["columns"].items():
        known = gallery["codes" if key == "code" else key]
        assert np.array_equal(arrays[key].reshape(-1, width), known)
    assert np.array_equal(arrays["labels"], gallery["labels"])
    assert np.array_equal(arrays["errors"], gallery["errors"])


def test_colours_are_labels_errors_numbers_of_the_code_and_clusters(client):
    gallery = cards.load_gallery("deep_30d")
    facts, arrays = fetched(client, "deep_30d", "colour/label")
    assert facts["names"] == list("0123456789")
    assert np.array_equal(arrays["values"], gallery["labels"])
    facts, arrays = fetched(client, "deep_30d", "colour/error")
    assert np.array_equal(arrays["values"], gallery["errors"])
    assert facts["low"] == pytest.approx(np.percentile(gallery["errors"], 1))
    facts, arrays = fetched(client, "deep_30d", "colour/unit-29")
    assert np.array_equal(arrays["values"], gallery["codes"][:, 29])
    assert "Number 30" in facts["title"]
    facts, arrays = fetched(client, "deep_30d", "colour/cluster-7")
    assert facts["names"] == list("ABCDEFG")
    assert np.array_equal(arrays["values"], clusters.k_means(gallery["codes"], 7))


def test_clusters_find_separate_clouds_the_largest_first_and_the_same_again():
    generator = np.random.default_rng(0)
    true = np.repeat([0, 1, 2], [10, 60, 30])
    codes = (10 * np.eye(3)[true] + generator.normal(size=(100, 3))).astype(np.float32)
    found = clusters.k_means(codes, 3)
    assert np.array_equal(found, np.array([2, 0, 1])[true])
    assert np.array_equal(found, clusters.k_means(codes, 3))


def test_reconstructions_are_decoded_codes_and_originals_are_test_images(client, mnist):
    gallery = cards.load_gallery("vae_20d")
    for number, rows in ((0, slice(0, 500)), (9, slice(4500, 5000))):
        decoded = aemodels.decode("vae_20d", gallery["codes"][rows])
        found = pictures(get(client, "vae_20d", f"pictures/reconstructions/{number}"))
        assert np.abs(found / 255 - decoded).max() < HALF_A_SHADE
        found = pictures(get(client, "vae_20d", f"pictures/originals/{number}"))
        assert np.abs(found / 255 - mnist.test.images[rows]).max() < HALF_A_SHADE


def test_codes_are_exact_where_short_and_bars_where_long(client):
    facts, arrays = fetched(client, "vae_2d", "codes")
    assert facts["exact"]
    assert np.array_equal(arrays["codes"].reshape(-1, 2), cards.load_gallery("vae_2d")["codes"])
    facts, arrays = fetched(client, "conv", "codes")
    assert (facts["size"], facts["shown"], facts["exact"]) == (576, 32, False)
    means = cards.load_gallery("conv")["codes"].reshape(5000, 32, 18).mean(2)
    bars = arrays["codes"].reshape(5000, 32).astype(int) - 128
    assert np.array_equal(bars[means == 0], np.zeros((means == 0).sum()))
    assert np.corrcoef(bars.ravel(), means.ravel())[0, 1] > 0.9


def test_parts_are_kept_by_the_browser_for_ever_and_refusals_are_not(client):
    assert "immutable" in get(client, "vae_2d", "places").headers["cache-control"]
    assert client.get("/atlas/vae_2d/old/places").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("vae_2d/old/places", "trained anew"),
        ("vae_9d/0/places", "no map of such a model"),
        ("sentence_words/0/places", "no map of such a model"),
        ("%2e%2e/0/places", "no map of such a model"),
        ("vae_2d/{digest}/secrets", "no such part"),
        ("vae_2d/{digest}/places/more/and/more", "no such part"),
        ("vae_2d/{digest}/colour/unit-2", "cannot be coloured"),
        ("vae_2d/{digest}/colour/unit-²", "cannot be coloured"),
        ("vae_2d/{digest}/colour/cluster-99999999999999", "cannot be coloured"),
        ("vae_2d/{digest}/colour/cluster-1", "cannot be coloured"),
        ("vae_2d/{digest}/colour/", "no such part"),
        ("vae_2d/{digest}/pictures/reconstructions/10", "no such sheet"),
        ("vae_2d/{digest}/pictures/secrets/0", "no such part"),
        ("vae_2d/{digest}/pictures/originals/-1", "no such part"),
    ],
)
def test_what_there_is_not_gets_a_sentence(client, path, sentence):
    answer = client.get(f"/atlas/{path.format(digest=digest('vae_2d'))}")
    assert answer.status_code == 404
    assert sentence in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


def test_originals_without_the_data_set_get_a_sentence(client, without_data):
    answer = get(client, "vae_2d", "pictures/originals/0")
    assert answer.status_code == 404
    assert "python -m aemodels.datasets" in answer.text


def test_a_fault_on_the_server_shows_no_traceback(client, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setitem(map_routes.PARTS, "codes", fail)
    answer = get(client, "vae_2d", "codes")
    assert answer.status_code == 500
    assert "secret" not in answer.text


def test_routes_lie_below_the_base_path_of_the_server(monkeypatch):
    monkeypatch.setattr(st, "get_option", lambda _: "deep/base/")
    client = TestClient(Starlette(routes=map_routes.routes()))
    assert client.get(f"/deep/base/atlas/vae_2d/{digest('vae_2d')}/colour/label").status_code == 200


def test_the_page_opens_with_one_small_message():
    app = open_page(PAGE)
    assert not app.exception
    (message,) = sent(app, "atlas")
    assert [(each["model"], each["projection"]) for each in message[0]["maps"]] == [("deep_30d", "tsne")]
    assert message[0]["colour"] == "label"
    assert not message[1]["chosen"].any()
    (element,) = [each for each in app.get("bidi_component") if each.proto.component_name == "atlas"]
    assert len(element.proto.bytes) < 10_000
    quality = cards.read("deep_30d").maps["tsne"]
    assert f"**{quality['trustworthiness']:.2f}**" in words(app)
    assert f"**{quality['label_agreement']:.0%}**" in words(app)


def test_a_deep_link_sets_everything():
    address = {"model": "simple", "projection": "umap", "colour": "unit", "code_unit": "5", "pinned": "17"}
    second = {"second_map": "True", "other_model": "mlp_3d", "other_projection": "tsne"}
    app = open_page(PAGE, **address, **second)
    assert not app.exception
    (message,) = sent(app, "atlas")
    facts = message[0]
    assert [each["model"] for each in facts["maps"]] == ["simple", "mlp_3d"]
    assert [each["projection"] for each in facts["maps"]] == ["umap", "tsne"]
    assert (facts["colour"], facts["pinned"]) == ("unit-5", 17)
    assert "test image 17" in words(app)
    assert {key: app.query_params[key] for key in (address | second)} == address | second


def test_neighbours_of_a_pinned_digit_are_the_nearest_in_code_and_in_pixels(mnist):
    app = open_page(PAGE, model="simple", pinned="17")
    (message,) = sent(app, "atlas")
    codes = cards.load_gallery("simple")["codes"]
    pixels = mnist.test.images[:5000].reshape(5000, -1)
    for space, points in (("code", codes), ("pixels", pixels)):
        distances = np.linalg.norm(points - points[17], axis=1)
        assert message[0]["rings"][space] == np.argsort(distances)[1:11].tolist()
    ids = tile_ids(app)
    assert [str(row) for row in message[0]["rings"]["code"]] in ids
    assert [str(row) for row in message[0]["rings"]["pixels"]] in ids


def test_two_copies_of_a_picture_are_neighbours_and_none_is_its_own(monkeypatch):
    view = View(cards.read("vae_2d"), "code")
    points = np.zeros((20, 2), np.float32)
    monkeypatch.setattr(map_data, "code_space", lambda *_: map_data.Known(points))
    rows, distances = map_marks.nearest(view, 3, "code")
    assert len(rows) == 10
    assert 3 not in rows
    assert set(distances) == {0.0}


def test_without_the_data_set_reconstructions_stand_in_and_the_page_says_so(without_data):
    app = open_page(PAGE, model="simple", pinned="3")
    assert not app.exception
    assert not header(app, "atlas")["originals"]
    assert "nearest reconstructions" in words(app)
    assert "come with this app" in words(app)


def test_clouds_are_drawn_by_plotly_with_what_is_marked():
    second = {"second_map": "True", "other_model": "mlp_3d", "other_projection": "code"}
    app = open_page(PAGE, projection="pca_3d", pinned="8", **second)
    assert not app.exception
    assert "atlas" not in components(app)
    figures = charts(app)
    assert [[trace["name"] for trace in figure["data"][10:]] for figure in figures] == [["pinned", "yours"]] * 2
    assert {trace["type"] for figure in figures for trace in figure["data"]} == {"scatter3d"}
    assert "flat maps" in words(app)


def test_a_cloud_knows_its_rows_its_scale_and_the_own_digit():
    gallery = cards.load_gallery("mlp_3d")
    facts = {"labels": gallery["labels"].astype(str), "errors": gallery["errors"], "codes": gallery["codes"]}
    names = tuple("0123456789")
    figure = figures.maps.in_space(gallery["codes"], gallery["labels"], names, facts, {"pinned": [8]}, (1.0, 2.0, 3.0))
    rows = np.concatenate([trace.customdata[:, 0] for trace in figure.data[:10]])
    assert sorted(rows) == list(range(5000))
    assert [trace.name for trace in figure.data[10:]] == ["pinned", "yours"]
    assert np.allclose(figure.data[10].x, gallery["codes"][8, 0])
    figure = figures.maps.in_space(gallery["codes"], gallery["errors"], None, facts, {})
    assert np.array_equal(figure.data[0].marker.color, gallery["errors"])


def test_clothes_are_called_by_their_names():
    app = open_page(PAGE, model="conv", pinned="1")
    assert header(app, "atlas")["names"] == list(datasets.TABLE["fashion"].classes)
    label = cards.load_gallery("conv")["labels"][1]
    assert f"test image 1, labelled {datasets.TABLE['fashion'].classes[label]}" in words(app)


def test_a_selection_shows_its_mean_its_labels_and_its_codes():
    app = open_page(PAGE, model="vae_2d")
    app.session_state[map_marks.CHOSEN] = SOME
    app.run()
    assert "Selected: 4 digits" in words(app)
    mean = cards.load_gallery("vae_2d")["codes"][SOME].mean(0, keepdims=True)
    (message,) = [each for each in sent(app, "tiles") if each[0]["tiles"][0]["id"] == "mean.0"]
    shown = message[1]["pictures"].reshape(28, 28) / 255
    assert np.abs(shown - aemodels.decode("vae_2d", mean)[0]).max() < 0.003
    bits = np.unpackbits(sent(app, "atlas")[0][1]["chosen"])
    assert np.flatnonzero(bits).tolist() == SOME
    app.button(key="clear_chosen").click().run()
    assert "Selected" not in words(app)
    assert not sent(app, "atlas")[0][1]["chosen"].any()


def test_a_selection_of_digits_does_not_become_one_of_clothes():
    app = open_page(PAGE, model="vae_2d")
    app.session_state[map_marks.CHOSEN] = SOME
    app.run()
    app.selectbox(key="model").select("conv").run()
    assert "Selected" not in words(app)


def test_the_table_holds_codes_and_clusters():
    view = View(cards.read("deep_30d"), "tsne")
    rows = list(csv.DictReader(io.StringIO(map_details.table(view, SOME, "cluster-5").decode())))
    gallery = cards.load_gallery("deep_30d")
    assert [int(row["row"]) for row in rows] == SOME
    assert [int(row["label"]) for row in rows] == gallery["labels"][SOME].tolist()
    assert ["ABCDE".index(row["cluster"]) for row in rows] == clusters.k_means(gallery["codes"], 5)[SOME].tolist()
    numbers = [[float(row[f"z{index + 1}"]) for index in range(30)] for row in rows]
    assert np.allclose(numbers, gallery["codes"][SOME], rtol=1e-5)
    assert b"cluster" not in map_details.table(view, SOME, "label")


def test_a_gallery_without_maps_gets_a_sentence_and_leaves_the_rest_alive(spoilable):
    path = spoilable / "deep_30d.gallery.safetensors"
    save_file({key: value for key, value in load_file(path).items() if key in ("codes", "labels", "errors")}, path)
    change_card(spoilable, "deep_30d", digest=64 * "1", maps=None)
    app = open_page(PAGE)
    assert "python -m aemodels.train --cards deep_30d" in words(app)
    assert "digit_pad" in components(app)
    app = open_page(PAGE, second_map="True", other_model="vae_2d")
    assert [each["model"] for each in header(app, "atlas")["maps"]] == ["vae_2d"]
    assert not app.exception


def test_a_damaged_gallery_gets_a_sentence(spoilable):
    (spoilable / "deep_30d.gallery.safetensors").write_bytes(b"nothing")
    change_card(spoilable, "deep_30d", digest=64 * "2")
    app = open_page(PAGE)
    assert "python -m aemodels.train --cards deep_30d" in words(app)
    assert not app.exception


@pytest.mark.parametrize(
    "address",
    [{"pinned": "99999"}, {"pinned": "7000"}, {"projection": "code"}, {"colour": "smell"}, {"clusters": "²"}],
)
def test_nonsense_in_the_address_is_ignored(address):
    app = open_page(PAGE, **address)
    assert not app.exception
    facts = header(app, "atlas")
    assert (facts["maps"][0]["projection"], facts["colour"], facts["pinned"]) == ("tsne", "label", None)


def test_projections_to_choose_from_fit_the_code():
    assert "code" in choices(2)
    assert "code" in choices(3)
    assert "pca_3d" not in choices(3)
    assert "code" not in choices(30)


def test_a_pin_is_let_go_when_the_pictures_are_others():
    app = open_page(PAGE, pinned="8")
    assert "Pinned: test image 8" in words(app)
    app.selectbox(key="model").select("conv").run()
    assert not app.exception
    assert "Pinned" not in words(app)
    assert "pinned" not in app.query_params


def test_of_the_selected_the_rarest_labels_come_first():
    labels = cards.load_gallery("deep_30d")["labels"]
    sevens, twos = np.flatnonzero(labels == 7)[:30].tolist(), np.flatnonzero(labels == 2)[:3].tolist()
    app = open_page(PAGE)
    app.session_state[map_marks.CHOSEN] = sevens + twos
    app.run()
    assert not app.exception
    (shown,) = [ids for ids in tile_ids(app) if len(ids) == map_details.MOST_SHOWN]
    assert shown == [str(row) for row in twos + sevens[: map_details.MOST_SHOWN - 3]]
