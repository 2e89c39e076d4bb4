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
        why: What was seen there that speaks for the right answer, for those who chose another.
    """

    name: str
    asks: str
    options: dict[str, str]
    right: str
    step: str
    why: str


QUESTIONS = (
    Question(
        "task",
        "An autoencoder is given a picture of a 3. What should come out?",
        {
            "name": "The answer that it is a 3",
            "copy": "The same picture again, although only a few numbers of it get through",
            "store": "Another 3, the most similar one that it has stored",
        },
        right="copy",
        step="1",
        why="Each copy was compared with its own original, pixel by pixel; nobody told the network a digit's name.",
    ),
    Question(
        "code",
        "You change one number of a picture's code a little, and have it decoded. What happens?",
        {
            "pixels": "One pixel of the picture changes",
            "label": "The next digit comes, a 4 instead of a 3",
            "numbers": "The picture changes in many places at once",
        },
        right="numbers",
        step="4",
        why="In step 4, one number changed strokes all over your digit.",
    ),
    Question(
        "sampling",
        "From random numbers a variational autoencoder often draws a digit, a plain one seldom. Why?",
        {
            "seen": "It was trained with more digits, so it knows more of them",
            "close": "In it, the codes of real digits lie near such numbers; in the plain one they do not",
            "longer": "Its codes have more numbers, so more fits in",
        },
        right="close",
        step="7",
        why="In step 7, the random codes fell among the codes of digits on the variational map alone.",
    ),
    Question(
        "noise",
        "A denoising autoencoder makes a noisy digit clean; a plain one makes a smear of it. Why?",
        {
            "clean": "It was trained in another way: noisy digits in, clean ones out",
            "blur": "It smooths the picture better: grey specks average out, and strokes remain",
            "remember": "It was trained with more digits, and shows the most similar of them",
        },
        right="clean",
        step="6",
        why="In step 6, smoothing left grey on the paper, and to smooth more took ink from the strokes, too.",
    ),
    Question(
        "error",
        "A network trained with digits alone copies a picture well. What do you know for certain?",
        {
            "digit": "It is a picture of a digit",
            "training": "It was among the pictures in training",
            "familiar": "Only that the network can draw it, whatever it is",
        },
        right="familiar",
        step="9",
        why="In step 9, an A was copied well, too.",
    ),
)


def told() -> list[dict]:
    """Return the questions as the browser gets them, with “I don't know” at the end of each."""
    return [question._asdict() | {"options": question.options | {UNKNOWN: NO_IDEA}} for question in QUESTIONS]
