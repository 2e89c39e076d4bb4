"""Step 4: what one number of a code does."""

from hashlib import blake2b

import numpy as np

import aemodels
from aemodels.latent import interpolation
from ui import layout, sample
from ui.components.dials import Strip, dials, turned
from ui.sections.lesson.step import DRAW, Choices, Doing, Outcome, Picture, Step, cards, is_drawn
from ui.sections.sample import sampler

MODEL = "vae_20d"
SEEN = 0.1  # of full ink, below which a change of a pixel is hardly seen
CORNER = 9  # pixels, the longest side of what lies in one corner
DIALS = (2, 6, 16, 19)  # numbers that change every digit clearly
FIRST = 16  # whose strip is shown before any is moved


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
    moved = np.abs(now.code - start)
    number = _moved_last(doing, now.code, moved)
    walked = interpolation.traverse(now.code, number)
    alone = np.where(np.arange(len(start)) == number, now.code, start)
    before, after, picture, *row = aemodels.decode(MODEL, np.vstack([start, alone, now.code, walked]))
    strip = Strip(number, np.stack(row), walked[:, number])
    ends = _ends(start)
    with right, doing.place(1):
        dials("lesson_dials", origin, start, now, picture, strip, weighed, "", DIALS, "Back to my digit", ends)
    doing.did(0, is_drawn(study))
    doing.did(1, doing.done[0] and moved.max() > SEEN)
    if moved.max() <= SEEN:
        return doing.kept.get("outcome")
    changed = int((np.abs(after - before) > SEEN).sum())
    text = (
        f"You moved number {number + 1} from {start[number]:.1f} to {now.code[number]:.1f}. By this number alone, "
        f"{changed} of the 784 pixels became clearly darker or lighter. From one end of a slider to the other, so "
        f"many pixels change: {_counted(ends)}."
    )
    doing.kept["outcome"] = Outcome(
        text, _reach(before, after), [Picture("before", before), Picture(f"only number {number + 1} moved", after)]
    )
    return doing.kept["outcome"]


def _moved_last(doing: Doing, code: np.ndarray, moved: np.ndarray) -> int:
    """Return the number that differs most from where it stood before; the one moved farthest, if none does."""
    before, doing.kept["code"] = doing.kept.get("code", code), code
    latest = np.abs(code - before)
    if latest.max() > 0:
        doing.kept["number"] = int(latest.argmax())
    number = doing.kept.get("number", FIRST)
    return number if moved[number] > SEEN else int(moved.argmax()) if moved.max() > SEEN else FIRST


def _reach(before: np.ndarray, after: np.ndarray) -> str:
    """Return the choice that fits, by how far apart the pixels lie that change most, however little that is."""
    change = np.abs(after - before)
    rows, columns = np.nonzero(change > change.max() / 4)
    side = max(np.ptp(rows), np.ptp(columns)) + 1
    return "one" if side == 1 else "few" if side <= CORNER else "many"


def _ends(start: np.ndarray) -> np.ndarray:
    """Return what each number with a slider makes at its lower and at its upper end, (K, 2, 28, 28)."""
    ends = np.repeat(start[None], 2 * len(DIALS), axis=0).reshape(len(DIALS), 2, -1)
    for number, pair in zip(DIALS, ends, strict=True):
        pair[:, number] = -interpolation.REACH, interpolation.REACH
    return aemodels.decode(MODEL, ends.reshape(-1, ends.shape[-1])).reshape(len(DIALS), 2, 28, 28)


def _counted(ends: np.ndarray) -> str:
    """Return how many pixels each number with a slider changes clearly, in words."""
    counts = (np.abs(ends[:, 1] - ends[:, 0]) > SEEN).sum(axis=(1, 2))
    said = [f"{count} by number {number + 1}" for number, count in zip(DIALS, counts, strict=True)]
    return ", ".join(said[:-1]) + f" and {said[-1]}"


STEP = Step(
    title="Code",
    question="What does one number of the code do?",
    idea="This network keeps **20 numbers** of your digit: its encoder finds them, its decoder draws from them. You "
    "may change the code in between. Four of the numbers have a slider here, the 3rd, 7th, 17th and 20th, which "
    "change every digit clearly. Beside each slider you see your digit with this one number at its lowest and at its "
    "highest.",
    asks="You change one of the 20 numbers. How much of the picture changes?",
    guess=Choices({"one": "One pixel", "few": "A few pixels in one corner", "many": "Strokes all over the digit"}),
    tasks=(
        DRAW,
        "Move the slider of number 17, or another one, and watch the picture.",
    ),
    do=do,
    sentence="One number of the **code** does not stand for one pixel. It changes strokes all over the picture: number "
    "17, for instance, makes them thicker or thinner, and moved far, it may even make another digit. (So do the 16 "
    "numbers without a slider: they, too, change many pixels at once.) The **decoder** turns all numbers together into "
    "one picture.",
    page="sample",
    address={"model": MODEL},
)
