"""What a control is, and those that several pages show; a control of one page stands at the top of its file."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from aemodels import datasets


class Control(NamedTuple):
    """A control whose value stands in the address bar; its key there is the one under which it is listed.

    Attributes:
        label: What the student reads.
        default: Value that leaves no trace in the address.
        options: What can be chosen, a range for a number; empty where the page says so.
        help: Explanation at the point of need; a list of choices without one speaks for itself and shows no label.
    """

    label: str
    default: Any
    options: Sequence = ()
    help: str | None = None


SHARED = {
    "present": Control("Presenter mode", 0, (0, 1)),
    "model": Control(
        *("Model", "deep_30d"),
        help="The figure in brackets, as in **30-D**, says how many numbers the code keeps; short codes come first. "
        "**VAE** is short for variational autoencoder, **MLP** (multilayer perceptron) for a plain autoencoder. "
        "**PCA** is a simple method to compare with.",
    ),
    "source": Control("Picture", "draw", ("draw", "upload", "camera", "pick")),
    "samples": Control(
        *("From", "drawn", ("drawn", "digits", "mnist", "fashion")),
        help="MNIST and clothes appear if their files are in the data folder.",
    ),
    "digit": Control(
        *("Class", "any", ("any", *datasets.TABLE["mnist"].classes)),
        help="Up to ten pictures of one class, or ten of any class.",
    ),
    "seed": Control(
        *("Shuffle", 0, range(10_000)), help="Another number gives other pictures; the same number, the same pictures."
    ),
    "item": Control("Sample", 0, range(10)),
    "z1": Control("z₁", None),
    "z2": Control("z₂", None),
    "side": Control("Pictures per side", 20, range(5, 41), "How many points are decoded in each direction."),
    "reach": Control(
        *("Range", "codes", ("codes", 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)),
        help="How far from zero the figure goes. At first it goes as far as the codes of test digits do.",
    ),
    "spacing": Control(
        *("Spacing", "even", ("even", "quantile")),
        help="Even steps, or steps that are closer together in the middle, where most random codes fall (the "
        "**quantiles** of a normal distribution).",
    ),
}
