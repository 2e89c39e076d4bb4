"""t-SNE that the student runs: the points move while it optimises, in the browser and without the server."""

from collections.abc import Callable
from typing import NamedTuple

from ui.components.shared.message import pack
from ui.components.shared.modules import component
from ui.components.shared.value import Row, value

_component = component("tsne", "tsne", styles=("controls", "curves", "maps"))
_carrier = component("tsne_carrier", "tsne", entry="carrier.js")


class Settings(NamedTuple):
    """Settings of t-SNE.

    Attributes:
        perplexity: About how many neighbours count for every code.
        exaggeration: Factor of the attraction in the first 250 iterations.
        rate: Learning rate, or "auto".
        start: "PCA" or "random".
        seed: Of the random numbers.
        noise: Whether random numbers are mapped instead of the codes.
    """

    perplexity: int
    exaggeration: int
    rate: int | str
    start: str
    seed: int
    noise: bool


class Material(NamedTuple):
    """Codes to map.

    Attributes:
        key: Names them, as in the message to `carry`.
        title: Of their model.
        count: How many.
        names: Of their classes.
        facts: Which numbers of a code are used, in a sentence.
    """

    key: str
    title: str
    count: int
    names: tuple[str, ...]
    facts: str


class _Wish(NamedTuple):
    """Another run that the student asks for."""

    perplexity: Row
    noise: bool


def tsne(key: str, material: Material, settings: Settings, on_again: Callable[[int, bool], None]) -> None:
    """Show the map, its cost and what it does not tell.

    Args:
        key: Of this map on its page.
        material: What is mapped.
        settings: How.
        on_again: Called with a perplexity, and with whether noise is wanted, when the student asks for another run.
    """

    def asked() -> None:
        if wish := value(key, "again", _Wish):
            on_again(wish.perplexity, wish.noise)

    header = {
        "material": material.key,
        "settings": settings._asdict(),
        "names": material.names,
        "title": material.title,
        "count": material.count,
        "facts": material.facts,
    }
    _component(key=key, data=pack(header), on_again_change=asked)


def carry(key: str, message: bytes) -> None:
    """Bring codes into the page.

    Args:
        key: Of this carrier on its page.
        message: Header with "key" and "columns", "codes" (N, columns) float32 and "labels" (N,) uint8; it never
            changes, so that it goes over the wire once.
    """
    _carrier(key=key, data=message, height=1)
