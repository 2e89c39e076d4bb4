"""Where two records of plain values differ: numbers by more than a tolerance, everything else at all."""

import math
from typing import Any, NamedTuple

TOLERANCE = 1e-3
LEAST = 1e-5
LONGEST = 60


class Within(NamedTuple):
    """How far two numbers may be apart.

    Attributes:
        share: Of the larger one.
        least: What is always allowed.
    """

    share: float = TOLERANCE
    least: float = LEAST

    def holds(self, stated: Any, found: Any) -> bool:
        """Return whether two values are equal, numbers nearly so."""
        if isinstance(stated, float) or isinstance(found, float):
            numbers = all(isinstance(value, int | float) for value in (stated, found))
            return numbers and math.isclose(stated, found, rel_tol=self.share, abs_tol=self.least)
        return stated == found


CLOSE = Within()


def differences(stated: Any, found: Any, place: str, origin: str = "measured", within: Within = CLOSE) -> list[str]:
    """Name every place where two values differ.

    Args:
        stated: Numbers, texts, lists and objects, as JSON has them; tuples count as lists.
        found: The same from elsewhere.
        place: What the values are, e.g. "card.figures".
        origin: Where `found` comes from, in the words that stand before it in a sentence.
        within: How far numbers may be apart.

    Returns:
        Sentences without a full stop, e.g. "card.figures.test.mse states 0.0101, measured 0.0127".
    """
    if isinstance(stated, dict) and isinstance(found, dict):
        pairs = {f"{place}.{key}": (stated.get(key), found.get(key)) for key in dict.fromkeys((*stated, *found))}
    elif isinstance(stated, list | tuple) and isinstance(found, list | tuple):
        if len(stated) != len(found):
            return [f"{place} states {len(stated)} entries, {origin} {len(found)}"]
        pairs = {f"{place}[{at}]": pair for at, pair in enumerate(zip(stated, found, strict=True))}
    else:
        equal = within.holds(stated, found)
        return [] if equal else [f"{place} states {_text(stated)}, {origin} {_text(found)}"]
    return [text for at, (one, other) in pairs.items() for text in differences(one, other, at, origin, within)]


def _text(value: Any) -> str:
    if value is None:
        return "nothing"
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
