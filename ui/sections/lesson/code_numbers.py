"""Step 4: what one number of a code does."""

from hashlib import blake2b

import numpy as np

import aemodels
from aemodels.latent import interpolation
from ui import layout, sample
from ui.components.dials import Strip, dials, turned
from ui.sections.lesson.step import Choices, Doing, Outcome, Picture, Step, cards, is_drawn
from ui.sections.sample import sampler

MODEL = "vae_20d"
SEEN = 0.1  # of full ink, below which a change of a pixel is hardly seen
FEW, MANY = 2, 50  # pixels


def do(doing: Doing) -> Outcome | None:
    """Turn one number of the digit's code."""
    (card,) = cards(MODEL)
    left, right = layout.beside()
    with left, doing.place(0):
        study = sample.drawn()
    image = study.normalised.image
    weighed = sampler.weigh(card)
    start = aemodels.encode(MODEL, image[None])[0]
    origin = blake2b(image.tobytes(), digest_size=8).hexdigest()
    now = turned("lesson_dials", origin, start)
    first = int(weighed.order[0])
    walked = interpolation.traverse(now.code, first)
    before, picture, *row = aemodels.decode(MODEL, np.vstack([start, now.code, walked]))
    strip = Strip(first, np.stack(row), walked[:, first])
    with right, doing.place(1):
        dials("lesson_dials", origin, start, now, picture, strip, weighed, sampler.CARRIES["mnist"])
    moved = np.abs(now.code - start)
    doing.did(0, is_drawn(study))
    doing.did(1, doing.done[0] and moved.max() > SEEN)
    if moved.max() <= SEEN:
        return doing.kept.get("outcome")
    number, changed = int(moved.argmax()), int((np.abs(picture - before) > SEEN).sum())
    others = "" if (moved > SEEN).sum() == 1 else " (and others)"
    text = (
        f"You turned number {number + 1}{others} from {start[number]:.1f} to {now.code[number]:.1f}. "
        f"{changed} of the 784 pixels changed by more than a tenth."
    )
    answer = "one" if changed < FEW else "few" if changed < MANY else "many"
    doing.kept["outcome"] = Outcome(text, answer, [Picture("before", before), Picture("after", picture)])
    return doing.kept["outcome"]


STEP = Step(
    title="Code",
    question="What does one number of the code do?",
    idea="This network keeps **20 numbers** of your digit. The **encoder** finds them, the **decoder** draws from "
    "them.",
    asks="You change one of the 20 numbers. How much of the picture changes?",
    guess=Choices({"one": "One pixel", "few": "A few pixels in one corner", "many": "Fifty pixels or more"}),
    tasks=("Draw a digit, or tap one.", "Move the slider of one number. Those with a long orange bar carry most."),
    do=do,
    sentence="No number of a code stands for a pixel. Each is a property of the whole picture, such as its slant, and "
    "the **decoder** turns all of them together into pixels.",
    page="sample",
    address={"model": MODEL},
)
