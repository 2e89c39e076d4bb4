"""The finished maps of a model's codes, with the student's digit among them and how far the maps can be trusted."""

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from aemodels import datasets, figures
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from ui import layout, models, networks, sample, words
from ui.chart import chart
from ui.components.code_map import FlatMap, Shown, atlas, move_own
from ui.sample import Sample
from ui.sections.map_of_codes import map_data, map_details, map_marks, map_views, own_neighbours, own_place
from ui.sections.map_of_codes.map_views import View

IDEA = (
    "An **encoder** turned every picture into a few numbers, its **code**, and nobody told it what the pictures show. "
    "Every dot is one of 5,000 test pictures. A code mostly has more than the two numbers of a place, so a method "
    "lays out the map: **t-SNE**, at first, puts each dot beside those with the most similar codes. It is no ruler: "
    "how far apart two groups lie, and how large one is, says little. **Point at a dot to see its picture, rebuilt.**"
)
GOOD, FAIR = 0.9, 0.6
QUALITY = {
    "trustworthiness": (
        "Trustworthiness",
        "Are neighbours on the map also neighbours among the codes? 1: all of them are; 0.5: no better than chance.",
    ),
    "label_agreement": (
        "Neighbours agree",
        "Of the ten nearest dots on the map, the share that has the same label, on average.",
    ),
    "distance_correlation": (
        "Distances kept",
        "Do codes that lie far apart also lie far apart on the map? 1: in the same order; 0: no relation (**Spearman's "
        "rank correlation**). Where this is poor, trust what lies close together, not what lies far apart.",
    ),
}


def section(cards_by_name: dict[str, Card], name: str) -> None:
    """Show one map or two, with all that belongs to them.

    Args:
        cards_by_name: Cards of models by name.
        name: Model of the first map.

    Raises:
        BadCheckpoint: Weights or a gallery are missing or damaged.
    """
    words.markdown(IDEA)
    with st.container():
        views = map_views.choose(cards_by_name, name)
    left, right = layout.beside()
    with left:
        study = sample.choose(live=not all(view.in_space for view in views))
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
        FlatMap(
            view.card.name,
            view.card.digest,
            view.card.spec.title,
            view.projection,
            view.title,
            own,
            networks.described(view.card),
            study.drawn,
        )
        for view, own in zip(views, own_place.own_places(study, views), strict=True)
    ]


def _mixed(views: list[View], study: Sample, pinned: int | None, chosen: list[int]) -> None:
    """Show maps of which at least one is a cloud, side by side."""
    owns = own_place.own_places(study, views) if not study.live else [None] * len(views)  # each would redraw a cloud
    for index, (column, view, own) in enumerate(zip(st.columns(len(views)), views, owns, strict=True)):
        with column:
            if not view.in_space:
                _flat(f"maps.{index}", [view], study, pinned, chosen)
                continue
            words.markdown(f"**{view.card.spec.title} · {view.title}**")
            colours = views[0].card.id, map_views.colouring()
            place = tuple(own["place"]) if own else None
            figure = _cloud(view.card.id, view.projection, *colours, pinned, tuple(chosen), place)
            alt = f"A cloud of the codes of {view.card.spec.title} in space, {view.title}, coloured by class"
            chart(figure, alt, key=f"cloud.{index}")
    words.caption(
        "Drag to turn the cloud, and click a name in the legend to hide its points. Pictures under the pointer, pins "
        "and the lasso work on the flat maps only; what you marked there is marked here too."
    )


@st.cache_resource(max_entries=12, show_spinner=False)
def _cloud(
    model: ModelId,
    projection: str,
    coloured: ModelId,
    by: str,
    pinned: int | None,
    chosen: tuple[int, ...],
    own: tuple[float, ...] | None,
) -> go.Figure:
    gallery = models.gallery(model)
    names = datasets.TABLE[cards.read(model.name).spec.data].classes
    labels = np.array(names)[gallery["labels"]]
    facts = {"labels": labels, "errors": gallery["errors"], "codes": gallery["codes"]}
    values, groups = map_data.colours(coloured, by)
    marked = {"pinned": [pinned] if pinned is not None else [], "selected": list(chosen)}
    marked = {word: rows for word, rows in marked.items() if rows}
    return figures.maps.in_space(map_data.projections(model)[projection], values, groups, facts, marked, own)


def _quality(view: View, alone: bool) -> None:
    """Show how far a map can be trusted."""
    quality = view.card.maps.get(view.choice)
    title = "How far to trust this map" if alone else f"{view.card.spec.title} · {view.title}"
    if not quality:
        words.caption(
            f"**{title}**: not measured yet; `python -m aemodels.train --cards {view.card.name}` measures it."
        )
        return
    st.markdown(f"**{title}**")
    for place, (key, (meaning, explanation)) in zip(st.columns(3), QUALITY.items(), strict=True):
        value = f"{quality[key]:.0%}" if key == "label_agreement" else f"{quality[key]:.2f}"
        place.markdown(f"{meaning}&nbsp; **{value}**, {_judged(quality[key])}", help=explanation)


def _judged(value: float) -> str:
    return "good" if value >= GOOD else "fair" if value >= FAIR else "poor"
