"""What a benchmark is to reach, and whether a result does: said with the number, met or missed."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Aim:
    """A bar for one number of a result.

    Attributes:
        place: Of the number in the result, keys joined by dots, e.g. "quality.cost_ratio".
        at_most: Highest number that passes; None where there is no such bar.
        at_least: Lowest number that passes; None where there is no such bar.
    """

    place: str
    at_most: float | None = None
    at_least: float | None = None

    def __str__(self) -> str:
        """Return the bar in words, e.g. "at most 0.5"."""
        return f"at most {self.at_most:g}" if self.at_most is not None else f"at least {self.at_least:g}"

    def verdict(self, result: dict[str, Any]) -> str:
        """Return a line on the number, e.g. "ratio: met (0.41 of at most 0.5)"; what was not measured is missed."""
        number: Any = result
        for key in self.place.split("."):
            number = number.get(key) if isinstance(number, dict) else None
        if number is None:
            return f"{self.place}: MISSED (not measured, {self} asked)"
        return f"{self.place}: {'met' if self._passes(number) else 'MISSED'} ({_shown(number, self)} of {self})"

    def _passes(self, number: float) -> bool:
        fits_above = self.at_most is None or number <= self.at_most
        return fits_above and (self.at_least is None or number >= self.at_least)


def _shown(number: float, aim: Aim) -> str:
    """Round a number to four digits, or to none where rounding would hide on which side of the bar it is."""
    rounded = float(f"{number:.4g}")
    return f"{rounded:g}" if aim._passes(rounded) == aim._passes(number) else repr(float(number))


def report(name: str, result: dict[str, Any], text: str, aims: tuple[Aim, ...]) -> str:
    """Return what is printed of a benchmark: its name, its numbers, and for each aim a line on whether it is met."""
    verdicts = [aim.verdict(result) for aim in aims] or ["no aim is stated, for comparison only"]
    return "\n".join([f"{name} {text}", *(f"{name}: {verdict}" for verdict in verdicts)])
