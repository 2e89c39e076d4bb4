"""What a term of the glossary is."""

from collections.abc import Callable
from typing import NamedTuple


class Term(NamedTuple):
    """A term of the field that pages use.

    Attributes:
        title: How the glossary names it.
        definition: One plain sentence.
        picture: Draws the idea as SVG.
        forms: Other ways in which texts write it; each also with an s at its end.
    """

    title: str
    definition: str
    picture: Callable[[], str]
    forms: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How the address writes it: lower case, words joined by hyphens, without what stands in brackets."""
        return "-".join(self.title.partition("(")[0].lower().split())
