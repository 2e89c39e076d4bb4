"""Styles of the whole page: of contrast, formulas and terms, of a page on paper, and of one presented to a class."""

from functools import cache
from pathlib import Path


@cache
def sheets() -> str:
    """Return all stylesheets of this folder as one element of HTML."""
    return f"<style>{''.join(path.read_text() for path in sorted(Path(__file__).parent.glob('*.css')))}</style>"
