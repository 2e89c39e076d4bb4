"""Map of codes

Thousands of digits as points: those with similar codes lie together, and your digit lands among similar digits.
"""

import streamlit as st

from ui import layout, models, state, trouble, words
from ui.controls import Control
from ui.sections.map_of_codes import finished, map_views, tsne

PROJECTIONS = ("tsne", "umap", "pca", "pca_3d", "code")
CONTROLS = {
    "maps_view": Control("On this page", "look", ("look", "run")),
    "projection": Control(
        *("Map", "tsne", PROJECTIONS),
        help="Begin with t-SNE. A code has many numbers, a map only two, so something is lost. **t-SNE** keeps "
        "together what is close; "
        "the sizes of its islands and the distances between them mean nothing. **UMAP** does the same, and keeps a "
        "little more of where the islands lie. **PCA** is a flat projection: large distances stay true, but neighbours "
        "on the map may be far apart. **The code itself** loses nothing.",
    ),
    "colour": Control(
        *("Colour", "label", ("label", "error", "unit", "cluster")),
        help="**Label**: which digit it is; no model was told. **Error**: how badly it was rebuilt. **A number of the "
        "code**: where it is high or low. **Clusters**: groups that k-means finds among the codes without labels. "
        "Two maps share the colours of the first one's model, so that a digit has the same colour on both.",
    ),
    "code_unit": Control("Which number", 0, help="Numbers of the code, counted from 1."),
    "clusters": Control("How many", 10, range(2, 21), "How many groups k-means has to find; its seed is 0."),
    "second_map": Control(
        *("Second map", False, (False, True)),
        help="The same pictures beside it, by another model or on another map. What you point at is ringed in both.",
    ),
    "other_model": Control("Model of the second map", "vae_2d"),
    "other_projection": Control("Second map shows", "umap", PROJECTIONS),
    "pinned": Control("Pinned", None, range(10_000)),
    "tsne_of": Control("What is mapped", "codes", ("codes", "noise")),
    "tsne_codes": Control(
        *("How many codes", 2000, (500, 1000, 2000, 5000, 10_000)),
        help="The first ones of the test set. More codes take longer.",
    ),
    "perplexity": Control(
        *("Perplexity", 30, range(2, 101)),
        help="About how many neighbours count for every code; 5 to 50 is usual.",
    ),
    "exaggeration": Control(
        *("Early exaggeration", 12, range(1, 33)),
        help="How many times stronger codes attract each other in the first 250 iterations, so that groups form.",
    ),
    "tsne_rate": Control(
        *("Learning rate", "auto", ("auto", 10, 50, 100, 200, 500, 1000, 2000, 5000)),
        help="How far points move in one iteration. Auto: the number of codes, divided by the exaggeration that is on.",
    ),
    "tsne_start": Control(
        *("Start", "PCA", ("PCA", "random")), help="On the two principal components, or at random places."
    ),
    "tsne_seed": Control(
        *("Seed of the map", 0, range(10_000)),
        help="Another number gives another random start; the same number, the same map.",
    ),
}
VIEWS = {"look": "Look at finished maps", "run": "Run t-SNE yourself"}
SECTIONS = {"look": finished.section, "run": tsne.section}

st.title("Map of codes")
words.markdown("**Which pictures does a model find alike?**")
views, chooser = layout.row(370, 300)
with views:
    view = state.switch("maps_view", words=VIEWS)
cards = models.only(
    models.usable(lesson=None),
    lambda card: card.spec.data in map_views.MAPPED,
    "No model of pictures has been trained yet. Run `make train` and reload this page.",
)
with chooser:
    name = models.choose(cards)
with trouble.reported():
    SECTIONS[view](cards, name)
