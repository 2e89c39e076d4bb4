"""Every variant keeps the same promises, whatever is inside."""

import numpy as np
import pytest
import torch

import aemodels
from aemodels import datasets, registry
from aemodels.checkpoints import cards
from aemodels.errors import UnknownVariant
from aemodels.specs import Spec, Story
from aemodels.training import expected_history

NAMES = registry.names()
SHAPES = {"mnist": "(B, 1, 28, 28)", "fashion": "(B, 1, 28, 28)", "reuters": "(B, T, 50)", "cloud": "(B, 3)"}


@pytest.fixture(params=NAMES)
def variant(request) -> registry.Variant:
    return registry.variant(request.param)


@pytest.fixture
def model(variant):
    torch.manual_seed(0)
    model = variant.network(variant.spec)
    if variant.spec.data == "reuters":
        model.given_vectors = np.random.default_rng(0).normal(size=model.word_vectors.shape).astype(np.float32)
        model.prepare(model.example(8))
    return model


@pytest.fixture
def trained_on(variant, model, digits) -> torch.Tensor:
    pictures = variant.spec.data in datasets.PICTURES
    return torch.from_numpy(digits[:8])[:, None] if pictures else model.example(8)


@pytest.fixture
def x(model, trained_on) -> torch.Tensor:
    return model.embed(trained_on)


def test_the_names_are_the_files():
    assert aemodels.names() == sorted(NAMES)
    assert {"pca_32", "linear", "simple", "deep_30d", "denoising_conv", "vae_2d"} <= set(NAMES)


def test_an_unknown_name_is_refused_with_the_choices():
    with pytest.raises(UnknownVariant, match=r"Choose one of: .*vae_2d"):
        aemodels.spec("vae_9d")


def test_spec_and_story_are_complete(variant):
    assert isinstance(variant.spec, Spec)
    assert isinstance(variant.story, Story)
    assert variant.spec.title
    assert variant.spec.source.title
    assert variant.spec.source.figure
    assert variant.spec.targets
    for sentence in (variant.story.idea, variant.story.how, variant.story.fails):
        assert sentence.endswith(".")
        assert len(sentence) > 30
    assert len(variant.story.idea) <= 130


def test_the_docstring_gives_shapes_and_source(variant):
    text = __import__(f"aemodels.variants.{variant.name}", fromlist=["NETWORK"]).__doc__
    assert SHAPES[variant.spec.data] in text
    assert "Source:" in text


def test_shapes(variant, model, x):
    codes = model.encode(x)
    assert codes.shape == (8, variant.spec.code_size)
    assert model.decode(codes).shape == x.shape
    assert torch.equal(model.eval()(x), model.decode(model.encode(x)))
    if variant.spec.code_grid:
        assert np.prod(variant.spec.code_grid) == variant.spec.code_size


def test_reconstructions_of_bounded_networks_are_pictures(variant, model, x):
    x_hat = model.eval()(x)
    assert torch.isfinite(x_hat).all()
    if variant.spec.family not in ("linear", "sentences"):
        assert x_hat.min() >= 0
        assert x_hat.max() <= 1


def test_terms_are_named_finite_and_reach_every_weight(variant, model, trained_on):
    terms = model.train().loss_terms(trained_on, trained_on)
    assert "reconstruction" in terms
    assert all(term.ndim == 0 and torch.isfinite(term) for term in terms.values())
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    if variant.spec.recipe.epochs == 0:
        assert not trained
        return
    sum(terms.values()).backward()
    assert all(parameter.grad is not None and parameter.grad.abs().sum() > 0 for parameter in trained)


def test_a_loss_is_shown_as_it_is_minimised(variant, model):
    """The terms are those of real steps, as the training loop takes them."""
    terms = {name for phase in model.phases() for name in expected_history.term_names(model, phase)}
    assert model.formulas().keys() == terms
    assert all(formula.strip() for formula in model.formulas().values())


def test_a_history_has_the_terms_of_its_phases(variant, model):
    card = cards.read(variant.name)
    by_phase = {phase.name: expected_history.term_names(model, phase) for phase in model.phases() if phase.epochs}
    assert {entry["phase"] for entry in card.history} == by_phase.keys()
    for entry in card.history:
        assert sorted(entry["train"]) == sorted(entry["validation"]) == by_phase[entry["phase"]]
    assert {term for terms in card.minimised for term in terms} == card.formulas.keys()


def test_a_figure_of_another_loss_says_whose_it_is(variant):
    """Whoever quotes a squared error for a network of cross-entropy, or the other way round, says so."""
    source, spec = variant.spec.source, variant.spec
    first = source.figure.partition(";")[0]
    named = {"squared error": "mse", "nats": "bce"}
    other = [word for word, loss in named.items() if word in first and loss != spec.loss]
    if other:
        assert source.loss or source.network
        assert source.differs


@pytest.mark.parametrize(
    "name",
    ["tied", "greedy", "stacked", "recurrent", "denoising_dropout", "sparse_l1", "sparse_kl", "vae_fashion_10d"],
)
def test_figures_of_a_third_edition_name_its_network_and_what_differs(name):
    source = registry.variant(name).spec.source
    assert source.edition == "3rd edition"
    assert "linear output" in source.network
    assert source.loss.startswith("squared error")
    assert source.epochs <= 25
    assert "sigmoid output and cross-entropy" in source.differs
    assert source.quoted == f"{source.figure} (3rd edition; {source.network}; {source.loss}; {source.epochs} epochs)"


def test_phases_fill_the_recipe(variant, model):
    phases = model.phases()
    assert len({phase.name for phase in phases}) == len(phases)
    assert all(phase.epochs >= 0 for phase in phases)
    assert (sum(phase.epochs for phase in phases) > 0) == (variant.spec.recipe.epochs > 0)


def test_encoding_one_by_one_gives_the_same(model, x):
    model.eval()
    together = model.encode(x)
    alone = torch.cat([model.encode(x[index : index + 1]) for index in range(len(x))])
    assert torch.allclose(together, alone, atol=1e-4)
