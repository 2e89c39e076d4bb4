"""Train variants: `python -m aemodels.train NAME…`, or `--all` for every one that has no checkpoint yet.

Interrupt it whenever you like: the same command goes on from the last finished epoch. Under `torchrun` it runs on
several processes. `--smoke` rehearses it in seconds on scikit-learn's bundled digits and changes no checkpoint.
"""

import argparse
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from accelerate import PartialState

from aemodels import cards, checkpoints, datasets, measures, registry, training
from aemodels.autoencoder import Autoencoder
from aemodels.datasets import Dataset, Split
from aemodels.errors import AutoencoderError

RUNS = Path(__file__).parent.parent / "runs"
MOST_CHANGE_BY_FLOAT16 = 1e-3
GALLERY_IMAGES = 5000
SMOKE_EPOCHS = 2


def train(name: str, smoke: bool = False) -> dict:
    """Train a variant, or finish its interrupted run, and write weights, card and gallery.

    Args:
        name: Variant.
        smoke: Whether to rehearse on the bundled digits.

    Returns:
        The card.

    Raises:
        UnknownVariant: There is no such variant.
        MissingData: The data set is not in the data folder and cannot be downloaded.
    """
    variant = registry.variant(name)
    spec = variant.spec
    if smoke:
        epochs = min(SMOKE_EPOCHS, spec.recipe.epochs)
        spec = replace(spec, data="digits", recipe=replace(spec.recipe, epochs=epochs))
    data = load_or_download(spec.data)
    torch.manual_seed(spec.recipe.seed)
    model = variant.network(spec)
    state_file = RUNS / ("smoke" if smoke else "") / f"{name}.pt"
    history = training.fit(model, _tensor(data.train), _tensor(data.validation), state_file)
    if not PartialState().is_main_process:
        return {}
    card = publish(name, model, data, history)
    state_file.unlink(missing_ok=True)
    return card


def publish(name: str, model: Autoencoder, data: Dataset, history: list[dict]) -> dict:
    """Write a trained model's checkpoint, card and gallery.

    Weights are kept in float16 where no test figure that a target names moves by more than 0.1 %.

    Returns:
        The card.
    """
    exact = measures.measure(model, data, data.test)
    digest = checkpoints.save(name, model, torch.float16)
    halved = _reread(name, model)
    figures = measures.measure(halved, data, data.test)
    dtype = "float16"
    named = [target.measure for target in model.spec.targets] or ["mse"]
    if any(abs(figures[key] / exact[key] - 1) > MOST_CHANGE_BY_FLOAT16 for key in named):
        digest, halved, figures, dtype = checkpoints.save(name, model, torch.float32), model, exact, "float32"
    card = {
        "name": name,
        "spec": model.spec.as_dict(),
        "story": vars(registry.variant(name).story),
        "parameters": sum(parameter.numel() for parameter in model.parameters()),
        "figures": {
            "train": measures.measure(halved, data, Split(data.train.images[:10_000], data.train.labels[:10_000])),
            "validation": measures.measure(halved, data, data.validation),
            "test": figures,
        },
        "targets": [{"bar": str(target), "met": target.met(figures)} for target in model.spec.targets],
        "seconds": sum(entry["seconds"] for entry in history),
        "torch": torch.__version__.split("+")[0],
        "dtype": dtype,
        "digest": digest,
        "golden": checkpoints.golden(halved),
        "history": history,
    }
    checkpoints.save_gallery(name, gallery(halved, data.test))
    cards.write(name, card)
    return card


@torch.inference_mode()
def gallery(model: Autoencoder, test: Split) -> dict[str, np.ndarray]:
    """Encode the first 5,000 test images: codes float16, labels uint8, mean squared errors float32."""
    x = _tensor(test)[:GALLERY_IMAGES]
    codes = torch.cat([model.encode(batch) for batch in x.split(1000)])
    x_hat = torch.cat([model.decode(batch) for batch in codes.split(1000)])
    return {
        "codes": codes.half().numpy(),
        "labels": test.labels[:GALLERY_IMAGES].astype(np.uint8),
        "errors": (x_hat - x).square().flatten(1).mean(1).numpy(),
    }


def load_or_download(name: str) -> Dataset:
    """Read a data set, downloading it first where it is missing; errors as in `datasets.download`."""
    if not datasets.available(name):
        with PartialState().main_process_first():
            datasets.download(name)
    return datasets.load(name)


def _reread(name: str, model: Autoencoder) -> Autoencoder:
    reread = type(model)(model.spec)
    reread.load_state_dict(checkpoints.read_weights(name))
    return reread.eval()


def _tensor(split: Split) -> torch.Tensor:
    return torch.from_numpy(split.images)[:, None]


def main() -> int:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m aemodels.train", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="variants to train anew")
    parser.add_argument("--all", action="store_true", help="every variant that has no checkpoint yet")
    parser.add_argument("--smoke", action="store_true", help="rehearse in seconds, change nothing")
    arguments = parser.parse_args()
    if arguments.smoke:
        shutil.rmtree(RUNS / "smoke", ignore_errors=True)
        os.environ["AEMODELS_CHECKPOINTS"] = str(RUNS / "smoke")
    missing = [name for name in registry.names() if name not in cards.trained()]
    chosen = arguments.names + (missing if arguments.all else [])
    if not chosen:
        print("Nothing to train: every model has its checkpoint." if arguments.all else parser.format_usage())
        return 0 if arguments.all else 2
    return _train_all(chosen, arguments.smoke)


def _train_all(chosen: list[str], smoke: bool) -> int:
    try:
        for name in chosen:
            card = train(name, smoke)
            for target in card.get("targets", []):
                print(f"{name}: {target['bar']} {'met' if target['met'] else 'MISSED'}")
    except AutoencoderError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from the last finished epoch.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
