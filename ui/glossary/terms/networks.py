"""Terms for networks and their parts."""

from ui.glossary.pictures import networks as drawn
from ui.glossary.pictures.codes import posterior
from ui.glossary.pictures.images import denoising
from ui.glossary.pictures.losses import sparse
from ui.glossary.term import Term

TERMS = (
    Term(
        "Autoencoder",
        "A network that learns to copy its input, although only a few numbers get through its middle.",
        drawn.autoencoder,
    ),
    Term("Encoder", "The half of an autoencoder that turns a picture into its code.", drawn.encoder),
    Term("Decoder", "The half of an autoencoder that makes a picture from a code.", drawn.decoder),
    Term(
        "Bottleneck",
        "The narrow middle of an autoencoder: what does not fit through its few numbers is lost.",
        drawn.bottleneck,
    ),
    Term(
        "Denoising autoencoder",
        "An autoencoder that is given corrupted pictures in training and has to output the clean ones.",
        denoising,
        ("denoising", "blind denoising"),
    ),
    Term(
        "Sparse autoencoder",
        "An autoencoder that may have many code units, but only a few of them may be active at a time.",
        sparse,
        ("sparse", "sparse code"),
    ),
    Term(
        "Variational autoencoder (VAE)",
        "An autoencoder that gives every picture a small cloud of codes instead of one, so that it leaves fewer holes.",
        posterior,
        ("variational autoencoder", "VAE", "variational", "variational model", "variational code"),
    ),
    Term(
        "Unit",
        "The smallest part of a network: it multiplies its inputs by weights, adds them up, mostly bends the sum, and "
        "puts it out.",
        drawn.unit,
    ),
    Term(
        "Weight",
        "A number inside the network that says how strongly one unit counts for another; training changes it.",
        drawn.weight,
    ),
    Term("Activation", "The number that a unit puts out for one input: how strongly it responds.", drawn.activation),
    Term(
        "Layer",
        "A stage of a network: multiplies, adds and mostly bends the numbers of the one before; hidden layers lie in "
        "between.",
        drawn.layer,
        ("hidden layer",),
    ),
    Term(
        "Dense layer",
        "A layer in which every unit is joined to every number that comes in.",
        drawn.dense,
        ("dense",),
    ),
    Term(
        "Linear",
        "Able to do no more than multiply numbers by fixed factors and add them up: it bends nothing.",
        drawn.linear,
        ("linear method", "linear network", "linear autoencoder", "linear layer"),
    ),
    Term(
        "Non-linear",
        "Able to do more than multiply and add: it also bends, for instance turns all numbers below 0 into 0.",
        drawn.non_linear,
        (
            "non-linear activation",
            "non-linear activation function",
            "activation function",
            "non-linear network",
            "non-linear unit",
            "non-linear layer",
        ),
    ),
    Term("ReLU", "An activation function that turns negative numbers into 0 and leaves the others alone.", drawn.relu),
    Term("Sigmoid", "An activation function that brings every number between 0 and 1.", drawn.sigmoid),
    Term("Tanh", "An activation function that brings every number between −1 and 1.", drawn.hyperbolic),
    Term(
        "Convolution",
        "A layer that slides one small pattern of weights, the kernel, over all places of a picture.",
        drawn.convolution,
        ("convolutional", "kernel", "convolutional autoencoder", "transposed convolution"),
    ),
    Term(
        "Feature map",
        "What one kernel of a convolution finds, place by place: a picture of where its pattern occurs.",
        drawn.feature_maps,
    ),
    Term(
        "Max pooling",
        "Makes a map smaller by keeping only the largest of neighbouring numbers.",
        drawn.pooling,
        ("pooling",),
    ),
    Term(
        "LSTM",
        "A layer for sequences: it reads step by step, and its gates decide what its memory keeps (BiLSTM: from both "
        "ends).",
        drawn.lstm,
        ("bidirectional LSTM", "recurrent", "recurrent autoencoder", "long short-term memory", "BiLSTM"),
    ),
    Term("Dead unit", "A unit that puts out 0 whatever comes in, so that training cannot revive it.", drawn.dead_unit),
    Term(
        "Dropout",
        "Switches random units off at every step of training, so that no unit can rely on a single other one.",
        drawn.dropout,
    ),
    Term(
        "Tied weights",
        "The decoder uses the encoder's own weights, backwards.",
        drawn.tied,
        ("tie its weights", "tied"),
    ),
)
