"""Styles of the whole page: of its arrival, of contrast, formulas and terms, on paper, and presented to a class.

They are part of the HTML, after Streamlit's own: there before anything is painted.
"""

from functools import cache
from pathlib import Path


@cache
def sheets() -> str:
    """Return all stylesheets of this folder as one element of HTML."""
    return f"<style>{''.join(path.read_text() for path in sorted(Path(__file__).parent.glob('*.css')))}</style>"
