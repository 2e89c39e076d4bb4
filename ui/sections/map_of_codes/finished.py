"""The finished maps of a model's codes, with the student's digit among them and how far the maps can be trusted."""

import numpy as np
import streamlit as st

from aemodels import datasets, figures
from aemodels.checkpoints.card import Card
from ui import layout, models, sample
from ui.components.code_map import FlatMap, Shown, atlas, move_own
from ui.sample import Sample
from ui.sections.map_of_codes import map_data, map_details, map_marks, map_views, own_neighbours, own_place
from ui.sections.map_of_codes.map_views import View

PLAIN = {"displayModeBar": False}
IDEA = (
    "A network squeezed every picture into a few numbers, its **code**, and nobody told it what the pictures show. "
    "Every dot is one of 5,000 test pictures; dots lie together where codes are alike. **Point at a dot to see it.**"
)
QUALITY = {
    "trustworthiness": (
        "Trustworthiness",
        "Are the neighbours on the map real neighbours among the codes? 1: all of them are; 0.5: as good as chance.",
    ),
    "label_agreement": (
        "Neighbours agree",
        "Of the ten nearest dots on the map, the share that has the same label, on average.",
    ),
    "distance_correlation": (
        "Distances kept",
        "Do codes that lie far apart lie far apart on the map too? Spearman's rank correlation: 1 keeps the order of "
        "all distances, 0 keeps nothing of it.",
    ),
}


def section(known: dict[str, Card], name: str) -> None:
    """Show one map or two, with all that belongs to them.

    Args:
        known: Cards of models by name.
        name: Model of the first map.

    Raises:
        BadCheckpoint: Weights or a gallery are missing or damaged.
    """
    st.markdown(IDEA)
    with st.container():
        views = map_views.choose(known, name)
    left, right = layout.beside()
    with left:
        study = sample.choose()
    if not views:
        return
    with right:
        pinned = map_marks.pinned(views)
        chosen = map_marks.chosen(views)
        if any(view.in_space for view in views):
            _mixed(views, study, pinned, chosen)
        else:
            _flat("maps", views, study, pinned, chosen)
        own_place.explain(study, views[0])
    if pinned is not None:
        map_details.show_pinned(views, pinned)
    if chosen:
        map_details.show_chosen(views, chosen, map_views.colouring())
    for view in views:
        _quality(view, alone=len(views) == 1)
    own_neighbours.show_own(study, views[0])
    if own_place.settle(study, views):
        move_own(_flat_maps(views, study))


def _flat(key: str, views: list[View], study: Sample, pinned: int | None, chosen: list[int]) -> None:
    spec = views[0].card.spec
    shown = Shown(
        data=spec.data,
        names=datasets.TABLE[spec.data].classes,
        count=len(views[0].points),
        originals=datasets.available(spec.data),
        colour=map_views.colouring(),
        pinned=pinned,
        chosen=chosen,
        rings=map_marks.rings(views, pinned),
    )
    atlas(key, _flat_maps(views, study), shown, map_marks.keep)


def _flat_maps(views: list[View], study: Sample) -> list[FlatMap]:
    return [
        FlatMap(view.name, view.card.digest, view.card.spec.title, view.projection, view.title, own)
        for view, own in zip(views, own_place.own_places(study, views), strict=True)
    ]


def _mixed(views: list[View], study: Sample, pinned: int | None, chosen: list[int]) -> None:
    """Show maps of which at least one is a cloud, side by side."""
    owns = own_place.own_places(study, views) if not study.live else [None] * len(views)  # each would redraw a cloud
    for index, (place, view, own) in enumerate(zip(st.columns(len(views)), views, owns, strict=True)):
        with place:
            if not view.in_space:
                _flat(f"maps.{index}", [view], study, pinned, chosen)
                continue
            st.markdown(f"**{view.card.spec.title} · {view.title}**")
            identity = view.name, view.card.digest, view.projection
            colours = views[0].name, views[0].card.digest, map_views.colouring()
            figure = _cloud(*identity, *colours, pinned, tuple(chosen), own and tuple(own["place"] or ()))
            st.plotly_chart(figure, config=PLAIN, key=f"cloud.{index}")
    st.caption(
        "Drag to turn the cloud, click a name in the legend to hide its points. Pictures under the pointer, pins and "
        "the lasso are to be had on the flat maps; what you marked there is marked here."
    )


@st.cache_resource(max_entries=12, show_spinner=False)
def _cloud(name, digest, projection, coloured, coloured_digest, by, pinned, chosen, own):
    gallery = models.gallery(name, digest)
    names = datasets.TABLE[models.cards.read(name).spec.data].classes
    labels = np.array(names)[gallery["labels"]]
    facts = {"labels": labels, "errors": gallery["errors"], "codes": gallery["codes"]}
    values, groups = map_data.colours(coloured, coloured_digest, by)
    marked = {"pinned": [pinned] if pinned is not None else [], "selected": list(chosen)}
    marked = {word: rows for word, rows in marked.items() if rows}
    return figures.maps.in_space(map_data.projections(name, digest)[projection], values, groups, facts, marked, own)


def _quality(view: View, alone: bool) -> None:
    """Say how far a map can be trusted."""
    found = view.card.maps.get(view.choice)
    title = "How far to trust this map" if alone else f"{view.card.spec.title} · {view.title}"
    if not found:
        st.caption(f"**{title}**: not measured yet; `python -m aemodels.train --cards {view.name}` measures it.")
        return
    first, *others = st.columns(4, vertical_alignment="center")
    first.markdown(f"**{title}**")
    for place, (key, (words, explanation)) in zip(others, QUALITY.items(), strict=True):
        value = f"{found[key]:.0%}" if key == "label_agreement" else f"{found[key]:.2f}"
        place.markdown(f"{words}&nbsp; **{value}**", help=explanation)
