"""Every control of the app in one table: key in the address bar, default, and what values it takes."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from aemodels import datasets


class Control(NamedTuple):
    """A control whose value stands in the address bar.

    Attributes:
        label: What the student reads.
        default: Value that leaves no trace in the address.
        options: What can be chosen; None where the page says so.
        help: Explanation at the point of need; a list of choices without one speaks for itself and shows no label.
    """

    label: str
    default: Any
    options: Sequence | None = None
    help: str | None = None


LESSON = ("vae_beta_0", "vae_beta_01", "vae_beta_1", "vae_beta_4", "vae_collapsed")

CONTROLS = {
    "model": Control("Model", "deep_30d"),
    "source": Control("Picture", "draw", ("draw", "upload", "pick")),
    "samples": Control(
        "From", "digits", ("digits", "mnist", "fashion"), "MNIST and clothes appear where they are in the data folder."
    ),
    "digit": Control(
        "Class", "any", ("any", *datasets.TABLE["mnist"].classes), "Ten pictures of one class, or of any."
    ),
    "seed": Control(
        "Shuffle", 0, range(10_000), "Another number, other pictures; the same number gives the same ones."
    ),
    "loss": Control("Weight of the price", "vae_beta_1", LESSON),
    "family": Control("Family", "all"),
    "knows": Control("Knows", "all", ("all", "mnist", "fashion", "reuters", "cloud")),
    "size": Control("Numbers kept", "all", ("all", "2-3", "10-32", "64-")),
    "text": Control("Your text", "Oil prices rose 3 pct after the meeting. The bank said profits fell last year."),
    "others": Control("Show the models for other pictures too", False, (False, True)),
    "labelled": Control("Pictures", "mnist", ("mnist", "fashion")),
    "steps": Control("Show how the computer sees it", False, (False, True)),
    "z1": Control("z₁", None),
    "z2": Control("z₂", None),
    "stops": Control("Stops of the walk", ""),
    "course": Control("Course of the walk", "straight", ("straight", "circle")),
    "show": Control("On the plane", "explore", ("explore", "walk", "manifold")),
    "side": Control("Pictures a side", 20, range(5, 41), "How many places are decoded in each direction."),
    "reach": Control("Reach", 3.0, (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0), "How far from zero the figure goes."),
    "spacing": Control(
        *("Spacing", "even", ("even", "quantile")),
        "Even steps, or steps that crowd where the prior has its codes (the normal's quantiles).",
    ),
    "item": Control("Sample", 0, range(10)),
    "rate": Control(
        "False alarms",
        5,
        range(1, 11),
        "How many of 100 ordinary test pictures may raise the alarm. Fewer false alarms, fewer odd ones found.",
    ),
    "stranger": Control(
        "Digit left out", "8", datasets.TABLE["mnist"].classes, "Which digit it never saw in training."
    ),
    "spoil": Control("Spoilt by", "gaussian:0.5"),
    "noise_seed": Control(
        "Seed of the noise",
        0,
        range(10_000),
        "Another number, other noise; the same number gives the same noise again.",
    ),
    "closer": Control("Look closer", "again", ("again", "how much", "why")),
    "denoiser": Control("Denoiser", "denoising_conv", help="Its result stands below, all others further down."),
    "taken": Control(
        "Show what each took away",
        False,
        (False, True),
        "The result minus the spoilt picture: blue was taken away, orange was added. A good denoiser takes away noise "
        "and nothing else; where you can make out the digit here, it lost a part of the digit.",
    ),
    "kind": Control(
        "Draw", "any", ("any", *datasets.TABLE["mnist"].classes), "From everywhere, or around one class's codes."
    ),
    "temperature": Control("Temperature", 1.0, (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0), "How far out codes are drawn."),
    "sampled": Control("Sample", 0, range(24)),
    "dimension": Control("Walk along", None, help="The number of the code that changes in the row of pictures."),
    "plain": Control("Beside it", "deep_30d", help="Any model that is not variational."),
    "against": Control("Compared with", "vae_20d"),
    "goal": Control("Second picture", "0", (*datasets.TABLE["mnist"].classes, "mine")),
    "path": Control("Path", "straight", ("straight", "spherical")),
    "components": Control("Components", 10, range(33)),
    "plane_seed": Control(
        *("Seed of the start", 0, range(10_000)),
        "Another number, other random weights to begin with; the same number gives the same training again.",
    ),
    "taught": Control("Train it", False, (False, True)),
    "off": Control("Units switched off", ""),
    "instead": Control("A unit that is off says", "zero", ("zero", "mean")),
    "tsne_of": Control("What is mapped", "codes", ("codes", "noise")),
    "tsne_codes": Control(
        *("How many codes", 2000, (500, 1000, 2000, 5000, 10_000)), "The first ones of the test set. More take longer."
    ),
    "perplexity": Control(
        "Perplexity", 30, range(2, 101), "About how many neighbours every code listens to; the usual is 5 to 50."
    ),
    "exaggeration": Control(
        *("Early exaggeration", 12, range(1, 33)),
        "How many times stronger codes pull each other in the first 250 iterations, so that groups find together.",
    ),
    "tsne_rate": Control(
        *("Learning rate", "auto", ("auto", 10, 50, 100, 200, 500, 1000, 2000, 5000)),
        "How far points go in an iteration. Auto: the number of codes, divided by the exaggeration that is on.",
    ),
    "tsne_start": Control(
        *("Start", "PCA", ("PCA", "random")), "On the two principal components, or anywhere by chance."
    ),
    "tsne_seed": Control(
        *("Seed of the map", 0, range(10_000)), "Another number, another chance; the same number gives the same map."
    ),
    "every": Control("Show all of them", False, (False, True)),
    "maps_view": Control("On this page", "look", ("look", "run")),
    "projection": Control(
        *("Map", "tsne", ("tsne", "umap", "pca", "pca_3d", "code")),
        "A code has many numbers, a map two, so something gets lost. **t-SNE** keeps together what is close; sizes of "
        "its islands and distances between them mean nothing. **UMAP** does the same and keeps a little more of where "
        "the islands lie. **PCA** only turns the cloud and looks at its shadow: large distances stay honest, but "
        "neighbours in the shadow may be far apart. **The code itself** loses nothing.",
    ),
    "colour": Control(
        *("Colour", "label", ("label", "error", "unit", "cluster")),
        "**Label**: which digit it is; no model was told. **Error**: how badly it was rebuilt. **A number of the "
        "code**: where it is high or low. **Clusters**: groups that k-means finds among the codes without labels. "
        "Two maps both wear the colours of the first one's model, so that a digit has one colour.",
    ),
    "code_unit": Control("Which number", 0, help="Numbers of the code, counted from 1."),
    "clusters": Control("How many", 10, range(2, 21), "How many groups k-means has to find; its seed is 0."),
    "second_map": Control(
        *("Second map", False, (False, True)),
        "The same pictures beside it, by another model or on another map. What you point at is ringed in both.",
    ),
    "other_model": Control("Model of the second map", "vae_2d"),
    "other_projection": Control("Second map shows", "umap", ("tsne", "umap", "pca", "pca_3d", "code")),
    "pinned": Control("Pinned", None, range(10_000)),
}
