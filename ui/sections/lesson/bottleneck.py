"""Step 1: how few numbers are enough."""

import numpy as np

import aemodels
from ui import layout, models, sample, state
from ui.flow import flow
from ui.sections.lesson.step import Choices, Doing, Outcome, Picture, Step, cards, is_drawn

WIDE, NARROW, AVERAGE = "deep_30d", "deep_2d", "pca_32"
BLUR, COPY = 0.15, 0.85  # shares of what tells a digit from the average one


def do(doing: Doing) -> Outcome:
    """Draw a digit, then let only two numbers of it pass."""
    by_size = dict(zip(("30", "2"), cards(WIDE, NARROW), strict=True))
    left, right = layout.beside()
    with left, doing.place(0):
        study = sample.drawn()
    with right:
        with doing.place(1):
            kept = state.switch("kept", words=lambda size: f"Keep {size} numbers")
        image = study.normalised.image
        rebuilt = {size: models.rebuild(card, image) for size, card in by_size.items()}
        flow("flow", rebuilt[kept], study)
    doing.did(0, is_drawn(study))
    doing.did(1, kept == "2" and doing.done[0])
    wide, narrow = rebuilt["30"], rebuilt["2"]
    times = narrow.error / max(wide.error, 1e-9)
    text = (
        f"With 30 numbers your digit came back with an error of {wide.error:.4f} a pixel, with 2 numbers "
        f"{narrow.error:.4f}: {times:.1f} times as much. (0 would be a perfect copy.)"
    )
    pictures = [Picture("yours", image), Picture("from 30 numbers", wide.x_hat), Picture("from 2", narrow.x_hat)]
    return Outcome(text, _closest(image, narrow.error), pictures)


def _closest(image: np.ndarray, error: float) -> str:
    """Return the choice that fits, by how much of what tells the digit from the average digit has come back."""
    average = aemodels.decode(AVERAGE, np.zeros((1, 32), np.float32))[0]
    share = 1 - error / max(float(np.square(image - average).mean()), 1e-9)
    return "blur" if share < BLUR else "copy" if share > COPY else "digit"


STEP = Step(
    title="Bottleneck",
    question="How few numbers are enough to draw your digit again?",
    idea="A picture of a digit has 784 pixels. An **autoencoder** turns it into a few numbers, throws the picture "
    "away, and has to draw it again from these numbers alone.",
    asks="Only 2 numbers of your digit may pass. What comes back?",
    guess=Choices(
        {"blur": "Only a grey blur", "digit": "A digit, but not with my strokes", "copy": "My digit, stroke for stroke"}
    ),
    tasks=("Draw a digit, or tap one of the small ones.", "Now keep only 2 numbers. What is lost?"),
    do=do,
    sentence="The narrow middle of the network is its **bottleneck**, and the numbers that pass through it are the "
    "**latent code**. The fewer there are, the more your own strokes give way to what all digits have in common.",
    page="reconstruct",
    address={"model": NARROW},
)
