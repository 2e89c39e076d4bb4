"""Weights in safetensors files, checked against the digest on their card; no pickle anywhere."""

import hashlib
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.numpy import save as save_arrays
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors

from aemodels import files, registry
from aemodels.checkpoints import cards
from aemodels.errors import BadCheckpoint
from aemodels.networks.autoencoder import Autoencoder


def save(folder: Path, name: str, model: Autoencoder, dtype: torch.dtype) -> str:
    """Write a model's weights.

    Args:
        folder: Where to.
        name: Variant.
        model: Its trained network.
        dtype: float16 or float32.

    Returns:
        SHA-256 digest of the file, in hexadecimal.
    """
    content = save_tensors({key: value.to(dtype).contiguous() for key, value in model.state_dict().items()})
    files.write(folder / cards.weights_path(name).name, content)
    return hashlib.sha256(content).hexdigest()


def load(name: str) -> Autoencoder:
    """Read a trained model: evaluation mode, float32, no gradients.

    Args:
        name: Variant.

    Returns:
        The network; shared use is safe as long as nobody changes it.

    Raises:
        UnknownVariant: There is no such variant.
        BadCheckpoint: The checkpoint is missing, damaged, or made for another architecture.
    """
    digest = cards.read(name).digest
    try:
        content = cards.weights_path(name).read_bytes()
    except FileNotFoundError as error:
        raise BadCheckpoint(f"The weights of “{name}” are missing. {cards.remedy(name)}") from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise BadCheckpoint(f"The weights of “{name}” do not match their card. {cards.remedy(name)}")
    model = registry.build(name)
    try:
        model.load_state_dict(_as_float32(content))
    except (SafetensorError, RuntimeError) as error:
        raise BadCheckpoint(f"The weights of “{name}” fit another architecture. {cards.remedy(name)}") from error
    return model.eval().requires_grad_(False)


def read_weights(name: str) -> dict[str, torch.Tensor]:
    """Read a checkpoint's weights as float32, without a look at its card."""
    return _as_float32(cards.weights_path(name).read_bytes())


def halved(model: Autoencoder) -> Autoencoder:
    """Return a copy of a model whose weights have gone through float16: evaluation mode, no gradients."""
    copy = type(model)(model.spec)
    copy.load_state_dict({key: value.half().float() for key, value in model.state_dict().items()})
    return copy.eval().requires_grad_(False)


def _as_float32(content: bytes) -> dict[str, torch.Tensor]:
    return {key: value.float() for key, value in load_tensors(content).items()}


def save_gallery(folder: Path, name: str, arrays: dict[str, np.ndarray]) -> None:
    """Write what pages show of the test images into a folder: codes (N, D), labels (N,), errors (N,)."""
    files.write(folder / cards.gallery_path(name).name, save_arrays(arrays))


@torch.inference_mode()
def golden(model: Autoencoder) -> dict[str, list]:
    """Compute what a model makes of fixed input that needs no data set.

    Returns:
        "codes": the first four code numbers of three inputs; "means": mean of each reconstruction.
    """
    codes = model.encode(model.golden_input())
    return {"codes": codes[:3, :4].tolist(), "means": model.decode(codes).flatten(1).mean(1).tolist()}
