"""What lies in `checkpoints/` is what the cards say, and damage is noticed."""

import hashlib
import json

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

import aemodels
from aemodels import datasets, folders, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.weights import golden, load
from aemodels.errors import BadCheckpoint

TRAINED = cards.trained()
PICTURES = [name for name in TRAINED if aemodels.spec(name).data in datasets.PICTURES]
MOST_BYTES = 80 * 2**20


def test_every_variant_is_trained():
    assert list(registry.names()) == TRAINED


def test_the_folder_stays_small():
    assert sum(path.stat().st_size for path in folders.checkpoints().iterdir()) < MOST_BYTES


@pytest.mark.parametrize("name", TRAINED)
def test_the_digest_is_that_of_the_weights(name):
    content = cards.weights_path(name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == cards.read(name).digest


@pytest.mark.parametrize("name", TRAINED)
def test_the_card_describes_the_variant_as_it_is(name):
    card = cards.read(name)
    assert card.spec == aemodels.spec(name)
    assert card.story == registry.variant(name).story
    assert card.parameters == sum(parameter.numel() for parameter in aemodels.load(name).parameters())
    assert [entry["epoch"] for entry in card.history][-1:] != [0]
    assert all(card.figures)


@pytest.mark.parametrize("name", TRAINED)
def test_the_card_meets_its_targets(name):
    card = cards.read(name)
    targets = aemodels.spec(name).targets
    assert card.targets == tuple((str(target), target.met(card.figures.test)) for target in targets)
    assert all(target.met for target in card.targets) or card.spec.note


@pytest.mark.parametrize("name", TRAINED)
def test_golden_values_come_out_again(name):
    stated, found = cards.read(name).golden, golden(aemodels.load(name))
    assert np.allclose(found["codes"], stated["codes"], rtol=1e-3, atol=1e-3)
    assert np.allclose(found["means"], stated["means"], rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("name", TRAINED)
def test_the_gallery_fits_the_model(name):
    gallery = cards.load_gallery(name)
    data = aemodels.spec(name).data
    count = min(datasets.TABLE[data].tested_on, 5000)
    assert gallery["codes"].shape == (count, aemodels.spec(name).code_size)
    assert gallery["errors"].shape == gallery["labels"].shape == (count,)
    if data in datasets.PICTURES:
        assert set(np.unique(gallery["labels"])) == set(range(10))


@pytest.mark.parametrize("name", PICTURES)
def test_the_gallery_is_what_the_weights_give(name, real):
    images = real(cards.read(name).spec.data).test.images[:200]
    gallery = cards.load_gallery(name)
    codes = aemodels.encode(name, images)
    assert np.allclose(gallery["codes"][:200], codes, rtol=2e-3, atol=5e-3)
    errors = np.square(aemodels.decode(name, codes) - images).mean((1, 2))
    assert np.allclose(gallery["errors"][:200], errors, rtol=5e-3, atol=1e-5)


def test_a_missing_checkpoint_says_how_to_make_it(spoilable):
    for path in (spoilable / "simple.json", spoilable / "linear.safetensors"):
        path.unlink()
    assert {"simple", "linear"}.isdisjoint(cards.trained())
    for name in ("simple", "linear"):
        with pytest.raises(BadCheckpoint, match=f"python -m aemodels.train {name}"):
            load(name)


def test_damaged_weights_are_refused(spoilable):
    path = spoilable / "simple.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(BadCheckpoint, match="do not match their card"):
        load("simple")


def test_a_damaged_card_is_refused(spoilable):
    (spoilable / "simple.json").write_text('{"spec": ')
    with pytest.raises(BadCheckpoint, match=r"card simple\.json is damaged"):
        cards.read("simple")


def test_weights_of_another_architecture_are_refused(spoilable):
    (spoilable / "simple.safetensors").write_bytes((spoilable / "vae_2d.safetensors").read_bytes())
    card = json.loads((spoilable / "simple.json").read_text())
    card["digest"] = json.loads((spoilable / "vae_2d.json").read_text())["digest"]
    (spoilable / "simple.json").write_text(json.dumps(card))
    with pytest.raises(BadCheckpoint, match="another architecture"):
        load("simple")


GALLERIES = {
    "cut off": lambda path, arrays: path.write_bytes(path.read_bytes()[:1000]),
    "missing": lambda path, arrays: path.unlink(),
    "a folder": lambda path, arrays: (path.unlink(), path.mkdir()),
    "without errors": lambda path, arrays: save_file({key: arrays[key] for key in ("codes", "labels")}, path),
    "fewer labels": lambda path, arrays: save_file(arrays | {"labels": arrays["labels"][:10]}, path),
    "other codes": lambda path, arrays: save_file(arrays | {"codes": arrays["codes"][:, :5].copy()}, path),
    "a shorter map": lambda path, arrays: save_file(arrays | {"tsne": arrays["tsne"][:10]}, path),
    "no number": lambda path, arrays: save_file(arrays | {"errors": arrays["errors"] * np.float32("nan")}, path),
}


@pytest.mark.parametrize("damage", GALLERIES)
def test_a_damaged_gallery_is_refused_with_a_remedy_that_trains_nothing(spoilable, damage):
    path = spoilable / "simple.gallery.safetensors"
    GALLERIES[damage](path, load_file(path))
    with pytest.raises(
        BadCheckpoint, match=r"gallery of “simple” .*`python -m aemodels\.train --cards simple` to make"
    ):
        cards.load_gallery("simple")
