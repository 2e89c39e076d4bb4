"""Terms for training and for what is minimised in it."""

from ui.glossary.pictures import curves as drawn
from ui.glossary.pictures import losses
from ui.glossary.term import Term

TERMS = (
    Term(
        "Loss", "The number that training makes smaller: the error, in some networks plus another number.", drawn.loss
    ),
    Term(
        "Gradient",
        "The slope of the loss: for each weight, whether making it larger or smaller lowers it, and how strongly.",
        drawn.gradient,
    ),
    Term(
        "Gradient descent",
        "Training in small steps, each in the direction in which the loss falls most.",
        drawn.descent,
    ),
    Term(
        "Learning rate",
        "How large a step training takes: too small is slow, too large jumps past the goal.",
        drawn.learning_rate,
    ),
    Term(
        "Optimiser",
        "The rule that turns gradients into steps, such as Adam or gradient descent with momentum.",
        drawn.optimiser,
        ("Adam", "momentum"),
    ),
    Term("Epoch", "One pass of training through all training pictures.", drawn.epoch),
    Term("Batch", "The few pictures that one step of training looks at together.", drawn.batch, ("batch size",)),
    Term(
        "Overfitting",
        "Learning the training pictures by heart, so that new pictures come out worse.",
        drawn.overfitting,
    ),
    Term(
        "Data augmentation",
        "Changing training pictures a little, for instance turning them, so that no two are the same.",
        drawn.augmentation,
        ("augmentation",),
    ),
    Term(
        "Pretraining",
        "Training a part of a network first, for instance layer by layer, as a good start for the rest.",
        drawn.pretraining,
        ("greedy layer-wise pretraining", "pretrained", "layer by layer"),
    ),
    Term(
        "Fine-tuning",
        "Training weights further that have learnt something before, usually in small steps.",
        drawn.fine_tuning,
        ("fine-tuned", "fine-tune"),
    ),
    Term("Frozen", "Weights that stay as they are while other parts of the network learn.", drawn.frozen),
    Term(
        "L1 penalty",
        "Adds the sizes of all activations to the loss, so that units go off unless they are needed.",
        losses.penalty,
        ("L1", "L1 regularisation", "regularisation"),
    ),
    Term(
        "KL divergence",
        "A number that says how much two clouds of points differ, such as a digit's in a VAE and that of random codes.",
        losses.divergence,
    ),
    Term(
        "Beta (β)",
        "The factor that says how much the KL divergence counts in a variational autoencoder's loss.",
        losses.beta,
        ("β", "β-VAE"),
    ),
    Term(
        "Evidence lower bound (ELBO)",
        "A value that the log-probability of a picture is certain to reach; a variational autoencoder maximises it.",
        losses.bound,
        ("evidence lower bound", "ELBO", "lower bound"),
    ),
    Term(
        "Nats",
        "A unit of information like bits: something of probability p costs −ln p nats, and 1 nat is 1.44 bits.",
        losses.nats,
        ("nat",),
    ),
    Term(
        "Cross-entropy",
        "An error for probabilities: a sure but wrong prediction costs most.",
        losses.cross_entropy,
        ("binary cross-entropy",),
    ),
    Term(
        "Mean squared error",
        "The differences between two pictures, pixel by pixel, squared and averaged: 0 is a perfect copy.",
        losses.squared,
        ("MSE", "squared error", "squared difference"),
    ),
    Term(
        "Validation images",
        "Pictures kept out of training, on which one tries which settings, such as the learning rate, work best.",
        losses.split,
        ("validation",),
    ),
    Term(
        "Test images",
        "Pictures that were kept out of training, to find out how well a model does on new ones.",
        losses.held_out,
        ("test image", "test digit", "test data", "test picture", "test set"),
    ),
    Term("Seed", "The number that random numbers start from: the same seed, the same random numbers.", losses.seed),
    Term("Closed form", "A solution that is computed by a formula instead of learnt step by step.", losses.closed_form),
    Term(
        "Importance weighting",
        "Averages over many sampled codes, of which likely ones count more, to estimate a probability closely.",
        losses.bounded_variance,
    ),
)
