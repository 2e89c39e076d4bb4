"""Terms for pictures, what is done to them, and how results are measured."""

from ui.glossary.pictures import images as drawn
from ui.glossary.term import Term

TERMS = (
    Term(
        "Reconstruction",
        "The picture that the decoder makes from a code; at best it looks like the input.",
        drawn.reconstruction,
    ),
    Term(
        "Reconstruction error",
        "How much the reconstruction differs from the input, usually the squared difference per pixel.",
        drawn.error,
        ("error map",),
    ),
    Term("Corruption", "Noise or damage added to a picture on purpose.", drawn.corruption, ("corrupted",)),
    Term(
        "Gaussian noise",
        "Noise that makes every pixel lighter or darker at random: mostly a little, rarely much.",
        drawn.gaussian,
    ),
    Term("Masking noise", "Noise that sets random pixels to 0.", drawn.masking),
    Term(
        "Median filter",
        "Replaces every pixel by the middle value of its neighbourhood; no learning needed.",
        drawn.median,
    ),
    Term("PSNR", "The error in decibels: 10 more is a tenth of the error.", drawn.psnr),
    Term(
        "SSIM",
        "Compares brightness, contrast and pattern of two pictures patch by patch: 1 is the same.",
        drawn.ssim,
    ),
    Term("Baseline", "A simple method that a better one has to beat.", drawn.baseline),
    Term(
        "Anomaly detection",
        "Finding what is unlike the usual, without examples of the unusual.",
        drawn.anomaly,
        ("anomaly", "anomalies"),
    ),
    Term(
        "Threshold",
        "The value from which on something counts, such as the error that sets off an alarm.",
        drawn.threshold,
    ),
    Term(
        "ROC curve",
        "For every threshold: the share of odd ones found against the share of false alarms.",
        drawn.roc,
        ("ROC",),
    ),
    Term(
        "Area under the curve (AUC)",
        "One figure for a ROC curve: 1 is perfect, 0.5 is no better than tossing a coin.",
        drawn.auc,
        ("AUC",),
    ),
    Term("Accuracy", "The share of answers that are right.", drawn.accuracy),
    Term("Out of distribution", "Unlike everything that the model was trained on.", drawn.stranger),
    Term(
        "Activation maximisation",
        "Changing a picture step by step so that one unit responds more and more strongly to it.",
        drawn.maximisation,
    ),
    Term("Likelihood", "How probable a model says that a picture is.", drawn.likelihood),
    Term("Binarised", "Made pure black and white.", drawn.binarised),
)
