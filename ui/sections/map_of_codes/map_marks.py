"""What the student marked on the maps: one digit pinned, many selected; and which digits are near the pinned one."""

import streamlit as st

from aemodels import datasets
from ui import state
from ui.sections.map_of_codes import map_data
from ui.sections.map_of_codes.map_views import View

NEIGHBOURS = 10
CHOSEN = "study.map_chosen"


def keep(pinned: int | None, rows: list[int]) -> None:
    """Remember what the student pinned (in the address) and selected (in the session)."""
    state.write("pinned", pinned)
    st.session_state[CHOSEN] = rows


def pinned(views: list[View]) -> int | None:
    """Return the row of the pinned test image; None where there is none, or another data set was meant."""
    row = state.read("pinned") if _same_pictures("pinned", views) else None
    state.write("pinned", row)
    return row if row is not None and row < len(views[0].points) else None


def chosen(views: list[View]) -> list[int]:
    """Return the rows of the selected test images; those of another data set are forgotten."""
    if not _same_pictures("chosen", views):
        st.session_state[CHOSEN] = []
    return [row for row in st.session_state.get(CHOSEN, []) if row < len(views[0].points)]


def _same_pictures(what: str, views: list[View]) -> bool:
    """Return whether the maps show the same data set as when this was asked last."""
    data = views[0].card.spec.data
    before = st.session_state.get(f"study.map_{what}.of", data)
    st.session_state[f"study.map_{what}.of"] = data
    return before == data


def rings(views: list[View], row: int | None) -> dict[str, list[int]]:
    """Return the rows of the pinned image's neighbours in the first model's "code" space and in "pixels"."""
    if row is None:
        return {}
    return {space: nearest(views[0], row, space)[0] for space in ("code", "pixels")}


def nearest(view: View, row: int, space: str) -> tuple[list[int], list[float]]:
    """Return rows and distances of the ten images nearest to one in "code" space or in "pixels", without itself."""
    model = view.card.id
    points = map_data.code_space(model)
    if space == "pixels":
        points = map_data.pixel_space(model, datasets.available(view.card.spec.data))
    nearby = points.nearest(points.points[row : row + 1], NEIGHBOURS + 1)
    pairs = zip(nearby.positions[0].tolist(), nearby.distances[0].tolist(), strict=True)
    others = [pair for pair in pairs if pair[0] != row][:NEIGHBOURS]
    return [other for other, _ in others], [distance for _, distance in others]


def clear() -> None:
    """Forget the selection."""
    st.session_state[CHOSEN] = []
