"""The command `aemodels`, also `python -m aemodels`: train, evaluate, fetch data sets, reconstruct a picture."""

import argparse
import importlib
import sys
from pathlib import Path

import numpy as np
from PIL import Image

import aemodels
from aemodels.errors import AutoencoderError, BadImage

PASSED_ON = {
    "train": ("aemodels.train", "train variants"),
    "evaluate": ("aemodels.evaluate", "recompute every figure from checkpoints and test data"),
    "datasets": ("aemodels.datasets.__main__", "download every data set that is missing"),
}
"""Commands that read their own arguments: the module of each, and what it does."""
MODEL, OUT = "deep_30d", Path("reconstruction.png")


def main(argv: list[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: Words behind `aemodels`; those of the command line if None.

    Returns:
        Exit code: 0 if all went well, 1 with a sentence on standard error if not.
    """
    words = sys.argv[1:] if argv is None else argv
    try:
        if words and words[0] in PASSED_ON:
            return _pass_on(words[0], words[1:])
        arguments = _parser().parse_args(words)
        print(reconstruct(arguments.picture, arguments.model, arguments.out))
        return 0
    except AutoencoderError as error:
        print(error, file=sys.stderr)
    except ModuleNotFoundError as error:
        print(f"This needs {error.name}. Install it with `pip install 'aemodels[train]'`.", file=sys.stderr)
    return 1


def reconstruct(picture: Path, model: str, out: Path) -> str:
    """Send a picture of a digit through a model and write what comes back.

    Args:
        picture: Any image file.
        model: Variant for pictures.
        out: PNG file, 28 x 28 grey pixels, dark ink on light paper; written over if it is there.

    Returns:
        What was done, in a sentence.

    Raises:
        AutoencoderError: The file cannot be written, found out before the work; the picture cannot be read, or the
            model cannot take it.
    """
    _open(out)
    try:
        content = picture.read_bytes()
    except OSError as error:
        raise BadImage(f"{picture} cannot be read ({error.strerror}). Name an image file.") from error
    image = aemodels.images.normalise(content).image
    x_hat = aemodels.reconstruct(model, image[None])[0]
    grey = np.round(255 * (1 - x_hat.clip(0, 1))).astype(np.uint8)
    _open(out, Image.fromarray(grey))
    return f"Wrote {out}: mean squared error {np.square(x_hat - image).mean():.4f} a pixel by “{model}”."


def _open(out: Path, image: Image.Image | None = None) -> None:
    """Write an image, or only see whether one could be written; leaves no file behind that was not there."""
    if out.suffix.lower() != ".png":
        raise AutoencoderError(f"{out} is no name of a PNG file. Let it end in .png.")
    is_new = not out.exists()
    try:
        if image is not None:
            return image.save(out)
        out.open("ab").close()
        if is_new:
            out.unlink()
    except OSError as error:
        raise AutoencoderError(f"{out} cannot be written ({error.strerror}). Name another file by --out.") from error


def _pass_on(command: str, words: list[str]) -> int:
    """Run a command that reads its own arguments."""
    sys.argv = [f"aemodels {command}", *words]
    return importlib.import_module(PASSED_ON[command][0]).main() or 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="aemodels", description="Autoencoders of digits, clothes and sentences.")
    parser.add_argument("--version", action="version", version=f"aemodels {aemodels.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    help = "send a picture of a digit through a model"
    sub = commands.add_parser("reconstruct", help=help, description=f"{help.capitalize()}, write what comes back.")
    sub.add_argument("picture", type=Path, metavar="PICTURE", help="any image file of one handwritten digit")
    sub.add_argument("--model", default=MODEL, metavar="NAME", help=f"variant for pictures (default: {MODEL})")
    sub.add_argument("--out", type=Path, default=OUT, metavar="FILE", help=f"PNG file to write (default: {OUT})")
    for name, (_, help) in PASSED_ON.items():
        commands.add_parser(name, help=f"{help}; see `aemodels {name} --help`", add_help=False)
    return parser


if __name__ == "__main__":
    sys.exit(main())
