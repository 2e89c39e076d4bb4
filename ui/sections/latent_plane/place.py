"""Where the hand has put things on the plane; all of it stands in the address."""

import math

import streamlit as st

from ui import state
from ui.components.plane import Point

FARTHEST = 50.0
MOST_STOPS = 8


def point() -> Point | None:
    """Return the point [z1, z2] in the address; None where there is none or it is nonsense."""
    return _point([st.query_params.get("z1", ""), st.query_params.get("z2", "")])


def stops() -> list[Point]:
    """Return the stops of the walk in the address, "z1,z2;z1,z2;…"; what is nonsense there is left out."""
    texts = st.query_params.get("stops", "").split(";")
    return [point for point in (_point(text.split(",")) for text in texts) if point][:MOST_STOPS]


def put_point(value: Point | None) -> None:
    """Put a point into the address; None takes it away."""
    for key, number in zip(("z1", "z2"), value or (None, None), strict=True):
        state.write(key, None if number is None else f"{number:g}")


def put_stops(values: list[Point]) -> None:
    """Put the stops of the walk into the address."""
    state.write("stops", ";".join(f"{z1:g},{z2:g}" for z1, z2 in values))


def spherical() -> bool:
    """Return whether the walk in the address goes along a circle around zero."""
    return state.read("course") == "circle"


def put_course(along_a_circle: bool) -> None:
    """Put the course of the walk into the address."""
    state.write("course", "circle" if along_a_circle else "straight")


def _point(texts: list[str]) -> Point | None:
    try:
        numbers = [round(float(text), 3) for text in texts]
    except ValueError:
        return None
    near = len(numbers) == 2 and all(math.isfinite(number) and abs(number) <= FARTHEST for number in numbers)
    return numbers if near else None
