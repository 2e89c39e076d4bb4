"""A component's value, as its script last sent it: kept by Streamlit in the session, under the component's key.

Whoever opens a page can send anything in a script's place. So a value is taken only as what it should be.
"""

import logging
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

import streamlit as st
from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError


def _pairs(stroke: list) -> list:
    if not stroke or len(stroke) % 2:
        raise ValueError("A stroke has pairs of numbers.")
    return stroke


Number = Annotated[float, Field(ge=-1e6, le=1e6)]
Whole = Annotated[int, Field(ge=-(2**53), le=2**53)]
"""What JavaScript counts with."""
Place = Annotated[int, Field(ge=-1e6, le=1e6)]
Stroke = Annotated[list[Place], AfterValidator(_pairs)]
"""[x0, y0, x1, y1, …]"""
Row = Annotated[int, Field(ge=0, le=10**6)]
Point = Annotated[list[Number], Field(min_length=2, max_length=2)]
Name = Annotated[str, Field(max_length=100)]
CONFIG = ConfigDict(allow_inf_nan=False, coerce_numbers_to_str=True)
log = logging.getLogger(__name__)


def value(key: str, name: str, kind: Any) -> Any:
    """Return the value that a component sent under a name; None as long as it sent none, or where it is no such thing.

    Args:
        key: Of the component on its page.
        name: As its script calls it.
        kind: What it is: a type, annotated or not, or a NamedTuple, sent as an object that may hold more besides.
    """
    sent = st.session_state.get(key)
    message = sent.get(name) if isinstance(sent, Mapping) else None
    return None if message is None else checked(message, kind)


def checked(message: Any, kind: Any) -> Any:
    """Return a message, or what JSON can hold in its place, as what it should be; None where it is no such thing."""
    try:
        return _adapter(kind).validate_python(_known(message, kind))
    except ValidationError as error:
        log.warning("A message is not what a component's script sends: %s", error.errors()[0]["type"])
        return None


def _known(message: Any, kind: Any) -> Any:
    fields = getattr(kind, "_fields", None)
    if not fields or not isinstance(message, Mapping):
        return message
    return {key: message[key] for key in fields if key in message}


@cache
def _adapter(kind: Any) -> TypeAdapter:
    return TypeAdapter(kind, config=CONFIG)
