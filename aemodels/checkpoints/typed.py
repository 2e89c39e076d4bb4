"""Typed records of JSON values: every field is there, none is unknown, each has the type that its class states."""

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def build(hint: Any, value: Any, place: str) -> Any:
    """Make what a type hint asks for of a JSON value.

    Args:
        hint: A frozen dataclass, a NamedTuple, `tuple`, `dict`, `list`, a union, a Literal, or a plain type.
        value: As `json.loads` returns it.
        place: Where it stands, for the error, e.g. "spec.recipe".

    Returns:
        The value, lists made tuples and objects made records where the hint says so.

    Raises:
        ValueError: It is something else, a number is not finite, a field is missing or unknown; says where.
    """
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        return _record(hint, value, place)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _one_of(arguments, value, place)
    if origin is Literal:
        return _checked(value in arguments, value, f"one of {', '.join(map(str, arguments))}", place)
    if origin in (tuple, list):
        _checked(isinstance(value, list), value, "a list", place)
        whole = origin is list or arguments[-1] is Ellipsis
        hints = [arguments[0]] * len(value) if whole else arguments
        _checked(len(hints) == len(value), value, f"a list of {len(hints)}", place)
        pairs = enumerate(zip(hints, value, strict=True))
        return origin(build(part, entry, f"{place}[{at}]") for at, (part, entry) in pairs)
    if origin is dict:
        _checked(isinstance(value, dict), value, "an object", place)
        return {key: build(arguments[1], entry, f"{place}.{key}") for key, entry in value.items()}
    return _plain(hint, value, place)


def _plain(hint: Any, value: Any, place: str) -> Any:
    if hint is Any:
        return value
    if hint is NoneType:
        return _checked(value is None, value, "nothing", place)
    if hint is float:
        number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
        return _checked(number, value, "a finite number", place)
    right = isinstance(value, hint) and not (isinstance(value, bool) and hint is int)
    return _checked(right, value, {int: "a whole number", str: "a text", bool: "true or false"}.get(hint, "…"), place)


def _one_of(hints: tuple, value: Any, place: str) -> Any:
    """Build by the first hint that fits; the error is that of the last, which is never `None`."""
    error: ValueError | None = None
    for hint in sorted(hints, key=lambda hint: hint is not NoneType):
        try:
            return build(hint, value, place)
        except ValueError as caught:
            error = caught
    raise error or ValueError(place)


def _record(hint: Any, value: Any, place: str) -> Any:
    """Make a dataclass or a NamedTuple of an object."""
    _checked(isinstance(value, dict), value, "an object", place)
    hints, needed = _fields(hint)
    if unknown := sorted(value.keys() - hints.keys()):
        raise ValueError(f"{place} has an unknown field “{unknown[0]}”")
    if missing := sorted(needed - value.keys()):
        raise ValueError(f"{place} lacks “{missing[0]}”")
    return hint(**{key: build(hints[key], entry, f"{place}.{key}") for key, entry in value.items()})


@cache
def _fields(hint: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """Return a record's type hints by field, and which fields have no default."""
    hints = get_type_hints(hint)
    if is_dataclass(hint):
        needed = {entry.name for entry in fields(hint) if entry.default is entry.default_factory is MISSING}
        return {entry.name: hints[entry.name] for entry in fields(hint)}, frozenset(needed)
    return hints, frozenset(set(hints) - set(hint._field_defaults))


def _checked(right: bool, value: Any, wanted: str, place: str) -> Any:
    """Return the value if it is right."""
    if not right:
        raise ValueError(f"{place} is {str(value)[:40]!r}, not {wanted}")
    return value
