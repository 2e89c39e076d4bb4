"""Terms that all others are explained with."""

from ui.glossary.pictures import basics as drawn
from ui.glossary.term import Term

TERMS = (
    Term(
        "Network",
        "A program that turns numbers into other numbers in a way that nobody wrote down: it was found from examples.",
        drawn.network,
        ("neural network",),
    ),
    Term(
        "Deep learning",
        "Learning with networks that have many layers one behind the other.",
        drawn.deep,
        ("deep network",),
    ),
    Term(
        "Pixel",
        "One of the 28 × 28 small squares of a picture; its number says how much ink is in it, from 0 to 1.",
        drawn.pixel,
    ),
    Term(
        "Training",
        "Changing a network's weights, the numbers it multiplies with, in many small steps, until it does its task "
        "well.",
        drawn.training,
    ),
    Term("Model", "A method that is ready for use, such as a network after its training.", drawn.model),
    Term(
        "Hole",
        "A place among the codes where the decoder draws nothing sensible: it has not learnt what to draw there.",
        drawn.hole,
    ),
    Term("Noise", "Random changes that have nothing to do with what a picture shows.", drawn.noise),
    Term(
        "MNIST",
        "A well-known collection of 70,000 handwritten digits, each with its label; most models here learnt from it.",
        drawn.mnist,
    ),
    Term(
        "Fashion-MNIST",
        "A collection like MNIST, of 70,000 pictures of clothes in ten classes, from T-shirt to ankle boot.",
        drawn.fashion,
    ),
    Term(
        "Distribution",
        "Says how often each value occurs: for instance many near 0 and few far away.",
        drawn.distribution,
    ),
)
