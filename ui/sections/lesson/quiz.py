"""Five questions, the same before and after the lesson, so that one sees what was learnt."""

from typing import NamedTuple

UNKNOWN = "unknown"
NO_IDEA = "I don't know"


class Question(NamedTuple):
    """A question.

    Attributes:
        name: In the answers' file.
        asks: The question.
        options: What can be answered, by name.
        right: Name of the right answer.
        step: Of the lesson, where to look again.
    """

    name: str
    asks: str
    options: dict[str, str]
    right: str
    step: str


QUESTIONS = (
    Question(
        "task",
        "What is an autoencoder trained to do?",
        {
            "name": "To say which digit a picture shows",
            "copy": "To copy a picture through a narrow middle",
            "store": "To store all pictures that it has seen",
        },
        right="copy",
        step="1",
    ),
    Question(
        "code",
        "What is a latent code?",
        {
            "pixels": "A list of the most important pixels",
            "label": "The number of the digit's class, from 0 to 9",
            "numbers": "A few numbers from which the whole picture is drawn again",
        },
        right="numbers",
        step="4",
    ),
    Question(
        "sampling",
        "From random numbers a variational autoencoder often draws a digit, a plain one hardly ever. Why?",
        {
            "seen": "It was trained with more digits, so it knows more of them",
            "close": "In training its codes were kept where such random numbers lie",
            "longer": "Its codes have more numbers, so more fits in",
        },
        right="close",
        step="7",
    ),
    Question(
        "noise",
        "Why can a denoising autoencoder remove noise?",
        {
            "clean": "It had to draw clean digits from noisy ones, and so learnt what digits look like",
            "blur": "It blurs the picture, as a camera out of focus does, until the noise is gone",
            "remember": "It has seen the clean picture before, and remembers it",
        },
        right="clean",
        step="6",
    ),
    Question(
        "error",
        "A picture comes back with a small error. What does that tell you?",
        {
            "digit": "It is a digit for certain",
            "training": "It was among the pictures in training",
            "familiar": "The network can build it from what it learnt",
        },
        right="familiar",
        step="9",
    ),
)


def told() -> list[dict]:
    """Return the questions as the browser gets them, with “I don't know” at the end of each."""
    return [question._asdict() | {"options": question.options | {UNKNOWN: NO_IDEA}} for question in QUESTIONS]
