"""Every variant computes on the device in use: tried on a GPU that torch only pretends to have."""

import pytest
import torch
from torch._subclasses.fake_tensor import FakeTensorMode

from aemodels import registry

RECURRENT = {"recurrent", "recurrent_digits", "sentence_lstm", "sentence_words"}
"""Their LSTM asks the real driver; what they add to it is covered below."""


@pytest.mark.parametrize("name", sorted(set(registry.names()) - RECURRENT))
def test_a_training_step_mixes_no_devices(name):
    with FakeTensorMode(), torch.no_grad():
        with torch.device("cuda"):
            model = registry.build(name)
        x = model.example(8).to("cuda")
        for phase in model.phases():
            if phase.begin:
                phase.begin()
            terms = phase.terms(model.corrupt(x), x)
            assert {value.device.type for value in terms.values()} == {"cuda"}
        assert model.batches(x, torch.arange(8), 4)


def test_a_mixture_would_be_noticed():
    with FakeTensorMode(), pytest.raises(RuntimeError, match="device"):
        torch.ones(3, device="cuda") + torch.ones(3)


def test_sentences_on_a_gpu_are_parted_by_places_on_the_cpu(monkeypatch):
    model = registry.build("sentence_words")
    x, order = model.example(6), torch.arange(6)
    x[:3, 10:] = 0
    asked = []
    to_cpu = torch.Tensor.cpu
    monkeypatch.setattr(torch.Tensor, "cpu", lambda tensor: asked.append(tensor.shape) or to_cpu(tensor))
    parts = model.parts(x, order, 4)
    assert asked == [torch.Size([6])]
    assert [part.tolist() for part in parts] == [[0, 1, 2], [3, 4, 5]]
