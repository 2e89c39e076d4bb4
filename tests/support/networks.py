"""Networks that have not been trained."""

from dataclasses import replace

import torch

from aemodels import registry


def fresh(name: str = "simple", **changes: object) -> torch.nn.Module:
    """Build a variant's network, always with the same weights, with another recipe than its own."""
    variant = registry.variant(name)
    torch.manual_seed(0)
    return variant.network(replace(variant.spec, recipe=replace(variant.spec.recipe, batch_size=64, **changes)))
