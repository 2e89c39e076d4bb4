"""Terms for codes, what lies between them, and maps of them."""

from ui.glossary.pictures import codes as drawn
from ui.glossary.pictures import maps
from ui.glossary.pictures.networks import code
from ui.glossary.term import Term

TERMS = (
    Term(
        "Latent code",
        "The few numbers by which an autoencoder describes a picture, “latent” (hidden) in its middle.",
        code,
        ("code",),
    ),
    Term(
        "Latent plane",
        "All codes of two numbers, drawn as a plane on which every point stands for a picture.",
        drawn.plane,
        ("latent space",),
    ),
    Term(
        "Prior",
        "Where all codes together are meant to lie: in a round cloud, many of them near zero and few far out.",
        drawn.prior,
    ),
    Term(
        "Posterior",
        "The cloud of codes that a variational autoencoder holds possible for one picture.",
        drawn.posterior,
    ),
    Term(
        "Normal distribution",
        "The bell curve: values near its middle are frequent, far ones rare; “standard” means around 0 with width 1.",
        drawn.normal,
        ("standard normal", "standard normal distribution"),
    ),
    Term(
        "Standard deviation",
        "How far values usually lie from their mean, written σ (sigma).",
        drawn.deviation,
        ("sigma", "σ"),
    ),
    Term(
        "Posterior collapse",
        "A variational autoencoder gives every picture the same cloud, so that its code says nothing.",
        drawn.collapse,
        ("collapsed",),
    ),
    Term(
        "Manifold",
        "A curved surface in a space of many dimensions near which all real pictures of a kind lie.",
        drawn.manifold,
    ),
    Term(
        "Interpolation",
        "Going in small steps from one code to another and decoding every step.",
        drawn.interpolation,
    ),
    Term(
        "Spherical interpolation",
        "A way from code to code that goes around zero and keeps the distance from it.",
        drawn.spherical,
    ),
    Term(
        "Temperature",
        "A factor on how far from zero codes are drawn: low is cautious, high is bold.",
        drawn.temperature,
    ),
    Term(
        "Sample",
        "Something drawn at random, such as a code from the prior and its picture.",
        drawn.sample,
        ("resample",),
    ),
    Term(
        "t-SNE",
        "Draws many-dimensional points as a map that keeps together what is close; large distances mean nothing.",
        maps.islands,
    ),
    Term("UMAP", "A way to draw maps like t-SNE's that keeps a little more of where groups lie.", maps.islands),
    Term("Perplexity", "For t-SNE: about how many neighbours count for every point.", maps.perplexity),
    Term(
        "Principal component analysis (PCA)",
        "Describes a picture by how much of each fixed pattern is added to the average; the patterns show how data "
        "differ most.",
        maps.pca,
        ("principal component analysis", "PCA"),
    ),
    Term(
        "Principal component",
        "One of PCA's fixed patterns, of which a picture is added up.",
        maps.component,
        ("component",),
    ),
    Term(
        "Cluster",
        "A group of points that lie closer to each other than to the rest; k-means is a way to find such groups.",
        maps.clusters,
        ("k-means",),
    ),
    Term(
        "Nearest neighbour",
        "The points that lie closest to a point; k of them can vote on its class.",
        maps.neighbours,
        ("k-nearest neighbour", "nearest code", "neighbours agree"),
    ),
    Term(
        "Quantile",
        "A value below which a given share of all values lies, such as the median, half of them.",
        maps.quantiles,
    ),
    Term("Label", "What somebody wrote down about a picture: which digit or garment it shows.", maps.label),
    Term("Classifier", "A program that says for each picture which class it belongs to.", maps.classifier),
    Term(
        "Logistic regression",
        "The simplest classifier: it draws straight borders between classes and gives probabilities.",
        maps.boundary,
    ),
    Term(
        "Word vector",
        "A list of numbers that stands for a word, such that words of similar meaning have similar lists.",
        maps.words,
        ("token",),
    ),
    Term(
        "Cosine similarity",
        "How alike the directions of two lists of numbers are: 1 is the same direction, 0 at right angles.",
        maps.cosine,
        ("cosine",),
    ),
    Term(
        "Position embedding",
        "Numbers that tell a network at which place of a sentence it is.",
        maps.position,
        ("positional embedding",),
    ),
)
